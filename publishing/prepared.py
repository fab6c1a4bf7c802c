"""Queries that are built and compiled once, and asked many times with other values.

Django builds a query and writes its SQL anew each time it is asked. Measured on an article with 100,000 documents (2026-11-29,
SQLite and PostgreSQL), that took half of the time in which the page was made, six times as long as the database's answer; and
what is written differs by the values only.
"""

from datetime import date, datetime
from functools import wraps
from threading import local

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import DateTimeField
from django.utils import timezone
from django.utils.translation import get_language

from publishing import moments
from publishing.plans import Slot, field_of, with_kept_plan

_MOMENT = "the moment that is asked about"


def prepared(build):
    """Make ``build``, a function that gives a QuerySet, one that gives the list of its rows.

    Positional arguments are the query's shape (hashable: kinds, names of relations): for each, and for each language, it is
    built and compiled once. Keyword arguments are values: numbers, text, moments and days, none of them None, and collections
    of numbers for ``__in``. ``build`` gets Slots in their place: it may compare columns with them and nothing else, neither
    ask what they are nor convert them; what is public is asked for the moment of each call. Of a collection, the condition
    names the key and not the relation (``document__id__in``): Django would convert what is compared with a relation.

    Raises TypeError for a value of another type.
    """
    queries = {}

    @wraps(build)
    def rows(*shape, **values):
        values = {name: _padded(value) for name, value in values.items()}
        kinds = tuple((name, _kind_of(value)) for name, value in values.items())
        key = (get_language(), timezone.get_current_timezone(), shape, kinds)
        query = queries.get(key)
        if query is None:
            query = queries[key] = _Prepared(build, shape, values)
        return query.rows(values)

    return rows


class _Prepared:
    """A QuerySet whose values are Slots, and what was compiled of it for each connection, which belongs to one thread."""

    def __init__(self, build, shape, values):
        slots = {name: _slot(name, value) for name, value in values.items()}
        with moments.as_at(Slot(_MOMENT, DateTimeField())):
            self.queryset = build(*shape, **slots)
        self.compiled = local()

    def rows(self, values):
        connection = connections[self.queryset.db]
        compiled = self.compiled.__dict__.get(connection.alias)
        if compiled is None or compiled.connection is not connection:
            compiled = self.compiled.__dict__[connection.alias] = _Compiled(self.queryset, connection)
        return compiled.rows(self.queryset, values)


class _Compiled:
    """The SQL of a QuerySet for a connection, and how the values of its columns are converted."""

    def __init__(self, queryset, connection):
        self.connection = connection
        self.compiler = queryset.query.get_compiler(connection=connection)
        try:
            self.sql, self.parameters = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.parameters = None, ()
        self.compiler.get_converters = _once(self.compiler.get_converters)

    def rows(self, queryset, values):
        if self.sql is None:
            return []
        sql, parameters = with_kept_plan(self.connection, self.sql, self.parameters)
        told = [_told(one, values, self.connection) for one in parameters]
        compiler = _twin(self.compiler, as_sql=lambda: (sql, told))
        query = _twin(queryset.query, get_compiler=lambda *_arguments, **_more: compiler)
        return list(_twin(queryset, _query=query))


def _once(find):
    """``find``, which gives the same for a query each time, called the first time only."""
    found = []

    def first(*arguments):
        if not found:
            found.append(find(*arguments))
        return found[0]

    return first


def _twin(one, **changed):
    """A copy of an object with the same parts, but for those that are ``changed``. A QuerySet's own would ask the database."""
    twin = one.__class__.__new__(one.__class__)
    twin.__dict__ |= one.__dict__ | changed
    return twin


def _kind_of(value):
    """What of a value the SQL depends on."""
    return (tuple, len(value)) if isinstance(value, tuple) else field_of(value)


def _padded(value):
    """A collection as a tuple of 0, 1, 2, 4, 8 … values, the last one repeated: few lengths, few queries."""
    if not isinstance(value, list | tuple | set | frozenset):
        return value
    some = tuple(value)
    return some + some[-1:] * ((1 << (len(some) - 1).bit_length()) - len(some)) if some else some


def _slot(name, value):
    if isinstance(value, tuple):
        return [Slot((name, place), field_of(one)()) for place, one in enumerate(value)]
    return Slot(name, field_of(value)())


def _told(slot, values, connection):
    """The value of a parameter as the database takes it."""
    if not isinstance(slot, Slot):
        return slot
    if slot.name == _MOMENT:
        value = moments.now()
    elif isinstance(slot.name, tuple):
        name, place = slot.name
        value = values[name][place]
    else:
        value = values[slot.name]
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    # A member of an enumeration, or text that was marked, is its text.
    return str(value) if isinstance(value, str) else value
