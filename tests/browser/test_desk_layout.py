"""The desk on a telephone and on a desk, in both languages: nothing to be scrolled sideways, an order that can be followed."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser import desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (390, 1280)
LANGUAGES = ("ar", "en")


def is_wider_than_the_screen(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.fixture
def pages(publisher):
    """Addresses of the desk, with things in its lists and forms that are as long as they get."""
    event = factories.make_event(live=True)
    long_title = "خبر طويل العنوان عن اليوم الأول من الملتقى المقدسي في إسطنبول وما جرى في جلساته كلها"
    article = factories.make_article(
        ar=long_title, en="A long title " * 9, live=True, event=event, picture=factories.make_image(),
        topics=[factories.make_topic(), factories.make_topic()],
    )  # fmt: skip
    factories.draft_over_live(article, "ar")
    factories.scheduled(article, "ar")
    session = factories.make_session(event, people=[factories.make_person(), factories.make_person()])
    decision = factories.make_decision(event)
    return [
        "/admin/", "/admin/articles/article/", "/admin/articles/article/add/",
        f"/admin/articles/article/{article.pk}/change/", f"/admin/articles/article/{article.pk}/change/?language=en",
        f"/admin/articles/article/{article.pk}/history/", "/admin/events/session/",
        f"/admin/events/session/{session.pk}/change/", "/admin/resolutions/decision/",
        f"/admin/resolutions/decision/{decision.pk}/change/", f"/admin/resolutions/decision/{decision.pk}/status/",
        f"/admin/resolutions/decision/{decision.pk}/delete/", "/admin/people/person/add/", "/admin/media_library/image/",
        "/admin/media_library/image/add/", "/admin/events/venue/add/", "/admin/password_change/",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_the_desk_is_wider_than_the_screen(page, live_server, publisher, pages, width, language):
    publisher.interface_language = language
    publisher.save()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{live_server.url}/accounts/login/")
    if language == "en":
        with page.expect_navigation():
            page.click('.desk-language button[value="en"]')
    assert page.get_attribute("html", "lang") == language
    assert not is_wider_than_the_screen(page)
    desk.sign_in(page, live_server.url, "publisher")
    for path in pages:
        assert page.goto(live_server.url + path).status == 200, path
        direction = "rtl" if language == "ar" else "ltr"
        assert (page.get_attribute("html", "lang"), page.get_attribute("html", "dir")) == (
            language,
            direction,
        ), path
        assert not is_wider_than_the_screen(page), path


@pytest.mark.parametrize("interface", LANGUAGES)
def test_the_surface_of_the_editor_has_the_language_of_the_tab(page, live_server, publisher, interface):
    publisher.interface_language = interface
    publisher.save()
    article = factories.make_article()
    desk.sign_in(page, live_server.url, "publisher")
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/?language={language}")
        expect(desk.surface(page)).to_have_attribute("lang", language)
        expect(desk.surface(page)).to_have_attribute("dir", direction)
        assert desk.surface(page).evaluate("surface => getComputedStyle(surface).direction") == direction


@pytest.mark.parametrize("interface", LANGUAGES)
def test_the_tools_of_the_editor_have_names_in_the_language_of_the_desk(
    page, live_server, publisher, interface
):
    publisher.interface_language = interface
    publisher.save()
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    page.wait_for_selector(".prose-menubar__button[aria-label]")
    names = page.eval_on_selector_all(
        ".prose-menubar__button:not(.hidden)", "buttons => buttons.map(button => button.title)"
    )
    bold = {"ar": "خط عريض", "en": "Bold"}[interface]
    assert bold in names
    if interface == "ar":
        assert [name for name in names if name.isascii()] == []


#: What the Tab key reaches on the way through the form of a page, in this order (things between them left out).
ORDER = ["id_title", "id_slug", "id_summary", "id_note", "id_live_from_0", "id_order", "id_source_language", "_continue",
         "_publish"]  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
def test_the_tab_key_goes_through_the_form_as_it_is_read(page, live_server, publisher, width):
    page.set_viewport_size({"width": width, "height": 844})
    document = factories.make_page()
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/articles/page/{document.pk}/change/")
    page.wait_for_selector(".prose-menubar__button[aria-label]")
    page.focus("#id_title")
    reached = []
    for _step in range(80):
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.name || ''"))
        if reached[-1] == ORDER[-1]:
            break
        page.keyboard.press("Tab")
    assert [name for name in reached if name in ORDER] == ORDER


def test_a_wide_screen_shows_the_facts_beside_the_words(page, live_server, publisher):
    article = factories.make_article()
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    boxes = [page.locator(f"fieldset{name}").bounding_box() for name in (".words", ".publishing")]
    # Right to left: the words are to the right of what is done with them.
    assert boxes[0]["x"] > boxes[1]["x"] + boxes[1]["width"]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 5
    page.set_viewport_size({"width": 390, "height": 844})
    boxes = [page.locator(f"fieldset{name}").bounding_box() for name in (".words", ".publishing")]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
