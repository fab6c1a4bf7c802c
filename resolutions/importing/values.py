"""What a text in a cell means: a day, a number, a choice, names. Each refuses with the sentence for the person."""

import datetime
import re
import unicodedata

from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override

from publishing.dates import OUR_TIMES
from publishing.day_field import OUT_OF_RANGE
from publishing.languages import LANGUAGES
from publishing.lists import isolated, joined
from publishing.refusals import WorkflowError

#: Marks of direction, which come along with what is copied out of an Arabic line, and spaces that do not break.
_INVISIBLE = re.compile("[\u200b-\u200f\u061c\u2066-\u2069]")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
LARGEST_ORDER = 32767
#: A tag of HTML, which tells it from a plain text with a "<" in it.
_TAG = re.compile(
    r"</?(p|h[1-6]|ul|ol|li|br|strong|em|b|i|a|blockquote|table|div|span|figure|hr)\b[^<>]*>", re.IGNORECASE
)
_POINT = re.compile(r"(\d{1,3})[.)-]\s+(\S.*)")


def bare(text):
    """A text in; the same without invisible marks, its digits as 0-9, out: for codes, days and numbers."""
    text = _INVISIBLE.sub("", text.replace("\xa0", " ")).strip()
    return "".join(
        str(unicodedata.digit(letter, letter)) if letter.isdecimal() else letter for letter in text
    )


def key_of(text):
    """A name in; what it is compared by out: small letters, one space for spaces and "_"."""
    return " ".join(bare(text).casefold().replace("_", " ").split())


def day(text):
    """A text like 2026-05-31, in any digits, in; the date, None for an empty one, out."""
    if not text:
        return None
    written = _DAY.fullmatch(bare(text))
    try:
        found = datetime.date(*map(int, written.groups()))
    except (AttributeError, ValueError) as error:
        raise WorkflowError(_("This is no day; write it like 2026-05-31.")) from error
    if not OUR_TIMES[0] <= found <= OUR_TIMES[1]:
        raise WorkflowError(str(OUT_OF_RANGE))
    return found


def place_in_order(text):
    """A text in; the number, 0 for an empty one, out."""
    text = bare(text) or "0"
    if not (text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= LARGEST_ORDER):
        message = _("Write a whole number from 0 to %(largest)s.")
        raise WorkflowError(message % {"largest": LARGEST_ORDER})
    return int(text)


def choice(text, choices):
    """The code or the name, in either language, of one of ``choices`` (code, name) in; its code out."""
    known = {}
    for language in LANGUAGES:
        with override(language):
            known |= {key_of(str(name)): code for code, name in choices}
    known |= {key_of(code): code for code, _name in choices}
    if key_of(text) not in known:
        names = joined([isolated(name) for _code, name in choices])
        # Translators: names is a list such as Decision and Recommendation
        raise WorkflowError(_("Write one of these: %(names)s.") % {"names": names})
    return known[key_of(text)]


def listed(text):
    """Names with ";" between them in; a list of them out."""
    return [name.strip() for name in re.split("[;؛\n]", text) if name.strip()]


def body_html(text):
    """A body as it stands in a cell in; HTML out, still to be sanitised. What has tags is HTML already."""
    if _TAG.search(text):
        return text
    parts = []
    for block in re.split(r"\n\s*\n", text):
        parts += _paragraphs([line.strip() for line in block.splitlines() if line.strip()])
    return "".join(parts)


def _paragraphs(lines):
    """The lines of a block in; its paragraphs and its numbered lists out."""
    loose, points = [], []
    for line in [*lines, None]:
        point = line and _POINT.fullmatch(line)
        if points and not point:
            yield _numbered(points)
            points = []
        if loose and (point or line is None):
            yield f"<p>{'<br>'.join(map(escape, loose))}</p>"
            loose = []
        if point:
            points.append(point)
        elif line:
            loose.append(line)


def _numbered(points):
    start = int(bare(points[0][1]))
    opening = "<ol>" if start == 1 else f'<ol start="{start}">'
    return f"{opening}{''.join(f'<li>{escape(point[2])}</li>' for point in points)}</ol>"
