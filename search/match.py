"""What the index of each database is asked: expressions of FTS5 and of PostgreSQL's tsquery, made of terms alone.

A term holds letters, digits and marks of ours (search/index.py), so it can be quoted as it is; nothing that a reader types
becomes an operator here.
"""

from search.arabic import terms
from search.marks import IN_TITLE, marked

_SIGNS = {"sqlite": ('"', " OR ", " AND ", " NOT "), "postgresql": ("'", " | ", " & ", " & !")}


def any_of(vendor, language, mark, found):
    """The expression for texts in ``language`` that have one of the terms ``found`` with this ``mark``."""
    quote, either, _both, _but = _SIGNS[vendor]
    quoted = [f"{quote}{marked(language, mark, term)}{quote}" for term in sorted(found)]
    return f"({either.join(quoted)})"


class Match:
    """The expressions for the Question ``asked`` on a database of ``vendor``."""

    def __init__(self, asked, vendor):
        self._asked, self._vendor = asked, vendor
        self._both, self._but = _SIGNS[vendor][2:]

    def anywhere(self, language):
        """Texts in ``language`` with all words."""
        return self._wanted(self._all(language, ""), language)

    def in_title(self, language):
        """Those with all words in the title."""
        return self._wanted(self._all(language, IN_TITLE), language)

    def elsewhere(self, language):
        """Those with all words, but not all in the title."""
        return f"({self.anywhere(language)}){self._but}({self._all(language, IN_TITLE)})"

    def _all(self, language, mark):
        return self._both.join(
            any_of(self._vendor, language, mark, found) for found in self._asked.alternatives
        )

    def _wanted(self, expression, language):
        single = [terms(phrase[0]) for phrase in self._asked.excluded if len(phrase) == 1]
        unwanted = frozenset().union(*single)
        return (
            f"({expression}){self._but}{any_of(self._vendor, language, '', unwanted)}"
            if unwanted
            else expression
        )
