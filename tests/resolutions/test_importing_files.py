"""Files of every sort: those that can be read, and those that somebody chose by mistake or made to harm."""

import csv
import datetime
import re
import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.utils.translation import override
from openpyxl import Workbook, load_workbook

from publishing.refusals import WorkflowError
from resolutions.importing import limits
from resolutions.importing.examples import FORMS
from resolutions.importing.reading import read_table
from resolutions.importing.sheets import Sheet, columns_of, own_columns
from tests.resolutions.tables import as_csv, as_xlsx, brought, whats

HEAD, ROW = ["reference", "title_ar"], ["MQF-2024-D1", "قرار، أول"]
BROKEN = (
    "This is no workbook that can be read. Open it in a spreadsheet program and save it as XLSX once more."
)
NO_UTF_8 = (
    "The letters of this file are not in UTF-8, so the Arabic in it would be spoilt. Save it once more: in Excel as "
    "“CSV UTF-8”, in LibreOffice with the character set “Unicode (UTF-8)”. An XLSX file does as well."
)
OLD = "This workbook has a password or is of the old kind (XLS). Save it as XLSX without a password."
TOO_MUCH = (
    "Unpacked, this workbook is too large. Keep only the sheet with the rows, and save it as XLSX or CSV."
)
QUOTATION = "A cell near line {} is too long, or a quotation mark in it does not end."
NO_TABLE = "This is no table: choose a CSV file or a workbook (XLSX)."


@pytest.mark.parametrize(
    "data",
    [
        as_csv(HEAD, ROW),
        as_csv(HEAD, ROW, encoding="utf-8"),
        as_csv(HEAD, ROW, encoding="utf-16"),
        b"\xfe\xff" + as_csv(HEAD, ROW, encoding="utf-16-be"),
        as_csv(HEAD, ROW, delimiter=";"),
        as_csv(HEAD, ROW, delimiter="\t"),
        as_csv(HEAD, ROW).replace(b"\r\n", b"\n"),
        as_csv([], HEAD, ROW)[3:],
        as_xlsx(HEAD, ROW),
    ],
    ids=["bom", "no bom", "utf-16", "utf-16-be", "semicolon", "tab", "unix", "empty line first", "xlsx"],
)
def test_one_table_in_every_form(data):
    table = read_table(data, "decisions.csv")
    assert (table.columns, [cells for _number, cells in table.rows]) == (HEAD, [ROW])


def test_rows_have_the_numbers_of_a_spreadsheet():
    rows = (HEAD, ["A", "سطر\nوسطر"], [], ["", ""], ["B", ""], ["C"])
    for data in (as_csv(*rows), as_xlsx(*rows)):
        assert read_table(data, "x").rows == [(2, ["A", "سطر\nوسطر"]), (5, ["B", ""]), (6, ["C", ""])]


def test_cells_of_a_workbook_are_texts():
    day, moment = (datetime.datetime.fromisoformat(text) for text in ("2025-12-31", "2025-01-02T09:30"))
    row = [day, datetime.date(2025, 1, 2), moment, 3, 3.0, 1.5, True, " a "]
    ((_number, cells),) = read_table(as_xlsx([f"c{place}" for place in range(8)], row), "x.xlsx").rows
    assert cells == ["2025-12-31", "2025-01-02", "2025-01-02 09:30", "3", "3", "1.5", "True", "a"]


def test_an_apostrophe_of_ours_is_taken_off_again():
    rows = [["'=1+1"], ["'-5"], ["'quoted'"], ["' @x"]]
    assert [cells[0] for _number, cells in read_table(as_csv(["a"], *rows), "x").rows] == [
        "=1+1",
        "-5",
        "'quoted'",
        "@x",
    ]


def workbook_with(cell, value, cached=None):
    """A workbook whose cell is a formula, with the value that a spreadsheet program keeps beside it, if any."""
    data = as_xlsx(HEAD, ["MQF-2024-D1", "x"])
    book = load_workbook(BytesIO(data))
    book.active[cell] = value
    written = BytesIO()
    book.save(written)
    if cached is None:
        return written.getvalue()
    changed = BytesIO()
    with ZipFile(written) as before, ZipFile(changed, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = re.sub(rb"</f><v ?/>|</f><v></v>", b"</f><v>%s</v>" % cached, content)
            after.writestr(name, content)
    return changed.getvalue()


def test_a_formula_is_the_value_that_was_kept_with_it(in_english):
    assert read_table(workbook_with("B2", "=6*7", b"42"), "x.xlsx").rows == [(2, ["MQF-2024-D1", "42"])]
    sentence = "Cell \u2068B2\u2069 is a formula without a kept value. Open the file in a spreadsheet program and save it."
    assert refusal(workbook_with("B2", "=6*7"), "x.xlsx") == sentence


def test_an_error_of_a_spreadsheet_is_no_text(in_english):
    book = Workbook()
    book.active.append(HEAD)
    book.active.append(["MQF-2024-D1", "#REF!"])
    written = BytesIO()
    book.save(written)
    sentence = "Cell \u2068B2\u2069 holds an error of the spreadsheet (\u2068#REF!\u2069). Mend it and save the file."
    assert refusal(written.getvalue(), "x.xlsx") == sentence


def refusal(data, name):
    with pytest.raises(WorkflowError) as refused:
        read_table(data, name)
    return str(refused.value)


def zipped(**parts):
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return written.getvalue()


def swollen(says=None):
    """A ZIP of a few kB that unpacks to far too much; ``says`` is the size that it claims to have."""
    data = bytearray(zipped(xl__workbook=b" " * (limits.MOST_BYTES_UNPACKED + 1)))
    if says is not None:
        place = data.rindex(b"PK\x01\x02")
        data[place + 24 : place + 28] = struct.pack("<I", says)
    return bytes(data)


def entities():
    """A workbook whose first sheet is a few lines of XML that grow to gigabytes."""
    swell = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k"))
    )
    changed = BytesIO()
    with ZipFile(BytesIO(as_xlsx(HEAD, ROW))) as before, ZipFile(changed, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                place = content.index(b"<worksheet")
                content = swell + b"]>" + content[place:].replace(b"MQF-2024-D1", b"&j;")
            if name == "xl/sharedStrings.xml":
                place = content.index(b"<sst")
                content = swell + b"]>" + content[place:].replace(b"MQF-2024-D1", b"&j;")
            after.writestr(name, content)
    return changed.getvalue()


def far_away():
    """A workbook whose row says that it is the thousand-millionth, in the last column there can be."""
    changed = BytesIO()
    with ZipFile(BytesIO(as_xlsx(HEAD, ROW))) as before, ZipFile(changed, "w") as after:
        for name in before.namelist():
            content = (
                before.read(name)
                .replace(b'<row r="2">', b'<row r="999999999">')
                .replace(b'r="A2"', b'r="XFD999999999"')
            )
            after.writestr(name, content)
    return changed.getvalue()


NO_ROWS = "The file has no rows below its head. Choose a file with a head and at least one row."
HOSTILE = {
    "empty": (b"", "x.csv", "The file is empty. Choose a file with a head and at least one row."),
    "spaces": (b" \r\n\t", "x.csv", "The file is empty. Choose a file with a head and at least one row."),
    "mark alone": (b"\xef\xbb\xbf", "x.csv", NO_ROWS),
    "head alone": (as_csv(HEAD), "x.csv", NO_ROWS),
    "workbook without rows": (as_xlsx(), "x.xlsx", NO_ROWS),
    "windows-1256": (as_csv(HEAD, ROW, encoding="windows-1256"), "x.csv", NO_UTF_8),
    "binary": (bytes(range(256)) * 9, "x.csv", NO_UTF_8),
    "NUL": (b"reference,title_ar\r\nA\0B,C\r\n", "x.csv", NO_TABLE),
    "half of UTF-16": (as_csv(HEAD, ROW, encoding="utf-16")[:-1], "x.csv", NO_UTF_8),
    "lone surrogate": (b"\xff\xfea\x00\x00\xd8b\x00", "x.csv", NO_UTF_8),
    "pdf as xlsx": (b"%PDF-1.7 ...", "x.XLSX", BROKEN),
    "csv as xlsx": (as_csv(HEAD, ROW), "x.xlsx", BROKEN),
    "xls or password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "x.xlsx", OLD),
    "truncated": (as_xlsx(HEAD, ROW)[:-200], "x.xlsx", BROKEN),
    "no zip at all": (b"PK\x03\x04 nothing", "x.xlsx", BROKEN),
    "another zip": (zipped(mimetype=b"x"), "x.ods", BROKEN),
    "no xml": (zipped(xl__workbook=b"<", _rels=b"&"), "x.xlsx", BROKEN),
    "bomb": (swollen(), "x.xlsx", TOO_MUCH),
    "bomb that lies": (swollen(says=9), "x.xlsx", BROKEN),
    "too many parts": (zipped(**{f"p{n}": b"" for n in range(limits.MOST_PARTS + 1)}), "x.xlsx", TOO_MUCH),
    "entities": (entities(), "x.xlsx", BROKEN),
    "far away": (far_away(), "x.xlsx", NO_ROWS),
    "too many bytes": (b"a" * (limits.MOST_BYTES + 1), "x.csv", "The file is larger than 5 MB. Divide it into several."),
    "too many rows": (as_csv(["a"], *[["x"]] * 501), "x.csv", "The file has more than 500 rows. Divide it into several."),
    "too many columns": (as_csv([f"c{n}" for n in range(100)], ["x"]), "x.csv",
                         "The file has more than 60 columns. Keep only those that are to be imported."),
    "too many columns of a workbook": (as_xlsx([f"c{n}" for n in range(100)], ["x"]), "x.xlsx",
                                       "The file has more than 60 columns. Keep only those that are to be imported."),
    "nameless column": (as_csv(["a", "", "b"], ["x"]), "x.csv",
                        "Column 2 has no name in the first row. Name it, or take the column out."),
    "long cell": (as_csv(["a"], ["x" * 100_001]), "x.csv", "A cell of row 2 has more than 100000 characters. Shorten it."),
    "very long cell": (as_csv(["a"], ["x" * 200_000]), "x.csv", QUOTATION.format(2)),
    "open quotation": (b'a,b\r\nx,"y\r\nz,w\r\n', "x.csv", QUOTATION.format(3)),
    "more cells than columns": (as_csv(["a", "b"], ["x", "y", "z"]), "x.csv",
                                "Row 2 has more cells than the head has columns. Put texts with commas between quotation marks."),
}  # fmt: skip


@pytest.mark.parametrize("sort", list(HOSTILE))
def test_what_is_no_table_is_refused_in_words(sort, in_english):
    data, name, sentence = HOSTILE[sort]
    assert refusal(data, name) == sentence


HEADS = [
    (
        Sheet.RESOLUTIONS,
        ["reference", "colour"],
        "There is no column “\u2068colour\u2069” in this sheet. Its columns are: ",
    ),
    (
        Sheet.RESOLUTIONS,
        ["order", "Order"],
        "The column “\u2068Order\u2069” is there twice. Take one of the two out.",
    ),
    (
        Sheet.RESOLUTIONS,
        ["title_ar", "العنوان (العربية)"],
        "The column “\u2068العنوان (العربية)\u2069” is there twice.",
    ),
    (
        Sheet.RESOLUTIONS,
        ["id", "status"],
        "The head of the file lacks: \u2068reference\u2069. Add it, or choose another",
    ),
    (
        Sheet.UPDATES,
        ["reference"],
        "The head of the file lacks: \u2068noted_on\u2069 and \u2068to_status\u2069. Add it, or",
    ),
    (
        Sheet.MILESTONES,
        ["reference", "status"],
        "There is no column “\u2068status\u2069” in this sheet. Its columns are: ",
    ),
]


@pytest.mark.parametrize(("sheet", "head", "sentence"), HEADS)
def test_a_head_that_cannot_be_read_is_refused_in_words(sheet, head, sentence, in_english):
    with pytest.raises(WorkflowError) as refused:
        columns_of(sheet, head)
    assert str(refused.value)[: len(sentence)] == sentence
    if "Its columns" in sentence:
        for column in own_columns(sheet):
            assert f"\u2068{column.name}\u2069" in str(refused.value)


@pytest.mark.django_db
@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize("sheet", list(Sheet))
def test_a_template_is_a_file_that_brings_nothing(sheet, form, in_english):
    make, _kind = FORMS[form]
    table = read_table(make(sheet), f"{sheet}.{form}")
    assert columns_of(sheet, table.columns) == own_columns(sheet)
    assert [cells[0] for _number, cells in table.rows] == ["# Example: this row is left out"]
    assert [column.example for column in own_columns(sheet)[1:]] == table.rows[0][1][1:]
    assert whats(brought(table.columns, *[cells for _number, cells in table.rows], sheet=sheet)) == []


def test_a_template_of_the_arabic_desk_runs_from_right_to_left():
    make, _kind = FORMS["xlsx"]
    for language, is_rtl in (("ar", True), ("en", False)):
        with override(language):
            book = load_workbook(BytesIO(make(Sheet.UPDATES)))
        assert bool(book.active.sheet_view.rightToLeft) is is_rtl


def test_a_template_holds_no_formula():
    make, _kind = FORMS["csv"]
    for sheet in Sheet:
        for row in csv.reader(make(sheet).decode("utf-8-sig").splitlines()):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
