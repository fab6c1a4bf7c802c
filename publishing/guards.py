"""What the database itself refuses: two texts live at one moment, and one address for two documents.

The rules hold whatever code writes the rows. PostgreSQL holds them by exclusion constraints over
``tstzrange(live_from, live_until)``, SQLite by triggers. Periods are half-open: a text that ends at noon
and one that begins at noon do not overlap.
"""

ONE_LIVE_TEXT = "publishing_one_live_text"
ONE_LIVE_SLUG = "publishing_one_live_slug"
RULES = {ONE_LIVE_TEXT: ("document_id", "language_code"), ONE_LIVE_SLUG: ("kind", "language_code", "slug")}
TABLE = "publishing_revision"

SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {rule}_{event} BEFORE {event} ON {table}
WHEN NEW.live_from IS NOT NULL AND EXISTS (
    SELECT 1 FROM {table} other
    WHERE other.id IS NOT NEW.id AND other.live_from IS NOT NULL AND {same}
      AND (NEW.live_until IS NULL OR other.live_from < NEW.live_until)
      AND (other.live_until IS NULL OR other.live_until > NEW.live_from))
BEGIN SELECT RAISE(ABORT, '{rule}'); END
"""
POSTGRES_CONSTRAINT = """
ALTER TABLE {table} ADD CONSTRAINT {rule} EXCLUDE USING gist (
    {same}, tstzrange(live_from, live_until, '[)') WITH &&) WHERE (live_from IS NOT NULL)
"""


def _sqlite_statements():
    for rule, columns in RULES.items():
        same = " AND ".join(f"other.{column} = NEW.{column}" for column in columns)
        for event in ("INSERT", "UPDATE"):
            yield SQLITE_TRIGGER.format(rule=rule, event=event.lower(), table=TABLE, same=same)


def _postgres_statements():
    yield "CREATE EXTENSION IF NOT EXISTS btree_gist"
    for rule, columns in RULES.items():
        same = ", ".join(f"{column} WITH =" for column in columns)
        yield POSTGRES_CONSTRAINT.format(rule=rule, table=TABLE, same=same)


def install(apps, schema_editor):
    """Forward half of the migration: put the rules into the database of ``schema_editor``."""
    statements = {"sqlite": _sqlite_statements, "postgresql": _postgres_statements}
    for statement in statements[schema_editor.connection.vendor]():
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    """Backward half of the migration."""
    for rule in RULES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT {rule}")
        else:
            for event in ("insert", "update"):
                schema_editor.execute(f"DROP TRIGGER {rule}_{event}")


def reinstall_guards(sender, using, **kwargs):
    """After every migrate: put back the SQLite triggers that a rebuilt table has lost."""
    from django.db import connections

    connection = connections[using]
    if connection.vendor == "sqlite" and TABLE in connection.introspection.table_names():
        with connection.cursor() as cursor:
            for statement in _sqlite_statements():
                cursor.execute(statement)
