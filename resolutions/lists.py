"""The lists of decisions and recommendations, and the overviews of what became of them."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from publishing.languages import other
from publishing.long_lists import LongList
from publishing.models import Kind
from publishing.pages import both_languages, document_page
from publishing.pagination import page_of
from resolutions.list_filter import ListFilter
from resolutions.progress import progress

#: The routes of the same choice as JSON, as CSV and as a feed, by the route of the page.
AS_DATA = {
    "decision_list": ("decisions_json", "decisions_csv", "decision_feed"),
    "recommendation_list": ("recommendations_json", "recommendations_csv", "recommendation_feed"),
    "follow_up": ("follow_up_json", "follow_up_csv", "follow_up_feed"),
    "event_follow_up": ("event_follow_up_json", "event_follow_up_csv", "event_follow_up_feed"),
}
#: So many rows has a page of an overview; a list has words in each row, and fewer of them.
OVERVIEW_SIZE = 100
LIST_SIZE = 20


@require_safe
def decision_list(request):
    """All decisions, or those that the reader chose."""
    return _resolution_list(request, Kind.DECISION, "decision_list")


@require_safe
def recommendation_list(request):
    """All recommendations, or those that the reader chose."""
    return _resolution_list(request, Kind.RECOMMENDATION, "recommendation_list")


def _resolution_list(request, kind, route):
    chosen = ListFilter(request.GET, get_language(), kind=kind)
    if chosen.is_untidy:
        return _tidied(request, chosen)
    page = page_of(request, _rows(chosen), size=LIST_SIZE)
    page.object_list = chosen.told(page.object_list)
    context = {
        "kind": kind,
        "filter": chosen,
        "page_obj": page,
        "as_data": _as_data(route, chosen),
        "switch_url": _in_other_language(route, chosen),
    }
    return render(request, "resolutions/resolution_list.html", context)


@require_safe
def follow_up(request):
    """What became of the decisions and recommendations of all events, or of those that the reader chose."""
    chosen = ListFilter(request.GET, get_language())
    context = {
        "as_data": _as_data("follow_up", chosen),
        "switch_url": _in_other_language("follow_up", chosen),
    }
    return _overview(request, chosen, context)


@document_page(Kind.EVENT, is_main=False)
def event_follow_up(request, text):
    """What became of the decisions and recommendations of one event, or of those of them that the reader chose."""
    chosen = ListFilter(request.GET, text.language_code, event=text.facts)
    languages = both_languages(text)
    context = {
        "text": text,
        "event": text.facts,
        "as_data": _as_data("event_follow_up", chosen, text.slug),
        "switch_url": f"{languages['switch_url']}follow-up/{_kept(chosen)}",
        "alternates": [item | {"url": f"{item['url']}follow-up/"} for item in languages["alternates"]],
    }
    return _overview(request, chosen, context)


def _overview(request, chosen, context):
    if chosen.is_untidy:
        return _tidied(request, chosen)
    found = progress(chosen.counts(), get_language())
    page = page_of(request, _rows(chosen), size=OVERVIEW_SIZE, count=found.total)
    page.object_list = chosen.told(page.object_list)
    context |= {"filter": chosen, "progress": found, "page_obj": page}
    return render(request, "resolutions/follow_up.html", context)


def _rows(chosen):
    """What was chosen, for a Paginator; where the pages of it lie is remembered, unless it is one of too many choices."""
    return LongList(chosen.texts, chosen.name, shown=chosen.shown) if chosen.is_common else chosen.texts()


def _tidied(request, chosen):
    """To the address of the same choice without what says nothing: the one to share."""
    return HttpResponseRedirect(f"{request.path}{_kept(chosen)}")


def _kept(chosen):
    return f"?{chosen.query}" if chosen.query else ""


def _as_data(route, chosen, *args):
    """{"json": …, "csv": …, "feed": …}: the paths of the same choice."""
    names = zip(("json", "csv", "feed"), AS_DATA[route], strict=True)
    return {form: f"{reverse(name, args=args)}{_kept(chosen)}" for form, name in names}


def _in_other_language(route, chosen):
    """The path of the same choice in the other language; the pages of the two lists do not run alike."""
    with override(other(get_language())):
        return f"{reverse(route)}{_kept(chosen)}"
