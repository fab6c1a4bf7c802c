"""How far the resolutions are: the numbers and the drawing."""

import pytest

from publishing.models import Kind
from resolutions.models import Status
from resolutions.progress import progress

pytestmark = pytest.mark.usefixtures("in_english")
COUNTS = {
    (Kind.DECISION, Status.ADOPTED): 1,
    (Kind.DECISION, Status.IMPLEMENTED): 2,
    (Kind.DECISION, Status.STALLED): 1,
    (Kind.RECOMMENDATION, Status.PROPOSED): 30,
    (Kind.RECOMMENDATION, Status.SUPERSEDED): 1,
}


def places(bar):
    return [(part.status, part.x, part.width, part.middle) for part in bar.parts]


def test_the_bars_begin_at_the_left_in_english_and_at_the_right_in_arabic():
    english, arabic = (progress(COUNTS, language).bars[0] for language in ("en", "ar"))
    assert places(english) == [
        ("implemented", "0%", "50%", "25%"),
        ("adopted", "50%", "25%", "62.5%"),
        ("stalled", "75%", "25%", "87.5%"),
    ]
    assert places(arabic) == [
        ("implemented", "50%", "50%", "75%"),
        ("adopted", "25%", "25%", "37.5%"),
        ("stalled", "0%", "25%", "12.5%"),
    ]


def test_a_narrow_part_has_no_number_in_it():
    bar = progress(COUNTS, "en").bars[1]
    assert [(part.status, part.has_room) for part in bar.parts] == [("proposed", True), ("superseded", False)]
    assert bar.parts[1].width == "3.226%"


def test_the_table_has_a_row_for_each_status_that_there_is():
    found = progress(COUNTS, "en")
    assert [(row.status, row.numbers, row.total) for row in found.rows] == [
        ("implemented", [2, 0], 2),
        ("adopted", [1, 0], 1),
        ("proposed", [0, 30], 30),
        ("stalled", [1, 0], 1),
        ("superseded", [0, 1], 1),
    ]
    assert ([bar.total for bar in found.bars], found.total) == ([4, 31], 35)


def test_a_kind_of_which_there_is_none_has_no_bar():
    only = {(Kind.RECOMMENDATION, Status.IN_PROGRESS): 3}
    assert [bar.kind for bar in progress(only, "ar").bars] == ["recommendation"]
    nothing = progress({}, "ar")
    assert (nothing.bars, nothing.rows, nothing.total) == ([], [], 0)


def test_the_numbers_are_told_in_words():
    assert [bar.told for bar in progress(COUNTS, "en").bars] == [
        "Implemented: 2, Adopted: 1 and Stalled: 1",
        "Proposed: 30 and Superseded: 1",
    ]
