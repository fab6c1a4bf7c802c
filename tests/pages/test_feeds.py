"""The Atom feeds of the news, of the decisions and of a topic, as a feed reader (feedparser) reads them."""

from datetime import timedelta
from time import struct_time
from urllib.parse import quote

import feedparser
import pytest
from django.utils import timezone

from publishing import workflow
from publishing.models import PublicText, Revision
from tests import factories
from tests.factories import (
    chief,
    go_live,
    make_article,
    make_decision,
    make_event,
    make_page,
    make_session,
    make_topic,
    write,
)
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.reading import get

pytestmark = pytest.mark.django_db


def feed_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return read(response)


def read(response):
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content, sanitize_html=False)
    assert (feed.bozo, feed.version) == (False, "atom10")
    return feed


def titles(feed):
    return [entry.title for entry in feed.entries]


def topic_of_jerusalem():
    return make_topic(name_ar="القدس", name_en="Jerusalem", slug_ar="القدس", slug_en="jerusalem")


FEEDS = [
    ("/ar/news/feed/", "ar", "الملتقى المقدسي: الأخبار", "الملتقى المقدسي", "article/ar", "/ar/news/"),
    ("/en/news/feed/", "en", "Maqdisi Forum: News", "Maqdisi Forum", "article/en", "/en/news/"),
    ("/en/decisions/feed/", "en", "Maqdisi Forum: Decisions", "Maqdisi Forum", "decision/en", "/en/decisions/"),
    ("/ar/topics/القدس/feed/", "ar", "الملتقى المقدسي: القدس", "الملتقى المقدسي", "topic/%d/ar", "/ar/topics/القدس/"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "language", "title", "site", "name", "page"), FEEDS)
def test_the_feed_names_itself_and_its_language(client, path, language, title, site, name, page):
    topic = topic_of_jerusalem()
    make_article(live=True, topics=[topic])
    feed = feed_of(client, path).feed
    assert (feed.title, feed.author) == (title, site)
    assert {feed.title_detail.language, feed.subtitle_detail.language} == {language}
    assert {link.rel: link.href for link in feed.links} == {
        "alternate": f"http://testserver{quote(page)}",
        "self": f"http://testserver{quote(path)}",
    }
    assert feed.id == f"tag:testserver,2024:{name}".replace("%d", str(topic.pk))


def test_an_entry_is_the_whole_text_with_a_stable_id(client):
    topic = topic_of_jerusalem()
    words = {"title": "خبر & بيان", "summary": "موجز <الخبر>", "byline": "هيئة التحرير", "slug": "قديم"}
    article = make_article(ar=words, en=False, topics=[topic])
    first, second = timezone.now() - timedelta(days=3), timezone.now() - timedelta(days=1)
    go_live(article, "ar", at=first)
    before = {
        path: feed_of(client, path).entries[0].id for path in ("/ar/news/feed/", "/ar/topics/القدس/feed/")
    }
    body = '<h2>عنوان</h2><p>متن <strong>مصحح</strong>، <a href="/ar/pages/من-نحن/" rel="noopener">من نحن</a></p>'
    write(article, "ar", **words | {"title": "عنوان جديد", "slug": "khabar", "body": body})
    go_live(article, "ar", at=second)

    for path, old_id in before.items():
        (entry,) = feed_of(client, path).entries
        assert (entry.title, entry.link) == ("عنوان جديد", "http://testserver/ar/news/khabar/")
        assert entry.id == old_id == f"tag:testserver,2024:d/{article.pk}/ar"
        assert (entry.published_parsed, entry.updated_parsed) == (to_the_second(first), to_the_second(second))
        assert entry.author == "هيئة التحرير"
        assert [tag.term for tag in entry.tags] == ["القدس"]
        assert (entry.summary, entry.summary_detail.type) == ("موجز <الخبر>", "text/plain")
        (content,) = entry.content
        assert (content.type, content.language) == ("text/html", "ar")
        # A link inside the text leads to this site, wherever it is read.
        shown = body.replace("/ar/pages/من-نحن/", "http://testserver/ar/pages/من-نحن/")
        # (feedparser sorts the attributes.)
        assert content.value == f'<div dir="rtl" lang="ar">{shown}</div>'


def to_the_second(moment):
    return struct_time(moment.utctimetuple())


def test_each_language_has_its_own_texts(client):
    topic = topic_of_jerusalem()
    make_article(ar="بالعربية فقط", en=False, live=True, topics=[topic])
    make_article(ar=False, en="English only", live=True, topics=[topic])
    make_article(ar="باللغتين", en="In both", live=True, topics=[topic])
    for path in ("/ar/news/feed/", "/ar/topics/القدس/feed/"):
        assert titles(feed_of(client, path)) == ["باللغتين", "بالعربية فقط"]
    for path in ("/en/news/feed/", "/en/topics/jerusalem/feed/"):
        english = feed_of(client, path)
        assert titles(english) == ["In both", "English only"]
        assert {tag.term for entry in english.entries for tag in entry.tags} == {"Jerusalem"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_only_what_is_live_is_in_the_feeds(client, language):
    topic, event = topic_of_jerusalem(), make_event(live=True)
    article = make_hidden(make_article, topics=[topic])
    decision = make_hidden(make_decision, event=event, topics=[topic])
    expected = {
        f"/{language}/news/feed/": {article.pk},
        f"/{language}/decisions/feed/": {decision.pk},
        f"/{language}/topics/{topic.slug_ar if language == 'ar' else topic.slug_en}/feed/": {article.pk, decision.pk},
    }  # fmt: skip
    for path, documents in expected.items():
        response = client.get(path)
        assert {int(entry.id.split("/")[-2]) for entry in read(response).entries} == documents
        texts = PublicText.objects.filter(document_id__in=documents, language_code=language)
        assert set(titles(read(response))) == {text.title for text in texts}
        assert SECRET[language] not in response.content.decode()


def test_a_topic_holds_texts_of_every_kind_and_its_page_leads_to_its_feed(client):
    topic, event = topic_of_jerusalem(), make_event(ar="ملتقى", live=True)
    facts = {"topics": [topic], "live": True}
    made = [make_session(event, ar="ندوة", **facts), make_decision(event, ar="قرار", **facts)]
    made += [make_page(ar="صفحة", **facts), make_article(ar="خبر", **facts)]
    make_article(ar="في موضوع آخر", live=True, topics=[make_topic()])
    assert titles(feed_of(client, "/ar/topics/القدس/feed/")) == ["خبر", "صفحة", "قرار", "ندوة"]
    page = get("/ar/topics/القدس/")
    assert page.data("application/atom+xml") == [
        "/ar/news/feed/",
        "/ar/decisions/feed/",
        "/ar/topics/القدس/feed/",
    ]
    moved = client.get("/en/topics/القدس/feed/")
    assert (moved.status_code, moved["Location"]) == (301, "/en/topics/jerusalem/feed/")
    assert client.get("/en/topics/nothing/feed/").status_code == 404


def test_a_corrected_title_reaches_a_reader_that_asks_whether_anything_is_new(client):
    article = make_article(ar="عنوان فيه خطأ", live=True)
    first = client.get("/ar/news/feed/")
    assert "Last-Modified" not in first
    same = client.get("/ar/news/feed/", headers={"if-none-match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")

    # As a correction at the desk would be seen if its moment were the same to the second.
    Revision.objects.filter(document_id=article.pk, language_code="ar").update(title="عنوان صحيح")

    asked = {"if-none-match": first["ETag"], "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    second = client.get("/ar/news/feed/", headers=asked)
    assert second.status_code == 200
    assert titles(read(second)) == ["عنوان صحيح"]


def test_a_withdrawn_entry_is_gone_at_once_and_the_feed_may_be_empty(client):
    article = make_article(ar="خبر", en=False, live=True)
    etag = client.get("/ar/news/feed/")["ETag"]
    workflow.withdraw(article, "ar", chief())
    assert titles(read(client.get("/ar/news/feed/", headers={"if-none-match": etag}))) == []


def test_a_control_character_is_dropped(client):
    topic = make_topic(name_ar="مو\x0bضوع", slug_ar="موضوع")
    article = make_article(ar="عنوان", en=False, live=True, topics=[topic])
    Revision.objects.filter(document_id=article.pk).update(
        title="عن\x08وان", summary="مو\x01جز", body="<p>مت\x0cن</p>", byline="ك\x1fاتب"
    )
    feed = feed_of(client, "/ar/topics/موضوع/feed/")
    (entry,) = feed.entries
    assert feed.feed.title == "الملتقى المقدسي: موضوع"
    assert (entry.title, entry.summary, entry.author) == ("عنوان", "موجز", "كاتب")
    assert entry.content[0].value == '<div dir="rtl" lang="ar"><p>متن</p></div>'
    assert [tag.term for tag in entry.tags] == ["موضوع"]


def test_no_article_can_stand_at_the_address_of_the_feed(client):
    make_article(ar={"title": "خبر", "slug": "feed"}, en=False, live=True)
    (entry,) = feed_of(client, "/ar/news/feed/").entries
    assert entry.link == "http://testserver/ar/news/feed-1/"


def test_queries_do_not_grow_with_the_entries(client, django_assert_num_queries):
    """The settings of the site, the texts, their topics; for a topic, the topic."""
    topic, event = topic_of_jerusalem(), factories.make_event(live=True)
    counts = {"/ar/news/feed/": 3, "/ar/decisions/feed/": 3, "/ar/topics/القدس/feed/": 4}
    for number in (1, 3):
        while len(feed_of(client, "/ar/news/feed/").entries) < number:
            make_article(live=True, topics=[topic, make_topic()])
            make_decision(event, live=True, topics=[topic, make_topic()])
        for path, queries in counts.items():
            with django_assert_num_queries(queries):
                feed = feed_of(client, path)
            assert len(feed.entries) == number * (2 if "topics" in path else 1)
