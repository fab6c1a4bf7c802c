"""The names of an archive's files on every file system, and its links as a parser writes them."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from forum_site.archive import names
from forum_site.archive.rewriting import LEFT_OUT, Page, led_style, style_links
from forum_site.archive.writing import Refusal, new_folder, write_manifest, write_sums


def test_a_name_keeps_the_words_of_its_address():
    feed = "application/atom+xml"
    assert {
        address: names.file_name(address, media_type)
        for address, media_type in (
            ("/", "text/html"),
            ("/ar/news/%D9%82%D8%B1%D8%A7%D8%B1-2024/", "text/html"),
            ("/ar/news/?page=2", "text/html"),
            ("/en/decisions/?status=stalled&page=3", "text/html"),
            ("/en/news/feed/", feed),
            ("/en/decisions.csv", "text/csv"),
            ("/media/a%20b/%C3%A9.png", "image/png"),
            ("/media/e%CC%81.png", "image/png"),
        )
    } == {
        "/": "index.html",
        "/ar/news/%D9%82%D8%B1%D8%A7%D8%B1-2024/": "ar/news/قرار-2024/index.html",
        "/ar/news/?page=2": "ar/news/index_page-2.html",
        "/en/decisions/?status=stalled&page=3": "en/decisions/index_status-stalled_page-3.html",
        "/en/news/feed/": "en/news/feed/index.xml",
        "/en/decisions.csv": "en/decisions.csv",
        "/media/a%20b/%C3%A9.png": "media/a b/é.png",
        # Two signs that look like one letter become that letter: NFC.
        "/media/e%CC%81.png": "media/é.png",
    }


UNFIT = ["ع" * 127, "𞤀" * 51, "con", "aux", "lpt1", "a:b", "a*b?", "end.", "end ", "..", "a\\b", "\x07"]


def test_what_some_file_system_cannot_name_gets_another_name_of_its_own():
    for part in UNFIT:
        name = names.file_name(f"/ar/news/{quote(part, safe='')}/")
        assert name.startswith("ar/news/") and name.endswith("/index.html")
        own = name.removeprefix("ar/news/").removesuffix("/index.html")
        assert own != part and "~" in own and len(own.encode()) <= names.LONGEST
        assert not set(own) & set('<>:"/\\|?*\x07') and not own.endswith((".", " "))


def test_two_names_that_differ_in_case_alone_are_told_apart():
    taken = names.Names(reserved=["manifest.json"])
    found = [
        taken.add(address, "image/png") for address in ("/media/A.png", "/media/a.png", "/Manifest.JSON")
    ]
    assert found[0] == "media/A.png" and found[1].startswith("media/a~") and found[2].startswith("Manifest~")
    assert [taken["/media/A.png"], taken["/media/a.png"]] == found[:2]


def test_links_are_relative_and_encoded():
    assert names.link("ar/news/x/index.html", "ar/news/قرار 1/index.html") == (
        "../%D9%82%D8%B1%D8%A7%D8%B1%201/index.html"
    )
    assert names.link("index.html", "ar/index.html") == "ar/index.html"
    assert names.link("ar/x/index.html", "ar/x/index.html", "part") == "#part"
    assert names.link("ar/x/index.html", "index.html", "part") == "../../index.html#part"


PAGE = """<!doctype html>
<html lang="ar"><head><title>ع</title>
<link rel="canonical" href="https://forum.example/ar/"><link rel="alternate" hreflang="en" href="https://forum.example/en/">
<link rel="stylesheet" href="/s.css"><link rel="preload" as="font" href="/f.woff2"><link rel="manifest" href="/m.json">
<link rel="alternate" type="application/json+oembed" href="/oembed/?url=x">
<meta property="og:image" content="https://forum.example/card.png"></head>
<body><header><form action="/ar/search/"><input name="q"></form> <a class="icon" href="/ar/search/"><svg></svg></a>
<ul><li><a href="/ar/search/">بحث</a></li><li><a href="/a/">أ</a></li></ul></header>
<p>اقرأ <a href="/gone/">هذا</a> أو <a href="/ar/search/">ابحث</a> أو <a href="#x">هنا</a>.</p><h2><a href="/gone/">عنوان</a></h2>
<img src="/p.webp" srcset="/p-1.webp 640w, /gone.webp 960w, /p-2.webp 1280w" alt="">
<footer>ذيل</footer></body></html>"""


def lead(link):
    if link.startswith("/gone"):
        return None
    if "search" in link:
        return LEFT_OUT
    return link if link.startswith("#") else f"to{link}"


def test_a_page_is_rewritten():
    page = Page(PAGE.encode())
    links = page.links()
    assert {"/s.css", "/p.webp", "/p-1.webp", "/p-2.webp", "/a/", "https://forum.example/card.png"} < set(
        links
    )
    assert not {"/f.woff2", "/m.json", "/oembed/?url=x", "https://forum.example/ar/"} & set(links)
    page.lead(lead)
    page.add('<div class="note">أُرشف</div>', "note")
    page.add('<div class="note">مرتين</div>', "note")
    html = page.content.decode()
    for there in (
        "<!DOCTYPE html>",
        '<link rel="canonical" href="https://forum.example/ar/">',
        '<link rel="alternate" hreflang="en" href="https://forum.example/en/">',
        '<link rel="stylesheet" href="to/s.css">',
        '<ul><li><a href="to/a/">أ</a></li></ul>',
        '<p>اقرأ هذا أو ابحث أو <a href="#x">هنا</a>.</p><h2>عنوان</h2>',
        '<img src="to/p.webp" srcset="to/p-1.webp 640w, to/p-2.webp 1280w" alt="">',
        '<footer>ذيل<div class="note">أُرشف</div></footer>',
    ):
        assert there in html
    assert not [
        gone for gone in ("form", "oembed", "preload", "manifest", "icon", "بحث<", "مرتين") if gone in html
    ]


def test_an_old_address_leads_on_by_itself():
    page = Page(b'<!doctype html><meta http-equiv="refresh" content="0; url=/ar/"><body><p>x</p>')
    page.lead(lead)
    assert 'content="0; url=to/ar/"' in page.content.decode()
    assert page.language == ""


SHEET = b"""@import "/other.css";
a { background: url("/img/a b.svg"); mask: url(/m.svg), url('data:image/png;base64,AA'); content: "/no/link"; }
@media print { @font-face { src: url(../fonts/x.woff2) } }
"""


def test_a_style_sheet_is_rewritten_where_it_must_be():
    assert style_links(SHEET) == ["/other.css", "/img/a b.svg", "/m.svg", "../fonts/x.woff2"]
    led = led_style(SHEET, lambda link: link if link.startswith("..") else f"..{link}").decode()
    assert style_links(led.encode()) == ["../other.css", "../img/a b.svg", "../m.svg", "../fonts/x.woff2"]
    assert "url(url(" not in led and 'content: "/no/link"' in led and "data:image/png;base64,AA" in led
    assert led_style(SHEET, lambda link: link) == SHEET


def test_only_an_archive_of_ours_is_replaced(tmp_path):
    place = tmp_path / "archive"
    for day in ("2026-01-01", "2026-01-02"):
        with new_folder(place, replace=True) as folder:
            (folder / "ar").mkdir()
            (folder / "ar" / "صفحة.html").write_text(day)
            write_manifest(folder, date.fromisoformat(day), 1, "https://forum.example")
            write_sums(folder)
    assert (place / "ar" / "صفحة.html").read_text() == "2026-01-02"
    manifest = json.loads((place / "manifest.json").read_text())
    (place / "manifest.json").write_text(json.dumps(manifest | {"format": "something else"}))
    with pytest.raises(Refusal) as refused, new_folder(place, replace=True):
        pass
    assert refused.value.reason == "not an archive"
    assert [path.name for path in tmp_path.iterdir()] == ["archive"]


def _archive(place, words="words", meanwhile=None):
    with new_folder(place, replace=True) as folder:
        (folder / "page.html").write_text(words)
        write_manifest(folder, date(2026, 1, 1), 1, "https://forum.example")
        write_sums(folder)
        if meanwhile:
            meanwhile()


def test_what_somebody_put_there_meanwhile_or_changed_since_is_not_touched(tmp_path):
    place = tmp_path / "archive"
    place.mkdir()
    with pytest.raises(Refusal):
        _archive(place, meanwhile=lambda: (place / "mine.txt").write_text("mine"))
    assert [path.name for path in place.iterdir()] == ["mine.txt"]
    (place / "mine.txt").unlink()
    _archive(place)
    (place / "page.html").write_text("changed by hand")
    with pytest.raises(Refusal) as refused:
        _archive(place, "newer words")
    assert (refused.value.reason, refused.value.paths) == ("other files", ["page.html"])
    assert (place / "page.html").read_text() == "changed by hand"
    assert [path.name for path in tmp_path.iterdir()] == ["archive"]


def test_the_place_of_a_disk_is_refused_before_anything_is_read(tmp_path, monkeypatch):
    place = tmp_path / "disk"
    place.mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == place)
    with pytest.raises(Refusal) as refused:
        _archive(place)
    assert refused.value.reason == "mount point"
