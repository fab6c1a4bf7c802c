from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from publishing.languages import other
from publishing.pagination import PAGE_SIZE
from publishing.topics import topics_in_use
from search.choices import Choices
from search.query import find, named, nearest, question
from search.snippets import snippets_of
from search.suggestions import suggested


@require_safe
def search(request):
    """`/{lang}/search/?q=`: the live texts with these words; the form alone where nothing was typed; where a reference
    or a number was typed, straight to that text."""
    language, typed = get_language(), request.GET.get("q", "")
    asked = question(typed, language)
    if not asked.shown:
        return _page(request, asked, suggested=topics_in_use())
    text = named(asked, language)
    if text:
        return redirect(text.address_in(language))
    choices = Choices(request.GET, language)
    if choices.is_untidy:
        return redirect(choices.address(typed))
    number = _page_number(request)
    found = find(asked, language, choices.choice, number, PAGE_SIZE)
    in_other_language = choices.address(asked.shown, other(language))
    about = {"found": found, "total": found.total, "other_total": found.other_total}
    about |= {
        "switch_url": in_other_language,
        "whole": choices.chosen and choices.address(asked.shown, **_NOTHING),
    }
    if not found.total:
        about |= {"nearest": nearest(asked, language), "suggested": topics_in_use()}
    about["page_obj"] = _shown_page(found, number)
    about["rows"] = zip(found.texts, snippets_of(found.texts, asked), strict=True)
    return _page(request, asked, groups=choices.groups(asked.shown, found.counts, found.total), **about)


@require_safe
def suggestions(request):
    """`/{lang}/search/suggestions/?q=`: the live texts whose titles go on as somebody types, as JSON for suggest.js."""
    language = get_language()
    answer = JsonResponse(suggested(question(request.GET.get("q", ""), language), language))
    answer["Cache-Control"] = "max-age=60"
    return answer


#: Nothing chosen of anything.
_NOTHING = dict.fromkeys(("kind", "topic", "event", "year"))


def _page(request, asked, **about):
    usual = {"query": asked.shown, "page_obj": None, "total": 0, "other_total": 0, "noindex": True}
    return render(request, "search/search.html", usual | about)


def _page_number(request):
    """The number in ``?page=``. Raises Http404 where no page can have it."""
    typed = request.GET.get("page", "1")
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 6 and int(typed)):
        raise Http404("No such page of the hits.")
    return int(typed)


def _shown_page(found, number):
    """The page of the hits, as templates know pages. Raises Http404 behind the last one."""
    try:
        page = Paginator(range(found.total), PAGE_SIZE).page(number)
    except EmptyPage as error:
        raise Http404("No such page of the hits.") from error
    page.object_list = found.texts
    return page
