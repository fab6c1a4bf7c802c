"""Writing the working copy and its revisions. Used under the lock of workflow.py only."""

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.freshness import shown_source
from publishing.models import WORDS, DocumentTranslation, Revision
from publishing.models.revision import sense_of
from publishing.refusals import WorkflowError, slug_holder, slug_taken_message
from publishing.text import make_slug, normalise, sanitise_html

SINGLE_LINES = ("title", "slug", "kicker", "byline", "dateline")
LIMITS = {"title": 200, "kicker": 80, "byline": 120, "dateline": 120, "summary": 600}


def clean_words(words, language):
    """``words`` as they may be stored: normalised for ``language``, the body sanitised, the slug folded.

    Raises WorkflowError where a title is missing, a text too long, or nothing is left of the address.
    """
    clean = {name: normalise(words.get(name) or "", language) for name in WORDS}
    clean["body"] = sanitise_html(clean["body"])
    for name in SINGLE_LINES:
        clean[name] = " ".join(clean[name].split())
    # Direction marks alone are no title that anybody could read or click.
    if not any(letter.isprintable() and not letter.isspace() for letter in clean["title"]):
        raise WorkflowError(_("A text needs a title."), "title")
    for name, limit in LIMITS.items():
        if len(clean[name]) > limit:
            raise WorkflowError(_("This is longer than %(limit)s characters.") % {"limit": limit}, name)
    clean["slug"] = make_slug(clean["slug"] or clean["title"])
    if not clean["slug"]:
        raise WorkflowError(_("An address needs at least one letter or digit; type one."), "slug")
    return clean


def write_working_copy(document, language, words, by):
    """Write the parler row; words that ``words`` does not name stay as they are. Returns the words as stored."""
    copy = document.translations.filter(language_code=language).first()
    copy = copy or DocumentTranslation(master_id=document.pk, language_code=language)
    typed_slug = words.get("slug", copy.slug)
    clean = clean_words({name: words.get(name, getattr(copy, name)) for name in WORDS}, language)
    clean["slug"] = _free_slug(document, language, clean["slug"], is_typed=bool(typed_slug))
    if copy.pk is None or any(getattr(copy, name) != clean[name] for name in WORDS):
        for name in WORDS:
            setattr(copy, name, clean[name])
        copy.updated_by = by
        copy.save()
    return clean


def _free_slug(document, language, slug, is_typed):
    """``slug``, or one with a number behind it where another document is public there.

    An address that somebody typed is never changed behind their back: that is a WorkflowError.
    """
    candidate, number = slug, 1
    while holder := slug_holder(document.pk, document.kind, language, candidate, timezone.now()):
        if is_typed:
            raise WorkflowError(slug_taken_message(slug, holder), "slug")
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def latest_revision(document, language):
    """The revision that holds the working copy as it stands, or None."""
    return (
        Revision.objects.filter(document_id=document.pk, language_code=language).order_by("-number").first()
    )


def append_revision(document, language, words, by, note):
    """Add the next revision of this document and language. Returns it."""
    previous = latest_revision(document, language)
    is_same_text = previous is not None and previous.words == words
    return Revision.objects.create(
        document_id=document.pk,
        kind=document.kind,
        language_code=language,
        number=_next_number(document, language),
        note=note[:300],
        created_by=by,
        source_revision_id=_source_revision_id(document, language, previous),
        # The words of before keep what was said of them: that they were a minor change.
        sense=previous.sense if is_same_text else sense_of(words),
        **words,
    )


def sense_by_words(revision):
    """The sense of ``revision`` as it was when it was saved: that of the one before if it has the same words."""
    own = Revision.objects.filter(document_id=revision.document_id, language_code=revision.language_code)
    previous = own.filter(number__lt=revision.number).order_by("-number").first()
    is_same_text = previous is not None and previous.words == revision.words
    return previous.sense if is_same_text else sense_of(revision.words)


def _next_number(document, language):
    revisions = Revision.objects.filter(document_id=document.pk, language_code=language)
    return (revisions.aggregate(last=Max("number"))["last"] or 0) + 1


def _source_revision_id(document, language, previous):
    """What a translation was made from: kept from revision to revision, at first the source as it stands."""
    if language == document.source_language:
        return None
    if previous and previous.source_revision_id:
        return previous.source_revision_id
    source = shown_source(document)
    return source and source.pk
