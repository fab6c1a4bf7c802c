"""The main job, as an editor does it: written in Arabic, published, translated, edited over the public text, renamed."""

from urllib.parse import quote, unquote

import pytest
from django.utils.translation import gettext, override
from playwright.sync_api import expect

from articles.models import Article
from publishing.models import PublicText
from tests.browser import desk, report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def in_arabic(message):
    with override("ar"):
        return gettext(message)


def read(page, address):
    """Open a public page and make sure that it answers."""
    response = page.goto(address)
    assert response.status == 200, address
    return page


def heading(page):
    return page.locator("h1").inner_text()


def switch_language(page, language):
    with page.expect_navigation():
        page.locator(f'header a[hreflang="{language}"]').first.click()


def write_the_report(page, live_server):
    """Fill the form of a new article, the picture by its "+"."""
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    assert page.get_attribute("html", "dir") == "rtl"
    page.fill("#id_title", report.TITLE)
    page.fill("#id_summary", report.SUMMARY)
    page.select_option("#id_article_kind", "report")
    surface = desk.surface(page)
    assert (surface.get_attribute("lang"), surface.get_attribute("dir")) == ("ar", "rtl")
    surface.click()
    desk.write_paragraphs(
        page, [*report.BEFORE, f"## {report.HEADING}", f"- {report.ITEMS[0]}", *report.ITEMS[1:]]
    )
    desk.leave_list(page)
    desk.write_paragraphs(page, report.AFTER)
    desk.link(page, report.LINKED, report.ADDRESS)
    desk.upload_picture(page, report.ALT_AR, report.ALT_EN)


def assert_the_report_is_read(page):
    """Language, direction, every word, the heading, the list, the link and the picture with what it shows."""
    assert (page.get_attribute("html", "lang"), page.get_attribute("html", "dir")) == ("ar", "rtl")
    assert heading(page) == report.TITLE
    main = page.locator("main")
    text = " ".join(main.inner_text().split())
    for paragraph in (report.SUMMARY, *report.BEFORE, *report.AFTER):
        assert " ".join(paragraph.split()) in text
    expect(main.locator("h2").filter(has_text=report.HEADING)).to_have_count(1)
    body_list = main.locator("ul").filter(has_text=report.ITEMS[0])
    assert [item.strip() for item in body_list.locator("li").all_inner_texts()] == list(report.ITEMS)
    expect(main.locator(f'a[href="{report.ADDRESS}"]')).to_have_text(report.LINKED)
    picture = main.locator(f'img[alt="{report.ALT_AR}"]').first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=picture.element_handle())


def write_in_english(page, form):
    """The translation, in the other tab."""
    page.goto(f"{form}?language=en")
    surface = desk.surface(page)
    assert (surface.get_attribute("lang"), surface.get_attribute("dir")) == ("en", "ltr")
    page.fill("#id_title", report.ENGLISH_TITLE)
    page.fill("#id_summary", report.ENGLISH_SUMMARY)
    surface.click()
    desk.write_paragraphs(page, report.ENGLISH)


def assert_both_languages_lead_to_each_other(page, arabic_address):
    """A reader switches to English and back and stays at the same article."""
    read(page, arabic_address)
    switch_language(page, "en")
    assert (page.get_attribute("html", "lang"), page.get_attribute("html", "dir")) == ("en", "ltr")
    assert heading(page) == report.ENGLISH_TITLE
    assert report.ENGLISH[0] in page.locator("main").inner_text()
    expect(page.locator(f'main img[alt="{report.ALT_EN}"]').first).to_be_visible()
    switch_language(page, "ar")
    assert_the_report_is_read(page)
    assert unquote(page.url) == unquote(arabic_address)


def change(page, form, button, **typed):
    """Open the form, type, press."""
    page.goto(form)
    for name, words in typed.items():
        page.fill(f"#id_{name}", words)
    desk.press(page, button)


def test_an_editor_publishes_and_a_reader_reads(page, live_server, publisher):
    assert 330 <= report.words() <= 380
    desk.sign_in_at_the_door(page, live_server.url, "publisher")

    # Written, and public at once.
    write_the_report(page, live_server)
    desk.press(page, "_publish")
    assert desk.told(page) == [in_arabic("Published: readers see the text now.")]
    form = page.url.partition("?")[0]
    address = live_server.url + page.get_attribute("a.viewsitelink", "href")
    assert_the_report_is_read(read(page, address))

    # Translated.
    write_in_english(page, form)
    desk.press(page, "_publish")
    assert_both_languages_lead_to_each_other(page, address)

    # Edited and saved: readers see nothing of it. Published: they see it at once.
    later = "الملتقى المقدسي يختتم يومه الأول بثلاث ندوات"
    change(page, form, "_continue", title=later)
    assert in_arabic("Live, newer draft") in page.locator(".language-tabs").inner_text()
    assert heading(read(page, address)) == report.TITLE
    change(page, form, "_publish")
    assert heading(read(page, address)) == later

    # Renamed: the old address leads to the new one.
    change(page, form, "_publish", slug="ختام اليوم الأول")
    old = page.request.get(address, max_redirects=0)
    new = f"/ar/news/{quote('ختام-اليوم-الأول')}/"
    assert (old.status, old.headers["location"]) == (301, new)
    assert heading(read(page, address)) == later
    assert unquote(page.url) == live_server.url + unquote(new)

    article = Article.objects.get()
    public = set(PublicText.objects.values_list("document_id", "language_code"))
    assert public == {(article.pk, "ar"), (article.pk, "en")}
