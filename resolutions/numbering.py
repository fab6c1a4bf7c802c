"""References of resolutions: given once, counted per event and kind, never used again."""

from django.db import transaction

from events.models import Event
from publishing.models import Kind
from resolutions.models import ReferenceSeries, Resolution

LETTERS = {Kind.DECISION: "D", Kind.RECOMMENDATION: "R"}


def assign_reference(resolution):
    """Give a saved ``resolution`` the next reference of its event and kind, such as MQF-2024-D1; one that has a
    reference keeps it. Returns the reference.

    The reference begins with Latin letters and is one run, so that it reads the same within Arabic text.
    """
    if resolution.reference:
        return resolution.reference
    with transaction.atomic():
        # The event's row is the lock: two first resolutions of a kind would both make the series.
        event = Event.objects.select_for_update(of=("self",)).get(pk=resolution.event_id)
        resolution.refresh_from_db(fields=["reference"])
        if resolution.reference:
            return resolution.reference
        prefix = f"{event.code}-{LETTERS[resolution.kind]}"
        series, _is_new = ReferenceSeries.objects.get_or_create(prefix=prefix)
        series.last_number += 1
        series.save(update_fields=["last_number"])
        resolution.reference = f"{prefix}{series.last_number}"
        Resolution.objects.filter(pk=resolution.pk).update(reference=resolution.reference)
    return resolution.reference
