"""The page of an article."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from publishing import dates, workflow
from tests.factories import (
    chief,
    draft_over_live,
    go_live,
    make_article,
    make_decision,
    make_event,
    make_image,
    make_page,
    make_person,
    make_recommendation,
    make_session,
    make_topic,
    second_chief,
    write,
)
from tests.pages.reading import absolute, get, moved

pytestmark = pytest.mark.django_db

WORDS = {
    "ar": {
        "title": "اختتام الملتقى",
        "slug": "ختام",
        "kicker": "تقرير",
        "summary": "اختتم الملتقى أعماله.",
        "body": "<h2>القرارات</h2><p>اتخذ الملتقى ثلاثة قرارات.</p>",
        "byline": "هيئة التحرير",
        "dateline": "إسطنبول",
    },
    "en": {
        "title": "The forum closes",
        "slug": "closing",
        "kicker": "Report",
        "summary": "The forum ended its work.",
        "body": "<h2>Decisions</h2><p>The forum took three decisions.</p>",
        "byline": "The editors",
        "dateline": "Istanbul",
    },
}
PATHS = {"ar": "/ar/news/ختام/", "en": "/en/news/closing/"}


@pytest.fixture
def article():
    return make_article(**WORDS, live=True)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_all_its_words_in_the_language_of_the_address(article, language, direction):
    page, words = get(PATHS[language]), WORDS[language]
    assert page.language == (language, direction)
    assert page.words_of("h1") == [words["title"]]
    assert page.title.startswith(words["title"])
    assert words["body"] in page.html
    assert all(words[name] in page.main for name in ("kicker", "summary", "byline", "dateline"))
    other = WORDS["en" if language == "ar" else "ar"]
    assert not any(
        other[name] in page.html for name in ("title", "kicker", "summary", "body", "byline", "dateline")
    )


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
def test_the_switch_reaches_the_same_article_and_both_say_so(article, language, other):
    page = get(PATHS[language])
    assert page.alternates == {code: absolute(path) for code, path in PATHS.items()}
    assert page.canonical == [absolute(PATHS[language])]
    assert get(page.switch).words_of("h1") == [WORDS[other]["title"]]
    assert get(get(page.switch).switch).words_of("h1") == [WORDS[language]["title"]]


def test_a_draft_changes_nothing_until_it_is_published(article):
    before = get(PATHS["ar"]).main
    draft_over_live(article, "ar", title="عنوان أحدث", body="<p>متن أحدث</p>")
    assert get(PATHS["ar"]).main == before
    go_live(article, "ar")
    after = get(PATHS["ar"])
    assert (after.words_of("h1"), "متن أحدث" in after.main, "ثلاثة قرارات" in after.main) == (
        ["عنوان أحدث"],
        True,
        False,
    )
    assert get(PATHS["en"]).words_of("h1") == ["The forum closes"]


def test_it_says_when_it_was_published_and_updated():
    now = timezone.now()
    article = make_article(ar=None, en=WORDS["en"])
    go_live(article, at=now - timedelta(days=400))
    page = get(PATHS["en"])
    days = [attrs["datetime"] for attrs, _words in page.all("time")]
    published = timezone.localdate(now - timedelta(days=400)).isoformat()
    assert days == [published]
    assert "Updated" not in page.main
    write(article, "en", summary="Ended.")
    go_live(article, at=now - timedelta(days=100))
    page = get(PATHS["en"])
    updated = timezone.localdate(now - timedelta(days=100)).isoformat()
    assert {attrs["datetime"] for attrs, _words in page.all("time")} == {published, updated}
    assert "Published on" in page.main
    assert "Updated on" in page.main


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["A minor change", "The text was changed", "First published"]),
        ("ar", ["تعديل طفيف", "عُدّل النص", "نُشر أول مرة"]),
    ],
)
def test_every_public_text_of_it_is_listed_with_its_date_and_weight(language, said):
    """Drafts between them are nobody's business, and neither is the note that an editor wrote."""
    now = timezone.now()
    article = make_article(**{"ar": None, "en": None, language: WORDS[language]})
    days = [timezone.localdate(now - timedelta(days=age)) for age in (30, 200, 400)]
    go_live(article, language, at=now - timedelta(days=400))
    write(article, language, body="<p>2</p>", note="secret note")
    go_live(article, language, at=now - timedelta(days=200))
    write(article, language, body="<p>never public</p>")
    write(article, language, body="<p>2.</p>")
    workflow.publish(article, language, second_chief(), at=now - timedelta(days=30), is_minor=True)
    write(article, language, body="<p>3, not public</p>")
    page = get(PATHS[language])
    ((_attrs, words),) = page.all("details", klass="history")
    with override(language):
        expected = [(day.isoformat(), dates.hijri(day), what) for day, what in zip(days, said, strict=True)]
    changes = page.all("li", klass="history__change")
    assert len(changes) == 3
    assert all(
        hijri in row and what in row for (_day, hijri, what), (_a, row) in zip(expected, changes, strict=True)
    )
    assert [day for day, _hijri, _what in expected] == [
        attrs["datetime"]
        for attrs, _words in page.all("time")
        if attrs["datetime"] in {d.isoformat() for d in days}
    ][-3:]
    assert "not public" not in page.html
    assert "secret" not in page.html


def test_what_it_is_about_and_what_is_beside_it():
    event = make_event(ar="الملتقى", en="The forum", live=True)
    session = make_session(event, ar="الختام", en="The closing session", live=True)
    unseen = make_session(event, ar="مخفية", en="Hidden session")
    decision = make_decision(event, en="A committee is formed", session=session, live=True)
    recommendation = make_recommendation(event, ar="فريق قانوني", en=None, session=unseen, live=True)
    hidden = make_decision(event, en="Hidden decision")
    named = [make_session(event, en="A workshop", live=True), make_session(event, en="Hidden workshop")]
    topic = make_topic(name_ar="القدس", name_en="Jerusalem")
    article = make_article(
        **WORDS, live=True, event=event, topics=[topic], resolutions=[decision, recommendation, hidden],
        sessions=named, people=[make_person(name_en="A speaker")],
    )  # fmt: skip
    page = get(PATHS["en"])
    assert (
        page.links[f"/en/decisions/{decision.revisions.get(language_code='en').slug}/"]
        == "A committee is formed"
    )
    assert "فريق قانوني" in page.links.values()
    ((_attrs, about),) = page.all("dl", klass="about")
    day = "21 December 2024"
    assert " ".join(about.split()) == (
        f"Event The forum Session A workshop {day} Adopted in the session The closing session {day} "
        "In this article A speaker"
    )
    assert page.links["/en/people/a-speaker/"] == "A speaker"
    assert "Hidden" not in page.html
    assert page.links["/en/topics/jerusalem/"] == "Jerusalem"
    assert "The forum" in page.links.values()
    assert f"/d/{article.pk}/" in page.links
    (attrs, _words) = next(item for item in page.all("a") if item[1] == "فريق قانوني")
    assert (attrs["lang"], attrs["dir"]) == ("ar", "rtl")


def test_the_day_of_a_session_is_that_of_its_place():
    event = make_event(live=True, time_zone="Asia/Jakarta")
    late = datetime(2024, 12, 21, 19, 0, tzinfo=UTC)  # the 22nd in Jakarta, the 21st in Istanbul
    session = make_session(event, live=True, starts_at=late, ends_at=late + timedelta(hours=1))
    make_article(**WORDS, live=True, sessions=[session])
    ((_attrs, about),) = get(PATHS["en"]).all("dl", klass="about")
    assert about.split()[-3:] == ["22", "December", "2024"]


def test_its_neighbours_in_time_and_language():
    now = timezone.now()
    for days, title in ((3, "Earlier"), (2, "Middle"), (1, "Later")):
        go_live(make_article(ar=None, en={"title": title}), at=now - timedelta(days=days))
    go_live(make_article(ar="عربي بينهما", en=None), at=now - timedelta(days=2, hours=1))
    make_article(ar=None, en="A draft")
    assert neighbours("/en/news/middle/") == {"/en/news/earlier/": "Earlier", "/en/news/later/": "Later"}
    assert neighbours("/en/news/earlier/") == {"/en/news/middle/": "Middle"}
    assert neighbours("/en/news/later/") == {"/en/news/middle/": "Middle"}
    ((_attrs, words),) = get("/en/news/middle/").all("nav", klass="neighbours")
    with override("en"):
        shown = [dates.shown(timezone.localdate(now - timedelta(days=age)), "DATE_FORMAT") for age in (3, 1)]
    assert [day in words for day in shown] == [True, True]


def test_a_withdrawn_or_renamed_text_costs_no_more_for_its_many_revisions(django_assert_num_queries):
    gone = make_article(ar=None, en={"title": "Gone", "slug": "gone"})
    moved_on = make_article(ar=None, en={"title": "Moved", "slug": "first"})
    for rows, queries in ((1, (6, 3)), (3, (6, 3))):
        for number in range(rows):
            for document, name in ((gone, "gone"), (moved_on, "first")):
                write(document, "en", slug=name, summary=f"{rows} {number}")
                go_live(document, "en")
        write(moved_on, "en", slug="last")
        go_live(moved_on, "en")
        workflow.withdraw(gone, "en", chief())
        for path, status, number in (("gone", 404, queries[0]), ("first", 301, queries[1])):
            with django_assert_num_queries(number):
                assert Client().get(f"/en/news/{path}/").status_code == status


def test_the_texts_of_one_release_are_neighbours_too():
    moment = timezone.now() - timedelta(days=2)
    for title in ("Earlier", "Middle", "Later"):
        go_live(make_article(ar=None, en={"title": title}), at=moment)
    assert neighbours("/en/news/middle/") == {"/en/news/earlier/": "Earlier", "/en/news/later/": "Later"}
    assert neighbours("/en/news/earlier/") == {"/en/news/middle/": "Middle"}
    assert neighbours("/en/news/later/") == {"/en/news/middle/": "Middle"}


def neighbours(path):
    return {
        href: words
        for href, words in get(path).links.items()
        if words in ("Earlier", "Middle", "Later", "عربي بينهما", "A draft")
    }


def test_its_picture_has_the_words_of_the_language():
    picture = make_image(
        alt_ar="نقش", alt_en="A pattern", caption_en="Drawn for the forum", credit_en="The forum"
    )
    make_article(**WORDS, live=True, picture=picture)
    assert [attrs["alt"] for attrs, _words in get(PATHS["ar"]).all("img")] == ["نقش"]
    english = get(PATHS["en"])
    assert [attrs["alt"] for attrs, _words in english.all("img")] == ["A pattern"]
    assert "Drawn for the forum" in english.main


def test_what_was_typed_is_escaped_and_the_body_is_not():
    make_article(
        ar=None,
        en={
            "title": "Five < six & <b>bold</b>",
            "slug": "five",
            "body": "<p>Five &lt; <strong>six</strong></p>",
        },
        live=True,
    )
    page = get("/en/news/five/")
    assert page.words_of("h1") == ["Five < six & <b>bold</b>"]
    assert page.words_of("strong") == ["six"]
    assert "<b>bold" not in page.html


def test_its_short_address_is_there_to_be_shared(article):
    for language in ("ar", "en"):
        page = get(PATHS[language])
        ((attrs, words),) = page.all("a", klass="share__address")
        assert (attrs["href"], words) == (f"/d/{article.pk}/", absolute(f"/d/{article.pk}/"))
        # What only a script can do is not offered without one; what it will say is there to be heard.
        ((buttons, _words),) = page.all("p", klass="share__buttons")
        assert "hidden" in buttons
        assert page.words_of("p", klass="share__said", role="status") == [""]
    ((box, _words),) = get(PATHS["ar"]).all("section", klass="share")
    assert box["data-copied"] == "نُسخ الرابط."


# ---- Addresses


def test_every_earlier_address_redirects_to_the_present_one():
    article = make_article(ar=WORDS["ar"], en={"title": "One", "slug": "one"}, live=True)
    for slug in ("two", "three"):
        write(article, "en", slug=slug)
        go_live(article, "en")
    assert {moved(f"/en/news/{slug}/") for slug in ("one", "two")} == {"/en/news/three/"}
    assert get("/en/news/three/").words_of("h1") == ["One"]


def test_an_address_that_was_only_a_draft_is_none():
    article = make_article(ar=None, en={"title": "One", "slug": "one"}, live=True)
    write(article, "en", slug="never-public")
    write(article, "en", slug="two")
    go_live(article, "en")
    get("/en/news/never-public/", 404)


def test_the_address_of_the_other_language_leads_to_the_one_of_this(article):
    assert moved("/en/news/ختام/") == "/en/news/closing/"
    assert moved("/ar/news/closing/") == "/ar/news/ختام/"


def test_an_address_belongs_to_whom_it_is_now():
    first = make_article(ar=None, en={"title": "First", "slug": "address"}, live=True)
    write(first, "en", slug="first")
    go_live(first, "en")
    make_article(ar=None, en={"title": "Second", "slug": "address"}, live=True)
    assert get("/en/news/address/").words_of("h1") == ["Second"]
    assert get("/en/news/first/").words_of("h1") == ["First"]


def test_an_address_is_of_its_kind(article):
    make_page(ar=None, en={"title": "About", "slug": "about"}, live=True)
    get("/en/news/about/", 404)
    get("/en/pages/closing/", 404)
    get("/en/decisions/closing/", 404)


def test_a_withdrawn_article_is_gone_with_all_its_addresses(article):
    write(article, "en", slug="renamed")
    go_live(article, "en")
    for language in ("ar", "en"):
        workflow.withdraw(article, language, chief())
    for path in ("/en/news/renamed/", "/en/news/closing/", "/ar/news/ختام/", f"/d/{article.pk}/"):
        get(path, 404)


def test_the_same_for_everybody(article, author):
    """No page depends on who reads it: nothing of a session, no cookie."""
    from tests.personas import signed_in

    response = Client().get(PATHS["ar"])
    assert not response.cookies
    assert get(PATHS["ar"], client=signed_in(author)).main == get(PATHS["ar"]).main
