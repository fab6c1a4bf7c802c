"""The database folds a text as the program does, and keeps the desk's folded words by itself."""

import random

import pytest
from django.db import connection

from people.models import Organisation
from publishing.characters import fit_to_store
from publishing.models import DocumentTranslation
from search.arabic import fold
from search.desk_words import DeskWords, install_triggers, rebuild, remove_triggers
from search.folding import NAME
from tests.factories import make_article, write
from tests.search.test_arabic import SAME

pytestmark = pytest.mark.django_db

TEXTS = [text for pair in SAME for text in pair] + [
    "", " ", "ﷺ", "½ m²", "Straße", "STRASSE ẞ", "ǰ", "\u0345", "Ω ΣΊΣΥΦΟΣ ς", "Й ё Ѐ", "İ ı ſ", "Ǆ ǆ", "日本語 한국어",
    "नमस्ते", "𐐀 𞤀 🇵🇸 😀",
    "١٢٣ ۴۵۶ ٪", "أ إ آ ٱ ؤ ئ ء ة ى", "100% _ \\ ' \" $fold$", "سطر\nسطر\tجدول", "word\u2011word – word",
]  # fmt: skip


def folded_by_the_database(texts):
    marks = ", ".join(["(%s, %s)"] * len(texts))
    numbered = [value for pair in enumerate(texts) for value in pair]
    statement = f"WITH t(number, said) AS (VALUES {marks}) SELECT {NAME}(said) FROM t ORDER BY number"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, numbered)
        return [row[0] for row in cursor.fetchall()]


def test_the_database_folds_as_the_program_does():
    chance = random.Random(417)
    blocks = [(0x20, 0x250), (0x370, 0x590), (0x600, 0x700), (0x8A0, 0x1000), (0x1E00, 0x2100), (0x2100, 0xD800),
              (0xE000, 0x10000), (0x10000, 0x20000)]  # fmt: skip
    letters = [
        "".join(chr(chance.randrange(*block)) for _ in range(40)) for block in blocks for _ in range(20)
    ]
    texts = [*TEXTS, *map(fit_to_store, letters), "".join(map(chr, range(0x20, 0x700)))]
    assert folded_by_the_database(texts) == [fold(text) for text in texts]


def test_nothing_stays_nothing():
    assert folded_by_the_database(["", None]) == ["", None]


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("انصار", True), ("أنْصـار", True), ("٥٠%", True), ("NASR'S", True), ("", True), ("ـ", True), ("%", True),
        ("_", False), ("\\", False), ("'", True), ("انصاري", False), ("x\x00", False), ("5%x", False),
    ],
)  # fmt: skip
def test_the_lookup_finds_any_spelling_and_no_wildcards(typed, is_found):
    body = Organisation.objects.create(name_ar="جمعية الأنصار 50%", name_en="Nasr’s friends")
    found = Organisation.objects.filter(name_ar__folded=typed) | Organisation.objects.filter(
        name_en__folded=typed
    )
    assert list(found) == ([body] if is_found else [])


def desk_words():
    return set(DeskWords.objects.values_list("title", "text"))


def test_the_words_of_a_working_copy_follow_it():
    article = make_article(ar={"title": "أنصارٌ", "summary": "مؤاخاة", "slug": "أنصار"}, en=False)
    assert desk_words() == {("انصار", "مواخاه انصار")}
    write(article, "ar", title="إسراء", summary="", slug="إسراء")
    write(article, "en", title="Night", summary="Long", slug="night")
    assert desk_words() == {("اسراء", " اسراء"), ("night", "long night")}
    DocumentTranslation.objects.filter(language_code="en").update(title="DAY")
    DocumentTranslation.objects.filter(language_code="ar").delete()
    assert desk_words() == {("day", "long night")}
    article.delete()
    assert desk_words() == set()


def test_words_written_without_the_triggers_are_made_up_for():
    make_article(ar={"title": "أول"}, en=False)
    remove_triggers()
    try:
        late = make_article(ar={"title": "أخير"}, en=False)
        DeskWords.objects.update(title="old")
    finally:
        install_triggers()
    assert set(DeskWords.objects.values_list("title", flat=True)) == {"old", "اخير"}
    rebuild()
    assert set(DeskWords.objects.values_list("title", flat=True)) == {"اول", "اخير"}
    write(late, "ar", title="آخر")
    assert DeskWords.objects.get(translation__master=late).title == "اخر"
