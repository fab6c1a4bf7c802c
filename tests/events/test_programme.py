"""The programme by day, time and room, in the zone of the event."""

from datetime import UTC, date, datetime, timedelta

import pytest

from events.programme import programme
from tests.factories import (
    draft_over_live,
    expired,
    in_istanbul,
    make_event,
    make_room,
    make_session,
    make_venue,
    scheduled,
    withdrawn,
)

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2024, 12, 21), date(2024, 12, 22)


@pytest.fixture
def event():
    return make_event(venue=make_venue(), live=True)


def session(event, title, day=FIRST, hour=10, room=None, **facts):
    times = (
        {"starts_at": in_istanbul(day, hour), "ends_at": in_istanbul(day, hour + 1)}
        if day
        else {"starts_at": None, "ends_at": None}
    )
    return make_session(event, **({"ar": title, "en": None, "room": room, "live": True} | times | facts))


def titles(texts):
    return [text and text.title for text in texts]


def outline(event, language="ar"):
    """[(day, titles)] of the programme."""
    return [(day.date, titles(day.sessions)) for day in programme(event, language)]


def test_days_in_order_and_sessions_by_their_start(event):
    session(event, "ختام", LAST, 9)
    session(event, "ظهر", FIRST, 13)
    session(event, "صباح", FIRST, 9)
    session(event, "بلا موعد", None)
    assert outline(event) == [(FIRST, ["صباح", "ظهر"]), (LAST, ["ختام"]), (None, ["بلا موعد"])]


def test_an_event_without_sessions_has_no_programme(event):
    assert outline(event) == []


def test_rooms_are_columns_in_their_order_and_slots_are_rows(event):
    second, first = make_room(event.venue, order=2), make_room(event.venue, order=1)
    session(event, "أ1", room=first)
    session(event, "أ2", room=second)
    session(event, "ب2", hour=12, room=second)
    (day,) = programme(event, "ar")
    assert day.rooms == [first, second]
    assert [(slot.starts_at, titles(slot.cells)) for slot in day.slots] == [
        (in_istanbul(FIRST, 10), ["أ1", "أ2"]),
        (in_istanbul(FIRST, 12), [None, "ب2"]),
    ]


def test_the_day_is_that_of_the_events_zone(event):
    session(
        event,
        "فجر",
        starts_at=datetime(2024, 12, 20, 22, tzinfo=UTC),
        ends_at=datetime(2024, 12, 20, 23, tzinfo=UTC),
    )
    assert outline(event) == [(FIRST, ["فجر"])]
    event.time_zone = "America/New_York"
    assert outline(event) == [(FIRST - timedelta(days=1), ["فجر"])]


def test_each_session_is_named_once_in_the_readers_language_if_it_is_live_there(event):
    session(event, "باللغتين", hour=9, en="In both")
    session(event, "بالعربية", hour=11)
    session(event, None, hour=13, en="In English")
    assert outline(event, "ar") == [(FIRST, ["باللغتين", "بالعربية", "In English"])]
    assert outline(event, "en") == [(FIRST, ["In both", "بالعربية", "In English"])]


def test_only_live_texts_of_this_event(event):
    session(event, "منشور")
    session(event, "مسودة", live=False)
    for helper in (scheduled, expired, withdrawn):
        helper(session(event, "سر", live=False), "ar")
    draft_over_live(session(event, "قديم منشور", hour=15), "ar", title="مسودة أحدث")
    session(make_event(), "ملتقى آخر")
    assert outline(event) == [(FIRST, ["منشور", "قديم منشور"])]


def test_a_programme_costs_one_query_whatever_its_length(event, django_assert_num_queries):
    for count in (1, 3):
        while event.sessions.count() < count:
            session(event, "ندوة", hour=8 + event.sessions.count(), room=make_room(event.venue))
        with django_assert_num_queries(1):
            assert [len(day.sessions) for day in programme(event, "ar")] == [count]
