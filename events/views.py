"""The pages of events, their programmes and their sessions."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.programme import programme
from publishing.models import Kind, PublicText
from publishing.pages import both_languages, document_page


@require_safe
def event_list(request):
    """All events, those to come without a date first, then the latest."""
    texts = (
        PublicText.objects.of_kind(Kind.EVENT)
        .readable_in(get_language())
        .with_facts(Kind.EVENT, extra=["as_event__venue"])
    )
    texts = sorted(texts, key=lambda text: (text.facts.is_announced, -_day_number(text.facts)))
    context = {"texts": texts}
    return render(request, "events/event_list.html", context)


def _day_number(event):
    return event.starts_on.toordinal() if event.starts_on else 0


@document_page(Kind.EVENT, related=["as_event__venue", "as_event__closing_statement"])
def event(request, text):
    """An event: what it was, its programme, what it decided, and the news about it."""
    facts, language = text.facts, text.language_code
    context = {
        "text": text,
        "event": facts,
        "hosts": list(facts.hosts.all()),
        "topics": list(text.document.topics.all()),
        "days": programme(facts, language),
        **resolutions_by_kind(facts, language),
        "articles": list(articles_of(facts, language)[:6]),
        "closing_statement": closing_statement(facts, language),
        **both_languages(text),
    }
    return render(request, "events/event.html", context)


def resolutions_by_kind(event_facts, language):
    """The live decisions and recommendations of an event, each list in its order. One query."""
    texts = PublicText.objects.readable_in(language).with_facts(Kind.DECISION)
    texts = list(
        texts.filter(document__as_resolution__event=event_facts).order_by(
            "document__as_resolution__order", "document_id"
        )
    )
    return {
        "decisions": [text for text in texts if text.kind == Kind.DECISION],
        "recommendations": [text for text in texts if text.kind == Kind.RECOMMENDATION],
    }


def articles_of(event_facts, language):
    """The live articles about an event in ``language``, latest first."""
    texts = PublicText.objects.of_kind(Kind.ARTICLE).in_language(language).newest().with_facts(Kind.ARTICLE)
    return texts.filter(document__as_article__event=event_facts)


def closing_statement(event_facts, language):
    """The live text of the event's closing statement, or None."""
    if event_facts.closing_statement_id is None:
        return None
    return (
        PublicText.objects.readable_in(language).filter(document_id=event_facts.closing_statement_id).first()
    )


@document_page(Kind.EVENT, related=["as_event__venue"], is_main=False)
def event_programme(request, text):
    """The programme by day and room."""
    facts = text.facts
    languages = both_languages(text)
    context = {
        "text": text,
        "event": facts,
        "days": programme(facts, text.language_code),
        "switch_url": f"{languages['switch_url']}programme/",
        "alternates": [item | {"url": f"{item['url']}programme/"} for item in languages["alternates"]],
    }
    return render(request, "events/programme.html", context)


@document_page(Kind.SESSION, related=["as_session__event__venue", "as_session__room"])
def session(request, text):
    """A session: who took part, its materials, and what was decided in it."""
    facts, language = text.facts, text.language_code
    texts = PublicText.objects.readable_in(language).with_facts(Kind.DECISION)
    context = {
        "text": text,
        "session": facts,
        "event": facts.event,
        "event_text": PublicText.objects.readable_in(language).filter(document_id=facts.event_id).first(),
        "participations": list(facts.participations.select_related("person")),
        "materials": list(facts.materials.all()),
        "resolutions": list(
            texts.filter(document__as_resolution__session=facts).order_by("kind", "document_id")
        ),
        **both_languages(text),
    }
    return render(request, "events/session.html", context)
