"""From what a reader typed to the live texts that have those words."""

import re
from collections import Counter
from dataclasses import dataclass, field
from operator import attrgetter

from publishing.models import FACTS, Kind, PublicText
from search import places
from search.arabic import fold
from search.asked import Question, question
from search.hits import CAP, Choice, rows_of
from search.nearest import nearest

__all__ = ["CAP", "Choice", "Found", "Question", "find", "named", "nearest", "question"]

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_REFERENCE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
#: Of a hit, that by which it is counted.
_VALUES = {"kind": lambda hit: hit.kind, "year": lambda hit: places.year_at(hit.place)}
#: The kinds of whose facts a hit shows something: the reference of a resolution, what kind of article it is.
_SHOWN = {Kind.DECISION, Kind.RECOMMENDATION, Kind.ARTICLE}
_NUMBER = re.compile(r"#(\d{1,18})|/?D/(\d{1,18})/?")


@dataclass(frozen=True)
class Found:
    """A page of hits: the ``texts`` (PublicTexts in order, of articles and resolutions with their facts); ``total`` of all
    pages, CAP at most; ``is_capped`` if there are more; ``counts`` {"kind": {value: n}, "topic": {pk: n}, "event": {pk: n},
    "year": {2024: n}}, each with the other choices applied but not its own; ``other_total``, the hits in the other language,
    CAP at most."""

    texts: list = field(default_factory=list)
    total: int = 0
    is_capped: bool = False
    counts: dict = field(default_factory=dict)
    other_total: int = 0


def find(asked, language, choice, page_number, size):
    """The page ``page_number`` (from 1) of ``size`` hits of the Question ``asked`` in ``language``, as a Found. Two queries;
    one where there is no hit."""
    counts = {name: Counter() for name in ("kind", "topic", "event", "year")}
    if not asked:
        return Found(counts=counts)
    hits, other_total = [], 0
    for row in rows_of(asked, language, choice):
        if row.what == "hit":
            hits.append(row)
        elif row.what == "other":
            other_total = row.rank
        elif row.what in ("topic", "event"):
            counts[row.what][row.document_id] = row.rank
        else:
            counts[row.what][_VALUES[row.what](row)] += 1
    is_capped, hits = len(hits) > CAP, _in_order(hits)[:CAP]
    for name, value in _VALUES.items():
        if getattr(choice, name) is None:
            counts[name].update(map(value, hits))
    texts = _texts_of(hits[(page_number - 1) * size : page_number * size])
    return Found(texts, len(hits), is_capped, counts, other_total)


def _in_order(hits):
    hits.sort(key=attrgetter("place"), reverse=True)
    hits.sort(key=attrgetter("rank"))
    return hits


def _texts_of(hits):
    keys = [hit.revision_id for hit in hits]
    if not keys:
        return []
    # Of most kinds a hit shows nothing but words.
    facts = {f"document__{FACTS[hit.kind]}" for hit in hits if hit.kind in _SHOWN}
    texts = PublicText.objects.filter(pk__in=keys).select_related(*sorted(facts)).in_bulk()
    return [texts[key] for key in keys if key in texts]


def named(asked, language):
    """The live text whose reference (MQF-2024-D1), number (#12) or short address (/d/12/) was typed, or None. Any case,
    digits and dashes; no query where what was typed looks like none of them."""
    typed = _DASHES.sub("-", fold(asked.shown)).strip().upper()
    texts = PublicText.objects.readable_in(language)
    number = _NUMBER.fullmatch(typed)
    if number:
        return texts.filter(document_id=int(number[1] or number[2])).first()
    if _REFERENCE.fullmatch(typed):
        return texts.filter(document__as_resolution__reference=typed).first()
    return None
