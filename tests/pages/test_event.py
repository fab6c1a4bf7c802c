"""The pages of events, their programmes and sessions, and of the people in them."""

import pytest

from events.models import Participation
from resolutions.models import (
    Course,
)
from tests.factories import (
    go_live,
    make_article,
    make_attachment,
    make_decision,
    make_event,
    make_organisation,
    make_person,
    make_recommendation,
    make_room,
    make_session,
    make_venue,
    write,
)
from tests.pages.reading import absolute, get, moved

pytestmark = pytest.mark.django_db

FOLDERS = {
    "page": "pages",
    "event": "events",
    "session": "sessions",
    "decision": "decisions",
    "recommendation": "recommendations",
}
WORDS = {
    "ar": {
        "title": "عنوان عربي",
        "slug": "عربي",
        "summary": "موجز عربي",
        "body": "<p>متن <strong>عربي</strong></p>",
    },
    "en": {
        "title": "English title",
        "slug": "english",
        "summary": "English summary",
        "body": "<p>English <strong>body</strong></p>",
    },
}
BOTH = [("ar", "en", "rtl"), ("en", "ar", "ltr")]


def path_of(kind, language):
    return f"/{language}/{FOLDERS[kind]}/{WORDS[language]['slug']}/"


# ---- Events and programmes


@pytest.fixture
def event():
    venue = make_venue(name_ar="مركز", name_en="Centre", city_ar="إسطنبول", city_en="Istanbul", country="TR")
    return make_event(
        **WORDS,
        live=True,
        code="MQF-2024",
        venue=venue,
        hosts=[make_organisation(name_ar="الوقف", name_en="The endowment")],
    )


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("ar", ["إسطنبول", "تركيا", "الوقف", "MQF-2024", "العربية"]),
        ("en", ["Istanbul", "Türkiye", "The endowment", "MQF-2024", "Arabic"]),
    ],
)
def test_the_facts_of_an_event(event, language, facts):
    page = get(path_of("event", language))
    assert [fact for fact in facts if fact not in page.main] == []
    assert {"2024-12-21", "2024-12-22"} <= {attrs["datetime"] for attrs, _words in page.all("time")}


@pytest.mark.parametrize(("language", "words"), [("ar", "لم تُعلَن"), ("en", "Dates to be announced")])
def test_an_event_without_dates_says_so(language, words):
    make_event(**WORDS, starts_on=None, ends_on=None, live=True)
    page = get(path_of("event", language))
    assert page.all("time") == []
    if language == "en":
        assert words in page.main


def test_what_an_event_led_to(event):
    make_session(event, ar=None, en="The opening", live=True)
    make_decision(event, ar=None, en="A committee", live=True)
    make_recommendation(event, ar=None, en="A council", live=True)
    make_article(ar=None, en="The report", event=event, live=True)
    event.closing_statement = make_article(ar=None, en="The closing words", live=True)
    event.save()
    for make in (make_session, make_decision, make_recommendation):
        make(event, ar=None, en="Still secret")
        make(ar=None, en="Of another event", live=True)
    page = get(path_of("event", "en"))
    seen = [
        "The opening",
        "A committee",
        "A council",
        "The report",
        "The closing words",
        "Still secret",
        "Of another event",
    ]
    assert [words for words in seen if words in page.html] == seen[:5]


@pytest.mark.parametrize(("language", "other", "direction"), BOTH)
def test_the_programme(event, language, other, direction):
    room = make_room(event.venue, name_ar="القاعة الكبرى", name_en="The great hall")
    make_session(event, ar="الافتتاح", en="The opening", room=room, live=True)
    page = get(f"{path_of('event', language)}programme/")
    assert page.language == (language, direction)
    assert page.switch == f"{path_of('event', other)}programme/"
    assert page.alternates == {code: absolute(f"{path_of('event', code)}programme/") for code in ("ar", "en")}
    title, hall = (("الافتتاح", "القاعة الكبرى"), ("The opening", "The great hall"))[language == "en"]
    assert title in page.links.values()
    assert hall in page.main
    assert "2024-12-21T10:00:00+03:00" in {attrs["datetime"] for attrs, _words in page.all("time")}
    calendar = f"{path_of('event', language)}programme.ics"
    assert page.data("text/calendar") == [calendar]
    assert get(path_of("event", language)).data("text/calendar") == [calendar]


def test_a_programme_without_sessions_offers_no_calendar(event):
    for path in (path_of("event", "en"), f"{path_of('event', 'en')}programme/"):
        assert get(path).data("text/calendar") == []


def test_a_programme_of_several_rooms_is_a_table(event):
    for order, hall in enumerate(("First hall", "Second hall")):
        make_session(
            event, en=f"In the {hall}", room=make_room(event.venue, name_en=hall, order=order), live=True
        )
    page = get(f"{path_of('event', 'en')}programme/")
    assert page.words_of("th", scope="col")[1:] == ["First hall", "Second hall"]
    assert {"In the First hall", "In the Second hall"} <= set(page.links.values())


def test_the_old_address_of_a_programme_redirects_to_the_programme(event):
    write(event, "en", slug="renamed")
    go_live(event, "en")
    assert moved("/en/events/english/programme/") == "/en/events/renamed/programme/"


# ---- Sessions and people


def test_a_session(event):
    person = make_person(name_ar="متحدث", name_en="A speaker", role_line_en="Historian")
    room = make_room(event.venue, name_en="The great hall")
    session = make_session(
        event,
        **WORDS,
        live=True,
        people=[person],
        room=room,
        countries=["TR", "MY"],
        languages=["ar"],
        recording_url="https://example.org/recording",
        materials=[make_attachment(title_en="Slides")],
    )
    make_decision(event, ar=None, en="A committee", session=session, live=True)
    make_decision(event, ar=None, en="Still secret", session=session)
    page = get(path_of("session", "en"))
    facts = [
        "A speaker",
        "Historian",
        "Speaker",
        "The great hall",
        "Türkiye",
        "Malaysia",
        "Arabic",
        "Slides",
        "A committee",
        "Panel discussion",
    ]
    assert [fact for fact in facts if fact not in page.main] == []
    assert "Still secret" not in page.html
    assert page.links["/en/people/a-speaker/"] == "A speaker"
    assert "https://example.org/recording" in page.links
    assert page.links["/en/events/english/programme/"] == "Programme"


def test_a_session_of_an_event_that_is_not_public_does_not_name_it():
    make_session(make_event(ar="حدث سري", en="Secret event"), **WORDS, live=True)
    page = get(path_of("session", "en"))
    assert "Secret event" not in page.html
    assert "حدث سري" not in page.html


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
def test_a_person(event, language, other):
    person = make_person(name_ar="متحدث", name_en="A speaker", is_sample=True)
    session = make_session(event, ar="ندوة", en="A panel", people=[person], live=True)
    Participation.objects.create(session=session, person=person, role="chair", order=1)
    make_session(event, ar="سر", en="Secret", people=[person])
    paths = {"ar": "/ar/people/متحدث/", "en": "/en/people/a-speaker/"}
    page = get(paths[language])
    assert page.words_of("h1") == [{"ar": "متحدث", "en": "A speaker"}[language]]
    assert page.switch == paths[other]
    assert page.alternates == {code: absolute(path) for code, path in paths.items()}
    assert {"ar": "ندوة", "en": "A panel"}[language] in page.links.values()
    assert not {"سر", "Secret"} & set(page.links.values())
    if language == "en":
        assert "Speaker and Chair" in page.main
        assert "Sample" in page.main
    assert moved(f"/{language}{paths[other][3:]}") == paths[language]


def test_the_courses_of_a_person_are_those_of_public_decisions(event):
    person = make_person(name_en="A teacher")
    live, hidden = make_decision(event, live=True), make_decision(event)
    for decision, title in ((live, "Public course"), (hidden, "Secret course")):
        Course.objects.create(
            decision=decision,
            lecturer=person,
            title_ar="مقرر",
            title_en=title,
            subject_ar="تاريخ",
            subject_en="History",
        )
    page = get("/en/people/a-teacher/")
    assert ("Public course" in page.main, "Secret course" in page.html) == (True, False)
