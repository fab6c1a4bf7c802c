"""What stands on the home page: what an editor has put first, then what is new; only what readers may see."""

from collections import Counter
from dataclasses import replace

from events.programme import programme
from events.views import closing_statement, resolutions_by_kind
from publishing.long_lists import LongList
from publishing.models import Kind, PublicText
from publishing.prepared import prepared
from resolutions.models import Status

#: The lead, three beside it, three below.
NEWS = 7
#: The event that the page is about, and six others; all others stand in the list of events.
EVENTS = 7
#: As many sessions of a day as "in short" means.
SESSIONS_A_DAY = 6


def home_context(language):
    """The context of the home page in ``language``: the event that it is about (featured, else the current one), its outcome,
    its programme and closing statement, the other events, and the news. Every list is empty where there is nothing."""
    featured = _featured(language)
    events = _events(language, featured)
    current = next(iter(events), None)
    if current and not (current.facts.is_current or current in _of_kind(featured, Kind.EVENT)):
        current = None
    context = {
        "event_text": current,
        "event": current and current.facts,
        "other_events": [text for text in events if text is not current],
        "latest": _news(language, featured),
    }
    context |= _about(current.facts, language, featured) if current else {}
    shown = {text.document_id for kind in ("decisions", "recommendations") for text in context.get(kind, ())}
    others = _of_kind(featured, Kind.DECISION) + _of_kind(featured, Kind.RECOMMENDATION)
    return context | {"other_resolutions": [text for text in others if text.document_id not in shown]}


def _featured(language):
    """The live texts of what an editor put first, in that order. One query."""
    return _texts_put_first(language=language)


@prepared
def _texts_put_first(*, language):
    # Not by their keys: PostgreSQL puts no more than eight tables into another order, and would join all texts first.
    texts = PublicText.objects.readable_in(language).filter(document__featured__isnull=False)
    texts = texts.with_facts(Kind.EVENT, Kind.DECISION, Kind.ARTICLE, extra=["as_event__venue"])
    return texts.order_by("document__featured__order", "document__featured__pk")


def _of_kind(featured, kind):
    return [text for text in featured if text.kind == kind]


def _first(featured, texts):
    """``featured``, then the others of ``texts``."""
    shown = {text.document_id for text in featured}
    return [*featured, *(text for text in texts if text.document_id not in shown)]


def _events(language, featured):
    """The featured ones, the current one, and others, the newest first."""
    leads = _of_kind(featured, Kind.EVENT)

    def events():
        texts = _event_texts().readable_in(language)
        return texts.order_by("-document__as_event__is_current", "-published_at", "-document_id")

    shown = LongList(events, f"the events in {language}", shown=_events_with)[: EVENTS + len(leads)]
    return _first(leads, shown)[: max(EVENTS, len(leads))]


@prepared
def _events_with(*, keys):
    return _event_texts().filter(pk__in=keys)


def _event_texts():
    return PublicText.objects.of_kind(Kind.EVENT).with_facts(Kind.EVENT, extra=["as_event__venue"])


def _news(language, featured):
    # An article that is not translated is no news in this language, even where it is featured.
    leads = [text for text in _of_kind(featured, Kind.ARTICLE) if text.language_code == language]
    return _first(leads, _latest(language=language))[:NEWS]


@prepared
def _latest(*, language):
    texts = PublicText.objects.of_kind(Kind.ARTICLE).in_language(language).newest()
    return texts.with_facts(Kind.ARTICLE)[:NEWS]


def _leading(featured, texts):
    """``texts``, those of them first that are ``featured``."""
    rank = {text.document_id: number for number, text in enumerate(featured)}
    return sorted(texts, key=lambda text: rank.get(text.document_id, len(rank)))


def _about(event, language, featured):
    """What came of the event that the page is about (what is featured of another event is not of this one), and its programme."""
    found = resolutions_by_kind(event, language)
    decisions = _leading(featured, found["decisions"])
    recommendations = _leading(featured, found["recommendations"])
    days = programme(event, language)
    return {
        "decisions": decisions,
        "recommendations": recommendations,
        "standing": _standing([*decisions, *recommendations]),
        "programme": [replace(day, sessions=day.sessions[:SESSIONS_A_DAY]) for day in days],
        "session_count": sum(len(day.sessions) for day in days),
        "closing_statement": closing_statement(event, language),
    }


def _standing(texts):
    """How many of the resolutions stand where: (code, label, number), in the order of Status, without what is nowhere."""
    numbers = Counter(text.facts.status for text in texts)
    return [(status.value, status.label, numbers[status]) for status in Status if numbers[status]]
