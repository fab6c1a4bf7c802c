"""What people say to each other about a document, and what somebody answers who was sent a preview: acts like those of
workflow.py. Each raises WorkflowError, in which case nothing has been written."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing import notices
from publishing.log import record
from publishing.models import Act, Note
from publishing.permissions import may_open
from publishing.refusals import WorkflowError, database_refusals
from publishing.text import normalise
from publishing.workflow import lock

LIMITS = {"text": 2000, "name": 120}
MOST_ANSWERS = 50


def write_note(document, by, text, language=""):
    """Leave a note on the text in ``language``, or on the whole document (""). Returns the Note."""
    _require_open(by, document)
    text = _clean(text, language)
    if not _says_something(text):
        raise WorkflowError(_("Write something in the note first."), "text")
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        note = Note.objects.create(document=locked, language_code=language, text=text, written_by=by)
        record(Act.Name.NOTE, locked, language, by, note=text)
        notices.noted(note)
        return note


def guest_note(link, name, text, verdict):
    """Keep what somebody without an account answered through ``link`` (a ShareLink): their name, a text, and a verdict
    (a Note.Verdict value). A verdict of approval needs no text. Returns the Note."""
    language = link.language_code
    name, text = " ".join(_clean(name, language, "name").split()), _clean(text, language)
    _require_answer(name, text, verdict)
    with database_refusals(), transaction.atomic():
        locked = lock(link.document)
        _require_open_for_answers(link)
        note = Note.objects.create(
            document=locked,
            language_code=language,
            text=text,
            guest_name=name,
            share_link=link,
            verdict=verdict,
        )
        # Nobody of the desk did it; who did stands in the note.
        told = ": ".join(
            part for part in (name, str(Note.Verdict(verdict).label) if verdict else "", text) if part
        )
        record(Act.Name.NOTE, locked, language, None, note=told)
        notices.noted(note)
        return note


def resolve(note, by):
    """Say that ``note`` is dealt with; of one that is resolved already nothing is changed."""
    _settle(note, by, Act.Name.RESOLVE_NOTE, is_resolved=True)


def reopen(note, by):
    """Say that ``note`` is not dealt with after all; of an open one nothing is changed."""
    _settle(note, by, Act.Name.REOPEN_NOTE, is_resolved=False)


def _settle(note, by, act, is_resolved):
    _require_open(by, note.document)
    with database_refusals(), transaction.atomic():
        locked = lock(note.document)
        found = Note.objects.get(pk=note.pk)
        if bool(found.resolved_at) == is_resolved:
            return
        found.resolved_at, found.resolved_by = (timezone.now(), by) if is_resolved else (None, None)
        found.save(update_fields=["resolved_at", "resolved_by"])
        record(act, locked, found.language_code, by, note=found.text)


def _require_open(by, document):
    if not may_open(by, document):
        raise WorkflowError(_("You may not read or write notes on this document."))


def _clean(text, language, field="text"):
    """The text as it may be stored; one that is too long is refused, never cut."""
    text, limit = normalise(text, language), LIMITS[field]
    if len(text) > limit:
        raise WorkflowError(_("This is longer than %(limit)s characters.") % {"limit": limit}, field)
    return text


def _says_something(text):
    """Direction marks alone are nothing that anybody could read."""
    return any(letter.isprintable() and not letter.isspace() for letter in text)


def _require_answer(name, text, verdict):
    if not _says_something(name):
        raise WorkflowError(_("Say who you are, please."), "name")
    if verdict not in Note.Verdict.values:
        raise WorkflowError(_("Choose one of the answers."), "verdict")
    if verdict == Note.Verdict.CHANGES and not _says_something(text):
        raise WorkflowError(_("Say what should change."), "text")
    if verdict == Note.Verdict.NONE and not _says_something(text):
        raise WorkflowError(_("Write something in the note first."), "text")


def _require_open_for_answers(link):
    """Asked under the lock: two answers at once are counted one after the other."""
    if not type(link).objects.working().filter(pk=link.pk, is_answer_asked=True).exists():
        raise WorkflowError(_("This link takes no answers any more."))
    if Note.objects.filter(share_link=link).count() >= MOST_ANSWERS:
        raise WorkflowError(_("This link has had as many answers as it takes."))
