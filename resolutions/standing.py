"""What is late: a resolution whose day has passed, a milestone that was not reached, and one of which nothing was said for long.

Conditions and columns for QuerySets of Resolutions, or of anything that leads to one at ``path``
("document__as_resolution__"); days are dates by the site's calendar.
"""

from dateutil.relativedelta import relativedelta
from django.db.models import DateField, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan

from resolutions.models import Milestone, Status, StatusUpdate

#: Something is awaited of these; what is only proposed binds nobody.
OPEN = (Status.ADOPTED, Status.IN_PROGRESS, Status.STALLED)


def is_overdue(resolution, today):
    """Whether the day by which a Resolution was to be carried out has passed, and it is not."""
    return bool(resolution.due_on and resolution.due_on < today and resolution.status in OPEN)


def quiet_before(today, months):
    """The day before which the last update of a resolution lies if nothing was recorded for ``months`` months."""
    return today - relativedelta(months=months)


def is_quiet(resolution, last_update_on, today, months):
    """Whether nothing was recorded of a Resolution for ``months`` months (site settings), since its adoption or since."""
    last = last_update_on or resolution.adopted_on
    return bool(resolution.status in OPEN and last and last < quiet_before(today, months))


def last_update_column(key="pk"):
    """The day of the last entry of the resolution whose key is at ``key``, or NULL: for ``annotate``."""
    entries = StatusUpdate.objects.standing().filter(resolution=OuterRef(key)).order_by("-noted_on")
    return Subquery(entries.values("noted_on")[:1], output_field=DateField())


def overdue(today, path=""):
    """The condition for which ``is_overdue`` holds."""
    return Q(**{f"{path}due_on__lt": today, f"{path}status__in": OPEN})


def with_late_milestone(today, key="pk", path=""):
    """The condition that a milestone of an open resolution is late."""
    late = Milestone.objects.filter(resolution=OuterRef(key), due_on__lt=today, done_on=None)
    return Q(Exists(late), **{f"{path}status__in": OPEN})


def quiet(today, months, path=""):
    """The condition for which ``is_quiet`` holds, on rows that carry ``last_update_column`` as ``last_update_on``."""
    last = Coalesce(F("last_update_on"), F(f"{path}adopted_on"), output_field=DateField())
    return Q(LessThan(last, quiet_before(today, months)), **{f"{path}status__in": OPEN})
