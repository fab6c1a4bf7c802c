"""HTML that was typed or pasted into a text: what of it is kept, and how.

nh3 (a real HTML parser, an allow list) decides what may stay; publishing/html_repair.py puts right what editors and
Word leave behind; nh3 has the last word again. No input raises.
"""

import re
from collections import Counter
from html import unescape

import nh3

from publishing import html_repair

HEADINGS = frozenset({"h2", "h3", "h4"})
INLINE = frozenset({"a", "b", "bdi", "code", "em", "i", "s", "strong", "sub", "sup", "u"})
TABLE = frozenset({"table", "caption", "thead", "tbody", "tr", "th", "td"})
BLOCKS = HEADINGS | TABLE | {"p", "ul", "ol", "li", "blockquote", "pre", "hr", "figure", "figcaption"}
TAGS = frozenset(BLOCKS | INLINE | {"br", "img"})

# Read on the first pass only, so that their words stay apart; html_repair turns each into a block of TAGS.
FOREIGN_BLOCKS = frozenset(
    "address article aside center dd details div dl dt fieldset footer form h1 h5 h6 header hgroup main nav section "
    "summary tfoot".split()
)
# Neither their tags nor their words are part of a text.
DROPPED_WITH_CONTENT = frozenset({"script", "style", "title", "template", "noscript", "svg", "math"})

ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "hreflang"},
    "ol": {"start", "type"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    **{tag: {"id"} for tag in HEADINGS | {"p"}},
}
SCHEMES = {"http", "https", "mailto", "tel"}

# An anchor inside a text carries a prefix, so that no text can name an element of the page around it.
ANCHOR_PREFIX = "text-"

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_ANCHOR = re.compile(r"[\w-]{1,60}")
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_VALUES = {
    "lang": _LANGUAGE,
    "hreflang": _LANGUAGE,
    "dir": re.compile("rtl|ltr|auto"),
    "start": re.compile(r"\d{1,4}"),
    "type": re.compile("[1aAiI]"),
    "width": re.compile(r"\d{1,5}"),
    "height": re.compile(r"\d{1,5}"),
    "colspan": re.compile(r"\d{1,2}"),
    "rowspan": re.compile(r"\d{1,3}"),
    "scope": re.compile("row|col|rowgroup|colgroup"),
}
# A parser's time grows with the square of the depth: a megabyte of <ul><li> took minutes. No text nests this deep.
MAX_OPEN_TAGS = 100
# A repair may bring to light another (a paragraph that lost its only picture): two rounds settle all that people write.
MAX_ROUNDS = 5
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][^\s/<>]*)")
# Tags that an editor may leave open, as each closes the one before it, that never hold others, or that hold raw text.
_NOT_COUNTED = frozenset(
    "p li dt dd td th tr thead tbody tfoot option br hr img input wbr col link meta area base embed source track param "
    "script style title textarea select noscript xmp iframe noembed noframes plaintext".split()
)
_BLOCK_TAG = re.compile(r"<(?!/?(?:" + "|".join(sorted(INLINE)) + r")>)[^>]*>")
_ANY_TAG = re.compile("<[^>]*>")


def sanitise_html(html):
    """HTML from anywhere in; HTML of the allow list out, '' when it holds nothing to read.

    Cleaning twice changes nothing, so that a text may be cleaned on saving and again on publishing.
    """
    cleaned = _clean(_readable(html), TAGS | FOREIGN_BLOCKS)
    for _round in range(MAX_ROUNDS):
        before, cleaned = cleaned, _clean(html_repair.repair(cleaned), TAGS)
        if cleaned == before:
            break
    return cleaned


def plain_text(html):
    """HTML in; its words out, with one space between words and between blocks, entities decoded."""
    bare = nh3.clean(
        _readable(html),
        tags=set(TAGS | FOREIGN_BLOCKS),
        attributes={},
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        link_rel=None,
    )
    return " ".join(unescape(_ANY_TAG.sub("", _BLOCK_TAG.sub(" ", bare))).split())


def is_blank_html(html):
    """HTML in; whether a reader would see nothing: no word and no picture."""
    cleaned = sanitise_html(html)
    return "<img" not in cleaned and html_repair.is_blank(plain_text(cleaned))


def _clean(html, tags):
    return nh3.clean(
        html,
        tags=set(tags),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes=set(SCHEMES),
        link_rel="noopener",
    )


def _readable(html):
    """HTML in; the same without what no parser should be given: NUL, lone surrogates, bottomless nesting."""
    html = (html or "").replace("\x00", "").encode("utf-8", "ignore").decode()
    still_open, left_out = Counter(), Counter()

    def shallow(match):
        name = match[2].lower()
        if name in _NOT_COUNTED:
            return match[0]
        if match[1]:
            counter = left_out if left_out[name] else still_open
            counter[name] -= 1 if counter[name] else 0
            return "</wbr" if counter is left_out else match[0]
        if still_open.total() < MAX_OPEN_TAGS:
            still_open[name] += 1
            return match[0]
        left_out[name] += 1
        # An element without content or effect, and outside the allow list, in place of the tag.
        return "<wbr"

    return _TAG_NAME.sub(shallow, html)


def _attribute(tag, name, value):
    """One attribute in; the value to keep out, or None to drop it."""
    if name in _VALUES:
        return value if _VALUES[name].fullmatch(value) else None
    if name == "id":
        return _anchor(value)
    if name == "src":
        scheme = _SCHEME.match(value)
        return value if not scheme or scheme[1].lower() in ("http", "https") else None
    if name == "href" and value.startswith("#"):
        anchor = _anchor(value[1:])
        return f"#{anchor}" if anchor else None
    return value


def _anchor(value):
    if not _ANCHOR.fullmatch(value):
        return None
    return value if value.startswith(ANCHOR_PREFIX) else ANCHOR_PREFIX + value
