"""How words are set on the home page, an article and the programme, in both languages; the head of a page on a telephone."""

import pytest
from playwright.sync_api import expect

from publishing.models import PublicText
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = {
    "ar": "<p>متن <em>مائل</em> فيه <a href='https://example.org/'>رابط</a>، طويل بقدر سطرين أو أكثر.</p>",
    "en": "<p>A body with <em>stress</em> and <a href='https://example.org/'>a link</a>, long enough for two lines.</p>",
}
#: Everything that shows words, with what the browser reckons of it.
STYLES = """() => [...document.body.querySelectorAll('*')].filter(element =>
    element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
).map(element => {
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    return {
        tag: element.tagName, words: element.textContent.trim().slice(0, 40), arabic: !!element.closest('[lang="ar"]'),
        body: !!element.closest('main') && element.matches('.prose p, .prose li, .prose a'),
        spacing: style.letterSpacing, slant: style.fontStyle, align: style.textAlign, hyphens: style.hyphens,
        size, lines: parseFloat(style.lineHeight) / size, face: style.fontFamily,
        offset: style.textDecorationLine.includes('underline') ? parseFloat(style.textUnderlineOffset) / size : 1,
    };
})"""
#: What a reader who needs room sets (WCAG 1.4.12).
ROOM = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }"""
#: Words that reach out of a box which hides what reaches out of it.
CUT = """() => [...document.querySelectorAll('body *')].filter(element => {
    const words = [...element.childNodes].find(node => node.nodeType === 3 && node.data.trim());
    if (!words || !element.checkVisibility() || element.closest('.visually-hidden, svg, nav[popover], [hidden]')) return false;
    const range = document.createRange();
    range.selectNodeContents(words);
    const lowest = range.getBoundingClientRect().bottom;
    for (let box = element; box !== document.body; box = box.parentElement) {
        if (/hidden|clip/.test(getComputedStyle(box).overflowY) && box.getBoundingClientRect().bottom < lowest - 1) return true;
    }
    return false;
}).map(element => element.outerHTML.slice(0, 80))"""
WIDER = "document.documentElement.scrollWidth > innerWidth"
SMALL = """(least) => [...document.querySelectorAll('.site-head a, .site-head button, .site-foot a, .site-foot button')]
    .filter(element => element.checkVisibility() && !element.closest('.contact'))
    .filter(element => { const box = element.getBoundingClientRect(); return box.height < least || box.width < 24; })
    .map(element => element.textContent.trim())"""
PAINTED = """() => new Promise(done => { const look = () =>
    performance.getEntriesByName('first-contentful-paint').length ? done() : requestAnimationFrame(look); look(); })"""
SHIFTS = """() => { window.shifted = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) window.shifted += entry.value;
})).observe({ type: 'layout-shift', buffered: true }); }"""


@pytest.fixture
def addresses():
    """{language: (home, an article, the programme)}"""
    event = factories.make_event(live=True)
    hall, other = factories.make_room(event.venue), factories.make_room(event.venue)
    factories.make_session(event=event, room=hall, live=True)
    factories.make_session(event=event, room=other, live=True)
    article = factories.make_article(ar={"body": BODY["ar"]}, en={"body": BODY["en"]}, live=True)
    found = {}
    for language in ("ar", "en"):
        texts = PublicText.objects.filter(language_code=language)
        programme = texts.get(document_id=event.pk).address_in(language) + "programme/"
        found[language] = (f"/{language}/", texts.get(document_id=article.pk).address_in(language), programme)
    return found


def test_words_are_set_as_their_language_is(page, live_server, addresses):
    for language, paths in addresses.items():
        for path in paths:
            page.goto(live_server.url + path)
            found = page.evaluate(STYLES)
            assert len(found) > 20
            for style in found:
                assert style["align"] in ("start", "center", "end", "-webkit-match-parent"), style
                assert style["offset"] >= 0.25, style
                assert style["size"] >= 13, style
                if style["arabic"]:
                    assert style["spacing"] in ("normal", "0px"), style
                    assert style["slant"] == "normal", style
                    assert style["hyphens"] == "manual", style
                assert style["lines"] >= (1.3 if style["arabic"] else 1.2), style
            body = [style for style in found if style["body"]]
            assert all(style["size"] >= 17 and style["lines"] >= 1.7 for style in body)
            assert len(body) >= (2 if path == paths[1] else 0)
            first = page.locator("h1").first.evaluate("element => getComputedStyle(element).fontFamily")
            assert first.startswith('"Multaqa Display Arabic"' if language == "ar" else '"Multaqa Display"')


def test_nothing_is_cut_off_with_more_room_and_nothing_scrolls_sideways(page, live_server, addresses):
    page.set_viewport_size({"width": 320, "height": 640})
    for path in [path for paths in addresses.values() for path in paths]:
        page.goto(live_server.url + path)
        assert not page.evaluate(WIDER), path
        page.evaluate("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
                      " document.adoptedStyleSheets = [sheet]; }", ROOM)  # fmt: skip
        assert page.evaluate(CUT) == [], path
        assert not page.evaluate(WIDER), path


def test_faces_that_come_late_move_little(page, live_server, addresses):
    late, is_open = [], []

    def hold(route):
        route.continue_() if is_open else late.append(route)

    page.route("**/*.woff2", hold)
    page.add_init_script(f"({SHIFTS})()")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in [path for paths in addresses.values() for path in paths]:
            late.clear()
            is_open.clear()
            page.goto(live_server.url + path, wait_until="domcontentloaded")
            page.locator("footer").last.wait_for()
            page.evaluate(PAINTED)
            is_open.append(True)
            # The faces of the first view were asked for early, each once.
            assert {route.request.url.split("multaqa-")[1].split(".")[0] for route in late} >= (
                {"display-arabic-700", "sans-arabic-400", "sans-arabic-600"} if path.startswith("/ar/")
                else {"display-latin-600", "sans-latin-400", "sans-latin-600"}
            )  # fmt: skip
            for route in list(late):
                route.continue_()
            page.evaluate("document.fonts.ready")
            page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
            )
            assert page.evaluate("window.shifted") < 0.05, (path, width)


def test_the_head_works_on_a_telephone_without_script(browser, live_server, addresses):
    context = browser.new_context(
        java_script_enabled=False, locale="ar", viewport={"width": 390, "height": 844}
    )
    context.set_default_timeout(15_000)
    phone = context.new_page()
    phone.goto(live_server.url + addresses["ar"][1])
    menu, button = phone.locator("nav#menu"), phone.locator(".menu-button")

    phone.keyboard.press("Tab")
    skip = phone.locator(".skip-link")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["y"] >= 0
    expect(phone.locator("[data-theme-switch]")).to_be_hidden()
    expect(menu).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(menu.locator("[aria-current]")).to_have_text("الأخبار")
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    button.click()
    menu.get_by_role("link", name="القرارات").click()
    expect(phone.locator("h1")).to_have_text("القرارات")
    context.close()


def test_what_is_touched_is_large_enough_and_the_focus_is_seen(page, live_server, addresses):
    for width, least in ((390, 44), (1280, 36)):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(live_server.url + addresses["ar"][1])
        assert page.evaluate(SMALL, least) == []
    expect(page.locator("nav#menu")).to_be_visible()
    expect(page.locator(".menu-button")).to_be_hidden()
    page.locator("nav#menu a").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
