from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from publishing.languages import other
from publishing.pagination import page_of
from publishing.topics import topics_in_use
from search.models import add_missing_entries
from search.query import matches, named, question


@require_safe
def search(request):
    """`/{lang}/search/?q=`: the live texts with these words; the form alone where nothing was typed; where a reference
    or a number was typed, straight to that text."""
    language = get_language()
    asked = question(request.GET.get("q", ""))
    context = {"query": asked.shown, "page_obj": None, "total": 0, "other_total": 0, "noindex": True}
    if asked.shown:
        text = named(asked, language)
        if text:
            return redirect(text.address_in(language))
        add_missing_entries()
        page = page_of(request, matches(asked, language))
        context |= {"page_obj": page, "total": page.paginator.count}
        context["other_total"] = matches(asked, other(language)).count()
    if not context["total"]:
        context["suggested"] = topics_in_use()
    return render(request, "search/search.html", context)
