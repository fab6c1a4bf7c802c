"""The faces: they cover what the site writes, weigh little, join and place marks. FontTools comes with WeasyPrint."""

import re
from pathlib import Path

import polib
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "static" / "fonts"
SHEET = (ROOT / "static" / "css" / "fonts.css").read_text()
TOKENS = (ROOT / "static" / "css" / "tokens.css").read_text()
PRELOADS = (ROOT / "templates" / "components" / "preloads.html").read_text()
#: What the brief of the faces names: brackets, quotation marks, Arabic and Latin points, both rows of digits.
SIGNS = set("()«»؟،؛٪٠١٢٣٤٥٦٧٨٩0123456789–—… :.!\"'“”‘’%")
ARABIC_LETTERS = set(map(chr, [*range(0x621, 0x63B), *range(0x640, 0x653), 0x670, *map(ord, "پچژگکی")]))


def faces():
    """(family, file, characters promised by unicode-range) of every @font-face that loads a file."""
    for rule in re.findall(r"@font-face \{(.*?)\}", SHEET):
        if "url(" in rule:
            family = re.search(r'font-family: "([^"]+)"', rule)[1]
            file = re.search(r"fonts/([\w-]+)\.woff2", rule)[1]
            yield family, file, characters(re.search(r"unicode-range: ([^;]+);", rule)[1])


def characters(ranges):
    found = set()
    for part in ranges.split(", "):
        first, _, last = part.removeprefix("U+").partition("-")
        found |= set(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return found


def in_file(name):
    return set(map(chr, TTFont(FONTS / f"{name}.woff2").getBestCmap()))


def family(name):
    return set().union(*(promised for found, _, promised in faces() if found == name))


def written():
    """Every character of both catalogues and of the demo's texts."""
    texts = [path.read_text() for path in (ROOT / "demo" / "content").glob("*.py")]
    for path in (ROOT / "locale").glob("*/LC_MESSAGES/django.po"):
        texts += [entry.msgstr + "".join(entry.msgstr_plural.values()) for entry in polib.pofile(path)]
    return set("".join(texts))


def test_a_file_holds_what_the_sheet_promises_of_it_and_every_file_is_used():
    joiners = {"\u200c", "\u200d"}  # They draw nothing; a word with one in it stays in one face.
    missing = {(name, file): promised - in_file(file) - joiners for name, file, promised in faces()}

    assert {place: sorted(lost) for place, lost in missing.items() if lost} == {}
    assert {file for _, file, _ in faces()} == {path.stem for path in FONTS.glob("*.woff2")}


def test_both_faces_cover_the_scripts_and_signs():
    for name in ("Multaqa Sans Arabic", "Multaqa Display Arabic"):
        assert sorted((SIGNS | ARABIC_LETTERS) - family(name)) == []
    for name in ("Multaqa Sans", "Multaqa Display"):
        latin = set(map(chr, range(0x20, 0x7F))) | set("éçğıİöşüŞĞ")
        assert sorted((SIGNS | ARABIC_LETTERS | latin) - family(name) - set("٪")) == []


def test_the_text_face_covers_what_the_site_writes():
    letters_and_points = {
        sign for sign in written() if sign.isalnum() or "\u0600" <= sign <= "\u06ff" or sign in SIGNS
    }

    assert len(letters_and_points) > 100
    assert sorted(letters_and_points - family("Multaqa Sans")) == []


def test_a_weight_is_light_and_so_is_all_that_a_page_loads():
    sizes = {path.stem: path.stat().st_size for path in FONTS.glob("*.woff2")}
    arabic, latin = (re.findall(r"fonts/([\w-]+)\.woff2", part) for part in PRELOADS.split("{% else %}"))

    assert max(sizes.values()) <= 60_000
    # An Arabic page names the other language in its own letters, and an English one does likewise.
    assert sum(sizes[file] for file in [*arabic, "multaqa-sans-latin-400"]) <= 70_000
    assert sum(sizes[file] for file in [*latin, "multaqa-sans-arabic-400"]) <= 70_000


def test_what_arabic_needs_was_not_cut_away():
    needed = {"init", "medi", "fina", "rlig", "mark", "mkmk", "ccmp"}
    for file, more in (
        ("sans-arabic-400", {"calt"}),
        ("sans-arabic-600", {"calt"}),
        ("display-arabic-700", {"curs"}),
    ):
        font = TTFont(FONTS / f"multaqa-{file}.woff2")
        records = [
            record for table in ("GSUB", "GPOS") for record in font[table].table.FeatureList.FeatureRecord
        ]

        assert needed | more <= {record.FeatureTag for record in records}


def test_digits_have_one_form_beside_arabic_words_and_elsewhere():
    for weight in (400, 600):
        shapes = TTFont(FONTS / f"multaqa-sans-arabic-{weight}.woff2")["GSUB"].table.FeatureList.FeatureRecord
        latin = TTFont(FONTS / f"multaqa-sans-latin-{weight}.woff2")["GSUB"].table.FeatureList.FeatureRecord

        assert "locl" not in {record.FeatureTag for record in [*shapes, *latin]}


def test_the_licence_lies_beside_the_files_and_reserved_names_are_not_used():
    licence = (FONTS / "OFL.txt").read_text()

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for owner in ("IBM Corp.", "The Amiri Project Authors", "The Source Serif 4 Project Authors"):
        assert owner in licence
    for path in FONTS.glob("*.woff2"):
        assert TTFont(path)["name"].getDebugName(1) in ("MultaqaSans", "MultaqaDisplay")


def test_every_family_that_the_tokens_name_is_declared():
    declared = set(re.findall(r'font-family: "([^"]+)"', SHEET))
    named = set(re.findall(r'"(Multaqa [^"]+)"', TOKENS))

    assert named == declared
