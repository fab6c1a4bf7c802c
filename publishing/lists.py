"""Several things in one sentence, in the active language: "a, b and c", «أ، ب، وج»; plain text or HTML.

CLDR's Arabic lists («أ وب وج») leave the commas out, which readers of names in several words need; so ours are messages.
"""

from django.utils.translation import pgettext


def joined(parts, fill=str.format):
    """The things in, in their order; one text out, '' where there are none.

    ``fill`` puts them into a pattern with names in braces: ``format_html`` keeps what is safe and escapes the rest.
    """
    *before, last = parts or [""]
    if not before:
        return fill("{last}", last=last)
    if len(before) == 1:
        return fill(pgettext("a list of two", "{first} and {last}"), first=before[0], last=last)
    start, *others = before
    for part in others:
        start = fill(pgettext("a list of three or more", "{start}, {next}"), start=start, next=part)
    return fill(pgettext("the end of a list of three or more", "{start} and {last}"), start=start, last=last)


def isolated(text):
    """A text in; the same out, to stand in plain text of any direction (U+2068 … U+2069, Unicode's <bdi>)."""
    return f"\u2068{text}\u2069"
