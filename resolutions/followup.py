"""What becomes of a resolution: the only writer of its status."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.log import record
from publishing.models import Act, PublicText
from publishing.refusals import WorkflowError, require_in_use
from publishing.text import normalise
from resolutions.models import Resolution, Status, StatusUpdate

#: What may follow what. "Superseded" is final; the others may change as the facts do.
NEXT = {
    Status.ADOPTED: {
        Status.ADOPTED,
        Status.IN_PROGRESS,
        Status.IMPLEMENTED,
        Status.STALLED,
        Status.SUPERSEDED,
    },
    Status.IN_PROGRESS: {Status.IN_PROGRESS, Status.IMPLEMENTED, Status.STALLED, Status.SUPERSEDED},
    Status.STALLED: {Status.STALLED, Status.IN_PROGRESS, Status.IMPLEMENTED, Status.SUPERSEDED},
    Status.IMPLEMENTED: {Status.IMPLEMENTED, Status.IN_PROGRESS, Status.SUPERSEDED},
    Status.SUPERSEDED: {Status.SUPERSEDED},
}


def record_status_update(resolution, by, to_status, noted_on, note_ar="", note_en="", evidence_document=None,
                         evidence_attachment=None, evidence_url=""):  # fmt: skip
    """Record publicly that ``resolution`` has the status ``to_status`` from the day ``noted_on``.

    The note may be given in one language and follow later in the other. An update may keep the status, to report
    on the way. Returns the StatusUpdate; raises WorkflowError where the person may not, the step is not one that
    can follow, the day is before the adoption, before the last update or still to come, no note is given, the
    evidence is no article or no web address, or "implemented" comes without evidence.
    """
    if not by.has_perm("resolutions.record_status_update"):
        raise WorkflowError(_("You may not record what became of a decision."))
    with transaction.atomic():
        locked = Resolution.objects.select_for_update(of=("self",)).get(pk=resolution.pk)
        update = StatusUpdate(
            resolution=locked, noted_on=noted_on, from_status=locked.status, to_status=to_status,
            note_ar=normalise(note_ar, "ar"), note_en=normalise(note_en, "en"), evidence_document=evidence_document,
            evidence_attachment=evidence_attachment, evidence_url=evidence_url, recorded_by=by,
        )  # fmt: skip
        require_in_use(locked)
        _require_step(locked, update)
        update.save()
        Resolution.objects.filter(pk=locked.pk).update(status=to_status)
        record(Act.Name.RECORD_STATUS, locked, by=by, note=to_status)
    resolution.status = to_status
    return update


def _require_step(resolution, update):
    if update.to_status not in NEXT[resolution.status]:
        message = _("A decision that is “%(from)s” cannot become “%(to)s”.")
        raise WorkflowError(
            message % {"from": resolution.get_status_display(), "to": update.get_to_status_display()}
        )
    if not (update.note_ar or update.note_en):
        raise WorkflowError(_("Say in a note what happened, in Arabic or in English."), "note_ar")
    if resolution.adopted_on and update.noted_on < resolution.adopted_on:
        raise WorkflowError(_("That day is before the adoption."), "noted_on")
    if update.noted_on > timezone.localdate():
        raise WorkflowError(_("That day has not come yet."), "noted_on")
    evidence = update.evidence_document
    if evidence and not PublicText.objects.filter(document_id=evidence.pk).exists():
        raise WorkflowError(
            _("Readers cannot see this article, so it shows them nothing; publish it first."),
            "evidence_document",
        )
    last = resolution.status_updates.order_by("-noted_on").first()
    if last and update.noted_on < last.noted_on:
        raise WorkflowError(
            _("A later update is recorded already; choose its day or a later one."), "noted_on"
        )
    try:
        update.full_clean()
    except ValidationError as error:
        field = next(iter(error.message_dict))
        field = "evidence_url" if field == NON_FIELD_ERRORS else field
        raise WorkflowError(error.messages[0], field) from error
