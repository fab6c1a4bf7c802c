"""The statement that finds hits: the same for both databases but for how each asks its index for terms.

One statement finds the hits in their order, counts what they are about, and counts those in the other language. Of a frequent
word only CAP hits are looked at, those in titles first, then the newest.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from publishing import moments
from publishing.languages import other
from search import asking, places
from search.index_tables import ENTRIES, HITS, STRETCH, STRETCH_MARK, TERMS
from search.match import Match

#: So many hits are counted, and can be leafed through.
CAP = 500

#: So many texts with all its words are read for a phrase, the newest: each takes as long as twenty without one.
READ = 3_000

#: On PostgreSQL the newest so many stretches of time are asked first, then so many before them, then all others.
NEWEST, EARLIER = 3, 5
_NAMES = "revision_id, document_id, kind, place, event_id, topics"
_ENTRY = "e.revision_id, e.document_id, e.kind, e.place, e.event_id, e.topics"
SOURCES = {
    # Both clauses keep SQLite from choosing otherwise: first the index of terms, then the narrow index of entries.
    "sqlite": f"{TERMS} f CROSS JOIN {ENTRIES} e INDEXED BY {HITS} ON e.place = f.rowid WHERE f.{TERMS} MATCH %({{0}})s",
    "postgresql": f"{ENTRIES} e WHERE e.vector @@ %({{0}})s::tsquery",
}
#: The queries for those stretches, and the place where they begin.
_STRETCHES = f"SELECT string_agg('''{STRETCH_MARK}' || number || '''', ' | ')::tsquery FROM generate_series({{}}, {{}}) number"  # noqa: S608
_NEAR = f"""
SELECT ({_STRETCHES.format(f"last - {NEWEST - 1}", "last")}) AS newest,
    ({_STRETCHES.format(f"last - {NEWEST + EARLIER - 1}", f"last - {NEWEST}")}) AS earlier,
    (last - {NEWEST + EARLIER - 1}) << {STRETCH} AS border
FROM (SELECT max(place) >> {STRETCH} AS last FROM {ENTRIES}) latest
"""  # noqa: S608
_PLACES = {"sqlite": "f.rowid", "postgresql": "e.place"}
#: Asked of each row by itself, so that PostgreSQL does not unpack the words of all others, too.
_FOLDED = f"(SELECT folded FROM {ENTRIES} w WHERE w.revision_id = e.revision_id)"  # noqa: S608
_HOLDS = {"sqlite": "instr({}, %({})s) > 0", "postgresql": "strpos({}, %({})s) > 0"}


@dataclass(frozen=True)
class Choice:
    """What a reader wants to see of the hits: a Kind's value, the keys of a topic and of an event, a year."""

    kind: str | None = None
    topic: int | None = None
    event: int | None = None
    year: int | None = None


class Row(NamedTuple):
    """A row of the answer: ``what`` is "hit" (``rank`` is 0 where the title has all words, else 1), "kind", "topic", "event" or
    "year" (a hit to be counted there), or "other" (``rank`` is the number of hits). ``topics`` are keys with commas around."""

    what: str
    rank: int
    revision_id: int
    document_id: int
    kind: str
    place: int
    event_id: int | None
    topics: str


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
        # Where nothing is chosen the hits themselves are counted.
        for name in self.conditions:
            if name == "always":
                continue
            asked = " AND ".join(each for own, each in self.conditions.items() if own != name)
            parts.append(f"but_{name} AS MATERIALIZED ({self._newest('anywhere', asked, '%(cap)s')})")
            selected.append(f"SELECT '{name}', 0, {_NAMES} FROM but_{name}")  # noqa: S608
        return f"WITH {', '.join(parts)} {' UNION ALL '.join(selected)}", self.params

    def _newest(self, match, conditions, most):
        """The newest texts of a match, ``most`` of them."""
        texts = _newest_on_sqlite if self.vendor == "sqlite" else _newest_on_postgresql
        if not self.phrases:
            return texts(match, conditions, most)
        read = texts(match, conditions, "%(read)s")
        return f"SELECT {_ENTRY} FROM ({read}) e WHERE {self.phrases} ORDER BY e.place DESC LIMIT {most}"  # noqa: S608

    def _other(self, conditions):
        rows = self._newest("other", conditions, "%(cap)s")
        return f"SELECT 'other', count(*), 0, 0, '', 0, 0, '' FROM ({rows}) others"  # noqa: S608

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
        return _HOLDS[self.vendor].format(_FOLDED, name)

    def _chosen(self, name):
        if name == "kind":
            return "e.kind = %(kind)s"
        if name == "event":
            return "e.event_id = %(event)s"
        if name == "topic":
            self.params["topic"] = f",{self.choice.topic},"
            return _HOLDS[self.vendor].format("e.topics", "topic")
        self.params["first"], self.params["behind"] = places.places_in(self.choice.year)
        place = _PLACES[self.vendor]
        return f"{place} >= %(first)s AND {place} < %(behind)s"


def _newest_on_sqlite(match, conditions, most):
    source = SOURCES["sqlite"].format(match)
    return f"SELECT {_ENTRY} FROM {source} AND {conditions} ORDER BY f.rowid DESC LIMIT {most}"  # noqa: S608


def _newest_on_postgresql(match, conditions, most):
    """The index of PostgreSQL knows no order: of a frequent word it would give all texts, to be sorted. So the newest stretches
    of time are asked first, those before them where these have too few, and the others at last."""
    query, count = f"%({match})s::tsquery", "(SELECT count(*) FROM {})"
    so_far = {"newest": "0", "earlier": count.format("newest")}
    so_far["others"] = f"({so_far['earlier']} + {count.format('earlier')})"
    asked = {name: f"e.vector @@ ({query} && (SELECT {name} FROM near))" for name in ("newest", "earlier")}  # noqa: S608
    # The sums keep it from reading all entries in their order.
    asked["others"] = f"e.vector @@ {query} AND e.place + 0 < (SELECT border FROM near)"  # noqa: S608
    parts = ", ".join(
        f"{name} AS MATERIALIZED (SELECT {_ENTRY} FROM {ENTRIES} e WHERE {only} AND {so_far[name]} < {most} AND {conditions} "  # noqa: S608
        f"ORDER BY e.place + 0 DESC LIMIT {most} - {so_far[name]})"
        for name, only in asked.items()
    )
    return f"WITH {parts} " + " UNION ALL ".join(f"SELECT {_NAMES} FROM {name}" for name in asked)  # noqa: S608
