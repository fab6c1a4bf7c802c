"""What a reader wants to see of a programme: a day, a room, a kind of session, from the address of the page."""

from dataclasses import dataclass
from urllib.parse import urlencode

from events.models import Session
from events.programme import make_day


@dataclass
class Select:
    """One choice: its name in the address, its (value, label) pairs, and the value that was chosen, '' for all."""

    name: str
    options: list
    chosen: str


class Filter:
    """The choices that the ``days`` of a whole programme offer, and what ``asked`` (a QueryDict) chose of them.

    What is not on offer counts as not asked. ``rooms`` and ``kinds`` hold what is in the programme, in its order.
    """

    def __init__(self, days, asked):
        self._days = days
        sessions = [text.facts for day in days for text in day.sessions]
        rooms = {room.pk: room for day in days for room in day.rooms}.values()
        present = {facts.session_kind for facts in sessions}
        self.day = _select("day", asked, [(day.date.isoformat(), day.date) for day in days if day.date])
        ordered = sorted(rooms, key=lambda room: (room.order, room.pk))
        self.room = _select("room", asked, [(str(room.pk), room.name) for room in ordered])
        kinds = [pair for pair in Session.SessionKind.choices if pair[0] in present]
        self.kind = _select("kind", asked, kinds)
        self.total = len(sessions)

    @property
    def is_useful(self):
        """Whether there is enough to choose from."""
        choices = [len(select.options) for select in (self.day, self.room, self.kind)]
        return self.total > 3 and max(choices) > 1

    @property
    def query(self):
        """What was chosen, as it stands in an address; '' for nothing."""
        selects = (self.day, self.room, self.kind)
        return urlencode({select.name: select.chosen for select in selects if select.chosen})

    def days(self):
        """The Days with the sessions that were asked for; none that has no such session."""
        if not self.query:
            return self._days
        days = [day for day in self._days if self.day.chosen in ("", day.date and day.date.isoformat())]
        is_whole = not (self.room.chosen or self.kind.chosen)
        found = [
            make_day(day.date, day.number, [text for text in day.sessions if self._wants(text)], is_whole)
            for day in days
        ]
        return [day for day in found if day.sessions]

    def _wants(self, text):
        is_room = self.room.chosen in ("", str(text.facts.room_id))
        return is_room and self.kind.chosen in ("", text.facts.session_kind)


def _select(name, asked, options):
    chosen = asked.get(name, "")
    return Select(name, options, chosen if chosen in {value for value, _label in options} else "")
