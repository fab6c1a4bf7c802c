"""The site's addresses, and three that go wrong on purpose: the pages for that are audited like any other."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.urls import path

from forum_site.urls import *  # noqa: F403
from forum_site.urls import urlpatterns as site_addresses

#: {the end of the address: what goes wrong}; each is there under /ar/ and /en/.
MISHAPS = {"400": BadRequest, "403": PermissionDenied, "500": RuntimeError}


def mishap(request, language, status):
    raise MISHAPS[status]("On purpose, for the audit.")


urlpatterns = [
    *(path(f"<str:language>/mishap/{status}/", mishap, {"status": status}) for status in MISHAPS),
    *site_addresses,
]
