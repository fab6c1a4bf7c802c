"""Statements whose plans PostgreSQL keeps, with places for values.

Measured on the pages of 100,000 documents (2026-11-29): planning took two to six times as long as the answers. A session keeps
what it prepared until it ends, whatever becomes of a transaction (PostgreSQL, PREPARE).
"""

import re
from datetime import date, datetime
from itertools import count
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db.models import BigIntegerField, BooleanField, DateField, DateTimeField, Expression, TextField

#: The field of a value of a type, the first that fits.
_FIELDS = (
    (bool, BooleanField),
    (int, BigIntegerField),
    (datetime, DateTimeField),
    (date, DateField),
    (str, TextField),
)
_TYPES = {
    BooleanField: "boolean",
    BigIntegerField: "bigint",
    DateTimeField: "timestamptz",
    DateField: "date",
    TextField: "text",
}
#: What is asked in more ways than so many is planned each time: each plan takes memory of a session.
MOST = 400
_plans = WeakKeyDictionary()
_numbers = count(1)


class Slot(Expression):
    """The place of a value in a statement: what compares equal or is hashed is the place, whatever the value."""

    def __init__(self, name, output_field):
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


def field_of(value):
    """The class of the field that holds a value: a truth, a whole number, a moment, a day or a text.

    Raises TypeError for a value of another type.
    """
    for kind, field in _FIELDS:
        if isinstance(value, kind):
            return field
    raise TypeError(f"A statement takes no value of {type(value)}.")


def with_kept_plan(connection, sql, parameters):
    """A statement in, and its parameters in order, some of them Slots; the statement and the parameters to ask it with out:
    on PostgreSQL "EXECUTE …" with the Slots alone. Nothing is changed elsewhere, or without settings.PREPARES_STATEMENTS."""
    if connection.vendor != "postgresql" or not settings.PREPARES_STATEMENTS:
        return sql, parameters
    connection.ensure_connection()
    kept = _plans.setdefault(connection.connection, {})
    key = (sql, *(one.name if isinstance(one, Slot) else repr(one) for one in parameters))
    if key not in kept:
        if len(kept) >= MOST:
            return sql, parameters
        kept[key] = _prepare(connection, sql, parameters)
    return kept[key]


def number_of(connection, sql):
    """The one number of a SELECT without parameters, None where there is no row. One query.

    Every request for a page that is kept asks one. On PostgreSQL, where nobody counts or logs queries, it goes past the cursors
    of Django and psycopg, which take three times as long as all the rest (measured: 88 against 23 microseconds of processor).
    """
    is_watched = connection.execute_wrappers or connection.queries_logged
    if connection.vendor == "postgresql" and settings.PREPARES_STATEMENTS and not is_watched:
        connection.ensure_connection()
        rows = _rows_of(connection, sql)
        if rows is not None:
            return int(rows.get_value(0, 0)) if rows.ntuples else None
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row = cursor.fetchone()
    return row[0] if row else None


def _rows_of(connection, sql):
    """What libpq answers; None where anything is wrong: whoever asks through Django is told what."""
    from psycopg import Error
    from psycopg.pq import ExecStatus

    name, _slots = with_kept_plan(connection, sql, ())
    if name == sql:
        # Too many plans are kept: asked for by a name that is none, it would end the transaction.
        return None
    try:
        result = connection.connection.pgconn.exec_prepared(name.removeprefix("EXECUTE ").encode(), [])
    except (Error, MemoryError):
        return None
    return result if result.status == ExecStatus.TUPLES_OK else None


def _prepare(connection, sql, parameters):
    """What is no Slot is written into the statement: the planner knows how rare a kind or a language is."""
    # With SQLite nothing needs it.
    from psycopg import ClientCursor

    slots, constants, rest = {}, [], iter(parameters)

    def place(found):
        if found[0] == "%%":
            return "%%"
        one = next(rest)
        if not isinstance(one, Slot):
            constants.append(one)
            return "%s"
        number, _slot = slots.setdefault(one.name, (len(slots) + 1, one))
        return f"${number}"

    numbered = re.sub("%%|%s", place, sql)
    in_order = tuple(slot for _number, slot in slots.values())
    name, types = f"multaqa_{next(_numbers)}", [_TYPES[type(slot.output_field)] for slot in in_order]
    with connection.wrap_database_errors:
        session = connection.connection
        written = ClientCursor(session).mogrify(numbered, constants)
        session.execute(f"PREPARE {name}{_listed(types)} AS {written}")
    return f"EXECUTE {name}{_listed(['%s'] * len(in_order))}", in_order


def _listed(some):
    return f" ({', '.join(some)})" if some else ""
