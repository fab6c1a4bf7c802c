"""Whether a translation follows its original: an axis of its own, apart from what is public.

A translation remembers the text of the original that it was made from (Revision.source_revision). It is out of date when
the words of the original that are now in review, scheduled or public say something else (Revision.sense).
"""

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.models import DocumentTranslation, Revision

Stage = DocumentTranslation.Stage


class Freshness(models.TextChoices):
    """How a translation stands to its original."""

    MISSING = "missing", _("Not translated")
    IN_PROGRESS = "in_progress", _("Being translated")
    UP_TO_DATE = "up_to_date", _("Up to date")
    OUT_OF_DATE = "out_of_date", _("Out of date")


def source_text(document):
    """The text of the original that translations are to follow: the one in review, else scheduled, else public;
    None where there is none. No query where the revisions and translations are prefetched (states.LIGHT_REVISIONS)."""
    language = document.source_language
    own = document.texts_in(language)
    copy = document.working_copy(language)
    if copy and copy.stage == Stage.IN_REVIEW and own:
        return own[-1]
    now = timezone.now()
    pending = [row for row in own if row.live_from and row.live_from > now]
    living = [
        row
        for row in own
        if row.live_from and row.live_from <= now and not (row.live_until and row.live_until <= now)
    ]
    return next(iter(pending + living), None)


def shown_source(document):
    """What stands beside the form of a translation: ``source_text``, else the latest working copy; a Revision or None."""
    own = document.texts_in(document.source_language)
    return source_text(document) or (own[-1] if own else None)


def freshness_of(document, language):
    """The Freshness of ``language``; None for the original itself. No query where prefetched."""
    if language == document.source_language:
        return None
    if document.working_copy(language) is None:
        return Freshness.MISSING
    own = document.texts_in(language)
    latest, source = own[-1] if own else None, source_text(document)
    if latest is None:
        return Freshness.IN_PROGRESS
    if source and base_sense(latest) != source.sense:
        return Freshness.OUT_OF_DATE
    if latest.live_from is None and document.working_copy(language).stage != Stage.IN_REVIEW:
        return Freshness.IN_PROGRESS
    return Freshness.UP_TO_DATE


def base_sense(translation):
    """The sense of the text that the Revision ``translation`` follows; None where nobody has said which."""
    if hasattr(translation, "source_sense"):
        return translation.source_sense
    return translation.source_revision and translation.source_revision.sense


def in_freshness(documents, language, value):
    """The ``documents`` (a QuerySet) whose translation into ``language`` has the Freshness ``value``."""
    copies = DocumentTranslation.objects.filter(master_id=OuterRef("pk"), language_code=language)
    own = Revision.objects.filter(document_id=OuterRef("pk"), language_code=language).order_by("-number")
    translations = documents.exclude(source_language=language)
    if value == Freshness.MISSING:
        return translations.filter(~Exists(copies))
    found = translations.filter(Exists(copies)).alias(
        target_sense=_target_sense(), base_sense=Subquery(own.values("source_revision__sense")[:1])
    )
    is_out_of_date = (
        Exists(own)
        & Q(target_sense__isnull=False)
        & (Q(base_sense__isnull=True) | ~Q(base_sense=F("target_sense")))
    )
    if value == Freshness.OUT_OF_DATE:
        return found.filter(is_out_of_date)
    newer = Revision.objects.filter(
        document_id=OuterRef("document_id"), language_code=language, number__gt=OuterRef("number")
    )
    at_rest = own.filter(live_from__isnull=True).filter(~Exists(newer))
    is_in_progress = ~Exists(own) | (Exists(at_rest) & ~Exists(copies.filter(stage=Stage.IN_REVIEW)))
    found = found.filter(~is_out_of_date)
    return found.filter(is_in_progress) if value == Freshness.IN_PROGRESS else found.filter(~is_in_progress)


def _target_sense():
    """The sense of ``source_text``, in SQL."""
    source = Revision.objects.filter(
        document_id=OuterRef("pk"), language_code=OuterRef("source_language")
    ).order_by("-number")
    is_in_review = Exists(
        DocumentTranslation.objects.filter(
            master_id=OuterRef("pk"), language_code=OuterRef("source_language"), stage=Stage.IN_REVIEW
        )
    )
    submitted = Case(
        When(is_in_review, then=Subquery(source.values("sense")[:1])),
        default=Value(None),
        output_field=models.CharField(),
    )
    return Coalesce(
        submitted,
        Subquery(source.scheduled().values("sense")[:1]),
        Subquery(source.live().values("sense")[:1]),
        output_field=models.CharField(),
    )


def is_stale_for_readers(text, source):
    """Whether the public translation ``text`` does not say what the public original ``source`` (or None) says."""
    return bool(source and text.source_revision_id and base_sense(text) != source.sense)
