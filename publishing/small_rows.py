"""Small rows of several tables in one query: the topics of a document, its people, the keys of what it names."""

from dataclasses import dataclass
from functools import wraps

from django.db.models import QuerySet, Value

from publishing.models import Document
from publishing.prepared import prepared


@dataclass(frozen=True)
class Small:
    """A QuerySet, and what is read of its rows: the names of columns with whole numbers, and of those with text."""

    rows: QuerySet
    numbers: tuple = ()
    texts: tuple = ()


def at_once(**sources):
    """Smalls by name in; the rows of each, in no order, as dicts by column, out. One query, a UNION of all."""
    return _by_name(_union(sources), sources)


def small_rows(build):
    """Make ``build``, a function that gives Smalls by name, one that gives what ``at_once`` gives of them, by a query that is
    ``prepared``: so are the arguments. The names depend on the shape only."""
    smalls = {}

    @prepared
    def union(*shape, **values):
        smalls[shape] = build(*shape, **values)
        return _union(smalls[shape])

    @wraps(build)
    def rows(*shape, **values):
        found = union(*shape, **values)
        return _by_name(found, smalls[shape])

    return rows


def _union(sources):
    numbers, texts = _widths(sources)
    first, *others = (
        _plain(source.rows).values_list(
            Value(place),
            *_filled(source.numbers, numbers, 0),
            *_filled(source.texts, texts, ""),
        )
        for place, source in enumerate(sources.values())
    )
    return first.union(*others, all=True)


def _by_name(rows, sources):
    found = {name: [] for name in sources}
    names = list(sources)
    numbers, _texts = _widths(sources)
    for place, *values in rows:
        source = sources[names[place]]
        row = zip(source.numbers + source.texts, _own(source, values, numbers), strict=True)
        found[names[place]].append(dict(row))
    return found


def _widths(sources):
    """Of how many numbers, and of how many texts, each row has place."""
    return tuple(
        max(map(len, columns))
        for columns in zip(*((source.numbers, source.texts) for source in sources.values()), strict=True)
    )


def keys_of(**condition):
    """The keys of the documents for which a condition holds, a QuerySet of one column: for ``document_id__in``, or ``any_of``."""
    return Document.objects.filter(**condition).order_by().values("pk")


def any_of(*keys):
    """QuerySets of one column with keys of documents in; one that holds them all out, for ``document_id__in``.

    Where a condition joins tables with "or", no database finds the few rows by an index; among such keys both do.
    """
    first, *others = (_plain(some) for some in keys)
    return first.union(*others)


def _plain(rows):
    """``rows`` in no order, as a QuerySet of Django's own: that of modeltranslation does not keep columns in their places."""
    return QuerySet(model=rows.model, query=rows.query.chain()).order_by()


def _filled(columns, width, nothing):
    """Every part of a UNION has as many columns as the widest."""
    return [*columns, *(Value(nothing) for _missing in range(width - len(columns)))]


def _own(source, values, numbers):
    return values[: len(source.numbers)] + values[numbers : numbers + len(source.texts)]
