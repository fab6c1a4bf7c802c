"""The programme of an event as readers see it: days, rooms and times, in the event's own zone."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby

from django.db.models import F

from events.grid import Grid
from publishing.models import Kind, PublicText
from publishing.prepared import prepared
from publishing.small_rows import keys_of


@dataclass
class Day:
    """One day: its place among the days, its rooms in order, and its sessions (PublicTexts) by start.

    ``date`` is None for the sessions that have no time yet; ``is_whole`` is False where a reader asked for some only.
    """

    date: date | None
    number: int
    sessions: list
    rooms: list = field(default_factory=list)
    is_whole: bool = True

    @cached_property
    def grid(self):
        """Its sessions by time and room."""
        return Grid(self.sessions if self.date else [], self.rooms, is_whole=self.is_whole)


def session_texts(event, language):
    """The live texts of the event's sessions, in ``language`` or else in the other, in their order. One query."""
    return _sessions_of(language=language, event=event.pk)


@prepared
def _sessions_of(*, language, event):
    keys = keys_of(as_session__event__id=event)
    texts = PublicText.objects.of_kind(Kind.SESSION).readable_in(language)
    return in_order(texts.with_facts(Kind.SESSION, extra=["as_session__room"]).filter(document_id__in=keys))


def in_order(texts):
    """The texts (a QuerySet) of sessions in the order of the programme; those without a time come last."""
    # Left to themselves, PostgreSQL and SQLite do not agree where what is not known belongs.
    start = F("document__as_session__starts_at").asc(nulls_last=True)
    room = F("document__as_session__room__order").asc(nulls_first=True)
    return texts.order_by(start, room, "document_id")


def programme(event, language):
    """The event's Days, in order; sessions without a time stand in a last Day whose date is None."""
    texts = session_texts(event, language)
    timed = [text for text in texts if text.facts.starts_at]
    untimed = [text for text in texts if not text.facts.starts_at]
    by_day = groupby(timed, key=lambda text: text.facts.starts_at.astimezone(event.zone).date())
    days = [make_day(date, number, list(on_day)) for number, (date, on_day) in enumerate(by_day, start=1)]
    if untimed:
        days.append(Day(None, len(days) + 1, untimed))
    return days


def make_day(date, number, texts, is_whole=True):
    """The Day with the sessions ``texts``, and the rooms that they are in."""
    rooms = {text.facts.room_id: text.facts.room for text in texts if text.facts.room_id}
    ordered = sorted(rooms.values(), key=lambda room: (room.order, room.pk))
    return Day(date, number, texts, ordered, is_whole)
