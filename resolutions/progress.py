"""How far the resolutions are: the numbers, and where each stands in a drawing that begins where the language does."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from publishing.dates import digits
from publishing.languages import direction
from publishing.lists import joined
from publishing.models import Kind
from resolutions.models import Status

#: From the start of the bar: what is done, what is under way, what is still to begin; then what halted or was replaced.
ORDER = (
    Status.IMPLEMENTED,
    Status.IN_PROGRESS,
    Status.ADOPTED,
    Status.PROPOSED,
    Status.STALLED,
    Status.SUPERSEDED,
)
#: In a part that is narrower than this, in percent, a number would not stand clear of the edges of a phone's bar.
ROOM_FOR_A_NUMBER = 7


@dataclass(frozen=True)
class Part:
    """A status of one kind: how many, and its place in the bar, as SVG takes it ("12.5%"), seen from the left."""

    status: str
    label: str
    number: int
    x: str
    width: str
    middle: str
    has_room: bool


@dataclass(frozen=True)
class Bar:
    """A kind, how many there are of it, and the Parts of it that are not empty."""

    kind: str
    total: int
    parts: list

    @property
    def told(self):
        """The numbers in words: "Implemented: 1, In progress: 2"."""
        # Translators: a status and how many decisions have it, such as "In progress: 2".
        said = [
            _("%(status)s: %(number)s") % {"status": part.label, "number": digits(part.number)}
            for part in self.parts
        ]
        return joined(said)


@dataclass(frozen=True)
class Row:
    """A line of the table: a status, how many of each Bar's kind have it, and how many have it in all."""

    status: str
    label: str
    numbers: list
    total: int


@dataclass(frozen=True)
class Progress:
    bars: list
    rows: list
    total: int


def progress(counts, language):
    """{(kind, status): number} (ListFilter.counts) in; the Progress as a page in ``language`` draws it out: a bar for
    each kind, a row for each status, without those of which there are none."""
    kinds = [
        kind for kind in (Kind.DECISION, Kind.RECOMMENDATION) if any(counts.get((kind, s)) for s in Status)
    ]
    rows = []
    for status in ORDER:
        numbers = [counts.get((kind, status), 0) for kind in kinds]
        if any(numbers):
            rows.append(Row(status.value, status.label, numbers, sum(numbers)))
    bars = [_bar(kind, counts, is_mirrored=direction(language) == "rtl") for kind in kinds]
    return Progress(bars, rows, sum(bar.total for bar in bars))


def _bar(kind, counts, is_mirrored):
    total = sum(counts.get((kind, status), 0) for status in Status)
    parts, start = [], 0
    for status in ORDER:
        if number := counts.get((kind, status), 0):
            parts.append(_part(status, number, start, total, is_mirrored))
            start += number
    return Bar(kind.value, total, parts)


def _part(status, number, before, total, is_mirrored):
    """The Part of ``number`` that follows ``before`` others in a bar of ``total``."""
    width = number * 100 / total
    left = (total - before - number if is_mirrored else before) * 100 / total
    return Part(
        status.value, status.label, number, x=_percent(left), width=_percent(width), middle=_percent(left + width / 2),
        has_room=width >= ROOM_FOR_A_NUMBER,
    )  # fmt: skip


def _percent(value):
    return f"{round(value, 3):g}%"
