"""The look of the site for what is drawn with Pillow: its colours, its mark and its pattern, from the files that pages use."""

import re
from functools import cache
from xml.etree import ElementTree

from django.conf import settings
from PIL import Image, ImageColor, ImageDraw

_STATIC = settings.BASE_DIR / "static"
#: Where the look comes from.
SOURCES = (_STATIC / "css" / "tokens.css", _STATIC / "img" / "mark.svg", _STATIC / "img" / "pattern.svg")
#: Drawn so many times larger and reduced, so that edges are smooth.
FINER = 4
#: "--panel: light-dark(#0c4036, #0b2f28);" — the first is that of the light.
_COLOUR = re.compile(r"--([\w-]+):\s*(?:light-dark\(\s*)?(#[0-9a-fA-F]{6})\b")
_STEP = re.compile(r"([A-Za-z])|(-?\d+(?:\.\d+)?)")
_TAG = "{http://www.w3.org/2000/svg}"


@cache
def colour(name):
    """A colour of static/css/tokens.css by its name there ("panel"), as it is in the light; (red, green, blue)."""
    tokens = SOURCES[0].read_text(encoding="utf-8")
    found = {}
    for token, value in _COLOUR.findall(tokens):
        found.setdefault(token, value)
    return ImageColor.getrgb(found[name])


def as_hexadecimal(name):
    """The same as it is written in a file: "#fbfaf7"."""
    return "#{:02x}{:02x}{:02x}".format(*colour(name))


@cache
def outlines(name):
    """The drawing static/img/{name}.svg, straight lines only: (its side, [(fill or None, [points, is closed])])."""
    # Our own file, not one that somebody uploaded.
    tree = ElementTree.parse(_STATIC / "img" / f"{name}.svg").getroot()  # noqa: S314
    side = float(tree.get("viewBox").split()[2])
    return side, [(path.get("fill"), _polygons(path.get("d"))) for path in tree.iter(f"{_TAG}path")]


def _polygons(data):
    """A path of M, L and Z in; [(points, is closed)] out. Raises ValueError for anything else."""
    polygons, numbers = [], []
    for letter, number in _STEP.findall(data):
        if letter == "M":
            polygons.append(([], False))
        elif letter == "Z":
            polygons[-1] = (polygons[-1][0], True)
        elif letter and letter != "L":
            raise ValueError(f"A line that this drawing does not know: {letter}")
        elif number:
            numbers.append(float(number))
            if len(numbers) == 2:
                polygons[-1][0].append(tuple(numbers))
                numbers = []
    return polygons


def mark(size, inks):
    """The site's mark, ``size`` pixels wide, on nothing; ``inks`` are the colours of its parts from the outside in."""
    side, paths = outlines("mark")
    image = Image.new("RGBA", (size * FINER, size * FINER))
    drawn = ImageDraw.Draw(image)
    for (_fill, polygons), ink in zip(paths, inks, strict=True):
        for points, _is_closed in polygons:
            drawn.polygon([(x * size * FINER / side, y * size * FINER / side) for x, y in points], fill=ink)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def pattern(width, height, tile, line):
    """The eight-fold pattern as a mask of ``width`` by ``height`` pixels: repeated each ``tile`` pixels, ``line`` pixels wide."""
    side, paths = outlines("pattern")
    scale = tile * 2 / side
    one = Image.new("L", (tile * 2, tile * 2))
    drawn = ImageDraw.Draw(one)
    for _fill, polygons in paths:
        for points, is_closed in polygons:
            closed = [*points, points[0]] if is_closed else points
            # What leaves the tile on one side comes in on the other.
            for x_shift in (-side, 0, side):
                for y_shift in (-side, 0, side):
                    spots = [((x + x_shift) * scale, (y + y_shift) * scale) for x, y in closed]
                    drawn.line(spots, fill=255, width=round(line * 2), joint="curve")
    one = one.resize((tile, tile), Image.Resampling.LANCZOS)
    mask = Image.new("L", (width, height))
    for x in range(0, width, tile):
        for y in range(0, height, tile):
            mask.paste(one, (x, y))
    return mask
