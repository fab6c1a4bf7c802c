"""Releases: named sets of texts that go public in one transaction, now or at a time, or not at all.

Each act locks the release, then its documents in the order of their keys, so that two acts never wait for each other. The
texts go through workflow.py one by one; the first that is refused undoes them all. Every act raises WorkflowError with a
message for the person, in which case nothing has been written.
"""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publishing import workflow
from publishing.languages import LANGUAGES, NAMES
from publishing.lists import isolated
from publishing.models import Document, Release, ReleaseItem, Revision
from publishing.preflight import Level, Problem, check
from publishing.refusals import WorkflowError, database_refusals, require_in_use


class ReleaseState(models.TextChoices):
    """Where a release stands."""

    PREPARED = "prepared", gettext_lazy("Being prepared")
    SCHEDULED = "scheduled", gettext_lazy("Scheduled")
    OUT = "out", gettext_lazy("Released")


class ReleaseRefused(WorkflowError):
    """A release that stays as it is; ``problems`` says why, text by text, and so does the message."""

    def __init__(self, problems):
        super().__init__(" ".join(map(_told, problems)))
        self.problems = problems


def _told(problem):
    """One sentence: which text, and why."""
    return _("%(title)s (%(language)s): %(reason)s") % {
        "title": isolated(title_of(problem.item)),
        "language": NAMES[problem.item.language_code],
        "reason": problem.sentence,
    }


def title_of(item):
    """What the text of a ReleaseItem is called: its own title, else that in the other language."""
    return item.document.title_for(item.language_code)[0]


def state_of(release):
    """The ReleaseState of ``release``."""
    if release.live_from is None:
        return ReleaseState.PREPARED
    return ReleaseState.SCHEDULED if release.live_from > timezone.now() else ReleaseState.OUT


def in_state(releases, state):
    """Those of ``releases`` (a QuerySet) that are in ``state`` (a ReleaseState)."""
    now = timezone.now()
    conditions = {
        ReleaseState.PREPARED: Q(live_from__isnull=True),
        ReleaseState.SCHEDULED: Q(live_from__gt=now),
        ReleaseState.OUT: Q(live_from__lte=now),
    }
    return releases.filter(conditions[state])


# ---- Who may


def may_prepare(user):
    """Whether ``user`` may put releases together and see what is missing."""
    return bool(user and user.has_perm("publishing.change_release"))


def may_release(user):
    """Whether ``user`` may release at all; the right is asked for again text by text."""
    return may_prepare(user) and user.has_perm("publishing.publish_words")


def _require(is_allowed, message):
    if not is_allowed:
        raise WorkflowError(message)


# ---- Putting it together


def add_text(release, document, language, by):
    """Add the text of ``document`` in ``language`` to a release that is being prepared. Returns the ReleaseItem.

    There may be no such text yet; it is missed when the release goes out.
    """
    _require(may_prepare(by), _("You may not prepare releases."))
    _require(language in LANGUAGES, _("The site is not written in that language."))
    with database_refusals(), transaction.atomic():
        held = lock_prepared(release)
        require_in_use(Document.objects.get(pk=document.pk))
        if held.items.filter(document_id=document.pk, language_code=language).exists():
            raise WorkflowError(_("This text is in the release already."))
        return ReleaseItem.objects.create(release=held, document_id=document.pk, language_code=language)


def remove_text(release, document, language, by):
    """Take a text out of a release that is being prepared."""
    _require(may_prepare(by), _("You may not prepare releases."))
    with database_refusals(), transaction.atomic():
        held = lock_prepared(release)
        held.items.filter(document_id=document.pk, language_code=language).delete()


def lock_prepared(release):
    """Hold the row of ``release`` until the transaction ends. Raises WorkflowError unless it is being prepared."""
    held = _lock(release)
    _require(
        held.live_from is None,
        _("This release is scheduled or out already, so its texts stay as they are."),
    )
    return held


def _lock(release):
    return Release.objects.select_for_update(of=("self",)).get(pk=release.pk)


# ---- Letting it out


def release_now(release, by, seen=None):
    """Make all texts of ``release`` public at one moment, which is now.

    ``seen`` are the keys of the Revisions that the person looked at: where another text has been saved since, nothing is
    released (None: not asked). Raises ReleaseRefused with all that stands in the way.
    """
    _let_out(release, by, None, seen)


def schedule_release(release, by, at, seen=None):
    """Make all texts of ``release`` public at the moment ``at``, which is to come; until then the plan of each holds."""
    _let_out(release, by, at, seen)


def cancel_release(release, by):
    """Take back a release that was to go public later: none of its texts does, and it is being prepared again."""
    _require(may_release(by), _("You may not release texts."))
    with database_refusals(), transaction.atomic():
        held = _lock(release)
        _require(state_of(held) == ReleaseState.SCHEDULED, _("This release is not scheduled."))
        items = _locked_texts(held)
        # First of all, since no text of a release that is to come lets itself be cancelled alone.
        Release.objects.filter(pk=held.pk).update(live_from=None, released_by=None)
        held.items.update(revision=None)
        for item in items:
            with _named(item):
                workflow.cancel_schedule(item.document, item.language_code, by, _note(held))
    release.live_from = release.released_by = None


def _let_out(release, by, at, seen):
    _require(may_release(by), _("You may not release texts."))
    with database_refusals(), transaction.atomic():
        held = lock_prepared(release)
        items = _locked_texts(held)
        _require(bool(items), _("There is no text in this release yet."))
        # Read under the locks: whoever waited for another publisher is later than that publisher.
        now = timezone.now()
        if at is not None and at <= now:
            raise WorkflowError(_("The moment to release has passed; choose one in the future."), "at")
        if seen is not None and set(seen) != latest_texts(items):
            raise WorkflowError(_("Some of these texts were changed since you looked at them; look again."))
        refused = [problem for problem in check(items, by, at) if problem.level == Level.REFUSES]
        if refused:
            raise ReleaseRefused(refused)
        for item in items:
            item.revision = _let_out_text(item, by, at, now, _note(held))
            item.save(update_fields=["revision"])
        held.live_from, held.released_by = at or now, by
        held.save(update_fields=["live_from", "released_by"])
    release.live_from, release.released_by = held.live_from, by


def _let_out_text(item, by, at, now, note):
    with _named(item):
        if at is None:
            return workflow.publish(item.document, item.language_code, by, note=note, now=now)
        return workflow.schedule(item.document, item.language_code, by, at, note=note)


class _named:
    """Says of a WorkflowError inside which text (a ReleaseItem) it is about."""

    def __init__(self, item):
        self.item = item

    def __enter__(self):
        return self.item

    def __exit__(self, kind, error, traceback):
        if isinstance(error, WorkflowError):
            raise ReleaseRefused([Problem(Level.REFUSES, self.item, str(error))]) from error


def _note(release):
    return _("Release “%(name)s”") % {"name": release.name}


def _locked_texts(release):
    """The items of ``release`` with their documents, all held until the transaction ends."""
    items = list(release.items.all())
    ids = {item.document_id for item in items}
    documents = Document.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    by_key = {document.pk: document for document in documents.with_working_copies()}
    for item in items:
        item.document = by_key[item.document_id]
    return items


def latest_texts(items):
    """The keys of the latest Revisions of ``items``: what goes public if they are released."""
    wanted = {(item.document_id, item.language_code) for item in items}
    latest = {}
    own = Revision.objects.filter(document_id__in={document for document, _language in wanted})
    for pk, *text in own.order_by("number").values_list("pk", "document_id", "language_code"):
        latest[tuple(text)] = pk
    return {pk for text, pk in latest.items() if text in wanted}
