"""tools/draw_icons.py: makes the site's icons in static/img/ out of its mark (static/img/mark.svg) and its colours.

Run it again when either changes: .venv/bin/python tools/draw_icons.py
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum_site.settings")
os.environ.setdefault("MULTAQA_MODE", "development")

from PIL import Image  # noqa: E402

from forum_site.cards.identity import colour, mark  # noqa: E402

IMAGES = ROOT / "static" / "img"
#: The mark's parts from the outside in, on the paper of the pages and on the green of the panels.
ON_PAPER = ("accent", "paper", "gold")
ON_PANEL = ("panel-ink", "panel", "panel-line")
#: How much of the side the mark takes. Of a maskable icon a device keeps a circle of 80 % of the side at least.
WHOLE, FRAMED, MASKABLE = 1, 0.72, 0.56


def icon(side, share, inks, ground=None):
    """The mark in the middle of a square of ``side`` pixels; on nothing where no ``ground`` is named."""
    image = Image.new("RGBA", (side, side), colour(ground) if ground else (0, 0, 0, 0))
    drawn = mark(round(side * share), [colour(ink) for ink in inks])
    place = (side - drawn.width) // 2
    image.alpha_composite(drawn, (place, place))
    return image.convert("RGB") if ground else image


def draw_all(folder):
    """Writes every icon into ``folder``."""
    sizes = [icon(side, WHOLE, ON_PAPER) for side in (48, 32, 16)]
    sizes[0].save(
        folder / "favicon.ico", sizes=[(one.width, one.height) for one in sizes], append_images=sizes[1:]
    )
    icon(180, FRAMED, ON_PANEL, "panel").save(folder / "apple-touch-icon.png", optimize=True)
    for side in (192, 512):
        icon(side, WHOLE, ON_PAPER).save(folder / f"icon-{side}.png", optimize=True)
        icon(side, MASKABLE, ON_PANEL, "panel").save(folder / f"icon-maskable-{side}.png", optimize=True)


if __name__ == "__main__":
    draw_all(IMAGES)
