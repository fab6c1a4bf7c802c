"""The programme of an event as readers see it: days, rooms and time slots, in the event's own zone."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from publishing.models import Kind, PublicText


@dataclass
class Day:
    """One day: its rooms in order, and its sessions (PublicTexts) by start."""

    date: date | None
    sessions: list
    rooms: list = field(default_factory=list)
    slots: list = field(default_factory=list)


@dataclass
class Slot:
    """Sessions that begin together; ``cells`` has one entry a room of the day: the session's text or None."""

    starts_at: object
    sessions: list
    cells: list


def session_texts(event, language):
    """The live texts of the event's sessions, in ``language`` or else in the other. One query."""
    texts = (
        PublicText.objects.of_kind(Kind.SESSION)
        .readable_in(language)
        .with_facts(Kind.SESSION, extra=["as_session__room"])
    )
    texts = texts.filter(document__as_session__event=event)
    return texts.order_by(
        "document__as_session__starts_at", "document__as_session__room__order", "document_id"
    )


def programme(event, language):
    """The event's days, in order; sessions without a time stand in a last Day whose date is None."""
    texts = list(session_texts(event, language))
    timed = [text for text in texts if text.facts.starts_at]
    days = []
    for day, on_day in groupby(timed, key=lambda text: text.facts.starts_at.astimezone(event.zone).date()):
        days.append(_day(day, list(on_day)))
    untimed = [text for text in texts if not text.facts.starts_at]
    if untimed:
        days.append(Day(date=None, sessions=untimed))
    return days


def _day(day, texts):
    rooms = {text.facts.room_id: text.facts.room for text in texts if text.facts.room_id}
    ordered = sorted(rooms.values(), key=lambda room: (room.order, room.pk))
    slots = []
    for starts_at, together in groupby(texts, key=lambda text: text.facts.starts_at):
        sessions = list(together)
        by_room = {text.facts.room_id: text for text in sessions}
        slots.append(Slot(starts_at, sessions, [by_room.get(room.pk) for room in ordered]))
    return Day(day, texts, ordered, slots)
