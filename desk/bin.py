"""The bin of the desk: what is in it, who put it there, until when it stays; and the way back."""

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from desk.links import desk_links
from desk.queries import LIGHT_COPIES, kinds_for
from media_library.admin_choices import is_key
from publishing import bin
from publishing.desk_addresses import form_address
from publishing.languages import LANGUAGES, direction
from publishing.lists import isolated
from publishing.models import Document
from publishing.permissions import may_see_working_copies
from publishing.refusals import WorkflowError

PAGE_SIZE = 50


@require_safe
def bin_page(request):
    """What is in the bin, of the kinds that the person may view; last in, first shown."""
    _require_desk(request.user)
    binned = Document.objects.binned().filter(kind__in=kinds_for(request.user))
    binned = binned.select_related("binned_by").prefetch_related(LIGHT_COPIES)
    page = Paginator(binned.order_by("-binned_at", "-pk"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        **site.each_context(request),
        "title": _("Bin"),
        "links": desk_links(request.user, "desk_bin"),
        "days": bin.BIN_DAYS,
        "page_obj": page,
        "rows": [_row(document, request.user) for document in page],
        "sees_acts": request.user.has_perm("publishing.view_act"),
    }
    return render(request, "admin/desk/bin.html", context)


@require_POST
def take_back_page(request, pk):
    """Take the document with the key ``pk`` back, and return to the bin."""
    _require_desk(request.user)
    document = Document.objects.filter(pk=pk).first() if is_key(pk) else None
    if document is None:
        raise Http404("No such document.")
    if not bin.may_use_bin(request.user, document):
        raise PermissionDenied
    try:
        bin.take_back(document, request.user)
    except WorkflowError as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("“%(title)s” is back in its list.") % {"title": isolated(document)}
        link = form_address(document, document.source_language)
        messages.success(request, format_html('{} <a href="{}">{}</a>', said, link, _("Open its form")))
    return HttpResponseRedirect(reverse("admin:desk_bin"))


def _row(document, user):
    return {
        "document": document,
        "titles": _titles(document),
        "until": bin.stays_until(document),
        "may_take_back": bin.may_use_bin(user, document),
    }


def _titles(document):
    """The titles of the working copies, the original's first: [(title, language, direction)]."""
    order = sorted(LANGUAGES, key=lambda language: language != document.source_language)
    copies = [copy for copy in map(document.working_copy, order) if copy]
    return [(copy.title, copy.language_code, direction(copy.language_code)) for copy in copies]


def _require_desk(user):
    if not may_see_working_copies(user):
        raise PermissionDenied
