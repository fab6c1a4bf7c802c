"""Many rows at once, past the ORM, which cannot insert several rows of a model that has a parent.

The guards and triggers of the database see every row all the same.
"""

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max


class Rows:
    """Rows of one model that are written together. Keys count on from the last row of the table."""

    def __init__(self, model):
        self.model = model
        self.key = model._meta.pk.column
        self.next_key = next_key(model)
        self.fields = list(model._meta.local_concrete_fields)
        self.defaults = [_default(field) for field in self.fields]
        self.kept = []

    def add(self, **values):
        """Keep a row for ``write``; ``values`` by the names of the columns (``event_id``), defaults for the rest.
        Returns its key."""
        key = values.setdefault(self.key, self.next_key)
        self.next_key = max(self.next_key, key + 1)
        self.kept.append(
            [
                values.get(field.column, default)
                for field, default in zip(self.fields, self.defaults, strict=True)
            ]
        )
        return key

    def write(self):
        """Write the rows that were kept."""
        if not self.kept:
            return
        prepared = [
            _prepared(field, [row[place] for row in self.kept]) for place, field in enumerate(self.fields)
        ]
        rows = list(zip(*prepared, strict=True))
        quoted = ", ".join(connection.ops.quote_name(field.column) for field in self.fields)
        table = connection.ops.quote_name(self.model._meta.db_table)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                _copy(cursor, f"COPY {table} ({quoted}) FROM STDIN", rows)
            else:
                places = ", ".join(["%s"] * len(self.fields))
                cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({places})", rows)  # noqa: S608
        self.kept = []


def next_key(model):
    """The first key that is free after all others."""
    return (model._base_manager.aggregate(last=Max("pk"))["last"] or 0) + 1


def settle_sequences(*models_):
    """Let the database count on behind the rows that were written with a key."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models_):
            cursor.execute(statement)


def gather_statistics():
    """Tell the database's planner how much there is: without it SQLite takes the wrong index after a bulk load."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _default(field):
    # A null is what the ORM writes where a column may be empty.
    return field.get_default() if field.has_default() or not field.null else None


def _prepared(field, values):
    """The ``values`` of one column as the database takes them; what it takes as it is, is not touched."""
    if isinstance(field, models.DateTimeField | models.DateField | models.JSONField):
        return [field.get_db_prep_save(value, connection) for value in values]
    return values


def _copy(cursor, statement, rows):
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
