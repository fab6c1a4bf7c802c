"""Pages of a list, for readers."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404

PAGE_SIZE = 12


def page_of(request, rows, size=PAGE_SIZE):
    """The page of ``rows`` (a QuerySet) that ``?page=`` asks for. Raises Http404 for one that is not there."""
    try:
        return Paginator(rows, size).page(request.GET.get("page", 1))
    except (PageNotAnInteger, EmptyPage) as error:
        raise Http404("No such page of the list.") from error
