"""The statement that finds hits: the same for both databases but for how each asks its index for terms.

One statement finds the hits in their order, counts what they are about, and counts those in the other language. Of a frequent
word only CAP hits are looked at, those in titles first, then the newest.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from publishing import moments
from publishing.languages import other
from publishing.models import Document
from search import asking, places
from search.index_tables import ENTRIES, HITS, STRETCH, STRETCH_MARK, TERMS
from search.match import Match

#: So many hits are counted, and can be leafed through.
CAP = 1_000

#: So many texts with all its words are read for a phrase, the newest: each takes as long as twenty without one.
READ = 3_000

#: Where the event of a document is, seen from the document, and which kinds have it there.
_OF_AN_EVENT = {
    "as_article": "'article'",
    "as_session": "'session'",
    "as_resolution": "'decision', 'recommendation'",
}
#: On PostgreSQL the newest so many texts in any language are asked first, and the others only where they do not suffice.
NEAR = 8_000
_NAMES = "revision_id, document_id, kind, place"
_ENTRY = "e.revision_id, e.document_id, e.kind, e.place"
SOURCES = {
    # Both clauses keep SQLite from choosing otherwise: first the index of terms, then the narrow index of entries.
    "sqlite": f"{TERMS} f CROSS JOIN {ENTRIES} e INDEXED BY {HITS} ON e.place = f.rowid WHERE f.{TERMS} MATCH %({{0}})s",
    "postgresql": f"{ENTRIES} e WHERE e.vector @@ %({{0}})s::tsquery",
}
#: The stretches of time of the newest texts: the query for them, and the place where they begin. Of so few texts that there is
#: no older one there are none.
_NEAR = f"""
SELECT first << {STRETCH} AS border, (
    SELECT string_agg('''{STRETCH_MARK}' || number || '''', ' | ')::tsquery FROM generate_series(first, last) number
) AS query FROM (
    SELECT last, COALESCE(
        (SELECT (place >> {STRETCH}) + 1 FROM {ENTRIES} ORDER BY place DESC OFFSET %(near)s LIMIT 1), last + 1
    ) AS first
    FROM (SELECT max(place) >> {STRETCH} AS last FROM {ENTRIES}) newest
) edges
"""  # noqa: S608
_PLACES = {"sqlite": "f.rowid", "postgresql": "e.place"}
#: Asked of each row by itself, so that PostgreSQL does not unpack the words of all others, too.
_FOLDED = f"(SELECT folded FROM {ENTRIES} w WHERE w.revision_id = e.revision_id)"  # noqa: S608
_HAS = {"sqlite": f"instr({_FOLDED}, %({{0}})s) > 0", "postgresql": f"strpos({_FOLDED}, %({{0}})s) > 0"}


@dataclass(frozen=True)
class Choice:
    """What a reader wants to see of the hits: a Kind's value, the keys of a topic and of an event, a year."""

    kind: str | None = None
    topic: int | None = None
    event: int | None = None
    year: int | None = None


class Row(NamedTuple):
    """A row of the answer: ``what`` is "hit" (``rank`` is 0 where the title has all words, else 1), "kind" or "year" (a hit to
    be counted there), or "topic", "event" or "other" (``rank`` is a number of hits, ``document_id`` the topic or event)."""

    what: str
    rank: int
    revision_id: int
    document_id: int
    kind: str
    place: int


def rows_of(asked, language, choice):
    """The answer for a Question: its Rows. One query."""
    statement, params = _Statement(asked, language, choice).made()
    return list(map(Row._make, asking.rows(statement, params)))


class _Statement:
    """Put together part by part; every value is a parameter."""

    def __init__(self, asked, language, choice):
        self.language, self.choice, self.asked = language, choice, asked
        self.vendor = connection.vendor
        match = Match(asked, self.vendor)
        self.params = {
            "now": connection.ops.adapt_datetimefield_value(moments.now()),
            "cap": CAP,
            "more": CAP + 1,
            "read": READ,
            "near": NEAR,
            "titles": match.in_title(language),
            "rest": match.elsewhere(language),
            "anywhere": match.anywhere(language),
            "other": match.anywhere(other(language)),
        }
        self.phrases = self._phrases()
        self.conditions = self._conditions()

    def made(self):
        """The statement and its parameters."""
        all_of_them = " AND ".join(self.conditions.values())
        room = "(SELECT %(more)s - count(*) FROM titles)"
        both = f"SELECT 0 AS rank, {_NAMES} FROM titles UNION ALL SELECT 1, {_NAMES} FROM rest"  # noqa: S608
        parts = [f"near AS MATERIALIZED ({_NEAR})"] if self.vendor == "postgresql" else []
        parts += [
            f"titles AS MATERIALIZED ({self._newest('titles', all_of_them, '%(more)s')})",
            f"rest AS MATERIALIZED ({self._newest('rest', all_of_them, room)})",
            f"found AS MATERIALIZED ({both})",
        ]
        selected = [f"SELECT 'hit', rank, {_NAMES} FROM found", self._other(all_of_them)]  # noqa: S608
        for name in ("kind", "topic", "event", "year"):
            rows = "found"
            if name in self.conditions:
                rows = f"but_{name}"
                asked = " AND ".join(each for own, each in self.conditions.items() if own != name)
                parts.append(f"{rows} AS MATERIALIZED ({self._newest('anywhere', asked, '%(cap)s')})")
            selected.append(self._counted(name, rows))
        return f"WITH {', '.join(parts)} {' UNION ALL '.join(filter(None, selected))}", self.params

    def _newest(self, match, conditions, most):
        """The newest texts of a match, ``most`` of them."""
        texts = _newest_on_sqlite if self.vendor == "sqlite" else _newest_on_postgresql
        if not self.phrases:
            return texts(match, conditions, most)
        read = texts(match, conditions, "%(read)s")
        return f"SELECT {_ENTRY} FROM ({read}) e WHERE {self.phrases} ORDER BY e.place DESC LIMIT {most}"  # noqa: S608

    def _other(self, conditions):
        rows = self._newest("other", conditions, "%(cap)s")
        return f"SELECT 'other', count(*), {_key('0')} FROM ({rows}) others"  # noqa: S608

    def _counted(self, name, rows):
        if name in ("kind", "year"):
            # Those of the hits themselves are counted while they are read.
            return None if rows == "found" else f"SELECT '{name}', 0, {_NAMES} FROM {rows}"  # noqa: S608
        pairs = _topics_of(rows) if name == "topic" else _events_of(rows)
        return f"SELECT '{name}', count(*), {_key('key')} FROM ({pairs}) {name}s WHERE key IS NOT NULL GROUP BY key"  # noqa: S608

    # ---- Conditions

    def _conditions(self):
        """{name: condition}: of each choice by its name, and that a text is live."""
        found = {"always": "e.live_from <= %(now)s AND (e.live_until IS NULL OR e.live_until > %(now)s)"}
        for name in ("kind", "topic", "event", "year"):
            if getattr(self.choice, name) is not None:
                self.params[name] = getattr(self.choice, name)
                found[name] = self._chosen(name)
        return found

    def _phrases(self):
        """The condition on the words in their order, '' if there is none. A single word is excluded by its terms."""
        wanted = [self._has(f"phrase_{number}", phrase) for number, phrase in enumerate(self.asked.phrases)]
        unwanted = [
            f"NOT {self._has(f'excluded_{number}', phrase)}"
            for number, phrase in enumerate(self.asked.excluded)
            if len(phrase) > 1
        ]
        return " AND ".join(wanted + unwanted)

    def _has(self, name, phrase):
        self.params[name] = f" {' '.join(phrase)} "
        return _HAS[self.vendor].format(name)

    def _chosen(self, name):
        if name == "kind":
            return "e.kind = %(kind)s"
        # The sums: first the hits, then their documents. Else PostgreSQL would unpack the terms of all texts of a topic.
        if name == "topic":
            return f"e.document_id + 0 IN (SELECT document_id FROM {_topics()} WHERE topic_id = %(topic)s)"  # noqa: S608
        if name == "event":
            own = [f"SELECT document_ptr_id FROM {each} WHERE event_id = %(event)s" for each in _facts()]  # noqa: S608
            return f"(e.document_id = %(event)s OR e.document_id + 0 IN ({' UNION ALL '.join(own)}))"
        self.params["first"], self.params["behind"] = places.places_in(self.choice.year)
        place = _PLACES[self.vendor]
        return f"{place} >= %(first)s AND {place} < %(behind)s"


def _newest_on_sqlite(match, conditions, most):
    source = SOURCES["sqlite"].format(match)
    return f"SELECT {_ENTRY} FROM {source} AND {conditions} ORDER BY f.rowid DESC LIMIT {most}"  # noqa: S608


def _newest_on_postgresql(match, conditions, most):
    """The index of PostgreSQL knows no order: of a frequent word it would give all texts, to be sorted. So the newest stretches
    of time are asked first, and the others where those have too few."""
    query, number = f"%({match})s::tsquery", "(SELECT count(*) FROM newest)"
    # The sums keep it from reading all entries in their order.
    near, far = (
        f"SELECT {_ENTRY} FROM {ENTRIES} e WHERE {only} AND {conditions} ORDER BY e.place + 0 DESC"  # noqa: S608
        for only in (
            f"e.vector @@ ({query} && (SELECT query FROM near))",  # noqa: S608
            f"e.vector @@ {query} AND e.place + 0 < (SELECT border FROM near) AND {number} < {most}",  # noqa: S608
        )
    )
    return (
        f"WITH newest AS MATERIALIZED ({near} LIMIT {most}) SELECT {_NAMES} FROM newest "  # noqa: S608
        f"UNION ALL ({far} LIMIT {most} - {number})"
    )


def _key(key):
    return f"0, {key}, '', 0"


def _topics():
    return Document.topics.through._meta.db_table


def _facts():
    return [Document._meta.get_field(path).related_model._meta.db_table for path in _OF_AN_EVENT]


# No joins: SQLite would first read all facts of all texts, to leave out hits that have none.


def _topics_of(rows):
    own = f"SELECT document_id FROM {rows}"  # noqa: S608
    return f"SELECT topic_id AS key FROM {_topics()} WHERE document_id IN ({own})"  # noqa: S608


def _events_of(rows):
    """An event is also the event of its own text."""
    own = [
        f"WHEN kind IN ({kinds}) THEN (SELECT event_id FROM {table} f WHERE f.document_ptr_id = r.document_id)"  # noqa: S608
        for kinds, table in zip(_OF_AN_EVENT.values(), _facts(), strict=True)
    ]
    return f"SELECT CASE WHEN kind = 'event' THEN document_id {' '.join(own)} END AS key FROM {rows} r"  # noqa: S608
