"""The programme as a page: who is in it, whose clocks it goes by, and what of it a reader asked for."""

import pytest

from events.models import Participation
from tests.factories import (
    in_istanbul,
    make_event,
    make_person,
    make_room,
    make_session,
    make_venue,
    scheduled,
)
from tests.pages.reading import get

pytestmark = pytest.mark.django_db

PATHS = {"ar": "/ar/events/ملتقى/programme/", "en": "/en/events/forum/programme/"}


@pytest.fixture
def event():
    venue = make_venue(name_ar="مركز", name_en="Centre")
    return make_event(
        ar={"title": "الملتقى", "slug": "ملتقى"},
        en={"title": "The forum", "slug": "forum"},
        live=True,
        venue=venue,
    )


@pytest.fixture
def sessions(event):
    """A panel and two workshops on the first day, in three rooms; and a showcase in a fourth that is not public yet."""
    made = []
    kinds = (("panel", 10), ("workshop", 10), ("workshop", 13), ("showcase", 15))
    for number, (kind, hour) in enumerate(kinds, start=1):
        made.append(
            make_session(
                event, ar=f"جلسة {number}", en=f"Session {number}", live=number < 4, session_kind=kind,
                room=make_room(event.venue, name_ar=f"قاعة {number}", name_en=f"Hall {number}", order=number),
                starts_at=in_istanbul(event.starts_on, hour), ends_at=in_istanbul(event.starts_on, hour + 1),
            )
        )  # fmt: skip
    scheduled(made[3], "en")
    return made


def titles(page):
    return [words for words in page.words_of("h3") if words]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ["جميع الأوقات بتوقيت إسطنبول", "20 – 21 جمادى الآخرة 1446 هـ", "رئاسة الجلسة: الرئيسة", "متحدث أول و مدرّب ثانٍ"]),
        ("en", ["All times are in Istanbul time.", "20 – 21 Jumada al-Akhirah 1446 AH", "Chair: The chair", "First and Second"]),
    ],
)  # fmt: skip
def test_a_programme_names_people_rooms_and_clocks(event, sessions, language, words):
    names = [("متحدث أول", "First"), ("الرئيسة", "The chair"), ("مدرّب ثانٍ", "Second")]
    for order, (arabic, english) in enumerate(names):
        person = make_person(name_ar=arabic, name_en=english)
        role = "chair" if order == 1 else "speaker"
        Participation.objects.create(session=sessions[0], person=person, role=role, order=order)
    page = get(PATHS[language])
    assert [word for word in words if word not in page.main] == []
    rooms = ["قاعة 1", "قاعة 2", "قاعة 3"] if language == "ar" else ["Hall 1", "Hall 2", "Hall 3"]
    assert page.words_of("th", scope="col")[1:] == rooms
    # A room, a kind and a session that nobody has published are in no cell and in no choice.
    for secret in ("Session 4", "جلسة 4", "Hall 4", "قاعة 4", "showcase"):
        assert secret not in page.html


def test_a_reader_chooses_what_is_shown(event, sessions):
    whole = get(PATHS["en"])
    assert titles(whole) == ["Session 1", "Session 2", "Session 3"]
    assert whole.words_of("option") == []

    make_session(
        event, ar=None, en="Tomorrow", live=True, session_kind="workshop", room=sessions[1].room,
        starts_at=in_istanbul(event.ends_on, 10), ends_at=in_istanbul(event.ends_on, 11),
    )  # fmt: skip
    days, rooms = ["All days", "Saturday 21 December", "Sunday 22 December"], ["Hall 1", "Hall 2", "Hall 3"]
    kinds = ["All kinds", "Panel discussion", "Workshop"]
    assert get(PATHS["en"]).words_of("option") == [*days, "All rooms", *rooms, *kinds]

    page = get(f"{PATHS['en']}?kind=workshop&day=2024-12-21&room=")
    assert titles(page) == ["Session 2", "Session 3"]
    chosen = [attrs["value"] for attrs, _words in page.all("option") if "selected" in attrs]
    assert chosen == ["2024-12-21", "workshop"]
    assert page.words_of("p", role="status") == ["Sessions shown: 2 of 4. Show the whole programme"]
    assert page.switch == f"{PATHS['ar']}?day=2024-12-21&kind=workshop"
    assert page.canonical == whole.canonical
    assert "Break" not in page.main
    assert "Break" in whole.main

    nothing = get(f"{PATHS['ar']}?kind=panel&day=2024-12-22")
    assert titles(nothing) == []
    assert "لا شيء في البرنامج يجمع هذه الاختيارات كلها" in nothing.main
    assert titles(get(f"{PATHS['en']}?kind=showcase&room={sessions[3].room_id}")) == [
        *titles(whole), "Tomorrow",
    ]  # fmt: skip
