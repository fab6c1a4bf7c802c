"""Runs that the bidirectional algorithm takes apart in Arabic words: what editors type and readers must read as it was typed.

Measured in Chromium, between Arabic letters: 2026-03-05 is drawn 05-03-2026, +90 212 555 01 23 with its groups the other
way round, 75% as %75, -5 as 5-, a trailing / of an address before it. Each gets a <bdi dir="ltr"> of its own. Ranges
(2023-2024, 10:00–11:30) are left alone: drawn from right to left, their start is on the reading side.
"""

import re

from publishing.html_repair import Element

KEPT_AS_THEY_ARE = ("bdi", "code", "pre")
LONGEST_ON_ONE_LINE = 20
_ARABIC = re.compile(r"[\u0620-\u064a]")
_RUN = re.compile(
    r"""
      https?://[^\s<>«»"'()]*[^\s<>«»"'().,;:!?،؛؟]           # an address, with the / at its end
    | (?<![\w-])(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})(?![\w-])  # 2026-03-05, 5-3-2026
    | (?<![\w+-])(?:\+|00?(?=[0-9]))[0-9][0-9() -]{5,}[0-9](?![\w-])  # +90 212 555 01 23
    | (?<![\w.,–-])[-−+]?[$€£]?[0-9][0-9.,]*\s?%              # 75%, but not the end of 50-60%
    | (?<![\w.,–-])[-−+]?[$€£][0-9][0-9.,]*(?<![.,])          # $500
    | (?<![\w.,–)\u0600-\u06ff-])[-−+][0-9]+(?:[.,][0-9]+)?(?![\w-])       # -5
    | (?<![\w.-])[0-9]+-[\w.-]*[A-Za-z][\w.-]*(?<![.-])       # 2024-report.pdf
    | (?<![\w@#])[@#][A-Za-z]\w*                              # @name
    | (?<!\w)[A-Za-z]+(?:\+\+|\#)                             # C++
    """,
    re.VERBOSE | re.ASCII,
)

#: In Latin letters, an Arabic name: a line does not end behind its article.
_NAME = re.compile(r"\b[Aa]l-[A-Z]\w+")


def pieces(text, among_arabic=False):
    """Plain text in; (piece, whether it is such a run) in its order out. In text without Arabic letters, unless it stands
    ``among_arabic`` words, the runs are the names with al-, which stay on one line."""
    runs = _RUN if among_arabic or _ARABIC.search(text) else _NAME
    found, end = [], 0
    for run in runs.finditer(text):
        found += [(text[end : run.start()], False), (run.group(), True)]
        end = run.end()
    return [piece for piece in [*found, (text[end:], False)] if piece[0]]


def isolate_in(element):
    """The runs of an element (publishing.html_repair.Element) of Arabic words, each in a <bdi dir="ltr">."""
    placed = []
    for child in element.children:
        if not isinstance(child, str):
            if child.tag not in KEPT_AS_THEY_ARE:
                isolate_in(child)
            placed.append(child)
            continue
        for piece, is_run in pieces(child, among_arabic=True):
            placed.append(Element("bdi", attributes(piece), [piece]) if is_run else piece)
    element.children = placed


def attributes(run):
    """Those of the <bdi> of a run: from left to right, and on one line unless it is long."""
    return [("dir", "ltr"), ("class", "run")] if len(run) <= LONGEST_ON_ONE_LINE else [("dir", "ltr")]
