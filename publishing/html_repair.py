"""Repairs of what the editor and Word leave in a text: bullets as signs, captions without their figure, empty lines.

It reads what nh3 has written (well formed, every sign escaped) into a small tree, and writes it again; nh3 cleans the
result.
"""

import re
from html import escape
from html.parser import HTMLParser

from publishing import characters

VOID = frozenset({"br", "hr", "img"})
INLINE = frozenset({"a", "b", "bdi", "br", "code", "em", "i", "img", "s", "strong", "sub", "sup", "u"})
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "tfoot": "tbody", "dt": "p", "dd": "p", "summary": "p"}
KEPT = INLINE | frozenset(
    "p h2 h3 h4 ul ol li blockquote hr pre table caption thead tbody tr th td figure figcaption".split()
)
# Blocks that only wrap others, and the top of the text (''): loose words in them become paragraphs.
WRAPPERS = frozenset({"", "blockquote"})
# Blocks that hold words and inline tags only.
LINES = frozenset({"p", "h2", "h3", "h4", "pre"})
LISTS = frozenset({"ul", "ol"})
REMOVED_WHEN_EMPTY = frozenset(
    "p h2 h3 h4 li ul ol blockquote pre figcaption figure a b bdi em i s strong sub sup u code".split()
)

# A text nested deeper than this is no text; the tags beyond are left out, their words stay.
MAX_DEPTH = 60

# The signs that Word pastes for a bullet (two of them from its own symbol font), before a space or not; "o" and "§" are
# letters of their own, so that they count only before the no-break spaces that Word puts behind them.
_BULLET = re.compile(r"\s*(?:[·•●▪◦‣○■▸►\uf0b7\uf0a7]\s*|[o§]\xa0+\s*)")
_WORD = re.compile(r"\w")


class Element:
    """A tag with its attributes and children (elements and strings)."""

    def __init__(self, tag, attributes=(), children=()):
        self.tag = tag
        self.attributes = [pair for pair in attributes if pair[0] != "rel"]
        self.children = list(children)

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def has(self, tag):
        return any(
            child.tag == tag or child.has(tag) for child in self.children if not isinstance(child, str)
        )

    def write(self):
        inner = "".join(
            escape(child, False) if isinstance(child, str) else child.write() for child in self.children
        )
        if not self.tag:
            return inner
        start = "".join(f' {name}="{escape(value or "")}"' for name, value in self.attributes)
        return f"<{self.tag}{start}>" if self.tag in VOID else f"<{self.tag}{start}>{inner}</{self.tag}>"


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]
        self.names = []

    def handle_starttag(self, tag, attributes):
        if tag in VOID:
            self.open[-1].children.append(Element(tag, attributes))
            return
        self.names.append(tag)
        if len(self.names) <= MAX_DEPTH:
            element = Element(tag, attributes)
            self.open[-1].children.append(element)
            self.open.append(element)

    def handle_endtag(self, tag):
        if tag in VOID or not self.names:
            return
        if len(self.names) <= MAX_DEPTH:
            self.open.pop()
        self.names.pop()

    def handle_data(self, data):
        self.open[-1].children.append(characters.fit_to_store(data))


def repair(html):
    """HTML as nh3 writes it in, the same text in whole paragraphs, lists and figures out."""
    root = tree(html)
    _repair(root)
    return root.write()


def tree(html):
    """HTML as nh3 writes it in; an Element without a tag that holds its elements and words out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def is_blank(text):
    """Whether nothing in a string can be seen."""
    return not re.sub(r"[\s\u00ad\u200b-\u200f\u2060-\u2069]", "", text)


def _repair(element):
    """Put one element's children right, the innermost first."""
    for child in element.children:
        if not isinstance(child, str):
            child.tag = RENAMED.get(child.tag, child.tag)
            _repair(child)
    if element.tag == "li":
        _strip_bullet(element)
    children = _without_empty(_unwrap_foreign(element))
    if element.tag not in INLINE | LINES:
        children = _in_lists(element, children)
    if element.tag in WRAPPERS:
        children = _gather_loose_words(children)
    if element.tag == "pre":
        # A parser takes the first line end of a <pre> away, each time that it reads the text.
        _drop_letters(element, len(element.text()) - len(element.text().lstrip("\n")))
        children = element.children
    else:
        children = _join_captions(_make_lists(_without_empty(children)), element.tag)
    element.children = children


def _unwrap_foreign(element):
    """The children, with a place for each: no block that the site has no use for (div …), none inside a heading or link."""
    children = []
    for child in element.children:
        if isinstance(child, str) or child.tag in KEPT - INLINE and element.tag not in LINES:
            children.append(child)
        elif child.tag in INLINE:
            # <b><p>…</p><p>…</p></b>, as some editors paste a whole text.
            children += child.children if _has_blocks(child) and element.tag not in LINES else [child]
        elif element.tag in LINES:
            children += [" ", *_flat(child.children), " "]
        elif element.tag in INLINE:
            children += child.children
        else:
            children += _gather_loose_words(child.children)
    return children


def _has_blocks(element):
    return any(isinstance(child, Element) and child.tag not in INLINE for child in element.children)


def _in_lists(element, children):
    """The children: in a list, all of them items; anywhere else, items without a list given one."""
    is_list, placed, gathered = element.tag in LISTS, [], None
    for child in children:
        is_item = isinstance(child, Element) and child.tag == "li"
        if is_item == is_list:
            placed.append(child)
            gathered = child if is_list else None
        elif isinstance(child, str) and is_blank(child):
            placed.append(child)
        else:
            if gathered is None:
                gathered = Element("li" if is_list else "ul")
                placed.append(gathered)
            gathered.children.append(child)
    return placed


def _gather_loose_words(children):
    """The children, each run of words and inline tags between blocks wrapped in a paragraph."""
    gathered, run = [], []
    for child in [*children, None]:
        if child is not None and (isinstance(child, str) or child.tag in INLINE):
            run.append(child)
            continue
        if any(not isinstance(part, str) or not is_blank(part) for part in run):
            gathered.append(Element("p", (), run))
        run = []
        if child is not None:
            gathered.append(child)
    return gathered


def _without_empty(children):
    return [child for child in children if not _is_empty(child)]


def _is_empty(child):
    if isinstance(child, str):
        return False
    empty = child.tag == "img" and not dict(child.attributes).get("src")
    return empty or (
        child.tag in REMOVED_WHEN_EMPTY
        and not (child.has("img") or child.has("hr") or child.has("table"))
        and is_blank(child.text())
        and not (child.tag in INLINE and child.text())
    )


def _make_lists(children):
    """The children, neighbouring paragraphs that begin with a bullet sign made the items of one list."""
    made, items = [], None
    for child in children:
        if isinstance(child, str) and is_blank(child) and items is not None:
            continue
        lines = _bullet_lines(child)
        if not lines:
            items = None
            made.append(child)
            continue
        if items is None:
            items = Element("ul")
            made.append(items)
        items.children += [Element("li", (), [Element("p", child.attributes, line)]) for line in lines]
    return made


def _bullet_lines(child):
    """A paragraph in; the children of each of its lines, without the bullet, out; [] unless every line has one."""
    if isinstance(child, str) or child.tag != "p":
        return []
    lines = [Element("p")]
    for part in child.children:
        if not isinstance(part, str) and part.tag == "br":
            lines.append(Element("p"))
        else:
            lines[-1].children.append(part)
    lines = [line for line in lines if line.has("img") or not is_blank(line.text())]
    if not all(_has_bullet(line) for line in lines):
        return []
    for line in lines:
        _strip_bullet(line)
    return [line.children for line in lines]


def _has_bullet(element):
    text = element.text()
    bullet = _BULLET.match(text)
    return bool(bullet and _WORD.search(text, bullet.end()))


def _strip_bullet(element):
    """Take the leading bullet sign (and the space behind it, wherever that stands) out of an element."""
    bullet = _BULLET.match(element.text())
    if bullet and _has_bullet(element):
        _drop_letters(element, bullet.end())


def _drop_letters(element, count):
    """Take the first `count` letters out of an element, returning how many are still to be taken."""
    kept = []
    for child in element.children:
        if isinstance(child, str):
            child, count = child[count:], max(0, count - len(child))
        elif count:
            count = _drop_letters(child, count)
        if child if isinstance(child, str) else (child.tag in VOID or child.text() or child.has("img")):
            kept.append(child)
    element.children = kept
    return count


def _join_captions(children, parent):
    """The children, each caption outside a figure joined with the picture before it, or else made a paragraph."""
    if parent == "figure":
        return _unwrap_pictures(children)
    joined = []
    for child in children:
        if isinstance(child, str) or child.tag != "figcaption":
            joined.append(child)
            continue
        while joined and isinstance(joined[-1], str) and is_blank(joined[-1]):
            joined.pop()
        before = joined[-1] if joined else None
        if _is_picture(before):
            joined[-1] = Element("figure", (), [*_unwrap_pictures([before]), child])
        elif _is_figure_without_caption(before):
            before.children.append(child)
        else:
            joined.append(Element("p", child.attributes, _flat(child.children)))
    return [_whole_figure(child) for child in joined]


def _unwrap_pictures(children):
    """The children, a paragraph that holds nothing but pictures replaced by them."""
    unwrapped = []
    for child in children:
        unwrapped += child.children if _is_picture(child) and child.tag == "p" else [child]
    return unwrapped


def _is_picture(child):
    if child is None or isinstance(child, str):
        return False
    return child.tag == "img" or (child.tag == "p" and child.has("img") and is_blank(child.text()))


def _is_figure_without_caption(child):
    return isinstance(child, Element) and child.tag == "figure" and not child.has("figcaption")


def _whole_figure(child):
    """A figure that holds a caption and nothing else becomes a paragraph."""
    if not isinstance(child, Element) or child.tag != "figure":
        return child
    others = [part for part in child.children if isinstance(part, Element) and part.tag != "figcaption"]
    if others or not is_blank("".join(part for part in child.children if isinstance(part, str))):
        return child
    captions = [part for part in child.children if isinstance(part, Element)]
    return Element("p", (), _flat([part for caption in captions for part in caption.children]))


def _flat(children):
    """Children in; only words and inline tags out, with a space where a block ended."""
    flat = []
    for child in children:
        inline = isinstance(child, str) or child.tag in INLINE
        flat += [child] if inline else [*_flat(child.children), " "]
    return flat
