"""What readers see when something is wrong, in their language."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from publishing.admin.lapsed import keep_form


def bad_request(request, exception):
    return render(request, "400.html", status=400)


def permission_denied(request, exception):
    return render(request, "403.html", status=403)


def page_not_found(request, exception):
    return render(request, "404.html", status=404)


def outdated_form(request, reason=""):
    """A form that was opened before its person signed in anew, or that never was ours. The form of a document comes back
    with what was typed, not saved; whoever sends another one is led back to it."""
    if keep_form(request):
        return HttpResponseRedirect(request.get_full_path())
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = ""
    return render(request, "403_csrf.html", {"back": back}, status=403)
