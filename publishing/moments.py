"""The moment that a page shows: now, or for the preview of a day, that day."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_moment = ContextVar("the_moment_that_a_page_shows", default=None)


def now():
    """The moment at which "public" is asked: that of the surrounding ``as_at`` block, else the clock's."""
    return _moment.get() or timezone.now()


def is_now():
    """Whether the clock answers, and no ``as_at`` block."""
    return _moment.get() is None


@contextmanager
def as_at(moment):
    """Within this block every question for what is public is asked at ``moment`` (now if None)."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
