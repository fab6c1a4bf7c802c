"""What the facts of events and sessions may be, and in which words the rest is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Event, Participation
from publishing import workflow
from tests.factories import (
    chief,
    in_istanbul,
    make_decision,
    make_event,
    make_person,
    make_room,
    make_session,
    make_venue,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

FIRST, LAST = date(2024, 12, 21), date(2024, 12, 22)
OUTSIDE = {"starts_at": ["The session is outside the days of its event."]}
IN_WRONG_ORDER = {"ends_at": ["The session ends before it starts."]}


def complaints(thing, **changes):
    """What ``full_clean`` says about ``thing`` with these changes: {field: [messages]}, {} if nothing."""
    for name, value in changes.items():
        setattr(thing, name, value)
    try:
        thing.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


# ---- Events


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "said"),
    [
        (FIRST, LAST, {}),
        (FIRST, FIRST, {}),
        (None, None, {}),
        (FIRST, None, {"ends_on": ["Give both days, or neither while the dates are to be announced."]}),
        (None, LAST, {"ends_on": ["Give both days, or neither while the dates are to be announced."]}),
    ],
)
def test_the_days_of_an_event(starts_on, ends_on, said):
    assert complaints(make_event(), starts_on=starts_on, ends_on=ends_on) == said


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2101, 1, 1)])
def test_the_days_of_an_event_are_of_our_times(day):
    with pytest.raises(ValidationError) as refused:
        make_event(starts_on=day, ends_on=day).clean()
    assert refused.value.message_dict == {"starts_on": ["Choose a day between 1900 and 2100."]}


def test_an_event_does_not_end_before_it_begins():
    assert complaints(make_event(), starts_on=LAST, ends_on=FIRST)["ends_on"] == [
        "The last day is before the first one."
    ]
    with pytest.raises(IntegrityError, match="event_days_in_order"), transaction.atomic():
        Event.objects.update(starts_on=LAST, ends_on=FIRST)


def test_one_event_is_the_current_one():
    make_event(is_current=True)
    other = make_event()
    assert complaints(other, is_current=True) == {
        "__all__": ["Another event is the current one; untick it there first."]
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
    make_event(), make_event()


@pytest.mark.parametrize("code", ["MQF-2024", "A", "MQF2", "MQF-2024-B"])
def test_codes(code):
    assert complaints(make_event(), code=code) == {}


@pytest.mark.parametrize("code", ["mqf", "2024-MQF", "MQF_2024", "MQF-", "-MQF", "MQF--1", "ملتقى", "MQF 1"])
def test_codes_that_would_not_read_the_same_in_both_directions(code):
    assert complaints(make_event(), code=code) == {
        "code": ["Latin capitals, digits and hyphens, a letter first."]
    }


def test_a_code_is_used_once():
    make_event(code="MQF-2024")
    assert set(complaints(make_event(), code="MQF-2024")) == {"code"}


def test_a_code_stays_once_a_reference_begins_with_it():
    event = make_event(code="MQF-2024")
    assert complaints(event, code="MQF-2025") == {}
    event.code = "MQF-2024"
    make_decision(event)
    assert complaints(event, code="MQF-2024") == {}
    assert complaints(event, code="MQF-2025") == {
        "code": ["References of decisions begin with the code; it cannot change any more."]
    }


def test_the_days_are_not_moved_away_from_the_sessions():
    event = make_event()
    make_session(
        event, starts_at=in_istanbul(LAST, 22), ends_at=in_istanbul(LAST + timedelta(days=1), 0), en="Closing"
    )
    make_session(event, starts_at=None, ends_at=None)
    assert complaints(event) == {}
    said = {"starts_on": ["Sessions are set on other days; move them first."]}
    for first, last in ((FIRST, FIRST), (LAST + timedelta(days=1), LAST + timedelta(days=1)), (None, None)):
        assert complaints(event, starts_on=first, ends_on=last) == said
    event.sessions.exclude(starts_at=None).delete()
    assert complaints(event, starts_on=None, ends_on=None) == {}


@pytest.mark.parametrize("field", ["languages", "time_zone"])
def test_unknown_codes_are_refused(field):
    bad = {"languages": ["ar", "xx"], "time_zone": "Mars/Olympus"}[field]
    assert set(complaints(make_event(), **{field: bad})) == {field}


# ---- Sessions


@pytest.fixture
def event():
    return make_event()


def session_at(event, start, end, **facts):
    return make_session(event, starts_at=start, ends_at=end, **facts)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (in_istanbul(FIRST, 0), in_istanbul(FIRST, 1)),
        (in_istanbul(LAST, 22), in_istanbul(LAST, 23, 59)),
        (in_istanbul(LAST, 22), in_istanbul(LAST + timedelta(days=1), 0)),
        (in_istanbul(FIRST, 23), in_istanbul(LAST, 1)),
        # The days are those of Istanbul: 20 December 21:00 UTC is 21 December there.
        (datetime(2024, 12, 20, 21, tzinfo=UTC), datetime(2024, 12, 20, 22, tzinfo=UTC)),
    ],
)
def test_a_session_within_the_days(event, start, end):
    assert complaints(session_at(event, start, end)) == {}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (in_istanbul(FIRST, 0) - timedelta(seconds=1), in_istanbul(FIRST, 1)),
        (in_istanbul(LAST, 23), in_istanbul(LAST + timedelta(days=1), 0, 1)),
        (in_istanbul(date(2025, 12, 21), 10), in_istanbul(date(2025, 12, 21), 11)),
        # 21:30 UTC on the last day is the day after it in Istanbul.
        (datetime(2024, 12, 22, 21, 30, tzinfo=UTC), datetime(2024, 12, 22, 22, tzinfo=UTC)),
    ],
)
def test_a_session_outside_the_days(event, start, end):
    assert complaints(session_at(event, start, end)) == OUTSIDE


def test_a_session_ends_after_it_starts(event):
    start = in_istanbul(FIRST, 10)
    session = session_at(event, start, in_istanbul(FIRST, 11))
    for end in (start, start - timedelta(hours=1)):
        assert complaints(session, ends_at=end)["ends_at"] == IN_WRONG_ORDER["ends_at"]
    with pytest.raises(IntegrityError, match="session_ends_after_start"), transaction.atomic():
        session.save()


def test_a_time_has_two_ends(event):
    said = {"ends_at": ["Give both the start and the end, or neither."]}
    session = session_at(event, None, None)
    assert complaints(session) == {}
    assert complaints(session, starts_at=in_istanbul(FIRST, 10)) == said
    assert complaints(session, starts_at=None, ends_at=in_istanbul(FIRST, 10)) == said


def test_no_time_is_set_while_the_days_are_to_be_announced():
    event = make_event(starts_on=None, ends_on=None)
    session = make_session(event)
    assert complaints(session) == {}
    said = {"starts_at": ["The dates of the event are not announced; set them there first."]}
    assert complaints(session, starts_at=in_istanbul(FIRST, 10), ends_at=in_istanbul(FIRST, 11)) == said


@pytest.mark.parametrize(
    ("start", "end", "clashes"),
    [
        ((9, 0), (10, 0), False),
        ((11, 0), (12, 0), False),
        ((9, 0), (10, 1), True),
        ((10, 59), (12, 0), True),
        ((10, 0), (11, 0), True),
        ((10, 15), (10, 45), True),
        ((9, 0), (12, 0), True),
    ],
)
def test_one_room_holds_one_session_at_a_time(event, start, end, clashes):
    room = make_room()
    session_at(event, in_istanbul(FIRST, 10), in_istanbul(FIRST, 11), room=room, ar="ندوة الصباح", en=None)
    other = session_at(event, in_istanbul(FIRST, *start), in_istanbul(FIRST, *end), room=room)
    assert complaints(other) == ({"room": ["“ندوة الصباح” is in this room at that time."]} if clashes else {})
    assert complaints(other, room=make_room()) == {}
    assert complaints(other, room=None) == {}


def test_a_session_does_not_clash_with_itself(event):
    session = make_session(event, room=make_room())
    assert complaints(session, ends_at=session.ends_at + timedelta(hours=1)) == {}


def test_a_room_of_another_venue(event):
    event.venue = make_venue()
    event.save()
    session = make_session(event, room=make_room(event.venue))
    assert complaints(session) == {}
    assert complaints(session, room=make_room()) == {"room": ["This room is not in the venue of the event."]}


def test_a_person_has_a_role_once(event):
    person = make_person()
    session = make_session(event, people=[person])
    said = {"__all__": ["This person already has this role in the session."]}
    assert complaints(Participation(session=session, person=person)) == said
    assert complaints(Participation(session=session, person=person, role="chair")) == {}


def test_an_event_with_sessions_is_not_deleted(event):
    make_session(event)
    with pytest.raises(IntegrityError):
        event.delete()
    assert Event.objects.count() == 1


def test_a_session_that_nobody_named_still_clashes_by_some_name(event):
    room = make_room()
    make_session(event, ar=None, en=None, room=room, source_language="ar")
    found = complaints(make_session(event, room=room))
    assert found["room"][0].startswith("“Session")


def test_facts_change_at_once_and_leave_the_words(event):
    session = make_session(event, live=True)
    before = list(session.revisions.order_by("pk").values())
    session.starts_at += timedelta(hours=2)
    session.ends_at += timedelta(hours=2)
    session.save()
    assert list(session.revisions.order_by("pk").values()) == before
    assert workflow.save_working_copy(session, "ar", {}, chief()).number == 1
