"""The pages of articles and of the site's standing pages."""

from django.db.models import F, Q, Subquery
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Article
from people.models import Person
from publishing.long_lists import LongList
from publishing.models import Kind, PublicText, Revision
from publishing.models.revision import is_live, is_read_in
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
    near = _near(text, related)
    own = [found for found in near if found.document_id == text.document_id]
    context = {
        "text": text,
        "article": text.facts,
        "topics": as_topics(related["topics"]),
        "people": sorted(
            (Person(**row) for row in related["people"]), key=lambda person: sort_key(person.name)
        ),
        **_around(text, related, [found for found in near if found.document_id != text.document_id]),
        **languages_and_changes(text, sorted(own, key=lambda found: found.live_from)),
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


def _near(text, related):
    """The live texts of the event of an article, of its sessions, its decisions and recommendations, the sessions that adopted
    these, and the articles before and after it; and all of its own that were ever public, in both languages. One query."""
    keys = {text.document_id, text.facts.event_id}
    keys |= {row["session_id"] for row in related["sessions"]}
    for row in related["resolutions"]:
        keys |= {row["resolution_id"], row["resolution__session_id"]}
    return _texts_near(
        language=text.language_code,
        keys=keys - {None},
        at=text.published_at,
        number=text.document_id,
    )


def _around(text, related, near):
    """What stands beside an article, of the texts ``near`` it. A session that it is about is not told once more as one that
    adopted something."""
    sessions = {row["session_id"] for row in related["sessions"]}
    found = {kind: [] for kind in Kind}
    for other in near:
        found[other.kind].append(other)
    by_hour = sorted(found[Kind.SESSION], key=_start)
    return {
        "related_resolutions": sorted(
            found[Kind.DECISION] + found[Kind.RECOMMENDATION], key=_place_in_the_event
        ),
        "sessions": [other for other in by_hour if other.document_id in sessions],
        "adopted_in": [other for other in by_hour if other.document_id not in sessions],
        "event_text": next(iter(found[Kind.EVENT]), None),
        "previous": next((other for other in found[Kind.ARTICLE] if _place(other) < _place(text)), None),
        "next": next((other for other in found[Kind.ARTICLE] if _place(other) > _place(text)), None),
    }


def _place_in_the_event(text):
    return text.kind, text.facts.order, text.document_id


def _start(text):
    starts_at = text.facts.starts_at
    return starts_at.timestamp() if starts_at else float("inf"), text.document_id


@prepared
def _texts_near(*, language, keys, at, number):
    texts = Revision.objects.ever_public().filter(
        Q(document__id__in=keys) | _is_neighbour(language, at, number)
    )
    texts = texts.filter(Q(document_id=number) | (is_live() & is_read_in(language)))
    texts = texts.with_facts(Kind.DECISION, Kind.SESSION, extra=["as_session__event"]).defer(*UNSHOWN)
    return texts.annotate(source_sense=F("source_revision__sense"))


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
