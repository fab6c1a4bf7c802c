"""The editorial acts: what happens to the words of a document, each as one function.

Every act checks the permission, checks the move, writes in one transaction under a lock on the document,
and leaves an Act. Nobody else writes what these functions write. All of them take the document, the language
("ar" or "en") and the person (``by``), and raise WorkflowError with a message for that person, in which case
nothing has been written.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing import notices
from publishing.log import record
from publishing.models import Act, Document, DocumentTranslation, Revision
from publishing.periods import begin_period, clear_period, current, end_period, scheduled, until_next
from publishing.permissions import Task, may_change_facts
from publishing.refusals import (
    Conflict,
    WorkflowError,
    database_refusals,
    require,
    require_complete,
    require_free_slug,
    require_in_use,
    require_no_release,
    require_none_since,
    require_period,
    require_second_person,
)
from publishing.working_copy import (
    append_revision,
    clean_words,
    latest_revision,
    sense_by_words,
    write_working_copy,
)

__all__ = [
    "Conflict", "WorkflowError", "cancel_schedule", "change_source_language", "lock", "mark_up_to_date", "publish",
    "request_changes", "restore", "save_working_copy", "schedule", "submit", "withdraw",
]  # fmt: skip

Stage = DocumentTranslation.Stage


def lock(document):
    """Hold the row of ``document`` until the transaction ends: two acts on one document wait for each other.

    Raises WorkflowError if it is in the bin.
    """
    locked = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    require_in_use(locked)
    return locked


#: The caller does not say which text the person began from.
NOT_SAID = object()


def save_working_copy(document, language, words, by, note="", base=NOT_SAID):
    """Save ``words`` (a dict with any of WORDS) as the working copy; the public sees nothing of it.

    Returns the latest Revision: a new one where the words changed, the one that was there where they did not.
    The words are normalised and the body sanitised; an empty slug is made from the title. ``base`` is the key of the
    Revision that the person began from (None for an empty form): where somebody else has saved another text since,
    Conflict is raised; somebody who changed nothing overwrites nothing.
    """
    require(by, Task.WRITE, document, language)
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        before = latest_revision(locked, language)
        is_stale = base is not NOT_SAID and base != (before and before.pk)
        began = Revision.objects.filter(pk=base, document_id=document.pk).first() if is_stale else None
        if began and _says_nothing_new(words, began, language):
            return before
        changed = write_working_copy(locked, language, words, by)
        if before and before.words == changed:
            return before
        if is_stale and before:
            raise Conflict(began, before)
        revision = append_revision(locked, language, changed, by, note)
        record(Act.Name.SAVE, locked, language, by, revision, note)
        return revision


def _says_nothing_new(words, began, language):
    """Whether ``words`` leave everything as the Revision ``began`` had it; an empty address is no other address."""
    said = {name: text for name, text in words.items() if text or name != "slug"}
    return clean_words(began.words | said, language) == began.words


def submit(document, language, by, note=""):
    """Hand the working copy to the reviewers."""
    require(by, Task.SUBMIT, document, language)
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        require_complete(latest_revision(locked, language))
        _move(locked, language, Stage.IN_REVIEW)
        record(Act.Name.SUBMIT, locked, language, by, latest_revision(locked, language), note)
        notices.submitted(locked, language, by, note)


def request_changes(document, language, by, note):
    """Hand a submitted text back to its writer, with a ``note`` that says what to change."""
    require(by, Task.REVIEW, document, language)
    if not note.strip():
        raise WorkflowError(_("Say in a note what should change."))
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        copy = locked.translations.filter(language_code=language).first()
        if copy is None or copy.stage != Stage.IN_REVIEW:
            raise WorkflowError(_("This text is not in review, so it cannot be returned."))
        _move(locked, language, Stage.CHANGES_REQUESTED)
        revision = latest_revision(locked, language)
        record(Act.Name.REQUEST_CHANGES, locked, language, by, revision, note)
        notices.returned(locked, language, by, note, revision)


def publish(document, language, by, at=None, until=None, note="", is_minor=False, now=None):
    """Make the working copy public now, until the moment ``until`` (open if None). Returns the Revision.

    The text that was public ends at the same moment. A text that is scheduled for later stays scheduled and
    takes over at its time. ``at`` may name a moment in the past, for texts that come from elsewhere. A text that is
    public already gets the end ``until`` if that is another one than it had. After an ``is_minor`` change of an
    original its translations stay up to date. ``now`` is what the texts of a release, which are locked already, take for
    this moment.
    """
    require(by, Task.PUBLISH, document, language)
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        # Read under the lock: whoever waited for another publisher is later than that publisher.
        now = now or timezone.now()
        moment = at or now
        if moment > now:
            raise WorkflowError(_("That moment is in the future: schedule the text instead."))
        require_period(moment, until)
        if at is None and _has_another_end(locked, language, now, until):
            return _change_end(locked, language, by, now, until, note)
        revision = _revision_to_publish(locked, language, by, now)
        living = current(locked, language, now)
        end = until_next(locked, language, now, until)
        _keep_sense(revision, living, is_minor)
        require_period(moment, end)
        require_none_since(revision, moment, end, living)
        require_free_slug(revision, moment, end)
        if living:
            end_period(living, moment)
        begin_period(revision, moment, end, until, by)
        _move(locked, language, Stage.DRAFT)
        record(Act.Name.PUBLISH, locked, language, by, revision, note)
        notices.published(locked, language, by, note, revision)
        return revision


def schedule(document, language, by, live_from, live_until=None, note="", is_minor=False):
    """Make the working copy public from ``live_from``, a future moment, until ``live_until`` (open if None).

    It takes the place of a text that was scheduled before. The text that is public now ends when this one begins.
    Returns the Revision.
    """
    require(by, Task.PUBLISH, document, language)
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        now = timezone.now()
        if live_from <= now:
            raise WorkflowError(
                _("The moment to publish has passed; choose one in the future, or publish now.")
            )
        require_period(live_from, live_until)
        drop_plan(locked, language, now)
        revision = _revision_to_publish(locked, language, by, now)
        _keep_sense(revision, current(locked, language, now), is_minor)
        require_free_slug(revision, live_from, live_until)
        _give_back_end(locked, language, now, before=live_from)
        begin_period(revision, live_from, live_until, live_until, by)
        _move(locked, language, Stage.DRAFT)
        record(Act.Name.SCHEDULE, locked, language, by, revision, note)
        return revision


def cancel_schedule(document, language, by, note=""):
    """Take back a text that was to go public later; the one that is public now stays as its editor meant it."""
    require(by, Task.PUBLISH, document, language)
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        now = timezone.now()
        revision = drop_plan(locked, language, now)
        if revision is None:
            raise WorkflowError(_("Nothing is scheduled in this language."))
        _give_back_end(locked, language, now)
        record(Act.Name.CANCEL_SCHEDULE, locked, language, by, revision, note)


def withdraw(document, language, by, note=""):
    """Take the public text, and one that is scheduled, off the site. The words stay in the history."""
    require(by, Task.PUBLISH, document, language)
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        now = timezone.now()
        pending = drop_plan(locked, language, now)
        living = current(locked, language, now)
        if not (living or pending):
            raise WorkflowError(_("Nothing is public in this language, so there is nothing to withdraw."))
        if living:
            end_period(living, now)
        record(Act.Name.WITHDRAW, locked, language, by, living or pending, note)


def restore(document, language, by, revision):
    """Make the words of an earlier ``revision`` the working copy again. Neither the public nor the other
    language sees a change. Returns the new Revision."""
    require(by, Task.WRITE, document, language)
    if (revision.document_id, revision.language_code) != (document.pk, language):
        raise WorkflowError(_("That text belongs to another document or language."))
    with database_refusals(), transaction.atomic():
        note = _("Restored from revision %(number)s") % {"number": revision.number}
        restored = save_working_copy(document, language, revision.words, by, note)
        record(Act.Name.RESTORE, document, language, by, revision)
        return restored


def mark_up_to_date(document, language, by, source, note=""):
    """Say that the translation in ``language`` agrees with ``source`` (a Revision of the original), as it stands.

    It is said of the latest text: a newer draft over a public translation says nothing of what readers see."""
    require(by, Task.WRITE, document, language)
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        latest = latest_revision(locked, language)
        if latest is None:
            raise WorkflowError(_("There is no text in this language yet; write and save one first."))
        if (source.document_id, source.language_code) != (locked.pk, locked.source_language) or language == (
            locked.source_language
        ):
            raise WorkflowError(_("That text is not the original of this translation."))
        Revision.objects.filter(pk=latest.pk).update(source_revision=source)
        record(Act.Name.MARK_UP_TO_DATE, locked, language, by, source, note)


def change_source_language(document, language, by):
    """Make ``language`` the original; the other becomes its translation, up to date if the two agreed before."""
    if not may_change_facts(by, document):
        raise WorkflowError(_("You may not change the facts of this document."))
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        before = locked.source_language
        if before == language:
            return
        original, translation = latest_revision(locked, before), latest_revision(locked, language)
        Document.objects.filter(pk=locked.pk).update(source_language=language)
        if original and translation:
            agreed = translation.source_revision and translation.source_revision.sense == original.sense
            Revision.objects.filter(pk=original.pk).update(source_revision=translation if agreed else None)
        record(Act.Name.CHANGE_SOURCE, locked, language, by)
    document.source_language = language


def _keep_sense(revision, living, is_minor):
    """A minor change means what the text that readers see means, so no translation is out of date by it."""
    if is_minor and living and living.sense != revision.sense:
        revision.sense = living.sense
        revision.save(update_fields=["sense"])


def _move(document, language, stage):
    document.translations.filter(language_code=language).update(stage=stage)


def _revision_to_publish(document, language, by, now):
    """The revision that holds the working copy and has had no period yet.

    A text that was public before and is published again becomes a new revision, since a revision has one period.
    """
    revision = latest_revision(document, language)
    require_complete(revision)
    require_second_person(by, document, revision)
    if revision.live_from is None:
        return revision
    if revision.live_from > now:
        # Scheduled, and now published sooner: the earlier plan is dropped.
        drop_plan(document, language, now)
        revision.refresh_from_db()
        return revision
    if revision.live_until is None or revision.live_until > now:
        raise WorkflowError(_("This very text is public already; there is nothing new to publish."))
    return append_revision(document, language, revision.words, revision.created_by, "")


def _has_another_end(document, language, now, until):
    """Whether the working copy is public as it stands, and meant to end at another moment than ``until``."""
    living = current(document, language, now)
    return bool(living and living == latest_revision(document, language) and living.expires_at != until)


def _change_end(document, language, by, now, until, note):
    living = current(document, language, now)
    end = until_next(document, language, now, until)
    require_free_slug(living, now, end)
    living.expires_at = until
    living.save(update_fields=["expires_at"])
    end_period(living, end)
    record(Act.Name.PUBLISH, document, language, by, living, note)
    return living


def drop_plan(document, language, now):
    """Drop the scheduled text. Returns it, or None where there is none."""
    pending = scheduled(document, language, now)
    if pending is not None:
        require_no_release(pending)
        clear_period(pending)
        # Only its plan made the change a minor one.
        pending.sense = sense_by_words(pending)
        pending.save(update_fields=["sense"])
    return pending


def _give_back_end(document, language, now, before=None):
    """Let the public text last as long as its editor asked, or up to ``before`` where another text begins sooner."""
    living = current(document, language, now)
    if living is None:
        return
    end = min((moment for moment in (living.expires_at, before) if moment), default=None)
    require_free_slug(living, now, end)
    end_period(living, end)
