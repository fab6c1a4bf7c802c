"""The pages of what decisions set up: each stands below the page of its decision, and is public as long as that is."""

from django.http import Http404
from django.shortcuts import render

from publishing.models import Kind
from publishing.pages import both_languages, document_page
from resolutions.set_ups import (
    SET_UP_PATHS,
    academy_rows,
    committee_rows,
    courses_by_subject,
    found_in,
    live_texts,
    meetings_of,
    project_rows,
    told_meetings,
)


def _set_up(text, name):
    """The live text of a decision and a name of SET_UPS in; the context that such pages have in common out. Raises Http404
    where the decision has set up nothing of the kind."""
    found = found_in(text.facts)[name]
    if found is None:
        raise Http404("The decision has set up nothing of this kind.")
    languages = both_languages(text)
    return {
        "text": text,
        "resolution": text.facts,
        "set_up": found,
        name: found,
        "switch_url": f"{languages['switch_url']}{name}/",
        "alternates": [item | {"url": f"{item['url']}{name}/"} for item in languages["alternates"]],
    }


@document_page(Kind.DECISION, related=SET_UP_PATHS, is_main=False)
def decision_committee(request, text):
    """The committee that a decision formed: who is in it and who was, when it met, and what it prepares."""
    context = _set_up(text, "committee")
    committee, meetings = context["committee"], meetings_of(text.facts)
    sources = {meeting.source_document_id for meeting in meetings}
    texts = live_texts({committee.prepares_id, *sources}, text.language_code)
    context |= committee_rows(text.facts, committee)
    context |= {"meetings": told_meetings(meetings, texts), "prepares_text": texts.get(committee.prepares_id)}
    return render(request, "resolutions/committee_page.html", context)


@document_page(Kind.DECISION, related=SET_UP_PATHS, is_main=False)
def decision_project(request, text):
    """The project that a decision founded: how it works, who takes part, what is asked about it, and what was reported."""
    context = _set_up(text, "project")
    context |= project_rows(text.facts, context["project"])
    return render(request, "resolutions/project_page.html", context)


@document_page(Kind.DECISION, related=SET_UP_PATHS, is_main=False)
def decision_academy(request, text):
    """The academy that a decision founded: its courses by subject and level, and where to enrol."""
    context = _set_up(text, "academy")
    context |= academy_rows(text.facts, context["academy"])
    context["subjects"] = courses_by_subject(context["courses"])
    return render(request, "resolutions/academy_page.html", context)
