"""tools/card_fonts.py: makes the faces that share cards are drawn with out of those that pages load.

Pillow draws a text with one font, while pages load each script as a file of its own: here the subsets of a face are put into
one. Run it again when static/fonts changes: .venv/bin/python tools/card_fonts.py (fontTools comes with WeasyPrint).
"""

import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "static" / "fonts"
TARGET = ROOT / "forum_site" / "cards" / "fonts"
#: The subsets of each face; where two have a sign (digits, say), the first one's is taken, as on the pages.
FACES = {
    "title.ttf": ["multaqa-display-latin-600", "multaqa-display-latin-ext-600", "multaqa-display-arabic-700"],
    "strong.ttf": ["multaqa-sans-latin-600", "multaqa-sans-latin-ext-600", "multaqa-sans-arabic-600"],
    "text.ttf": ["multaqa-sans-latin-400", "multaqa-sans-latin-ext-400", "multaqa-sans-arabic-400"],
}
#: What static/css/fonts.css says beside a subset of how much larger it is drawn (size-adjust).
LARGER = {"multaqa-display-arabic-700": 1.16}
EM = 1000
#: Tables that say nothing to Pillow.
LEFT_OUT = ["DSIG", "BASE", "meta", "vhea", "vmtx", "STAT"]


def merged(names):
    """The subsets called ``names`` in static/fonts as one font."""
    with tempfile.TemporaryDirectory() as folder:
        files, taken = [], set()
        for name in names:
            font = TTFont(SOURCES / f"{name}.woff2")
            font.flavor = None
            _bring_to_size(font, LARGER.get(name, 1))
            _leave_out(font, taken)
            taken |= set(font.getBestCmap())
            files.append(str(Path(folder) / f"{name}.ttf"))
            font.save(files[-1])
        merger = Merger()
        merger.options.drop_tables = [*merger.options.drop_tables, *LEFT_OUT]
        return merger.merge(files)


def _leave_out(font, characters):
    """Drops the signs that another subset brings: merged, both would stay, and the script of the words around would choose."""
    options = subset.Options(layout_features=["*"], notdef_outline=True, glyph_names=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=set(font.getBestCmap()) - characters)
    cutter.subset(font)


def _bring_to_size(font, factor):
    """All subsets of a face have one em, in which this one's letters stand ``factor`` times larger."""
    scale_upem(font, round(EM * factor))
    font["head"].unitsPerEm = EM


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for file, names in FACES.items():
        merged(names).save(TARGET / file)
