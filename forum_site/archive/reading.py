"""The site as a reader without an account finds it, asked within this process: no server, no network."""

import mimetypes
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.test import Client

#: Stands for the site while links are resolved; no link of a page leads there by itself.
_BASE = "http://the-site.invalid"

#: Where the archive has the uploads, whatever their address on the site is.
_MEDIA = "/media/"

#: The first page of a list is the list; a version is for the memory of browsers.
_SAYS_NOTHING = re.compile("page=1|v=.*")


@dataclass
class Answer:
    """What the site answered: for 200 the ``content``, for a redirect the ``target`` (an address, or a foreign URL)."""

    status: int
    media_type: str = ""
    content: bytes = b""
    target: str = ""


class Reader:
    """Asks for addresses: the path, percent-encoded, and the query: "/ar/news/?page=2"."""

    def __init__(self):
        # The host that the site answers to; its own addresses begin with ``root``.
        hosts = [host.lstrip(".") for host in settings.ALLOWED_HOSTS if host != "*"]
        host = hosts[0] if hosts else "localhost"
        self.root = settings.SITE_ADDRESS or f"https://{host}"
        self._client = Client(raise_request_exception=False, SERVER_NAME=host)

    def get(self, address):
        """An address in; its Answer out, redirects not followed."""
        if address.startswith(_MEDIA):
            return _stored(unquote(address.removeprefix(_MEDIA).partition("?")[0]))
        response = self._client.get(address, secure=True)
        if response.status_code in (301, 302, 307, 308):
            target = self.address(response.headers["Location"], address)
            return Answer(response.status_code, target=target or response.headers["Location"])
        content = b"".join(response.streaming_content) if response.streaming else response.content
        return Answer(response.status_code, response.headers.get("Content-Type", "").split(";")[0], content)

    def address(self, link, source):
        """A link of the page at ``source`` in; the address that it leads to out, or None where it leads out of the site."""
        if link == self.root or link.startswith(f"{self.root}/"):
            link = link.removeprefix(self.root) or "/"
        if link.startswith(settings.MEDIA_URL):
            link = _MEDIA + link.removeprefix(settings.MEDIA_URL)
        try:
            parts = urlsplit(urljoin(_BASE + source, link.strip()))
        except ValueError:
            return None
        if f"{parts.scheme}://{parts.netloc}" != _BASE:
            return None
        query = "&".join(
            part for part in parts.query.split("&") if part and not _SAYS_NOTHING.fullmatch(part)
        )
        return quote(unquote(parts.path or "/")) + (f"?{query}" if query else "")


def _stored(name):
    """A file that an editor uploaded; in production it is not the program that serves it."""
    try:
        with default_storage.open(name) as file:
            return Answer(200, mimetypes.guess_type(name)[0] or "application/octet-stream", file.read())
    except (OSError, SuspiciousOperation):
        return Answer(404)
