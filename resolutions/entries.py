"""The entries of a record that count, and what follows from them: rows in, nothing asked of the database."""

from resolutions.models import Status


def in_order(updates):
    """The StatusUpdates that no other corrects, the earliest first; those of a day as they were recorded, a correction
    in the place of what it corrects. In: all those of a resolution, as rows or a QuerySet."""
    updates = list(updates)
    corrected = {update.corrects_id for update in updates if update.corrects_id}
    places = {}
    for update in sorted(updates, key=lambda row: row.pk):
        places[update.pk] = places.get(update.corrects_id, update.pk)
    standing = [update for update in updates if update.pk not in corrected]
    return sorted(standing, key=lambda row: (row.noted_on, places[row.pk]))


def status_on(resolution, entries, day):
    """The status that ``resolution`` had on ``day``, by its ``entries`` in order: by what is known today."""
    if resolution.adopted_on:
        status = Status.ADOPTED if resolution.adopted_on <= day else Status.PROPOSED
    else:
        status = entries[0].from_status if entries else resolution.status
    for entry in entries:
        if entry.noted_on <= day:
            status = entry.to_status
    return Status(status)


def status_before(corrected, entries):
    """The status from which the entry ``corrected``, one of the ``entries`` in order, goes on."""
    keys = [entry.pk for entry in entries]
    place = keys.index(corrected.pk) if corrected.pk in keys else 0
    return Status(entries[place - 1].to_status if place else corrected.from_status)


def replacement_of(entries):
    """The key of what took the place of a resolution, by its ``entries`` in order, or None: it stands in the entry that says
    "superseded", not in those that tell something afterwards."""
    if not entries or entries[-1].to_status != Status.SUPERSEDED:
        return None
    return next((entry.superseded_by_id for entry in reversed(entries) if entry.superseded_by_id), None)


def since(resolution, entries, day):
    """The day from which the status of ``day`` holds, by the ``entries`` until then in order: that of the first of the last
    ones that say it, or of the adoption where they report on it only; None where it is not known."""
    adopted_on = resolution.adopted_on
    run = []
    for entry in reversed(entries):
        if run and entry.to_status != run[-1].to_status:
            break
        run.append(entry)
    if not run or (len(run) == len(entries) and run[-1].from_status == run[-1].to_status):
        return adopted_on if adopted_on and adopted_on <= day else None
    return run[-1].noted_on
