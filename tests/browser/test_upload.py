"""An upload in a browser: its progress, a connection that breaks off, and a file that is refused."""

import io
import re

import pytest
from PIL import Image as Picture
from playwright.sync_api import expect

from media_library.models import Attachment, Image
from tests.browser import desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = {"alt_ar": "قاعة المؤتمر", "alt_en": "The congress hall"}


def noise():
    """A picture that no form can make small: some 300 kB."""
    written = io.BytesIO()
    Picture.effect_noise((800, 600), 90).save(written, "JPEG", quality=90)
    return {"name": "hall.jpg", "mimeType": "image/jpeg", "buffer": written.getvalue()}


def fill(page, address, file, words):
    page.goto(address)
    page.set_input_files('input[name="file"]', file)
    for name, text in words.items():
        page.fill(f'[name="{name}"]', text)


def watched(page):
    """What is said of the upload from here on, and how far the bar is, as it changes."""
    said = []
    page.expose_function("note", lambda line: said.append(line))
    page.evaluate(
        """() => new MutationObserver(() => {
            const bar = document.querySelector(".upload__bar");
            const isOpen = !document.querySelector('[name="_save"]').disabled;
            const place = isOpen ? "open" : bar.getAttribute("value") ?? bar.ariaLabel;
            note(`${place}: ${document.querySelector(".upload__said").textContent}`);
        }).observe(document.querySelector("form[enctype]"), { subtree: true, childList: true, characterData: true })"""
    )
    return said


def slow_down(page, bytes_a_second):
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    limits = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_a_second}
    network.send("Network.emulateNetworkConditions", limits)


def test_an_upload_shows_its_progress_and_ends_on_the_list(page, live_server, publisher):
    desk.sign_in(page, live_server.url, "publisher")
    fill(page, f"{live_server.url}/admin/media_library/image/add/", noise(), WORDS)
    said = watched(page)
    slow_down(page, 400_000)
    page.click('input[name="_save"]')
    page.wait_for_url(f"{live_server.url}/admin/media_library/image/")
    assert len(desk.told(page)) == 1
    assert not [line for line in said if line.startswith("open")]
    percents = [int(line.split(":")[0]) for line in said if line[0].isdigit()]
    assert percents == sorted(percents)
    assert [percent for percent in percents if 0 < percent < 100]
    assert any(re.search("رُفع \u2066[0-9]+ %\u2069 من الملف", line) for line in said)
    assert said[-1] == "رفع الملف: وصل الملف، ويجري الآن التحقق منه."
    assert set(Image.objects.get().renditions["made"]) == {"small"}


@pytest.fixture
def window(browser):
    """A browser whose console may complain of the connection that the test breaks, and of nothing else."""
    context = browser.new_context(locale="en", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    window, errors = context.new_page(), []
    window.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    window.on("pageerror", lambda error: errors.append(f"script error: {error}"))
    yield window
    context.close()
    assert [error for error in errors if "net::ERR_" not in error] == []


def typed(page, words):
    return {name: page.input_value(f'[name="{name}"]') for name in words}


def chosen(page):
    return page.eval_on_selector('input[name="file"]', "field => [...field.files].map(file => file.name)")


def test_a_connection_that_breaks_off_and_a_file_that_is_refused_lose_nothing(window, live_server, publisher):
    publisher.interface_language = "en"
    publisher.save()
    page = window
    desk.sign_in(page, live_server.url, "publisher")
    address = f"{live_server.url}/admin/media_library/image/add/"
    fill(page, address, noise(), WORDS)
    page.route("**/image/add/", lambda route: route.abort("connectionreset"))
    page.click('input[name="_save"]')
    expect(page.get_by_role("status")).to_have_text(
        "The connection broke off. Nothing that you typed is lost; please save again."
    )
    assert (typed(page, WORDS), chosen(page)) == (WORDS, ["hall.jpg"])
    page.unroute("**/image/add/")

    page.set_input_files(
        'input[name="file"]', {"name": "a.png", "mimeType": "image/png", "buffer": b"<svg/>"}
    )
    page.fill('[name="alt_en"]', "")
    page.click('input[name="_save"]')
    expect(page.locator(".errornote")).to_be_focused()
    expect(page.locator(".field-file .errorlist")).to_contain_text(
        "This is no picture that the site can show"
    )
    expect(page.locator(".field-alt_en .errorlist")).to_be_visible()
    expect(page.locator('[name="alt_en"]')).to_have_attribute("aria-invalid", "true")
    assert page.locator(".errorlist").count() == 2
    assert typed(page, WORDS) == WORDS | {"alt_en": ""}
    assert Image.objects.count() == 0

    page.set_input_files('input[name="file"]', noise())
    page.fill('[name="alt_en"]', WORDS["alt_en"])
    page.click('input[name="_continue"]')
    page.wait_for_url("**/change/")
    expect(page.locator(".field-copies")).to_contain_text("The smaller copies are being made.")
    expect(page.locator(".imagefield-point")).to_be_attached()
    # With no file chosen, the form is sent as any other.
    page.click('input[name="_save"]')
    page.wait_for_url(f"{live_server.url}/admin/media_library/image/")


def test_a_file_for_readers_goes_the_same_way(page, live_server, publisher):
    desk.sign_in(page, live_server.url, "publisher")
    file = {"name": "statement.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 " + bytes(100_000)}
    words = {"title_ar": "البيان", "title_en": "The statement"}
    fill(page, f"{live_server.url}/admin/media_library/attachment/add/", file, words)
    with page.expect_response("**/attachment/add/") as answer:
        page.click('input[name="_save"]')
    assert answer.value.status == 204
    page.wait_for_url(f"{live_server.url}/admin/media_library/attachment/")
    assert Attachment.objects.count() == 1
