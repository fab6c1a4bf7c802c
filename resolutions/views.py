"""The pages of decisions and recommendations."""

from django.shortcuts import render
from django.utils import timezone

from events.views import articles_about
from publishing.models import Kind, PublicText, Revision
from publishing.pages import both_languages, document_page
from publishing.public_changes import public_changes, text_on
from publishing.site import site_settings
from publishing.site_address import site_root
from resolutions.as_of import AsOfForm, end_of
from resolutions.citation import citations
from resolutions.relations import related_to
from resolutions.set_ups import set_up_by
from resolutions.standing import is_overdue, is_quiet
from resolutions.time_line import time_line

#: The articles of a time line: the latest so many.
MOST_ARTICLES = 30


@document_page(Kind.DECISION, related=["as_resolution__event"])
def decision(request, text):
    """A decision: its words, what it set up, and what became of it; with ``as_of``, how the record stood on that day."""
    return _resolution(request, text)


@document_page(Kind.RECOMMENDATION, related=["as_resolution__event"])
def recommendation(request, text):
    """A recommendation: its words and what became of it; with ``as_of``, how the record stood on that day."""
    return _resolution(request, text)


def _resolution(request, text):
    form = AsOfForm.asked(request.GET)
    context = {"as_of_form": form, **both_languages(text), **_cited(request, text)}
    if form.day:
        context |= record_of_day(text, form.day)
        context["switch_url"] = f"{context['switch_url']}?as_of={form.day.isoformat()}"
        return render(request, "resolutions/as_of.html", context)
    return render(request, "resolutions/resolution.html", context | what_became_of(text))


def what_became_of(text):
    """The live text of a resolution in; the context of its page out: its facts, what it set up, what became of it."""
    facts = text.facts
    context = {**_record(text), **set_up_by(facts, text.language_code)}
    months, today = site_settings().months_without_update, timezone.localdate()
    text.last_update_on = context["time_line"].last_on
    text.is_overdue = is_overdue(facts, today)
    text.is_quiet = is_quiet(facts, text.last_update_on, today, months)
    return context | {"filter": {"months": months}}


def record_of_day(text, day):
    """The live text of a resolution and a day in; the context of the page that shows how the record stood at the end of
    it out. Its words are those of that day (``text_then``, None where it was not public, or was taken back since); what
    else the page names is what readers see today, so that nothing comes back that was withdrawn."""
    context = _record(text, day)
    key = text_on(context["changes"], end_of(day))
    then = Revision.objects.filter(pk=key).first() if key else None
    return {**context, "as_of": day, "text_then": then, "noindex": True, "alternates": []}


def _record(text, until=None):
    """What a page shows of a resolution, now or until the end of a day (a date)."""
    facts, language = text.facts, text.language_code
    updates = list(facts.status_updates.select_related("evidence_attachment"))
    milestones = list(facts.milestones.all())
    relations = related_to(facts, updates, until)
    texts = _texts_around(facts, updates, milestones, relations, language)
    articles = articles_about(language, resolutions=facts)
    if until:
        articles = articles.filter(published_at__lte=end_of(until))
    articles = articles[:MOST_ARTICLES]
    line = time_line(facts, updates, milestones, articles, texts, language, until)
    return {
        "text": text,
        "resolution": facts,
        "status": line.status,
        "responsible": list(facts.responsible.all()),
        "topics": list(text.document.topics.all()),
        "milestones": milestones,
        "reached": sum(1 for entry in line.entries if entry.what == "done"),
        "time_line": line,
        "updates": line.updates,
        "changes": public_changes(text),
        "event_text": texts.get(facts.event_id),
        "session_text": texts.get(facts.session_id),
        **relations.shown(texts),
    }


def _texts_around(facts, updates, milestones, relations, language):
    """{document: live text} of everything that the page names. One query."""
    keys = {facts.event_id, facts.session_id, *relations.keys()}
    for update in updates:
        keys |= {update.evidence_document_id, update.superseded_by_id}
    keys |= {milestone.source_document_id for milestone in milestones}
    texts = PublicText.objects.readable_in(language).with_facts(Kind.DECISION, Kind.SESSION)
    return {text.document_id: text for text in texts.filter(document_id__in=keys - {None})}


def _cited(request, text):
    """The citations of the live texts of a resolution. One query."""
    facts = text.facts
    texts = PublicText.objects.filter(document_id__in=[text.document_id, facts.event_id]).with_facts(
        text.kind
    )
    by_document = {text.document_id: [], facts.event_id: []}
    for found in texts:
        by_document[found.document_id].append(found)
    events = {event.language_code: event for event in by_document[facts.event_id]}
    return {"citations": citations(by_document[text.document_id], events, site_root(request))}
