"""Two sequences side by side: what stayed and what changed.

difflib's time grows with the square of the length, and faster where words repeat; so it is given short stretches only,
between the things that stand once in both sequences, and an overall allowance. Beyond that a stretch counts as replaced.
"""

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

#: How many comparisons of one thing with another a stretch may cost, and all of them together.
STRETCH = 250_000
ALLOWANCE = 3_000_000
# Stretches between unique things are looked through again for things that are unique in them.
DEPTH = 4


class Part(NamedTuple):
    """A stretch of both sequences, as slices."""

    is_same: bool
    old: slice
    new: slice


class Allowance:
    """What a whole comparison may still cost."""

    def __init__(self, left=ALLOWANCE):
        self.left = left

    def pays(self, cost):
        """Take ``cost`` off; whether there was enough left."""
        self.left -= cost
        return self.left >= 0


def aligned(old, new, allowance):
    """Two sequences of hashable things in; Parts that cover both, in order, out."""
    parts, at_old, at_new = [], 0, 0
    for in_old, in_new, length in [*_same_runs(old, new, allowance, DEPTH), (len(old), len(new), 0)]:
        if (at_old, at_new) != (in_old, in_new):
            parts.append(Part(False, slice(at_old, in_old), slice(at_new, in_new)))
        if length:
            parts.append(Part(True, slice(in_old, in_old + length), slice(in_new, in_new + length)))
        at_old, at_new = in_old + length, in_new + length
    return parts


def _same_runs(old, new, allowance, depth):
    """(start in old, start in new, length) of each run that stayed; neighbouring runs are joined."""
    head = _common(zip(old, new, strict=False))
    tail = _common(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
    old_end, new_end = len(old) - tail, len(new) - tail
    runs = [(0, 0, head)] if head else []
    inner = _between(old[head:old_end], new[head:new_end], allowance, depth)
    runs += [(head + in_old, head + in_new, length) for in_old, in_new, length in inner]
    if tail:
        runs.append((old_end, new_end, tail))
    return _joined(runs)


def _common(pairs):
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _between(old, new, allowance, depth):
    """The runs of two stretches that begin and end differently."""
    if not old or not new:
        return []
    cost = len(old) * len(new)
    if cost <= STRETCH:
        return _by_difflib(old, new) if allowance.pays(cost) else []
    anchors = _anchors(old, new) if depth else []
    runs, at_old, at_new = [], 0, 0
    for in_old, in_new in [*anchors, (len(old), len(new))] if anchors else []:
        inner = _same_runs(old[at_old:in_old], new[at_new:in_new], allowance, depth - 1)
        runs += [(at_old + first, at_new + second, length) for first, second, length in inner]
        if in_old < len(old):
            runs.append((in_old, in_new, 1))
        at_old, at_new = in_old + 1, in_new + 1
    return runs


def _by_difflib(old, new):
    blocks = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > 40_000).get_matching_blocks()
    return [tuple(block) for block in blocks if block.size]


def _anchors(old, new):
    """The places of what stands once in both, as far as it stands in the same order: the longest such chain."""
    old_counts, new_counts = Counter(old), Counter(new)
    places = {thing: place for place, thing in enumerate(new) if new_counts[thing] == 1}
    pairs = [
        (place, places[thing])
        for place, thing in enumerate(old)
        if old_counts[thing] == 1 and thing in places
    ]
    ends, chain, before = [], [], [None] * len(pairs)
    for index, (_place, in_new) in enumerate(pairs):
        length = bisect_left(ends, in_new)
        before[index] = chain[length - 1] if length else None
        ends[length : length + 1] = [in_new]
        chain[length : length + 1] = [index]
    found, index = [], chain[-1] if chain else None
    while index is not None:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _joined(runs):
    joined = []
    for in_old, in_new, length in runs:
        last = joined[-1] if joined else None
        if last and (last[0] + last[2], last[1] + last[2]) == (in_old, in_new):
            joined[-1] = (last[0], last[1], last[2] + length)
        else:
            joined.append((in_old, in_new, length))
    return joined
