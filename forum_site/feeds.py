"""The Atom feeds (RFC 4287) of the news, of the decisions, of the recommendations and of one topic: the latest live texts of
one language, whole. (What became of decisions is in update_feeds.py.)"""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from publishing.characters import fit_to_store
from publishing.labels import label_at
from publishing.languages import direction
from publishing.models import Kind, PublicText
from publishing.site import site_settings
from publishing.site_address import site_host, site_root
from publishing.topics import topics_at
from resolutions.list_filter import ListFilter

FEED_SIZE = 20
FIRST_DAY = datetime(2024, 1, 1, tzinfo=UTC)


class AtomFeed(Atom1Feed):
    """Django's Atom feed with the whole text, and with plain text where plain text is meant."""

    def root_attributes(self):
        # Where the addresses of the feed begin.
        return super().root_attributes() | {"xml:base": f"{self.feed['root']}/"}

    def latest_post_date(self):
        # Django takes the clock where there is no entry: an empty feed would be another one each time it is asked for.
        return super().latest_post_date() if self.items else FIRST_DAY

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["summary"]:
            handler.addQuickElement("summary", item["summary"], {"type": "text"})
        # A link inside a text begins with a slash or, within the text, with a hash: both lead where they do on the page.
        handler.addQuickElement("content", item["content"], {"type": "html", "xml:base": item["link"]})


# The feeds are the site's own functions over the generator, not a contrib.syndication Feed: that one sends the date of
# the newest entry as Last-Modified, and a corrected title or a withdrawn entry is then a stale 304 (measured).
# conditional_page compares the content itself.
@conditional_page
@require_safe
def news_feed(request):
    """`/{lang}/news/feed/`"""
    return _feed(request, Kind.ARTICLE, _of_kind(Kind.ARTICLE), reverse("article_list"), _("News"))


@conditional_page
@require_safe
def decision_feed(request):
    """`/{lang}/decisions/feed/`, with the filters of the list"""
    return _feed_of_list(request, Kind.DECISION, reverse("decision_list"), _("Decisions"))


@conditional_page
@require_safe
def recommendation_feed(request):
    """`/{lang}/recommendations/feed/`, with the filters of the list"""
    return _feed_of_list(request, Kind.RECOMMENDATION, reverse("recommendation_list"), _("Recommendations"))


@conditional_page
@require_safe
def topic_feed(request, slug):
    """`/{lang}/topics/{slug}/feed/`: texts of every kind about a topic."""
    topic = label_at(topics_at, slug)
    if topic.slug != slug:
        return redirect("topic_feed", topic.slug, permanent=True)
    texts = PublicText.objects.filter(document__topics=topic)
    return _feed(request, f"topic/{topic.pk}", texts, topic.get_absolute_url(), fit_to_store(str(topic)))


def _of_kind(kind):
    return PublicText.objects.of_kind(kind)


def _feed_of_list(request, kind, page, subject):
    chosen = ListFilter(request.GET, get_language(), kind=kind)
    texts = _of_kind(kind)
    if chosen.is_filtered:
        texts = texts.filter(document_id__in=chosen.texts().order_by().values("document_id"))
    return _feed(request, kind, texts, page, subject, chosen.query)


def _feed(request, name, texts, page, subject, query=""):
    """The latest of ``texts`` in the active language, as a response; the rest as for ``new_feed``."""
    feed = new_feed(request, name, page, subject, query)
    for text in _latest(texts, get_language()):
        feed.add_item(**_entry(text, site_root(request), site_host(request)))
    return answer(feed)


def new_feed(request, name, page, subject, query=""):
    """An AtomFeed in the active language, still without entries. ``name`` is what the feed is known by for ever, ``page`` the
    path of the page that it follows, ``query`` what of that page the reader chose, as it stands in an address."""
    language, root, site = get_language(), site_root(request), site_settings()
    chosen = f"?{query}" if query else ""
    return AtomFeed(
        # Translators: the title of a feed, such as "Maqdisi Forum: News".
        title=_("%(site)s: %(subject)s") % {"site": site.name, "subject": subject},
        link=f"{root}{page}{chosen}",
        description=None,
        subtitle=site.line,
        author_name=site.name,
        language=language,
        feed_url=f"{root}{iri_to_uri(request.path)}{chosen}",
        feed_guid=f"tag:{site_host(request)},2024:{name}/{language}{chosen}",
        root=root,
    )


def answer(feed):
    """The response with an AtomFeed."""
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _latest(texts, language):
    texts = texts.in_language(language).newest().select_related("document")
    return texts.prefetch_related("document__topics")[:FEED_SIZE]


def _entry(text, root, host):
    """What ``AtomFeed.add_item`` takes. A control character, which no XML may hold, is dropped rather than a failure."""
    language = text.language_code
    body = f'<div lang="{language}" dir="{direction(language)}">{fit_to_store(text.body)}</div>'
    return {
        "title": fit_to_store(text.title),
        "link": f"{root}{text.address_in(language)}",
        "description": None,
        # As stable as the document: neither a new title nor a new slug makes it a new entry.
        "unique_id": f"tag:{host},2024:d/{text.document_id}/{language}",
        "pubdate": text.published_at,
        "updateddate": text.live_from,
        "author_name": fit_to_store(text.byline) or None,
        "categories": [fit_to_store(topic.name) for topic in text.document.topics.all() if topic.name],
        "summary": fit_to_store(text.summary),
        "content": body,
    }
