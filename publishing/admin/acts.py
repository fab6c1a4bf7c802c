"""The buttons under a document's form, and what each does after the working copy is saved."""

from django.contrib import messages
from django.utils.translation import gettext as _

from publishing import workflow
from publishing.admin.lists import state_cell
from publishing.languages import LANGUAGES
from publishing.permissions import Task, may
from publishing.states import State, state_of
from publishing.workflow import WorkflowError


def _publish(document, language, by, cleaned):
    workflow.publish(document, language, by, until=cleaned.get("live_until"), note=cleaned.get("note") or "")
    return _("Published: readers see the text now.")


def _schedule(document, language, by, cleaned):
    workflow.schedule(
        document, language, by, cleaned["live_from"], cleaned.get("live_until"), cleaned.get("note") or ""
    )
    return _("Scheduled: the text goes public at the moment that you chose.")


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


ACTS = {
    "_publish": _publish,
    "_schedule": _schedule,
    "_withdraw": _withdraw,
    "_cancel_schedule": _cancel_schedule,
    "_submit_for_review": _submit,
    "_request_changes": _request_changes,
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


def buttons(request, document, language):
    """Which buttons ``request.user`` has on the form of ``document`` (None while it is being added) in ``language``."""
    found = state_of(document, language) if document else None
    state = found.state if found else State.MISSING
    may_publish = may(request.user, Task.PUBLISH, document, language)
    may_write = document is None or may(request.user, Task.WRITE, document, language)
    return {
        "publish": may_publish and may_write,
        "schedule": may_publish and may_write,
        "withdraw": may_publish and state in (State.LIVE, State.CHANGED, State.SCHEDULED),
        "cancel_schedule": may_publish and bool(found and found.pending),
        "submit": may_write and not may_publish,
        "request_changes": bool(
            found and found.stage == "in_review" and may(request.user, Task.REVIEW, document, language)
        ),
    }


def tabs(document, language):
    """The language tabs: each with its code, whether it is the open one, its TextState, and that as badges."""
    return [
        {
            "language": code,
            "is_open": code == language,
            "state": state_of(document, code) if document else None,
            "badges": state_cell(document, code) if document else "",
        }
        for code in LANGUAGES
    ]
