"""What became of a resolution as readers see it: its adoption, its updates, its milestones and the articles about it, each
with its day and its source, the latest first."""

import datetime
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.languages import other
from publishing.models import Kind
from resolutions.entries import in_order, since, status_on
from resolutions.models import Status
from resolutions.standing import OPEN

#: Of one day, what stands higher.
_RANKS = {"planned": 4, "article": 3, "update": 2, "done": 1, "adopted": 0}


@dataclass
class Entry:
    """A line of the time line. ``what`` is one of _RANKS, ``mark`` the name of its icon; ``day`` is None for a milestone
    for which no day is set. ``text`` is a live text that it is about or that shows it."""

    what: str
    day: datetime.date | None
    mark: str
    title: str = ""
    update: object = None
    text: object = None
    url: str = ""
    is_late: bool = False
    place: int = 0


@dataclass
class TimeLine:
    """The ``entries`` and the StatusUpdates (``updates``), latest first; the ``status`` (a Status), ``since`` which day it
    holds, and the day of the last update (``last_on``); days may be None."""

    entries: list
    status: Status
    since: datetime.date | None = None
    last_on: datetime.date | None = None
    updates: list = field(default_factory=list)


def time_line(facts, updates, milestones, articles, texts, language, until=None):
    """The TimeLine of the Resolution ``facts``.

    In: its StatusUpdates and Milestones, the live texts of the articles about it, the live texts of what shows an entry
    by their documents ({pk: text}), the language of the page, and for the record of a day that day (a date): what came
    later is left out then, and a milestone that was reached later is still planned.
    """
    today = until or timezone.localdate()
    updates = list(updates)
    _name_corrections(updates)
    standing = [entry for entry in in_order(updates) if entry.noted_on <= today]
    updates = [_readable(update, texts, language) for update in updates if update.noted_on <= today]
    places = {update.pk: number for number, update in enumerate(standing)}
    status = status_on(facts, standing, today)
    entries = [_of_update(update, places.get(update.pk, -1)) for update in updates]
    entries += [_of_milestone(milestone, texts, today, status in OPEN) for milestone in milestones]
    shown = {entry.text.document_id for entry in entries if entry.text}
    entries += [_of_article(text, today) for text in articles if text.document_id not in shown]
    if adoption := _adoption(facts, standing, today):
        entries.append(adoption)
    entries = sorted((entry for entry in entries if entry), key=_place, reverse=True)
    return TimeLine(entries, status, since(facts, standing, today), _last(standing), updates)


def _place(entry):
    return entry.day or datetime.date.max, _RANKS[entry.what], entry.place


def _readable(update, texts, language):
    """The StatusUpdate with what its line shows: the note in ``language`` or else in the other, what shows it, what it
    corrects and what corrects it, and the day of its record where that is another one."""
    update.evidence_text = texts.get(update.evidence_document_id)
    update.replacement_text = texts.get(update.superseded_by_id)
    update.shown_language = language if getattr(update, f"note_{language}") else other(language)
    update.shown_note = getattr(update, f"note_{update.shown_language}")
    update.note_is_missing = bool(update.shown_note) and update.shown_language != language
    recorded_on = timezone.localdate(update.recorded_at)
    update.recorded_on = recorded_on if recorded_on != update.noted_on else None
    return update


def _name_corrections(updates):
    """``corrects_on``, the day of the entry that is corrected, and ``correction_on``, when it was corrected; or None."""
    by_key = {update.pk: update for update in updates}
    for update in updates:
        update.corrects_on = update.correction_on = None
    for update in updates:
        if wrong := by_key.get(update.corrects_id):
            update.corrects_on = wrong.noted_on
            wrong.correction_on = timezone.localdate(update.recorded_at)


def _of_update(update, place):
    return Entry("update", update.noted_on, update.to_status, str(update.get_to_status_display()), update,
                 text=update.evidence_text, place=place)  # fmt: skip


def _of_milestone(milestone, texts, today, is_awaited):
    is_done = bool(milestone.done_on and milestone.done_on <= today)
    return Entry(
        "done" if is_done else "planned",
        milestone.done_on if is_done else milestone.due_on,
        "done" if is_done else "planned",
        milestone.title,
        text=texts.get(milestone.source_document_id) if is_done else None,
        url=milestone.source_url if is_done else "",
        is_late=bool(is_awaited and not is_done and milestone.due_on and milestone.due_on < today),
        place=milestone.pk,
    )


def _of_article(text, today):
    day = timezone.localdate(text.published_at)
    return (
        Entry("article", day, "file", text.title, text=text, place=text.document_id) if day <= today else None
    )


def _adoption(facts, standing, today):
    """The adoption, where no update tells it: of what was adopted before updates were kept."""
    is_told = any(update.is_adoption for update in standing)
    if is_told or facts.adopted_on is None or facts.adopted_on > today:
        return None
    said = (
        _("The forum adopted the decision.")
        if facts.kind == Kind.DECISION
        else _("The forum adopted the recommendation.")
    )
    return Entry("adopted", facts.adopted_on, "adopted", said)


def _last(standing):
    return max((update.noted_on for update in standing), default=None)
