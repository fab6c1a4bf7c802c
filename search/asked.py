"""What a reader typed, taken apart: words, "phrases in quotes", -exclusions. Every other sign is no operator."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from publishing.characters import fit_to_store
from search.arabic import WORDS_REMEMBERED, terms, words, written_words

#: Longer questions are cut: nobody types them, and each word costs a look at the index.
QUERY_LENGTH = 200
WORD_COUNT = 10

# A sign of exclusion begins a word: the hyphens of MQF-2024-D1 stand within one.
_PART = re.compile(r"(?:(?<=\s)|^)(?P<minus>[-\u2010\u2011\u2212])?\"(?P<phrase>[^\"]*)\"|(?P<bare>\S+)")
_EXCLUDED = re.compile("[-\u2010\u2011\u2212](?=[^\\W_])")
_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟＂", '"'))


@dataclass(frozen=True)
class Question:
    """What was asked.

    ``shown`` as it may stand in the page; ``written`` the words asked for, as they were typed; ``phrases`` and ``excluded``,
    each a tuple of tuples of folded words: those that stand together, and those that no hit may have.
    """

    shown: str
    written: tuple = ()
    phrases: tuple = ()
    excluded: tuple = ()
    language: str = "ar"

    def __bool__(self):
        return bool(self.alternatives)

    @cached_property
    def words(self):
        """The folded words asked for, those of phrases too, in order, each once."""
        loose = [word for written in self.written for word in words(written)]
        return list(dict.fromkeys([*loose, *(word for phrase in self.phrases for word in phrase)]))

    @cached_property
    def alternatives(self):
        """A list of sets of terms: a hit has one term of each."""
        sought = [*self.written, *(word for phrase in self.phrases for word in phrase)]
        return list(dict.fromkeys(found for found in map(terms, sought) if found))

    def is_hit(self, word):
        """Whether ``word``, as it is written in a text, is one of those asked for."""
        if not self._terms.isdisjoint(terms(word)):
            return True
        return bool(self._in_phrases) and not self._in_phrases.isdisjoint(words(word))

    def has_hit(self, run):
        """Whether one of the words in ``run``, which stands between two spaces of a text, is one of those asked for."""
        if not self._terms.isdisjoint(_terms_in(run)):
            return True
        return bool(self._in_phrases) and not self._in_phrases.isdisjoint(words(run))

    @cached_property
    def _terms(self):
        return frozenset().union(*map(terms, self.written))

    @cached_property
    def _in_phrases(self):
        return frozenset(word for phrase in self.phrases for word in phrase)


def question(typed, language="ar"):
    """Anything at all in (10,000 letters, a NUL, bidi controls …), a Question in ``language`` out."""
    shown = fit_to_store(typed[: QUERY_LENGTH * 2]).strip()[:QUERY_LENGTH]
    written, phrases, excluded = [], [], []
    for part in _PART.finditer(shown.translate(_QUOTES)):
        if part["bare"] is None:
            (excluded if part["minus"] else phrases).append(tuple(words(part["phrase"])))
        elif _EXCLUDED.match(part["bare"]):
            excluded.append(tuple(words(part["bare"])))
        else:
            written += filter(terms, written_words(part["bare"]))
    phrases = _within(WORD_COUNT, phrases)
    # Some write "and" as a word of its own; a text need not.
    written = [word for word in written if word != "و"] or written
    written = list(dict.fromkeys(written))[: WORD_COUNT - sum(map(len, phrases))]
    return Question(shown, tuple(written), phrases, _within(WORD_COUNT, excluded), language)


@lru_cache(maxsize=WORDS_REMEMBERED)
def _terms_in(run):
    return frozenset().union(*map(terms, written_words(run)))


def _within(room, phrases):
    """Tuples of words in; each once, those with words, and of all not more than ``room`` words out."""
    kept = []
    for phrase in dict.fromkeys(phrases):
        phrase = phrase[:room]
        room -= len(phrase)
        if phrase:
            kept.append(phrase)
    return tuple(kept)
