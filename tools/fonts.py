"""Makes static/fonts/ anew from the designers' files: `python tools/fonts.py FOLDER` (static/fonts/README.md).

FOLDER holds the unpacked npm packages `@expo-google-fonts/…`, which carry whole TrueType files. FontTools and brotli come
with WeasyPrint.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
SOURCES = {
    "plex-arabic-400": "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    "plex-arabic-600": "ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf",
    "plex-400": "ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf",
    "plex-600": "ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf",
    "amiri-700": "amiri/700Bold/Amiri_700Bold.ttf",
    "source-serif-600": "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
}


def span(first, last):
    return set(range(first, last + 1))


#: What stands between words in both scripts, and the digits.
BETWEEN = set(map(ord, " !\"%&'()*+,-./0123456789:;?[]«»·–—‘’“”…")) | {0xA0}
#: Arabic, with the letters that Persian and Turkish names bring, the vowel signs and both rows of digits.
ARABIC = {0x60C, 0x61B, 0x61F, *span(0x621, 0x63A), *span(0x640, 0x653), *span(0x660, 0x66C), 0x670, 0x671}
ARABIC |= {0x67E, 0x686, 0x698, 0x6A4, 0x6A9, 0x6AF, 0x6CC, 0x200C, 0x200D, *BETWEEN}
LATIN = span(0x20, 0x7E) | BETWEEN | {0xA9, 0xB0, 0xD7, 0x201A, 0x201E, 0x2022}
LATIN |= {0x20AC, 0x2122, 0x2212}
LATIN_EXT = (span(0xA1, 0x17F) - LATIN) | span(0x218, 0x21B) | {0x2BB, 0x2BC, 0x1E9E}
#: Joining, required ligatures, marks and kerning stay; the fractions and alternates that no page asks for go.
FEATURES = "ccmp isol init medi fina rlig calt rclt liga curs kern mark mkmk tnum lnum"

#: File: where it is cut from, the characters, the name that the licence asks of a changed font.
FILES = {
    "multaqa-sans-arabic-400": ("plex-arabic-400", ARABIC, "Multaqa Sans"),
    "multaqa-sans-arabic-600": ("plex-arabic-600", ARABIC, "Multaqa Sans"),
    "multaqa-sans-latin-400": ("plex-arabic-400", LATIN, "Multaqa Sans"),
    "multaqa-sans-latin-600": ("plex-arabic-600", LATIN, "Multaqa Sans"),
    "multaqa-sans-latin-ext-400": ("plex-400", LATIN_EXT, "Multaqa Sans"),
    "multaqa-sans-latin-ext-600": ("plex-600", LATIN_EXT, "Multaqa Sans"),
    "multaqa-display-arabic-700": ("amiri-700", ARABIC, "Multaqa Display"),
    "multaqa-display-latin-600": ("source-serif-600", LATIN, "Multaqa Display"),
    "multaqa-display-latin-ext-600": ("source-serif-600", LATIN_EXT, "Multaqa Display"),
}


def simplify_naskh(font):
    """Takes the stacked pairs out of Amiri (its one long lookup), all but lam-alef, which Arabic cannot do without.

    A headline is read faster when its letters stand in a row, as newspapers have set it since hot metal; and the file
    is a third lighter.
    """
    alefs, lams = forms(font, "اأإآ"), forms(font, "ل")
    pairs = max(font["GSUB"].table.LookupList.Lookup, key=lambda lookup: len(lookup.SubTable))
    if len(pairs.SubTable) < 40:
        raise SystemExit("another Amiri: look which lookup holds its pairs")
    pairs.SubTable = [part for part in pairs.SubTable if is_lam_alef(part, lams, alefs)]
    pairs.SubTableCount = len(pairs.SubTable)
    if not pairs.SubTable:
        raise SystemExit("lam-alef is lost")


def is_lam_alef(part, lams, alefs):
    covers = [set(coverage.glyphs) for coverage in unwrapped(part).InputCoverage]
    return bool(covers[0] & lams) and bool(covers[-1] & alefs) and len(covers) > 1


def forms(font, letters):
    """The names of the glyphs that stand for ``letters`` at the beginning, in the middle and at the end of a word."""
    glyphs = {font.getBestCmap()[ord(letter)] for letter in letters}
    table = font["GSUB"].table
    joined = [r.Feature for r in table.FeatureList.FeatureRecord if r.FeatureTag in ("init", "medi", "fina")]
    lookups = {index for feature in joined for index in feature.LookupListIndex}
    for part in (part for index in lookups for part in table.LookupList.Lookup[index].SubTable):
        for plain, shaped in getattr(unwrapped(part), "mapping", {}).items():
            if plain in glyphs:
                glyphs.add(shaped if isinstance(shaped, str) else shaped[-1])
    return glyphs


def unwrapped(part):
    return getattr(part, "ExtSubTable", part)


def settle_digits(font):
    """Gives 0-9 the form that Plex draws for Arabic words, wherever they stand.

    Left to the font, a digit after an Arabic word is of that form and one after a dot is not: two sizes in one date.
    """
    arabic = {ord(digit): f"{font.getBestCmap()[ord(digit)]}.loclARAB" for digit in "0123456789"}
    for table in font["cmap"].tables:
        table.cmap.update({code: glyph for code, glyph in arabic.items() if code in table.cmap})


def rename(font, family):
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            font["name"].setName(family.replace(" ", ""), record.nameID, 3, 1, 0x409)


def make(name, folder):
    """Writes one file of ``FILES`` from the packages in ``folder``; returns how many bytes it has."""
    source, characters, family = FILES[name]
    font = TTFont(folder / SOURCES[source])
    if source.startswith("amiri"):
        simplify_naskh(font)
    if source.startswith("plex-arabic") and characters is ARABIC:
        settle_digits(font)
    options = subset.Options(hinting=False, desubroutinize=True, notdef_outline=True, flavor="woff2")
    options.layout_features = FEATURES.split()
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    rename(font, family)
    font.flavor = "woff2"
    font.save(FONTS / f"{name}.woff2")
    return (FONTS / f"{name}.woff2").stat().st_size


if __name__ == "__main__":
    for file in FILES:
        sys.stdout.write(f"{make(file, Path(sys.argv[1])):6} {file}.woff2\n")
