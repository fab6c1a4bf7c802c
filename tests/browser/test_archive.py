"""The archive is opened from a folder, without a server: pages, pictures, style and fonts are all there."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from media_library.renditions import make_renditions
from tests.factories import make_article, make_decision, make_event, make_image
from tests.forum_site.archives import export

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """The address of an archive with an event, a decision and an article with a picture, in both languages."""
    monkeypatch.setattr("forum_site.cards.drawing.draw", lambda words: b"a card")
    picture = make_image(width=1280, height=720)
    make_renditions(picture)
    event = make_event(ar="ملتقى", en="A forum", is_current=True, live=True, picture=picture)
    make_decision(event, ar="قرار بالعربية", en="A decision", live=True)
    make_article(ar="خبر بالعربية", en="An article", event=event, live=True, picture=picture)
    export(tmp_path / "archive", "--without-pdf")
    return (tmp_path / "archive").as_uri()


@pytest.fixture
def window(browser):
    """A reader's window, of which all that goes wrong is remembered: errors, and files that are not there."""
    context = browser.new_context(locale="ar", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    window, wrong = context.new_page(), []
    window.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    window.on("pageerror", lambda error: wrong.append(str(error)))
    window.on("requestfailed", lambda request: wrong.append(request.url))
    yield window
    context.close()
    assert wrong == []


def test_the_archive_is_read_from_a_folder(window, archive):
    window.goto(f"{archive}/index.html")
    window.get_by_role("link", name="العربية").click()
    assert window.url == f"{archive}/ar/index.html"
    assert look(window) == {"dir": "rtl", "face": True, "is_styled": True}

    window.locator("main").get_by_role("link", name="خبر بالعربية").first.click()
    expect(window.locator("h1")).to_have_text("خبر بالعربية")
    assert unquote(window.url).endswith("/ar/news/خبر-بالعربية/index.html")
    assert pictures(window) == [True]
    assert look(window) == {"dir": "rtl", "face": True, "is_styled": True}

    window.locator(".language-switch").click()
    expect(window.locator("h1")).to_have_text("An article")
    assert look(window) == {"dir": "ltr", "face": True, "is_styled": True}
    assert pictures(window) == [True]

    window.locator(".brand").click()
    assert window.url == f"{archive}/en/index.html"
    window.locator("main").get_by_role("link", name="A decision").first.click()
    expect(window.locator("h1")).to_have_text("A decision")
    window.locator(".language-switch").click()
    expect(window.locator("h1")).to_have_text("قرار بالعربية")
    expect(window.locator(".archive-note")).to_be_visible()

    # On a telephone too, and by the short address.
    window.set_viewport_size({"width": 390, "height": 844})
    window.locator(".share__address").click()
    expect(window.locator(".choice__way")).to_have_count(2)
    window.locator(".choice__way[lang=en]").click()
    expect(window.locator("h1")).to_have_text("A decision")


def look(window):
    """The direction of the page, whether the site's own face is loaded, and whether the style sheet is."""
    window.wait_for_load_state()
    return window.evaluate("""async () => {
        await document.fonts.ready;
        const loaded = [...document.fonts].filter((face) => face.status === "loaded");
        return {
            dir: getComputedStyle(document.body).direction,
            face: loaded.some((face) => face.family.includes("Multaqa")),
            is_styled: getComputedStyle(document.body).display === "flex",
        };
    }""")


def pictures(window):
    """For each picture of the text whether it is drawn."""
    return window.evaluate(
        "() => Promise.all([...document.querySelectorAll('main figure img')].map((image) =>"
        " image.decode().then(() => image.naturalWidth > 0, () => false)))"
    )
