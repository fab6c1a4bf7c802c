"""Words that a search without hits offers: like those that were asked for, and in a text that is live now."""

from django.db import connection

from publishing import moments
from search import asking, vocabulary
from search.arabic import terms
from search.hits import SOURCES
from search.match import any_of

#: So many words are offered.
NEAREST = 5


def nearest(asked, language):
    """At most NEAREST words, as they are written, like those words of the Question ``asked`` that no live text in ``language``
    has; the nearest first. Two queries, the same words on both databases."""
    near = vocabulary.near(language, asked.words)
    if not near:
        return []
    sought = {("asked", word): any_of(connection.vendor, language, "", terms(word)) for word in asked.words}
    sought |= {("near", word): vocabulary.exactly(language, word) for _asked, _likeness, word, _shown in near}
    there = _live(sought)
    ranked = sorted(
        (-likeness, word, shown)
        for own, likeness, word, shown in near
        if ("asked", own) not in there and ("near", word) in there
    )
    return list(dict.fromkeys(shown for _likeness, _word, shown in ranked))[:NEAREST]


def _live(sought):
    """{key: expression of the index} in; the keys of those that a live text matches out. One query."""
    params = {"now": connection.ops.adapt_datetimefield_value(moments.now())}
    selected = []
    for number, expression in enumerate(sought.values()):
        params[f"match_{number}"] = expression
        source = SOURCES[connection.vendor].format(f"match_{number}")
        live = "e.live_from <= %(now)s AND (e.live_until IS NULL OR e.live_until > %(now)s)"
        selected.append(f"SELECT {number} WHERE EXISTS (SELECT 1 FROM {source} AND {live})")  # noqa: S608
    keys = list(sought)
    return {keys[number] for (number,) in asking.rows(" UNION ALL ".join(selected), params)}
