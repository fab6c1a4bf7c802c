"""The front door and the home page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import (
    go_live,
    make_article,
    make_decision,
    make_event,
    make_page,
    make_recommendation,
    make_session,
    make_venue,
)
from tests.pages.reading import absolute, get

pytestmark = pytest.mark.django_db


# ---- `/`


@pytest.mark.parametrize(
    ("accepts", "leads_to"),
    [
        ("", "/ar/"),
        ("en", "/en/"),
        ("en-GB,en;q=0.9,ar;q=0.8", "/en/"),
        ("ar-PS", "/ar/"),
        ("fr", "/ar/"),
        ("fr,en;q=0.5", "/en/"),
        ("*", "/ar/"),
        ("en;q=0, ar", "/ar/"),
        ("not a header;;q=x", "/ar/"),
    ],
)
def test_the_front_door_speaks_the_readers_language(accepts, leads_to):
    response = Client().get("/", headers={"Accept-Language": accepts})
    assert (response.status_code, response["Location"]) == (302, leads_to)
    assert "Accept-Language" in response["Vary"]


# ---- The home page


@pytest.mark.parametrize(
    ("language", "direction", "name"), [("ar", "rtl", "الملتقى المقدسي"), ("en", "ltr", "Maqdisi Forum")]
)
def test_an_empty_site_has_a_home_page(language, direction, name):
    page = get(f"/{language}/")
    assert page.language == (language, direction)
    assert page.words_of("h1") == [name]
    assert page.title.strip() == name


@pytest.fixture
def forum():
    event = make_event(
        ar="ملتقى القدس", en="The Jerusalem forum", is_current=True, venue=make_venue(), live=True
    )
    make_decision(event, ar="لجنة تحضيرية", en="A preparatory committee", live=True)
    make_recommendation(event, ar="مجلس اجتهاد", en="A council of jurists", live=True)
    make_session(event, ar="الافتتاح", en="The opening", live=True)
    make_event(ar="ملتقى قادم", en="The next forum", starts_on=None, ends_on=None, live=True)
    event.closing_statement = make_article(ar="البيان الختامي", en="The closing statement of all", live=True)
    event.save()
    return event


SEEN = {
    "ar": {"ملتقى القدس", "لجنة تحضيرية", "مجلس اجتهاد", "الافتتاح", "ملتقى قادم", "البيان الختامي"},
    "en": {
        "The Jerusalem forum",
        "A preparatory committee",
        "A council of jurists",
        "The opening",
        "The next forum",
        "The closing statement of all",
    },
}


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
def test_the_current_event_and_what_it_led_to(forum, language, other):
    page = get(f"/{language}/")
    assert SEEN[language] <= set(page.links.values())
    assert not any(title in page.html for title in SEEN[other])
    assert page.words_of("h1") == [min(SEEN[language] & {"ملتقى القدس", "The Jerusalem forum"})]
    assert {attrs["datetime"] for attrs, _words in page.all("time")} >= {"2024-12-21", "2024-12-22"}


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
def test_the_languages_of_the_home_page(forum, language, other):
    page = get(f"/{language}/")
    assert page.switch == f"/{other}/"
    assert page.alternates == {code: absolute(f"/{code}/") for code in ("ar", "en")}
    assert page.canonical == [absolute(f"/{language}/")]


def test_without_a_current_event_the_events_are_still_there():
    make_event(ar=None, en="A forum", live=True)
    page = get("/en/")
    assert page.words_of("h1") == ["Maqdisi Forum"]
    assert "A forum" in page.links.values()


def test_what_is_missing_in_a_language_stands_there_in_its_own_direction(forum):
    make_decision(forum, ar="قرار بلا ترجمة", en=None, live=True)
    ((attrs, _words),) = [item for item in get("/en/").all("a") if item[1] == "قرار بلا ترجمة"]
    assert (attrs["lang"], attrs["dir"]) == ("ar", "rtl")


def test_a_current_event_without_a_public_text_is_not_announced():
    event = make_event(ar="سري", en="Secret", is_current=True)
    make_decision(event, ar=None, en="A public decision", live=True)
    page = get("/en/")
    assert page.words_of("h1") == ["Maqdisi Forum"]
    assert "Secret" not in page.html


def test_the_latest_seven_by_their_first_publication():
    now = timezone.now()
    for number in range(1, 10):
        go_live(make_article(ar=None, en=f"News {number}."), at=now - timedelta(hours=number))
    links = [words for words in get("/en/").links.values() if words.startswith("News ")]
    assert [words for words in links if words.endswith(".")] == [f"News {number}." for number in range(1, 8)]


def test_the_news_is_that_of_the_language():
    make_article(ar="خبر عربي فقط", en=None, live=True)
    assert "خبر عربي فقط" in get("/ar/").links.values()
    assert "خبر عربي فقط" not in get("/en/").html


def test_menu_pages_in_their_order():
    for order, title, is_in_menu in ((2, "Contact", True), (1, "About", True), (3, "Small print", False)):
        make_page(ar=None, en={"title": title, "slug": title}, order=order, is_in_menu=is_in_menu, live=True)
    make_page(ar=None, en="A page in the making")
    links = list(get("/en/").links.values())
    assert [
        words for words in links if words in ("Contact", "About", "Small print", "A page in the making")
    ] == ["About", "Contact"]


def test_queries(forum, django_assert_num_queries):
    make_article(live=True)
    make_page(live=True)
    with django_assert_num_queries(6):
        get("/en/")
    for _number in range(2):
        make_decision(forum, live=True)
        make_recommendation(forum, live=True)
        make_session(forum, live=True)
        make_event(live=True, venue=make_venue())
        make_article(live=True)
        make_page(live=True)
    with django_assert_num_queries(6):
        get("/en/")
