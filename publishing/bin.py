"""The bin: what readers never saw goes there instead of being deleted, and comes back whole for BIN_DAYS days.

A document in the bin is only marked (``Document.binned_at``): its words, facts, relations, revisions and notes stay
where they are, while lists, forms and editorial acts leave it alone. No timer is needed: whoever moves something to the
bin also empties what is overdue; ``manage.py empty_bin`` is for those who would rather not wait for that.
"""

from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.db.models import CASCADE, PROTECT, RESTRICT, ProtectedError, RestrictedError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from publishing.languages import LANGUAGES
from publishing.lists import isolated, joined
from publishing.log import record
from publishing.models import Act, Document, Revision
from publishing.models.revision import FACTS
from publishing.permissions import may_change_facts, may_with_kind
from publishing.refusals import WorkflowError, database_refusals
from publishing.workflow import drop_plan, lock

BIN_DAYS = 30
#: How a relation ties one document to another so that it cannot be without it.
TIES = (CASCADE, PROTECT, RESTRICT)
#: So many titles are named when others depend on a document.
NAMED = 5


def may_use_bin(user, document):
    """Whether ``user`` may move ``document`` to the bin and take it back."""
    return may_with_kind(user, "delete", document.kind) and may_change_facts(user, document)


def was_ever_public(document):
    """Whether readers see any text of ``document``, or once saw one."""
    return Revision.objects.filter(document_id=document.pk).ever_public().exists()


def stays_until(document):
    """The moment from which a ``document`` in the bin may be deleted for good."""
    return document.binned_at + timedelta(days=BIN_DAYS)


def require_may_go(document):
    """Raise WorkflowError if ``document`` has to stay: readers saw it, it is the current event, or others that are in
    use cannot be without it."""
    if was_ever_public(document):
        raise WorkflowError(_("What readers have seen is kept: it can be withdrawn, but not deleted."))
    # Only events have it; they are above this app, so it is asked by its name.
    if getattr(_facts(document), "is_current", False):
        raise WorkflowError(_("This is the current event; make another one the current event first."))
    _require_nothing_hangs_on(document)


def move_to_bin(document, by):
    """Move ``document`` to the bin, for the person ``by``; its scheduled texts are scheduled no more."""
    move_all_to_bin([document], by)


def move_all_to_bin(documents, by):
    """Move all ``documents`` to the bin or, where one of them has to stay, none. Raises WorkflowError."""
    with database_refusals(), transaction.atomic():
        # In one order, so that two people who move the same ones do not wait for each other.
        for document in sorted(documents, key=lambda document: document.pk):
            try:
                _move(document, by)
            except WorkflowError as refusal:
                if len(documents) == 1:
                    raise
                raise _naming(document, refusal) from refusal
    # What is overdue has no say in what was asked for.
    with suppress(WorkflowError):
        empty()


def take_back(document, by):
    """Take ``document`` out of the bin as it went in, for the person ``by``. Its facts are not checked again: the form
    says what has become wrong meanwhile, such as a room that somebody else has taken."""
    if not may_use_bin(by, document):
        raise WorkflowError(_("You may not take this document back from the bin."))
    with database_refusals(), transaction.atomic():
        locked = Document.objects.select_for_update(of=("self",)).filter(pk=document.pk).first()
        if locked is None:
            raise WorkflowError(_("This document has been deleted for good."))
        if locked.binned_at is None:
            raise WorkflowError(_("This document is not in the bin."))
        require_place(_facts(locked))
        Document.objects.filter(pk=locked.pk).update(binned_at=None, binned_by=None)
        record(Act.Name.TAKE_BACK, locked, by=by)


def empty(before=None):
    """Delete for good what went to the bin at ``before`` (BIN_DAYS ago if None) or earlier and no other document depends
    on. An Act tells of each. Returns how many there were."""
    before = before or timezone.now() - timedelta(days=BIN_DAYS)
    overdue = Document.objects.binned().filter(binned_at__lte=before)
    waiting, gone = list(overdue.order_by("binned_at", "pk").values_list("pk", flat=True)), 0
    while True:
        # An event can go once its sessions have gone, so those that stay are asked again.
        staying = [pk for pk in waiting if not _delete_for_good(pk, before)]
        gone += len(waiting) - len(staying)
        if len(staying) == len(waiting):
            return gone
        waiting = staying


def require_place(facts):
    """Raise WorkflowError if a document that ``facts`` (an Event, a Session …) cannot be without is in the bin, and hold
    its row otherwise: it cannot go there until this transaction ends."""
    for field in _ties(facts._meta.get_fields()):
        owners = Document.objects.select_for_update(of=("self",)).filter(pk=getattr(facts, field.attname))
        owner = owners.first()
        if owner and owner.binned_at:
            message = _("It belongs to “%(title)s”, which is in the bin; take that back first.")
            raise WorkflowError(message % {"title": isolated(owner)}, field.name)


def _move(document, by):
    if not may_use_bin(by, document):
        raise WorkflowError(_("You may not move this document to the bin."))
    locked = lock(document)
    require_may_go(locked)
    now = timezone.now()
    for language in LANGUAGES:
        pending = drop_plan(locked, language, now)
        if pending:
            record(Act.Name.CANCEL_SCHEDULE, locked, language, by, pending)
    Document.objects.filter(pk=locked.pk).update(binned_at=now, binned_by=by)
    record(Act.Name.BIN, locked, by=by)


def _naming(document, refusal):
    message = _("None of them was moved, because of “%(title)s”. %(reason)s")
    return WorkflowError(message % {"title": isolated(document), "reason": refusal})


def _delete_for_good(pk, before):
    """Whether the document could be deleted; somebody may have taken it back since it was looked for."""
    with database_refusals(), suppress(ProtectedError, RestrictedError), transaction.atomic():
        locked = Document.objects.select_for_update(of=("self",)).filter(pk=pk, binned_at__lte=before).first()
        if locked is None or was_ever_public(locked) or _hanging_on(locked).exists():
            return False
        record(Act.Name.EMPTY_BIN, locked)
        locked.delete()
        return True
    return False


def _facts(document):
    return getattr(document, FACTS[document.kind])


def _ties(fields):
    """Those of ``fields`` by which one document cannot be without another."""
    return [
        field
        for field in fields
        if (field.many_to_one or field.one_to_one)
        and field.concrete
        and issubclass(field.related_model, Document)
        and not field.remote_field.parent_link
        and field.remote_field.on_delete in TIES
    ]


def _hanging_on(document):
    """The documents, in use or in the bin, that cannot be without ``document``."""
    relations = _facts(document)._meta.get_fields(include_hidden=True)
    back = [relation.field for relation in relations if relation.auto_created and not relation.concrete]
    keys = set()
    for field in _ties(field for field in back if issubclass(field.model, Document)):
        keys |= set(
            field.model._base_manager.filter(**{field.name: document.pk}).values_list("pk", flat=True)
        )
    return Document.objects.filter(pk__in=keys)


def _require_nothing_hangs_on(document):
    hanging = _hanging_on(document).in_use()
    count = hanging.count()
    if not count:
        return
    named = hanging.with_working_copies().order_by("pk")[:NAMED]
    titles = joined([isolated(other) for other in named]) + (" …" if count > NAMED else "")
    message = ngettext(
        "%(count)s document in use belongs to it: %(titles)s. Move that one to the bin first, or give it another place.",
        "%(count)s documents in use belong to it: %(titles)s. Move them to the bin first, or give them another place.",
        count,
    )
    raise WorkflowError(message % {"count": count, "titles": titles})
