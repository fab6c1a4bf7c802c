"""A text as it stands on a page: what readers need and no editor types, put in when the page is drawn.

Footnotes become links (publishing/footnotes.py), a wide table scrolls inside itself and says what it is, the last line of a
quotation that begins with a dash names who said it, pictures wait until they are near, runs that Arabic words would take
apart are isolated (publishing/isolation.py). What is stored stays plain.
"""

import re
from functools import lru_cache

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from publishing import dates
from publishing.footnotes import set_footnotes
from publishing.html import ANCHOR_PREFIX
from publishing.html_repair import Element, is_blank, tree
from publishing.isolation import isolate_in
from publishing.languages import direction

_DASH = re.compile(r"\s*(?:[—–―]|--)\s*\w")


def typeset(text, has_points=False):
    """A Revision in; its body as safe HTML out, in the language of the text.

    With ``has_points`` the points of a resolution are named p1, p2 …, alike in both languages.
    """
    with override(text.language_code):
        return mark_safe(_typeset(text.body, text.language_code, has_points, dates.digits("0123456789")))


@lru_cache(maxsize=256)
def _typeset(html, language, has_points, numerals):
    """Bodies are never edited, so what was made of one stays right; ``language`` and ``numerals`` tell them apart."""
    root = tree(html)
    anchors = Anchors(root)
    set_footnotes(root, anchors, lambda number: "".join(numerals[int(digit)] for digit in str(number)))
    _Blocks(anchors, numerals).set(root)
    if has_points:
        _name_points(root)
    if direction(language) == "rtl":
        isolate_in(root)
    return root.write()


class Anchors:
    """Gives ids that nothing else in the text has. One that its writer gave twice stays with the first."""

    def __init__(self, root):
        self.taken = set()
        self._keep_first(root)

    def __call__(self, wanted):
        name, number = ANCHOR_PREFIX + wanted, 1
        while name in self.taken:
            number += 1
            name = f"{ANCHOR_PREFIX}{wanted}-{number}"
        self.taken.add(name)
        return name

    def _keep_first(self, element):
        for child in _elements(element):
            own = dict(child.attributes).get("id")
            if own in self.taken:
                child.attributes = [pair for pair in child.attributes if pair[0] != "id"]
            elif own:
                self.taken.add(own)
            self._keep_first(child)


class _Blocks:
    """The tables, quotations and pictures of one text."""

    def __init__(self, anchors, numerals):
        self.anchors, self.numerals, self.tables = anchors, numerals, 0

    def set(self, element):
        placed = []
        for child in element.children:
            if not isinstance(child, str):
                self.set(child)
                if child.tag == "table":
                    child = self._table(child, placed)
                elif child.tag == "blockquote":
                    child = _quotation(child)
                elif child.tag == "img":
                    child = _picture(child)
            placed.append(child)
        element.children = placed

    def _table(self, table, before):
        """The table in a region that scrolls. A line in bold just before it is its caption."""
        self.tables += 1
        caption = next((child for child in _elements(table) if child.tag == "caption"), None)
        if caption is None:
            caption = _caption_before(before)
            if caption:
                table.children.insert(0, caption)
        _name_head_cells(table)
        if caption is None:
            number = "".join(self.numerals[int(digit)] for digit in str(self.tables))
            # Translators: the accessible name of a table that has no caption.
            name = ("aria-label", _("Table %(number)s") % {"number": number})
        else:
            name = ("aria-labelledby", self.anchors(f"table-{self.tables}"))
            caption.attributes = [("id", name[1])]
            # It stays in sight while the table below it is moved.
            caption.children = [Element("span", [("class", "table-caption")], caption.children)]
        region = [("class", "table-scroll"), ("role", "region"), name, ("tabindex", "0")]
        return Element("div", region, [table])


def _elements(element):
    return [child for child in element.children if not isinstance(child, str)]


def _caption_before(before):
    """Take the paragraph wholly in bold that ends ``before``, and make a caption of it; None without one."""
    last = before[-1] if before and not isinstance(before[-1], str) else None
    if last is None or last.tag != "p" or len(last.children) != 1 or isinstance(last.children[0], str):
        return None
    bold = last.children[0]
    if bold.tag not in ("b", "strong"):
        return None
    before.pop()
    return Element("caption", (), bold.children)


def _name_head_cells(element):
    """Say of every head cell whether it heads its column or its row."""
    for child in _elements(element):
        if child.tag != "tr":
            if child.tag in ("thead", "tbody"):
                _name_head_cells(child)
            continue
        cells = _elements(child)
        is_head = all(cell.tag == "th" for cell in cells)
        for cell in cells:
            if cell.tag == "th" and "scope" not in dict(cell.attributes):
                cell.attributes = [*cell.attributes, ("scope", "col" if is_head else "row")]


def _quotation(quotation):
    """A quotation in; with who said it, if its last line names them, out."""
    lines = _elements(quotation)
    if len(lines) < 2 or lines[-1].tag != "p" or not _DASH.match(lines[-1].text()):
        return quotation
    said_by = Element("figcaption", lines[-1].attributes, lines[-1].children)
    said_by.attributes = [pair for pair in said_by.attributes if pair[0] != "id"]
    quotation.children = [child for child in quotation.children if child is not lines[-1]]
    return Element("figure", [("class", "quote")], [quotation, said_by])


def _picture(picture):
    attributes = dict(picture.attributes)
    picture.attributes = list(({"alt": ""} | attributes | {"loading": "lazy"}).items())
    return picture


def count_points(html):
    """How many points a resolution has whose body is ``html``."""
    return len(_points(tree(html)))


def _points(root):
    """The items of the numbered lists of a resolution; its paragraphs where it has none."""
    blocks = _elements(root)
    points = [item for block in blocks if block.tag == "ol" for item in _elements(block)]
    return points or [block for block in blocks if block.tag == "p" and not is_blank(block.text())]


def _name_points(root):
    """p1, p2 … to the points of a resolution."""
    for number, point in enumerate(_points(root), start=1):
        point.attributes = [pair for pair in point.attributes if pair[0] != "id"] + [("id", f"p{number}")]
