"""The links of a body that lead into this very site, and whether readers find something there."""

from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.urls import Resolver404, resolve
from django.utils.translation import get_language, override

from media_library.admin_choices import is_key
from publishing.languages import LANGUAGES
from publishing.models import Revision, Topic

#: A place that no reader can open: no page of the site, or one of the desk.
NOWHERE = ("nowhere", "")
_DESK = ("/admin/", "/accounts/")
_STAND_IN = "https://site.invalid"


class _Body(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.links, self.pictures = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if tag == "img":
            self.pictures.append(found.get("alt") or "")


def pictures_without_words(html):
    """HTML in; how many pictures in it say nothing to those who cannot see them."""
    return sum(not alt.strip() for alt in _Body(html).pictures)


def dead_links(texts, at, going_out=()):
    """Revisions in; {text.pk: [href, …]} out, the links to this site under which readers find nothing at the moment ``at``.

    ``going_out`` are Revisions that will be public by then. At most three queries. A link that leads on from an old address
    is alive; pages that are no documents (lists, persons) are where the site has an address for them.
    """
    places = {text.pk: _places(text) for text in texts}
    asked = {place for found in places.values() for place in found.values()}
    alive = _alive(asked, at, going_out)
    dead = {pk: [href for href, place in found.items() if place not in alive] for pk, found in places.items()}
    return {pk: hrefs for pk, hrefs in dead.items() if hrefs}


def _places(text):
    """{href: place} of the links within the site: ("text", kind, slug), ("document", pk), ("topic", slug) or NOWHERE."""
    base = f"{settings.SITE_ADDRESS or _STAND_IN}{text.address_in(text.language_code)}"
    found = {href: _place(href, base) for href in _Body(text.body).links}
    return {href: place for href, place in found.items() if place}


def _place(href, base):
    """What a link means; None for one that leads elsewhere, within its own text, or to a file."""
    try:
        whole = urlsplit(urljoin(base, href))
    except ValueError:
        return None
    if href.startswith("#") or whole.scheme not in ("http", "https") or whole.netloc != urlsplit(base).netloc:
        return None
    path = unquote(whole.path) or "/"
    if path.startswith((settings.MEDIA_URL, settings.STATIC_URL)):
        return None
    match = None if path.startswith(_DESK) else _resolved(path)
    return _meaning(match) if match else NOWHERE


def _resolved(path):
    """The ResolverMatch of ``path``, with or without its last slash; None where the site has no such address."""
    first = path.split("/", 2)[1]
    with override(first if first in LANGUAGES else get_language()):
        for candidate in (path, f"{path}/"):
            try:
                return resolve(candidate)
            except Resolver404:
                continue
    return None


def _meaning(match):
    if kind := getattr(match.func, "kind", None):
        return "text", str(kind), match.kwargs["slug"]
    if match.url_name == "short_address":
        return ("document", match.kwargs["pk"]) if is_key(match.kwargs["pk"]) else NOWHERE
    if match.url_name == "topic":
        return "topic", match.kwargs["slug"]
    return None


def _alive(asked, at, going_out):
    """Those of the places ``asked`` where readers find something at the moment ``at``."""
    slugs = {place[2] for place in asked if place[0] == "text"}
    numbers = {place[1] for place in asked if place[0] == "document"}
    topics = {place[1] for place in asked if place[0] == "topic"}
    documents = {text.document_id for text in going_out}
    alive = {("text", text.kind, text.slug) for text in going_out} | {("document", pk) for pk in documents}
    if slugs:
        living = Revision.objects.live(at).filter(document_id=OuterRef("document_id"))
        known = Revision.objects.ever_public(at).filter(Exists(living) | Q(document_id__in=documents))
        alive |= {("text", *row) for row in known.filter(slug__in=slugs).values_list("kind", "slug")}
    if numbers:
        found = Revision.objects.live(at).filter(document_id__in=numbers)
        alive |= {("document", pk) for pk in found.values_list("document_id", flat=True)}
    if topics:
        found = Topic.objects.filter(Q(slug_ar__in=topics) | Q(slug_en__in=topics))
        alive |= {
            ("topic", slug) for slugs in found.values_list("slug_ar", "slug_en") for slug in slugs if slug
        }
    return alive
