"""The pages of articles and of the site's standing pages."""

from django.db.models import Q, Subquery
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Article
from people.models import Person
from publishing.long_lists import LongList
from publishing.models import Kind, PublicText
from publishing.pages import both_languages, document_page, languages_and_changes
from publishing.pagination import page_of
from publishing.prepared import prepared
from publishing.small_rows import Small, small_rows
from publishing.sorting import sort_key
from publishing.topics import as_topics, topic_rows

#: What no title beside an article shows: it stays in the database.
UNSHOWN = ("body", "byline", "dateline", "note")


@require_safe
def article_list(request):
    """The news, latest first: a page of PublicTexts in the language of the address."""
    language = get_language()

    def news():
        return _news().in_language(language).newest()

    context = {"page_obj": page_of(request, LongList(news, f"the news in {language}", shown=_news_with))}
    return render(request, "articles/article_list.html", context)


@prepared
def _news_with(*, keys):
    return _news().filter(pk__in=keys)


def _news():
    return PublicText.objects.of_kind(Kind.ARTICLE).with_facts(Kind.ARTICLE)


@document_page(Kind.ARTICLE)
def article(request, text):
    """An article with what it is about and what is beside it."""
    related = _related_to(article=text.document_id)
    context = {
        "text": text,
        "article": text.facts,
        "topics": as_topics(related["topics"]),
        "people": sorted(
            (Person(**row) for row in related["people"]), key=lambda person: sort_key(person.name)
        ),
        **_around(text, related),
        **languages_and_changes(text),
    }
    return render(request, "articles/article.html", context)


@small_rows
def _related_to(*, article):
    """The topics and people of an article, and the keys of its sessions and resolutions."""
    person = ("name_ar", "name_en", "slug_ar", "slug_en", "role_line_ar", "role_line_en")
    sessions = Article.sessions.through.objects.filter(article_id=article)
    resolutions = Article.resolutions.through.objects.filter(article_id=article)
    return {
        "topics": topic_rows(article),
        "people": Small(Person.objects.filter(articles__pk=article), ("pk",), person),
        "sessions": Small(sessions, ("session_id",)),
        "resolutions": Small(resolutions, ("resolution_id", "resolution__session_id")),
    }


def _around(text, related):
    """The event of an article, its sessions, its decisions and recommendations, the sessions that adopted these, and the
    articles before and after it, in one query. A session that it is about is not told once more as one that adopted something.
    """
    sessions = {row["session_id"] for row in related["sessions"]}
    resolutions = {row["resolution_id"] for row in related["resolutions"]}
    adopted_in = {row["resolution__session_id"] for row in related["resolutions"]}
    keys = {text.facts.event_id, *sessions, *resolutions, *adopted_in} - {None}
    place = {"at": text.published_at, "number": text.document_id}
    found = {kind: [] for kind in Kind}
    for near in _texts_around(language=text.language_code, keys=keys, **place):
        found[near.kind].append(near)
    by_hour = sorted(found[Kind.SESSION], key=_start)
    return {
        "related_resolutions": sorted(
            found[Kind.DECISION] + found[Kind.RECOMMENDATION], key=_place_in_the_event
        ),
        "sessions": [near for near in by_hour if near.document_id in sessions],
        "adopted_in": [near for near in by_hour if near.document_id not in sessions],
        "event_text": next(iter(found[Kind.EVENT]), None),
        "previous": next((near for near in found[Kind.ARTICLE] if _place(near) < _place(text)), None),
        "next": next((near for near in found[Kind.ARTICLE] if _place(near) > _place(text)), None),
    }


def _place_in_the_event(text):
    return text.kind, text.facts.order, text.document_id


def _start(text):
    starts_at = text.facts.starts_at
    return starts_at.timestamp() if starts_at else float("inf"), text.document_id


@prepared
def _texts_around(*, language, keys, at, number):
    texts = PublicText.objects.readable_in(language).filter(
        Q(document__id__in=keys) | _is_neighbour(language, at, number)
    )
    return texts.with_facts(Kind.DECISION, Kind.SESSION, extra=["as_session__event"]).defer(*UNSHOWN)


def _is_neighbour(language, at, number):
    """The condition (Q) of the two articles that stand in the list of a language before and after the one published at ``at``.
    What a release published at one moment stands there by its number."""
    texts = PublicText.objects.of_kind(Kind.ARTICLE).in_language(language)
    # The first comparison is what an index can follow from the place of the text on.
    before = texts.filter(Q(published_at__lt=at) | Q(document__id__lt=number), published_at__lte=at).newest()
    after = texts.filter(Q(published_at__gt=at) | Q(document__id__gt=number), published_at__gte=at)
    after = after.order_by("published_at", "document_id")
    # "= (…)", not "IN (…)": PostgreSQL looks such a key up, instead of looking at every row.
    return Q(pk=Subquery(before.values("pk")[:1])) | Q(pk=Subquery(after.values("pk")[:1]))


def _place(text):
    return text.published_at, text.document_id


@document_page(Kind.PAGE)
def page(request, text):
    """A standing page."""
    return render(request, "articles/page.html", {"text": text, **both_languages(text)})
