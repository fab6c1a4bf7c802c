"""Footnotes: a number in brackets in the text, and its note at the end, become links to each other.

Nothing but plain characters is asked of an editor, so they come through any editor, from Word, LibreOffice and Google
Docs: [1] in the text; at its end a numbered list below a heading that says so («الهوامش»), or paragraphs that begin
with [1], [2] …. A number without its note, and notes to which no number leads, stay as they were typed.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from publishing.html_repair import Element, is_blank

#: What the heading above the notes says, without signs, in small letters.
TITLES = frozenset(
    {"الهوامش", "هوامش", "الحواشي", "حواشي", "حواش", "notes", "footnotes", "endnotes", "notes and references"}
    | {"هوامش النص", "الهوامش والمراجع", "الهوامش والإحالات"}
)
_NUMBER = r"\s?(\d{1,3})\s?"
_MARK = re.compile(rf"\[{_NUMBER}\]")
_MARK_ALONE = re.compile(rf"\s*(?:\[{_NUMBER}\]|\({_NUMBER}\))\s*")
_NUMBER_ALONE = re.compile(rf"\s*{_NUMBER}\s*")
_NOTE_BEGINS = re.compile(rf"\s*\[{_NUMBER}\][.:]?\s*")
_UNREAD = frozenset({"pre", "code"})


def set_footnotes(root, anchors, digits):
    """Put the links into the tree ``root`` (html_repair.tree), in the active language.

    ``anchors(wanted)`` gives an id that the text does not use; ``digits(number)`` the number as readers see it.
    """
    found = _notes_of(root.children)
    if not found:
        return
    first, last, heading, notes = found
    book = _Book(notes, anchors, digits)
    around = Element("", (), root.children[:first]), Element("", (), root.children[last:])
    for part in around:
        book.mark(part)
    if book.places:
        root.children = [*around[0].children, book.section(heading), *around[1].children]


class _Book:
    """The notes of one text, and the places that lead to each."""

    def __init__(self, notes, anchors, digits):
        self.notes, self.anchors, self.digits = notes, anchors, digits
        self.ids = {number: anchors(f"note-{number}") for number in notes}
        self.places = {}

    def mark(self, element):
        """Make every mark below ``element`` a link."""
        marked = []
        for child in element.children:
            if isinstance(child, str):
                marked += self._marks_in(child)
                continue
            number = _number_of(child)
            if number in self.notes:
                marked.append(self._mark(number))
                continue
            if child.tag not in _UNREAD and child.tag != "a":
                self.mark(child)
            marked.append(child)
        element.children = marked

    def _marks_in(self, words):
        pieces, end = [], 0
        for match in _MARK.finditer(words):
            number = int(match[1])
            if number in self.notes:
                # The mark stands at its word, whatever was typed between them.
                pieces += [
                    words[end : match.start()].rstrip() if end < match.start() else "",
                    self._mark(number),
                ]
                end = match.end()
        return [piece for piece in [*pieces, words[end:]] if piece != ""]

    def _mark(self, number):
        places = self.places.setdefault(number, [])
        places.append(self.anchors(f"mark-{number}"))
        link = [
            ("href", f"#{self.ids[number]}"),
            ("id", places[-1]),
            ("role", "doc-noteref"),
            # Translators: the accessible name of a small raised number in a text.
            ("aria-label", _("Note %(number)s") % {"number": self.digits(number)}),
        ]
        shown = Element("bdi", (), [self.digits(number)])
        return Element("sup", [("class", "note-mark")], [Element("a", link, [shown])])

    def section(self, heading):
        """The notes, each with its ways back."""
        title = heading or Element("h2", (), [pgettext("heading above the footnotes of a text", "Notes")])
        title.tag, name = title.tag if title.tag != "p" else "h2", self.anchors("notes")
        title.attributes = [*(pair for pair in title.attributes if pair[0] != "id"), ("id", name)]
        items = [self._item(place, number) for place, number in enumerate(self.notes, start=1)]
        region = [("class", "notes"), ("role", "doc-endnotes"), ("aria-labelledby", name)]
        return Element("section", region, [title, Element("ol", (), items)])

    def _item(self, place, number):
        children = self.notes[number]
        inside = next((child for child in reversed(children) if not isinstance(child, str)), None)
        line = inside.children if inside is not None and inside.tag == "p" else children
        for count, anchor in enumerate(self.places.get(number, ()), start=1):
            line += [" ", self._way_back(number, count, anchor)]
        # A note that is led to takes the focus, so that a screen reader goes on from there.
        attributes = [("id", self.ids[number]), ("tabindex", "-1")]
        return Element("li", attributes + ([("value", str(number))] if number != place else []), children)

    def _way_back(self, number, count, anchor):
        numbers = {"number": self.digits(number), "count": self.digits(count)}
        if len(self.places[number]) > 1:
            name = _("Back to the text: note %(number)s, place %(count)s") % numbers
        else:
            name = _("Back to the text: note %(number)s") % numbers
        link = [
            ("class", "note-back"),
            ("href", f"#{anchor}"),
            ("role", "doc-backlink"),
            ("aria-label", name),
        ]
        return Element("a", link, ["↑"])


def _notes_of(children):
    """Blocks in; (the place of the first that is part of the notes, the place behind the last, the heading or None,
    {number: what the note says}) out; None without notes."""
    blocks = [place for place, child in enumerate(children) if not isinstance(child, str)]
    for nth in range(len(blocks) - 1, -1, -1):
        if _is_title(children[blocks[nth]]) and nth + 1 < len(blocks):
            start = blocks[nth + 1]
            listed = _list_at(children, start) or _run_at(children, blocks, nth + 1)
            if listed:
                return blocks[nth], listed[0], children[blocks[nth]], listed[1]
    for nth in range(len(blocks) - 1, -1, -1):
        if _begins_with(children[blocks[nth]]) == 1:
            listed = _run_at(children, blocks, nth)
            return blocks[nth] - _rule_before(children, blocks, nth), listed[0], None, listed[1]
    return None


def _is_title(block):
    return block.tag in ("h2", "h3", "h4", "p") and block.text().strip(" \xa0\n:：.").lower() in TITLES


def _list_at(children, place):
    block = children[place]
    if block.tag != "ol":
        return None
    begin = dict(block.attributes).get("start") or "1"
    items = [child for child in block.children if not isinstance(child, str) and child.tag == "li"]
    first = int(begin) if begin.isdigit() else 1
    return place + 1, {first + nth: item.children for nth, item in enumerate(items)} if items else None


def _run_at(children, blocks, nth):
    """The paragraphs from the block ``nth`` on that begin with a mark, each with a higher number."""
    notes, last = {}, 0
    for place in blocks[nth:]:
        number = _begins_with(children[place])
        if number is None or (notes and number <= max(notes)):
            break
        notes[number], last = [_without_number(children[place])], place + 1
    return (last, notes) if notes else None


def _rule_before(children, blocks, nth):
    """How many places before the block ``nth`` the line is that Word draws above its notes; 0 without one."""
    before = blocks[nth - 1] if nth else None
    return blocks[nth] - before if before is not None and children[before].tag == "hr" else 0


def _begins_with(block):
    """The number of the mark with which a paragraph begins, or None."""
    if block.tag != "p":
        return None
    first = next((child for child in block.children if not (isinstance(child, str) and is_blank(child))), "")
    if not isinstance(first, str):
        number = _number_of(first)
        if number is not None:
            return number
    match = _NOTE_BEGINS.match(block.text())
    return int(match[1]) if match else None


def _without_number(block):
    """A paragraph of a note without the mark with which it begins."""
    for place, child in enumerate(block.children):
        if isinstance(child, str) and is_blank(child):
            continue
        if not isinstance(child, str) and _number_of(child) is not None:
            rest = block.children[place + 1 :]
        elif isinstance(child, str) and _NOTE_BEGINS.match(child):
            rest = [_NOTE_BEGINS.sub("", child, count=1), *block.children[place + 1 :]]
        else:
            rest = block.children
        return Element("p", block.attributes, [*_stripped(rest[:1]), *rest[1:]])
    return block


def _stripped(children):
    return [child.lstrip() if isinstance(child, str) else child for child in children]


def _number_of(element):
    """The number of an element that is nothing but a mark, as word processors write it, or None."""
    if element.tag not in ("a", "sup"):
        return None
    text = element.text()
    found = _MARK_ALONE.fullmatch(text)
    if not found and _leads_inside(element):
        found = _NUMBER_ALONE.fullmatch(text)
    if not found or (element.tag == "a" and not _leads_inside(element)):
        return None
    return int(next(filter(None, found.groups())))


def _leads_inside(element):
    """Whether it is, or holds, a link to a place of the same text."""
    if element.tag == "a":
        return (dict(element.attributes).get("href") or "").startswith("#")
    return any(_leads_inside(child) for child in element.children if not isinstance(child, str))
