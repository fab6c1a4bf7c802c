"""The template of a sheet: a file with its head, and one row that shows what stands in it and is left out."""

import csv
from io import BytesIO, StringIO

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from publishing.languages import direction
from publishing.spreadsheets import MARK, cell
from resolutions.importing.sheets import REMARK, own_columns

WIDTH = 24


def template_rows(sheet):
    """The head, in the words of the active language, and the example."""
    columns = own_columns(sheet)
    # Translators: stands in the first cell of a template
    told = _("Example: this row is left out")
    example = [f"{REMARK} {told}", *(column.example for column in columns[1:])]
    return [[str(column.label) for column in columns], example]


def as_csv(sheet):
    """The bytes of the template as CSV."""
    written = StringIO()
    written.write(MARK)
    csv.writer(written).writerows([cell(text) for text in row] for row in template_rows(sheet))
    return written.getvalue().encode()


def as_xlsx(sheet):
    """The bytes of the template as a workbook, from right to left at an Arabic desk."""
    book = Workbook()
    page = book.active
    page.sheet_view.rightToLeft = direction(get_language()) == "rtl"
    page.freeze_panes = "A2"
    for row in template_rows(sheet):
        page.append(row)
    for head, example in page.columns:
        head.font = Font(bold=True)
        head.alignment = example.alignment = Alignment(wrap_text=True, vertical="top")
        # As text: a spreadsheet would make a day of its own of 2026-05-31, and lose the form in which it was written.
        example.number_format = "@"
        page.column_dimensions[head.column_letter].width = WIDTH
    written = BytesIO()
    book.save(written)
    return written.getvalue()


#: By the ending of the file: what makes it, and its type.
FORMS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
