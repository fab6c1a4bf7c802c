"""The pictures: each of its own, the same every time, of the right size."""

import pytest

from demo import drawings, things, tilings
from demo.content import labels
from demo.forum import ARTICLES, EVENTS, RESOLUTIONS
from media_library.renditions import SIZES


def test_every_drawing_has_words_and_every_picture_named_exists():
    named = {about.get("picture") for about in (*EVENTS.values(), *RESOLUTIONS.values(), *ARTICLES.values())}
    assert set(drawings.names()) == set(labels.PICTURES)
    assert named - {None} <= set(drawings.names())


def test_a_drawing_is_the_same_every_time():
    assert drawings.draw("night-lines").tobytes() == drawings.draw("night-lines").tobytes()


def test_a_drawing_has_many_colours_and_its_size():
    drawing = drawings.draw("dawn-frieze")
    assert drawing.size == (1600, 900)
    assert len(drawing.getcolors(maxcolors=1600 * 900)) > 100


def test_two_people_have_two_roundels():
    first, second = drawings.draw_roundel("speaker-1"), drawings.draw_roundel("speaker-2")
    assert first.size == second.size == (640, 640)
    assert first.tobytes() != second.tobytes()


@pytest.mark.parametrize(
    "tiling", [tilings.octagons, tilings.hexagons, tilings.dodecagons, tilings.dodecagons_and_triangles]
)
def test_the_tiles_meet_side_to_side(tiling):
    """Within the box every side's middle is shared by exactly two tiles: no gap, no overlap."""
    shared = {}
    for star in tilings.stars(tiling(600, 400, 60), 60):
        for middle in star.middles:
            place = round(middle.real, 3), round(middle.imag, 3)
            shared[place] = shared.get(place, 0) + 1
    inside = [count for (x, y), count in shared.items() if 0 < x < 600 and 0 < y < 400]
    assert inside and set(inside) == {2}


@pytest.mark.django_db
def test_a_drawing_becomes_a_picture_with_its_renditions(author):
    image = things._make_picture("night-lines", ("وصف", "Alt", "0.8x0.5"), author)
    assert (image.width, image.height, image.ppoi) == (1600, 900, "0.8x0.5")
    assert set(image.renditions["made"]) == set(SIZES)
