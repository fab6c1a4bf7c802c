"""Tilings of the plane and the star patterns that grow from them.

Everything is a complex number: a point of the picture is x + yj. A tiling is a list of regular polygons, each a list
of its corners in one turning direction. The stars come by Hankin's method ("polygons in contact"): from the middle of
every side two rays leave at one angle, and where the rays of neighbouring sides meet, the strap turns.
"""

import cmath
import math
from dataclasses import dataclass

TURN = 2 * math.pi


@dataclass(frozen=True)
class Star:
    """One tile with its star: the corners of the tile, the middles of its sides, and where the rays meet."""

    corners: tuple
    middles: tuple
    bends: tuple

    @property
    def centre(self):
        return sum(self.corners) / len(self.corners)

    @property
    def outline(self):
        """The points of the star in order: tip, bend, tip, bend."""
        return [point for pair in zip(self.middles, self.bends, strict=True) for point in pair]

    @property
    def strands(self):
        """The straps inside the tile: each goes from one side's middle over a bend to the next side's middle."""
        count = len(self.middles)
        return [(self.middles[i], self.bends[i], self.middles[(i + 1) % count]) for i in range(count)]


def regular_polygon(centre, sides, edge, first_angle):
    """The corners of a regular polygon; `first_angle` (degrees) is where its first corner stands."""
    radius = edge / (2 * math.sin(math.pi / sides))
    return [centre + cmath.rect(radius, math.radians(first_angle) + TURN * k / sides) for k in range(sides)]


def octagons(width, height, edge):
    """Octagons and squares (4.8.8) that cover a box, from a centre in the middle of it."""
    pitch = edge * (1 + math.sqrt(2))
    tiles = []
    for x, y in _lattice(width, height, complex(pitch), complex(0, pitch)):
        centre = complex(x, y)
        tiles.append(regular_polygon(centre, 8, edge, 22.5))
        tiles.append(regular_polygon(centre + complex(pitch, pitch) / 2, 4, edge, 0))
    return tiles


def hexagons(width, height, edge):
    """Hexagons alone (6.6.6)."""
    pitch = edge * math.sqrt(3)
    return [
        regular_polygon(complex(x, y), 6, edge, 30)
        for x, y in _lattice(width, height, complex(pitch), cmath.rect(pitch, math.pi / 3))
    ]


def dodecagons(width, height, edge):
    """Dodecagons, squares and hexagons (4.6.12)."""
    pitch = edge / math.tan(math.pi / 12) + edge
    return _three_kinds(width, height, pitch, edge, (12, 15), 4, 6)


def dodecagons_and_triangles(width, height, edge):
    """Dodecagons and triangles (3.12.12)."""
    pitch = edge / math.tan(math.pi / 12)
    return _three_kinds(width, height, pitch, edge, (12, 15), None, 3)


def _three_kinds(width, height, pitch, edge, main, link, gap):
    """A triangular lattice: a main tile on every point, a tile on every link, a tile in every gap."""
    tiles = []
    for x, y in _lattice(width, height, complex(pitch), cmath.rect(pitch, math.pi / 3)):
        centre = complex(x, y)
        tiles.append(regular_polygon(centre, main[0], edge, main[1]))
        for k in range(3 if link else 0):
            angle = 60 * k
            tiles.append(
                regular_polygon(centre + cmath.rect(pitch / 2, math.radians(angle)), link, edge, angle + 45)
            )
        for k in range(2):
            angle = 30 + 60 * k
            heading = angle + (30 if gap == 6 else 0)
            offset = cmath.rect(pitch / math.sqrt(3), math.radians(angle))
            tiles.append(regular_polygon(centre + offset, gap, edge, heading))
    return tiles


def _lattice(width, height, first, second):
    """The points of a lattice that reach a little over a box, as (x, y)."""
    middle = complex(width, height) / 2
    reach = int((width + height) / min(abs(first), abs(second))) + 2
    margin = 1.2 * abs(first)
    for i in range(-reach, reach + 1):
        for j in range(-reach, reach + 1):
            point = middle + i * first + j * second
            if -margin < point.real < width + margin and -margin < point.imag < height + margin:
                yield point.real, point.imag


def stars(tiles, angle):
    """The star of every tile.

    `angle` is in degrees between a side and its rays: a number, or a function from a point to a number, which makes
    the pattern change across the picture while every strap still meets its neighbour.
    """
    angle_at = angle if callable(angle) else lambda point: angle
    return [_star(tile, angle_at) for tile in tiles]


def _star(corners, angle_at):
    count = len(corners)
    sides = [corners[(i + 1) % count] - corners[i] for i in range(count)]
    middles = [corners[i] + sides[i] / 2 for i in range(count)]
    rays = [math.radians(angle_at(middle)) for middle in middles]
    bends = []
    for i in range(count):
        after = (i + 1) % count
        onward = sides[i] * cmath.exp(1j * rays[i])
        back = -sides[after] * cmath.exp(-1j * rays[after])
        bends.append(_meeting(middles[i], onward, middles[after], back))
    return Star(tuple(corners), tuple(middles), tuple(bends))


def _meeting(start, heading, other_start, other_heading):
    """Where two lines meet; halfway between their starts if they are one line."""
    cross = (heading.conjugate() * other_heading).imag
    if abs(cross) < 1e-9 * abs(heading) * abs(other_heading):
        return (start + other_start) / 2
    along = ((other_start - start).conjugate() * other_heading).imag / cross
    return start + along * heading


def star_polygon(centre, points, outer, inner, first_angle=0.0):
    """A simple star of so many points; the angle (degrees) is that of its first tip."""
    step = math.pi / points
    start = math.radians(first_angle)
    return [centre + cmath.rect(inner if k % 2 else outer, start + step * k) for k in range(2 * points)]
