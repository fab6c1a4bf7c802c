"""Arabic (and Latin) words as a search compares them: spelling variants folded away, then reduced to terms.

Folding and stemming were measured together on 66 pairs of words that readers expect to match: folding, one prefix off (after
Larkey's light10), endings off. They change what is compared, never what is shown.
"""

import re
import unicodedata
from functools import lru_cache
from threading import Lock

import snowballstemmer

#: So many words keep their terms in memory: those of a long text come again and again.
WORDS_REMEMBERED = 1 << 15
#: Longer words are told apart by so many letters.
LONGEST_TERM = 64

# Combining accents, tashkeel, Quranic marks (after NFKD these include the hamza and madda of أ إ آ ؤ ئ), tatweel,
# zero-width and bidi controls, the soft hyphen, and every apostrophe (Mu'akhat, Qur’an, ʿUmar).
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0890-\u0891\u0897-\u089f\u08ca-\u08ff\u0640"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f"
    "'`\u00b4\u02b9-\u02bf\u02c8\u055a\u2018-\u201b\u2032\uff07"
)
_DROPPED = re.compile(f"[{_MARKS}]")

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ى": "ي", "ی": "ي", "ئ": "ي", "ې": "ي", "ے": "ي",
    "ؤ": "و", "ة": "ه", "ۃ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
    "ک": "ك", "ڪ": "ك",
}  # fmt: skip
_DIGITS = {
    digit: str(value)
    for zero in (0x0660, 0x06F0)
    for value, digit in enumerate(map(chr, range(zero, zero + 10)))
}
_FOLDED = str.maketrans(_LETTERS | _DIGITS)

_WORD = re.compile(r"[^\W_]+")
_WRITTEN = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*")

#: A hamza on its seat, or alone: مسؤول is also written مسئول, شيء also شي.
_SEATED = re.compile("[ؤئء]")
_ARABIC = re.compile("[\u0621-\u064a]+")
_ARTICLES = ("وبال", "وكال", "فبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "ال", "لل")
#: One letter that may be a word of its own, "in", or the first of this one: such a word is read both ways.
_PREPOSITIONS = frozenset("بلفك")
_ENDINGS = ("تهم", "تها", "هما", "كم", "هم", "ها", "نا", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا")
#: So many letters of a word stay.
_STEM = 3

# One stemmer serves all threads, and keeps the word at hand within itself.
_stemming = Lock()


def fold(text):
    """Text in any spelling in; the text in the one spelling that search compares out. Folding twice changes nothing."""
    text = unicodedata.normalize("NFKD", text or "").casefold()
    # casefold() may bring back a composed letter, so that marks are looked for once more.
    text = _DROPPED.sub("", unicodedata.normalize("NFKD", text))
    return text.translate(_FOLDED)


def words(text):
    """Text in; the list of its folded words out, in order: runs of letters and digits."""
    return _WORD.findall(fold(text))


def written_words(text):
    """Text in; its words as they are written out, marks and all: what ``terms`` takes."""
    return _WRITTEN.findall(text or "")


@lru_cache(maxsize=WORDS_REMEMBERED)
def terms(word):
    """A word as it is written in; the set of terms under which it is looked for out. Two words match where they share one.

    "القرارات" and "قرار" share "قرار", "committees" and "committee" share "committe". A sign that stands for several words
    (ﷺ) gives the terms of each.
    """
    found = {term for folded in words(word) for term in _terms_of(folded)}
    if _SEATED.search(word):
        found |= {term for folded in words(_SEATED.sub("", word)) for term in _terms_of(folded)}
    return frozenset(found)


def _terms_of(folded):
    folded = folded[:LONGEST_TERM]
    if _ARABIC.fullmatch(folded):
        return {_without_endings(reading) for reading in _readings(folded)}
    if folded.isascii() and folded.isalpha():
        return {_english(folded)}
    return {folded}


def _readings(folded):
    """An Arabic word in; the words that it may be once what is written together with it is taken off out."""
    article = next((prefix for prefix in _ARTICLES if folded.startswith(prefix)), "")
    rest = folded[len(article) :]
    if article and len(rest) >= _STEM:
        # الالتزام is التزام with its article, which by itself loses its first two letters.
        return {rest, *(_readings(rest) if rest.startswith("ال") else ())}
    readings = {folded}
    if folded[0] == "و" and len(folded) > _STEM + 1:
        readings |= _readings(folded[1:])
    elif folded[0] in _PREPOSITIONS and len(folded) > _STEM:
        readings.add(folded[1:])
    return readings


def _without_endings(word):
    while True:
        ending = next(
            (each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= _STEM), None
        )
        if ending is None:
            return word
        word = word[: -len(ending)]


@lru_cache(maxsize=1)
def _english_stemmer():
    return snowballstemmer.stemmer("english")


def _english(word):
    with _stemming:
        return _english_stemmer().stemWord(word)
