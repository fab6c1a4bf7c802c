"""The pattern is eight-fold and tiles without a seam; the mark is one drawing wherever it stands."""

import re
from math import cos, dist, radians, sin
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PATTERN = (ROOT / "static" / "img" / "pattern.svg").read_text()
SIDE = 120


def outlines():
    """Every closed line of the pattern as its points."""
    [lines] = re.findall(r' d="([^"]+)"', PATTERN)
    return [
        [tuple(map(float, point.split())) for point in line.rstrip("Z").split("L")]
        for line in lines.split("M")[1:]
    ]


def turned(point, degrees, middle):
    x, y = point[0] - middle[0], point[1] - middle[1]
    turn = radians(degrees)
    return middle[0] + x * cos(turn) - y * sin(turn), middle[1] + x * sin(turn) + y * cos(turn)


def is_among(point, points):
    return min(dist(point, other) for other in points) < 0.02


def test_the_star_is_the_same_after_an_eighth_of_a_turn():
    star = outlines()[0]

    assert len(star) == 8
    assert all(is_among(turned(point, 45, (SIDE / 2, SIDE / 2)), star) for point in star)
    # Its lines join every third point, so that they turn with it.
    steps = [dist(point, star[(place + 1) % 8]) for place, point in enumerate(star)]
    assert max(steps) - min(steps) < 0.02


def test_a_tile_ends_where_the_next_begins():
    corners = outlines()[1:]

    assert len(corners) == 4
    for across, down in ((SIDE, 0), (0, SIDE)):
        assert all(is_among((x + across, y + down), sum(corners, [])) for x, y in corners[0])
    # Stars touch at the middle of each side, and their other points are those of the small stars at the corners.
    sides = [(SIDE / 2, 0), (SIDE, SIDE / 2), (SIDE / 2, SIDE), (0, SIDE / 2)]
    assert all(is_among(point, sides + sum(corners, [])) for point in outlines()[0])


def test_mark_and_favicon_are_one_drawing():
    files = ("static/img/mark.svg", "static/img/favicon.svg", "templates/components/mark.html")
    [drawing] = {tuple(re.findall(r' d="([^"]+)"', (ROOT / file).read_text())) for file in files}

    assert len(drawing) == 3
