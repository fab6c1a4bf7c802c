"""A decision or recommendation on other people's sites: a card that they may frame, and oEmbed (https://oembed.com/), by which
their programs find it from the address of the page."""

from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import escape

from csp.decorators import csp_replace
from django.db.models import Max
from django.http import HttpResponse, HttpResponseNotFound, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language, override
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from forum_site.cards.pages import LARGEST_KEY, card_of
from publishing.characters import fit_to_store
from publishing.languages import LANGUAGES
from publishing.models import Kind, PublicText, Revision
from publishing.site import site_settings
from publishing.site_address import site_root

KINDS = (Kind.DECISION, Kind.RECOMMENDATION)
#: How large a card is that nobody has asked to be smaller.
WIDTH, HEIGHT = 600, 320
#: A card narrower than this is higher.
NARROW, NARROW_HEIGHT = 420, 420
#: For so many seconds a site may remember the answer.
REMEMBERED = 86_400
LONGEST_URL = 2000


# ---- The card


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@require_safe
def embed(request, pk, language):
    """`/embed/{id}/{lang}/`: a resolution as a small page without script that any site may frame. Where it is not live in that
    language it is shown in the other; where it is not live at all the card says so (404)."""
    language = language if language in LANGUAGES else LANGUAGES[0]
    text = _live(pk, language) if pk <= LARGEST_KEY else None
    with override(text.language_code if text else language):
        response = render(request, "embed/resolution.html", {"text": text}, status=200 if text else 404)
        response.headers["Content-Language"] = get_language()
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _live(pk, language):
    texts = PublicText.objects.of_kind(*KINDS).filter(document_id=pk).readable_in(language)
    return texts.with_facts(*KINDS, extra=["as_resolution__event"]).first()


# ---- What programs ask


@require_safe
def oembed(request):
    """`/oembed/?url=…&format=json&maxwidth=…&maxheight=…`: 404 for what is no public resolution of this site, 501 for a format
    that is neither json nor xml."""
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return HttpResponse("The formats are json and xml.\n", status=501, content_type="text/plain")
    text = text_at(request.GET.get("url", ""), site_root(request), request.get_host())
    if text is None:
        response = HttpResponseNotFound(
            "No decision or recommendation of this site.\n", content_type="text/plain"
        )
    else:
        answer = _answer(request, text)
        response = (
            _as_xml(answer)
            if form == "xml"
            else JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
        )
    response.headers["X-Robots-Tag"] = "noindex"
    # Nothing here is for the signed-in only: scripts of other sites may read it.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def text_at(url, root, host):
    """An address as somebody has copied it in; the PublicText of the resolution there out, or None. It may be that of the page in
    either language, an old one of it, the short address, or that of the card."""
    if len(url) > LONGEST_URL or "\x00" in url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    is_ours = parts.netloc.lower() in (urlsplit(root).netloc.lower(), host.lower())
    if parts.scheme not in ("http", "https") or not is_ours:
        return None
    path = fit_to_store(unquote(parts.path))
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    with override(first if first in LANGUAGES else get_language()):
        try:
            match = resolve(path)
        except Resolver404:
            return None
        return _text_of(match.url_name, match.kwargs, get_language())


def _text_of(route, named, language):
    if route in ("short_address", "embed"):
        pk = named["pk"]
        return _live(pk, named.get("language", language)) if pk <= LARGEST_KEY else None
    if route not in KINDS:
        return None
    # As on the pages: what is public there now, else what once was, the latest first.
    old = Revision.objects.of_kind(route).ever_public().in_language(language).filter(slug=named["slug"])
    once = old.order_by().values_list("document_id").annotate(latest=Max("live_from")).order_by("-latest")
    for pk, _latest in once:
        text = _live(pk, language)
        if text and text.language_code == language:
            return text
    return None


def _answer(request, text):
    root, card = site_root(request), card_of(text)
    with override(text.language_code):
        site = site_settings()
        width = _at_most(request.GET.get("maxwidth"), WIDTH)
        usual = NARROW_HEIGHT if width < NARROW else HEIGHT
        height = _at_most(request.GET.get("maxheight"), usual)
        address = f"{root}{reverse('embed', args=[text.document_id, text.language_code])}"
        frame = {
            "address": address,
            "width": width,
            "height": height,
            "title": f"{text.facts.reference} {text.title}",
        }
        return {
            "version": "1.0",
            "type": "rich",
            "title": text.title,
            "author_name": site.name,
            "author_url": f"{root}{reverse('home')}",
            "provider_name": site.name,
            "provider_url": f"{root}/",
            "cache_age": REMEMBERED,
            "thumbnail_url": f"{root}{card['url']}",
            "thumbnail_width": card["width"],
            "thumbnail_height": card["height"],
            "html": render_to_string("embed/frame.html", frame).strip(),
            "width": width,
            "height": height,
        }


def _at_most(asked, usual):
    """The size that fits into what was asked for (oembed.com, 2.3.4.4: never more); the usual one where nothing sensible was."""
    is_number = asked and len(asked) < 6 and asked.isascii() and asked.isdigit()
    return min(usual, max(1, int(asked))) if is_number else usual


def _as_xml(answer):
    rows = "".join(f"<{name}>{escape(fit_to_store(str(value)))}</{name}>" for name, value in answer.items())
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
    return HttpResponse(f"{head}<oembed>{rows}</oembed>", content_type="text/xml; charset=utf-8")
