"""Light or dark as the system is, or as the reader chose: kept, without a flash, and no worse where nothing can be kept."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAPERS = {"light": "rgb(251, 250, 247)", "dark": "rgb(18, 22, 20)"}
PAPER = "getComputedStyle(document.body).backgroundColor"
#: The colour that the browser is told for its own bar.
BAR = """[...document.querySelectorAll('meta[name="theme-color"]')].filter(meta => matchMedia(meta.media).matches)
    .map(meta => meta.content)"""
BARS = {"light": ["#ffffff"], "dark": ["#191f1c"]}
NOTHING_KEPT = """Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"""
#: The ground at the first moment that there is a body, before anything of it is painted.
FIRST = """new MutationObserver((_, observer) => {
    if (!document.body) return;
    window.theme = document.documentElement.dataset.theme; observer.disconnect();
}).observe(document, { childList: true, subtree: true })"""


def assert_theme(page, theme, pressed):
    assert page.evaluate(PAPER) == PAPERS[theme]
    assert page.evaluate(BAR) == BARS[theme]
    expect(page.locator('[data-theme-switch] [aria-pressed="true"]')).to_have_text(pressed)
    expect(page.locator("[data-theme-switch] button")).to_have_count(3)


def test_a_reader_chooses_and_the_choice_is_kept(page, live_server):
    page.add_init_script(FIRST)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto(f"{live_server.url}/ar/")
    group = page.get_by_role("group", name="المظهر")
    expect(group.get_by_role("button")).to_have_text(["حسب النظام", "فاتح", "داكن"])
    assert_theme(page, "dark", "حسب النظام")
    assert page.evaluate("document.documentElement.dataset.theme") is None

    group.get_by_role("button", name="فاتح").click()
    assert_theme(page, "light", "فاتح")
    page.goto(f"{live_server.url}/en/news/")
    assert page.evaluate("window.theme") == "light"
    assert_theme(page, "light", "Light")

    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.get_by_role("button", name="Dark").click()
    assert_theme(page, "dark", "Dark")
    page.get_by_role("button", name="As the system").click()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") is None
    assert_theme(page, "light", "As the system")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert_theme(page, "dark", "As the system")


def test_where_nothing_can_be_kept_the_choice_holds_for_the_page(page, live_server):
    page.add_init_script(NOTHING_KEPT)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(f"{live_server.url}/en/")
    assert_theme(page, "light", "As the system")
    page.get_by_role("button", name="Dark").click()
    assert_theme(page, "dark", "Dark")
    page.reload()
    assert_theme(page, "light", "As the system")
