"""The first sheet of an XLSX file as lists of texts. The file may be anything that somebody found or made to harm."""

import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from publishing.refusals import WorkflowError
from resolutions.importing.limits import MOST_BYTES_UNPACKED, MOST_COLUMNS, MOST_PARTS, MOST_ROWS

#: A row may say that it is the millionth, and openpyxl gives all those before it.
LAST_ROW = MOST_ROWS * 10
#: Enough to see that there are too many columns.
LAST_COLUMN = MOST_COLUMNS + 1
#: A part of the ZIP is read in pieces of so many bytes, so that one which unpacks to gigabytes is seen in time.
PIECE = 64 * 1024


def broken():
    """The sentence for what is named a workbook and is none."""
    return _(
        "This is no workbook that can be read. Open it in a spreadsheet program and save it as XLSX once more."
    )


def records(data):
    """The bytes of an XLSX in; a list of texts for each row of its first sheet out, empty rows, too.

    Days are ISO days, whole numbers have no fraction, a formula is the value that the spreadsheet program kept with it.
    Raises WorkflowError.
    """
    try:
        found, has_formulas = _unpacked(data)
        values = _cells(found, data_only=True)
        kept = [
            [_text(cell, row, place) for place, cell in enumerate(cells, 1)]
            for row, cells in enumerate(values, 1)
        ]
        if has_formulas:
            _refuse_formulas_without_values(_cells(found, data_only=False), kept)
    except WorkflowError:
        raise
    except Exception as error:
        # openpyxl trusts its file: a broken one may end in any of Python's exceptions.
        raise WorkflowError(broken()) from error
    return kept


def _unpacked(data):
    """The bytes in; the same workbook without compression, and whether it has formulas, out.

    What a ZIP says of its sizes may be a lie, so it is unpacked here in pieces, and openpyxl gets a ZIP of ours.
    """
    made, left, has_formulas = BytesIO(), MOST_BYTES_UNPACKED, False
    with ZipFile(BytesIO(data)) as brought, ZipFile(made, "w", ZIP_STORED) as ours:
        parts = [part for part in brought.infolist() if part.filename.endswith((".xml", ".rels"))]
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > left:
            raise WorkflowError(_too_much())
        for part in parts:
            content = bytearray()
            with brought.open(part) as source:
                while piece := source.read(PIECE):
                    content += piece
                    left -= len(piece)
                    if left < 0:
                        raise WorkflowError(_too_much())
            has_formulas |= part.filename.startswith("xl/worksheets/") and (
                b"<f>" in content or b"<f " in content
            )
            ours.writestr(part.filename, bytes(content))
    return made.getvalue(), has_formulas


def _too_much():
    return _(
        "Unpacked, this workbook is too large. Keep only the sheet with the rows, and save it as XLSX or CSV."
    )


def _cells(data, data_only):
    book = load_workbook(BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        return [list(cells) for cells in sheet.iter_rows(max_row=LAST_ROW, max_col=LAST_COLUMN)]
    finally:
        book.close()


def _text(cell, row, place):
    if cell.data_type == "e":
        message = _("Cell %(cell)s holds an error of the spreadsheet (%(error)s). Mend it and save the file.")
        raise WorkflowError(message % {"cell": _name(row, place), "error": f"\u2068{cell.value}\u2069"})
    value = cell.value
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _refuse_formulas_without_values(cells, kept):
    """An empty text would clear a fact; a formula whose value was not kept is not empty."""
    for row, (found, texts) in enumerate(zip(cells, kept, strict=True), 1):
        for place, (cell, text) in enumerate(zip(found, texts, strict=True), 1):
            if cell.data_type == "f" and not text:
                message = _(
                    "Cell %(cell)s is a formula without a kept value. Open the file in a spreadsheet program and save it."
                )
                raise WorkflowError(message % {"cell": _name(row, place)})


def _name(row, place):
    return f"\u2068{get_column_letter(place)}{row}\u2069"
