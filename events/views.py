"""The pages of events, their programmes and their sessions."""

from datetime import date
from zoneinfo import ZoneInfo

from csp.decorators import csp_update
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.people import people_of_event, people_of_session, put_people
from events.place import place_in_programme
from events.programme import in_order, programme
from events.programme_filter import Filter
from events.recordings import FRAME_HOSTS, recording_of
from media_library.models import Attachment
from people.models import Organisation
from publishing.content_version import remembered
from publishing.models import Kind, PublicText
from publishing.pages import both_languages, document_page
from publishing.pagination import page_of
from publishing.prepared import prepared
from publishing.small_rows import any_of, keys_of
from publishing.topics import topics_of

RESOLUTIONS = (Kind.DECISION, Kind.RECOMMENDATION)
#: So many articles stand on the page of what they are about.
MOST_ARTICLES = 6


@require_safe
def event_list(request):
    """Those that are on or that the editors call the current one and those to come; below them those that are over, a page of
    them, the last one first."""
    language = get_language()
    texts = PublicText.objects.of_kind(Kind.EVENT).readable_in(language)
    keys = _by_time(remembered(f"days of the events in {language}", lambda: _days_of(texts)))
    page = page_of(request, keys["past"])
    first = [*keys["current"], *keys["coming"]] if page.number == 1 else []
    shown = texts.with_facts(Kind.EVENT, extra=["as_event__venue"]).in_bulk([*first, *page.object_list])
    by_time = {
        name: [shown[key] for key in some if key in shown] for name, some in keys.items() if name != "past"
    }
    page.object_list = [shown[key] for key in page.object_list if key in shown]
    return render(request, "events/event_list.html", {"texts": shown, "page_obj": page, **by_time})


def _days_of(texts):
    """(key of the text, first day, last day, is it the current one, time zone), by their days. One query."""
    columns = ("starts_on", "ends_on", "is_current", "time_zone", "pk")
    rows = texts.order_by().values_list("pk", *(f"document__as_event__{column}" for column in columns))
    # Dates that are not known come after those that are.
    return [row[:-1] for row in sorted(rows, key=lambda row: (row[1] or date.max, row[-1]))]


def _by_time(events):
    """The keys of the texts of events that are "current", "coming" (also while the dates are not known) and "past", by the
    calendar of the place of each; ``events`` as of _days_of()."""
    today = {}
    found = {"current": [], "coming": [], "past": []}
    for key, starts_on, ends_on, is_current, zone in events:
        if zone not in today:
            today[zone] = timezone.now().astimezone(ZoneInfo(zone)).date()
        if is_current:
            found["current"].append(key)
        elif starts_on is None or today[zone] < starts_on:
            found["coming"].append(key)
        else:
            found["current" if today[zone] <= ends_on else "past"].append(key)
    # The next one first, and of those that are over the last one.
    found["past"].reverse()
    return found


@document_page(Kind.EVENT, related=["as_event__venue"])
def event(request, text):
    """An event: what it was, what it decided, its programme, who took part, and the news about it."""
    facts, language = text.facts, text.language_code
    days = programme(facts, language)
    context = {
        "text": text,
        "event": facts,
        "hosts": _hosts(event=facts.pk),
        "topics": topics_of(text.document_id),
        "days": days,
        **_outcome(facts, language),
        "articles": articles_about(language, event=facts.pk),
        "people": people_of_event(days),
        **both_languages(text),
    }
    return render(request, "events/event.html", context)


def _outcome(facts, language):
    """What came of an event: its decisions and recommendations, each in its order, its closing statement or None, and the
    decisions that formed a committee which is ``preparing`` it. One query."""
    # No document has the number 0.
    texts = _texts_after(language=language, event=facts.pk, closing=facts.closing_statement_id or 0)
    own = [text for text in texts if text.kind in RESOLUTIONS and text.facts.event_id == facts.pk]
    return {
        **_by_kind(sorted(own, key=lambda text: text.facts.order)),
        "closing_statement": next(
            (text for text in texts if text.document_id == facts.closing_statement_id), None
        ),
        "preparing": [text for text in texts if _prepares(text, facts)],
    }


@prepared
def _texts_after(*, language, event, closing):
    keys = any_of(
        keys_of(as_resolution__event__id=event),
        keys_of(as_resolution__committee__prepares__id=event),
        keys_of(pk=closing),
    )
    texts = PublicText.objects.readable_in(language).filter(document_id__in=keys)
    return texts.with_facts(Kind.DECISION, extra=["as_resolution__committee"]).order_by("document_id")


@prepared
def _hosts(*, event):
    return Organisation.objects.filter(hosted_events__id=event)


@prepared
def _materials(*, session):
    return Attachment.objects.filter(sessions__id=session)


def _prepares(text, event_facts):
    committee = text.kind == Kind.DECISION and getattr(text.facts, "committee", None)
    return bool(committee) and committee.prepares_id == event_facts.pk


def resolutions_by_kind(event_facts, language):
    """The live decisions and recommendations of an event, each list in its order. One query."""
    return _by_kind(_resolutions_of(language=language, event=event_facts.pk))


@prepared
def _resolutions_of(*, language, event):
    keys = keys_of(as_resolution__event__id=event)
    texts = PublicText.objects.readable_in(language).with_facts(Kind.DECISION).filter(document_id__in=keys)
    return texts.order_by("document__as_resolution__order", "document_id")


def _by_kind(texts):
    return {
        "decisions": [text for text in texts if text.kind == Kind.DECISION],
        "recommendations": [text for text in texts if text.kind == Kind.RECOMMENDATION],
    }


def articles_about(language, **thing):
    """The live articles in ``language`` about a thing, the latest, in a list: by the name that the relation has on an
    article (``event``, ``sessions``, ``resolutions``) and the thing's key. One query."""
    ((relation, key),) = thing.items()
    return _articles_about(relation, MOST_ARTICLES, language=language, key=key)


@prepared
def _articles_about(relation, most, *, language, key):
    return texts_about(relation, language, key).with_facts(Kind.ARTICLE)[:most]


def texts_about(relation, language, key):
    """As ``articles_about``, all of them as a QuerySet, for a ``prepared`` query."""
    about = keys_of(**{f"as_article__{relation}__id": key})
    return (
        PublicText.objects.of_kind(Kind.ARTICLE).in_language(language).newest().filter(document_id__in=about)
    )


def closing_statement(event_facts, language):
    """The live text of the event's closing statement, or None."""
    if event_facts.closing_statement_id is None:
        return None
    return next(iter(_text_of(language=language, document=event_facts.closing_statement_id)), None)


@prepared
def _text_of(*, language, document):
    return PublicText.objects.readable_in(language).filter(document_id=document)


@document_page(Kind.EVENT, related=["as_event__venue"], is_main=False)
def event_programme(request, text):
    """The programme by day and room; ``day``, ``room`` and ``kind`` in the address choose what of it is shown."""
    facts = text.facts
    languages = both_languages(text)
    chosen = Filter(programme(facts, text.language_code), request.GET)
    days = chosen.days()
    put_people(days)
    kept = f"?{chosen.query}" if chosen.query else ""
    context = {
        "text": text,
        "event": facts,
        "days": days,
        "filter": chosen,
        "shown": sum(len(day.sessions) for day in days),
        "switch_url": f"{languages['switch_url']}programme/{kept}",
        "alternates": [item | {"url": f"{item['url']}programme/"} for item in languages["alternates"]],
    }
    return render(request, "events/programme.html", context)


@document_page(Kind.SESSION, related=["as_session__event__venue", "as_session__room"])
@csp_update({"frame-src": FRAME_HOSTS})
def session(request, text):
    """A session: who took part, its recording and materials, what was decided in it, and what stands beside it."""
    facts, language = text.facts, text.language_code
    beside = _beside(facts, language)
    context = {
        "text": text,
        "session": facts,
        "day": facts.starts_at and facts.starts_at.astimezone(facts.event.zone).date(),
        "topics": topics_of(text.document_id),
        "event": facts.event,
        "event_text": next(iter(beside[Kind.EVENT]), None),
        "place": place_in_programme(text, beside[Kind.SESSION]),
        "people": people_of_session(facts),
        "recording": recording_of(facts.recording_url),
        "materials": _materials(session=facts.pk),
        "resolutions": beside[Kind.DECISION] + beside[Kind.RECOMMENDATION],
        "articles": articles_about(language, sessions=facts.pk),
        **both_languages(text),
    }
    return render(request, "events/session.html", context)


def _beside(session_facts, language):
    """By kind, the live texts of a session's event, of that event's sessions in their order, and of what was decided in the
    session. One query."""
    found = {kind: [] for kind in Kind}
    for text in _texts_beside(language=language, event=session_facts.event_id, session=session_facts.pk):
        found[text.kind].append(text)
    return found


@prepared
def _texts_beside(*, language, event, session):
    keys = any_of(
        keys_of(pk=event),
        keys_of(as_session__event__id=event),
        keys_of(as_resolution__session__id=session),
    )
    texts = PublicText.objects.readable_in(language).filter(document_id__in=keys)
    # In the order of the programme; what has no place in it, by its number.
    return in_order(texts.with_facts(Kind.SESSION, Kind.DECISION, extra=["as_session__room"]))
