"""What becomes of a resolution: the only writer of its status and of the day of its adoption."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.html_repair import is_blank
from publishing.languages import LANGUAGES
from publishing.log import record
from publishing.models import Act, PublicText
from publishing.permissions import may_with_kind
from publishing.refusals import WorkflowError, database_refusals, require_in_use
from publishing.text import normalise
from resolutions.entries import in_order, replacement_of, status_before
from resolutions.models import Resolution, Status, StatusUpdate

#: What may follow what. "Superseded" is final; the others may change as the facts do.
NEXT = {
    Status.PROPOSED: {Status.PROPOSED, Status.ADOPTED},
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
                         evidence_attachment=None, evidence_url="", superseded_by=None, corrects=None):  # fmt: skip
    """Record publicly that ``resolution`` has the status ``to_status`` from the day ``noted_on``.

    The note may be given in one language and follow later in the other (``add_note``). An update may keep the status, to
    report on the way. "Adopted" gives a proposed resolution its day of adoption; "superseded" names the resolution that
    takes its place. An update that ``corrects`` another stands in its place: the other stays to be read, and what the
    resolution's status is follows from those that stand.

    Returns the StatusUpdate; raises WorkflowError where the person may not, the step is not one that can follow (or, in
    a correction, that what was recorded later can follow), the day is before the adoption, before the last update or
    still to come, no note is given, the evidence is no article that readers see or no web address, "implemented" comes
    without evidence, "superseded" without another resolution that readers see, or the entry is corrected already.
    """
    if not may_record(by, resolution.kind):
        raise WorkflowError(_("You may not record what became of a decision."))
    with database_refusals(), transaction.atomic():
        locked = _locked(resolution, superseded_by)
        update = StatusUpdate(
            resolution=locked, noted_on=noted_on, from_status=locked.status, to_status=to_status,
            note_ar=normalise(note_ar, "ar"), note_en=normalise(note_en, "en"), evidence_document=evidence_document,
            evidence_attachment=evidence_attachment, evidence_url=evidence_url, superseded_by=superseded_by,
            corrects=corrects, recorded_by=by,
        )  # fmt: skip
        require_in_use(locked)
        entries = in_order(locked.status_updates.all())
        _require_right(by, update, entries)
        status = _require_step(locked, update, entries)
        _require_words_and_evidence(update)
        _require_replacement(locked, update, entries)
        update.save()
        adopted_on = _adoption(locked, update)
        Resolution.objects.filter(pk=locked.pk).update(status=status, adopted_on=adopted_on)
        record(Act.Name.RECORD_STATUS, locked, by=by, note=to_status)
    resolution.status, resolution.adopted_on = status, adopted_on
    return update


def add_note(update, by, language, note):
    """Give a StatusUpdate the note that it lacks in ``language`` ("ar" or "en"). Returns the update; raises WorkflowError
    where the person may not, where there is a note in that language already, and where nothing is said."""
    if not may_add_note(by, language, update.resolution.kind):
        raise WorkflowError(_("You may not write notes in this language."))
    name, note = f"note_{language}", normalise(note, language)
    if is_blank(note):
        raise WorkflowError(_("Write the note that is missing."), name)
    with database_refusals(), transaction.atomic():
        locked = (
            StatusUpdate.objects.select_for_update(of=("self",))
            .select_related("resolution")
            .get(pk=update.pk)
        )
        require_in_use(locked.resolution)
        if getattr(locked, name):
            raise WorkflowError(
                _("Somebody has written this note meanwhile; what is recorded is not changed."), name
            )
        setattr(locked, name, note)
        locked.note_added_at = timezone.now()
        locked.save(update_fields=[name, "note_added_at"])
        record(Act.Name.ADD_STATUS_NOTE, locked.resolution, language, by=by, note=note)
    return locked


def may_record(user, kind):
    """Whether ``user`` may record what became of resolutions of ``kind``."""
    return user.has_perm("resolutions.record_status_update") and may_with_kind(user, "change", kind)


def may_add_note(user, language, kind):
    """Whether ``user`` may add a note that is missing in ``language``, to an entry of a resolution of ``kind``: who records
    updates and works in the language, and who translates into it."""
    if not may_with_kind(user, "change", kind):
        return False
    if user.has_perm("resolutions.record_status_update"):
        return language in (user.word_languages or LANGUAGES)
    return user.has_perm("publishing.translate_words") and language in user.word_languages


def may_take(user, from_status, to_status):
    """Whether ``user`` may record the step: an adoption and a replacement are for those who may say them."""
    if from_status == Status.PROPOSED and to_status == Status.ADOPTED:
        return user.has_perm("resolutions.adopt_resolution")
    if to_status == Status.SUPERSEDED and from_status != Status.SUPERSEDED:
        return user.has_perm("resolutions.supersede_resolution")
    return user.has_perm("resolutions.record_status_update")


def _require_right(by, update, entries):
    """To correct an entry one must be allowed to make it, too."""
    steps = [(update.from_status, update.to_status)]
    if update.corrects:
        before = status_before(update.corrects, entries)
        steps = [(before, update.corrects.to_status), (before, update.to_status)]
    if not all(may_take(by, *step) for step in steps):
        message = _("Only a publisher may record that something was adopted or replaced; ask one to do it.")
        raise WorkflowError(message, "to_status")


def _locked(resolution, other):
    """``resolution`` under its lock, and ``other`` under its own; both in the order of their keys, so that two who replace
    one by the other do not wait for each other."""
    keys = {resolution.pk, *([other.pk] if other else [])}
    rows = Resolution.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    return next(row for row in rows if row.pk == resolution.pk)


def _require_step(resolution, update, entries):
    """The status that the resolution has with ``update``; refuses a step that cannot follow, or be followed."""
    before, after = entries, []
    if update.corrects:
        if (
            update.corrects.pk not in {entry.pk for entry in entries}
            or update.corrects.resolution_id != resolution.pk
        ):
            raise WorkflowError(_("This entry is corrected already; correct its correction instead."))
        place = next(number for number, entry in enumerate(entries) if entry.pk == update.corrects.pk)
        before, after = entries[:place], entries[place + 1 :]
        update.from_status = status_before(update.corrects, entries)
    for first, then in ((update.from_status, update), *((update.to_status, entry) for entry in after[:1])):
        if then.to_status not in NEXT[first]:
            message = _("A decision that is “%(from)s” cannot become “%(to)s”.")
            names = {"from": Status(first).label, "to": then.get_to_status_display()}
            raise WorkflowError(message % names)
    _require_day(resolution, update, before, after)
    return after[-1].to_status if after else update.to_status


def _require_day(resolution, update, before, after):
    is_adoption = update.is_adoption or (update.corrects and update.corrects.is_adoption)
    is_told_of_a_proposal = update.from_status == Status.PROPOSED
    if (
        resolution.adopted_on
        and update.noted_on < resolution.adopted_on
        and not (is_adoption or is_told_of_a_proposal)
    ):
        raise WorkflowError(_("That day is before the adoption."), "noted_on")
    if update.is_adoption and resolution.due_on and resolution.due_on < update.noted_on:
        raise WorkflowError(_("It would be due before it was adopted."), "noted_on")
    if update.noted_on > timezone.localdate():
        raise WorkflowError(_("That day has not come yet."), "noted_on")
    if any(update.noted_on < entry.noted_on for entry in before[-1:]):
        raise WorkflowError(
            _("A later update is recorded already; choose its day or a later one."), "noted_on"
        )
    if any(update.noted_on > entry.noted_on for entry in after[:1]):
        raise WorkflowError(
            _("The next update is of an earlier day; choose that day or one before it."), "noted_on"
        )


def _adoption(resolution, update):
    """The day of adoption that the resolution has with ``update``; one of before the days were kept gets it with its first
    entry that says "adopted"."""
    if update.is_adoption or (resolution.adopted_on is None and update.to_status == Status.ADOPTED):
        return update.noted_on
    if update.corrects and update.corrects.is_adoption:
        return None
    return resolution.adopted_on


def _require_words_and_evidence(update):
    if is_blank(update.note_ar) and is_blank(update.note_en):
        raise WorkflowError(_("Say in a note what happened, in Arabic or in English."), "note_ar")
    evidence = update.evidence_document
    if evidence and not PublicText.objects.filter(document_id=evidence.pk).exists():
        raise WorkflowError(
            _("Readers cannot see this article, so it shows them nothing; publish it first."),
            "evidence_document",
        )
    try:
        update.full_clean()
    except ValidationError as error:
        field = next(iter(error.message_dict))
        field = "evidence_url" if field == NON_FIELD_ERRORS else field
        raise WorkflowError(error.messages[0], field) from error


def _require_replacement(resolution, update, entries):
    """What is superseded names what takes the place; nothing else does, and no two replace each other."""
    other = update.superseded_by
    if update.to_status != Status.SUPERSEDED:
        if other:
            raise WorkflowError(_("Only what is superseded has something in its place."), "superseded_by")
        return
    if update.from_status == Status.SUPERSEDED:
        # Something is told of what was replaced before. Another successor would be a correction of that entry.
        if other and other.pk != replacement_of(entries):
            raise WorkflowError(
                _("What takes its place is recorded already; correct that entry instead."), "superseded_by"
            )
        update.superseded_by = None
        return
    if other is None:
        raise WorkflowError(_("Name the decision or recommendation that takes its place."), "superseded_by")
    if not PublicText.objects.filter(document_id=other.pk).exists():
        raise WorkflowError(_("Readers cannot see what takes its place; publish it first."), "superseded_by")
    for successor in _successors(other):
        if successor == resolution.pk:
            raise WorkflowError(
                _("That one was itself replaced by this one; choose another."), "superseded_by"
            )


def _successors(resolution):
    """The keys of ``resolution`` and of what replaced it, one after the other."""
    replaced = dict(
        StatusUpdate.objects.standing()
        .filter(to_status=Status.SUPERSEDED, superseded_by__isnull=False)
        .order_by("noted_on", "pk")
        .values_list("resolution_id", "superseded_by_id")
    )
    key, seen = resolution.pk, set()
    while key and key not in seen:
        seen.add(key)
        yield key
        key = replaced.get(key)
