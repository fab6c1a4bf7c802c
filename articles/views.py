"""The pages of articles and of the site's standing pages."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from publishing.models import Kind, PublicText, Revision
from publishing.pages import both_languages, document_page
from publishing.pagination import page_of


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
    facts = text.facts
    neighbours = PublicText.objects.of_kind(Kind.ARTICLE).in_language(text.language_code)
    moment = text.published_at
    context = {
        "text": text,
        "article": facts,
        "topics": list(text.document.topics.all()),
        "related_resolutions": list(_resolutions_of(facts, text.language_code)),
        "event_text": _event_text(facts, text.language_code),
        "revisions": list(_public_revisions(text)),
        "previous": neighbours.filter(published_at__lt=moment).newest().first(),
        "next": neighbours.filter(published_at__gt=moment).order_by("published_at", "document_id").first(),
        **both_languages(text),
    }
    return render(request, "articles/article.html", context)


def _resolutions_of(article_facts, language):
    texts = PublicText.objects.readable_in(language).with_facts(Kind.DECISION)
    return texts.filter(document__as_resolution__articles=article_facts).order_by(
        "kind", "document__as_resolution__order"
    )


def _event_text(article_facts, language):
    if article_facts.event_id is None:
        return None
    return PublicText.objects.readable_in(language).filter(document_id=article_facts.event_id).first()


def _public_revisions(text):
    """The texts of this document in this language that readers have read, the latest first."""
    own = Revision.objects.filter(document_id=text.document_id, language_code=text.language_code)
    return own.ever_public().order_by("-live_from").only("number", "live_from", "live_until", "language_code")


@document_page(Kind.PAGE)
def page(request, text):
    """A standing page."""
    return render(request, "articles/page.html", {"text": text, **both_languages(text)})
