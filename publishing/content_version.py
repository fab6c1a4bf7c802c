"""The version of all that readers see, and what a process remembers while it holds.

A request reads the version once, at its start or when it first needs it. What was found under a version may be newer
than the version (a publication may commit in between), never older: so what is remembered under it is never shown after
the next change.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from cachetools import LRUCache
from django.conf import settings
from django.db import connections, router
from django.utils import timezone

from publishing import moments
from publishing.models import ContentVersion, Revision
from publishing.plans import number_of

#: Days begin at full quarters of an hour in every time zone: what a page says of today never outlives its day.
QUARTER = timedelta(minutes=15)
_NUMBER = "SELECT number FROM publishing_contentversion WHERE id = 1"
#: So many values a process remembers: small ones, of one version or two.
REMEMBERED = 512


@dataclass(frozen=True)
class Version:
    """``number`` of ContentVersion; until ``holds_until`` (aware) no text begins or ends to be public, and no day begins."""

    number: int
    holds_until: datetime

    @property
    def key(self):
        """What tells this version from every other: a text. After ``holds_until`` it is another one."""
        return f"{self.number}.{int(self.holds_until.timestamp() * 1000)}"

    @property
    def seconds_left(self):
        """How long it holds at most, in whole seconds, 0 or more."""
        return max(0, int((self.holds_until - timezone.now()).total_seconds()))


class _Reading:
    """The version of one request, once somebody has asked for it."""

    def __init__(self):
        self.version = None


_reading = ContextVar("the_version_that_a_request_reads", default=None)
_remembered = LRUCache(REMEMBERED)
_lock = Lock()
#: The version that this process saw last: its next moment need not be looked for again.
_latest = None


@contextmanager
def reading_version():
    """Within this block ``content_version()`` answers, with one query; unless settings.READS_CONTENT_VERSION is off."""
    token = _reading.set(_Reading() if settings.READS_CONTENT_VERSION else None)
    try:
        yield
    finally:
        _reading.reset(token)


def content_version():
    """The Version at which this request is answered; None where none is read (commands, the desk, the preview of a day)."""
    reading = _reading.get()
    if reading is None or not moments.is_now():
        return None
    if reading.version is None:
        reading.version = _current()
    return reading.version


def remembered(name, find):
    """What ``find()`` gives, remembered by this process while the version holds; found anew where none is read.

    ``name`` says completely what it is, with its language. The value is shared: nobody may change it.
    """
    version = content_version()
    if version is None:
        return find()
    key = version.key, name
    with _lock:
        if key in _remembered:
            return _remembered[key]
    value = find()
    with _lock:
        _remembered[key] = value
    return value


def forget_all():
    """Remember nothing any more (between tests, whose databases begin anew)."""
    global _latest
    _latest = None
    with _lock:
        _remembered.clear()


def _current():
    """One query; a second one where this process has not seen the number yet, or a moment has passed."""
    global _latest
    number = _number()
    now = timezone.now()
    latest = _latest
    if latest is None or latest.number != number or latest.holds_until <= now:
        latest = _latest = Version(number, _next_moment(now))
    return latest


def _number():
    # Every request pays for this: the ORM would cost more than the database.
    return number_of(connections[router.db_for_read(ContentVersion)], _NUMBER) or 0


def _next_moment(now):
    """The first moment after ``now`` at which a text begins or ends to be public, or a quarter of an hour does."""
    seconds = QUARTER.total_seconds()
    ends = [datetime.fromtimestamp((now.timestamp() // seconds + 1) * seconds, now.tzinfo)]
    for column in ("live_from", "live_until"):
        later = Revision.objects.filter(**{f"{column}__gt": now}).order_by(column)
        ends.extend(later.values_list(column, flat=True)[:1])
    return min(ends)
