"""Vowel signs that stay with their letters when a PDF is read by a program (docs/decisions/17-pdf.md).

WeasyPrint raises a sign by raising the text, letter for letter; Chromium's viewer and poppler take what is raised for another
line and tear the word apart («أيضًا» comes out as «ً أيض ا»). Here the sign becomes a glyph of its own in the PDF's font, drawn
at the height where it stands, and the line stays one.
"""

import io
import re
from copy import deepcopy

import pydyf
from fontTools.ttLib import TTFont

_FONT = re.compile(rb"/(\S+) ([\d.]+) Tf")
_RISE = re.compile(rb"(-?[\d.]+) Ts")
_SHOWN = re.compile(rb"\[(.*)\] TJ", re.DOTALL)
_ONE_SIGN = re.compile(rb"(-?[\d.e-]*)<([0-9a-f]{4})>")


def settle(pdf):
    """Draw the raised signs of ``pdf`` (a pydyf.PDF) on the line, each by a glyph that stands higher."""
    fonts = _Fonts(pdf)
    for thing in pdf.objects:
        lines = getattr(thing, "stream", None)
        if isinstance(lines, list) and any(
            isinstance(line, bytes) and _RISE.fullmatch(line) for line in lines
        ):
            thing.stream = _settled(lines, fonts)
    fonts.write()


def _settled(lines, fonts):
    """The operators of a page in; the same out, the texts of a line in one."""
    settled, font, size, place = [], None, 1.0, 0
    while place < len(lines):
        line = lines[place]
        if isinstance(line, bytes) and (found := _FONT.fullmatch(line)):
            font, size = fonts.get(found[1].decode()), float(found[2])
        sign = _raised_sign(lines[place : place + 3], font, size)
        if sign:
            line, place = sign, place + 2
        _add(settled, line)
        place += 1
    return settled


def _raised_sign(three, font, size):
    """ "1.2 Ts", "[3<0209>] TJ", "0 Ts" in; the one operator that does the same out, None where they are anything else."""
    if font is None or len(three) < 3 or not all(isinstance(line, bytes) for line in three):
        return None
    rise, shown, back = _RISE.fullmatch(three[0]), _SHOWN.fullmatch(three[1]), three[2] == b"0 Ts"
    sign = shown and _ONE_SIGN.fullmatch(shown[1])
    if not (rise and sign and back):
        return None
    glyph = font.raised(int(sign[2], 16), float(rise[1]) / size)
    return b"[%s<%04x>] TJ" % (sign[1], glyph)


def _add(lines, line):
    """Append ``line``, or join it to the one before where both show text."""
    shown = isinstance(line, bytes) and _SHOWN.fullmatch(line)
    before = lines and isinstance(lines[-1], bytes) and _SHOWN.fullmatch(lines[-1])
    if shown and before:
        lines[-1] = b"[%s %s] TJ" % (before[1], shown[1])
    else:
        lines.append(line)


class _Fonts(dict):
    """The TrueType fonts of a PDF by the names that its pages call them."""

    def __init__(self, pdf):
        by_reference = {thing.reference: thing for thing in pdf.objects}
        for thing in pdf.objects:
            if not (isinstance(thing, dict) and "DescendantFonts" in thing):
                continue
            described = by_reference[thing["DescendantFonts"][0]]
            descriptor = by_reference[described["FontDescriptor"]]
            file = by_reference.get(descriptor.get("FontFile2"))
            if file is not None and described.get("CIDToGIDMap") == "/Identity":
                name = thing["BaseFont"].removeprefix(b"/").partition(b"+")[0].decode()
                self[name] = _Font(file, described["W"], by_reference[thing["ToUnicode"]])

    def write(self):
        for font in self.values():
            font.write()


class _Font:
    """A font inside a PDF: its file, the widths and the texts of its glyphs."""

    def __init__(self, file, widths, texts):
        self._file, self._widths, self._texts = file, widths, texts
        self._font, self._made = None, {}

    def raised(self, glyph, rise):
        """The number of a glyph that looks like ``glyph`` and stands higher by ``rise``, a fraction of the font's size."""
        self._font = self._font or TTFont(io.BytesIO(self._file.stream[0]))
        key = glyph, round(rise * self._font["head"].unitsPerEm)
        if key not in self._made:
            self._made[key] = self._add(*key)
        return self._made[key]

    def _add(self, glyph, rise):
        font = self._font
        original, name = font.getGlyphName(glyph), f"raised{len(self._made)}"
        number, shape = len(font.getGlyphOrder()), deepcopy(font["glyf"][original])
        if shape.isComposite():
            for part in shape.components:
                part.y += rise
        elif shape.numberOfContours:
            shape.coordinates.translate((0, rise))
        font["glyf"][name], font["hmtx"][name] = shape, font["hmtx"][original]
        shape.recalcBounds(font["glyf"])
        return number

    def write(self):
        if not self._made:
            return
        written = io.BytesIO()
        self._font.save(written)
        self._file.stream = [written.getvalue()]
        self._file.extra["Length1"] = len(written.getvalue())
        upem = self._font["head"].unitsPerEm
        texts = dict(re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]*)>", b"\n".join(self._texts.stream)))
        added = []
        for (glyph, _rise), number in self._made.items():
            width = self._font["hmtx"][self._font.getGlyphName(glyph)][0]
            self._widths.extend([number, pydyf.Array([round(width * 1000 / upem)])])
            added.append(b"1 beginbfchar\n<%04x> <%s>\nendbfchar" % (number, texts.get(b"%04x" % glyph, b"")))
        end = self._texts.stream.index(b"endcmap")
        self._texts.stream[end:end] = added
