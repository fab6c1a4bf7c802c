"""Whole addresses, for what is read away from the site: feeds, calendars, open data, the sitemap."""

from urllib.parse import urlsplit

from django.conf import settings


def site_root(request):
    """Scheme and host without a slash at the end: SITE_ADDRESS, or where it is not set those of the request."""
    return settings.SITE_ADDRESS or f"{request.scheme}://{request.get_host()}"


def site_host(request):
    """The host alone, for identifiers (feed entries, calendar entries) that must stay the same for ever: ID_HOST, or where it
    is not set that of the site's address."""
    return settings.ID_HOST or urlsplit(site_root(request)).hostname
