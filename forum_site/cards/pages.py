"""`/d/{id}/{lang}/card.png`, the card of a document's live text, and `/{lang}/card.png`, that of the site.

A card is drawn when it is first asked for and kept (forum_site/made_files.py) under a name that depends on all that it shows.
One is kept a text.
"""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.views.decorators.http import conditional_page, require_safe

from forum_site import made_files
from forum_site.cards import drawing
from forum_site.cards.words import words_of, words_of_site
from publishing.languages import LANGUAGES
from publishing.models import Kind, PublicText

#: For so many seconds a card may be kept elsewhere: a day at the address that names what it shows, else five minutes.
KEPT_FOR, KEPT_FOR_SHORT = 86_400, 300
LARGEST_KEY = 2**63 - 1


@conditional_page
@require_safe
def card(request, pk, language):
    """The card of the live text of document ``pk`` in ``language``; 404 where there is none."""
    text = None
    if language in LANGUAGES and pk <= LARGEST_KEY:
        texts = PublicText.objects.filter(document_id=pk, language_code=language)
        text = texts.with_facts(*Kind.values, extra=["as_session__event"]).first()
    if text is None:
        raise Http404("No public text.")
    return _file(request, words_of(text), folder=str(pk))


@conditional_page
@require_safe
def site_card(request):
    """The card of the site in the language of the address."""
    return _file(request, words_of_site(), folder="site")


def card_of(text):
    """A PublicText with its facts in; what a page says of its card out: ``url`` (a path), ``width``, ``height``, ``alt``."""
    # A page names its card twice: to those who share it and to search engines.
    if "_card" not in text.__dict__:
        text._card = _told(reverse("card", args=[text.document_id, text.language_code]), words_of(text))
    return text._card


def card_of_site():
    """The same for the card of the site, in the active language."""
    return _told(reverse("site_card"), words_of_site())


def _told(path, words):
    url = f"{path}?v={_version(words)}"
    return {"url": url, "width": drawing.WIDTH, "height": drawing.HEIGHT, "alt": words.alt}


def _version(words):
    """What tells this card from every other one, and from this one as another Pillow would draw it."""
    said = repr((drawing.look(), drawing.can_shape(), words))
    return salted_hmac("share card", said).hexdigest()[:20]


def _file(request, words, folder):
    version = _version(words)
    content = _kept(f"cards/{folder}", f"{words.language}-", version, words)
    response = HttpResponse(content, content_type="image/png")
    seconds = KEPT_FOR if request.GET.get("v") == version else KEPT_FOR_SHORT
    response.headers["Cache-Control"] = f"public, max-age={seconds}"
    response.headers["ETag"] = f'"{version}"'
    response.headers["Content-Language"] = words.language
    return response


def _kept(folder, prefix, version, words):
    """The bytes of the card: kept, or drawn and kept in the place of earlier ones."""
    name = f"{folder}/{prefix}{version}.png"
    content = made_files.read(name)
    if content is None:
        content = drawing.draw(words)
        made_files.keep(name, content)
        made_files.drop_others(folder, prefix, name)
    return content
