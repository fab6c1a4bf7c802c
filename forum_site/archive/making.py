"""An archive from beginning to end."""

from base64 import b64encode
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from forum_site.archive import names, rewriting, writing
from forum_site.archive.crawling import Crawl
from forum_site.archive.reading import Reader
from publishing.boundary import public_page
from publishing.languages import LANGUAGES, direction
from publishing.models import PublicText
from publishing.moments import as_at
from publishing.site import reading_site, site_settings


@dataclass
class Made:
    """``pages``: how many; ``missing``: {address: the page that leads there} of links that lead nowhere; ``unmade``: the
    addresses of PDFs that could not be made."""

    pages: int
    missing: dict
    unmade: set


class SiteIsBroken(Exception):  # noqa: N818  (an answer to a person)
    """Public addresses do not answer, so there is no archive; ``failed``: {address: status}."""

    def __init__(self, failed):
        super().__init__(str(failed))
        self.failed = failed


def make(place, day, replace=False, without=(), say=lambda count: None):
    """Write the public site of this moment into ``place`` (a Path), dated ``day`` (a date); ``say`` hears the count as it grows.
    ``without``: names of routes to leave out.

    Returns Made. Raises writing.Refusal, SiteIsBroken or OSError; ``place`` is then as it was.
    """
    with writing.new_folder(place, replace) as folder:
        archive = _Archive(folder, day, without)
        with as_at(timezone.now()), reading_site():
            archive.read(say)
        archive.rewrite()
        return archive.seal()


class _Archive:
    def __init__(self, folder, day, without):
        self._folder, self._day = folder, day
        self._reader, self._names = Reader(), names.Names(reserved=[writing.MANIFEST, writing.SUMS])
        self._crawl = Crawl(self._reader, self._keep, without)
        self._notes = {language: _note(language, day) for language in LANGUAGES}

    def read(self, say):
        """Everything as the site answers it, and the pages that only an archive has."""
        self._crawl.run(say)
        with public_page():
            for address, html in self._own_pages():
                self._crawl.add(address, html.encode())
        if self._crawl.failed:
            raise SiteIsBroken(self._crawl.failed)

    def rewrite(self):
        for address, media_type in self._crawl.media_types.items():
            path = self._folder / self._names[address]
            if media_type == "text/html":
                path.write_bytes(self._page(path.read_bytes(), address))
            elif media_type == "text/css":
                path.write_bytes(rewriting.led_style(path.read_bytes(), self._holding_drawings(address)))

    def seal(self):
        pages = list(self._crawl.media_types.values()).count("text/html")
        writing.write_manifest(self._folder, self._day, pages, self._reader.root)
        writing.write_sums(self._folder)
        return Made(pages, self._crawl.missing, self._crawl.unmade)

    def _keep(self, address, content, media_type):
        path = self._folder / self._names.add(address, media_type)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def _own_pages(self):
        """(address, HTML) of the front door, of the short addresses, and of the addresses from which something has moved."""
        yield "/", self._choice([_home(language) for language in LANGUAGES])
        for pk, texts in _living_texts().items():
            ways = [
                _way(text.language_code, text.address_in(text.language_code), text.title) for text in texts
            ]
            page = self._choice(ways) if len(ways) > 1 else _moved(ways[0])
            yield f"/d/{pk}/", page
        for address in list(self._crawl.targets):
            goal = self._crawl.goal(address)
            if address.endswith("/") and goal:
                yield address, _moved(_way(address.split("/")[1], goal, ""))

    def _choice(self, ways):
        notes = [self._notes[way["language"]] for way in ways]
        return render_to_string("archive/choice.html", {"ways": ways, "notes": notes})

    def _page(self, content, address):
        page = rewriting.Page(content)
        page.lead(self._leading_from(address))
        page.add(self._notes.get(page.language, self._notes[LANGUAGES[0]]), "archive-note")
        return page.content

    def _leading_from(self, source):
        """A function: a link on the page at ``source`` in; what ``rewriting.Page.lead`` takes out."""

        def lead(link):
            if link.startswith("#"):
                return link
            target = self._reader.address(link, source)
            if target is None:
                return link
            goal = self._crawl.goal(target)
            if goal is None:
                return None if self._crawl.is_part(target) else rewriting.LEFT_OUT
            if "://" in goal:
                return goal
            return names.link(self._names[source], self._names[goal], link.partition("#")[2])

        return lead

    def _holding_drawings(self, source):
        """Like ``_leading_from``, for a style sheet, which takes its drawings into itself: a page that is opened from a folder
        may not ask for one to mask something with (browsers take each file for another origin)."""
        lead = self._leading_from(source)

        def hold(link):
            goal = self._crawl.goal(self._reader.address(link, source) or "")
            if self._crawl.media_types.get(goal) != "image/svg+xml":
                return lead(link)
            drawing = b64encode((self._folder / self._names[goal]).read_bytes()).decode()
            return f"data:image/svg+xml;base64,{drawing}"

        return hold


def _note(language, day):
    with override(language):
        return render_to_string(
            "components/archive_note.html",
            {"day": day, "language": language, "direction": direction(language)},
        )


def _moved(way):
    with override(way["language"]):
        way["title"] = way["title"] or site_settings().name
        return render_to_string("archive/moved.html", {"way": way})


def _home(language):
    with override(language):
        site = site_settings()
        return _way(language, reverse("home"), site.name) | {"line": site.line}


def _way(language, address, title):
    return {"language": language, "direction": direction(language), "address": address, "title": title}


def _living_texts():
    """{document id: its PublicTexts, Arabic first}, in one query."""
    documents = {}
    texts = PublicText.objects.only("document_id", "kind", "slug", "language_code", "title")
    for text in texts.order_by("document_id", "language_code"):
        documents.setdefault(text.document_id, []).append(text)
    return documents
