"""Whole pages for readers without an account, kept until anything changes.

The key of a page holds the content version (publishing/content_version.py), so that nothing has to be deleted: after the
next change, or the next scheduled moment, pages are looked for under another key. A page that was begun before a change
and finished after it is kept under the old key, where nobody looks any more.

Who has a session is answered anew each time. Kept are only whole answers of 200 that set no cookie, vary with nothing
but the encoding and hold nothing made for one request (a nonce); each with its ETag, and compressed, since pages that are
the same for all hold no secret.
"""

import gzip
from dataclasses import dataclass
from hashlib import blake2b

import brotli
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from forum_site.page_store import page_store, release
from forum_site.routers import is_known
from publishing.content_version import content_version, reading_version
from publishing.languages import LANGUAGES

#: The first part of the addresses whose answers are alike for all readers.
PUBLIC = {*LANGUAGES, "embed", "oembed", "open-data", "robots.txt", "sitemap.xml"}
#: Longer questions are answered, but kept by nobody.
LONGEST_QUERY = 500
LARGEST_PAGE = 512_000
COMPRESSED = ("text/", "application/json", "application/xml", "application/atom+xml", "application/ld+json",
              "application/manifest+json", "application/schema+json", "image/svg+xml")  # fmt: skip
#: What it costs to find out anew, the server of the reader's own machine aside: nothing but a question.
READERS_CACHE = "public, max-age=0, s-maxage={seconds}"


#: How a page is packed for each encoding.
PACKING = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
    "": bytes,
}


@dataclass(frozen=True)
class Kept:
    """A page as it is sent: its ``body`` in one encoding ("br", "gzip", or "" for none) and its headers."""

    body: bytes
    headers: tuple
    etag: str

    @property
    def size(self):
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers)


def pages_for_readers(get_response):
    """Answer readers without an account from what is kept, and keep what they are answered."""
    store = page_store()

    def middleware(request):
        if not settings.READS_CONTENT_VERSION or not _is_public(request):
            return get_response(request)
        with reading_version():
            if is_known(request):
                return _private(get_response(request))
            return _answer(request, get_response, store)

    return middleware


def _is_public(request):
    first = request.path_info.split("/", 2)[1]
    return request.method in ("GET", "HEAD") and first in PUBLIC


def _private(response):
    """The page of somebody who is signed in is nobody else's."""
    response.headers.setdefault("Cache-Control", "private")
    return response


def _answer(request, get_response, store):
    version = content_version()
    key = _key(request, version)
    encoding = _encoding(request)
    kept = store.get(f"{key}|{encoding}") if key else None
    if kept is None:
        response = _whole(request, get_response)
        if not _may_be_kept(response):
            return response
        # What is kept is kept for every browser; what is not, is packed for this one.
        is_kept = key and settings.PAGE_CACHE_MEGABYTES
        variants = _variants(response, PACKING if is_kept else [encoding])
        if is_kept:
            store.set_many({f"{key}|{name}": page for name, page in variants.items()}, version.seconds_left)
        kept = variants[encoding]
    return _sent(request, kept, version)


def _key(request, version):
    """What tells this page from every other, or None where it is not worth keeping."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY:
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    asked = "\n".join([release(), version.key, request.scheme, host, request.path, query])
    return blake2b(asked.encode(errors="surrogatepass"), digest_size=20).hexdigest()


def _encoding(request):
    """The best encoding that the browser takes: "br", "gzip" or "" (RFC 9110, 12.5.3, as far as browsers use it)."""
    for offered in ("br", "gzip"):
        for part in request.META.get("HTTP_ACCEPT_ENCODING", "").lower().split(","):
            name, _semicolon, weight = part.partition(";")
            if name.strip() == offered and weight.replace(" ", "") not in (
                "q=0",
                "q=0.0",
                "q=0.00",
                "q=0.000",
            ):
                return offered
    return ""


def _whole(request, get_response):
    """The whole answer, whatever part or condition this reader named."""
    method = request.method
    names = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
    conditions = {name: request.META.pop(name) for name in names if name in request.META}
    request.method = "GET"
    try:
        return get_response(request)
    finally:
        request.method = method
        request.META |= conditions


def _may_be_kept(response):
    headers = response.headers
    varies = {name.strip().lower() for name in headers.get("Vary", "").split(",")} - {"", "accept-encoding"}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not varies
        and "Content-Encoding" not in headers
        and not any(word in headers.get("Cache-Control", "") for word in ("private", "no-store", "no-cache"))
        and "'nonce-" not in headers.get("Content-Security-Policy", "")
        and headers.get("Content-Type", "").startswith(COMPRESSED)
        and len(response.content) <= LARGEST_PAGE
    )


def _variants(response, encodings):
    """{encoding: Kept} of an answer."""
    body = response.content
    digest = blake2b(body, digest_size=12).hexdigest()
    patch_vary_headers(response, ["Accept-Encoding"])
    dropped = {"content-length", "etag"}
    headers = tuple((name, value) for name, value in response.headers.items() if name.lower() not in dropped)
    return {
        name: Kept(
            PACKING[name](body),
            (*headers, ("Content-Encoding", name)) if name else headers,
            f'"{digest}{name}"',
        )
        for name in encodings
    }


def _sent(request, kept, version):
    """The answer for this reader: the page, or 304 where the reader has it."""
    asked = request.META.get("HTTP_IF_NONE_MATCH")
    if asked and _is_the_same(kept.etag, asked):
        response = HttpResponseNotModified()
        response.headers["Vary"] = dict(kept.headers).get("Vary", "Accept-Encoding")
    else:
        response = HttpResponse(kept.body, headers=dict(kept.headers))
        response.headers["Content-Length"] = str(len(kept.body))
    response.headers["ETag"] = kept.etag
    # A view that says itself how long its answer may be kept knows better.
    response.headers.setdefault("Cache-Control", READERS_CACHE.format(seconds=min(1, version.seconds_left)))
    if settings.CDN_PURGE_ADDRESS:
        for name, value in _for_the_network(request, version).items():
            response.headers[name] = value
    return response


def _for_the_network(request, version):
    """What tells a content delivery network, which is told of every change (purge.py), to keep the page while the version
    holds, and by which tags it is told (RFC 9213 and the two older ways)."""
    seconds = f"max-age={version.seconds_left}"
    first = request.path_info.split("/", 2)[1]
    tags = ["site", first] if first in LANGUAGES else ["site"]
    return {
        "CDN-Cache-Control": seconds,
        "Surrogate-Control": seconds,
        "Cache-Tag": ",".join(tags),
        "Surrogate-Key": " ".join(tags),
    }


def _is_the_same(etag, asked):
    etags = parse_etags(asked)
    return "*" in etags or etag in {tag.removeprefix("W/") for tag in etags}
