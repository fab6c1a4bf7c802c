"""Pages and style sheets whose links lead from file to file: read and written by parsers, not by patterns."""

import json
import re

import tinycss2
from selectolax.lexbor import LexborHTMLParser

from forum_site.structured_data.graph import as_script

#: Says of a link that it leads to something which is no part of the archive.
LEFT_OUT = object()
#: Attributes that hold one link. (``action`` is none of them: a form has nobody to answer it.)
_LINKS = ("href", "src", "poster")
_CHOICES = ("srcset", "imagesrcset")
_WITH_LINKS = ", ".join(f"[{name}]" for name in (*_LINKS, *_CHOICES))
#: What a <link> says to a browser that asks a server; from a folder it is an error in the console (fonts are loaded by the
#: style sheet all the same).
_FOR_SERVERS = {"manifest", "preload", "modulepreload", "preconnect", "dns-prefetch", "search"}
_REFRESH = re.compile(r"(\s*\d+\s*;\s*url\s*=\s*)(.+)", re.IGNORECASE)


class Page:
    """One HTML page. ``links`` first, then ``lead`` and ``add``, then ``content``."""

    def __init__(self, content):
        self._tree = LexborHTMLParser(content.decode())
        for node in self._tree.css("link"):
            kinds = set((node.attributes.get("rel") or "").lower().split())
            if kinds & _FOR_SERVERS or "oembed" in (node.attributes.get("type") or ""):
                node.decompose()
        for node in self._tree.css("form, script[data-asks-server]"):
            _take_away(node)
        for node in self._tree.css('script[type="application/ld+json"]'):
            _say_without_search(node)

    @property
    def content(self):
        return self._tree.html.encode()

    def links(self):
        """Every link and the address of every picture, as they stand on the page."""
        found = [
            url for node, name in self._places() for url, _size in _choices(node.attributes[name] or "", name)
        ]
        pictures = self._tree.css('meta[property="og:image"], meta[name="twitter:image"]')
        return [*found, *(node.attributes.get("content") or "" for node in pictures)]

    def lead(self, to):
        """Replace every link by ``to(link)``. None where nothing is there: words lose their link, and stay. LEFT_OUT where
        something is, though not in the archive: a link that stands for itself goes."""
        for node, name in list(self._places()):
            led = [(to(url), size) for url, size in _choices(node.attributes[name] or "", name)]
            kept = ", ".join(f"{url} {size}".strip() for url, size in led if isinstance(url, str))
            if kept:
                node.attrs[name] = kept
            elif node.tag == "a":
                _unlink(node, is_left_out=led[0][0] is LEFT_OUT)
            elif node.tag == "link":
                node.decompose()
            else:
                del node.attrs[name]
        for node in self._tree.css("p.paper:not(:has(a))"):
            node.decompose()
        for node in self._tree.css('meta[http-equiv="refresh"]'):
            match = _REFRESH.fullmatch(node.attributes.get("content") or "")
            if match:
                node.attrs["content"] = f"{match[1]}{to(match[2])}"

    @property
    def language(self):
        return self._tree.css_first("html").attributes.get("lang") or ""

    def add(self, html, mark):
        """Put ``html`` at the end of the page's foot, or of a page that has none, unless something bears its class ``mark``."""
        if self._tree.css_first(f".{mark}"):
            return
        foot = self._tree.css("body > footer")
        place = foot[-1] if foot else self._tree.body
        place.insert_child(LexborHTMLParser(html).css_first(f".{mark}"))

    def _places(self):
        """(element, attribute) of every link that is to lead somewhere else. What names the page's own place on the web
        (canonical, hreflang) stays: it says where the page stood."""
        # An element is found once for each of its attributes.
        for node in {node.mem_id: node for node in self._tree.css(_WITH_LINKS)}.values():
            if node.tag == "link" and (
                "hreflang" in node.attributes or node.attributes.get("rel") == "canonical"
            ):
                continue
            yield from ((node, name) for name in (*_LINKS, *_CHOICES) if name in node.attributes)


def style_links(content):
    """The content of a style sheet in; what its url() and @import name out, data in the sheet itself apart."""
    tokens = _tokens(tinycss2.parse_component_value_list(content.decode()))
    return [token.value for token in tokens if not token.value.startswith("data:")]


def led_style(content, to):
    """The content of a style sheet in; the same with every link ``to(link)``. Untouched where nothing changes."""
    nodes = tinycss2.parse_component_value_list(content.decode())
    changed = False
    for token in _tokens(nodes):
        url = None if token.value.startswith("data:") else to(token.value)
        if isinstance(url, str) and url != token.value:
            token.value, changed = url, True
            token.representation = f'url("{url}")' if token.type == "url" else f'"{url}"'
    return tinycss2.serialize(nodes).encode() if changed else content


def _tokens(nodes):
    """Every token of ``nodes`` that names another file."""
    for place, node in enumerate(nodes):
        if node.type == "url":
            yield node
        elif node.type == "function" and node.lower_name == "url":
            yield from (part for part in node.arguments if part.type == "string")
        elif node.type == "at-keyword" and node.lower_value == "import":
            yield from (part for part in nodes[place + 1 : place + 3] if part.type == "string")
        else:
            yield from _tokens(getattr(node, "content", None) or getattr(node, "arguments", None) or ())


def _choices(value, name):
    """[(link, size)] of an attribute: several for a srcset, one without a size for any other."""
    if name not in _CHOICES:
        return [(value, "")]
    return [
        tuple((choice.split(None, 1) + [""])[:2]) for choice in re.split(r",\s+", value.strip()) if choice
    ]


def _unlink(node, is_left_out):
    siblings = node.parent.iter(include_text=True)
    stands_in_a_sentence = any(one.is_text_node and one.text().strip() for one in siblings)
    if is_left_out and not stands_in_a_sentence:
        _take_away(node)
    else:
        node.unwrap()


def _take_away(node):
    """With the item of a list that holds nothing else."""
    parent = node.parent
    node.decompose()
    if parent is not None and parent.tag == "li" and not parent.text().strip():
        parent.decompose()


def _say_without_search(node):
    """What the page tells search engines, without the claim that the site can be searched."""
    said = json.loads(node.text())
    said.pop("@context")
    nodes = said.get("@graph", [said])
    taken = [one.pop("potentialAction", None) for one in nodes]
    if any(taken):
        node.replace_with(LexborHTMLParser(as_script(nodes)).css_first("script"))
