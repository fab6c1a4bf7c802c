"""How a public address becomes a document's page: the live text, a redirect, or the page for a missing translation."""

from functools import wraps

from django.conf import settings
from django.db.models import F, Max
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from publishing import moments
from publishing.freshness import is_stale_for_readers
from publishing.languages import other
from publishing.models import PublicText, Revision
from publishing.prepared import prepared
from publishing.public_changes import in_their_order, is_read_at

#: The view of each kind, called with (request, text); the preview of a working copy uses them too.
PAGE_VIEWS = {}


def document_page(kind, *, related=(), is_main=True):
    """Make ``view(request, text)`` the page of the documents of ``kind`` at an address with a ``slug``.

    The view is called with the PublicText in the language of the address, its facts and the ``related`` paths
    (seen from the document) loaded in the one query. An address that was once right answers 301; a document
    that is public in the other language only, with the page that says so; anything else 404.
    """

    related = tuple(related)

    def decorate(view):
        if is_main:
            PAGE_VIEWS[kind] = view

        @require_safe
        @wraps(view)
        def page(request, slug):
            language = get_language()
            found = _texts_at(kind, related, slug=slug, language=language)
            return view(request, found[0]) if found else _elsewhere(request, kind, slug, language)

        page.kind = kind
        return page

    return decorate


def document_file(kind, *, related=()):
    """Make ``view(request, text)`` a file (a feed, a table) about the document of ``kind`` at an address with a ``slug``.

    As ``document_page``, but that a document which is public in the other language only is given in its words: what reads
    a file has no use for a page that says so.
    """

    related = tuple(related)

    def decorate(view):
        moved = document_page(kind, is_main=False, related=related)(view)

        @require_safe
        @wraps(view)
        def file(request, slug):
            text = readable_at(kind, related, slug)
            return view(request, text) if text else moved(request, slug)

        return file

    return decorate


@prepared
def _texts_at(kind, related, *, slug, language):
    texts = PublicText.objects.of_kind(kind).with_facts(kind, extra=related)
    return texts.filter(slug=slug, language_code=language)


def readable_at(kind, related, slug):
    """The PublicText of a kind at ``slug``, in the active language or else in the other, with its facts and the paths ``related``
    (a tuple, seen from the document); None where there is none."""
    language = get_language()
    found = _readable_at(kind, related, slug=slug, language=language)
    return min(found, key=lambda text: text.language_code != language, default=None)


@prepared
def _readable_at(kind, related, *, slug, language):
    texts = PublicText.objects.of_kind(kind).readable_in(language)
    return texts.with_facts(kind, extra=related).filter(slug=slug)


def _elsewhere(request, kind, slug, language):
    """The answer for a slug at which no text of this language is live."""
    documents = _once_at(kind, slug, language)
    living = {pk: {} for pk in documents}
    if documents:
        for text in PublicText.objects.filter(document_id__in=documents).with_facts(kind):
            living[text.document_id][text.language_code] = text
    for texts in living.values():
        if language in texts:
            return _moved(request, texts[language])
        if texts:
            text = texts[other(language)]
            return _untranslated(request, text) if text.slug == slug else _moved(request, text)
    raise Http404("No public text at this address.")


def _once_at(kind, slug, language):
    """The keys of the documents that were ever public at ``slug``: first those that were so in ``language``, the latest first."""
    texts = Revision.objects.of_kind(kind).ever_public().filter(slug=slug).order_by()
    found = list(texts.values_list("document_id", "language_code").annotate(latest=Max("live_from")))
    found.sort(key=lambda row: (row[1] != language, -row[2].timestamp()))
    return list(dict.fromkeys(pk for pk, _language, _latest in found))


def _moved(request, text):
    query = request.META.get("QUERY_STRING", "")
    # What was asked of the page is asked of it at its new address: a day, a filter.
    address = f"{reverse(request.resolver_match.url_name, args=[text.slug])}{'?' if query else ''}{query}"
    response = HttpResponsePermanentRedirect(address)
    # A name may come back to an old address; a browser that kept the redirect for ever would go in circles then.
    response.headers["Cache-Control"] = "no-cache"
    return response


def _untranslated(request, text):
    context = {"text": text, "noindex": True, "switch_url": text.address_in(text.language_code)}
    return render(request, "untranslated.html", context)


def both_languages(text):
    """The context of a document's page about its languages, in one query: ``switch_url`` reaches the same document in the
    other language, translated or not; ``alternates`` names what is live, for hreflang; ``newer_original`` is the public
    original where ``text`` is a translation of an earlier one, or None."""
    return _about_languages(text, _living(_living_texts(document=text.document_id)))


def languages_and_changes(text, ever_public):
    """The context that ``both_languages`` gives, and ``changes``, what ``in_their_order`` gives. No query: ``ever_public`` are
    all Revisions of the document that were so, the earliest first, each with its ``source_sense``."""
    now = moments.now()
    own = [known for known in ever_public if known.language_code == text.language_code]
    living = _living(known for known in ever_public if is_read_at(known, now))
    return {**_about_languages(text, living), "changes": in_their_order(own)}


@prepared
def _living_texts(*, document):
    """The live Revisions of a document, with no more words than its address and what was translated from what."""
    texts = Revision.objects.live().filter(document_id=document)
    columns = ("kind", "slug", "language_code", "live_from", "live_until", "sense", "source_revision_id")
    # The key of the document is known; without it, each text would be asked for its own.
    return texts.annotate(source_sense=F("source_revision__sense")).only("document_id", *columns)


def _living(texts):
    return {known.language_code: known for known in texts}


def _about_languages(text, living):
    addresses = {code: found.address_in(code) for code, found in sorted(living.items())}
    elsewhere = other(text.language_code)
    alternates = [{"language": code, "url": address} for code, address in addresses.items()]
    return {
        "switch_url": addresses.get(elsewhere) or text.address_in(elsewhere),
        "alternates": alternates if len(alternates) > 1 else [],
        "newer_original": _newer_original(text, living),
    }


def _newer_original(text, living):
    source_language = text.document.source_language
    translation = living.get(text.language_code)
    # Any other text than the public one is a preview: nothing to tell readers.
    is_public_translation = text.language_code != source_language and translation == text
    if not (settings.TELLS_OUT_OF_DATE and is_public_translation):
        return None
    source = living.get(source_language)
    return source if is_stale_for_readers(translation, source) else None
