"""Where a session stands in the programme of its event."""

from dataclasses import dataclass


@dataclass
class Place:
    """Its number among ``total`` sessions, the number of its day, and the texts before, after and at the same time.

    ``previous_day`` and ``next_day`` are the dates of those on another day than its own, else None.
    """

    number: int
    total: int
    day: int
    previous: object
    next: object
    beside: list
    previous_day: object = None
    next_day: object = None


def place_in_programme(text, sessions):
    """The PublicText of a session, and those of all sessions of its event in their order, in; its Place out.

    None for a session that is not among them (one that is previewed before it is public).
    """
    numbers = {other.document_id: number for number, other in enumerate(sessions)}
    here = numbers.get(text.document_id)
    if here is None:
        return None
    beside = [other for other in sessions if other.document_id != text.document_id and _overlap(text, other)]
    aside = {other.document_id for other in beside}
    before = [other for other in sessions[:here] if other.document_id not in aside]
    after = [other for other in sessions[here + 1 :] if other.document_id not in aside]
    previous, next_one = before[-1] if before else None, after[0] if after else None
    zone = text.facts.event.zone
    return Place(
        number=here + 1,
        total=len(sessions),
        day=_day_number(text, sessions, zone),
        previous=previous,
        next=next_one,
        beside=beside,
        previous_day=_other_day(text, previous, zone),
        next_day=_other_day(text, next_one, zone),
    )


def _overlap(text, other):
    one, two = text.facts, other.facts
    if not (one.starts_at and two.starts_at):
        return False
    return one.starts_at < (two.ends_at or two.starts_at) and two.starts_at < (one.ends_at or one.starts_at)


def _day_number(text, sessions, zone):
    """As in the anchors of the programme: days in order, then those without a time."""
    days = {}
    for other in sessions:
        days.setdefault(_day(other, zone), len(days) + 1)
    return days[_day(text, zone)]


def _other_day(text, other, zone):
    day = other and _day(other, zone)
    return None if day == _day(text, zone) else day


def _day(text, zone):
    start = text.facts.starts_at
    return start and start.astimezone(zone).date()
