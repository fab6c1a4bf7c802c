"""Spellings that readers take for the same word fold to one; what is no variant stays apart."""

import pytest

from search.arabic import fold, words

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
