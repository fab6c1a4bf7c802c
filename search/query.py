"""From what a reader typed to the live texts that have those words."""

import re
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, Value, When

from publishing.characters import fit_to_store
from publishing.models import Kind, PublicText
from search.arabic import fold, words

#: Longer questions are cut: nobody types them, and each word costs a look at every text.
QUERY_LENGTH = 200
WORD_COUNT = 10

_ARABIC = re.compile("[\u0621-\u064a]{3}")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_REFERENCE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
_NUMBER = re.compile(r"#(\d{1,18})")


@dataclass
class Question:
    """What was asked: ``shown`` as it may stand in the page, ``words`` as they are looked for."""

    shown: str
    words: list


def question(typed):
    """Anything at all in (10,000 letters, a NUL, bidi controls …), a Question out."""
    shown = fit_to_store(typed[: QUERY_LENGTH * 2]).strip()[:QUERY_LENGTH]
    return Question(shown, list(dict.fromkeys(words(shown)))[:WORD_COUNT])


def matches(asked, language):
    """The live texts in ``language`` that have every word: those with all in the title first, then the newest."""
    if not asked.words:
        return PublicText.objects.none()
    in_title, anywhere = Q(), Q()
    for word in map(_sought, asked.words):
        in_title &= Q(search_entry__title__contains=word)
        anywhere &= Q(search_entry__title__contains=word) | Q(search_entry__text__contains=word)
    rank = Case(When(in_title, then=Value(0)), default=Value(1), output_field=IntegerField())
    texts = PublicText.objects.in_language(language).filter(anywhere).with_facts(*Kind)
    return texts.order_by(rank, "-published_at", "-document_id")


def _sought(word):
    """A folded word in; the letters to look for out. An Arabic word may stand behind و, ب or ال: it is looked for anywhere.
    Other words, and very short ones, are the beginning of a word, so that "art" is not in "party"."""
    return word if _ARABIC.match(word) else f" {word}"


def named(asked, language):
    """The live text whose reference (MQF-2024-D1, in either case or digits) or number (#12) was typed, or None."""
    typed = _DASHES.sub("-", fold(asked.shown)).strip().upper()
    texts = PublicText.objects.readable_in(language)
    number = _NUMBER.fullmatch(typed)
    if number:
        return texts.filter(document_id=int(number[1])).first()
    if _REFERENCE.fullmatch(typed):
        return texts.filter(document__as_resolution__reference=typed).first()
    return None
