"""Spellings that readers take for the same word fold to one; what is no variant stays apart."""

import pytest

from search.arabic import fold, terms, words, written_words
from search.asked import question

SAME = [
    ("مؤاخاه", "مؤاخاة"),
    ("الاسره", "الأسرة"),
    ("مستشفي", "مستشفى"),
    ("المرأة", "المراه"),
    ("انصار", "أنصار"),
    ("إسلام", "اسلام"),
    ("آداب", "اداب"),
    ("ٱلقدس", "القدس"),
    ("قُدْس", "قدس"),
    ("القـــدس", "القدس"),
    ("مسائل", "مسايل"),
    ("کتاب", "كتاب"),
    ("قراری", "قراري"),
    ("٢٠٢٤", "2024"),
    ("۲۰۲۴", "2024"),
    ("ﻣﻠﺘﻘﻰ", "ملتقى"),
    ("الرَّحْمَـٰنِ", "الرحمن"),
    ("ال\u200fقدس\u200b", "القدس"),
    ("Mu'akhat", "muakhat"),
    ("Mu’akhat", "MUAKHAT"),
    ("ʿUmar", "umar"),
    ("Café", "cafe"),
    ("İstanbul", "istanbul"),
]


@pytest.mark.parametrize(("typed", "written"), SAME)
def test_variants_of_a_word_fold_to_one(typed, written):
    assert fold(typed) == fold(written)


@pytest.mark.parametrize(
    ("one", "other"), [("قدس", "قدم"), ("سائل", "سأل"), ("شيء", "شي"), ("Jerusalem", "Jordan")]
)
def test_different_words_stay_apart(one, other):
    assert fold(one) != fold(other)


def test_folding_a_sentence():
    assert fold("قُدْس القـــدس الأسرة مستشفى ٢٠٢٤") == "قدس القدس الاسره مستشفي 2024"


@pytest.mark.parametrize("text", [typed for typed, _ in SAME] + ["ﷺ", "½ m²", "Straße", "ǰ", "\u0345"])
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_words_are_runs_of_letters_and_digits():
    assert words("MQF-2024-D1: «والمؤاخاة»، القدس_٢٠٢٤؟") == [
        "mqf",
        "2024",
        "d1",
        "والمواخاه",
        "القدس",
        "2024",
    ]


@pytest.mark.parametrize("nothing", ["", None, " ", "…!؟", "ـ", "\u200f"])
def test_no_words(nothing):
    assert words(nothing) == []


def test_a_long_text_is_folded_whole():
    assert len(words("القراراتُ والتوصيات " * 10_000)) == 20_000


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("القرارات", {"قرار"}),
        ("وبالقرارات", {"قرار"}),
        ("وزارة", {"وزار", "زار"}),
        ("لغزة", {"لغز", "غزه"}),
        ("المؤتمر", {"موتمر", "متمر"}),
        ("قد", {"قد"}),
        ("أب", {"اب"}),
        ("committees", {"committe"}),
        ("٢٠٢٤", {"2024"}),
        ("ﷺ", {"صلي", "الل", "علي", "وسلم"}),
        ("!", set()),
    ],
)
def test_the_terms_of_a_word(word, found):
    assert terms(word) == found


def test_words_as_they_are_written():
    assert written_words("«القُدْس» و Mu’akhat's … 2024-12") == ["القُدْس", "و", "Mu’akhat's", "2024", "12"]


@pytest.mark.parametrize(
    ("typed", "written", "phrases", "excluded"),
    [
        ("قرار القدس", ("قرار", "القدس"), (), ()),
        ("«قرار القدس» غزة", ("غزة",), (("قرار", "القدس"),), ()),
        ('"قرار" -غزة -"a b"', (), (("قرار",),), (("غزه",), ("a", "b"))),
        ("MQF-2024-D1", ("MQF", "2024", "D1"), (), ()),
        ("قرار و غزة", ("قرار", "غزة"), (), ()),
        ("و", ("و",), (), ()),
        ('"open', ("open",), (), ()),
        ("a AND (b OR c*) NEAR/2 ^d", ("a", "AND", "b", "OR", "c", "NEAR", "2", "d"), (), ()),
        ('- -- "" «»', (), (), ()),
    ],
)
def test_what_was_typed_is_taken_apart(typed, written, phrases, excluded):
    asked = question(typed)
    assert (asked.written, asked.phrases, asked.excluded) == (written, phrases, excluded)
    assert bool(asked) is bool(written or phrases)


def test_long_questions_are_cut():
    asked = question(" ".join(map(str, range(1000))))
    assert (len(asked.shown), asked.words) == (200, [str(number) for number in range(10)])
    assert [len(phrase) for phrase in question('"' + "x " * 90 + '"').phrases] == [10]


def test_which_words_of_a_text_are_hits():
    asked = question('القرارات "of Jerusalem"')
    assert [word for word in ("قرار", "والقرار", "قران", "of", "off", "JERUSALEM") if asked.is_hit(word)] == [
        "قرار", "والقرار", "of", "JERUSALEM",
    ]  # fmt: skip
