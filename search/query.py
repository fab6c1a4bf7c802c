"""From what a reader typed to the live texts that have those words."""

import re
from collections import Counter
from dataclasses import dataclass, field
from operator import attrgetter

from publishing.models import Kind, PublicText
from publishing.prepared import prepared
from search import places
from search.arabic import fold
from search.asked import Question, question
from search.hits import CAP, Choice, rows_of
from search.nearest import nearest

__all__ = ["CAP", "Choice", "Found", "Question", "find", "named", "nearest", "question"]

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_REFERENCE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
#: What a hit shows of a text, and of whose facts: the reference of a resolution, what kind of article it is.
_WORDS = (
    "document_id",
    "kind",
    "language_code",
    "title",
    "kicker",
    "summary",
    "body",
    "slug",
    "published_at",
)
_SHOWN = {
    Kind.DECISION: "document__as_resolution__reference",
    Kind.RECOMMENDATION: "document__as_resolution__reference",
    Kind.ARTICLE: "document__as_article__article_kind",
}
_NUMBER = re.compile(r"#(\d{1,18})|/?D/(\d{1,18})/?")


@dataclass(frozen=True)
class Found:
    """A page of hits: the ``texts`` (PublicTexts in order, with what a hit shows); ``total`` of all pages, CAP at most;
    ``is_capped`` if there are more; ``counts`` {"kind": {value: n}, "topic": {pk: n}, "event": {pk: n}, "year": {2024: n}}, each
    with the other choices applied but not its own; ``other_total``, the hits in the other language, CAP at most."""

    texts: list = field(default_factory=list)
    total: int = 0
    is_capped: bool = False
    counts: dict = field(default_factory=dict)
    other_total: int = 0


def find(asked, language, choice, page_number, size):
    """The page ``page_number`` (from 1) of ``size`` hits of the Question ``asked`` in ``language``, as a Found. Two queries;
    one where there is no hit."""
    if not asked:
        return Found(counts={name: Counter() for name in _COUNTS})
    hits, other_total, beside = [], 0, {name: [] for name in _COUNTS}
    for row in rows_of(asked, language, choice):
        if row.what == "hit":
            hits.append(row)
        elif row.what == "other":
            other_total = row.rank
        else:
            beside[row.what].append(row)
    is_capped, hits = len(hits) > CAP, _in_order(hits)[:CAP]
    counts = {
        name: count(hits if getattr(choice, name) is None else beside[name])
        for name, count in _COUNTS.items()
    }
    texts = _texts_of(hits[(page_number - 1) * size : page_number * size])
    return Found(texts, len(hits), is_capped, counts, other_total)


def _by_topic(hits):
    found = Counter()
    for topics, number in Counter(hit.topics for hit in hits).items():
        for topic in filter(None, topics.split(",")):
            found[int(topic)] += number
    return found


#: How hits are counted for each choice.
_COUNTS = {
    "kind": lambda hits: Counter(hit.kind for hit in hits),
    "topic": _by_topic,
    "event": lambda hits: Counter(hit.event_id for hit in hits if hit.event_id is not None),
    "year": lambda hits: places.years_of(hit.place for hit in hits),
}


def _in_order(hits):
    hits.sort(key=attrgetter("place"), reverse=True)
    hits.sort(key=attrgetter("rank"))
    return hits


def _texts_of(hits):
    keys = [hit.revision_id for hit in hits]
    if not keys:
        return []
    facts = {_SHOWN[hit.kind] for hit in hits if hit.kind in _SHOWN}
    texts = {text.pk: text for text in _texts_with(*sorted(facts), keys=keys)}
    return [texts[key] for key in keys if key in texts]


@prepared
def _texts_with(*facts, keys):
    # Without a name, select_related() would follow all.
    related = [path.rpartition("__")[0] for path in facts] or [None]
    return PublicText.objects.filter(pk__in=keys).select_related(*related).only(*_WORDS, *facts)


def named(asked, language):
    """The live text whose reference (MQF-2024-D1), number (#12) or short address (/d/12/) was typed, or None. Any case,
    digits and dashes; no query where what was typed looks like none of them."""
    typed = _DASHES.sub("-", fold(asked.shown)).strip().upper()
    number = _NUMBER.fullmatch(typed)
    if number:
        asked = {"document_id": int(number[1] or number[2])}
    elif _REFERENCE.fullmatch(typed):
        asked = {"document__as_resolution__reference": typed}
    else:
        return None
    return PublicText.objects.readable_in(language).filter(**asked).first()
