"""The one style sheet of the pages, put together from its parts."""

import os
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from forum_site.style_sheets import SITE_SHEET, parts


def sheet():
    return Path(finders.find(SITE_SHEET)).read_text()


def test_the_sheet_holds_every_part_in_the_order_of_the_cascade_without_comments():
    said = "\n".join(part.read_text() for part in parts())
    rules = re.sub(r"/\*.*?\*/", "", said, flags=re.DOTALL)

    assert sheet().split() == rules.split()
    assert len(sheet()) < len(said) * 0.96


def test_what_is_gathered_leaves_out_the_sheets_of_components():
    gathered = {path for finder in finders.get_finders() for path, _storage in finder.list([])}

    assert {SITE_SHEET, "css/fonts.css", "css/desk.css", "img/pattern.svg"} <= gathered
    assert [path for path in gathered if path.startswith("css/components/")] == []


def test_the_foundations_come_first_then_every_component():
    names = [part.stem for part in parts()]

    assert names[:5] == ["fonts", "tokens", "base", "layout", "typography"]
    assert {"hero", "status", "figure"} < set(names[5:])


def test_a_changed_part_makes_a_new_sheet(settings, tmp_path):
    folder = tmp_path / "static" / "css"
    (folder / "components").mkdir(parents=True)
    for name in ("fonts", "tokens", "base", "layout", "typography", "components/card"):
        (folder / f"{name}.css").write_text(f".{name[-4:]} {{}}\n")
    settings.BASE_DIR, settings.VAR_DIR = tmp_path, tmp_path / "var"
    assert ".card {}" in sheet()

    card = folder / "components" / "card.css"
    card.write_text(".card { color: red }\n")
    later = card.stat().st_mtime + 5
    os.utime(card, (later, later))

    assert ".card { color: red }" in sheet()
    assert list((tmp_path / "var" / "style" / "css").iterdir()) == [tmp_path / "var/style/css/site.css"]


def test_collecting_finds_it_too():
    finder = finders.get_finder("forum_site.style_sheets.SiteSheetFinder")

    [(name, storage)] = finder.list([])

    assert name == SITE_SHEET
    assert storage.exists(name)
