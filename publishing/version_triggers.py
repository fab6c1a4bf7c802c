"""The triggers by which the database raises the content version, whatever program changes a row.

Every table is taken to be public but for those named here: one that is forgotten makes pages fresh too often, never
stale. Of revisions only those with a period count, so that saving a draft changes nothing; an UPDATE that leaves a row as
it was changes nothing either.

On SQLite, which has one writer at a time, a trigger raises the number at once. On PostgreSQL that would make all who
publish wait for each other until the first has committed, and two acts that lock their documents in another order would
end in a deadlock. There a deferred trigger, at the commit, adds a row to a table whose own deferred trigger raises the
number: it comes after all else that was deferred (foreign keys above all), so that nobody waits for anything while they hold the
number.
"""

from django.apps import apps
from django.db import connections

VERSION = "publishing_contentversion"
CHANGES = "publishing_contentchange"
NAME = "content_version"
EVENTS = ("insert", "update", "delete")
REVISIONS = "publishing_revision"

#: Apps of whose rows readers see nothing.
PRIVATE_APPS = {
    "account",
    "accounts",
    "admin",
    "auth",
    "contenttypes",
    "demo",
    "django_tasks_database",
    "sessions",
}
#: Models of which readers see nothing.
PRIVATE_MODELS = {
    "publishing.Act",
    "publishing.Assignment",
    "publishing.ContentVersion",
    "publishing.DocumentTranslation",
    "publishing.Note",
    "publishing.OpenForm",
    "publishing.Release",
    "publishing.ReleaseItem",
    "publishing.ShareLink",
    "resolutions.ReferenceSeries",
    "resolutions.ResolutionImport",
    "search.DeskWords",
    "search.SearchEntry",
    "search.SearchWord",
    "search.WordPart",
}

_SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {name}_{table}_{event} AFTER {event} ON "{table}" WHEN {condition}
BEGIN
    UPDATE {version} SET number = max(number + 1, {now});
END
"""
_SQLITE_NOW = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
_POSTGRES_FUNCTIONS = """
CREATE TABLE IF NOT EXISTS {changes} (id bigserial PRIMARY KEY);
CREATE OR REPLACE FUNCTION {name}_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Once a transaction; the setting ends with it, and with a savepoint that is rolled back.
    IF current_setting('multaqa.{name}', true) = 'noted' THEN RETURN NULL; END IF;
    PERFORM set_config('multaqa.{name}', 'noted', true);
    INSERT INTO {changes} DEFAULT VALUES;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION {name}_raise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM {changes} WHERE id = NEW.id;
    UPDATE {version} SET number = greatest(number + 1, {now});
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS {name}_raise ON {changes};
CREATE CONSTRAINT TRIGGER {name}_raise AFTER INSERT ON {changes} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION {name}_raise()
"""
_POSTGRES_NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"
_POSTGRES_TRIGGER = """
CREATE CONSTRAINT TRIGGER {name}_{event} AFTER {event} ON "{table}" DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION {name}_note()
"""


def public_tables():
    """The names of the tables that triggers watch, sorted."""
    models = apps.get_models(include_auto_created=True)
    watched = [model for model in models if model._meta.managed and not model._meta.proxy]
    return sorted({model._meta.db_table for model in watched if not _is_private(model._meta)})


def _is_private(meta):
    return meta.app_label in PRIVATE_APPS or meta.label in PRIVATE_MODELS


def remove(connection):
    """Take the triggers away, so that migrations may rebuild tables and move data."""
    with connection.cursor() as cursor:
        for table, trigger in _installed(connection, cursor):
            cursor.execute(
                f'DROP TRIGGER "{trigger}"' + ("" if connection.vendor == "sqlite" else f' ON "{table}"')
            )


def install(connection):
    """Put in the triggers that are missing, and raise the version if any was."""
    tables = set(connection.introspection.table_names())
    if VERSION not in tables:
        return
    with connection.cursor() as cursor:
        there = set(_installed(connection, cursor))
        missing = [
            (table, event)
            for table in public_tables()
            for event in EVENTS
            if table in tables and (table, _name(connection, table, event)) not in there
        ]
        if missing and connection.vendor == "postgresql":
            cursor.execute(
                _POSTGRES_FUNCTIONS.format(name=NAME, changes=CHANGES, version=VERSION, now=_POSTGRES_NOW)
            )
        for table, event in missing:
            cursor.execute(_statement(connection, cursor, table, event))
        cursor.execute(f"SELECT count(*) FROM {VERSION}")  # noqa: S608  (a name of ours)
        if missing or cursor.fetchone()[0] == 0:
            raise_version(connection)


def raise_version(connection):
    """Make everything that was remembered or cached before now old; for whoever changes rows behind the triggers' back."""
    now, most = (_SQLITE_NOW, "max") if connection.vendor == "sqlite" else (_POSTGRES_NOW, "greatest")
    statement = (
        f"INSERT INTO {VERSION} (id, number) VALUES (1, {now}) ON CONFLICT (id) "  # noqa: S608  (names of ours)
        f"DO UPDATE SET number = {most}({VERSION}.number + 1, excluded.number)"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _name(connection, table, event):
    return f"{NAME}_{table}_{event}" if connection.vendor == "sqlite" else f"{NAME}_{event}"


def _installed(connection, cursor):
    """[(table, trigger)] of those that are there."""
    if connection.vendor == "sqlite":
        cursor.execute(
            "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{NAME}_%"]
        )
    else:
        cursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND t.tgname LIKE %s AND c.relname <> %s AND pg_table_is_visible(c.oid)",
            [f"{NAME}_%", CHANGES],
        )
    return cursor.fetchall()


def _statement(connection, cursor, table, event):
    columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    if connection.vendor == "sqlite":
        condition = _condition(
            table, event, " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns)
        )
        return _SQLITE_TRIGGER.format(
            name=NAME, table=table, event=event, condition=condition, version=VERSION, now=_SQLITE_NOW
        )
    condition = _condition(table, event, "OLD.* IS DISTINCT FROM NEW.*")
    return _POSTGRES_TRIGGER.format(name=NAME, table=table, event=event, condition=condition)


def _condition(table, event, is_changed):
    """When a change of a row counts, in SQL."""
    rows = {"insert": ["NEW"], "update": ["OLD", "NEW"], "delete": ["OLD"]}[event]
    dated = " OR ".join(f"{row}.live_from IS NOT NULL" for row in rows) if table == REVISIONS else "1 = 1"
    return f"({dated}) AND ({is_changed})" if event == "update" else dated


def take_triggers_away(sender, using, **kwargs):
    """Before every migrate."""
    remove(connections[using])


def put_triggers_back(sender, using, **kwargs):
    """After every migrate."""
    install(connections[using])
