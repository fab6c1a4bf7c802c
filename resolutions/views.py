"""The pages of decisions and recommendations."""

from django.shortcuts import render
from django.utils import timezone

from publishing.models import Kind, Revision
from publishing.pages import document_page, languages_and_changes
from publishing.public_changes import text_on
from publishing.site import site_settings
from publishing.site_address import site_root
from resolutions.around import around
from resolutions.as_of import AsOfForm, end_of
from resolutions.citation import citations
from resolutions.set_ups import SET_UP_PATHS, named, set_up_by
from resolutions.standing import is_overdue, is_quiet
from resolutions.time_line import time_line

#: Seen from the document: what comes with its text.
_RELATED = ["as_resolution__event", *SET_UP_PATHS]


@document_page(Kind.DECISION, related=_RELATED)
def decision(request, text):
    """A decision: its words, what it set up, and what became of it; with ``as_of``, how the record stood on that day."""
    return _resolution(request, text)


@document_page(Kind.RECOMMENDATION, related=_RELATED)
def recommendation(request, text):
    """A recommendation: its words and what became of it; with ``as_of``, how the record stood on that day."""
    return _resolution(request, text)


def _resolution(request, text):
    form = AsOfForm.asked(request.GET)
    near = around(text, form.day)
    events = near.texts_of(text.facts.event_id)
    context = {
        "as_of_form": form,
        "citations": citations(near.texts_of(text.document_id).values(), events, site_root(request)),
        **languages_and_changes(text, near.own),
    }
    if form.day:
        context |= _record_of_day(text, near, form.day, context["changes"])
        context["switch_url"] = f"{context['switch_url']}?as_of={form.day.isoformat()}"
        return render(request, "resolutions/as_of.html", context)
    context |= {**_became_of(text, near), **named(text.facts, near.small, near.texts)}
    return render(request, "resolutions/resolution.html", context)


def what_became_of(text):
    """The live text of a resolution in; the context of its paper out: its facts, all that it set up, what became of it."""
    return {**_became_of(text, around(text)), **set_up_by(text.facts, text.language_code)}


def _became_of(text, near):
    facts, context = text.facts, _record(text, near)
    months, today = site_settings().months_without_update, timezone.localdate()
    text.last_update_on = context["time_line"].last_on
    text.is_overdue = is_overdue(facts, today)
    text.is_quiet = is_quiet(facts, text.last_update_on, today, months)
    return context | {"filter": {"months": months}}


def _record_of_day(text, near, day, changes):
    """The context of the page that shows how the record stood at the end of ``day``. Its words are those of that day
    (``text_then``, None where it was not public, or was taken back since); what else the page names is what readers see
    today, so that nothing comes back that was withdrawn."""
    key = text_on(changes, end_of(day))
    then = Revision.objects.filter(pk=key).first() if key else None
    return {**_record(text, near, day), "as_of": day, "text_then": then, "noindex": True, "alternates": []}


def _record(text, near, until=None):
    """What a page shows of a resolution with the Around of it, now or until the end of a day (a date)."""
    facts = text.facts
    line = time_line(
        facts, near.updates, near.milestones, near.articles, near.texts, text.language_code, until
    )
    return {
        "text": text,
        "resolution": facts,
        "status": line.status,
        "responsible": near.responsible,
        "topics": near.topics,
        "milestones": near.milestones,
        "reached": sum(1 for entry in line.entries if entry.what == "done"),
        "time_line": line,
        "updates": line.updates,
        "event_text": near.texts.get(facts.event_id),
        "session_text": near.texts.get(facts.session_id),
        **near.relations.shown(near.texts),
    }
