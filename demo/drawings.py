"""The pictures of the demo: calm geometric patterns, drawn here, the same on every machine.

`draw(name)` gives a picture of 1600 by 900, `draw_roundel(name)` a square one for a person. No photograph, no figure,
no lettering: nothing in them has a direction or a language.
"""

import math
import zlib
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

from demo import tilings

WIDTH, HEIGHT = 1600, 900
ROUNDEL = 640
# Drawn three times as large and reduced: Pillow's polygons have hard edges.
OVERSAMPLING = 3


@dataclass(frozen=True)
class Palette:
    """The colours of a picture, from the ground up."""

    ground: str
    field: str
    star: str
    small: str
    heart: str
    strap: str
    edge: str


PALETTES = {
    "sea": Palette("#dfe5df", "#2f6f73", "#164a52", "#8fb3a8", "#d9b779", "#f3ecdc", "#12383f"),
    "olive": Palette("#e9e4d2", "#7c8256", "#4f5a38", "#c0b98a", "#e3cf9a", "#f7f1e1", "#353c26"),
    "stone": Palette("#e6dfd2", "#b9a88c", "#7d6f5b", "#d8cbb2", "#8a4b3c", "#fbf6ea", "#564b3d"),
    "night": Palette("#14233f", "#1d3357", "#0f1b33", "#31507d", "#d8b36a", "#e3c98f", "#0a1326"),
    "clay": Palette("#f0e4d6", "#b5654a", "#7f3b2d", "#dba585", "#f2d6a2", "#fbf1e3", "#56261d"),
    "dawn": Palette("#efe6e4", "#a98c9a", "#5f5270", "#d3bcc0", "#e9c9a0", "#faf4ee", "#40364e"),
    "cedar": Palette("#e2e8dd", "#3f6a55", "#234436", "#9db79c", "#d6c28d", "#f4f1e2", "#173026"),
    "slate": Palette("#e3e7ea", "#6f8698", "#3c5164", "#b4c2cb", "#e0c48f", "#f8f8f4", "#293947"),
}


class Sheet:
    """A large sheet to draw on in the units of the finished picture, reduced at the end."""

    def __init__(self, width, height, ground):
        self.width, self.height = width, height
        size = (width * OVERSAMPLING, height * OVERSAMPLING)
        self.image = Image.new("RGB", size, ground)
        self.pen = ImageDraw.Draw(self.image)

    def polygon(self, points, fill):
        self.pen.polygon([self._pixel(point) for point in points], fill=fill)

    def line(self, points, fill, width):
        pixels = [self._pixel(point) for point in points]
        self.pen.line(pixels, fill=fill, width=max(1, round(width * OVERSAMPLING)), joint="curve")

    def disc(self, centre, radius, fill):
        x, y = self._pixel(centre)
        reach = radius * OVERSAMPLING
        self.pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill)

    def ring(self, centre, radius, fill, width):
        x, y = self._pixel(centre)
        reach = radius * OVERSAMPLING
        box = (x - reach, y - reach, x + reach, y + reach)
        self.pen.ellipse(box, outline=fill, width=max(1, round(width * OVERSAMPLING)))

    def finished(self):
        return self.image.reduce(OVERSAMPLING)

    @staticmethod
    def _pixel(point):
        return point.real * OVERSAMPLING, point.imag * OVERSAMPLING


def blend(first, second, share):
    """The colour so far (0 to 1) on the way from the first colour to the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _chance(*parts):
    """A number from 0 to 1 that is the same on every machine for the same parts."""
    return zlib.crc32(repr(parts).encode()) % 1000 / 999


def paint_stars(sheet, stars, palette, seed=""):
    """Fill every tile with its field and its star, each a shade of its own, as glazed tiles are."""
    for star in stars:
        shade = 0.14 * _chance(seed, round(star.centre.real), round(star.centre.imag))
        sides = len(star.corners)
        sheet.polygon(star.corners, palette.field)
        colour = palette.star if sides >= 8 else palette.small
        sheet.polygon(star.outline, blend(colour, palette.field, shade))
        if sides >= 8:
            _paint_heart(sheet, star, palette)


def _paint_heart(sheet, star, palette):
    reach = min(abs(bend - star.centre) for bend in star.bends)
    sides = len(star.corners)
    first = math.degrees(math.atan2(*reversed(_parts(star.middles[0] - star.centre))))
    outer = tilings.star_polygon(star.centre, sides, reach * 0.74, reach * 0.5, first)
    inner = tilings.star_polygon(star.centre, sides, reach * 0.4, reach * 0.27, first + 180 / sides)
    sheet.polygon(outer, palette.heart)
    sheet.polygon(inner, palette.star)


def _parts(number):
    return number.real, number.imag


def weave(sheet, stars, palette, width):
    """Lay the straps over the tiles, over and under by turns.

    A strap leaves the middle of a side above the other strap and reaches the next side's middle below it; the rule is
    the same seen from the tile beyond the side, so the weaving closes everywhere.
    """
    rim = width * 0.34
    strands = [strand for star in stars for strand in star.strands]
    for strand in strands:
        sheet.line(strand, palette.edge, width + 2 * rim)
    for strand in strands:
        for point in strand:
            sheet.disc(point, width / 2, palette.strap)
        sheet.line(strand, palette.strap, width)
    for start, bend, _end in strands:
        heading = (bend - start) / abs(bend - start)
        reach = min(abs(bend - start) - width / 2 - rim, width * 1.6)
        sheet.line((start - heading, start + heading * reach), palette.edge, width + 2 * rim)
    for start, bend, _end in strands:
        heading = (bend - start) / abs(bend - start)
        reach = min(abs(bend - start), width * 1.6)
        ahead = heading * min(abs(bend - start), reach + rim)
        sheet.line((start - heading * width, start + ahead), palette.strap, width)


def soften(image, strength=0.2):
    """A slow light from the upper middle: the picture rests, and a title laid over its foot stays readable."""
    shade = (
        Image.radial_gradient("L")
        .resize((image.width * 2, image.height * 2))
        .crop(
            (
                image.width // 2,
                image.height // 2 + image.height // 6,
                image.width * 3 // 2,
                image.height * 3 // 2 + image.height // 6,
            )
        )
    )
    shade = shade.point(lambda value: 255 - round(value * strength))
    return ImageChops.multiply(image, Image.merge("RGB", (shade, shade, shade)))


def tile_field(palette, tiling, edge, angle, strap):
    """A whole field of tiles under woven straps."""
    sheet = Sheet(WIDTH, HEIGHT, palette.ground)
    stars = tilings.stars(tiling(WIDTH, HEIGHT, edge), angle)
    paint_stars(sheet, stars, palette)
    weave(sheet, stars, palette, strap)
    return sheet.finished()


def changing_lines(palette, edge):
    """Lines alone on a plain ground; the angle of the rays grows from one side to the other."""
    sheet = Sheet(WIDTH, HEIGHT, palette.ground)

    def share_of(point):
        return min(1, max(0, point.real / WIDTH))

    def angle(point):
        return 49 + 28 * (0.5 - 0.5 * math.cos(math.pi * share_of(point)))

    for star in tilings.stars(tilings.octagons(WIDTH, HEIGHT, edge), angle):
        share = share_of(star.centre)
        sheet.polygon(star.corners, blend(palette.ground, palette.field, share))
        star_colour = palette.star if len(star.corners) >= 8 else palette.small
        sheet.polygon(star.outline, blend(star_colour, palette.field, 0.5 - 0.5 * share))
        for strand in star.strands:
            sheet.line(strand, blend(palette.heart, palette.strap, share), 2.4)
    return sheet.finished()


def rosette(sheet, centre, radius, palette, points=16, rings=5):
    """Rings of stars, one inside the other, each turned by half a step against the last."""
    colours = (palette.field, palette.strap, palette.star, palette.heart, palette.small)
    rim = max(1.5, radius / 130)
    for ring in range(rings):
        reach = radius * (1 - ring / (rings + 0.6))
        first = 180 / points * ring
        outline = tilings.star_polygon(centre, points, reach, reach * 0.78, first)
        sheet.polygon(outline, colours[ring % len(colours)])
        sheet.line([*outline, outline[0], outline[1]], palette.edge, rim)
    heart = radius * (1 - (rings - 1) / (rings + 0.6)) * 0.66
    sheet.disc(centre, heart, palette.edge)
    sheet.polygon(tilings.star_polygon(centre, 8, heart * 0.9, heart * 0.5, 22.5), palette.heart)


def sun(palette, place):
    """One great rosette on a field of fine lines; `place` is its centre as shares of width and height."""
    sheet = Sheet(WIDTH, HEIGHT, palette.ground)
    centre = complex(WIDTH * place[0], HEIGHT * place[1])
    faint = blend(palette.ground, palette.field, 0.3)
    for star in tilings.stars(tilings.octagons(WIDTH, HEIGHT, 74), 67.5):
        for strand in star.strands:
            sheet.line(strand, faint, 1.6)
    for reach, colour in (
        (655, palette.small),
        (640, palette.ground),
        (628, palette.edge),
        (620, palette.small),
    ):
        sheet.disc(centre, reach, colour)
    for turn in range(32):
        petal = centre + 590 * complex(math.cos(turn * math.pi / 16), math.sin(turn * math.pi / 16))
        sheet.polygon(tilings.star_polygon(petal, 8, 27, 16, turn * 11.25), palette.star)
        sheet.disc(petal, 7, palette.heart)
    sheet.disc(centre, 558, palette.edge)
    rosette(sheet, centre, 550, palette, points=24, rings=7)
    return sheet.finished()


def arches(palette, count=3):
    """A row of pointed arches on a plain wall; the pattern is seen through them."""
    wall = Sheet(WIDTH, HEIGHT, palette.ground)
    openings = Sheet(WIDTH, HEIGHT, "#000000")
    bay = WIDTH / count
    for place in range(count):
        axis = bay * (place + 0.5)
        for inset, colour in ((0.4, palette.small), (0.378, palette.ground), (0.366, palette.edge)):
            wall.polygon(_arch(axis, bay * inset, HEIGHT * 0.53, HEIGHT), colour)
        openings.polygon(_arch(axis, bay * 0.356, HEIGHT * 0.53, HEIGHT), "#ffffff")
        for side in (-1, 1):
            corner = complex(axis + side * bay * 0.5, HEIGHT * 0.17)
            wall.polygon(tilings.star_polygon(corner, 8, 54, 37, 0), palette.small)
            wall.polygon(tilings.star_polygon(corner, 8, 34, 20, 22.5), palette.heart)
    behind = tile_field(palette, tilings.octagons, 62, 67.5, 5)
    return Image.composite(behind, wall.finished(), openings.finished().convert("L"))


def _arch(axis, half, springing, foot):
    """The outline of a pointed arch: two arcs, each with its centre beyond the axis."""
    radius, offset = half * 1.5, half * 0.5
    top = math.acos(offset / radius)
    steps = [top * step / 40 for step in range(41)]
    arc = [complex(-offset + radius * math.cos(a), -radius * math.sin(a)) for a in steps]
    right = [complex(axis + p.real, springing + p.imag) for p in arc]
    left = [complex(axis - p.real, springing + p.imag) for p in reversed(arc)]
    return [complex(axis + half, foot), *right, *left, complex(axis - half, foot)]


def frieze(palette):
    """A band of pattern between two plain margins, each with a row of small stars."""
    sheet = Sheet(WIDTH, HEIGHT, palette.ground)
    edge = 88
    pitch = edge * (1 + math.sqrt(2))
    for row in (-1, 1):
        level = HEIGHT / 2 + row * pitch * 1.42
        for place in range(-1, 17):
            corner = complex(place * pitch / 2 + WIDTH / 2 - 4 * pitch, level)
            sheet.polygon(tilings.star_polygon(corner, 8, 30, 21), palette.field)
            sheet.polygon(tilings.star_polygon(corner, 8, 17, 10, 22.5), palette.heart)
    pattern = tile_field(palette, tilings.octagons, edge, 67.5, 7)
    image = sheet.finished()
    top, foot = round(HEIGHT / 2 - pitch), round(HEIGHT / 2 + pitch)
    for margin, colour in ((26, palette.small), (17, palette.ground), (10, palette.edge)):
        image.paste(colour, (0, top - margin, WIDTH, foot + margin))
    image.paste(pattern.crop((0, top, WIDTH, foot)), (0, top))
    return image


def _drawings():
    """Every picture of the demo by name."""
    octagons, hexagons = tilings.octagons, tilings.hexagons
    twelve, twelve_three = tilings.dodecagons, tilings.dodecagons_and_triangles
    return {
        "stars-of-the-sea": lambda: tile_field(PALETTES["sea"], octagons, 120, 67.5, 9),
        "olive-sun": lambda: sun(PALETTES["olive"], (0.72, 0.5)),
        "cedar-arches": lambda: arches(PALETTES["cedar"]),
        "clay-rosettes": lambda: tile_field(PALETTES["clay"], twelve, 88, 62, 7),
        "night-lines": lambda: changing_lines(PALETTES["night"], 60),
        "dawn-frieze": lambda: frieze(PALETTES["dawn"]),
        "slate-suns": lambda: tile_field(PALETTES["slate"], twelve_three, 150, 60, 8),
        "stone-stars": lambda: tile_field(PALETTES["stone"], octagons, 92, 45, 7),
        "olive-honeycomb": lambda: tile_field(PALETTES["olive"], hexagons, 96, 60, 7),
        "night-sun": lambda: sun(PALETTES["night"], (0.3, 0.5)),
        "sea-frieze": lambda: frieze(PALETTES["sea"]),
        "clay-arches": lambda: arches(PALETTES["clay"], count=5),
    }


def names():
    """The names of the pictures, in order."""
    return list(_drawings())


def draw(name):
    """The picture of that name, 1600 by 900, softly lit."""
    return soften(_drawings()[name]())


def draw_roundel(name):
    """A square picture for a person: a rosette, its colours and points from the name."""
    palettes = [PALETTES[key] for key in sorted(PALETTES) if key != "night"]
    palette = palettes[zlib.crc32(name.encode()) % len(palettes)]
    points = (8, 10, 12, 16)[zlib.crc32(name[::-1].encode()) % 4]
    sheet = Sheet(ROUNDEL, ROUNDEL, palette.ground)
    centre = complex(ROUNDEL, ROUNDEL) / 2
    sheet.disc(centre, ROUNDEL * 0.46, palette.small)
    sheet.disc(centre, ROUNDEL * 0.44, palette.edge)
    rosette(sheet, centre, ROUNDEL * 0.43, palette, points=points, rings=5)
    return sheet.finished()
