"""The working copy as readers would see it, and a page as it will be on a day. For people of the desk, never kept."""

from contextlib import ExitStack

from csp.constants import SELF
from csp.decorators import csp_replace
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from publishing.boundary import public_page
from publishing.languages import LANGUAGES
from publishing.models import WORDS, Document, PublicText
from publishing.moments import as_at
from publishing.pages import PAGE_VIEWS
from publishing.permissions import may_open, may_see_working_copies
from publishing.preview_day import DayForm
from publishing.states import LIGHT_REVISIONS, state_of


@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})
@never_cache
@require_safe
def preview(request, pk, language):
    """The page of document ``pk`` in ``language`` made from its working copy; with ``?on=2026-05-01`` (and ``at=09:30``)
    the page as readers will see it then, or saw it. Never cached, never indexed, framed by the desk alone."""
    document = document_to_preview(request.user, pk)
    day = DayForm.asked(request.GET)
    if language not in LANGUAGES or (day.is_bound and not day.is_valid()):
        raise Http404("No such preview.")
    text = text_at(document, language, day.moment) if day.moment else text_of_copy(document, language)
    if text is None:
        raise Http404("No text in this language.")
    return show(request, text, moment=day.moment)


def document_to_preview(user, pk):
    """The document with the key ``pk`` for ``user``, its working copies loaded; 403 or 404 where there is none."""
    if not may_see_working_copies(user):
        raise PermissionDenied
    document = with_texts(Document.objects.in_use().filter(pk=pk)).first()
    if document is None:
        raise Http404("No such document.")
    if not may_open(user, document):
        raise PermissionDenied
    return document


def with_texts(documents):
    """The ``documents`` (a QuerySet) with what ``text_of_copy`` reads."""
    return documents.with_working_copies().prefetch_related(LIGHT_REVISIONS)


def text_at(document, language, moment):
    """The PublicText that readers of ``language`` find at ``moment``, or None."""
    with as_at(moment):
        texts = PublicText.objects.filter(document_id=document.pk, language_code=language)
        return texts.with_facts(document.kind).first()


def text_of_copy(document, language):
    """A PublicText that is in no database, or None without a working copy: its words with the dates of the public text."""
    copy = document.working_copy(language)
    if copy is None:
        return None
    living = state_of(document, language).living
    now = timezone.now()
    return PublicText(
        document=document,
        kind=document.kind,
        language_code=language,
        live_from=living.live_from if living else now,
        published_at=living.published_at if living else now,
        **{name: getattr(copy, name) for name in WORDS},
    )


def show(request, text, moment=None, **banner):
    """The response with the real page of ``text``, everything else on it as the public reads it at ``moment`` (None: now).

    ``banner`` is what templates/shared/banner.html and base.html read as ``request.preview``.
    """
    request.preview = {"moment": moment, **banner}
    with ExitStack() as scene:
        scene.enter_context(override(text.language_code))
        scene.enter_context(as_at(moment))
        # Nothing but the words that are shown comes from a working copy.
        scene.enter_context(public_page())
        response = PAGE_VIEWS[text.kind](request, text)
    response.headers["Content-Language"] = text.language_code
    return keep_nowhere(response)


def keep_nowhere(response):
    """The ``response`` as one that no cache keeps and no search engine lists."""
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "private, no-store"
    return response
