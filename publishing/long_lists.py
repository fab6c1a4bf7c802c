"""Lists of any length for readers: a page of one costs the same however deep it lies.

A database finds the 5,000th row of a list by walking past 4,999, and counts it by walking past all. Both are done once
while the content version holds: what is remembered is how many rows there are, and the keys of a stretch of them in their
order, so that any page of that stretch is a few rows that are asked for by their keys.
"""

from array import array

from publishing.content_version import content_version, remembered

#: So many keys, 8 bytes each, are remembered as one value: the pages of a stretch.
STRETCH = 600


class LongList:
    """The rows of a QuerySet, to be counted and cut by a Paginator.

    ``rows()`` gives the QuerySet: in an order that leaves nothing open, and none is there twice. ``name`` says completely
    what is listed (see ``remembered``). What has ceased to be public since its key was remembered is not shown. Where a
    condition is costly even for a few rows, ``chosen()`` gives the rows that it leaves, and ``rows()`` those without it. Where
    the keys are remembered, ``shown(keys=…)``, a ``prepared`` query, may give those of ``rows()`` with them, in any order.
    """

    def __init__(self, rows, name, chosen=None, shown=None):
        self._rows = rows
        self._name = name
        self._chosen = chosen or rows
        self._shown = shown

    def count(self):
        """How many rows there are. One query, where it is not remembered."""
        return remembered(f"{self._name}: number", lambda: self._chosen().count())

    def __getitem__(self, cut):
        """A slice with an end in; the rows out, a QuerySet or a list: one query, and another where their keys are not
        remembered."""
        if content_version() is None:
            # The keys first, which an index knows: only the rows that are shown are read.
            return self._rows().filter(pk__in=self._keys()[cut])
        start, stop = cut.start or 0, cut.stop
        first, last = start // STRETCH, max(stop - 1, start) // STRETCH
        keys = array("q")
        for number in range(first, last + 1):
            keys += self._stretch(number)
        begin = first * STRETCH
        wanted = list(keys[start - begin : stop - begin])
        if self._shown is None:
            return self._rows().filter(pk__in=wanted)
        shown = {row.pk: row for row in self._shown(keys=wanted)}
        return [shown[key] for key in wanted if key in shown]

    def _stretch(self, number):
        def found():
            keys = self._keys().values_list("pk", flat=True)
            return array("q", keys[number * STRETCH : (number + 1) * STRETCH])

        return remembered(f"{self._name}: stretch {number}", found)

    def _keys(self):
        return self._chosen().values("pk")
