"""The lists: news, events, decisions, recommendations."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories import (
    go_live,
    make_article,
    make_decision,
    make_event,
    make_image,
    make_organisation,
    make_page,
    make_recommendation,
    make_venue,
    write,
)
from tests.pages.reading import absolute, get

pytestmark = pytest.mark.django_db

LISTS = {
    "news": ("الأخبار", "News", make_article),
    "events": ("الفعاليات", "Events", make_event),
    "decisions": ("القرارات", "Decisions", make_decision),
    "recommendations": ("التوصيات", "Recommendations", make_recommendation),
}
KINDS = sorted(LISTS)


def titles(page, *known):
    """Which of the ``known`` titles the page links to, in its order."""
    return [words for words in page.links.values() if words in known]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_list_says_so_in_the_language_of_the_address(name, language):
    page = get(f"/{language}/{name}/")
    heading = LISTS[name][language == "en"]
    assert page.language == (language, "rtl" if language == "ar" else "ltr")
    assert page.words_of("h1") == [heading]
    assert page.title.strip().startswith(heading)
    ((_attrs, words),) = page.all("div", klass="empty")
    # Where else to look: the same list in the other language, or another list.
    others = {f"/{language}/{other}/" for other in KINDS if other != name}
    assert len(words.split()) > 6
    assert others & set(page.links)


@pytest.mark.parametrize("name", KINDS)
def test_both_languages_of_a_list_know_each_other(name):
    for language, other in (("ar", "en"), ("en", "ar")):
        page = get(f"/{language}/{name}/")
        assert page.switch == f"/{other}/{name}/"
        assert page.alternates == {code: absolute(f"/{code}/{name}/") for code in ("ar", "en")}
        assert page.canonical == [absolute(f"/{language}/{name}/")]


@pytest.mark.parametrize("name", ["decisions", "recommendations"])
def test_a_list_of_resolutions_is_there_as_data(name):
    for language in ("ar", "en"):
        page = get(f"/{language}/{name}/")
        assert page.data("application/json") == [f"/{language}/{name}.json"]
        assert page.data("text/csv") == [f"/{language}/{name}.csv"]


@pytest.mark.parametrize("name", KINDS)
def test_a_list_shows_the_live_texts_of_its_kind_and_language(name):
    make = LISTS[name][2]
    make(ar="منشور", en="Published", live=True)
    make(ar="مسودة", en="Draft")
    make_page(en="Another kind", live=True)
    english, arabic = get(f"/en/{name}/"), get(f"/ar/{name}/")
    known = ("منشور", "Published", "مسودة", "Draft")
    assert titles(english, *known) == ["Published"]
    assert titles(arabic, *known) == ["منشور"]
    assert [words for words in english.links.values() if words == "Another kind"] == titles(
        english, "Another kind"
    )


@pytest.mark.parametrize("name", ["events", "decisions", "recommendations"])
def test_a_list_of_record_names_what_is_not_translated_in_its_own_language(name):
    LISTS[name][2](ar="بلا ترجمة", en=None, live=True)
    ((attrs, _words),) = [item for item in get(f"/en/{name}/").all("a") if item[1] == "بلا ترجمة"]
    assert (attrs["lang"], attrs["dir"]) == ("ar", "rtl")


def test_the_news_names_only_what_can_be_read_in_the_language():
    make_article(ar="بلا ترجمة", en=None, live=True)
    assert "بلا ترجمة" not in get("/en/news/").html


# ---- Order


def test_news_by_the_first_publication_so_that_a_correction_moves_nothing_up():
    now = timezone.now()
    old = make_article(ar=None, en="Old")
    go_live(old, at=now - timedelta(days=9))
    go_live(make_article(ar=None, en="New"), at=now - timedelta(days=1))
    write(old, "en", title="Old, corrected")
    go_live(old)
    assert titles(get("/en/news/"), "New", "Old", "Old, corrected") == ["New", "Old, corrected"]


def test_events_to_come_first_then_the_latest():
    for title, day in (("2022", date(2022, 5, 1)), ("2024", date(2024, 12, 21)), ("To come", None)):
        make_event(ar=None, en=title, starts_on=day, ends_on=day, live=True)
    assert titles(get("/en/events/"), "2022", "2024", "To come") == ["To come", "2024", "2022"]


@pytest.mark.parametrize(
    ("name", "make"), [("decisions", make_decision), ("recommendations", make_recommendation)]
)
def test_resolutions_by_event_and_in_its_order(name, make):
    older = make_event(starts_on=date(2022, 5, 1), ends_on=date(2022, 5, 1))
    newer = make_event()
    make(older, ar=None, en="Older", live=True)
    make(newer, ar=None, en="Second", order=2, live=True)
    make(newer, ar=None, en="First", order=1, live=True)
    assert titles(get(f"/en/{name}/"), "First", "Second", "Older") == ["First", "Second", "Older"]


def test_an_event_without_dates_does_not_push_the_others_off_the_top():
    """Databases disagree on where "no date" stands; the list does not."""
    make_decision(make_event(starts_on=None, ends_on=None), ar=None, en="Undated", adopted_on=None, live=True)
    make_decision(make_event(), ar=None, en="Dated", live=True)
    assert titles(get("/en/decisions/"), "Undated", "Dated") == ["Dated", "Undated"]


def test_a_resolution_shows_its_facts():
    event = make_event(code="MQF-2024")
    body = make_organisation(name_ar="الوقف", name_en="The endowment")
    make_decision(event, en="A committee", responsible=[body], due_on=date(2025, 6, 30), live=True)
    page = get("/en/decisions/")
    assert "MQF-2024-D1" in page.words_of("bdi")
    assert all(words in page.main for words in ("Adopted", "The endowment", "MQF-2024"))
    assert "2025-06-30" in {attrs["datetime"] for attrs, _words in page.all("time")}


# ---- Pages of a list


@pytest.mark.parametrize(("name", "size"), [("news", 12), ("decisions", 20), ("recommendations", 20)])
def test_a_long_list_has_pages(name, size):
    event = make_event()
    for number in range(size + 1):
        facts = {"order": number, "event": event} if name != "news" else {}
        LISTS[name][2](ar=None, en=f"Number {number} of many", live=True, **facts)
    first, second = get(f"/en/{name}/"), get(f"/en/{name}/?page=2")
    seen = [{words for words in page.links.values() if words.endswith("of many")} for page in (first, second)]
    assert [len(words) for words in seen] == [size, 1]
    assert len(seen[0] | seen[1]) == size + 1
    assert [href for href in first.links if href.startswith("?")] == ["?page=2"]
    assert [href for href in second.links if href.startswith("?")] == ["?page=1"]
    assert second.canonical == [absolute(f"/en/{name}/?page=2")]
    assert second.alternates == {}
    assert second.switch == f"/ar/{name}/"
    get(f"/en/{name}/?page=3", 404)


# ---- Queries


def fill(name, event):
    facts = {"live": True}
    if name == "news":
        facts |= {"picture": make_image()}
    elif name == "events":
        facts |= {"venue": make_venue()}
    else:
        facts |= {"event": event, "responsible": [make_organisation(), make_organisation()]}
    LISTS[name][2](**facts)


@pytest.mark.parametrize(
    ("name", "queries"), [("news", 4), ("events", 4), ("decisions", 6), ("recommendations", 6)]
)
def test_queries(name, queries, django_assert_num_queries):
    event = make_event(live=True)
    for _rows in range(3):
        fill(name, event)
        make_page(live=True)
        with django_assert_num_queries(queries):
            get(f"/en/{name}/")
