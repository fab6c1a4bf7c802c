"""The front door and the home page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override

from media_library.renditions import make_renditions
from publishing.models import FeaturedDocument, SiteSettings
from tests.factories import (
    go_live,
    make_article,
    make_decision,
    make_event,
    make_image,
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
    with override(language):
        nothing = gettext(
            "Nothing has been published here yet. News, events, decisions and recommendations will stand here as soon as "
            "they are public."
        )
    assert (nothing in page.words_of("p")) and ((language == "ar") == ("لم يُنشر" in nothing))
    assert {f"/{language}/decisions/", f"/{language}/recommendations/"} <= set(page.links)


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
def test_at_a_glance(forum, language, other):
    """Both calendars, the place, what came of it in numbers, and where each of it stands."""
    assert language != other
    page = get(f"/{language}/")
    facts = page.words_of("dd")
    with override(language):
        numbers = [ngettext("%(shown)s decision", "%(shown)s decisions", 1), ngettext(
            "%(shown)s recommendation", "%(shown)s recommendations", 1
        )]  # fmt: skip
        adopted = gettext("Adopted")
    expected = {
        "ar": ["21 – 22 ديسمبر 2024", "20 – 21 جمادى الآخرة 1446 هـ", "إسطنبول ، تركيا", "قرار واحد", "توصية واحدة"],
        "en": ["21 – 22 December 2024", "20 – 21 Jumada al-Akhirah 1446 AH", "Istanbul , Türkiye", "1 decision",
               "1 recommendation"],
    }[language]  # fmt: skip
    assert {spaced(words) for words in expected} <= {spaced(words) for words in facts}
    assert {number % {"shown": 1} for number in numbers} <= set(facts)
    assert page.words_of("li", klass="tally__item") == [f"{adopted} 2"]
    assert page.words_of("span", klass="status") == [adopted] * 2


def spaced(words):
    return "".join(words.split())


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


# ---- What an editor puts first


def feature(*documents):
    SiteSettings.objects.get_or_create(pk=1)
    for order, document in enumerate(documents):
        FeaturedDocument.objects.create(document_id=document.pk, order=order)


def titles(page, tag, klass):
    return page.words_of(tag, klass=klass)


def test_featured_documents_come_first_in_their_sections_and_only_live_texts_show(forum):
    decisions = [make_decision(forum, ar=None, en=f"Decision {number}", live=True) for number in "AB"]
    advice = make_recommendation(forum, ar=None, en="Advice", live=True)
    now = timezone.now()
    old = make_article(ar=None, en="Old news")
    go_live(old, at=now - timedelta(days=90))
    for number in range(8):
        go_live(make_article(ar=None, en=f"News {number}"), at=now - timedelta(hours=number))
    draft, arabic = (
        make_article(ar=None, en="Secret draft"),
        make_article(ar="خبر عربي مقدَّم", en=None, live=True),
    )
    secret = make_decision(forum, ar=None, en="Secret decision")
    feature(draft, arabic, old, secret, decisions[1], advice)
    page = get("/en/")
    assert titles(page, "h3", "card__title") == [
        "Old news", "News 0", "The closing statement of all", *(f"News {number}" for number in range(1, 5)),
    ]  # fmt: skip
    assert titles(page, "h3", "decision-card__title") == [
        "Decision B",
        "A preparatory committee",
        "Decision A",
    ]
    assert titles(page, "h4", "recommended__title") == ["Advice", "A council of jurists"]
    assert "Secret" not in page.html
    assert "خبر عربي مقدَّم" not in page.html
    assert titles(get("/ar/"), "h3", "card__title")[0] == "خبر عربي مقدَّم"


def test_a_featured_decision_of_another_event_is_not_said_to_be_of_this_one(forum):
    elsewhere = make_event(ar="ملتقى آخر", en="Another forum", live=True)
    feature(make_decision(elsewhere, ar="قرار من غيره", en="A decision of elsewhere", live=True))
    page = get("/en/")
    assert titles(page, "h3", "decision-card__title") == ["A preparatory committee"]
    assert "1 decision" in page.main and "2 decisions" not in page.main
    assert titles(page, "h3", "resolution__title") == ["A decision of elsewhere"]
    assert "From other events" in page.words_of("h2")
    forum.is_current = False
    forum.save()
    page = get("/ar/")
    assert titles(page, "h3", "resolution__title") == ["قرار من غيره"]
    assert "القرارات والتوصيات" in page.words_of("h2")


def test_a_featured_event_is_the_one_the_home_page_is_about(forum):
    featured = make_event(ar="ملتقى مقدَّم", en="A featured forum", live=True)
    hidden = make_event(ar="ملتقى سري", en="A secret forum")
    make_decision(featured, ar=None, en="Its decision", live=True)
    feature(hidden, featured)
    page = get("/en/")
    assert page.words_of("h1") == ["A featured forum"]
    assert titles(page, "h3", "decision-card__title") == ["Its decision"]
    assert set(titles(page, "h3", "event__title")) == {"The Jerusalem forum", "The next forum"}
    assert "secret" not in page.html
    assert get("/ar/").words_of("h1") == ["ملتقى مقدَّم"]


def test_pictures_have_sizes_and_the_first_one_comes_first(forum):
    image = make_image(width=1600, height=900)
    make_renditions(image)
    for _number in range(7):
        make_article(picture=image, live=True)
    pictures = [attrs for attrs, _words in get("/en/").all("img")]
    assert [attrs["loading"] for attrs in pictures] == ["lazy"] * 4, (
        "below the event none is in the first view"
    )
    forum.is_current = False
    forum.save()
    pictures = [attrs for attrs, _words in get("/en/").all("img")]
    assert [(attrs.get("fetchpriority"), attrs.get("loading")) for attrs in pictures] == [
        ("high", None), *[(None, "lazy")] * 3,
    ]  # fmt: skip
    for attrs in pictures:
        assert {"width", "height", "sizes"} <= set(attrs)
        assert attrs["alt"] == ""
    widths = [[part.split()[1] for part in attrs["srcset"].split(", ")] for attrs in pictures]
    assert widths == [["640w", "1280w"], *[["320w", "640w"]] * 3]


def test_the_programme_in_short(forum):
    for number in range(8):
        make_session(forum, ar=None, en=f"Session {number}", live=True)
    page = get("/en/")
    assert len(page.all("span", klass="short-day__time")) == 6
    assert "9 sessions" in page.words_of("span", klass="section__count")
