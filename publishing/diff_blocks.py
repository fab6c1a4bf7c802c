"""Which blocks of two bodies belong together: the same ones, changed ones, divided and joined ones."""

from typing import NamedTuple

from publishing.diff_align import aligned
from publishing.diff_words import PARAGRAPH, Word

#: A block goes with another one if at least this share of the words of both is common to them.
SIMILAR = 0.4
#: A part of a divided block has at least this share of its words from the whole.
CONTAINED = 0.6
# More blocks against blocks than this are paired by their places alone.
MOST_PAIRS = 40_000
# A block against a block is as much work as so many words against words.
COST = 10


class Pair(NamedTuple):
    """Blocks that belong together: none, one or two on each side."""

    old: tuple
    new: tuple
    is_same: bool = False


def paired(old, new, allowance):
    """Two lists of Blocks in; Pairs that cover both, in the order of reading, out."""
    pairs = []
    for part in aligned(old, new, allowance):
        before, after = old[part.old], new[part.new]
        if part.is_same:
            pairs += [Pair((block,), (block,), True) for block in after]
        elif len(before) * len(after) <= MOST_PAIRS and allowance.pays(COST * len(before) * len(after)):
            pairs += _by_likeness(before, after)
        else:
            pairs += _by_place(before, after)
    return pairs


def words_together(blocks):
    """The words of one or two blocks as one text, with a sign where the second one begins."""
    words = []
    for block in blocks:
        words += [Word(PARAGRAPH), *block.words] if words else block.words
    return tuple(words)


def _vocabulary(block):
    return frozenset(word.text for word in block.words)


def _by_place(before, after):
    pairs = []
    for old, new in zip(before, after, strict=False):
        together = _likeness(_vocabulary(old), _vocabulary(new)) > 0
        pairs += [Pair((old,), (new,))] if together else [Pair((old,), ()), Pair((), (new,))]
    length = min(len(before), len(after))
    return [*pairs, *_alone(before[length:], after[length:])]


def _alone(before, after):
    return [*(Pair((block,), ()) for block in before), *(Pair((), (block,)) for block in after)]


def _by_likeness(before, after):
    """The pairs that have the most words in common, none of them crossing another."""
    old, new = [_vocabulary(block) for block in before], [_vocabulary(block) for block in after]
    best = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    step = {}
    for row in range(1, len(old) + 1):
        for column in range(1, len(new) + 1):
            best[row][column], step[row, column] = max(_steps(best, old, new, row, column), key=_in_order)
    pairs, row, column = [], len(old), len(new)
    while row and column:
        rows, columns = step[row, column]
        pairs.append(Pair(tuple(before[row - rows : row]), tuple(after[column - columns : column])))
        row, column = row - rows, column - columns
    return [*_alone(before[:row], after[:column]), *reversed(pairs)]


def _steps(best, old, new, row, column):
    """What the end of the first ``row`` and ``column`` blocks may be, each with the score up to there: a block alone,
    a pair, a block and the two that it was divided into, or two and the one that they were joined to."""
    yield best[row][column - 1], (0, 1)
    yield best[row - 1][column], (1, 0)
    score = _likeness(old[row - 1], new[column - 1])
    if score:
        yield best[row - 1][column - 1] + score, (1, 1)
    if column > 1 and (score := _division(old[row - 1], new[column - 2 : column])):
        yield best[row - 1][column - 2] + score, (1, 2)
    if row > 1 and (score := _division(new[column - 1], old[row - 2 : row])):
        yield best[row - 2][column - 1] + score, (2, 1)


def _in_order(scored):
    """Of equal scores the one that tells what went before what came."""
    score, (rows, columns) = scored
    return score, columns - rows


def _likeness(one, other):
    """How many words two blocks have in common, 0 where those are too few to call one a changed form of the other."""
    common = len(one & other)
    return common if 2 * common >= SIMILAR * (len(one) + len(other)) else 0


def _division(whole, parts):
    """The same for a block and two others that it was divided into."""
    shares = [len(part & whole) for part in parts]
    if any(share < CONTAINED * len(part) or share < 2 for share, part in zip(shares, parts, strict=True)):
        return 0
    return _likeness(whole, parts[0] | parts[1])
