"""When readers got another text of a document."""

from publishing.models import Revision


def public_changes(text):
    """What readers of this language have read of a document, the latest first: the Revisions, each with ``is_minor``
    (whether it says what the one before said), ``is_first``, and ``is_kept``: whether it was followed by the next without
    a day on which there was none. What was withdrawn or expired was taken back, with all that stood before it. One query.
    """
    own = Revision.objects.filter(document_id=text.document_id, language_code=text.language_code)
    columns = ("live_from", "live_until", "language_code", "sense", "document_id")
    changes = list(own.ever_public().order_by("live_from").only(*columns))
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
        if change.live_from <= moment and (change.live_until is None or change.live_until > moment):
            return change.pk if change.is_kept else None
    return None
