"""Pages of a list, for readers."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404

PAGE_SIZE = 12


def page_of(request, rows, size=PAGE_SIZE, count=None):
    """The page of ``rows`` (a QuerySet, or a LongList) that ``?page=`` asks for; ``count``, where it is known, saves
    the question how many there are. Raises Http404 for a page that is not there."""
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count
    try:
        return paginator.page(request.GET.get("page", 1))
    except (PageNotAnInteger, EmptyPage) as error:
        raise Http404("No such page of the list.") from error
