from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accounts.models import User

DESK_LANGUAGE_COOKIE = "desk_language"


@require_POST
def choose_language(request):
    """Switch the desk to the posted ``language``, kept with the person, or in a cookie before they sign in."""
    language = request.POST.get("language")
    address = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
        address = reverse("admin:index")
    response = redirect(address)
    if language in User.Language.values:
        if request.user.is_authenticated:
            User.objects.filter(pk=request.user.pk).update(interface_language=language)
        response.set_cookie(DESK_LANGUAGE_COOKIE, language, max_age=31_536_000, httponly=True, samesite="Lax")
    return response


def no_registration(request):
    """Where allauth's own pages would send somebody to register: back to signing in."""
    return redirect("account_login")
