"""A translator's day in a browser: an outdated text is read, mended and handed in; a publisher publishes what another wrote."""

import pytest
from playwright.sync_api import expect

from publishing import workflow
from publishing.freshness import Freshness, freshness_of
from publishing.models import Document, Revision
from tests import factories
from tests.browser import desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARABIC = {
    "title": "افتتاح الملتقى", "summary": "موجز أول.\nسطر ثان.",
    "body": "<p>متن <strong>أول</strong>.</p><ul><li><p>بند</p></li></ul>",
}  # fmt: skip
ENGLISH = {"title": "The forum opens", "summary": "In short.", "body": "<p>First body.</p>"}
LATER = {"title": "اختتام الملتقى", "summary": "موجز ثان.\nسطر ثالث.",
         "body": "<p>متن <strong>ثان</strong>.</p><ul><li><p>بند</p></li></ul>"}  # fmt: skip


@pytest.fixture
def outdated():
    """An article in both languages whose Arabic was published anew."""
    article = factories.make_article(ar=ARABIC, en=ENGLISH, live=True)
    factories.write(article, "ar", **LATER)
    factories.go_live(article, "ar")
    return article


def row(page, name):
    """The field ``name`` with its original."""
    return page.locator(f".words--beside .field-{name}")


def copy(page, name):
    row(page, name).locator(".copy-source").click()


def freshness(document):
    return freshness_of(Document.objects.get(pk=document.pk), "en")


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_an_outdated_text_is_translated(page, live_server, translator, outdated, interface):
    translator.interface_language = interface
    translator.save()
    desk.sign_in(page, live_server.url, "translator")

    # The form opens in the tab that a translator writes, and shows what changed.
    page.goto(f"{live_server.url}/admin/articles/article/{outdated.pk}/change/")
    expect(page.locator(".language-tabs [aria-current]")).to_have_text("English")
    expect(page.locator(".standing--out_of_date")).to_have_count(1)
    changes = row(page, "title").locator(".source-changes")
    expect(changes.locator("del")).to_have_text("افتتاح")
    expect(changes.locator("ins")).to_have_text("اختتام")
    said = row(page, "body").locator(".source-said")
    assert (said.get_attribute("lang"), said.get_attribute("dir")) == ("ar", "rtl")

    # The original is copied, taken back, and copied again: the title as text, the body as rich text.
    title = page.locator("#id_title")
    copy(page, "title")
    expect(title).to_have_value(LATER["title"])
    copy(page, "title")
    expect(title).to_have_value(ENGLISH["title"])
    copy(page, "summary")
    expect(page.locator("#id_summary")).to_have_value(LATER["summary"])
    surface = desk.surface(page)
    expect(surface.locator("p").first).to_have_text("First body.")
    copy(page, "body")
    expect(surface.locator("strong")).to_have_text("ثان")
    expect(surface.locator("li")).to_have_text("بند")

    # Written over, ticked, handed in.
    title.fill("The forum closes")
    page.fill("#id_summary", "In short once more.")
    surface.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("Second body.")
    page.check("#id_agrees")
    desk.press(page, "_submit_for_review")
    expect(page.locator(".standing--up_to_date")).to_have_count(1)
    expect(page.locator("#id_agrees")).to_have_count(0)
    expect(page.locator(".source-changes")).to_have_count(0)
    latest = Revision.objects.filter(document=outdated, language_code="en").latest("number")
    assert (latest.title, latest.body) == ("The forum closes", "<p>Second body.</p>")
    assert freshness(outdated) == Freshness.UP_TO_DATE


def test_the_browsers_own_undo_takes_a_copy_back(page, live_server, translator, outdated):
    desk.sign_in(page, live_server.url, "translator")
    page.goto(f"{live_server.url}/admin/articles/article/{outdated.pk}/change/")
    title, surface = page.locator("#id_title"), desk.surface(page)
    expect(surface).to_have_text("First body.")
    copy(page, "title")
    expect(title).to_have_value(LATER["title"])
    title.press("ControlOrMeta+z")
    expect(title).to_have_value(ENGLISH["title"])
    copy(page, "body")
    expect(surface.locator("strong")).to_have_text("ثان")
    surface.focus()
    page.keyboard.press("ControlOrMeta+z")
    expect(surface).to_have_text("First body.")


def test_after_typing_on_the_button_copies_again(page, live_server, translator, outdated):
    desk.sign_in(page, live_server.url, "translator")
    page.goto(f"{live_server.url}/admin/articles/article/{outdated.pk}/change/")
    button = row(page, "title").locator(".copy-source span").first
    name = button.inner_text()
    copy(page, "title")
    assert button.inner_text() != name
    page.locator("#id_title").press_sequentially("!")
    expect(button).to_have_text(name)
    copy(page, "title")
    expect(page.locator("#id_title")).to_have_value(LATER["title"])


def test_no_change_needed_is_one_press(page, live_server, translator, outdated):
    desk.sign_in(page, live_server.url, "translator")
    page.goto(f"{live_server.url}/admin/articles/article/{outdated.pk}/change/")
    desk.press(page, "_mark_up_to_date")
    expect(page.locator(".standing--up_to_date")).to_have_count(1)
    assert freshness(outdated) == Freshness.UP_TO_DATE


def test_the_enter_key_saves_and_settles_nothing(page, live_server, translator, outdated):
    desk.sign_in(page, live_server.url, "translator")
    page.goto(f"{live_server.url}/admin/articles/article/{outdated.pk}/change/")
    page.fill("#id_title", "The forum goes on")
    with page.expect_navigation():
        page.press("#id_title", "Enter")
    expect(page.locator(".standing--out_of_date")).to_have_count(1)
    assert Document.objects.get(pk=outdated.pk).working_copy("en").title == "The forum goes on"


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_the_original_stands_beside_and_on_a_telephone_above(
    page, live_server, translator, outdated, interface
):
    translator.interface_language = interface
    translator.save()
    desk.sign_in(page, live_server.url, "translator")
    page.goto(f"{live_server.url}/admin/articles/article/{outdated.pk}/change/")
    boxes = [row(page, "title").locator(part).bounding_box() for part in (".source-word", ".own-words")]
    first, second = boxes if interface == "en" else reversed(boxes)
    assert first["x"] + first["width"] <= second["x"]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 5
    # The facts are below, not beside.
    words, publishing = (page.locator(f"fieldset.{part}").bounding_box() for part in ("words", "publishing"))
    assert words["y"] + words["height"] <= publishing["y"]

    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    boxes = [row(page, "title").locator(part).bounding_box() for part in (".source-word", ".own-words")]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    expect(row(page, "body").locator(".source-text")).not_to_have_attribute("open", "")


def test_a_publisher_who_only_opened_it_publishes_what_another_wrote(page, live_server, publisher):
    """Four eyes: the editor on the page must not save a text of the publisher's behind their back."""
    body = "<p>أول</p>\n<ul><li>بند</li></ul>\n<blockquote><p>قول</p></blockquote><hr><h2>عنوان</h2><p>ثان<br>ثالث</p>"
    decision = factories.make_decision(ar={"summary": "سطر أول.\nسطر ثان.", "body": body}, en=None)
    workflow.submit(decision, "ar", factories.chief())
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/resolutions/decision/{decision.pk}/change/")
    expect(desk.surface(page).locator("blockquote")).to_have_count(1)
    page.focus("#id_title")
    desk.surface(page).click()
    desk.press(page, "_publish")
    (revision,) = Revision.objects.filter(document=decision)
    assert (revision.created_by, revision.published_by) == (factories.chief(), publisher)
    assert revision.live_from is not None
