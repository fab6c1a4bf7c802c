"""What the head of a page and the headers of an answer say to those who pass it on: search engines, other sites, caches."""

import pytest
from django.test import Client

from tests.factories import make_article, make_decision, make_event, make_person, make_session, make_topic
from tests.pages.reading import get

pytestmark = pytest.mark.django_db

LISTS = {
    "/en/": ("Maqdisi Forum", "What the forum decided and recommended, and what became of it"),
    "/en/news/": ("News", "The news of the forum, its statements, reports and interviews, the latest first."),
    "/en/events/": ("Events", "The forum’s events: their programmes, who took part, and what came of them."),
    "/en/decisions/": ("Decisions", "What the forum decided to do itself, and what has become of it."),
    "/en/recommendations/": (
        "Recommendations",
        "What the forum recommended to others, and what has become of it.",
    ),
    "/en/follow-up/": (
        "What became of the decisions and recommendations",
        "Every decision and recommendation: how far it is, who is responsible, by when, and what was last recorded.",
    ),
    "/en/topics/": (
        "Topics",
        "Everything on this site by what it is about: news, sessions, decisions and recommendations.",
    ),
    "/en/topics/jerusalem/": ("Jerusalem", "Everything on this site about Jerusalem."),
    "/en/people/a-b/": ("A & B", "The sessions, committees and articles in which A & B has a part."),
}


def said(page):
    """(title, sentence) that a shared link shows; the sentence is that of search engines too."""
    told = {attrs["property"]: attrs["content"] for attrs, _words in page.all("meta") if "property" in attrs}
    ((description, _words),) = page.all("meta", name="description")
    assert description["content"] == told["og:description"]
    return told["og:title"], told["og:description"]


def test_a_page_that_is_no_document_says_what_it_is():
    topic = make_topic(name_ar="القدس", name_en="Jerusalem", description_ar="", description_en="")
    person = make_person(name_ar="أ وب", name_en="A & B", slug_en="a-b", role_line_ar="", role_line_en="")
    make_article(live=True, topics=[topic], people=[person])
    assert {path: said(get(path)) for path in LISTS} == LISTS
    arabic = [said(get(path.replace("/en/", "/ar/"))) for path in list(LISTS)[:7]]
    assert len(set(arabic)) == 7


def test_a_topic_and_a_person_with_words_of_their_own_are_told_by_these():
    topic = make_topic(name_en="Law", description_ar="عن القانون", description_en="Courts and cases")
    person = make_person(name_en="Someone", role_line_ar="باحث", role_line_en="Historian")
    make_article(live=True, topics=[topic], people=[person])
    assert said(get("/en/topics/law/")) == ("Law", "Courts and cases")
    assert said(get("/en/people/someone/")) == ("Someone", "Historian")


def varies(path, status=200, **headers):
    response = Client().get(path, headers=headers)
    assert response.status_code == status, path
    return "Accept-Language" in response.headers.get("Vary", "")


def test_only_what_depends_on_the_readers_language_says_so():
    decision = make_decision(live=True)
    fixed = (
        f"/d/{decision.pk}/ar/card.png",
        f"/embed/{decision.pk}/ar/",
        "/sitemap.xml",
        "/robots.txt",
        "/healthz",
        "/open-data/everything.schema.json",
        "/ar/",
    )
    assert {path: varies(path) for path in fixed} == dict.fromkeys(fixed, False)
    negotiated = {"/": 302, f"/d/{decision.pk}/": 302, "/no-such-page": 404, "/d/999999/ar/card.png": 404}
    assert {path: varies(path, status) for path, status in negotiated.items()} == dict.fromkeys(
        negotiated, True
    )


@pytest.mark.parametrize(
    ("asked", "language"),
    [("en", "en"), ("en-GB,ar;q=0.3", "en"), ("fr, en;q=0.5", "en"), ("ar-EG", "ar"), ("fr", "ar"), ("*", "ar"), ("", "ar"),
     ("en;q=0, ar", "ar"), ("EN-us", "en"), (";;;=" * 50, "ar")],
)  # fmt: skip
def test_the_language_is_that_of_the_header_whatever_a_cookie_says(asked, language):
    client = Client()
    client.cookies["django_language"] = "en" if language == "ar" else "ar"
    assert client.get("/", headers={"Accept-Language": asked})["Location"] == f"/{language}/"


def test_what_only_answers_is_only_asked():
    event = make_event(ar={"slug": "forum"}, en={"slug": "forum"}, live=True)
    make_session(event, en={"slug": "panel"}, live=True)
    make_decision(event, en={"slug": "academy"}, live=True)
    make_topic(name_en="Law")
    paths = (
        "/en/news/feed/", "/en/decisions/feed/", "/en/topics/law/feed/", "/sitemap.xml", "/robots.txt", "/en/search/",
        "/en/events/forum/programme.ics", "/en/sessions/panel/session.ics", "/en/decisions.json", "/en/decisions.csv",
        "/en/recommendations.json", "/en/recommendations.csv", "/en/follow-up.json", "/en/follow-up.csv",
        "/en/follow-up/everything.json", "/en/follow-up/everything.csv", "/en/events/forum/follow-up.json",
        "/en/events/forum/follow-up.csv", "/en/open-data/", "/open-data/resolutions.schema.json", "/en/follow-up/feed/",
        "/en/recommendations/feed/", "/en/events/forum/follow-up/feed/", "/en/decisions/academy/feed/",
    )  # fmt: skip
    answers = {path: (Client().post(path).status_code, Client().options(path).status_code) for path in paths}
    assert answers == dict.fromkeys(paths, (405, 405))


def test_links_in_a_feed_lead_where_they_do_on_the_page():
    make_article(ar=None, en={"slug": "notes", "body": '<p>See <a href="#text-1">below</a>.</p>'}, live=True)
    feed = Client().get("/en/news/feed/").content.decode()
    assert 'xml:base="http://testserver/en/news/notes/"' in feed
