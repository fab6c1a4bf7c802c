"""What the fonts of a PDF must be like so that its words can be copied."""

import re
import unicodedata
from pathlib import Path

import pytest

from forum_site import paper

pytestmark = pytest.mark.skipif(bool(paper.missing()), reason=f"not installed: {', '.join(paper.missing())}")

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
SHEET = (STATIC / "css" / "paper.css").read_text()
FONTS = [STATIC / "fonts" / name for name in re.findall(r'url\("\.\./fonts/([^"]+)"\)', SHEET)]


def test_each_file_has_a_family_of_its_own():
    """WeasyPrint takes two files of one family and weight for one font, and writes one with the letters of the other."""
    faces = re.findall(r'font-family: "([^"]+)"; font-weight: (\d+); src', SHEET)
    assert len(faces) == len(set(faces)) == len(FONTS)
    assert [font.name for font in FONTS if not font.is_file()] == []


@pytest.mark.parametrize(
    "font", [font for font in FONTS if "arabic" in font.name], ids=lambda font: font.stem
)
def test_of_the_arabic_ligatures_lam_alef_alone_is_left(font):
    from forum_site.paper.fonts import LAM_ALEF, for_paper, letters_of

    letters = letters_of(for_paper(font.read_bytes()))
    # Amiri draws lam-alef of two glyphs.
    assert set(LAM_ALEF.values()) <= set(letters.values()) or "display" in font.name
    # What is decided by the font's rules that are left; the glyphs of the others are never asked for.
    for text in letters.values():
        letters_of_it = [sign for sign in text if unicodedata.category(sign) == "Lo"]
        assert len(letters_of_it) < 2 or text == "الله", text


def test_only_files_of_the_site_are_read(settings):
    from forum_site.paper.engine import OwnFiles

    fetcher = OwnFiles("https://forum.example.org")
    assert b"@page" in fetcher.fetch("https://forum.example.org/static/css/paper.css").read()
    for url in (
        "file:///etc/passwd",
        "https://example.org/static/css/paper.css",
        "https://forum.example.org/static/../secret_key",
        "https://forum.example.org/media/%2e%2e/secret_key",
        "https://forum.example.org/ar/",
        "data:text/plain,x",
    ):
        with pytest.raises(Exception, match=r".+"):
            fetcher.fetch(url)
