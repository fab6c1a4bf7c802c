"""What follows the direction of the page: arrows, the marks of points, the way of the focus (docs/arabic.md)."""

from itertools import pairwise

import pytest

from publishing.models import PublicText
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = "<p>متن.</p><ol><li>نقطة<ol><li>فرع</li></ol></li><li>نقطة أخرى</li></ol>"
MIDDLE = """() => {
    const box = document.activeElement.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2, box.height];
}"""
TURNED = """name => [...document.querySelectorAll('.icon--' + name)].map(
    icon => new DOMMatrix(getComputedStyle(icon).transform).a)"""


@pytest.fixture
def decision():
    """A decision of two points, the first with one below it."""
    return factories.make_decision(ar={"body": BODY}, live=True)


def open_page(page, live_server, document, language="ar"):
    text = PublicText.objects.get(document_id=document.pk, language_code=language)
    page.goto(live_server.url + text.address_in(language))


def test_points_are_counted_in_arabic_words(page, live_server, decision):
    marks = """() => [...document.querySelectorAll('.prose ol')].map(list =>
        getComputedStyle(list).listStyleType + ' ' + getComputedStyle(list.firstElementChild, '::before').content)"""
    open_page(page, live_server, decision)
    first, below = page.evaluate(marks)
    assert "ordinal-ar" in first and "abjad-ar" in below
    open_page(page, live_server, decision, "en")
    assert "-ar" not in "".join(page.evaluate(marks))


def test_arrows_are_mirrored_and_clocks_are_not(page, live_server):
    session = factories.make_session(live=True, room=factories.make_room())
    factories.make_session(session.event, live=True)
    for language, side in (("ar", -1), ("en", 1)):
        open_page(page, live_server, session.event, language)
        arrows = page.evaluate(TURNED, "onward")
        assert arrows and set(arrows) == {side}
        clocks = page.evaluate(TURNED, "calendar") + page.evaluate(TURNED, "place")
        assert clocks and set(clocks) == {1}


def test_the_focus_goes_the_way_of_reading(page, live_server, decision):
    """By Tab through the head of a page: down, and within a line from the side on which reading begins."""
    for language, forward in (("ar", -1), ("en", 1)):
        open_page(page, live_server, decision, language)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip-link"
        places = []
        page.keyboard.press("Tab")
        while page.evaluate("!document.activeElement.closest('main')"):
            places.append(page.evaluate(MIDDLE))
            page.keyboard.press("Tab")
        assert len(places) > 8
        for (x, y, height), (next_x, next_y, next_height) in pairwise(places):
            same_line = abs(next_y - y) < max(height, next_height) / 2
            assert (next_x - x) * forward > 0 if same_line else next_y > y, (language, places)
