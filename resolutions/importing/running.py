"""The acts of a whole table, all of them or none; a trial run does them, too, and takes them back."""

from django.db import transaction
from django.db.models.functions import Upper
from django.utils.translation import gettext as _

from publishing.lists import isolated
from publishing.refusals import WorkflowError, database_refusals
from resolutions.importing.follow_up_rows import MilestoneRows, UpdateRows
from resolutions.importing.report import Report, Row, What
from resolutions.importing.resolution_rows import ResolutionRows
from resolutions.importing.sheets import REMARK, Sheet, columns_of
from resolutions.importing.values import bare
from resolutions.models import Resolution

ROWS = {Sheet.RESOLUTIONS: ResolutionRows, Sheet.MILESTONES: MilestoneRows, Sheet.UPDATES: UpdateRows}


class _Refused(Exception):
    """A row has errors: what it has written is taken back."""


def run(sheet, table, by, is_trial, file_name="", shown=None):
    """Import the Table ``table`` of a ``sheet`` for the person ``by``; on a trial run nothing stays. Returns the Report.

    Nothing stays either where a row is refused, and where the person was ``shown`` something else: the digest of another
    Report. Raises WorkflowError where the head cannot be read, or the site is busy.
    """
    columns = columns_of(sheet, table.columns)
    rows = [Row(number, _cells(columns, texts)) for number, texts in table.rows]
    rows = [row for row in rows if not row.cells.get("reference", "").startswith(REMARK)]
    ignored = [name for name, column in zip(table.columns, columns, strict=True) if column is None]
    report = Report(rows, ignored)
    with database_refusals(), transaction.atomic():
        _lock(rows)
        taker = ROWS[sheet](by, _("Imported from %(file)s") % {"file": isolated(file_name)})
        for row in taker.in_order(rows):
            _take(taker, row)
        report.is_done = not (is_trial or report.is_refused or shown not in (None, report.digest))
        if not report.is_done:
            transaction.set_rollback(True)
    return report


def _lock(rows):
    """All resolutions that the Rows name, in the order of their keys, as followup.py locks them: two who wait for each other
    would both wait for ever."""
    named = {bare(row.cells.get(name, "")).upper() for row in rows for name in ("reference", "superseded_by")}
    found = Resolution.objects.annotate(upper=Upper("reference")).filter(upper__in=named - {""})
    list(found.select_for_update(of=("self",)).order_by("pk").values_list("pk"))


def _cells(columns, texts):
    return {column.name: text for column, text in zip(columns, texts, strict=True) if column}


def _take(taker, row):
    """Take a row in a savepoint of its own, so that the errors of all rows are told at once."""
    try:
        with transaction.atomic():
            taker.take(row)
            if row.errors:
                raise _Refused
    except _Refused:
        pass
    except WorkflowError as error:
        row.refuse("", error)
    if row.errors:
        row.what, row.changes, row.is_seen = What.REFUSED, [], False
