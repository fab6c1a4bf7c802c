"""What a result shows of a text: its title, and the part of it in which the words stand that were looked for.

Whole words are marked, as they are written: a mark that begins inside a word takes the joined letters of Arabic apart.
"""

import re
from dataclasses import dataclass
from html import escape, unescape

from django.utils.safestring import SafeString

from publishing import isolation

#: How many letters of a text are shown, and how many of them before the first word that was found.
LENGTH, BEFORE = 200, 60
#: Where a text has no space for so long, it is cut inside a word.
LONGEST_WORD = 60

_MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f"
_APOSTROPHES = "'`\u00b4\u02b9-\u02bf\u02c8\u2018-\u201b\u2032"
#: A word as it is written: letters and digits, marks among and after them, apostrophes among them.
WORD = re.compile(rf"[^\W_](?:[{_MARKS}{_APOSTROPHES}]*[^\W_])*[{_MARKS}]*")
_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# The bodies of live texts were cleaned when they were published: their tags are whole.
_TAG = re.compile(r"""<(/?)([a-z0-9]+)(?:[^>"']|"[^"]*"|'[^']*')*>""")
#: Where a note of the text is meant.
_NOTE_MARK = re.compile(r"\[\d{1,3}\]")
_WITHIN_A_WORD = frozenset("a b bdi code em i s strong sub sup u".split())


@dataclass(frozen=True)
class Snippet:
    """``title`` and ``excerpt``: safe HTML, to stand in an element with the lang and dir of the text."""

    title: SafeString
    excerpt: SafeString


def snippets_of(texts, asked):
    """The live texts that the Question ``asked`` found in; their Snippets out, in the same order."""
    # Texts have most of their words in common: each is looked at once.
    is_hit, has_hit = _Known(asked.is_hit).__getitem__, _Known(asked.has_hit).__getitem__
    return [Snippet(marked(text.title, is_hit), marked(_excerpt_of(text, has_hit), is_hit)) for text in texts]


class _Known(dict):
    """What a function says of each value, asked once. A page asks of thousands of words: functools.cache takes three times as
    long for those it knows."""

    def __init__(self, find):
        super().__init__()
        self._find = find

    def __missing__(self, value):
        self[value] = found = self._find(value)
        return found


def _excerpt_of(text, has_hit):
    """The part of the summary, else of the body, in which the first hit stands; where there is none, their beginning."""
    summary = _told(text.summary)
    span = first_hit(summary, has_hit)
    if span:
        return around(summary, *span)
    body = _told(words_of_body(text.body))
    span = first_hit(body, has_hit)
    if span:
        return around(body, *span)
    return around(summary or body, 0, 0)


def words_of_body(html):
    """The body of a live text in; its words out, with space between blocks."""
    bare = _TAG.sub(lambda tag: "" if tag[2] in _WITHIN_A_WORD else " ", html or "")
    return unescape(_NOTE_MARK.sub("", bare))


def around(text, start, end):
    """About LENGTH letters of ``text``, cut at the borders of words, with the word from ``start`` to ``end`` in them."""
    if len(text) <= LENGTH + BEFORE // 2:
        return text
    first = _border_before(text, max(0, min(start - BEFORE, len(text) - LENGTH)))
    last = _border_after(text, max(first + LENGTH, min(end, first + 2 * LENGTH)))
    cut = text[first:last].strip(" ،,;؛.:")
    return f"{'…' if first else ''}{cut}{'…' if last < len(text) else ''}"


def marked(text, is_hit):
    """Plain text in; the same as HTML out, each word that was looked for in <mark>, and the runs isolated that Arabic would
    take apart."""
    pieces = isolation.pieces(_told(text))
    return SafeString("".join(_piece(piece, is_run, is_hit) for piece, is_run in pieces))


def first_hit(text, has_hit):
    """Where what stands between two spaces and has the first word that is a hit begins and ends; None where there is none."""
    run = next(filter(has_hit, text.split()), None)
    if run is None:
        return None
    # It may be a part of a longer one before it.
    place = f" {text} ".find(f" {run} ")
    return place, place + len(run)


def _told(text):
    """Stored words in; what a reader is shown of them out: on one line, without controls."""
    return " ".join(_BIDI_CONTROLS.sub("", text or "").split())


def _border_before(text, place):
    if place == 0:
        return 0
    border = text.rfind(" ", max(0, place - LONGEST_WORD), place)
    return border + 1 if border >= 0 else place


def _border_after(text, place):
    border = text.find(" ", place, place + LONGEST_WORD)
    if border >= 0:
        return border
    return place if len(text) > place + LONGEST_WORD else len(text)


def _piece(piece, is_run, is_hit):
    """A piece of text in; escaped HTML out. Put together by hand: format_html() took half the time of a page of results."""
    html, end = [], 0
    for word in WORD.finditer(piece):
        if is_hit(word[0]):
            html += escape(piece[end : word.start()]), "<mark>", escape(word[0]), "</mark>"
            end = word.end()
    html.append(escape(piece[end:]))
    if not is_run:
        return "".join(html)
    attributes = "".join(f' {name}="{value}"' for name, value in isolation.attributes(piece))
    return f"<bdi{attributes}>{''.join(html)}</bdi>"
