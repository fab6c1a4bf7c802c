"""A long article is read: on a phone, with and without a script, from a note back to the text, and passed on."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROWS = "".join(
    f"<tr><th>MQF-2024-D{number}</th>{'<td>كلمات عدة في خلية</td>' * 5}</tr>" for number in range(1, 4)
)
LONG = "<p>" + "فقرة طويلة من نص عربي متصل. " * 40 + "</p>"
BODY = (
    f"<p>أول النص [1].</p>{LONG}<table><tr>{'<th>عمود</th>' * 6}</tr>{ROWS}</table>{LONG * 3}"
    "<h2>الهوامش</h2><ol><li>نص الهامش</li></ol>" + LONG * 2
)


@pytest.fixture
def article(live_server):
    """A live article, and where it is."""
    words = {"title": "مقال طويل", "slug": "long", "body": BODY}
    article = factories.make_article(ar=words, en="A short one", live=True)
    article.address = f"{live_server.url}/ar/news/long/"
    return article


def in_sight(page, selector):
    return page.locator(selector).evaluate(
        "(found) => { const box = found.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )


def test_the_address_is_copied_and_that_is_said(page, live_server, article):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(article.address)
    said = page.locator(".share [role=status]")
    expect(said).to_have_text("")
    page.locator("[data-does=copy]").click()
    expect(said).to_have_text(page.locator("[data-share]").get_attribute("data-copied"))
    assert page.evaluate("navigator.clipboard.readText()") == f"{live_server.url}/d/{article.pk}/"
    # What a browser does not offer is not offered by the page.
    offers = page.evaluate("'share' in navigator")
    assert page.locator("[data-does=send]").is_visible() == offers


def test_from_the_text_to_a_note_and_back(page, article):
    page.goto(article.address)
    page.locator("[role=doc-noteref]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#text-note-1")).to_be_focused()
    assert in_sight(page, "#text-note-1")
    assert not in_sight(page, "#text-mark-1")
    # The next thing that a key reaches is the way back.
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    # The browser goes there when it comes to it.
    expect(page).to_have_url(re.compile("#text-mark-1$"))
    expect(page.locator("#text-mark-1")).to_be_focused()
    assert in_sight(page, "#text-mark-1")


def test_on_a_phone_the_table_moves_and_the_page_does_not(page, article):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(article.address)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    table = page.locator(".table-scroll")
    inside, shown = table.evaluate("(region) => [region.scrollWidth, region.clientWidth]")
    assert inside > shown
    table.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(500)
    assert table.evaluate("(region) => region.scrollLeft") < 0
    assert page.evaluate("scrollX") == 0
    size, lines = page.locator(".prose > p").first.evaluate(
        "(words) => [getComputedStyle(words).fontSize, getComputedStyle(words).lineHeight].map(parseFloat)"
    )
    assert size >= 17
    assert lines / size >= 1.8


def test_everything_reads_without_a_script(browser, article):
    context = browser.new_context(
        locale="ar", java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(article.address)
    expect(page.locator("h1")).to_have_text("مقال طويل")
    expect(page.locator(".share__address")).to_contain_text(f"/d/{article.pk}/")
    expect(page.locator(".share__buttons")).to_be_hidden()
    page.locator("[role=doc-noteref]").click()
    assert page.url.endswith("#text-note-1")
    expect(page.locator("#text-note-1")).to_be_in_viewport()
    page.locator("[role=doc-backlink]").click()
    expect(page.locator("#text-mark-1")).to_be_in_viewport()
    page.locator(".share__address").click()
    expect(page.locator("h1")).to_have_text("مقال طويل")
    context.close()
