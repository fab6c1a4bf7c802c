"""What the database itself refuses: two texts live at one moment, one address for two documents, and acts that are
rewritten.

The rules hold whatever code writes the rows. PostgreSQL holds those of texts by exclusion constraints over
``tstzrange(live_from, live_until)``, SQLite by triggers. Periods are half-open: a text that ends at noon
and one that begins at noon do not overlap.

An act never changes, but that it forgets a document or a revision that is deleted for good. Triggers see to it on both.
None is deleted either: PostgreSQL refuses that, too; on SQLite only the model does (publishing/models/act.py), since
there ``manage.py flush``, which also cleans up after tests, can empty a table by DELETE alone, and a trigger cannot tell
that from anybody else's. (On PostgreSQL flush is a TRUNCATE, which needs the owner of the table.)
"""

ONE_LIVE_TEXT = "publishing_one_live_text"
ONE_LIVE_SLUG = "publishing_one_live_slug"
RULES = {ONE_LIVE_TEXT: ("document_id", "language_code"), ONE_LIVE_SLUG: ("kind", "language_code", "slug")}
TABLE = "publishing_revision"
ACTS = "publishing_act"
ACTS_NEVER_CHANGE = "publishing_acts_never_change"
#: What an act forgets when it is deleted for good.
FORGOTTEN = ("document_id", "revision_id")

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


SQLITE_ACTS = """
CREATE TRIGGER IF NOT EXISTS {rule} BEFORE UPDATE ON {table} WHEN {changed}
BEGIN SELECT RAISE(ABORT, '{rule}'); END
"""
POSTGRES_ACTS = """
CREATE OR REPLACE FUNCTION {rule}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NOT ({changed})
            AND to_jsonb(NEW) - '{{{columns}}}'::text[] = to_jsonb(OLD) - '{{{columns}}}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '{rule}' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER {rule} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {rule}()
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


def _remembers_another(column, distinct):
    return f"(NEW.{column} IS NOT NULL AND NEW.{column} {distinct} OLD.{column})"


def _sqlite_act_statement(columns):
    """The trigger for a table of acts with these ``columns``, the names of all of them."""
    kept = [f"NEW.{column} IS NOT OLD.{column}" for column in columns if column not in FORGOTTEN]
    changed = [*kept, *(_remembers_another(column, "IS NOT") for column in FORGOTTEN)]
    return SQLITE_ACTS.format(rule=ACTS_NEVER_CHANGE, table=ACTS, changed=" OR ".join(changed))


def _columns_of_acts(connection):
    """As they are in the database now: a later migration may add some."""
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, ACTS)]


def install_for_acts(apps, schema_editor):
    """Forward half of the migration that makes acts unchangeable."""
    connection = schema_editor.connection
    if connection.vendor == "sqlite":
        schema_editor.execute(_sqlite_act_statement(_columns_of_acts(connection)))
        return
    changed = " OR ".join(_remembers_another(column, "IS DISTINCT FROM") for column in FORGOTTEN)
    columns = ",".join(FORGOTTEN)
    schema_editor.execute(
        POSTGRES_ACTS.format(rule=ACTS_NEVER_CHANGE, table=ACTS, changed=changed, columns=columns)
    )


def remove_for_acts(apps, schema_editor):
    """Backward half of it."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {ACTS_NEVER_CHANGE}")
        return
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {ACTS_NEVER_CHANGE} ON {ACTS}")
    schema_editor.execute(f"DROP FUNCTION IF EXISTS {ACTS_NEVER_CHANGE}()")


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
    if connection.vendor != "sqlite":
        return
    tables = connection.introspection.table_names()
    statements = list(_sqlite_statements()) if TABLE in tables else []
    if ACTS in tables:
        # Anew, since the table may have columns of which the trigger does not know.
        statements += [
            f"DROP TRIGGER IF EXISTS {ACTS_NEVER_CHANGE}",
            _sqlite_act_statement(_columns_of_acts(connection)),
        ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
