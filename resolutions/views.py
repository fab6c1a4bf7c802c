"""The pages of decisions and recommendations."""

from django.db.models import F
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.views import articles_about
from publishing.languages import other
from publishing.models import Kind, PublicText
from publishing.pages import both_languages, document_page
from publishing.pagination import page_of
from resolutions.models import Resolution


def resolution_texts(kind, language):
    """The live texts of ``kind``, the latest event first, in the order of the event, with what a list shows."""
    texts = (
        PublicText.objects.of_kind(kind)
        .readable_in(language)
        .with_facts(kind, extra=["as_resolution__event"])
    )
    # PostgreSQL and SQLite do not agree where an event without dates belongs.
    latest_event = F("document__as_resolution__event__starts_on").desc(nulls_last=True)
    texts = texts.order_by(latest_event, "document__as_resolution__order", "document_id")
    return texts.prefetch_related("document__as_resolution__responsible")


@require_safe
def decision_list(request):
    return _resolution_list(request, Kind.DECISION)


@require_safe
def recommendation_list(request):
    return _resolution_list(request, Kind.RECOMMENDATION)


def _resolution_list(request, kind):
    page = page_of(request, resolution_texts(kind, get_language()), size=20)
    context = {"kind": kind, "page_obj": page}
    return render(request, "resolutions/resolution_list.html", context)


@document_page(Kind.DECISION, related=["as_resolution__event"])
def decision(request, text):
    """A decision: its words, what it set up, and what became of it."""
    return _resolution(request, text)


@document_page(Kind.RECOMMENDATION, related=["as_resolution__event"])
def recommendation(request, text):
    """A recommendation: its words and what became of it."""
    return _resolution(request, text)


def _resolution(request, text):
    context = what_became_of(text) | both_languages(text)
    return render(request, "resolutions/resolution.html", context)


def what_became_of(text):
    """The live text of a resolution in; the context of its page out: its facts, what it set up, what became of it."""
    facts, language = text.facts, text.language_code
    milestones = list(facts.milestones.all())
    return {
        "text": text,
        "resolution": facts,
        "responsible": list(facts.responsible.all()),
        "topics": list(text.document.topics.all()),
        "milestones": milestones,
        "reached": sum(1 for milestone in milestones if milestone.done_on),
        "updates": status_updates(facts, language),
        "articles": list(articles_about(language, resolutions=facts)[:10]),
        **_event_and_session(facts, language),
        **_set_up_by(facts, language),
    }


def status_updates(facts, language):
    """The updates, latest first; each with ``evidence_text``, the live text of the article that shows it, or None,
    and with the note in ``language`` or else in the other (``shown_note``, ``shown_language``)."""
    updates = list(facts.status_updates.select_related("evidence_attachment"))
    ids = {update.evidence_document_id for update in updates if update.evidence_document_id}
    evidence = PublicText.objects.readable_in(language).filter(document_id__in=ids) if ids else ()
    by_document = {text.document_id: text for text in evidence}
    for update in updates:
        update.evidence_text = by_document.get(update.evidence_document_id)
        update.shown_language = language if getattr(update, f"note_{language}") else other(language)
        update.shown_note = getattr(update, f"note_{update.shown_language}")
    return updates


def _event_and_session(facts, language):
    ids = [facts.event_id, facts.session_id] if facts.session_id else [facts.event_id]
    texts = PublicText.objects.readable_in(language).filter(document_id__in=ids)
    by_kind = {text.kind: text for text in texts}
    return {"event_text": by_kind.get(Kind.EVENT), "session_text": by_kind.get(Kind.SESSION)}


def _set_up_by(facts, language):
    """What a decision set up: whichever of the three there is, with its rows."""
    resolution = Resolution.objects.select_related("committee", "sponsorship_project", "academy").get(
        pk=facts.pk
    )
    committee = getattr(resolution, "committee", None)
    project = getattr(resolution, "sponsorship_project", None)
    academy = getattr(resolution, "academy", None)
    prepares = committee and committee.prepares_id
    return {
        "committee": committee,
        "members": list(facts.members.select_related("person")) if committee else [],
        "prepares_text": PublicText.objects.readable_in(language).filter(document_id=prepares).first()
        if prepares
        else None,
        "project": project,
        "partners": list(facts.partners.select_related("organisation")) if project else [],
        "academy": academy,
        "courses": list(facts.courses.select_related("lecturer")) if academy else [],
    }
