"""A file that somebody brought, as a table of texts: CSV here, XLSX in workbook.py. What a cell means is not known here."""

import csv
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

from publishing.characters import fit_to_store
from publishing.dates import digits
from publishing.refusals import WorkflowError
from publishing.spreadsheets import FORMULA_SIGNS
from resolutions.importing import workbook
from resolutions.importing.limits import MOST_BYTES, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS

DELIMITERS = (",", ";", "\t")
#: How files begin that are no text: a ZIP (XLSX is one), and the older container (XLS, or an XLSX with a password).
ZIP, OLD_CONTAINER = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass
class Table:
    """The head of a file, and its rows: the number of each as a spreadsheet shows it, and a text for every column."""

    columns: list
    rows: list

    def as_json(self):
        return {"columns": self.columns, "rows": [cells for _number, cells in self.rows],
                "numbers": [number for number, _cells in self.rows]}  # fmt: skip

    @classmethod
    def from_json(cls, kept):
        return cls(kept["columns"], list(zip(kept["numbers"], kept["rows"], strict=True)))


def read_table(data, name):
    """The bytes of a file and its name in; the Table out. Raises WorkflowError that says what to do with the file."""
    if len(data) > MOST_BYTES:
        raise WorkflowError(too_large())
    if not data.strip():
        raise WorkflowError(_("The file is empty. Choose a file with a head and at least one row."))
    if data.startswith(OLD_CONTAINER):
        raise WorkflowError(
            _("This workbook has a password or is of the old kind (XLS). Save it as XLSX without a password.")
        )
    is_workbook = data.startswith(ZIP)
    if name.lower().endswith((".xlsx", ".xlsm")) and not is_workbook:
        raise WorkflowError(workbook.broken())
    return _table(workbook.records(data) if is_workbook else _csv_records(data))


def too_large():
    """The sentence for a file of more than MOST_BYTES."""
    size = digits(MOST_BYTES // 1024**2)
    return _("The file is larger than %(size)s MB. Divide it into several.") % {"size": size}


def _csv_records(data):
    lines = StringIO(_decoded(data), newline="")
    head = _first_line(lines)
    delimiter = max(DELIMITERS, key=lambda sign: _number_of_cells(head, sign))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        message = _("A cell near line %(number)s is too long, or a quotation mark in it does not end.")
        raise WorkflowError(message % {"number": digits(reader.line_num)}) from error


def _decoded(data):
    try:
        text = data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorkflowError(_not_utf_8()) from error
    if "\0" in text:
        raise WorkflowError(_("This is no table: choose a CSV file or a workbook (XLSX)."))
    return text


def _not_utf_8():
    return _(
        "The letters of this file are not in UTF-8, so the Arabic in it would be spoilt. Save it once more: in Excel as "
        "“CSV UTF-8”, in LibreOffice with the character set “Unicode (UTF-8)”. An XLSX file does as well."
    )


def _first_line(lines):
    """The first line that is not empty; the next reader begins at the start again."""
    head = next((line for line in lines if line.strip()), "")
    lines.seek(0)
    return head


def _number_of_cells(head, delimiter):
    try:
        return len(next(csv.reader([head], delimiter=delimiter), []))
    except csv.Error:
        return 0


def _table(records):
    """The Table of ``records`` (lists of texts, the first with words in it is the head)."""
    columns, rows = [], []
    for number, record in enumerate(records, start=1):
        cells = [_cell(text, number) for text in record]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if not columns:
            columns = _head(cells)
            continue
        rows.append((number, _fitted(cells, number, len(columns))))
        if len(rows) > MOST_ROWS:
            message = _("The file has more than %(limit)s rows. Divide it into several.")
            raise WorkflowError(message % {"limit": digits(MOST_ROWS)})
    if not rows:
        raise WorkflowError(
            _("The file has no rows below its head. Choose a file with a head and at least one row.")
        )
    return Table(columns, rows)


def _cell(text, number):
    text = fit_to_store(text).strip()
    if len(text) > MOST_LETTERS:
        message = _("A cell of row %(number)s has more than %(limit)s characters. Shorten it.")
        raise WorkflowError(message % {"number": digits(number), "limit": digits(MOST_LETTERS)})
    # The apostrophe is ours, against cells that a spreadsheet would run (publishing/spreadsheets.py).
    if text.startswith("'") and text[1:].lstrip(" ").startswith(FORMULA_SIGNS):
        return text[1:].strip()
    return text


def _head(cells):
    if len(cells) > MOST_COLUMNS:
        message = _("The file has more than %(limit)s columns. Keep only those that are to be imported.")
        raise WorkflowError(message % {"limit": digits(MOST_COLUMNS)})
    if "" in cells:
        place = digits(cells.index("") + 1)
        message = _("Column %(place)s has no name in the first row. Name it, or take the column out.")
        raise WorkflowError(message % {"place": place})
    return cells


def _fitted(cells, number, width):
    if len(cells) > width:
        message = _(
            "Row %(number)s has more cells than the head has columns. Put texts with commas between quotation marks."
        )
        raise WorkflowError(message % {"number": digits(number)})
    return cells + [""] * (width - len(cells))
