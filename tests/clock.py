"""Time that stands still until a test moves it."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone


class Clock:
    """What the site takes for now. ``after(hours=1)`` names a moment, ``goes_to`` moves there."""

    def __init__(self, now):
        self.now = now

    def after(self, **time):
        return self.now + timedelta(**time)

    def before(self, **time):
        return self.now - timedelta(**time)

    def goes_to(self, moment):
        self.now = moment
        return moment

    def goes_on(self, **time):
        return self.goes_to(self.after(**time))


@pytest.fixture
def clock(monkeypatch):
    """Noon in Istanbul on 23 December 2024, the day after the forum."""
    clock = Clock(datetime.fromisoformat("2024-12-23T12:00:00+03:00"))
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def in_english():
    """Messages in English, to be compared with what is written in the tests."""
    from django.utils import translation

    with translation.override("en"):
        yield
