"""Which runs of a typed text are isolated among Arabic words. What is drawn: tests/browser/test_bidi.py."""

import pytest

from publishing.isolation import pieces

pytestmark = pytest.mark.any_database


def runs(text):
    return [piece for piece, is_run in pieces(text) if is_run]


def test_runs_that_arabic_words_take_apart():
    taken_apart = """2026-03-05 5-3-2026 75% +75% 12.5% -5 -0.5 $500 €1,200 C++ C# @multaqa #quds 2024-report.pdf
        https://example.org/news/ https://example.org/a?b=1#c 00902125550123 0212-555-01-23""".split()
    taken_apart += ["+90 212 555 01 23", "+90 (212) 555 01 23", "0212 555 01 23", "75 %"]
    for run in taken_apart:
        assert runs(f"كتب {run} ثم مضى") == [run]
        assert runs(f"كتب ({run})، ثم مضى") == [run], "in parentheses"
        assert runs(f"كتب {run}.") == [run], "before a full stop"


def test_ranges_and_what_is_drawn_rightly_anyway_are_left_alone():
    for text in """2024 2023-2024 10:00–11:30 50-60% MQF-2024-D1 A/RES/67/19 COVID-19 G20 3/4 1,500.75 info@example.org
        report-2024.pdf الملتقى-2024""".split():
        assert runs(f"كتب {text} ثم مضى") == [], text
    assert runs("It rose by 75% on 2026-03-05") == [], "no Arabic word is near"
    assert runs("") == []


def test_an_arabic_name_in_latin_letters_stays_on_one_line():
    assert runs("The Ansar al-Aqsa Academy and Al-Quds") == ["al-Aqsa", "Al-Quds"]
    assert runs("The well-known goal-Keeper ate al-fresco") == []
    assert runs("منصة al-Aqsa") == []


def test_the_pieces_are_the_text():
    text = "في 2026-03-05، وبنسبة 75% <b>"
    assert "".join(piece for piece, _is_run in pieces(text)) == text
    assert pieces("75%", among_arabic=True) == [("75%", True)]
