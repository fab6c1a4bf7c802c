"""/{lang}/events/{slug}/programme.ics, as a calendar program reads it."""

from datetime import date, datetime, timedelta
from urllib.parse import quote, unquote

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from icalendar import Calendar

from publishing import workflow
from publishing.log import record
from publishing.models import Act
from tests import factories
from tests.factories import (
    chief,
    go_live,
    in_istanbul,
    make_event,
    make_person,
    make_room,
    make_session,
    make_venue,
    write,
)
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.reading import get

pytestmark = pytest.mark.django_db


def calendar_at(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(response.content)


def entries(calendar):
    return list(calendar.walk("VEVENT"))


def titles(calendar):
    return [str(entry["SUMMARY"]) for entry in entries(calendar)]


def forum(**facts):
    return make_event(
        ar={"title": "الملتقى", "slug": "ملتقى"},
        en={"title": "The forum", "slug": "forum"},
        live=True,
        **facts,
    )


def test_a_session_is_an_entry_in_the_language_of_the_page(client):
    venue = make_venue(name_ar="المركز", name_en="The centre")
    room = make_room(venue=venue, name_ar="القاعة الكبرى", name_en="Great hall")
    event = forum(code="MQF-2024", venue=venue)
    arabic = {"title": "ندوة؛ أولى، بفاصلة", "slug": "ندوة", "summary": "سطر\nوسطر"}
    english = {"title": "Panel, one; two", "slug": "panel"}
    session = make_session(event, ar=arabic, en=english, live=True, room=room)

    response = client.get("/ar/events/ملتقى/programme.ics")
    assert response["Content-Disposition"] == 'inline; filename="MQF-2024.ics"'
    arabic = Calendar.from_ical(response.content)
    english = calendar_at(client, "/en/events/forum/programme.ics")

    assert (str(arabic["X-WR-CALNAME"]), arabic["NAME"].params["LANGUAGE"]) == ("الملتقى", "ar")
    assert str(arabic["X-WR-TIMEZONE"]) == "Europe/Istanbul"
    (entry,), (translated,) = entries(arabic), entries(english)
    assert (str(entry["SUMMARY"]), entry["SUMMARY"].params["LANGUAGE"]) == ("ندوة؛ أولى، بفاصلة", "ar")
    assert (str(translated["SUMMARY"]), translated["SUMMARY"].params["LANGUAGE"]) == ("Panel, one; two", "en")
    assert str(entry["DESCRIPTION"]) == "سطر\nوسطر"
    assert str(entry["LOCATION"]).startswith("القاعة الكبرى")
    assert str(translated["LOCATION"]) == "Great hall, The centre, Istanbul, Türkiye"
    assert str(entry["URL"]) == "http://testserver/ar/sessions/%D9%86%D8%AF%D9%88%D8%A9/"
    assert str(translated["URL"]) == "http://testserver/en/sessions/panel/"
    assert (entry.start, entry.end) == (
        in_istanbul(date(2024, 12, 21), 10),
        in_istanbul(date(2024, 12, 21), 11),
    )
    assert entry["DTSTART"].params["TZID"] == "Europe/Istanbul"
    assert str(entry["UID"]) == str(translated["UID"]) == f"d{session.pk}@testserver"


def test_the_file_brings_its_time_zone_and_folds_between_characters(client):
    event = forum()
    make_session(
        event,
        ar="عنوان طويل جدا لندوة عن تجارب دولية في دعم أهل القدس والتعريف بتاريخ المدينة وعمرانها",
        live=True,
    )
    content = client.get("/ar/events/ملتقى/programme.ics").content
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines][0] == "BEGIN:VCALENDAR"
    assert [str(zone["TZID"]) for zone in Calendar.from_ical(content).walk("VTIMEZONE")] == [
        "Europe/Istanbul"
    ]


def test_the_file_says_how_often_to_ask_and_in_which_language_its_words_are(client):
    make_session(forum(), live=True)
    lines = client.get("/ar/events/ملتقى/programme.ics").content.decode().replace("\r\n ", "").split("\r\n")
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    assert "CATEGORIES;LANGUAGE=ar:ندوة حوارية" in lines


@pytest.mark.parametrize("day", [date.min, date.max])
def test_an_event_at_the_end_of_all_days_has_a_calendar(client, day):
    """The form refuses such a day; a row may hold it."""
    event = forum()
    type(event).objects.filter(pk=event.pk).update(starts_on=day, ends_on=day)
    (entry,) = entries(calendar_at(client, "/en/events/forum/programme.ics"))
    assert entry["DTSTART"].dt == day


def in_the_log(thing):
    """``thing`` was changed at the desk, in a minute: a calendar's moments are whole seconds, and this one is another."""
    kind = ContentType.objects.get_for_model(type(thing))
    LogEntry.objects.create(
        user=chief(),
        content_type=kind,
        object_id=str(thing.pk),
        action_flag=CHANGE,
        action_time=timezone.now() + timedelta(minutes=1),
    )


def test_a_new_name_of_a_person_shows_in_when_it_was_changed(client):
    person = make_person()
    make_session(forum(), live=True, people=[person])
    before = entries(calendar_at(client, "/en/events/forum/programme.ics"))[0]
    in_the_log(person)
    (after,) = entries(calendar_at(client, "/en/events/forum/programme.ics"))
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert after["SEQUENCE"] == before["SEQUENCE"]


def test_sessions_are_in_order_and_one_without_a_time_is_left_out(client):
    event = forum()
    day = date(2024, 12, 22)
    make_session(event, ar="الثانية", live=True, starts_at=in_istanbul(day, 12), ends_at=in_istanbul(day, 13))
    make_session(event, ar="الأولى", live=True)
    make_session(event, ar="بلا موعد", live=True, starts_at=None, ends_at=None)
    make_session(ar="في ملتقى آخر", live=True)
    assert titles(calendar_at(client, "/ar/events/ملتقى/programme.ics")) == ["الأولى", "الثانية"]


@pytest.mark.parametrize(("language", "slug", "shown"), [("ar", "ملتقى", "علني"), ("en", "forum", "Public")])
def test_only_what_is_live_is_in_the_programme(client, language, slug, shown):
    make_hidden(make_session, event=forum())
    response = client.get(f"/{language}/events/{slug}/programme.ics")
    assert titles(Calendar.from_ical(response.content)) == [shown]
    assert SECRET[language] not in response.content.decode()


def test_an_event_that_is_not_live_has_no_calendar(client):
    for number, hide in enumerate((lambda event, language: None, factories.scheduled)):
        event = make_event(ar={"slug": f"سر-{number}"}, en=False)
        hide(event, "ar")
        make_session(event, live=True)
        response = client.get(f"/ar/events/سر-{number}/programme.ics")
        assert response.status_code == 404


def test_a_session_without_a_translation_keeps_its_own_words_and_says_so(client):
    make_session(forum(), ar="بالعربية", en=False, live=True)
    (entry,) = entries(calendar_at(client, "/en/events/forum/programme.ics"))
    assert (str(entry["SUMMARY"]), entry["SUMMARY"].params["LANGUAGE"]) == ("بالعربية", "ar")


def test_an_event_without_a_translation_is_a_calendar_in_its_own_words(client):
    event = make_event(ar={"title": "الملتقى", "slug": "ملتقى"}, en=False, live=True)
    make_session(event, ar="ندوة", en=False, live=True)
    calendar = calendar_at(client, "/en/events/ملتقى/programme.ics")
    assert (str(calendar["NAME"]), calendar["NAME"].params["LANGUAGE"]) == ("الملتقى", "ar")
    assert titles(calendar) == ["ندوة"]


def test_an_old_address_redirects(client):
    event = forum()
    make_session(event, ar="ندوة", live=True)
    write(event, "ar", slug="ملتقى-القدس")
    go_live(event, "ar")
    response = client.get("/ar/events/ملتقى/programme.ics")
    assert (response.status_code, unquote(response["Location"])) == (
        301,
        "/ar/events/ملتقى-القدس/programme.ics",
    )
    assert titles(calendar_at(client, response["Location"])) == ["ندوة"]
    other = client.get("/en/events/ملتقى-القدس/programme.ics")
    assert (other.status_code, other["Location"]) == (301, "/en/events/forum/programme.ics")
    assert client.get("/ar/events/لا-شيء/programme.ics").status_code == 404


def test_an_event_without_dates_is_a_calendar_with_its_name_and_no_entry(client):
    forum(starts_on=None, ends_on=None)
    calendar = calendar_at(client, "/en/events/forum/programme.ics")
    assert (str(calendar["NAME"]), str(calendar["VERSION"]), entries(calendar)) == ("The forum", "2.0", [])
    # RFC 5545 wants at least one component.
    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]


def test_an_event_without_sessions_is_its_days(client):
    event = forum()
    (entry,) = entries(calendar_at(client, "/en/events/forum/programme.ics"))
    assert (str(entry["SUMMARY"]), entry.start, entry.end) == (
        "The forum",
        date(2024, 12, 21),
        date(2024, 12, 23),
    )
    assert str(entry["UID"]) == f"d{event.pk}@testserver"


def test_the_sequence_grows_with_every_change_that_readers_may_see_and_never_shrinks(client):
    room, venue = make_room(), make_venue()
    event, other_event = forum(venue=venue), make_event(live=True)
    session = make_session(event, ar={"slug": "ندوة"}, en={"slug": "panel"}, live=True, room=room)
    other_session = make_session(event, live=True)
    paths = ("/ar/events/ملتقى/programme.ics", "/en/events/forum/programme.ics")
    paths += ("/ar/sessions/ندوة/session.ics", "/en/sessions/panel/session.ics")

    def seen():
        found = [
            entry for path in paths for entry in entries(calendar_at(client, path))
            if entry["UID"].startswith(f"d{session.pk}@")
        ]  # fmt: skip
        assert len(found) == 4
        ((number, moment),) = {(entry["SEQUENCE"], entry["DTSTAMP"].dt) for entry in found}
        return number, moment

    first = seen()
    write(session, "ar", title="عنوان أدق")
    write(other_session, "ar", title="عنوان آخر")
    go_live(other_session, "ar")
    record(Act.Name.CHANGE_FACTS, other_session, by=chief())
    in_the_log(session)
    assert seen() == first, "what readers do not see of this session is no change of it"
    changes = [
        lambda: go_live(session, "ar"),
        lambda: record(Act.Name.CHANGE_FACTS, session, by=chief()),
        lambda: record(Act.Name.CHANGE_FACTS, event, by=chief()),
        lambda: (
            workflow.withdraw(other_session, "ar", chief())
            or record(Act.Name.CHANGE_FACTS, other_event, by=chief())
        ),
    ]
    numbers = [first]
    for change in changes:
        change()
        numbers.append(seen())
    assert all(before < after for before, after in zip(numbers, numbers[1:], strict=False)), numbers
    before = seen()
    in_the_log(room)
    in_the_log(venue)
    assert (seen()[0], seen()[1] > before[1]) == (before[0], True)
    # Another event and room, with less of a past than the first ones: nothing is taken back.
    session.event, session.room = other_event, None
    session.save()
    other_session.event = other_event
    paths = paths[2:] * 2
    assert seen()[0] >= before[0]


def test_an_unchanged_programme_is_not_sent_twice(client):
    event = forum()
    session = make_session(event, live=True)
    etag = client.get("/en/events/forum/programme.ics")["ETag"]
    assert client.get("/en/events/forum/programme.ics", headers={"if-none-match": etag}).status_code == 304
    session.starts_at += timedelta(minutes=5)
    session.save()
    assert client.get("/en/events/forum/programme.ics", headers={"if-none-match": etag}).status_code == 200


def test_labels_with_control_characters_do_not_break_the_file(client):
    venue = make_venue(name_ar="مركز\x0b\r\nX-EVIL:1")
    make_session(
        forum(venue=venue), ar={"title": "ندوة", "summary": "BEGIN:VEVENT\nEND:VCALENDAR"}, live=True
    )
    calendar = calendar_at(client, "/ar/events/ملتقى/programme.ics")
    (entry,) = entries(calendar)
    assert "X-EVIL" not in entry
    assert str(entry["DESCRIPTION"]) == "BEGIN:VEVENT\nEND:VCALENDAR"


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_sessions(client, django_assert_num_queries, number):
    venue = make_venue()
    event = forum(venue=venue)
    for _each in range(number):
        make_session(event, live=True, room=make_room(venue=venue), people=[make_person(), make_person()])
    with django_assert_num_queries(7):
        response = client.get("/ar/events/ملتقى/programme.ics")
    assert len(titles(Calendar.from_ical(response.content))) == number


def test_times_follow_the_zone_of_the_event(client):
    event = forum(time_zone="Asia/Kuala_Lumpur")
    start = datetime(2024, 12, 21, 1, 0, tzinfo=timezone.get_fixed_timezone(0))
    make_session(event, live=True, starts_at=start, ends_at=start + timedelta(hours=1))
    (entry,) = entries(calendar_at(client, "/en/events/forum/programme.ics"))
    assert (entry.start.hour, entry["DTSTART"].params["TZID"]) == (9, "Asia/Kuala_Lumpur")
    assert entry.start == start


def test_one_session_is_a_calendar_of_its_own(client):
    """Its words, who takes part, its zone, its place; the same entry as in the programme."""
    venue = make_venue(name_ar="المركز", name_en="The centre")
    event = forum(code="MQF-2024", venue=venue)
    people = [
        make_person(name_ar=ar, name_en=en)
        for ar, en in (("سعاد", "Suad"), ("عمر", "Omar"), ("ليلى", "Layla"))
    ]
    words = {
        "title": "ندوة «المدينة»: تاريخ وعمران، وما بقي منهما في ذاكرة أهل القدس والزائرين",
        "slug": "ندوة",
    }
    session = make_session(
        event, ar=words | {"summary": "موجز."}, en={"title": "Panel", "slug": "panel", "summary": ""},
        live=True, people=people, room=make_room(venue=venue, name_ar="القاعة ١", name_en="Hall 1"),
    )  # fmt: skip
    response = client.get("/ar/sessions/ندوة/session.ics")
    assert response["Content-Disposition"] == f'inline; filename="MQF-2024-{session.pk}.ics"'
    assert max(map(len, response.content.split(b"\r\n"))) <= 75
    calendar = Calendar.from_ical(response.content)
    (entry,), (english,) = entries(calendar), entries(calendar_at(client, "/en/sessions/panel/session.ics"))
    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE", "VEVENT"]
    assert (str(entry["SUMMARY"]), entry["SUMMARY"].params["LANGUAGE"]) == (words["title"], "ar")
    assert str(entry["DESCRIPTION"]) == "موجز.\n\nالمشاركون: سعاد، عمر، وليلى"
    assert str(english["DESCRIPTION"]) == "Taking part: Suad, Omar and Layla"
    assert str(entry["LOCATION"]) == "القاعة ١، المركز، إسطنبول، تركيا"
    assert (entry["DTSTART"].params["TZID"], entry.start, str(entry["STATUS"])) == (
        "Europe/Istanbul", in_istanbul(date(2024, 12, 21), 10), "CONFIRMED",
    )  # fmt: skip
    assert "ORGANIZER" not in entry
    assert str(entry["URL"]) == f"http://testserver/ar/sessions/{quote('ندوة')}/"
    in_programme = entries(calendar_at(client, "/ar/events/ملتقى/programme.ics"))[0]
    assert entry.to_ical() == in_programme.to_ical()
    assert get("/ar/sessions/ندوة/").data("text/calendar") == ["/ar/sessions/ندوة/session.ics"]


def test_where_a_session_has_no_calendar(client):
    """An old address redirects; a draft, a withdrawn session and one without a time have none."""
    event = forum()
    moved = make_session(event, ar={"slug": "قديم"}, en={"slug": "panel"}, live=True)
    write(moved, "ar", slug="جديد")
    go_live(moved, "ar")
    make_session(event, ar={"slug": "مسودة"}, en=False)
    make_session(event, ar={"slug": "بلا-موعد"}, en=False, live=True, starts_at=None, ends_at=None)
    gone = make_session(event, ar={"slug": "مسحوبة"}, en=False, live=True)
    assert client.get("/ar/sessions/مسحوبة/session.ics").status_code == 200
    workflow.withdraw(gone, "ar", chief())
    moved_to = client.get("/ar/sessions/قديم/session.ics")
    assert (moved_to.status_code, unquote(moved_to["Location"])) == (301, "/ar/sessions/جديد/session.ics")
    assert client.get("/en/sessions/جديد/session.ics")["Location"] == "/en/sessions/panel/session.ics"
    for slug in ("مسودة", "بلا-موعد", "مسحوبة", "لا-شيء"):
        assert client.get(f"/ar/sessions/{slug}/session.ics").status_code == 404, slug


def test_queries_of_a_session(client, django_assert_num_queries):
    make_session(
        forum(venue=make_venue()), en={"slug": "panel"}, live=True, people=[make_person(), make_person()]
    )
    with django_assert_num_queries(6):
        client.get("/en/sessions/panel/session.ics")
