"""The pages of articles and of the site's standing pages."""

from django.db.models import Case, Q, When
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from publishing.models import Kind, PublicText
from publishing.pages import both_languages, document_page
from publishing.pagination import page_of
from publishing.public_changes import public_changes
from publishing.sorting import sort_key

#: What no title beside an article shows: it stays in the database.
UNSHOWN = ("body", "byline", "dateline", "note")


@require_safe
def article_list(request):
    """The news, latest first: a page of PublicTexts in the language of the address."""
    texts = (
        PublicText.objects.of_kind(Kind.ARTICLE).in_language(get_language()).newest().with_facts(Kind.ARTICLE)
    )
    context = {"page_obj": page_of(request, texts)}
    return render(request, "articles/article_list.html", context)


@document_page(Kind.ARTICLE)
def article(request, text):
    """An article with what it is about and what is beside it."""
    context = {
        "text": text,
        "article": text.facts,
        "topics": list(text.document.topics.all()),
        "people": sorted(text.facts.people.all(), key=lambda person: sort_key(person.name)),
        "changes": public_changes(text),
        **_what_it_is_about(text),
        **_neighbours(text),
        **both_languages(text),
    }
    return render(request, "articles/article.html", context)


def _what_it_is_about(text):
    """The event of an article, its sessions, its decisions and recommendations, and the sessions that adopted these, in one
    query. A session that it is about is not told once more as one that adopted something."""
    facts = text.facts
    sessions = facts.sessions.order_by().values("pk")
    resolutions = facts.resolutions.order_by().values("pk")
    adopted_in = facts.resolutions.order_by().filter(session__isnull=False).values("session_id")
    is_about = Q(document_id__in=sessions)
    related = PublicText.objects.readable_in(text.language_code)
    related = related.with_facts(Kind.DECISION, Kind.SESSION, extra=["as_session__event"])
    related = related.annotate(is_named=Case(When(is_about, then=True), default=False)).filter(
        is_about
        | Q(document_id=facts.event_id)
        | Q(document_id__in=resolutions)
        | Q(document_id__in=adopted_in)
    )
    found = {kind: [] for kind in Kind}
    for about in related.defer(*UNSHOWN):
        found[about.kind].append(about)
    in_order = sorted(found[Kind.DECISION] + found[Kind.RECOMMENDATION], key=_place_in_the_event)
    by_hour = sorted(found[Kind.SESSION], key=_start)
    return {
        "related_resolutions": in_order,
        "sessions": [about for about in by_hour if about.is_named],
        "adopted_in": [about for about in by_hour if not about.is_named],
        "event_text": next(iter(found[Kind.EVENT]), None),
    }


def _place_in_the_event(text):
    return text.kind, text.facts.order, text.document_id


def _start(text):
    starts_at = text.facts.starts_at
    return starts_at.timestamp() if starts_at else float("inf"), text.document_id


def _neighbours(text):
    """The articles that stand before and after ``text`` in the list of its language, in one query. What a release published
    at one moment stands there by its number."""
    texts = PublicText.objects.of_kind(Kind.ARTICLE).in_language(text.language_code)
    at, number = text.published_at, text.document_id
    before = texts.filter(Q(published_at__lt=at) | Q(published_at=at, document_id__lt=number)).newest()
    after = texts.filter(Q(published_at__gt=at) | Q(published_at=at, document_id__gt=number))
    after = after.order_by("published_at", "document_id")
    both = PublicText.objects.filter(Q(pk__in=before.values("pk")[:1]) | Q(pk__in=after.values("pk")[:1]))
    found = list(both.defer(*UNSHOWN, "summary"))
    return {
        "previous": next((near for near in found if _place(near) < _place(text)), None),
        "next": next((near for near in found if _place(near) > _place(text)), None),
    }


def _place(text):
    return text.published_at, text.document_id


@document_page(Kind.PAGE)
def page(request, text):
    """A standing page."""
    return render(request, "articles/page.html", {"text": text, **both_languages(text)})
