"""Public pages as a reader's program sees them: parsed HTML, asked for by what it says."""

from html.parser import HTMLParser
from urllib.parse import unquote

from django.test import Client
from django.utils.encoding import iri_to_uri

#: Elements whose words are no part of what is read.
UNREAD = {"script", "style", "svg", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Page(HTMLParser):
    """What a page says. ``words`` is everything between its tags, ``main`` what stands in <main>, one space between words."""

    def __init__(self, html):
        super().__init__()
        self.html = html
        self.elements = []
        self.title = ""
        self._open = []
        self._pieces = {"body": [], "main": []}
        self.feed(html)
        self.close()
        self.words, self.main = (" ".join(" ".join(self._pieces[part]).split()) for part in ("body", "main"))

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self._open.append(self.elements[-1])

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = [tag for tag, _attrs, _pieces in self._open]
        if "title" in tags and "svg" not in tags:
            self.title += data
        if UNREAD & set(tags):
            return
        for _tag, _attrs, pieces in self._open:
            pieces.append(data)
        self._pieces["body"].append(data)
        if "main" in tags:
            self._pieces["main"].append(data)

    def all(self, tag, **wanted):
        """[(attributes, words)] of every ``tag`` with these attributes; ``klass`` is a class that it has."""
        klass = wanted.pop("klass", None)
        return [
            (attrs, " ".join(" ".join(pieces).split()))
            for name, attrs, pieces in self.elements
            if name == tag
            and all(attrs.get(key) == value for key, value in wanted.items())
            and (klass is None or klass in (attrs.get("class") or "").split())
        ]

    def words_of(self, tag, **wanted):
        return [words for _attrs, words in self.all(tag, **wanted)]

    @property
    def language(self):
        """The (lang, dir) of the page."""
        ((attrs, _words),) = self.all("html")
        return attrs["lang"], attrs["dir"]

    @property
    def links(self):
        """{address: words} in the order of the page; where two links lead to one address, the words of the first."""
        links = {}
        for attrs, words in self.all("a"):
            links.setdefault(unquote(attrs.get("href") or ""), words)
        return links

    @property
    def switch(self):
        """Where the language switch leads."""
        ((attrs, _words),) = self.all("a", klass="language-switch")
        return unquote(attrs["href"])

    @property
    def alternates(self):
        """{language: address} of the hreflang links, each language named once; x-default is looked at here."""
        links = [attrs for attrs, _words in self.all("link", rel="alternate") if "hreflang" in attrs]
        alternates = {attrs["hreflang"]: attrs["href"] for attrs in links}
        assert len(alternates) == len(links), links
        # Readers of neither language are sent to the Arabic one.
        assert alternates.pop("x-default", None) == alternates.get("ar")
        return alternates

    def data(self, kind):
        """The addresses of the same thing as a file of the media type ``kind``."""
        return [unquote(attrs["href"]) for attrs, _words in self.all("link", rel="alternate", type=kind)]

    @property
    def canonical(self):
        return [attrs["href"] for attrs, _words in self.all("link", rel="canonical")]

    @property
    def is_indexed(self):
        return "noindex" not in [attrs.get("content") for attrs, _words in self.all("meta", name="robots")]


def get(path, status=200, client=None, **headers):
    """The Page at ``path``, which must answer with ``status``."""
    response = (client or Client()).get(path, **headers)
    assert response.status_code == status, (path, response.status_code, response.headers.get("Location"))
    return Page(response.content.decode())


def moved(path, status=301, **headers):
    """Where ``path`` redirects to."""
    response = Client().get(path, **headers)
    assert response.status_code == status, (path, response.status_code)
    return unquote(response.headers["Location"])


def absolute(path):
    """``path`` as it stands in a page's links with the site's address, percent-encoded."""
    return f"http://testserver{iri_to_uri(path)}"
