"""Files as editors bring them, and what the database holds before and after."""

import csv
from io import BytesIO, StringIO

from openpyxl import Workbook

from publishing.models import Act, Document, DocumentTranslation, Revision
from resolutions.importing.reading import read_table
from resolutions.importing.running import run
from resolutions.importing.sheets import Sheet
from resolutions.models import Milestone, ReferenceSeries, Resolution, StatusUpdate
from tests.factories import chief

#: Everything that an import may write.
WRITTEN = (Act, Document, DocumentTranslation, Milestone, ReferenceSeries, Resolution, Revision, StatusUpdate)


def as_csv(*rows, delimiter=",", encoding="utf-8-sig"):
    """The bytes of a CSV file with these rows, the head first."""
    written = StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue().encode(encoding)


def as_xlsx(*rows):
    """The bytes of a workbook with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def brought(
    *rows, sheet=Sheet.RESOLUTIONS, by=None, is_trial=False, name="decisions.csv", shown=None, make=as_csv
):
    """Import a file with these rows as somebody who may do everything. Returns the Report."""
    return run(sheet, read_table(make(*rows), name), by or chief(), is_trial, name, shown)


def whats(report):
    """What becomes of each row, in the order of the file."""
    return [row.what.value for row in report.rows]


def changes(report):
    """{number of a row: {column: (before, after)}} of those that change something."""
    return {
        row.number: {name: (before, after) for name, before, after in row.changes}
        for row in report.rows
        if row.changes
    }


def errors(report):
    """(number, column, sentence) of everything that is wrong."""
    return [(row.number, name, sentence) for row in report.rows for name, sentence in row.errors]


def written():
    """Everything that the database holds of resolutions, as it stands."""
    return {
        model.__name__: list(model._base_manager.order_by("pk").values())
        for model in (*WRITTEN, Resolution.responsible.through, Document.topics.through)
    }
