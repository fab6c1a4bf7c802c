"""Texts as what is compared: words with their formatting, in blocks (paragraphs, headings, items of lists, rows of tables).

A word is never cut, so that the letters of an Arabic word stay joined wherever a mark begins or ends.
"""

import re
from html.parser import HTMLParser
from typing import NamedTuple

#: Words that stand for what is no word: the end of a line and of a paragraph, and the border between two cells.
LINE, PARAGRAPH, CELL = "\n", "\u2029", "\u2502"
RULE = "———"

# Signs stand for themselves; all else between spaces (letters, vowel signs, joiners, digits) is a word.
_SIGN = (
    r"""!"#$%&'()*+,\-./:;<=>?@\[\\\]^`{|}~"""
    "\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u060c\u060d\u061b\u061d-\u061f\u066a-\u066d\u06d4"
    "\u2010-\u2027\u2029\u2030-\u205e\u2502\u3001-\u3003\u3008-\u301f\ufd3e\ufd3f"
)
_LETTER = rf"[^\s{_SIGN}]"
# 1,234.50 and 2026-12-21 and 10:30 are one word each, and so is don't.
_WORD = rf"(?:{_LETTER}|(?<=\d)[.,:/\-\u066b\u066c](?=\d)|(?<={_LETTER})['’](?={_LETTER}))+"
_TOKEN = re.compile(rf"\n|\u2029|{_WORD}|[{_SIGN}]")
_SPACES = re.compile(r"\s+")
# Control characters, and those that would turn around the text behind them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

INLINE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined", "s": "struck", "code": "code",
    "sub": "lowered", "sup": "raised", "a": "link", "bdi": "isolated",
}  # fmt: skip
VOID = frozenset({"br", "hr", "img"})
KINDS = {
    "h2": "heading", "h3": "subheading", "h4": "subheading", "blockquote": "quotation", "pre": "preformatted",
    "figcaption": "caption", "caption": "caption", "tr": "row", "figure": "picture",
}  # fmt: skip


class Word(NamedTuple):
    """A word or a sign, whether a space follows, and its formatting: pairs such as ("bold", "") or ("link", address)."""

    text: str
    has_space: bool = False
    marks: frozenset = frozenset()


class Block(NamedTuple):
    """A stretch of words that stands by itself. ``level`` counts the lists around an item; "" where no language or
    direction of its own is named."""

    kind: str
    level: int
    language: str
    direction: str
    words: tuple


def seen(text):
    """Text in; the same without what cannot be seen and would disturb what stands around it."""
    return _UNSEEN.sub("", text)


def words_of(text):
    """Plain text in; its words out, the ends of its lines among them."""
    lines = seen(text or "").replace("\r\n", "\n").strip()
    return _words([(lines, frozenset())])


def blocks_of(html):
    """Sanitised HTML in; its blocks out."""
    reader = _Reader()
    reader.feed(html or "")
    reader.close()
    reader.finish_block()
    return reader.blocks


def _words(pieces):
    """(text, marks) pairs in; a tuple of Words out. A word that is formatted in part has the formatting of its parts."""
    text, ends, end = "".join(piece for piece, marks in pieces), [], 0
    for piece, marks in pieces:
        end += len(piece)
        ends.append((end, marks))
    words, place = [], 0
    for match in _TOKEN.finditer(text):
        while ends[place][0] <= match.start():
            place += 1
        marks, last = ends[place][1], place
        while ends[last][0] < match.end():
            last += 1
            marks |= ends[last][1]
        after = text[match.end() : match.end() + 1]
        words.append(Word(match[0], after.isspace() and after not in (LINE, PARAGRAPH), marks))
    return tuple(words)


class _Reader(HTMLParser):
    """Collects the blocks of a body."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.open, self.pieces = [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        if tag in VOID:
            self._void(tag, attributes)
            return
        if tag not in INLINE:
            self._begin(tag)
        self.open.append((tag, attributes))

    def handle_endtag(self, tag):
        names = [name for name, attributes in self.open]
        if tag not in names:
            return
        if tag == "tr" or tag not in INLINE and not self._is_in("tr"):
            self.finish_block()
        del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data):
        data = seen(data)
        if not self._is_in("pre"):
            data = _SPACES.sub(" ", data)
        self._add(data)

    def _void(self, tag, attributes):
        if tag == "br":
            self._add(LINE)
        elif tag == "img":
            alt = " ".join(seen(attributes.get("alt", "")).split())
            self._add(f" [{alt}] ", ("picture", seen(attributes.get("src", ""))))
        else:
            self.finish_block()
            self._add(RULE)
            self.finish_block("rule")

    def _begin(self, tag):
        """A block begins: in a row it is a cell, or a line of one."""
        if not self._is_in("tr"):
            self.finish_block()
        elif tag in ("td", "th") and self.pieces:
            self._add(f" {CELL} ")
        elif self.pieces and self.pieces[-1][0].strip() not in ("", CELL):
            self._add(LINE)

    def _add(self, text, *marks):
        if text and (self.pieces or not text.isspace()):
            self.pieces.append((text, self._marks() | set(marks)))

    def _marks(self):
        marks = set()
        for tag, attributes in self.open:
            if tag == "th":
                marks.add(("header", ""))
            elif tag in INLINE:
                marks.add((INLINE[tag], _value(tag, attributes)))
                if attributes.get("lang"):
                    marks.add(("language", attributes["lang"]))
        return frozenset(marks)

    def finish_block(self, kind=""):
        """End the block that is being read, if there is one."""
        words = _words(self.pieces)
        self.pieces = []
        if words:
            found, level = self._kind()
            language, direction = self._attribute("lang"), self._attribute("dir")
            self.blocks.append(Block(kind or found, level, language, direction, words))

    def _kind(self):
        tags = [tag for tag, attributes in self.open]
        for place in range(len(tags) - 1, -1, -1):
            if tags[place] in KINDS:
                return KINDS[tags[place]], 1
            if tags[place] == "li":
                lists = [tag for tag in tags[:place] if tag in ("ul", "ol")]
                return "numbered" if lists[-1:] == ["ol"] else "bulleted", max(1, len(lists))
        return "paragraph", 1

    def _attribute(self, name):
        values = [
            attributes[name] for tag, attributes in self.open if tag not in INLINE and attributes.get(name)
        ]
        return values[-1] if values else ""

    def _is_in(self, wanted):
        return any(tag == wanted for tag, attributes in self.open)


def _value(tag, attributes):
    if tag == "a":
        return seen(attributes.get("href", ""))
    return attributes.get("dir", "") if tag == "bdi" else ""
