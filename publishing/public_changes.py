"""When readers got another text of a document."""


def in_their_order(revisions):
    """The Revisions of one document and language that were ever public, the earliest first, in. Out: what readers have read, the
    latest first, each with ``is_minor`` (whether it says what the one before said), ``is_first``, and ``is_kept``: whether it was
    followed by the next without a day on which there was none. What was withdrawn or expired was taken back, with all that
    stood before it.
    """
    changes = list(revisions)
    for before, change in zip([None, *changes], changes, strict=False):
        change.is_first = before is None
        change.is_minor = bool(before and before.sense == change.sense)
    follower = None
    for change in reversed(changes):
        change.is_kept = follower is None or (follower.is_kept and change.live_until == follower.live_from)
        follower = change
    return changes[::-1]


def text_on(changes, moment):
    """The key of the one of ``changes`` (see above) that readers read at ``moment`` and may still read, or None."""
    for change in changes:
        if is_read_at(change, moment):
            return change.pk if change.is_kept else None
    return None


def is_read_at(revision, moment):
    """Whether the public reads ``revision``, which was ever public, at ``moment``."""
    return revision.live_from <= moment and (revision.live_until is None or revision.live_until > moment)
