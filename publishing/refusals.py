"""What the editorial acts refuse, and in which words."""

from contextlib import contextmanager

from django.db import IntegrityError, OperationalError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.guards import ONE_LIVE_SLUG, ONE_LIVE_TEXT
from publishing.models import ReleaseItem, Revision
from publishing.permissions import Task, is_own_text, may
from publishing.text import is_blank_html


class WorkflowError(Exception):
    """An act that was refused; its text says why, in the language of the person who tried.

    ``field`` names the word that it is about ("slug", say), or is "" when it is about the whole.
    """

    def __init__(self, message, field=""):
        super().__init__(message)
        self.field = field


class Conflict(WorkflowError):
    """Somebody else saved the text since this person opened it. ``latest`` is the Revision that they saved, ``base`` the
    one that this person began from (None for an empty form)."""

    def __init__(self, base, latest):
        super().__init__(
            _(
                "%(name)s saved this text while you were writing. Nothing of yours is lost: it is still in the form."
            )
            % {"name": latest.created_by or _("Somebody")}
        )
        self.base, self.latest = base, latest


def require(by, task, document, language):
    """Raise WorkflowError unless ``by`` may do ``task``."""
    if may(by, task, document, language):
        return
    raise WorkflowError(
        {
            Task.WRITE: _("You may not write this text in this language."),
            Task.SUBMIT: _("You may not submit this text."),
            Task.REVIEW: _("You may not review texts."),
            Task.PUBLISH: _("You may not publish, schedule or withdraw texts."),
        }[task]
    )


def require_complete(revision):
    """Raise WorkflowError unless ``revision`` has what a public text needs: a title, an address and a body."""
    if revision is None:
        raise WorkflowError(_("There is no text in this language yet; write and save one first."))
    if is_blank_html(revision.body):
        raise WorkflowError(_("The text has no body yet; write one before it is published."), "body")


def require_in_use(document):
    """Raise WorkflowError if ``document`` is in the bin."""
    if document.binned_at:
        raise WorkflowError(_("This document is in the bin; take it back first."))


def require_second_person(by, document, revision):
    """Raise WorkflowError if ``by`` wrote ``revision`` and the document wants a second pair of eyes."""
    if is_own_text(by, document, revision):
        raise WorkflowError(
            _(
                "You wrote this text last, and texts of this kind are published by somebody else: submit it for review."
            )
        )


def require_no_release(revision):
    """Raise WorkflowError if a release that is still to come will make ``revision`` public together with other texts."""
    to_come = ReleaseItem.objects.filter(revision=revision, release__live_from__gt=timezone.now())
    item = to_come.select_related("release").first()
    if item:
        raise WorkflowError(release_message(item.release))


def release_message(release):
    """The message for a text that ``release`` holds."""
    return _("This text goes public with the release “%(name)s”; cancel the release first.") % {
        "name": release.name
    }


def require_period(live_from, live_until):
    """Raise WorkflowError unless the half-open period has a length."""
    if live_until is not None and live_until <= live_from:
        raise WorkflowError(_("The text would end before it begins; choose a later end."), "live_until")


def require_none_since(revision, live_from, live_until, living):
    """Raise WorkflowError if another text of the document has been public within the period, but for the ``living``
    one that began before it and makes room."""
    own = Revision.objects.filter(document_id=revision.document_id, language_code=revision.language_code)
    clash = own.exclude(pk=revision.pk).filter(Q(live_until__isnull=True) | Q(live_until__gt=live_from))
    clash = clash.filter(live_from__isnull=False)
    if live_until:
        clash = clash.filter(live_from__lt=live_until)
    if living and living.live_from < live_from:
        clash = clash.exclude(pk=living.pk)
    if clash.exists():
        raise WorkflowError(_("Another text has been public since then; choose a later moment."), "live_from")


def require_free_slug(revision, live_from, live_until):
    """Raise WorkflowError if another document of the kind is at this address during the period."""
    taken = slug_holder(
        revision.document_id, revision.kind, revision.language_code, revision.slug, live_from, live_until
    )
    if taken:
        raise WorkflowError(slug_taken_message(revision.slug, taken), "slug")


def slug_holder(document_id, kind, language, slug, live_from, live_until=None):
    """The revision of another document that is public at this address in the period, or None."""
    clash = Revision.objects.filter(kind=kind, language_code=language, slug=slug, live_from__isnull=False)
    clash = clash.exclude(document_id=document_id).filter(
        Q(live_until__isnull=True) | Q(live_until__gt=live_from)
    )
    if live_until:
        clash = clash.filter(live_from__lt=live_until)
    return clash.first()


def slug_taken_message(slug, holder):
    """The message for an address that the revision ``holder`` has."""
    return _("The address “%(slug)s” is taken by “%(title)s”; choose another one.") % {
        "slug": slug,
        "title": holder.title,
    }


@contextmanager
def database_refusals():
    """Turn what the database refuses (see guards.py) into a WorkflowError. Stands outside the transaction."""
    try:
        yield
    except IntegrityError as error:
        if ONE_LIVE_SLUG in str(error):
            raise WorkflowError(
                _("Somebody has just published another text at this address; choose another one."), "slug"
            ) from error
        if ONE_LIVE_TEXT in str(error):
            raise WorkflowError(_("Somebody has just published this text; load it again.")) from error
        raise
    except OperationalError as error:
        if "locked" in str(error) or "deadlock" in str(error):
            raise WorkflowError(_("The site is busy; nothing was changed. Try again in a moment.")) from error
        raise
