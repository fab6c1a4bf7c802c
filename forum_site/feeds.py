"""The Atom feeds (RFC 4287) of the news and of the decisions: the latest live texts of one language, whole."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from publishing.characters import fit_to_store
from publishing.languages import direction
from publishing.models import Kind, PublicText
from publishing.site_address import site_host, site_root

FEED_SIZE = 20


class AtomFeed(Atom1Feed):
    """Django's Atom feed with the whole text, and with plain text where plain text is meant."""

    def root_attributes(self):
        # Links inside a text begin with a slash; readers elsewhere need to know whose slash it is.
        return super().root_attributes() | {"xml:base": f"{self.feed['root']}/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["summary"]:
            handler.addQuickElement("summary", item["summary"], {"type": "text"})
        handler.addQuickElement("content", item["content"], {"type": "html"})


# Both feeds are the site's own functions over the generator, not a contrib.syndication Feed: that one sends the date of
# the newest entry as Last-Modified, and a corrected title or a withdrawn entry is then a stale 304 (measured).
# conditional_page compares the content itself.
@conditional_page
def news_feed(request):
    """`/{lang}/news/feed/`"""
    return _feed(request, Kind.ARTICLE, "article_list", _("News"))


@conditional_page
def decision_feed(request):
    """`/{lang}/decisions/feed/`"""
    return _feed(request, Kind.DECISION, "decision_list", _("Decisions"))


def _feed(request, kind, list_route, subject):
    language, root = get_language(), site_root(request)
    site_name = settings.SITE_NAME[language]
    feed = AtomFeed(
        # Translators: the title of a feed, such as "Maqdisi Forum: News".
        title=_("%(site)s: %(subject)s") % {"site": site_name, "subject": subject},
        link=f"{root}{reverse(list_route)}",
        description=None,
        subtitle=settings.SITE_LINE[language],
        author_name=site_name,
        language=language,
        feed_url=f"{root}{request.path}",
        feed_guid=f"tag:{site_host(request)},2024:{kind}/{language}",
        root=root,
    )
    for text in _latest(kind, language):
        feed.add_item(**_entry(text, root, site_host(request)))
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _latest(kind, language):
    texts = PublicText.objects.of_kind(kind).in_language(language).newest().select_related("document")
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
