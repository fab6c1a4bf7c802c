"""Which addresses are public: those that the site names itself, and whatever their pages lead to."""

import re
from collections import deque
from html import unescape
from urllib.parse import quote, unquote

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import override

from forum_site.archive import papers, rewriting
from forum_site.middleware import DESK_PATHS
from publishing.addresses import document_address
from publishing.languages import LANGUAGES
from publishing.models import Kind, PublicText, Revision

#: Routes that are no part of an archive: they ask something of a program, or are for the people of the desk.
LEFT_OUT = {"search", "search_suggestions", "healthz", "shared", "components", "oembed", "web_manifest"}
#: Routes whose page the archive makes itself: they lead readers on by the language that their browser asks for.
MADE_HERE = {"front_door", "short_address"}
_STEPS = 5


def route_of(address):
    """The name of the route that answers an address (percent-encoded), or None."""
    path = unquote(address.partition("?")[0])
    first = path.split("/", 2)[1]
    try:
        with override(first if first in LANGUAGES else None):
            return resolve(path).url_name
    except Resolver404:
        return None


class Crawl:
    """``keep(address, content, media_type)`` is called with every file; ``without`` are routes to leave out besides LEFT_OUT.

    Remembered by address: ``media_types`` of what was found, ``targets`` of redirects, ``missing`` with the page that leads
    there, ``failed`` with the status; ``unmade``, the PDFs that could not be made.
    """

    def __init__(self, reader, keep, without=()):
        self._reader, self._keep, self._left_out = reader, keep, LEFT_OUT | set(without)
        self.media_types, self.targets, self.missing, self.failed, self.unmade = {}, {}, {}, {}, set()
        self._waiting, self._seen = deque(), set()

    def run(self, say=lambda count: None):
        """Ask for everything that is public; ``say`` hears how many addresses were asked for."""
        self._wait_for("/sitemap.xml", source=None)
        self._wait_for("/robots.txt", source=None)
        for address in embedded_addresses():
            self._wait_for(address, source=None)
        self._visit_all(say)
        for address in old_addresses():
            if address not in self._seen:
                self._visit_old(address)
        self._visit_all(say)

    def add(self, address, content, media_type="text/html"):
        """A page that the archive makes itself, and what it leads to."""
        self._seen.add(address)
        self._found(address, content, media_type)
        self._visit_all()

    def is_part(self, address):
        """Whether what stands at an address belongs to the archive, if anything stands there."""
        if route_of(address) in self._left_out or address in self.unmade:
            return False
        return not unquote(address).startswith(DESK_PATHS)

    def goal(self, address):
        """Where an address ends: one of ``media_types``, a foreign URL, or None for what is not there."""
        for _step in range(_STEPS):
            if address not in self.targets:
                break
            address = self.targets[address]
        is_foreign = "://" in address
        return address if is_foreign or address in self.media_types else None

    def _visit_all(self, say=lambda count: None):
        while self._waiting:
            self._visit(*self._waiting.popleft())
            say(len(self._seen))

    def _wait_for(self, address, source):
        if address not in self._seen and self.is_part(address) and route_of(address) not in MADE_HERE:
            self._seen.add(address)
            self._waiting.append((address, source))

    def _visit(self, address, source):
        if route_of(address) in papers.ROUTES and not papers.is_made(address, self._reader.root):
            self.unmade.add(address)
            return
        answer = self._reader.get(address)
        if answer.status == 200:
            self._found(address, answer.content, answer.media_type)
        elif answer.target:
            self._moved(address, answer.target)
        elif answer.status >= 500 or self._must_be_there(address, source):
            self.failed[address] = answer.status
        else:
            self.missing[address] = source

    def _visit_old(self, address):
        """An address of a text that was once public: kept where it leads on; elsewhere nobody is told that it was there."""
        self._seen.add(address)
        answer = self._reader.get(address)
        if answer.status >= 500:
            self.failed[address] = answer.status
        elif answer.target:
            self._moved(address, answer.target)

    def _found(self, address, content, media_type):
        self.media_types[address] = media_type
        self._keep(address, content, media_type)
        for link in links(content, media_type):
            target = self._reader.address(link, address)
            if target:
                self._wait_for(target, source=address)

    def _moved(self, address, target):
        self.targets[address] = target
        if "://" not in target:
            self._wait_for(target, source=address)

    @staticmethod
    def _must_be_there(address, source):
        """What the site itself promises: its sitemap, and its own style sheets, scripts and fonts."""
        is_told = source is None or source.partition("?")[0] == "/sitemap.xml"
        return is_told or address.startswith(settings.STATIC_URL)


def links(content, media_type):
    """A file's content in; the links that it holds out, as they stand there."""
    if media_type == "text/html":
        return rewriting.Page(content).links()
    if media_type == "text/css":
        return rewriting.style_links(content)
    if media_type in ("application/xml", "text/xml"):
        return map(unescape, re.findall(r"<loc>([^<]+)</loc>", content.decode()))
    return []


def old_addresses():
    """Every address, percent-encoded, at which a document that is public ever stood, in both languages. One query."""
    texts = Revision.objects.ever_public().filter(document__revisions__in=PublicText.objects.all())
    texts = texts.order_by("kind", "slug").values_list("kind", "slug").distinct()
    for kind, slug in texts:
        for language in LANGUAGES:
            yield quote(unquote(document_address(kind, slug, language)))


def embedded_addresses():
    """The cards that other sites may have framed: no page of this one leads to them. One query."""
    texts = (
        PublicText.objects.of_kind(Kind.DECISION, Kind.RECOMMENDATION).values_list("document_id").distinct()
    )
    for (pk,) in texts.order_by("document_id"):
        yield from (reverse("embed", args=[pk, language]) for language in LANGUAGES)
