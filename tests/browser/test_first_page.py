"""My desk, the board and the calendar in a browser: on a telephone and on a desk, in both languages, by keyboard alone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from publishing import workflow
from publishing.assignments import assign
from publishing.models import Document
from resolutions.models import Milestone
from tests import factories
from tests.browser import desk
from tests.desk.forms import form_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = ("/admin/", "/admin/board/", "/admin/calendar/")
ENDLESS = "كلمةطويلةبلافراغ" * 9


@pytest.fixture
def busy(publisher):
    """A desk with something in every section, in words as long as they get. Returns the document to be reviewed."""
    publisher.first_name = "مسؤول النشر طويل الاسم"
    publisher.save()
    today = timezone.localdate()
    for title in (
        ENDLESS,
        "خبر طويل العنوان عن اليوم الأول من الملتقى المقدسي في إسطنبول وما جرى في جلساته كلها",
    ):
        stale = factories.make_article(ar=title, en="A long title " * 9, live=True, by=publisher)
        assign(stale, "en", factories.chief(), publisher, today - timedelta(days=2))
        factories.write(stale, "ar", title=title[::-1])
        factories.go_live(stale, "ar")
        planned = factories.make_article(ar=title, en=False)
        factories.scheduled(
            planned, "ar", timezone.now() + timedelta(minutes=30), timezone.now() + timedelta(hours=1)
        )
        back = factories.make_article(ar=title, en=False, by=publisher)
        workflow.submit(back, "ar", publisher)
        workflow.request_changes(back, "ar", factories.chief(), ENDLESS)
        factories.make_article(ar=title, en=False, by=publisher)
        decision = factories.make_decision(ar=title, due_on=today - timedelta(days=9), adopted_on=None)
        Milestone.objects.create(
            resolution_id=decision.pk, title_ar=title, title_en=title, due_on=today - timedelta(days=400)
        )
    in_review = factories.make_article(ar="خبر قيد المراجعة")
    workflow.submit(in_review, "ar", factories.chief())
    return in_review


def is_wider_than_the_screen(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_to_be_scrolled_sideways(page, live_server, publisher, busy, width, language):
    publisher.interface_language = language
    publisher.save()
    page.set_viewport_size({"width": width, "height": 844})
    desk.sign_in_at_the_door(page, live_server.url, "publisher")
    assert page.locator(".desk-section").count() == 7
    for path in PAGES:
        assert page.goto(live_server.url + path).status == 200
        assert page.get_attribute("html", "dir") == ("rtl" if language == "ar" else "ltr")
        assert not is_wider_than_the_screen(page), path
        cut_off = page.evaluate(
            """() => [...document.querySelectorAll('#content a, #content button, #content select')].filter(element => {
                const box = element.getBoundingClientRect();
                return box.width && (box.left < -1 || box.right > innerWidth + 1);
            }).map(element => element.textContent.trim())"""
        )
        assert cut_off == [], path


def test_the_board_is_a_table_on_a_desk_and_cards_on_a_telephone(page, live_server, publisher, busy):
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/board/")
    first = page.locator(".board-table tbody tr").first
    cells = first.locator(".board-cell")
    assert cells.nth(0).bounding_box()["y"] == cells.nth(1).bounding_box()["y"]
    expect(page.locator(".board-table thead")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    above, below = (cells.nth(number).bounding_box() for number in (0, 1))
    assert above["y"] + above["height"] <= below["y"]
    expect(page.locator(".board-table thead")).to_be_hidden()
    # The language stands in the card, where the head of the column is not seen.
    expect(cells.nth(1).locator(".board-cell__language")).to_be_visible()
    assert page.get_by_role("table").count() == 1
    assert page.get_by_role("row").count() == Document.objects.count()


def test_the_month_is_a_table_on_a_desk_and_a_list_on_a_telephone(page, live_server, publisher, busy):
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/calendar/")
    assert page.locator(".desk-calendar td:visible").count() % 7 == 0
    saturday, friday = (page.get_by_role("columnheader", name=name) for name in ("السبت", "الجمعة"))
    assert saturday.bounding_box()["x"] > friday.bounding_box()["x"], "from right to left"
    page.set_viewport_size({"width": 390, "height": 844})
    shown = page.locator(".desk-calendar td:visible")
    for number in range(shown.count()):
        is_today = shown.nth(number).get_attribute("aria-current") == "date"
        assert is_today or shown.nth(number).locator(".desk-entry").count() > 0


def reach(page, locator, most=200):
    """Press Tab until ``locator`` has the focus."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if locator.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{locator} is not reached by Tab")


def test_by_keyboard_alone_from_the_first_page_to_a_text_and_through_the_board(
    page, live_server, publisher, busy
):
    desk.sign_in_at_the_door(page, live_server.url, "publisher")
    page.keyboard.press("Tab")
    skip = page.locator(".skip-to-content-link")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    reach(page, page.locator(".desk-section a", has_text="خبر قيد المراجعة"), 30)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}{form_address(busy, 'ar')}")

    page.goto(f"{live_server.url}/admin/board/")
    reach(page, page.locator("#board-q"))
    page.keyboard.insert_text("قيد المراجعة")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/board/?q=*")
    assert page.locator(".board-table tbody tr").count() == 1
    english = page.locator(f'.board-cell[href="{form_address(busy, "en")}"]')
    reach(page, english)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}{form_address(busy, 'en')}")
