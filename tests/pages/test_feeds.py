"""The Atom feeds of the news and of the decisions, as a feed reader sees them."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from publishing import workflow
from publishing.models import PublicText, Revision
from tests import factories
from tests.factories import chief, make_article, make_decision, make_event, make_topic, write
from tests.pages.hidden import SECRET, make_hidden

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


NAMES = [
    ("ar", "الملتقى المقدسي: الأخبار", "الملتقى المقدسي"),
    ("en", "Maqdisi Forum: News", "Maqdisi Forum"),
]


@pytest.mark.parametrize(("language", "title", "site"), NAMES)
def test_the_feed_names_itself(client, language, title, site):
    make_article(live=True)
    feed = feed_of(client, f"/{language}/news/feed/")
    assert feed.get(LANG) == language
    assert feed.findtext(f"{ATOM}title") == title
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == site
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": f"http://testserver/{language}/news/",
        "self": f"http://testserver/{language}/news/feed/",
    }
    assert feed.findtext(f"{ATOM}id") == f"tag:testserver,2024:article/{language}"


def test_an_entry_is_the_whole_text(client):
    topic = make_topic(name_ar="القدس", name_en="Jerusalem")
    words = {"title": "خبر & بيان", "summary": "موجز <الخبر>", "byline": "هيئة التحرير"}
    article = make_article(ar=words, en=False, topics=[topic])
    first, second = timezone.now() - timedelta(days=3), timezone.now() - timedelta(days=1)
    factories.go_live(article, "ar", at=first)
    write(article, "ar", **words | {"slug": "khabar", "body": "<p>متن <strong>مصحح</strong></p>"})
    factories.go_live(article, "ar", at=second)

    (entry,) = feed_of(client, "/ar/news/feed/").iter(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "خبر & بيان"
    assert entry.findtext(f"{ATOM}id") == f"tag:testserver,2024:d/{article.pk}/ar"
    assert entry.find(f"{ATOM}link").get("href") == "http://testserver/ar/news/khabar/"
    assert entry.findtext(f"{ATOM}published").startswith(first.isoformat()[:19])
    assert entry.findtext(f"{ATOM}updated").startswith(second.isoformat()[:19])
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "هيئة التحرير"
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["القدس"]
    assert (entry.find(f"{ATOM}summary").text, entry.find(f"{ATOM}summary").get("type")) == (
        "موجز <الخبر>",
        "text",
    )
    content = entry.find(f"{ATOM}content")
    assert (content.text, content.get("type")) == (
        '<div lang="ar" dir="rtl"><p>متن <strong>مصحح</strong></p></div>',
        "html",
    )


def test_each_language_has_its_own_texts(client):
    topic = make_topic(name_ar="القدس", name_en="Jerusalem")
    make_article(ar="بالعربية فقط", en=False, live=True)
    make_article(ar=False, en="English only", live=True)
    make_article(ar="باللغتين", en="In both", live=True, topics=[topic])
    assert titles(feed_of(client, "/ar/news/feed/")) == ["باللغتين", "بالعربية فقط"]
    english = feed_of(client, "/en/news/feed/")
    assert titles(english) == ["In both", "English only"]
    assert [category.get("term") for category in english.iter(f"{ATOM}category")] == ["Jerusalem"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_only_what_is_live_is_in_the_news(client, language):
    live = make_hidden(make_article)
    make_decision(live=True)
    response = client.get(f"/{language}/news/feed/")
    feed = ElementTree.fromstring(response.content)
    assert titles(feed) == [PublicText.objects.get(document_id=live.pk, language_code=language).title]
    assert SECRET[language] not in response.content.decode()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_only_what_is_live_is_among_the_decisions(client, language):
    event = make_event(live=True)
    live = make_hidden(make_decision, event=event)
    make_article(live=True)
    response = client.get(f"/{language}/decisions/feed/")
    feed = ElementTree.fromstring(response.content)
    assert titles(feed) == [PublicText.objects.get(document_id=live.pk, language_code=language).title]
    assert SECRET[language] not in response.content.decode()


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
    assert titles(ElementTree.fromstring(second.content)) == ["عنوان صحيح"]


def test_a_withdrawn_entry_is_gone_at_once_and_the_feed_may_be_empty(client):
    article = make_article(ar="خبر", en=False, live=True)
    etag = client.get("/ar/news/feed/")["ETag"]
    workflow.withdraw(article, "ar", chief())
    response = client.get("/ar/news/feed/", headers={"if-none-match": etag})
    assert titles(ElementTree.fromstring(response.content)) == []


def test_a_control_character_is_dropped(client):
    topic = make_topic(name_ar="مو\x0bضوع")
    article = make_article(ar="عنوان", en=False, live=True, topics=[topic])
    Revision.objects.filter(document_id=article.pk).update(
        title="عن\x08وان", summary="مو\x01جز", body="<p>مت\x0cن</p>", byline="ك\x1fاتب"
    )
    (entry,) = feed_of(client, "/ar/news/feed/").iter(f"{ATOM}entry")
    found = [entry.findtext(f"{ATOM}{name}") for name in ("title", "summary", "content")]
    assert found == ["عنوان", "موجز", '<div lang="ar" dir="rtl"><p>متن</p></div>']
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "كاتب"
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["موضوع"]


def test_no_article_can_stand_at_the_address_of_the_feed(client):
    make_article(ar={"title": "خبر", "slug": "feed"}, en=False, live=True)
    feed = feed_of(client, "/ar/news/feed/")
    assert [link.get("href") for link in feed.findall(f"{ATOM}entry/{ATOM}link")] == [
        "http://testserver/ar/news/feed-1/"
    ]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "make"), [("/ar/news/feed/", make_article), ("/ar/decisions/feed/", make_decision)]
)
def test_queries_do_not_grow_with_the_entries(client, django_assert_num_queries, path, make, number):
    for _each in range(number):
        make(live=True, topics=[make_topic(), make_topic()])
    with django_assert_num_queries(2):
        response = client.get(path)
    assert len(titles(ElementTree.fromstring(response.content))) == number
