"""Live texts whose titles have the words that somebody is typing, the last of them perhaps unfinished."""

from django.db import connection
from django.utils.translation import ngettext

from publishing import moments
from publishing.dates import digits
from publishing.languages import direction
from publishing.models import PublicText
from search.arabic import terms, words, written_words
from search.hits import SOURCES
from search.marks import AS_IT_IS, IN_TITLE, marked
from search.match import any_of
from search.query import named

#: So many are offered, from so many letters on.
MOST, LEAST_LETTERS = 8, 2
#: So many of the newest are looked at: the index knows words of a title by their stems alone, and whole ones of summaries too.
LOOKED_AT = 40
_ARTICLE = "ال"
#: How the index is asked for the beginning of a term, and for this and that.
_BEGINS = {"sqlite": '"{}" *', "postgresql": "'{}':*"}
_SIGNS = {"sqlite": (" OR ", " AND "), "postgresql": (" | ", " & ")}
_ORDERS = {"sqlite": "f.rowid", "postgresql": "e.place + 0"}
_LIVE = "e.live_from <= %(now)s AND (e.live_until IS NULL OR e.live_until > %(now)s)"


def suggested(asked, language):
    """A Question in; what suggest.js shows out: {"texts": [{"title", "kind", "url", "lang", "dir"}], "said": how many}."""
    texts = []
    if len(asked.shown) >= LEAST_LETTERS:
        text = named(asked, language)
        texts = [text] if text else beginning_with(asked, language)
    number = len(texts)
    said = ngettext("%(number)s suggestion", "%(number)s suggestions", number) % {"number": digits(number)}
    return {"texts": [_shown(text, language) for text in texts], "said": said if texts else ""}


def beginning_with(asked, language):
    """The live texts in ``language`` whose titles have every word of the Question ``asked``, the last one as the beginning of a
    word; the newest first, MOST of them. Two queries."""
    typed = [*(word for phrase in asked.phrases for word in phrase), *asked.written]
    if not typed:
        return []
    *whole, last = typed
    wanted = [found for found in map(terms, whole) if found]
    begun = _beginnings(last, 1 if wanted else LEAST_LETTERS)
    if not begun:
        return []
    keys = _keys(_expression(wanted, begun, language))
    texts = PublicText.objects.filter(pk__in=keys).in_bulk()
    fitting = [texts[key] for key in keys if key in texts and _fits(texts[key].title, wanted, begun)]
    return fitting[:MOST]


def _beginnings(word, least):
    """A word of which the end may be missing in; how its terms and its letters may begin out, without the article too."""
    found = {begun for folded in words(word)[-1:] for begun in (folded, folded.removeprefix(_ARTICLE))}
    return frozenset(begun for begun in found if len(begun) >= least)


def _expression(wanted, begun, language):
    vendor = connection.vendor
    either, both = _SIGNS[vendor]
    beginnings = [
        _BEGINS[vendor].format(marked(language, mark, each))
        for each in sorted(begun)
        for mark in (IN_TITLE, AS_IT_IS)
    ]
    parts = [any_of(vendor, language, IN_TITLE, found) for found in wanted]
    return both.join([*parts, f"({either.join(beginnings)})"])


def _keys(expression):
    source, order = SOURCES[connection.vendor].format("match"), _ORDERS[connection.vendor]
    params = {
        "match": expression,
        "now": connection.ops.adapt_datetimefield_value(moments.now()),
        "most": LOOKED_AT,
    }
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT e.revision_id FROM {source} AND {_LIVE} ORDER BY {order} DESC LIMIT %(most)s",  # noqa: S608
            params,
        )
        return [key for (key,) in cursor.fetchall()]


def _fits(title, wanted, begun):
    """Whether a title has the words: one of each set of terms, and one that begins so."""
    found = [{*terms(word), *words(word)} for word in written_words(title)]
    own = frozenset().union(*found)
    return all(each & own for each in wanted) and any(term.startswith(tuple(begun)) for term in own)


def _shown(text, language):
    return {
        "title": text.title,
        "kind": str(text.get_kind_display()),
        "url": text.address_in(language),
        "lang": text.language_code,
        "dir": direction(text.language_code),
    }
