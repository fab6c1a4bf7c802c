"""My desk as a page, and the month: words in both languages, what leads where, what it costs."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext, override

from accounts.models import User
from desk import links
from publishing import workflow
from publishing.assignments import assign
from publishing.languages import LANGUAGES
from publishing.models import Assignment
from resolutions.models import Milestone
from tests import factories
from tests.desk.forms import form_address
from tests.desk.my_desk import (
    in_english,
    limited,
    put_in_bin,
    returned,
    stale,
    submitted,
)
from tests.factories import (
    MAKERS,
    chief,
    go_live,
    make_article,
    scheduled,
    write,
)
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db
ROLES = ["author", "translator", "editor", "publisher", "administrator"]
CALENDAR = "/admin/calendar/"


# ---- The page as a whole


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_desk_with_nothing_on_it_greets_and_says_what_to_do(language, direction):
    author = make_user("author", first_name="سلمى", interface_language=language)
    translator = make_user("translator", word_languages=["en"], interface_language=language)
    html = signed_in(author).get("/admin/").content.decode()
    assert f'<html lang="{language}" dir="{direction}">' in html
    with override(language):
        write_one, missing = gettext("Write an article"), gettext("See what is not translated yet")
        waits = gettext("Waiting for my review")
    assert "<bdi>سلمى</bdi>" in html
    assert f'<a href="/admin/articles/article/add/">{write_one}</a>' in html
    assert f'<a href="/admin/board/?freshness=missing">{missing}</a>' in html
    assert "desk-section" not in html
    html = signed_in(translator).get("/admin/").content.decode()
    assert write_one not in html
    assert missing in html
    assert waits not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_are_in_the_language_of_the_desk(language):
    editor = make_user("editor", interface_language=language)
    submitted("In review")
    make_article(by=editor)
    answer = signed_in(editor).get("/admin/")
    html = answer.content.decode()
    with override(language):
        for message in (
            "My desk",
            "Waiting for my review",
            "My drafts",
            "This month",
            "Everything on this site",
        ):
            assert gettext(message) in html, message
    assert [section.name for section in answer.context["sections"]] == ["to_review", "drafts"]


def test_a_long_section_shows_ten_and_leads_to_the_rest(editor):
    titles = {f"Number {number}" for number in range(12)}
    for title in titles:
        submitted(title)
    answer = signed_in(in_english(editor)).get("/admin/")
    (section,) = answer.context["sections"]
    assert (len(section.rows), section.total) == (10, 12)
    assert '<a href="/admin/board/?state=in_review">All on the board</a>' in answer.content.decode()
    rest = signed_in(editor).get("/admin/board/?state=in_review").context["lines"]
    assert len(rest) == 12


def test_somebody_of_one_language_is_led_to_that_language(db):
    english = make_user("editor", word_languages=["en"])
    for number in range(11):
        submitted(f"Number {number}")
        submitted(f"رقم {number}", "ar")
    html = signed_in(english).get("/admin/").content.decode()
    assert "رقم" not in html
    assert 'href="/admin/board/?language=en&amp;state=in_review"' in html
    rest = signed_in(english).get("/admin/board/?language=en&state=in_review").context["lines"]
    assert len(rest) == 11


@pytest.mark.parametrize("role", ROLES)
def test_the_list_of_everything_stays_reachable(role):
    answer = signed_in(make_user(role)).get("/admin/")
    html = answer.content.decode()
    models = [model for app in answer.context["app_list"] for model in app["models"]]
    assert len(models) > 10
    for model in models:
        assert f'<a href="{model["admin_url"]}">' in html
        assert (f'href="{model["add_url"]}"' in html) if model["add_url"] else True


def test_links_to_the_pages_of_the_desk(author, editor, monkeypatch):
    pages = [
        ("index", "Mine", ""),
        ("desk_board", "Board", ""),
        ("publishing_topic_changelist", "Topics", "publishing.view_act"),
    ]
    monkeypatch.setattr(links, "PAGES", pages)
    assert [link["label"] for link in links.desk_links(author)] == ["Mine", "Board"]
    shown = links.desk_links(editor, "desk_board")
    assert [(link["label"], link["is_here"]) for link in shown] == [
        ("Mine", False), ("Board", True), ("Topics", False),
    ]  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_every_link_to_a_page_of_the_desk_opens(role):
    desk = signed_in(make_user(role))
    addresses = [link["address"] for link in desk.get("/admin/").context["links"]]
    assert {"/admin/", "/admin/board/", "/admin/calendar/"} <= set(addresses)
    for address in addresses:
        assert desk.get(address).status_code == 200, address


def busy(person, clock, number):
    """One more row in every section."""
    submitted(f"Review {number}")
    returned(f"Returned {number}", by=person)
    make_article(by=person)
    stale(f"Stale {number}")
    assign(make_article(), "en", chief(), person, clock.after(days=1).date())
    scheduled(make_article(), "ar", clock.after(hours=number + 1))
    decision = factories.make_decision(due_on=date(2024, 12, 1), adopted_on=None)
    Milestone.objects.create(
        resolution_id=decision.pk, title_ar="محطة", title_en="Step", due_on=date(2024, 12, 2)
    )


def test_the_first_page_takes_as_many_queries_for_three_rows_as_for_one(publisher, clock):
    desk, counts = signed_in(publisher), {}
    for rows in (1, 3):
        while Milestone.objects.count() < rows:
            clock.goes_on(minutes=1)
            busy(publisher, clock, Milestone.objects.count())
        with CaptureQueriesContext(connection) as queries:
            answer = desk.get("/admin/")
        assert {section.name for section in answer.context["sections"]} == {
            "to_review", "returned", "assigned", "drafts", "out_of_date", "scheduled", "follow_ups",
        }  # fmt: skip
        counts[rows] = len(queries)
    assert counts == {1: 22, 3: 22}


# ---- The month


def calendar(user, month=""):
    answer = signed_in(user).get(CALENDAR, {"month": month} if month else {})
    assert answer.status_code == 200
    return answer


def entries(answer):
    """{day: [(what, title)]} of the days on which something happens."""
    return {
        day.date.isoformat(): [(entry.what, entry.title) for entry in day.entries]
        for week in answer.context["month"].weeks
        for day in week
        if day.entries
    }


def test_the_week_begins_on_saturday_in_arabic_and_on_sunday_in_english(publisher, clock):
    html = calendar(publisher).content.decode()
    heads = re.findall(r'<th scope="col" role="columnheader">(.*?)</th>', html)
    assert heads == ["السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"]
    assert "ديسمبر 2024" in html
    html = calendar(in_english(publisher)).content.decode()
    heads = re.findall(r'<th scope="col" role="columnheader">(.*?)</th>', html)
    assert heads == ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    first = calendar(publisher).context["month"].weeks[0][0]
    assert (first.date, first.is_in_month) == (date(2024, 12, 1), True)


def test_the_hijri_day_stands_beside_each_day(publisher, clock):
    answer = calendar(in_english(publisher), "2025-03")
    month = answer.context["month"]
    assert (month.title, month.hijri_title) == ("March 2025", "Ramadan – Shawwal 1446 AH")
    days = {day.date: day for week in month.weeks for day in week}
    assert days[date(2025, 3, 1)].hijri_short == "1 Ramadan"
    assert (days[date(2025, 3, 2)].hijri_short, days[date(2025, 3, 2)].hijri) == ("2", "2 Ramadan 1446 AH")
    assert days[date(2025, 3, 30)].hijri_short == "1 Shawwal"
    assert '<span class="visually-hidden">2 Ramadan 1446 AH</span>' in answer.content.decode()
    publisher.interface_language = "ar"
    publisher.save()
    assert calendar(publisher, "2025-03").context["month"].hijri_title == "رمضان – شوال 1446 هـ"


def test_a_month_that_begins_another_hijri_year(publisher):
    month = calendar(in_english(publisher), "2025-06").context["month"]
    assert month.hijri_title == "Dhu al-Hijjah 1446 – Muharram 1447 AH"


def test_one_goes_from_month_to_month(publisher, clock):
    month = calendar(publisher).context["month"]
    assert (month.previous, month.next) == (f"{CALENDAR}?month=2024-11", f"{CALENDAR}?month=2025-01")
    assert month.is_this_month
    html = calendar(publisher, "2025-01").content.decode()
    assert f'href="{CALENDAR}?month=2025-02"' in html
    assert f'<a href="{CALENDAR}">' in html, "the way back to this month"
    assert 'aria-current="date"' not in html
    html = calendar(publisher).content.decode()
    (today,) = re.findall(r'aria-current="date">\s*<p class="desk-day">\s*<time datetime="([0-9-]+)"', html)
    assert today == "2024-12-23"


@pytest.mark.parametrize(
    "month",
    ["x", "2024", "2024-13", "2024-00", "0001-01", "9999-12", "٢٠٢٤-١٢", "2024-12-01", "-1-1", "9" * 40],
)
def test_a_month_that_there_is_not_is_the_present_one(publisher, clock, month):
    assert calendar(publisher, month).context["month"].title == "ديسمبر 2024"


@pytest.mark.parametrize("month", ["1990-01", "2076-12"])
def test_the_first_and_the_last_month(publisher, month):
    shown = calendar(publisher, month).context["month"]
    assert bool(shown.previous) != bool(shown.next)


def test_what_stands_in_the_month(publisher, translator, clock):
    public = make_article(ar="ينتهي")
    go_live(public, "ar", at=clock.before(hours=1), until=clock.after(days=2))
    update = make_article(ar="حيّ")
    go_live(update, "ar", at=clock.before(hours=1))
    write(update, "ar", title="يحل محله")
    scheduled(update, "ar", clock.after(days=2), clock.after(days=3))
    late = make_article(en="Late")
    assign(late, "en", chief(), translator, date(2024, 12, 20))
    assign(make_article(en="Next month"), "en", chief(), translator, date(2025, 1, 1))
    done = make_article(en="Done")
    assign(done, "en", chief(), translator, date(2024, 12, 21))
    go_live(done)
    for binned in (make_article(ar="في السلة"),):
        scheduled(binned, "ar", clock.after(days=1))
        put_in_bin(binned)
    answer = calendar(publisher)
    assert entries(answer) == {
        "2024-12-20": [("due", "Late")],
        "2024-12-25": [("ends", "ينتهي"), ("begins", "يحل محله")],
        "2024-12-26": [("ends", "يحل محله")],
    }
    assert entries(calendar(publisher, "2025-01")) == {"2025-01-01": [("due", "Next month")]}
    assert entries(calendar(publisher, "2024-11")) == {}
    # In the languages in which the person works.
    assert entries(calendar(translator)) == {"2024-12-20": [("due", "Late")]}
    html = calendar(in_english(publisher)).content.decode()
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    assert "Due (overdue) · English Late translator" in words
    assert "12:00 Ends · Arabic ينتهي" in words
    assert f'href="{form_address(late, "en")}"' in html


def test_a_moment_belongs_to_the_day_of_the_clocks_here(publisher, clock):
    document = make_article(ar="بعد منتصف الليل")
    scheduled(document, "ar", datetime.fromisoformat("2024-12-30T22:30:00+00:00"))
    assert entries(calendar(publisher)) == {"2024-12-31": [("begins", "بعد منتصف الليل")]}
    other = make_article(ar="أول السنة")
    scheduled(other, "ar", datetime.fromisoformat("2024-12-31T21:00:00+00:00"))
    assert list(entries(calendar(publisher))) == ["2024-12-31"]
    assert entries(calendar(publisher, "2025-01")) == {"2025-01-01": [("begins", "أول السنة")]}


def test_the_month_shows_kinds_that_the_person_may_view(clock):
    scheduled(make_article(ar="خبر"), "ar", clock.after(days=1))
    scheduled(factories.make_decision(ar="قرار"), "ar", clock.after(days=1))
    assert entries(calendar(limited("articles.article"))) == {"2024-12-24": [("begins", "خبر")]}


def test_the_calendar_is_for_people_of_the_desk(reader, publisher):
    assert reader.get(CALENDAR).status_code == 302
    nobody = User.objects.create(username="nobody", is_staff=True)
    assert signed_in(nobody).get(CALENDAR).status_code == 403
    assert signed_in(nobody).get("/admin/").status_code == 200
    assert signed_in(publisher).post(CALENDAR).status_code == 405


def test_a_full_day_is_cut_short_on_the_first_page(publisher, clock):
    for number in range(5):
        scheduled(make_article(ar=f"خبر {number}"), "ar", clock.after(days=1, minutes=number))
    answer = signed_in(in_english(publisher)).get("/admin/")
    (shown,) = entries(answer).values()
    assert [title for _what, title in shown] == ["خبر 0", "خبر 1", "خبر 2"]
    html = answer.content.decode()
    assert f'href="{CALENDAR}?month=2024-12#d-2024-12-24">2 more' in html
    assert 'id="d-2024-12-24"' not in html
    whole = calendar(publisher)
    assert len(entries(whole)["2024-12-24"]) == 5
    assert 'id="d-2024-12-24"' in whole.content.decode()


def test_the_calendar_takes_as_many_queries_for_three_entries_as_for_one(publisher, clock):
    desk, counts = signed_in(publisher), {}
    for rows in (1, 3):
        while Assignment.objects.count() < rows:
            assign(make_article(), "en", chief(), publisher, clock.after(days=1).date())
            scheduled(
                make_article(), "ar", clock.after(days=1) + timedelta(minutes=Assignment.objects.count())
            )
        with CaptureQueriesContext(connection) as queries:
            answer = desk.get(CALENDAR)
        assert sum(len(found) for found in entries(answer).values()) == 2 * rows
        counts[rows] = len(queries)
    assert counts == {1: 7, 3: 7}


def test_every_kind_has_a_row_of_its_own_form(publisher):
    for make in MAKERS.values():
        document = make()
        workflow.submit(document, "ar", chief())
    rows = signed_in(publisher).get("/admin/").context["sections"][0].rows
    assert len(rows) == len(MAKERS)
    for row in rows:
        answer = signed_in(publisher).get(row.address)
        assert (answer.status_code, answer.context["language"]) == (200, "ar")
