"""Fonts as PDFs need them, so that what is copied out of one is what was written (docs/decisions/17-pdf.md).

A program that reads a PDF turns lines from right to left around by the letters that each glyph stands for. Glyphs of several
letters come out with these swapped («تحضريية»), so the ligatures of a font are left out, but for lam-alef, which the script
requires; it has characters of its own, which every reader takes apart rightly.
"""

import io
import re
import unicodedata

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_SINGLE, _MULTIPLE, _LIGATURE = 1, 2, 4
#: The four lam-alefs, each with the character that stands for it whole.
LAM_ALEF = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in (0xFEF5, 0xFEF7, 0xFEF9, 0xFEFB)}


def for_paper(data):
    """A font file (WOFF2, WOFF or TrueType) as bytes in; the same out, its Arabic ligatures but lam-alef left out."""
    font = TTFont(io.BytesIO(data))
    letters = _letters_of_names(font)
    for table in _substitutions(font):
        if table.LookupType == _LIGATURE:
            table.ligatures = {
                first: kept
                for first, ligatures in table.ligatures.items()
                if (kept := [one for one in ligatures if _may_stay(letters.get(one.LigGlyph, ""))])
            }
    if 0x20 not in font.getBestCmap() and "glyf" in font:
        _add_space(font)
    font.flavor = None
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def letters_of(data):
    """A font file as bytes in; {number of a glyph: the text that it stands for} out, as far as the font itself says so."""
    font = TTFont(io.BytesIO(data))
    return {font.getGlyphID(name): LAM_ALEF.get(text, text) for name, text in _letters_of_names(font).items()}


def _may_stay(text):
    return text in LAM_ALEF or len(re.findall("[\u0620-\u064a\u066e-\u06d3]", text)) < 2


def _letters_of_names(font):
    """{name of a glyph: its text}: by the characters of the font, then by what its rules make of those."""
    letters = {}
    for code, name in sorted(font.getBestCmap().items()):
        # A letter comes before its presentation forms, which stand behind it in Unicode.
        letters.setdefault(name, unicodedata.normalize("NFKC", chr(code)).strip() or chr(code))
    known = -1
    while known < len(letters):
        known = len(letters)
        for table in _substitutions(font):
            for parts, made in _rules(table):
                if all(part in letters for part in parts):
                    letters.setdefault(made, "".join(letters[part] for part in parts))
    return letters


def _substitutions(font):
    if "GSUB" not in font:
        return []
    lookups = font["GSUB"].table.LookupList.Lookup
    return [getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable]


def _rules(table):
    """(names of what it replaces, name of what it puts there), for the rules that put one glyph."""
    if table.LookupType == _SINGLE:
        return [((name,), made) for name, made in table.mapping.items()]
    if table.LookupType == _MULTIPLE:
        return [((name,), made[0]) for name, made in table.mapping.items() if len(made) == 1]
    if table.LookupType == _LIGATURE:
        return [
            ((first, *one.Component), one.LigGlyph) for first, many in table.ligatures.items() for one in many
        ]
    return []


def _add_space(font):
    """The space that a font for one script may lack; without it every space is drawn, and copied, as a missing sign."""
    font["glyf"]["space"] = TTGlyphPen(None).glyph()
    font["hmtx"]["space"] = (font["head"].unitsPerEm // 4, 0)
    font.setGlyphOrder([*(name for name in font.getGlyphOrder() if name != "space"), "space"])
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x20] = "space"
