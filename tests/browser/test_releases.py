"""Releasing a bundle, in a browser: put together, refused, mended, released; readers see both languages at once."""

import re

import pytest
from django.utils.translation import gettext, override
from playwright.sync_api import expect

from publishing import workflow
from publishing.models import PublicText, Release
from tests import factories
from tests.browser import desk
from tests.personas import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (1280, 390)


def say(message, language="ar", **values):
    with override(language):
        said = gettext(message)
    return said % values if values else said


@pytest.fixture
def bundle():
    """A decision whose English text has no body yet, and an article about it that links to the decision."""
    writer = make_user("editor", "writer")
    decision = factories.make_decision(
        factories.make_event(),
        ar={"title": "قرار إنشاء اللجنة", "slug": "قرار-اللجنة"},
        en={"title": "Decision on the committee", "body": ""},
    )
    article = factories.make_article(
        ar={
            "title": "إعلان قرار اللجنة",
            "body": '<p>أُعلن <a href="/ar/decisions/قرار-اللجنة/">القرار</a>.</p>',
        },
        en={"title": "The decision is announced", "slug": "announced"},
    )
    for document, language in ((decision, "ar"), (article, "ar")):
        workflow.submit(document, language, writer)
    return decision, article


def choose_document(page, row, title):
    """Type into the autocomplete of a row and take the only result."""
    page.locator(row).locator(".field-document .select2-selection").click()
    page.locator(".select2-search__field").last.fill(title)
    page.get_by_role("option", name=title, exact=True).click()
    expect(page.locator(row).locator(".select2-selection__rendered")).to_contain_text(title)


def put_together(page, live_server):
    """The editor: a new release, both texts of both documents, saved and checked."""
    page.goto(f"{live_server.url}/admin/publishing/release/add/")
    page.fill("#id_name", "ختام اليوم الثاني")
    choose_document(page, "#items-0", "قرار إنشاء اللجنة")
    page.select_option("#id_items-0-language", "both")
    choose_document(page, "#items-1", "إعلان قرار اللجنة")
    page.select_option("#id_items-1-language", "both")
    desk.press(page, "_check")


def sign_out_and_in(page, live_server, username):
    page.context.clear_cookies()
    desk.sign_in(page, live_server.url, username)


def problems(page):
    return page.locator(".release-problem").all_inner_texts()


def press_button(page, name):
    with page.expect_navigation():
        page.click(f'button[name="{name}"]')


def test_release_a_bundle(page, live_server, bundle, editor, publisher):
    decision, article = bundle
    desk.sign_in(page, live_server.url, "editor")
    put_together(page, live_server)

    # The editor sees what is missing, and cannot release.
    no_body = say("The text has no body yet; write one before it is published.")
    assert problems(page) == [f"{say('Cannot go public')}: {no_body}"]
    expect(page.locator(".release-check")).to_contain_text(
        say("Somebody who may publish releases it from this page.")
    )
    assert page.locator('button[name="_release"], button[name="_schedule"]').count() == 0

    # From the row to the form of that very text, where it is mended, and back.
    check = page.url
    page.locator(".release-row").filter(has_text="Decision on the committee").locator("h2 a").click()
    assert page.url.endswith(f"/admin/resolutions/decision/{decision.pk}/change/?language=en")
    desk.surface(page).click()
    desk.write_paragraphs(page, ["A committee prepares the next conference."])
    desk.press(page, "_continue")
    page.goto(check)
    assert problems(page) == []
    expect(page.locator(".release-check")).to_contain_text(say("Nothing stands in the way of this release."))

    # Nothing is public so far, in either language.
    addresses = [f"{live_server.url}/ar/decisions/قرار-اللجنة/", f"{live_server.url}/en/news/announced/"]
    assert [page.request.get(address).status for address in addresses] == [404, 404]

    sign_out_and_in(page, live_server, "publisher")
    page.goto(check)
    press_button(page, "_release")
    assert desk.told(page) == [say("Released: readers see all of these texts now.")]
    assert len(set(PublicText.objects.values_list("live_from", flat=True))) == 1
    assert PublicText.objects.count() == 4

    # A reader goes from the news to the decision and to the other language.
    page.goto(f"{live_server.url}/d/{article.pk}/")
    page.locator("main").get_by_role("link", name="القرار", exact=True).click()
    expect(page.locator("h1")).to_have_text("قرار إنشاء اللجنة")
    page.locator('header a[hreflang="en"]').first.click()
    expect(page.locator("h1")).to_have_text("Decision on the committee")
    expect(page.locator("main")).to_contain_text("A committee prepares the next conference.")


def test_schedule_and_cancel_by_keyboard(page, live_server, publisher):
    article = factories.make_article(ar="خبر الغد", en="News of tomorrow")
    desk.sign_in(page, live_server.url, "publisher")
    release = Release.objects.create(name="إصدار الغد", created_by=publisher)
    for language in ("ar", "en"):
        release.items.create(document_id=article.pk, language_code=language)
    page.goto(f"{live_server.url}/admin/publishing/release/{release.pk}/check/")
    page.focus("#id_at_0")
    page.keyboard.type("2099-01-01")
    page.focus("#id_at_1")
    page.keyboard.type("10:00")
    page.focus('button[name="_schedule"]')
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert desk.told(page) == [say("Scheduled: all of these texts go public at the moment that you chose.")]
    release.refresh_from_db()
    assert release.live_from.isoformat() == "2099-01-01T07:00:00+00:00"
    # One of its texts alone is not cancelled.
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/?language=en")
    desk.press(page, "_cancel_schedule")
    (told,) = desk.told(page)
    assert "«إصدار الغد»" in told
    page.goto(f"{live_server.url}/admin/publishing/release/{release.pk}/check/")
    page.focus('button[name="_cancel"]')
    with page.expect_navigation():
        page.keyboard.press("Enter")
    release.refresh_from_db()
    assert release.live_from is None


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_sticks_out(page, live_server, publisher, language, width):
    """The list, the form and the check fit their width; what they show has its own direction."""
    publisher.interface_language = language
    publisher.save()
    page.set_viewport_size({"width": width, "height": 844})
    article = factories.make_article(
        ar={"title": "عنوان طويل " * 10, "body": f'<p><a href="/ar/{"a" * 150}/">رابط</a></p>'}, en=False
    )
    release = Release.objects.create(name="إصدار " * 15, note="ملاحظة " * 30, created_by=publisher)
    release.items.create(document_id=article.pk, language_code="ar")
    desk.sign_in(page, live_server.url, "publisher")
    for act in ("", f"{release.pk}/change/", f"{release.pk}/check/"):
        page.goto(f"{live_server.url}/admin/publishing/release/{act}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, act
    title = page.locator(".release-row__title a")
    assert (title.get_attribute("lang"), title.get_attribute("dir")) == ("ar", "rtl")
    assert re.search(r"/ar/a{150}/", problems(page)[-1] + problems(page)[-2])
    page.goto(f"{live_server.url}/admin/publishing/release/{release.pk}/change/")
    box = page.locator("#id_items-2-0-language").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_reader_is_told_of_an_out_of_date_translation(page, live_server, language, width):
    source = "en" if language == "ar" else "ar"
    page.set_viewport_size({"width": width, "height": 844})
    event = factories.make_event(ar=False, en=False, source_language=source)
    for code in (source, language):
        factories.write(event, code, **factories.words_for("event", code))
        factories.go_live(event, code)
    factories.write(event, source, body="<p>Changed.</p>")
    original = factories.go_live(event, source)
    page.goto(f"{live_server.url}/d/{event.pk}/")
    if page.get_attribute("html", "lang") != language:
        page.locator(f'header a[hreflang="{language}"]').first.click()
    notice = page.locator("main .notice")
    expect(notice).to_have_count(1)
    heading, box = page.locator("h1").bounding_box(), notice.bounding_box()
    assert heading["y"] + heading["height"] <= box["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    notice.locator("a").click()
    expect(page.locator("h1")).to_have_text(original.title)
    expect(page.locator("main .notice")).to_have_count(0)
