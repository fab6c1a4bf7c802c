"""What every request goes through: a clean address, the reader's language, and the wall around working copies."""

from contextlib import ExitStack

from django.core.exceptions import BadRequest
from django.utils.cache import patch_vary_headers
from django.utils.translation import activate
from django.utils.translation.trans_real import parse_accept_lang_header

from accounts.views import DESK_LANGUAGE_COOKIE
from publishing.boundary import public_page
from publishing.languages import LANGUAGES
from publishing.site import reading_site

DESK_PATHS = ("/admin/", "/accounts/")
#: Routes whose answers have no words of the site.
WITHOUT_LANGUAGE = {"sitemap", "robots", "favicon", "healthz", "resolutions_schema", "everything_schema"}
#: The answers in which a page was found, or is being made.
ANSWERED = {200, 202, 304}


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
        if varies and not (response.status_code in ANSWERED and _is_alike_for_all(request)):
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
    return _asked_for(request.headers.get("Accept-Language", "")), True


def _asked_for(header):
    """The language of ours that the browser wants most: by its header alone, which is what the answer's Vary names."""
    for code, _weight in parse_accept_lang_header(header.lower()):
        if code.split("-")[0] in LANGUAGES:
            return code.split("-")[0]
    return LANGUAGES[0]


def _is_alike_for_all(request):
    """Whether an answer that was found does not depend on who asks: its address names its language, or it has none."""
    match = request.resolver_match
    return bool(match) and ("language" in match.kwargs or match.url_name in WITHOUT_LANGUAGE)


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
        # Every template asks; what is not there at all costs it a look at all that is.
        request.preview = None
        with ExitStack() as request.walls:
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        is_desk = "admin" in request.resolver_match.app_names
        if not is_desk and not getattr(view, "sees_working_copies", False):
            request.walls.enter_context(public_page())
