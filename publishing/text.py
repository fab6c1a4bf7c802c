"""What a text goes through on its way in: words and slugs here, HTML in publishing/html.py.

Sources of the rules: the Arabic checklist, lines 19 (slugs) and 22 (typing and saving).
"""

import re
import unicodedata

from publishing.characters import KEPT_LIGATURES, TATWEEL, fit_to_store
from publishing.html import is_blank_html, plain_text, sanitise_html

__all__ = [
    "RESERVED_SLUGS",
    "SLUG_LENGTH",
    "is_blank_html",
    "make_slug",
    "normalise",
    "plain_text",
    "sanitise_html",
]

SLUG_LENGTH = 60

# Addresses that stand where a slug could: /news/feed/ is the feed, so no article may be called "feed".
RESERVED_SLUGS = frozenset({"feed"})

# They stand inside a word (don't, Mu’akhat), so the word stays whole.
_APOSTROPHES = frozenset("'’‘ʼʻ`´")
_PERSIAN_TO_ARABIC = str.maketrans({"\u06cc": "\u064a", "\u06a9": "\u0643"})


def normalise(text, language):
    """Text as typed or pasted in; text fit to store out, stripped at both ends, its inner spaces as they were.

    NFC, no bidi overrides, presentation forms to base letters, and ی ک to ي ك in Arabic only (the same letters are
    right in a Persian name inside an English text).
    """
    text = fit_to_store(text or "")
    if language == "ar":
        text = text.translate(_PERSIAN_TO_ARABIC)
    return text.strip()


def make_slug(text):
    """A title in; a slug of 60 letters or fewer out, in the letters of the title; '' when nothing is left.

    «قراراتُ المُنْتَدى ـــ ٢٠٢٦» gives `قرارات-المنتدى-2026`.
    """
    # Twenty times the length leaves room for marks and signs that fall away; the rest of a pasted book is never read.
    text = fit_to_store((text or "")[: SLUG_LENGTH * 20])
    text = unicodedata.normalize("NFC", text.casefold())
    slug = _cut(re.sub("-+", "-", "".join(map(_slug_letter, text))).strip("-"))
    return f"{slug}-1" if slug in RESERVED_SLUGS else slug


def _slug_letter(letter):
    """One letter in; what stands for it in a slug out: itself, a digit 0-9, nothing (a mark) or a hyphen."""
    category = unicodedata.category(letter)
    if category[0] == "L" and letter not in KEPT_LIGATURES:
        return "" if letter == TATWEEL else letter
    if category[0] == "N":
        digit = unicodedata.digit(letter, None)
        return "-" if digit is None else str(digit)
    if letter in _APOSTROPHES:
        return ""
    # Marks (tashkeel, Quranic signs, accents that NFC could not compose) and joiners stand inside a word.
    return "" if category in ("Mn", "Me", "Mc", "Cf") else "-"


def _cut(slug):
    """A slug of any length in; one of at most SLUG_LENGTH out, cut between words unless that would lose half of it."""
    if len(slug) <= SLUG_LENGTH:
        return slug
    border = slug.rfind("-", 0, SLUG_LENGTH + 1)
    return slug[: border if border >= SLUG_LENGTH // 2 else SLUG_LENGTH].rstrip("-")
