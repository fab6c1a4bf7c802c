"""Who works on a text and by which day: an act like those of workflow.py."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing import notices
from publishing.colleagues import may_work_on
from publishing.freshness import Freshness, freshness_of
from publishing.lists import isolated
from publishing.log import record
from publishing.models import Act, Assignment
from publishing.permissions import may_assign
from publishing.refusals import WorkflowError, database_refusals
from publishing.states import State, state_of
from publishing.workflow import lock

#: After these an assignee has done what was asked.
FINISHING = (Act.Name.PUBLISH, Act.Name.SCHEDULE, Act.Name.MARK_UP_TO_DATE)


def assign(document, language, by, assignee, due_on=None):
    """Give the text of ``document`` in ``language`` to ``assignee`` (a user; None for nobody) until ``due_on`` (a date or None).

    The assignee is told by mail, unless it is ``by``. Returns the Assignment, None where nothing is left of it. Raises
    WorkflowError, in which case nothing has been written.
    """
    if not may_assign(by, document):
        raise WorkflowError(_("You may not say who works on this document."))
    if assignee and not may_work_on(assignee, document, language):
        raise WorkflowError(
            _("%(name)s may neither write nor review this text.") % {"name": isolated(assignee)}, "assignee"
        )
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        before = Assignment.objects.filter(document_id=locked.pk, language_code=language).first()
        if _is_as_before(before, assignee, due_on):
            return before
        assignment = _write(before, locked, language, assignee, due_on)
        record(Act.Name.ASSIGN, locked, language, by, note=_told(assignee, due_on))
        if assignee:
            notices.assigned(assignment, by)
        return assignment


def is_overdue(assignment, document):
    """Whether the day has passed and the text still asks something of somebody: see desk.queries.open_assignments, which
    says the same of many. ``document`` is the one of ``assignment`` (which may be None)."""
    if not assignment or not assignment.due_on or assignment.due_on >= timezone.localdate():
        return False
    language = assignment.language_code
    is_at_rest = state_of(document, language).state in (State.LIVE, State.SCHEDULED)
    if not is_at_rest or freshness_of(document, language) == Freshness.OUT_OF_DATE:
        return True
    # What is public as it stands may have been given to somebody to be written anew.
    acts = Act.objects.filter(document_id=document.pk, language_code=language)
    last = acts.filter(name__in=[Act.Name.ASSIGN, *FINISHING]).first()
    return last is not None and last.name == Act.Name.ASSIGN


def _is_as_before(before, assignee, due_on):
    if before is None:
        return assignee is None and due_on is None
    return (before.assignee_id, before.due_on) == (assignee and assignee.pk, due_on)


def _write(before, document, language, assignee, due_on):
    if assignee is None and due_on is None:
        before.delete()
        return None
    assignment = before or Assignment(language_code=language)
    assignment.document, assignment.assignee, assignment.due_on = document, assignee, due_on
    assignment.save()
    return assignment


def _told(assignee, due_on):
    """The note of the act, the same for readers of both languages: "⁨name⁩ · ⁨2026-03-05⁩"; '' for nobody and no day."""
    return " · ".join(isolated(part) for part in (assignee, due_on and due_on.isoformat()) if part)
