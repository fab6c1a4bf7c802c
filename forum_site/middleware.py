"""What every request goes through: a clean address, the reader's language, and the wall around working copies."""

from contextlib import ExitStack

from django.core.exceptions import BadRequest
from django.utils.cache import patch_vary_headers
from django.utils.translation import activate, get_language_from_request

from accounts.views import DESK_LANGUAGE_COOKIE
from publishing.boundary import public_page
from publishing.languages import LANGUAGES
from publishing.site import reading_site

DESK_PATHS = ("/admin/", "/accounts/")


def read_the_settings_once(get_response):
    """Whatever a request asks of the settings of the site comes from one query, made when the first thing is asked."""

    def middleware(request):
        with reading_site():
            return get_response(request)

    return middleware


def plain_addresses(get_response):
    """Answer 400 to an address with a NUL in it, which PostgreSQL cannot even look up; at the desk, where filters go
    from the query to the database as they are, also to one in the query."""

    def middleware(request):
        path, query = request.path_info, request.META.get("QUERY_STRING", "")
        if "\x00" in path or (path.startswith(DESK_PATHS) and "%00" in query):
            raise BadRequest("A NUL in the address.")
        return get_response(request)

    return middleware


def speak_the_readers_language(get_response):
    """Activate the language of the address; at the desk that of the person; elsewhere that of the browser,
    Arabic where it asks for neither."""

    def middleware(request):
        language, varies = _language_of(request)
        activate(language)
        request.LANGUAGE_CODE = language
        response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        if varies:
            patch_vary_headers(response, ["Accept-Language"])
        return response

    return middleware


def _language_of(request):
    """The language for this request, and whether it depends on the Accept-Language header."""
    first = request.path_info.split("/", 2)[1] if request.path_info.startswith("/") else ""
    if first in LANGUAGES:
        return first, False
    if request.path_info.startswith(DESK_PATHS):
        return _desk_language(request), False
    return get_language_from_request(request), True


def _desk_language(request):
    if request.user.is_authenticated:
        return request.user.interface_language
    chosen = request.COOKIES.get(DESK_LANGUAGE_COOKIE)
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


class KeepWorkingCopiesPrivate:
    """Outside the admin, and views marked with ``sees_working_copies``, no page can read a working copy."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with ExitStack() as request.walls:
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        is_desk = "admin" in request.resolver_match.app_names
        if not is_desk and not getattr(view, "sees_working_copies", False):
            request.walls.enter_context(public_page())
