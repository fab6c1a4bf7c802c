"""/{lang}/search/?q=: the hits as readers see them, what of them is shown, and the ways on where there are none."""

from datetime import datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.utils.timezone import make_aware

from publishing.models import Kind
from search import views
from search.query import Found
from tests.factories import MAKERS, go_live, make_article, make_decision, make_event, make_page, make_topic
from tests.pages.reading import get

pytestmark = pytest.mark.django_db


def options(context):
    """{name: {label: (number, whether it is chosen)}} of the page."""
    return {
        group.name: {str(option.label): (option.number, option.is_chosen) for option in group.options}
        for group in context["groups"]
    }


def asked_by(address):
    """What an address asks for: {name: value}."""
    return {name: value for name, [value] in parse_qs(urlsplit(address).query).items()}


@pytest.fixture
def forum():
    """Six texts about olives of three kinds and two years, some of an event and of a topic."""
    topic = make_topic(name_ar="الزراعة", name_en="Farming", slug_ar="الزراعة", slug_en="farming")
    event = make_event(
        ar={"title": "ملتقى الزيتون", "slug": "ملتقى"},
        en={"title": "Olive forum", "slug": "forum"},
        live=True,
    )
    words = {"ar": "زيتون", "en": "olives"}
    make_decision(event, live=True, **words).topics.add(topic)
    for year in (2023, 2024):
        article = make_article(**words, event=event if year == 2024 else None)
        for language in ("ar", "en"):
            go_live(article, language, at=make_aware(datetime(year, 6, 1)))
    article.topics.add(topic)
    make_page(ar="زيتون", en=False, live=True)
    return event


def test_a_hit_says_what_it_is_with_whole_words_marked(client):
    make_article(
        ar={"title": "عن الزيتون", "summary": "موجز <زيتونة> واحدة."},
        en=False,
        live=True,
        article_kind="report",
    )
    page = get("/ar/search/?q=زيتون")
    assert '<a class="text-title" href="/ar/news/%D8%B9%D9%86-' in page.html
    assert "عن <mark>الزيتون</mark></a>" in page.html
    assert "موجز &lt;<mark>زيتونة</mark>&gt; واحدة.</p>" in page.html
    assert not page.is_indexed


def test_the_hits_are_counted_by_kind_topic_event_and_year(client, forum):
    context = client.get("/ar/search/", {"q": "زيتون"}).context
    counts = options(context)
    assert context["total"] == 5
    assert counts["kind"] == {
        "فعالية": (1, False),
        "قرار": (1, False),
        "مقال": (2, False),
        "صفحة": (1, False),
    }
    assert counts["topic"] == {"الزراعة": (2, False)}
    assert counts["event"] == {"ملتقى الزيتون": (3, False)}
    assert [number for number, _chosen in counts["year"].values()] == [3, 1, 1]


def test_a_choice_is_an_address_in_either_language_and_can_be_taken_back(client, forum):
    asked = {"q": "olives", "kind": "article", "topic": "farming", "event": "forum", "year": "2024"}
    context = client.get("/en/search/", asked).context
    assert [text.title for text in context["page_obj"]] == ["olives"]
    chosen = {group.name: group.chosen for group in context["groups"]}
    assert {name: asked_by(option.address) for name, option in chosen.items()} == {
        name: {key: value for key, value in asked.items() if key != name}
        for name in ("kind", "topic", "event", "year")
    }
    assert asked_by(context["whole"]) == {"q": "olives"}
    in_arabic = asked | {"topic": "الزراعة", "event": "ملتقى"}
    assert urlsplit(context["switch_url"]).path == "/ar/search/"
    assert asked_by(context["switch_url"]) == in_arabic


@pytest.mark.parametrize(
    ("untidy", "tidy"),
    [
        ({"kind": ""}, {}), ({"kind": "nothing"}, {}), ({"year": "24"}, {}), ({"year": "٢٠٢٤"}, {"year": "2024"}),
        ({"topic": "الزراعة", "page": "2"}, {"topic": "farming"}), ({"topic": "\x00"}, {}),
        ({"event": "ملتقى"}, {"event": "forum"}), ({"event": "9" * 40, "kind": "page"}, {"kind": "page"}),
    ],
)  # fmt: skip
def test_an_untidy_address_leads_to_the_tidy_one(client, forum, untidy, tidy):
    answer = client.get("/en/search/", {"q": "olives"} | untidy)
    assert answer.status_code == 302
    assert unquote(urlsplit(answer["Location"]).path) == "/en/search/"
    assert asked_by(answer["Location"]) == {"q": "olives"} | tidy
    assert client.get(answer["Location"]).status_code == 200


def test_the_hits_in_the_other_language_are_told_with_the_same_choice(client, forum):
    make_article(ar=False, en="2024", live=True), make_page(ar=False, en="2024", live=True)
    context = client.get("/ar/search/", {"q": "2024", "kind": "page"}).context
    assert (context["total"], context["other_total"]) == (0, 1)
    assert asked_by(context["switch_url"]) == {"q": "2024", "kind": "page"}
    assert "نتيجة واحدة باللغة الإنجليزية" in get("/ar/search/?q=2024&kind=page").main


def test_where_nothing_is_found_there_are_ways_on(client, forum, monkeypatch):
    monkeypatch.setattr(views, "nearest", lambda asked, language: ["olives", "a & b"])
    page = get("/en/search/?q=olivs&kind=page&year=2024")
    links = {link.get("href") for link, _words in page.all("a")}
    assert {"/en/search/?q=olivs", "?q=olives", "?q=a+%26+b"} <= links
    assert {"/en/news/", "/en/events/", "/en/decisions/", "/en/topics/farming/"} <= links
    assert "Did you mean" in page.main


def test_a_thousand_hits_are_more_than_a_thousand(client, monkeypatch):
    counts = {"kind": {Kind.PAGE: 1000}, "topic": {}, "event": {}, "year": {}}
    monkeypatch.setattr(views, "find", lambda *asked: Found([], 1000, True, counts, 0))
    page = get("/en/search/?q=x&page=84")
    assert "More than 1,000 texts found for" in page.main
    assert client.get("/en/search/", {"q": "x", "page": 85}).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_hits(client, django_assert_num_queries, number):
    event, topic = make_event(ar="ملتقى", live=True), make_topic()
    for kind, make in MAKERS.items():
        facts = {"event": event} if kind in ("session", "decision", "recommendation") else {}
        for _each in range(number):
            make(ar="زيتون", live=True, **facts).topics.add(topic)
    with django_assert_num_queries(6):
        assert client.get("/ar/search/", {"q": "زيتون"}).context["total"] == 6 * number
