"""The programme by day, time and room, in the zone of the event."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import QueryDict

from events.programme import programme
from events.programme_filter import Filter
from tests.factories import (
    ISTANBUL,
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


def drawn(day):
    """[(start, [(titles, rows, columns)])] of the day's table: the cells that begin in each row; "break" for a break."""
    return [
        (
            row.starts_at.astimezone(ISTANBUL).strftime("%H:%M"),
            "break"
            if row.is_break
            else [(titles(cell.sessions), cell.rows, cell.columns) for cell in row.cells],
        )
        for row in day.grid.rows
    ]


def hours(start, end):
    """From "10:00" to "11:30" of the first day, as facts of a session."""
    moments = [in_istanbul(FIRST, *map(int, clock.split(":"))) for clock in (start, end) if clock]
    return dict(zip(("starts_at", "ends_at"), [*moments, None], strict=False))


def test_rooms_are_columns_and_stretches_of_time_are_rows(event):
    second, first = make_room(event.venue, order=2), make_room(event.venue, order=1)
    session(event, "افتتاح", room=second, session_kind="opening", **hours("09:00", "09:30"))
    session(event, "طويلة", room=first, **hours("10:00", "12:00"))
    session(event, "قصيرة", room=second, **hours("10:00", "11:00"))
    session(event, "للجميع", room=first, **hours("12:00", "13:00"))
    session(event, "وحيدة", room=second, **hours("13:00", "14:00"))
    (day,) = programme(event, "ar")
    assert (day.number, day.rooms, day.grid.columns) == (1, [first, second], [first, second])
    assert drawn(day) == [
        ("09:00", [(["افتتاح"], 1, 2)]),
        ("09:30", "break"),
        ("10:00", [(["طويلة"], 2, 1), (["قصيرة"], 1, 1)]),
        ("11:00", [([], 1, 1)]),
        # Alone in the first room it is for all; alone in another it is not.
        ("12:00", [(["للجميع"], 1, 2)]),
        ("13:00", [([], 1, 1), (["وحيدة"], 1, 1)]),
    ]
    assert [row.is_even for row in day.grid.rows] == [True, True, False, False, True, True]


def test_no_session_is_lost_however_odd_its_hours_and_room(event):
    first, second = make_room(event.venue, order=1), make_room(event.venue, order=2)
    session(event, "أ", room=first, **hours("10:00", "11:00"))
    session(event, "تتداخل معها", room=first, **hours("10:30", "11:30"))
    session(event, "بلا قاعة", **hours("10:00", "11:30"))
    session(event, "بلا نهاية", room=second, **hours("11:00", ""))
    session(event, "بلا قاعة للجميع", **hours("12:00", "13:00"))
    (day,) = programme(event, "ar")
    assert day.grid.columns == [first, second, None]
    assert drawn(day) == [
        ("10:00", [(["أ", "تتداخل معها"], 2, 1), ([], 1, 1), (["بلا قاعة"], 2, 1)]),
        ("11:00", [(["بلا نهاية"], 2, 1)]),
        ("11:30", [([], 1, 1), ([], 1, 1)]),
        ("12:00", [(["بلا قاعة للجميع"], 1, 3)]),
    ]


def test_one_room_or_too_many_are_a_list(event):
    session(event, "افتتاح", **hours("09:00", "10:00"))
    for number in (1, 2, 7):
        while len(programme(event, "ar")[0].rooms) < number:
            session(event, "ندوة", room=make_room(event.venue), **hours("10:00", "11:00"))
        (day,) = programme(event, "ar")
        assert (len(day.grid.columns), day.grid.is_table) == (number, number == 2)


def test_what_was_asked_for(event):
    first, second = make_room(event.venue, order=1), make_room(event.venue, order=2)
    session(event, "ورشة", room=first, session_kind="workshop", **hours("10:00", "11:00"))
    session(event, "ندوة", room=second, **hours("10:00", "11:00"))
    session(event, "ورشة بعدها", room=first, session_kind="workshop", **hours("12:00", "13:00"))
    session(event, "ورشة الغد", LAST, room=second, session_kind="workshop")
    session(event, "بلا موعد", None, session_kind="workshop")
    days = programme(event, "ar")

    def found(query):
        return [(day.number, titles(day.sessions)) for day in Filter(days, QueryDict(query)).days()]

    assert found("kind=workshop") == [(1, ["ورشة", "ورشة بعدها"]), (2, ["ورشة الغد"]), (3, ["بلا موعد"])]
    assert found(f"room={second.pk}") == [(1, ["ندوة"]), (2, ["ورشة الغد"])]
    assert found(f"day={LAST}&kind=workshop") == [(2, ["ورشة الغد"])]
    assert found("kind=panel&day=2024-12-22") == []
    everything = [(day.number, titles(day.sessions)) for day in days]
    for nothing in ("", "day=2024-12-25&room=x&kind=secret", f"room={make_room().pk}"):
        assert found(nothing) == everything
        assert Filter(days, QueryDict(nothing)).query == ""
    # What is left of a day says nothing of breaks, and of who else is free.
    (saturday, *_others) = Filter(days, QueryDict("kind=workshop")).days()
    assert drawn(saturday) == [("10:00", [(["ورشة"], 1, 1)]), ("12:00", [(["ورشة بعدها"], 1, 1)])]


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
