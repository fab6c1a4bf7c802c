"""Drawing a card: 1200 by 630 pixels, the words on the reading side, the pattern fading out behind them."""

import hashlib
import io
import unicodedata
from functools import cache

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont, features

from forum_site.cards import identity
from forum_site.cards.lines import balanced, cut
from publishing import isolation
from publishing.languages import direction

WIDTH, HEIGHT = 1200, 630
#: Raised where this code draws otherwise, so that cards that were drawn before are drawn anew.
LOOK = 1
#: The faces, made of the site's own by tools/card_fonts.py: one file each that has both scripts.
FACES = settings.BASE_DIR / "forum_site" / "cards" / "fonts"
TITLE_FACE = FACES / "title.ttf"
STRONG_FACE, TEXT_FACE = FACES / "strong.ttf", FACES / "text.ttf"

MARGIN, MEASURE = 84, 980
#: The sizes that a title may have, and in how many lines; the last one is cut where it does not fit.
SIZES = ((88, 2), (76, 3), (66, 3), (56, 4))
LEADING = {"rtl": 1.46, "ltr": 1.2}
KICKER, FOOT, MARK = 32, 30, 64
#: Where the rule above the foot stands.
RULE = 502
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
#: How a reference, a date in digits or an address is put into a line of any direction.
_ISOLATED = "\u2066{}\u2069"


def can_shape():
    """Whether this Pillow joins and orders Arabic letters: it needs raqm, and raqm needs FriBiDi."""
    return bool(features.check("raqm") and features.check("fribidi"))


@cache
def look():
    """What tells this look from every other one: the code's, the site's colours, mark and pattern, the faces."""
    digest = hashlib.sha256(str(LOOK).encode())
    for path in (*identity.SOURCES, TITLE_FACE, STRONG_FACE, TEXT_FACE):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def draw(words):
    """CardWords in; the bytes of a PNG out. Words that this Pillow cannot write rightly are left out, all of them."""
    card = _ground(direction(words.language)).copy()
    if can_shape() or not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in words.all):
        _Writer(card, words.language).write(words)
    written = io.BytesIO()
    card.save(written, "PNG", optimize=True)
    return written.getvalue()


@cache
def face(path, size):
    """The font of a file in a size."""
    return ImageFont.truetype(path, size)


def title_lines(title, language):
    """The size and the lines in which a title is drawn."""
    for size, most in SIZES:
        line = _Line(face(TITLE_FACE, size), language)
        lines = balanced(line.fit(title), line.width, MEASURE)
        if len(lines) <= most:
            return size, lines
    return size, cut(line.fit(title), most, line.width, MEASURE)


class _Line:
    """Text of one font and language: how wide it is, and what of it the font has letters for."""

    def __init__(self, font, language):
        self.font = font
        # Without raqm Pillow refuses to be told a direction.
        self.options = {"direction": direction(language), "language": language} if can_shape() else {}

    def width(self, text):
        return self.font.getlength(text, **self.options)

    def fit(self, text):
        """The text without signs that would be drawn as empty boxes (an emoji, say)."""
        return "".join(letter for letter in text if _has(self.font, letter))


@cache
def _has(font, letter):
    missing = font.getmask("\uffff")
    drawn = font.getmask(letter)
    return letter.isspace() or (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))


class _Writer:
    """Writes on a card from the reading side: right for Arabic, left for English."""

    def __init__(self, card, language):
        self.drawn = ImageDraw.Draw(card)
        self.card, self.language = card, language
        self.is_rtl = direction(language) == "rtl"

    def write(self, words):
        size, lines = title_lines(words.title, words.language)
        leading = round(size * LEADING[direction(self.language)])
        kicker = " · ".join(
            filter(None, (words.kicker, words.reference and _ISOLATED.format(words.reference)))
        )
        # The tall letters of the first Arabic line want more air.
        above = (KICKER * 5 // 2 if self.is_rtl else KICKER * 2) if kicker else 0
        top = (RULE + MARGIN // 2 - above - leading * len(lines)) // 2
        if kicker:
            self._line(kicker, top + KICKER, face(STRONG_FACE, KICKER), "panel-line")
        for number, line in enumerate(lines):
            middle = top + above + leading * number + leading // 2
            self._line(line, middle, face(TITLE_FACE, size), "panel-ink")
        self._foot(words)

    def _foot(self, words):
        middle = RULE + (HEIGHT - RULE) // 2
        self._line(words.site, middle, face(STRONG_FACE, FOOT), "panel-ink", MARGIN + MARK + 22)
        self._line(words.date, middle, face(TEXT_FACE, FOOT), "panel-soft", MARGIN, at_end=True)

    def _line(self, text, middle, font, ink, inset=MARGIN, at_end=False):
        """One line, its middle at the height ``middle``, ``inset`` from the side on which reading begins (or ends)."""
        line = _Line(font, self.language)
        text = "".join(
            _ISOLATED.format(piece) if is_run else piece for piece, is_run in isolation.pieces(text)
        )
        is_right = self.is_rtl != at_end
        place = (WIDTH - inset if is_right else inset, middle)
        anchor = "rm" if is_right else "lm"
        self.drawn.text(place, line.fit(text), identity.colour(ink), font, anchor, **line.options)


@cache
def _ground(reading):
    """The card without words: ground, pattern, rule and mark, for one reading direction."""
    card = Image.new("RGB", (WIDTH, HEIGHT), identity.colour("panel"))
    lines = identity.pattern(WIDTH, HEIGHT, tile=210, line=1.5)
    # Strongest where reading ends, gone before it begins; never louder than the words.
    fading = (
        Image.linear_gradient("L")
        .rotate(90)
        .resize((WIDTH, HEIGHT))
        .point(lambda value: max(0, value - 70) // 3)
    )
    if reading == "rtl":
        fading = fading.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    nothing = Image.new("L", (WIDTH, HEIGHT))
    card.paste(identity.colour("panel-line"), mask=Image.composite(fading, nothing, lines))
    drawn = ImageDraw.Draw(card)
    drawn.line([(MARGIN, RULE), (WIDTH - MARGIN, RULE)], fill=identity.colour("panel-line"), width=2)
    mark = identity.mark(MARK, [identity.colour(name) for name in ("panel-ink", "panel", "panel-line")])
    across = WIDTH - MARGIN - MARK if reading == "rtl" else MARGIN
    card.paste(mark, (across, RULE + (HEIGHT - RULE - MARK) // 2), mark)
    return card
