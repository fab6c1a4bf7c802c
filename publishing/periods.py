"""When the revisions of one document and language are public. Used under the lock of workflow.py only."""

from django.db.models import Min

from publishing.models import Revision

#: What else has to know that a revision has been given its period: functions of the revision, called in the same transaction.
#: An app above this one adds its own when it starts (search/apps.py).
BEGINNERS = []


def _revisions(document, language):
    return Revision.objects.filter(document_id=document.pk, language_code=language)


def current(document, language, at):
    """The revision that is public at ``at``, or None."""
    return _revisions(document, language).live(at).first()


def scheduled(document, language, at):
    """The revision whose period begins after ``at``, or None; there is at most one."""
    return _revisions(document, language).scheduled(at).order_by("live_from").first()


def until_next(document, language, at, until):
    """The end of a period that begins at ``at`` and is meant to last to ``until``: sooner where a text is scheduled."""
    pending = scheduled(document, language, at)
    ends = [moment for moment in (until, pending and pending.live_from) if moment]
    return min(ends, default=None)


def begin_period(revision, live_from, live_until, expires_at, by):
    """Give ``revision`` its period, and every dated text of the document in this language the moment of the first."""
    own = Revision.objects.filter(document_id=revision.document_id, language_code=revision.language_code)
    first = own.aggregate(first=Min("published_at"))["first"]
    revision.live_from, revision.live_until, revision.expires_at = live_from, live_until, expires_at
    revision.published_at = min(first or live_from, live_from)
    revision.published_by = by
    revision.save(update_fields=["live_from", "live_until", "expires_at", "published_at", "published_by"])
    # One that is scheduled already, or that was public after a backdated one, is not the first any more.
    own.filter(published_at__gt=revision.published_at).update(published_at=revision.published_at)
    for begin in BEGINNERS:
        begin(revision)


def end_period(revision, moment):
    """The public reads ``revision`` up to ``moment``, not including it."""
    revision.live_until = moment
    revision.save(update_fields=["live_until"])


def clear_period(revision):
    """Take back a period that has not begun, so that the public never reads it."""
    revision.live_from = revision.live_until = revision.expires_at = revision.published_at = None
    revision.published_by = None
    revision.save(update_fields=["live_from", "live_until", "expires_at", "published_at", "published_by"])
