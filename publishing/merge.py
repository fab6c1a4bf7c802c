"""Two texts that were made from one, put together again: what one side changed is taken from that side.

Where both sides changed the same piece, mine stays and theirs is listed, for a person to decide. Nothing is saved here.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import mark_safe

from publishing.diff_align import Allowance, aligned
from publishing.models import WORDS
from publishing.text import plain_text, sanitise_html

#: Two blocks with at least this share of their words in common are one block that was changed.
SIMILAR = 0.4
# More blocks against blocks than this are paired by their places alone.
MOST_PAIRS = 10_000
VOID = frozenset({"br", "hr", "img"})
_TAG_OR_TEXT = re.compile(r"""<(?:"[^"]*"|[^">])*>|[^<]+|<""")
_NAME = re.compile(r"<(/?)([a-z0-9]+)")


@dataclass(frozen=True)
class LeftOut:
    """A piece of theirs that is not in the merged text, as mine changed the same place: the name of the word and the text
    (HTML for the body). ``is_removal``: they took this piece away."""

    name: str
    text: str
    is_removal: bool = False

    @property
    def html(self):
        """The text of a body, safe to be shown."""
        return mark_safe(sanitise_html(self.text))


@dataclass(frozen=True)
class Merged:
    """The words that came of it, and what is left out of them."""

    words: dict
    left_out: list


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, table …, or one item of a list, whose opening tag is then ``wrapper``."""

    html: str
    wrapper: str = ""


@dataclass
class _Side:
    """What became of each block of the base, and what was written before each of them and at the end."""

    kept: list
    written: list


def merge_words(base, mine, theirs):
    """Three dicts of WORDS in (``base`` empty where both began from nothing), Merged out."""
    words, left_out = {}, []
    for name in WORDS:
        was, own, other = (side.get(name) or "" for side in (base, mine, theirs))
        if own in (was, other):
            words[name] = other
        elif other == was:
            words[name] = own
        elif name == "body":
            words[name], pieces = merge_bodies(was, own, other)
            left_out += pieces
        else:
            words[name] = own
            left_out.append(LeftOut(name, other or was, is_removal=not other))
    return Merged(words, left_out)


def merge_bodies(base, mine, theirs):
    """Three bodies (sanitised HTML) in; the merged one and a list of LeftOut out."""
    blocks, allowance = blocks_of(base), Allowance()
    own, other = (_side(blocks, blocks_of(body), allowance) for body in (mine, theirs))
    merged, left_out = [], []
    for place in range(len(blocks) + 1):
        merged += _written_by_both(own.written[place], other.written[place], left_out, bool(blocks))
        if place < len(blocks):
            merged += _kept_by_both(blocks[place], own.kept[place], other.kept[place], left_out)
    return sanitise_html(joined(merged)), left_out


def _written_by_both(mine, theirs, left_out, has_base):
    """What stands between two blocks of the base: the new blocks of both, unless both wrote the whole text anew."""
    if not mine or mine == theirs or not theirs:
        return mine or theirs
    if has_base:
        return mine + _without(theirs, mine)
    left_out.append(LeftOut("body", joined(theirs)))
    return mine


def _without(blocks, others):
    """``blocks`` in; the same out without one for each of ``others`` that is equal: what stands twice may be meant twice."""
    left, kept = Counter(others), []
    for block in blocks:
        if left[block]:
            left[block] -= 1
        else:
            kept.append(block)
    return kept


def _kept_by_both(block, mine, theirs, left_out):
    if mine in ([block], theirs):
        return theirs
    if theirs != [block]:
        left_out.append(LeftOut("body", joined(theirs or [block]), is_removal=not theirs))
    return mine


def blocks_of(html):
    """Sanitised HTML in, its blocks out."""
    blocks, depth, piece, wrapper = [], 0, "", ""
    for token in _TAG_OR_TEXT.findall(html or ""):
        named = _NAME.match(token)
        is_list = bool(named) and named[2] in ("ul", "ol")
        if is_list and depth == 0:
            # The tags of an outermost list are no part of its items.
            wrapper = "" if named[1] else token
            continue
        piece += token
        if named and named[2] not in VOID:
            depth += -1 if named[1] else 1
        if depth == 0 and piece.strip():
            blocks.append(Block(piece.strip(), wrapper))
        if depth == 0:
            piece = ""
    return blocks


def joined(blocks):
    """Blocks in; one text out, neighbouring items in one list."""
    html = ""
    for wrapper, run in groupby(blocks, key=lambda block: block.wrapper):
        inner = "".join(block.html for block in run)
        html += f"{wrapper}{inner}</{_NAME.match(wrapper)[2]}>" if wrapper else inner
    return html


def _side(base, text, allowance):
    """The blocks of the base and of a text that was made from it in; a _Side out."""
    side = _Side([[] for _block in base], [[] for _gap in range(len(base) + 1)])
    for part in aligned(base, text, allowance):
        old, new = range(part.old.start, part.old.stop), text[part.new]
        if part.is_same:
            for place, block in zip(old, new, strict=True):
                side.kept[place] = [block]
        else:
            _replace(side, base, old, new)
    return side


def _replace(side, base, old, new):
    """Note that ``new`` blocks stand where those at the places ``old`` stood; the similar ones are changed, not new."""
    pairs = dict(_pairs([_vocabulary(base[place]) for place in old], [_vocabulary(block) for block in new]))
    gap = old.start
    for index, block in enumerate(new):
        if index in pairs:
            gap = old.start + pairs[index]
            side.kept[gap] = [block]
            gap += 1
        else:
            side.written[gap].append(block)


def _pairs(old, new):
    """(place in new, place in old) of the blocks that belong together, none of them crossing another."""
    if len(old) == len(new) == 1:
        return [(0, 0)]
    if len(old) * len(new) > MOST_PAIRS:
        return [(place, place) for place in range(min(len(old), len(new)))]
    best = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    for row, one in enumerate(old):
        for column, other in enumerate(new):
            paired = best[row][column] + _likeness(one, other)
            best[row + 1][column + 1] = max(best[row][column + 1], best[row + 1][column], paired)
    pairs, row, column = [], len(old), len(new)
    while row and column:
        if best[row][column] == best[row - 1][column]:
            row -= 1
        elif best[row][column] == best[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((column, row))
    return pairs


def _vocabulary(block):
    return frozenset(plain_text(block.html).split()) or frozenset({block.html})


def _likeness(one, other):
    """How many words two blocks have in common, 0 where those are too few to call one a changed form of the other."""
    common = len(one & other)
    return common if 2 * common >= SIMILAR * (len(one) + len(other)) else 0
