"""The components page shows every component of the site, drawn without a database, to the people of the desk alone."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from forum_site.archive.crawling import LEFT_OUT
from forum_site.components import COMPONENTS, NOT_SHOWN
from tests.pages.reading import get
from tests.personas import signed_in

TEMPLATES = Path(settings.BASE_DIR) / "templates"
SHEETS = Path(settings.BASE_DIR) / "static" / "css" / "components"

#: Templates of templates/components whose looks are those of what they hold, or of the page around them.
NO_LOOKS = set(NOT_SHOWN) - {"print_foot"}
NO_LOOKS |= {"footer", "file_item", "out_of_date", "programme_cell", "sample_note", "words"}
#: Style sheets of what no template of that name writes: several do, or one of another name.
NO_TEMPLATE = {"button", "draft_bar", "embed", "error_page", "files", "neighbours", "section_count"}


def names_in(folder):
    return {path.stem for path in (TEMPLATES / folder).glob("*.html") if (TEMPLATES / folder).is_dir()}


def test_every_component_is_shown():
    shown = {component.name for component in COMPONENTS if component.template.startswith("components/")}
    assert names_in("components") == shown | (set(NOT_SHOWN) & names_in("components"))
    assert set(NOT_SHOWN) & shown == set()
    names = [component.name for component in COMPONENTS]
    assert len(names) == len(set(names))


def test_every_part_of_a_page_is_shown():
    shown = {component.template for component in COMPONENTS}
    for folder in ("articles", "events", "home", "people", "resolutions", "search"):
        parts = {
            f"{folder}/{path.name}"
            for path in (TEMPLATES / folder).glob("*.html")
            if "{% extends" not in path.read_text()
        }
        assert parts - shown == set()


def test_a_component_and_its_looks_bear_one_name():
    sheets = {path.stem for path in SHEETS.glob("*.css")}
    templates = {path.stem for path in TEMPLATES.rglob("*.html")}
    assert sheets - templates == NO_TEMPLATE
    assert names_in("components") - sheets == NO_LOOKS & names_in("components")


@pytest.mark.django_db
def test_the_page_is_for_the_desk_alone(reader, author, settings):
    for language in ("ar", "en"):
        get(f"/{language}/_components/", status=404, client=reader)
        page = get(f"/{language}/_components/", client=signed_in(author))
        assert not page.is_indexed
        for component in COMPONENTS:
            blocks = drawn(page.html, component.name)
            assert blocks.count('lang="ar" dir="rtl"') == blocks.count('lang="en" dir="ltr"') > 0
    assert reverse("components").endswith("/_components/") and "components" in LEFT_OUT
    assert "_components" not in reader.get("/sitemap.xml").content.decode()
    settings.DEBUG = True
    get("/en/_components/", client=reader)


def drawn(html, name):
    """The part of the page that shows a component."""
    return re.search(rf'id="specimen-{name}"(.*?)(?=<section class="specimen|</main>)', html, re.DOTALL)[1]


@pytest.mark.django_db
def test_each_direction_speaks_its_own_language(author):
    html = get("/en/_components/", client=signed_in(author)).html
    for name, arabic, english in (
        ("status", "قيد التنفيذ", "In progress"),
        ("programme_day", "القاعة 1", "Hall 1"),
        ("event_when", "ديسمبر", "December"),
        ("empty", "كل القرارات", "All decisions"),
    ):
        blocks = re.split(r'(?=<div class="specimen__block")', drawn(html, name))[1:]
        assert blocks
        for block in blocks:
            own, other = (arabic, english) if 'lang="ar" dir="rtl"' in block[:80] else (english, arabic)
            assert other not in block, name
        assert arabic in "".join(blocks) and english in "".join(blocks)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
