"""The working copy as readers would see it, for people of the desk."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from publishing.languages import LANGUAGES
from publishing.models import WORDS, Document, PublicText
from publishing.pages import PAGE_VIEWS
from publishing.permissions import may_see_working_copies
from publishing.states import state_of


@never_cache
def preview(request, pk, language):
    """The page of document ``pk`` in ``language`` made from its working copy; never cached, never indexed."""
    if not may_see_working_copies(request.user):
        raise PermissionDenied
    document = Document.objects.filter(pk=pk).first() if language in LANGUAGES else None
    copy = document and document.working_copy(language)
    if copy is None:
        raise Http404("No working copy in this language.")
    request.is_preview = True
    with override(language):
        response = PAGE_VIEWS[document.kind](request, _as_text(document, copy))
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _as_text(document, copy):
    """A PublicText that is in no database: the words of the working copy with the dates of the public text."""
    living = state_of(document, copy.language_code).living
    now = timezone.now()
    return PublicText(
        document=document,
        kind=document.kind,
        language_code=copy.language_code,
        live_from=living.live_from if living else now,
        published_at=living.published_at if living else now,
        **{name: getattr(copy, name) for name in WORDS},
    )
