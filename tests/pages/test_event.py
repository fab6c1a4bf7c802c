"""The pages of events, their programmes and sessions, and of the people in them."""

import pytest
from django.test import Client

from events.models import Participation
from publishing import workflow
from resolutions.models import Academy, Committee, CommitteeMember, Course
from tests.factories import (
    chief,
    date,
    go_live,
    in_istanbul,
    make_article,
    make_attachment,
    make_decision,
    make_event,
    make_image,
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
        (
            "ar",
            [
                "إسطنبول",
                "تركيا",
                "الوقف",
                "MQF-2024",
                "العربية",
                "توقيت إسطنبول",
                "20 – 21 جمادى الآخرة 1446 هـ",
            ],
        ),
        (
            "en",
            [
                "Istanbul",
                "Türkiye",
                "The endowment",
                "MQF-2024",
                "Arabic",
                "20 – 21 Jumada al-Akhirah 1446 AH",
            ],
        ),
    ],
)
def test_the_facts_of_an_event(event, language, facts):
    page = get(path_of("event", language))
    assert [fact for fact in facts if fact not in page.main] == []
    assert {"2024-12-21", "2024-12-22"} <= {attrs["datetime"] for attrs, _words in page.all("time")}


@pytest.mark.parametrize(
    ("language", "words"), [("ar", "يُعلن التاريخ لاحقًا"), ("en", "Dates to be announced")]
)
def test_an_event_without_dates_says_so(language, words):
    make_event(**WORDS, starts_on=None, ends_on=None, live=True)
    page = get(path_of("event", language))
    assert page.all("time") == []
    assert words in page.main
    assert page.all("span", klass="hijri") == []


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


def test_who_took_part_in_what_is_public_stands_by_name(event):
    names = ["الياس", "أحمد", "إبراهيم", "البراء", "سامي"]
    people = [make_person(name_ar=name, name_en=f"Person {number}") for number, name in enumerate(names)]
    first = make_session(event, live=True, people=people[:4])
    Participation.objects.create(session=first, person=people[0], role="chair", order=9)
    make_session(event, live=True, people=people[1:3])
    make_session(event, people=people)
    make_session(live=True, people=people)
    page = get(path_of("event", "ar"))
    seen = page.words_of("p", klass="person__name")
    # Without ال and hamza: إبراهيم, أحمد, (ال)براء, (ال)ياس; who is in a session that is not public is not there.
    assert seen == ["إبراهيم مداخلة", "أحمد مداخلة", "البراء مداخلة", "الياس مداخلة و رئاسة الجلسة"]
    assert len(page.all("span", klass="portrait--none")) == 4


def test_an_event_asks_as_much_for_three_of_everything_as_for_one(event, client, django_assert_num_queries):
    event.closing_statement = make_article(live=True)
    event.save()
    for _count in range(3):
        make_session(event, live=True, people=[make_person(portrait=make_image()), make_person()])
        make_decision(event, live=True)
        make_article(event=event, live=True)
        with django_assert_num_queries(10):
            assert client.get(path_of("event", "en")).status_code == 200


def test_the_list_of_events_says_which_are_over(clock, event):
    day = event.starts_on
    for title, first, last in (
        ("Over", day.replace(day=1), day.replace(day=2)),
        ("Over last", day.replace(day=3), day.replace(day=22)),
        ("Far", day.replace(year=2027), day.replace(year=2027)),
        ("Soon", day.replace(day=24), day.replace(day=24)),
        ("Without dates", None, None),
        ("On", day.replace(day=23), day.replace(day=24)),
    ):
        make_event(ar=None, en=title, starts_on=first, ends_on=last, live=True)
    event.is_current = True
    event.save()

    def listed(language):
        return get(f"/{language}/events/").words_of("h3")

    # 23 December 2024: the forum is over, and still the one that the editors call the current event.
    assert listed("en") == ["English title", "On", "Soon", "Far", "Without dates", "Over last", "Over"]
    page = get("/en/events/")
    assert page.words_of("h2")[:3] == ["The current event", "Coming up", "Past events"]
    assert get("/ar/events/").words_of("h2")[:3] == ["الفعالية الحالية", "فعاليات قادمة", "فعاليات سابقة"]
    clock.goes_on(days=2)
    assert listed("en")[1:3] == ["Far", "Without dates"]


def test_events_that_are_over_are_leafed_through(clock, event):
    """The clock says 2024: what is to come stands on the first page only."""
    days = [event.starts_on.replace(year=2000 + number) for number in range(14)]
    for day in days:
        make_event(ar=None, en=f"Of {day.year}", starts_on=day, ends_on=day, live=True)
    make_event(ar=None, en="To come", starts_on=None, ends_on=None, live=True)
    first, second = get("/en/events/"), get("/en/events/?page=2")
    past = ["English title", *(f"Of {day.year}" for day in reversed(days))]
    assert first.words_of("h3") == ["To come", *past[:12]]
    assert second.words_of("h3") == past[12:]
    assert second.words_of("h2")[:1] == ["Past events"]
    assert "?page=2" in first.links and "?page=1" in second.links
    assert Client().get("/en/events/?page=3").status_code == 404


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
    make_article(ar=None, en="What was said there", sessions=[session], live=True)
    make_article(ar=None, en="Still secret", sessions=[session])
    make_article(ar="بالعربية وحدها", en=None, sessions=[session], live=True)
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
    assert page.words_of("h3", klass="row__title") == ["What was said there"]
    assert "News about the session" in page.words_of("h2")
    assert "Still secret" not in page.html
    assert page.links["/en/people/a-speaker/"] == "A speaker"
    assert "https://example.org/recording" in page.links
    assert page.links["/en/events/english/programme/"] == "Programme"


def frame_sources(path):
    policy = Client().get(path).headers["Content-Security-Policy"]
    return [part.split()[1:] for part in policy.split("; ") if part.startswith("frame-src")]


def test_a_recording_is_a_link_and_only_pages_of_sessions_may_frame_its_site(event):
    session = make_session(event, **WORDS, live=True, recording_url="https://youtu.be/abc-DEF_123")
    page = get(path_of("session", "ar"))
    assert page.links["https://youtu.be/abc-DEF_123"] == "تسجيل الجلسة"
    (recording,) = page.all("div", klass="recording")
    assert recording[0]["data-frame"] == "https://www.youtube-nocookie.com/embed/abc-DEF_123"
    # The button is shown by the script that makes it work, and names the site that will be asked.
    (offer,) = page.all("p", klass="recording__offer")
    assert "hidden" in offer[0]
    assert "عرض التسجيل هنا" in offer[1]
    assert "youtube-nocookie.com" in offer[1]
    assert page.all("iframe") == []
    assert frame_sources(path_of("session", "ar")) == [
        ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]
    ]
    assert frame_sources(path_of("event", "ar")) == frame_sources(f"{path_of('event', 'ar')}programme/") == []

    session.recording_url = "https://example.org/recording"
    session.save()
    page = get(path_of("session", "en"))
    assert page.links["https://example.org/recording"] == "Recording of the session"
    assert "on example.org" in page.main
    assert (page.all("p", klass="recording__offer"), "recording.js" in page.html) == ([], False)


@pytest.mark.parametrize(
    ("language", "facts", "neighbours"),
    [
        (
            "ar",
            ["الجلسة 2 من 4", "برنامج يوم السبت", "توقيت إسطنبول", "CSV · 3 كيلوبايت · الإنجليزية", "السبت 21 ديسمبر 2024"],
            ["قبلها 09:00 قبل", "الأحد 10:00 بعدها بعد"],
        ),
        (
            "en",
            ["Session 2 of 4", "The programme of Saturday", "Istanbul time", "CSV · 3 KB · English", "Saturday 21 December 2024"],
            ["Before it 09:00 Before", "Sunday 10:00 After it After"],
        ),
    ],
)  # fmt: skip
def test_a_session_knows_its_place_and_its_people(event, language, facts, neighbours):
    def at(hour, day=None):
        day = day or event.starts_on
        return {"starts_at": in_istanbul(day, hour), "ends_at": in_istanbul(day, hour + 1)}

    speaker, chair = (
        make_person(name_ar="متحدث", name_en="Speaker"),
        make_person(name_ar="رئيس", name_en="Leader"),
    )
    file = make_attachment(b"x" * 2600, title_ar="شرائح", title_en="Slides", language="en")
    session = make_session(event, **WORDS, live=True, people=[speaker], materials=[file], **at(10))
    Participation.objects.create(session=session, person=chair, role="chair", order=5)
    beside = make_room(event.venue, name_ar="قاعة ثانية", name_en="Second hall")
    make_session(event, ar="قبل", en="Before", live=True, **at(9))
    make_session(event, ar="معها", en="Beside", live=True, room=beside, **at(10))
    make_session(event, ar="بعد", en="After", live=True, **at(10, event.ends_on))
    make_session(event, ar="سر", en="Hidden", **at(11))
    page = get(path_of("session", language))
    assert [fact for fact in facts if fact not in page.main] == []
    assert [
        words
        for klass in ("neighbour--previous", "neighbour--next")
        for words in page.words_of("div", klass=klass)
    ] == neighbours
    assert [words.split()[0] for words in page.words_of("p", klass="person__name")] == (
        ["رئيس", "متحدث"] if language == "ar" else ["Leader", "Speaker"]
    )
    assert ("معها قاعة ثانية" if language == "ar" else "Beside Second hall") in page.main
    (link,) = [attrs for attrs, words in page.all("a") if words in ("شرائح", "Slides")]
    assert link["hreflang"] == "en"
    assert f"{path_of('event', language)}programme/#day-1" in page.links
    assert f"{path_of('session', language)}session.ics" in page.links


def test_a_session_without_a_time_says_so(event):
    make_session(event, **WORDS, live=True, starts_at=None, ends_at=None)
    for language, words in (("ar", "يُعلن الموعد لاحقًا"), ("en", "Time to be announced")):
        page = get(path_of("session", language))
        assert words in page.main
        assert page.words_of("nav", klass="neighbours") == []
        assert page.all("time") == []


def test_a_session_asks_as_much_for_three_of_everything_as_for_one(event, client, django_assert_num_queries):
    session = make_session(event, **WORDS, live=True)
    for order in range(3):
        Participation.objects.create(session=session, person=make_person(portrait=make_image()), order=order)
        session.materials.add(make_attachment())
        make_decision(event, session=session, live=True)
        make_article(event=event, sessions=[session], live=True)
        make_session(event, live=True, room=make_room(event.venue))
        with django_assert_num_queries(9):
            assert client.get(path_of("session", "en")).status_code == 200


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
    make_article(ar="حديث معه", en="An interview", people=[person], live=True)
    make_article(ar="سر", en="Secret", people=[person])
    paths = {"ar": "/ar/people/متحدث/", "en": "/en/people/a-speaker/"}
    page = get(paths[language])
    assert page.words_of("h1") == [{"ar": "متحدث", "en": "A speaker"}[language]]
    assert page.switch == paths[other]
    assert page.alternates == {code: absolute(path) for code, path in paths.items()}
    assert {"ar": "ندوة", "en": "A panel"}[language] in page.links.values()
    assert {"ar": "حديث معه", "en": "An interview"}[language] in page.links.values()
    assert not {"سر", "Secret"} & set(page.links.values())
    if language == "en":
        assert "Speaker and Chair" in page.main
        assert "Sample" in page.main
    assert moved(f"/{language}{paths[other][3:]}") == paths[language]


def test_nobody_is_announced_before_what_they_stand_in_is(event):
    person = make_person(name_ar="ضيف الغد", name_en="Guest of tomorrow", biography_en="Secret life")
    session, article = make_session(event, people=[person]), make_article(people=[person])
    for path in ("/ar/people/ضيف-الغد/", "/en/people/guest-of-tomorrow/", "/ar/people/guest-of-tomorrow/"):
        assert "Secret" not in get(path, 404).html
    for document in (session, article):
        go_live(document, "ar")
        assert "Guest of tomorrow" in get("/en/people/guest-of-tomorrow/").words_of("h1")
        workflow.withdraw(document, "ar", chief())
        get("/en/people/guest-of-tomorrow/", 404)


def test_the_courses_of_a_person_are_those_of_public_decisions(event):
    person = make_person(name_en="A teacher")
    live, hidden = make_decision(event, live=True), make_decision(event)
    for decision, title in ((live, "Public course"), (hidden, "Secret course")):
        Academy.objects.create(decision=decision, name_ar="الأكاديمية", name_en="The academy")
        Course.objects.create(
            decision=decision,
            lecturer=person,
            title_ar="مقرر",
            title_en=title,
            subject_ar="تاريخ",
            subject_en="History",
        )
    # Without an academy the page of the decision shows no courses, and nor does that of the person.
    Course.objects.create(
        decision=make_decision(event, live=True), lecturer=person, title_en="Lost", subject_en="S"
    )
    page = get("/en/people/a-teacher/")
    assert "Lost" not in page.html
    assert ("Public course" in page.main, "Secret course" in page.html) == (True, False)


def test_the_committees_of_a_person_are_those_of_public_decisions(event):
    person = make_person(name_ar="عضو", name_en="A member", biography_ar="", biography_en="")
    for decision in (
        make_decision(event, ar="لجنة عامة", en="Public committee", live=True),
        make_decision(event, ar="لجنة سرية", en="Secret committee"),
    ):
        Committee.objects.create(decision=decision, name_ar="اللجنة", name_en="The committee")
        CommitteeMember.objects.create(
            decision=decision, person=person, role_ar="أمين السر", role_en="Secretary"
        )
    page = get("/en/people/a-member/")
    assert "Committees Secretary The committee Formed by: Public committee Adopted" in page.main
    assert "Secret committee" not in page.html
    assert "لجنة عامة تم الاعتماد" in get("/ar/people/عضو/").main
    assert len(page.all("span", klass="portrait--none")) == 1


def test_a_person_has_sessions_by_the_clocks_of_their_events(client, django_assert_num_queries):
    person = make_person(name_en="A speaker", portrait=make_image(alt_en="Their portrait"))
    for number in range(3):
        event = make_event(
            live=True, starts_on=date(2025, 1, 1), ends_on=date(2025, 1, 2), time_zone="Asia/Kuala_Lumpur"
        )
        start = in_istanbul(date(2025, 1, 1), 20 - number)
        make_session(event, en=f"Session {number}", live=True, people=[person], starts_at=start, ends_at=None)
        decision = make_decision(event, live=True)
        Committee.objects.create(decision=decision, name_ar="اللجنة", name_en="The committee")
        CommitteeMember.objects.create(decision=decision, person=person)
        with django_assert_num_queries(8):
            assert client.get("/en/people/a-speaker/").status_code == 200
    page = get("/en/people/a-speaker/")
    # Eight in the evening in Istanbul is one in the morning of the next day there.
    assert page.words_of("p", klass="meta")[:3] == [
        "1 January 2025 · 23:00", "2 January 2025 · 00:00", "2 January 2025 · 01:00",
    ]  # fmt: skip
    assert [attrs["alt"] for attrs, _words in page.all("img", klass="portrait")] == ["Their portrait"]
