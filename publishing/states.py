"""Where the words of a document stand in one language, read off the periods and the working copy; never stored."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.languages import LANGUAGES
from publishing.models import DocumentTranslation, Revision
from publishing.models.revision import LONG_WORDS

Stage = DocumentTranslation.Stage


class State(models.TextChoices):
    """What an editor sees in lists and filters. "Changed" is live with a newer working copy."""

    MISSING = "missing", _("Missing")
    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    LIVE = "live", _("Live")
    CHANGED = "changed", _("Live, newer draft")
    ENDED = "ended", _("No longer public")


@dataclass(frozen=True)
class TextState:
    """The state of one language of one document, its stage if somebody has to act, and its public revision."""

    language: str
    state: State
    stage: str
    living: Revision | None = None
    pending: Revision | None = None

    @property
    def stage_label(self):
        """The name of the stage where it is more than a draft, else ''."""
        return Stage(self.stage).label if self.stage in (Stage.IN_REVIEW, Stage.CHANGES_REQUESTED) else ""


_NEWER = Revision.objects.filter(
    document_id=OuterRef("document_id"),
    language_code=OuterRef("language_code"),
    number__gt=OuterRef("number"),
)
#: What state_of and freshness_of need, in one query for a whole list: the latest text of each language and those that
#: have a period. Their words stay in the database.
LIGHT_REVISIONS = Prefetch(
    "revisions",
    Revision.objects.filter(Q(live_from__isnull=False) | ~Exists(_NEWER))
    .annotate(source_sense=F("source_revision__sense"))
    .defer(*LONG_WORDS, "note"),
)


def state_of(document, language):
    """The TextState of ``language``; no query where LIGHT_REVISIONS and the translations are prefetched."""
    copy = document.working_copy(language)
    revisions = document.texts_in(language)
    now = timezone.now()
    dated = [row for row in revisions if row.live_from]
    living = next(
        (row for row in dated if row.live_from <= now and not (row.live_until and row.live_until <= now)),
        None,
    )
    pending = next((row for row in dated if row.live_from > now), None)
    newest = revisions[-1] if revisions else None
    return TextState(
        language, _state(copy, living, pending, newest, dated), copy.stage if copy else "", living, pending
    )


def _state(copy, living, pending, newest, dated):
    if copy is None:
        return State.MISSING
    if living:
        return State.LIVE if newest in (living, pending) else State.CHANGED
    if pending:
        return State.SCHEDULED
    return State.ENDED if dated else State.DRAFT


def states_of(document):
    """The TextState of each language, Arabic first."""
    return [state_of(document, language) for language in LANGUAGES]


def in_state(documents, language, state):
    """The ``documents`` (a QuerySet) whose words in ``language`` are in ``state`` (a State or a Stage value)."""
    copies = DocumentTranslation.objects.filter(master_id=OuterRef("pk"), language_code=language)
    own = Revision.objects.filter(document_id=OuterRef("pk"), language_code=language)
    if state in (Stage.IN_REVIEW, Stage.CHANGES_REQUESTED):
        return documents.filter(Exists(copies.filter(stage=state)))
    live, pending, dated = (
        Exists(own.live()),
        Exists(own.scheduled()),
        Exists(own.filter(live_from__isnull=False)),
    )
    newer = Revision.objects.filter(
        document_id=OuterRef("document_id"), language_code=language, number__gt=OuterRef("number")
    )
    # The newest text, where readers neither see it nor will see it at a set time.
    at_rest = own.filter(Q(live_from__isnull=True) | Q(live_until__lte=timezone.now()))
    changed = live & Exists(at_rest.filter(~Exists(newer)))
    has_copy = Exists(copies)
    conditions = {
        State.MISSING: ~has_copy,
        State.DRAFT: has_copy & ~dated,
        State.SCHEDULED: pending & ~live,
        State.LIVE: live & ~changed,
        State.CHANGED: changed,
        State.ENDED: dated & ~live & ~pending,
    }
    return documents.filter(Q(conditions[state]))
