"""Which pages are audited: every address of the sitemap, and what is found by following their links."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

#: Pages that nothing links to: other answers than 200, a search that finds something and one that finds nothing.
NOT_LINKED = (
    "/no-such-page/",
    "/mishap/400/",
    "/mishap/403/",
    "/mishap/500/",
    "/search/?q=2026",
    "/search/?q=zzzz",
    "/search/?q=",
)
ELSEWHERE = ("/accounts/login/", "/shared/no-such-link/")
LANGUAGES = ("ar", "en")
#: Of these only what readers see without an account is audited.
NOT_FOLLOWED = re.compile(r"^/(admin|accounts|media|static|shared)/")


@dataclass
class Page:
    """A page as it was sent: ``address`` without the host, percent-encoded; ``kind`` is alike for pages of one template."""

    address: str
    status: int
    body: bytes
    kind: str

    @property
    def shown(self):
        """The address as people read it."""
        return unquote(self.address)


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a" and "download" not in attributes:
            self.found.append(attributes.get("href") or "")


def find_pages(root) -> list[Page]:
    """Every public page under ``root``, by address. Pages that the sitemap does not name are followed once a kind:
    of ten pages of a list or ten choices of a filter one is enough."""
    listed = _listed(root)
    extra = [f"/{language}{path}" for language in LANGUAGES for path in NOT_LINKED]
    found, kinds, todo = {}, set(), [*listed, *extra, *ELSEWHERE]
    while todo:
        with ThreadPoolExecutor(4) as pool:
            pages = [page for page in pool.map(lambda address: fetch(root, address), todo) if page]
        found.update({page.address: page for page in pages})
        todo = []
        for address in sorted({link for page in pages for link in links_of(page)}):
            kind = _kind(address, set(listed))
            if address not in found and kind not in kinds:
                kinds.add(kind)
                todo.append(address)
    return [found[address] for address in sorted(found)]


def _listed(root):
    sitemap = urlopen(f"{root}/sitemap.xml", timeout=60).read().decode()
    return [urlsplit(location).path for location in re.findall(r"<loc>([^<]+)</loc>", sitemap)]


def fetch(root, address) -> Page | None:
    """The page, or None if what answers is not one (a feed, a picture, a calendar) or leads elsewhere."""
    try:
        answer = urlopen(Request(root + address), timeout=60)
    except HTTPError as error:
        answer = error
    with answer:
        body = answer.read()
    is_page = answer.headers.get_content_type() == "text/html" and body
    moved = urlsplit(answer.url)._replace(scheme="", netloc="").geturl() != address
    if not is_page or moved:
        return None
    # A page of the missing translation has the address of the one that is missing.
    hidden = " (noindex)" if b'name="robots" content="noindex"' in body else ""
    return Page(address, answer.status, body, _kind(address) + hidden)


def links_of(page):
    """The addresses of the same site that ``page`` leads to, percent-encoded, without fragments."""
    parser = _Links()
    parser.feed(page.body.decode())
    for link in parser.found:
        address = urldefrag(urljoin(page.address, link)).url
        if address.startswith("/") and not NOT_FOLLOWED.match(address):
            yield quote(address, safe="/%?&=+,;:@~!$'()*-._")


def _kind(address, listed=()):
    """What pages of one template have in common. Listed pages are all wanted, so each is a kind of its own then."""
    parts = urlsplit(address)
    if parts.path in listed and not parts.query:
        return address
    section, *steps = parts.path.strip("/").split("/")
    if section in ("d", "embed"):
        steps[0] = "*"
    elif len(steps) > 1 and steps[0] != "mishap":
        steps[1] = "*"
    pairs = [pair for pair in parts.query.split("&") if pair]
    # What was searched for changes the page; the third page of a list is like the second.
    asked = sorted({pair if pair.startswith("q=") else pair.split("=")[0] for pair in pairs})
    return "/".join([section, *steps]) + ("?" + "&".join(asked) if asked else "")


def main_pages(pages) -> list[Page]:
    """One page of each kind, the longest."""
    longest = {}
    for page in sorted(pages, key=lambda page: len(page.body)):
        longest[page.kind] = page
    return sorted(longest.values(), key=lambda page: page.address)
