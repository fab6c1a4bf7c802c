"""When readers got another text of a document."""

from publishing.models import Revision


def public_changes(text):
    """What readers of this language have read of a document, the latest first: the Revisions, each with ``is_minor``
    (whether it says what the one before said) and ``is_first``. One query."""
    own = Revision.objects.filter(document_id=text.document_id, language_code=text.language_code)
    changes = list(own.ever_public().order_by("live_from").only("live_from", "language_code", "sense"))
    for before, change in zip([None, *changes], changes, strict=False):
        change.is_first = before is None
        change.is_minor = bool(before and before.sense == change.sense)
    return changes[::-1]
