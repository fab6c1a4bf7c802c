"""A draft is looked at on a phone and in both languages, shown to somebody without an account, and answered by them."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from publishing.models import Note, ShareLink
from tests import factories
from tests.browser import desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article(publisher):
    """The working copy of an article that nobody outside has read; the desk in English."""
    publisher.interface_language = "en"
    publisher.save()
    return factories.make_article(
        ar={"title": "عنوان المسودة", "body": "<p>متن المسودة.</p>"}, en="The draft"
    )


@pytest.fixture
def stranger(browser, page):
    """Another browser, in which nobody has ever signed in; it fails on what the console calls an error, but for a 404."""
    context = browser.new_context(locale="en", viewport={"width": 390, "height": 844})
    context.set_default_timeout(15_000)
    window, errors = context.new_page(), []
    window.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    window.on("pageerror", lambda error: errors.append(f"script error: {error}"))
    yield window
    context.close()
    assert [error for error in errors if "404" not in error] == []


def framed(page, language):
    """The page inside the frame of ``language``, once it is there."""
    title = {"ar": "The page in Arabic", "en": "The page in English"}[language]
    return page.frame_locator(f'iframe[title="{title}"]')


def is_wider_than_the_screen(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_preview_frames_the_real_page(page, live_server, publisher, article, width):
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/?language=en")
    with page.expect_popup() as opened:
        page.get_by_text("Preview the working copy").click()
    window = opened.value
    window.set_viewport_size({"width": width, "height": 844})
    expect(framed(window, "en").locator("h1")).to_have_text("The draft")
    assert not is_wider_than_the_screen(window)

    window.get_by_role("link", name="Both side by side").click()
    expect(framed(window, "ar").locator("h1")).to_have_text("عنوان المسودة")
    expect(framed(window, "en").locator("h1")).to_have_text("The draft")
    boxes = [window.locator("iframe").nth(place).bounding_box() for place in (0, 1)]
    if width == 1280:
        assert boxes[0]["y"] == boxes[1]["y"]
        assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
    else:
        assert boxes[0]["y"] + boxes[0]["height"] < boxes[1]["y"]
    assert not is_wider_than_the_screen(window)

    window.get_by_role("link", name="Phone").click()
    expect(framed(window, "ar").locator("h1")).to_have_text("عنوان المسودة")
    inside = framed(window, "ar").locator("html").evaluate("() => innerWidth")
    # On a telephone the frame is what the telephone leaves of itself.
    assert inside == 390 if width == 1280 else 300 < inside < 390
    assert not is_wider_than_the_screen(window)


def test_arabic_stands_on_the_right_of_an_arabic_desk(page, live_server, publisher, article):
    publisher.interface_language = "ar"
    publisher.save()
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/preview/{article.pk}/?language=both")
    arabic, english = (
        page.locator(f'iframe[src$="/{language}/"]').bounding_box() for language in ("ar", "en")
    )
    assert arabic["x"] > english["x"] + english["width"]


def test_a_link_in_the_frame_opens_a_window_of_its_own(page, live_server, publisher, article):
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/preview/{article.pk}/?language=ar")
    with page.expect_popup() as opened:
        framed(page, "ar").locator(".brand").click()
    assert opened.value.url == f"{live_server.url}/ar/"
    expect(framed(page, "ar").locator("h1")).to_have_text("عنوان المسودة")


def test_a_day_is_chosen_and_left_again(page, live_server, publisher, article):
    factories.scheduled(article, "ar", factories.in_istanbul(factories.date(2030, 5, 1), 10))
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/preview/{article.pk}/?language=ar")
    for day, found in (("2030-04-30", False), ("2030-05-01", True)):
        page.fill("#id_on", day)
        page.get_by_role("button", name="Show").click()
        if found:
            expect(framed(page, "ar").locator("h1")).to_have_text("عنوان المسودة")
            expect(framed(page, "ar").locator(".preview-bar")).to_contain_text("1 مايو 2030، 23:59")
        else:
            expect(page.locator(".preview-nothing")).to_contain_text("1 May 2030, 10:00")
            expect(page.locator("iframe")).to_have_count(0)
    page.get_by_role("link", name="Back to the working copy").click()
    expect(page.locator("#id_on")).to_have_value("")


def make_link(page, address, article, name):
    """On the form of the Arabic text. Returns the address that is shown."""
    page.goto(f"{address}/admin/articles/article/{article.pk}/change/?language=ar")
    page.fill("#id_share_name", name)
    with page.expect_navigation():
        page.get_by_role("button", name="Make a link").click()
    return page.input_value("#share-address")


def test_share_a_preview(page, live_server, publisher, article, stranger):
    desk.sign_in(page, live_server.url, "publisher")
    address = make_link(page, live_server.url, article, "Dr Nabil")
    page.get_by_role("button", name="Copy the address").click()
    expect(page.locator("[data-copies]")).to_have_text("Copied")

    # Without an account, by the address alone: the draft, in its own language, marked as one.
    path = address[address.index("/shared/") :]
    stranger.goto(live_server.url + path)
    assert (stranger.get_attribute("html", "lang"), stranger.get_attribute("html", "dir")) == ("ar", "rtl")
    expect(stranger.locator("h1")).to_have_text("عنوان المسودة")
    expect(stranger.locator(".draft-bar")).to_contain_text("Dr Nabil")
    assert not is_wider_than_the_screen(stranger)

    # Enter in the name approves nothing; what is missing is said, what was typed stays.
    stranger.fill("#answer [name=text]", "العنوان أطول مما ينبغي.")
    stranger.fill("#answer [name=name]", "نبيل")
    with stranger.expect_navigation():
        stranger.press("#answer [name=name]", "Enter")
    expect(stranger.locator("#answer .errorlist")).to_have_count(1)
    expect(stranger.locator("#answer [name=text]")).to_have_value("العنوان أطول مما ينبغي.")
    assert Note.objects.count() == 0

    stranger.check("#answer [value=changes]")
    with stranger.expect_navigation():
        stranger.click("#answer button")
    assert stranger.url.startswith(f"{live_server.url}{path}?answered=1")
    expect(stranger.locator("h1")).to_have_count(1)
    note = Note.objects.get()
    assert (note.guest_name, note.verdict, note.text) == ("نبيل", "changes", "العنوان أطول مما ينبغي.")

    # The editor reads it on the form, and closes the door.
    page.reload()
    expect(page.locator("#share-address")).to_have_count(0)
    expect(page.locator(".share-links")).to_contain_text("asked for changes on")
    expect(page.locator("#notes")).to_contain_text("العنوان أطول مما ينبغي.")
    with page.expect_navigation():
        page.get_by_role("button", name="Revoke the link for Dr Nabil").click()
    assert desk.told(page) == ["The link is revoked: whoever has it sees nothing any more."]
    assert ShareLink.objects.working().count() == 0
    answer = stranger.goto(live_server.url + path)
    assert answer.status == 404
    assert "عنوان المسودة" not in stranger.content()
    assert Article.objects.count() == 1


def test_a_link_is_made_without_a_script(browser, live_server, publisher, article):
    context = browser.new_context(locale="en", java_script_enabled=False)
    window = context.new_page()
    desk.sign_in(window, live_server.url, "publisher")
    address = make_link(window, live_server.url, article, "Dr Nabil")
    assert "/shared/" in address
    expect(window.locator("[data-copies]")).to_be_hidden()
    context.close()
