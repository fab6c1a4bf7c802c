"""A title in lines: broken between words, about equally long, in the largest size that it fits in."""

import unicodedata

ELLIPSIS = "…"


def balanced(title, measure, width):
    """The fewest lines of ``title`` that are not wider than ``width``, and as even as these can be.

    ``measure`` gives the width of a line, in the unit of ``width``.
    """
    words = _words(title, measure, width)
    lines = _greedy(words, measure, width)
    too_narrow, wide_enough = 0, width
    # The narrowest column that needs no line more is the one whose lines are most even.
    while wide_enough - too_narrow > 1:
        middle = (too_narrow + wide_enough) // 2
        tried = _greedy(words, measure, middle)
        if len(tried) > len(lines) or any(measure(line) > middle for line in tried):
            too_narrow = middle
        else:
            wide_enough = middle
    return _greedy(words, measure, wide_enough)


def cut(title, most, measure, width):
    """The first ``most`` lines of a ``title`` that has more, each as full as it can be; the last one ends in an ellipsis."""
    lines = _greedy(_words(title, measure, width), measure, width)
    words = lines[most - 1].split()
    while measure(_with_ellipsis(words)) > width:
        # Of a single word (an address, say) letters go; of several, words.
        words = words[:-1] or [words[0][:-1]]
    return [*lines[: most - 1], _with_ellipsis(words)]


def _with_ellipsis(words):
    return " ".join(words).rstrip(".,:;،؛…-–—") + ELLIPSIS


def _words(title, measure, width):
    return [piece for word in title.split() for piece in _pieces(word, measure, width)]


def _greedy(words, measure, width):
    lines = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(word, measure, width):
    """One word; in several pieces only where it is wider than a line (an address, say). Marks stay on their letters."""
    pieces = [""]
    if measure(word) <= width:
        return [word]
    for letter in word:
        if measure(pieces[-1] + letter) > width and not unicodedata.combining(letter):
            pieces.append("")
        pieces[-1] += letter
    return [piece for piece in pieces if piece]
