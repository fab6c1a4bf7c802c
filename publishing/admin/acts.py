"""The buttons under a document's form, and what each does after the working copy is saved."""

from django.conf import settings
from django.contrib import messages
from django.utils.translation import gettext as _

from publishing import workflow
from publishing.admin.lists import state_cell
from publishing.freshness import Freshness
from publishing.languages import LANGUAGES
from publishing.permissions import Task, is_own_text, may, needs_four_eyes
from publishing.states import State, state_of
from publishing.workflow import WorkflowError

#: That a translation is missing is what its state says already.
TOLD_IN_TABS = (Freshness.IN_PROGRESS, Freshness.UP_TO_DATE, Freshness.OUT_OF_DATE)


def _publish(document, language, by, cleaned):
    until, note = cleaned.get("live_until"), cleaned.get("note") or ""
    is_minor = _is_minor(document, language, cleaned)
    workflow.publish(document, language, by, until=until, note=note, is_minor=is_minor)
    return _("Published: readers see the text now.")


def _schedule(document, language, by, cleaned):
    begin, end, note = cleaned["live_from"], cleaned.get("live_until"), cleaned.get("note") or ""
    is_minor = _is_minor(document, language, cleaned)
    workflow.schedule(document, language, by, begin, end, note, is_minor=is_minor)
    return _("Scheduled: the text goes public at the moment that you chose.")


def _is_minor(document, language, cleaned):
    return bool(cleaned.get("is_minor")) and language == document.source_language


def _withdraw(document, language, by, cleaned):
    workflow.withdraw(document, language, by, cleaned.get("note") or "")
    return _("Withdrawn: readers no longer see the text.")


def _cancel_schedule(document, language, by, cleaned):
    workflow.cancel_schedule(document, language, by, cleaned.get("note") or "")
    return _("The schedule is cancelled; the text stays in the working copy.")


def _submit(document, language, by, cleaned):
    workflow.submit(document, language, by, cleaned.get("note") or "")
    return _("Submitted for review.")


def _request_changes(document, language, by, cleaned):
    workflow.request_changes(document, language, by, cleaned.get("note") or "")
    return _("Returned to its writer with your note.")


def _mark_up_to_date(document, language, by, cleaned):
    shown = cleaned.get("source_revision")
    if shown is None:
        raise WorkflowError(_("That text is not the original of this translation."))
    workflow.mark_up_to_date(document, language, by, shown, cleaned.get("note") or "")
    return _("The translation is up to date with the original as it was shown to you.")


ACTS = {
    "_publish": _publish,
    "_schedule": _schedule,
    "_withdraw": _withdraw,
    "_cancel_schedule": _cancel_schedule,
    "_submit_for_review": _submit,
    "_request_changes": _request_changes,
    "_mark_up_to_date": _mark_up_to_date,
}


def perform_pressed(request, document, language, cleaned):
    """Do what the pressed button asks for and tell the person how it went. Returns whether there was such a button."""
    name = next((name for name in ACTS if name in request.POST), None)
    if name is None:
        return False
    try:
        messages.success(request, ACTS[name](document, language, request.user, cleaned))
    except WorkflowError as error:
        messages.error(request, _("The working copy is saved. %(reason)s") % {"reason": error})
    return True


def buttons(request, document, language, kind):
    """Which buttons ``request.user`` has on the form of ``document`` (None while one of ``kind`` is being added) in
    ``language``; "wants_second_person" where publishing is for somebody who did not write the text."""
    found = state_of(document, language) if document else None
    state = found.state if found else State.MISSING
    may_publish = may(request.user, Task.PUBLISH, document, language)
    may_write = document is None or may(request.user, Task.WRITE, document, language)
    is_own = _is_own(request.user, document, language, kind)
    return {
        "publish": may_publish and may_write and not is_own,
        "schedule": may_publish and may_write and not is_own,
        "wants_second_person": may_publish and may_write and is_own,
        "withdraw": may_publish and state in (State.LIVE, State.CHANGED, State.SCHEDULED),
        "cancel_schedule": may_publish and bool(found and found.pending),
        "submit": may_write and (is_own or not may_publish),
        "request_changes": bool(
            found and found.stage == "in_review" and may(request.user, Task.REVIEW, document, language)
        ),
    }


def _is_own(user, document, language, kind):
    """Whether ``user`` is the last writer of a text that wants a second pair of eyes, or is about to be."""
    if document is None:
        return kind in settings.FOUR_EYES
    own = document.texts_in(language)
    return is_own_text(user, document, own[-1]) if own else needs_four_eyes(document)


def tabs(document, language):
    """The language tabs: each with its code, whether it is the open one, its TextState, and that as badges."""
    return [
        {
            "language": code,
            "is_open": code == language,
            "state": state_of(document, code) if document else None,
            "badges": state_cell(document, code, TOLD_IN_TABS) if document else "",
        }
        for code in LANGUAGES
    ]
