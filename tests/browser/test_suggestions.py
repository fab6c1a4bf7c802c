"""The search box offers texts while somebody types: by the keyboard alone, and without standing in the way of the form."""

from urllib.parse import unquote

import pytest

from tests.factories import make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_text_is_chosen_with_the_arrows_and_enter(page, live_server, language):
    for slug in ("first", "second"):
        make_article(
            ar={"title": f"زيتون {slug}", "slug": slug},
            en={"title": f"olive {slug}", "slug": slug},
            live=True,
        )
    page.goto(f"{live_server.url}/{language}/search/")
    box = page.locator("#q-page")
    box.press_sequentially({"ar": "زيت", "en": "oliv"}[language])
    options = page.get_by_role("option")
    options.nth(1).wait_for()
    assert (box.get_attribute("role"), box.get_attribute("aria-expanded")) == ("combobox", "true")
    word = {"ar": "زيتون", "en": "olive"}[language]
    assert page.locator(".suggestions__title:visible").all_text_contents() == [
        f"{word} second",
        f"{word} first",
    ]
    assert options.first.locator("[lang]").get_attribute("dir") == {"ar": "rtl", "en": "ltr"}[language]
    assert page.locator(".search-form--page [role=status]").text_content() != ""

    box.press("ArrowDown")
    box.press("ArrowDown")
    chosen = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    box.press("Escape")
    assert (box.get_attribute("aria-expanded"), options.count()) == ("false", 0)
    box.press("ArrowUp")
    box.press("Enter")
    page.wait_for_url("**/news/first/")


def test_enter_sends_the_form_where_nothing_is_chosen(page, live_server):
    make_article(ar=False, en={"title": "olive", "slug": "olive"}, live=True)
    page.goto(f"{live_server.url}/en/search/")
    box = page.locator("#q-page")
    box.press_sequentially("oliv")
    page.get_by_role("option").first.wait_for()
    box.press("Enter")
    page.wait_for_url("**/search/?q=oliv")
    assert "oliv" in unquote(page.url)
