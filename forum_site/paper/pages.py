"""`/d/{id}/{language}.pdf`: the PDF of a live text, or a page that says that it is being made."""

from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import override
from django.views.decorators.http import require_safe
from django_tasks import TaskResultStatus

from forum_site import paper
from forum_site.paper import sheets, store
from publishing.languages import LANGUAGES, other
from publishing.site_address import site_root

#: Seconds until the page that waits looks again.
WAITS = 3


@require_safe
def pdf(request, pk, language, part=sheets.WHOLE):
    """The PDF of a document in exactly ``language``, or of its programme: 200, 304, 202 while it is being made, or 404."""
    if language not in LANGUAGES or pk > 2**63 - 1 or not paper.is_offered():
        raise Http404("No such PDF.")
    with override(language):
        text = sheets.live_text(pk, language)
        sheet = sheets.sheet_of(text, part, site_root(request)) if text else None
        if sheet is None:
            raise Http404("No such PDF.")
        data = store.kept(sheet)
        response = _file(request, sheet, data) if data else _wait(request, sheet)
    response.headers["Content-Language"] = language
    return response


def _file(request, sheet, data):
    text, etag = sheet.text, f'"{sheet.digest}"'
    # The words of the title for browsers of today, the reference for what knows ASCII only.
    readable = quote(f"{text.slug}.pdf")
    headers = {
        "Content-Disposition": f"inline; filename=\"{sheet.download_name}\"; filename*=UTF-8''{readable}",
        "ETag": etag,
        # A text may be withdrawn: not longer than a reader needs.
        "Cache-Control": "public, max-age=60",
        "Link": f'<{sheet.root}{text.get_absolute_url()}>; rel="canonical"',
    }
    response = HttpResponse(data, headers=headers | {"Content-Type": "application/pdf"})
    # The policy of a page would forbid the browser's own viewer, which is an embedded object, to show it.
    response._csp_exempt = True
    return get_conditional_response(request, etag=etag, response=response)


def _wait(request, sheet):
    """See to it that the PDF is made, and say so. The header looks again: axe calls a <meta> that does an error."""
    text = sheet.text
    has_failed = store.ask_for(sheet) == TaskResultStatus.FAILED
    context = {
        "text": text,
        "noindex": True,
        "has_failed": has_failed,
        "switch_url": text.address_in(other(text.language_code)),
    }
    response = render(request, "paper/being_made.html", context, status=503 if has_failed else 202)
    response.headers["Retry-After"] = str(300 if has_failed else WAITS)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    if not has_failed:
        response.headers["Refresh"] = str(WAITS)
    return response
