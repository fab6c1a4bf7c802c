"""The overview of what became of the decisions: on a telephone cards to look at and a table to listen to; chosen from by keyboard
and without script; whole on paper."""

import pytest

from tests.factories import make_decision, make_event, make_organisation, make_recommendation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def overview(page, live_server):
    event = make_event(live=True)
    body = make_organisation(name_en="The endowment", name_ar="الوقف")
    make_decision(
        event, ar="لجنة", en="Committee", order=1, status="in_progress", responsible=[body], live=True
    )
    make_decision(event, ar="أكاديمية", en="Academy", order=2, status="implemented", live=True)
    make_recommendation(event, ar="فقهاء", en="Jurists", live=True)
    page.goto(f"{live_server.url}/en/follow-up/")
    return page


def heard(page):
    """How many of each role of a table those who listen find on the page."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    return {role: roles.count(role) for role in ("table", "row", "columnheader", "rowheader", "cell")}


def test_cards_on_a_telephone_are_a_table_still(overview):
    whole = heard(overview)
    assert whole["columnheader"] == 7 + 4 and whole["rowheader"] == 3 + 4
    overview.set_viewport_size({"width": 390, "height": 844})
    assert overview.evaluate("document.documentElement.scrollWidth") == 390
    assert (
        overview.eval_on_selector(".follow-up-table tbody tr", "row => getComputedStyle(row).display")
        == "grid"
    )
    assert heard(overview) == whole


def test_one_chooses_with_the_keyboard(overview):
    overview.focus("#filter-status")
    overview.keyboard.type("Imp")
    while overview.evaluate("document.activeElement.tagName") != "BUTTON":
        overview.keyboard.press("Tab")
    overview.keyboard.press("Enter")
    overview.wait_for_url("**/en/follow-up/?status=implemented")
    assert overview.locator(".follow-up-table tbody th").all_inner_texts() == ["Academy"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_drawing_begins_where_reading_does(overview, live_server, language):
    overview.goto(f"{live_server.url}/{language}/follow-up/")
    bar = overview.locator(".progress__bar").first.bounding_box()
    first = overview.locator(".progress__part--implemented").first.bounding_box()
    at_the_left = first["x"] - bar["x"] < 3
    assert at_the_left == (language == "en")
    assert abs(first["width"] * 2 - bar["width"]) < 6


def test_paper_shows_the_drawing_and_the_tables_and_no_form(overview):
    overview.emulate_media(media="print")
    assert overview.locator(".list-filter").is_hidden()
    for seen in (".progress__bar", ".progress__table", ".follow-up-table"):
        assert overview.locator(seen).first.is_visible()
    assert (
        overview.eval_on_selector(".follow-up-table tbody tr", "row => getComputedStyle(row).display")
        == "table-row"
    )
