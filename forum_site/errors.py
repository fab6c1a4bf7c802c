"""What readers see when something is wrong, in their language."""

from django.db.utils import Error as DatabaseError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from publishing.admin.lapsed import keep_form
from publishing.models import Kind, PublicText


def bad_request(request, exception):
    return render(request, "400.html", status=400)


def permission_denied(request, exception):
    return render(request, "403.html", status=403)


def page_not_found(request, exception):
    # The address may be one of a kind of page; what stands here is none of them, and no search engine is told that it is.
    return render(request, "404.html", {"latest": _latest_news(), "noindex": True}, status=404)


def _latest_news():
    """Three titles to go on with; none where the database cannot be asked: a page for a mistake makes no second one."""
    try:
        news = PublicText.objects.of_kind(Kind.ARTICLE).in_language(get_language()).newest()
        return list(news.only("kind", "slug", "title", "language_code", "published_at")[:3])
    except DatabaseError:
        return []


def outdated_form(request, reason=""):
    """A form that was opened before its person signed in anew, or that never was ours. The form of a document comes back
    with what was typed, not saved; whoever sends another one is led back to it."""
    if keep_form(request):
        return HttpResponseRedirect(request.get_full_path())
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = ""
    return render(request, "403_csrf.html", {"back": back}, status=403)
