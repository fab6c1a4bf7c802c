"""The index itself, in the SQL of each database, and the triggers that keep it what the revisions are.

SQLite: an FTS5 table of the terms, whose rows have the places of the entries as their numbers: it gives the newest first.
The terms are separated by spaces and hold no other ASCII but letters and digits, so its plainest tokenizer takes them as
they are. PostgreSQL: a generated column of them with a GIN index. There a search always asks the GIN index, never the rows in
their order: the row is kept narrow by putting all long columns aside, so that reading many is cheap.
"""

from django.db import connections

ENTRIES = "search_searchentry"
REVISIONS = "publishing_revision"
TERMS = "search_terms"
#: Holds all that the search asks of an entry besides its terms, so that SQLite need not read the long rows.
HITS = "search_entry_hits"
TRIGGER = "search_period"
_SECOND = 1 << 30
#: A stretch of time is so many bits of a place, 97 days; on PostgreSQL a text has the mark and its number among its terms.
STRETCH, STRETCH_MARK = 53, "~"

SQLITE_INDEX = f"""
CREATE VIRTUAL TABLE {TERMS} USING fts5(terms, content='{ENTRIES}', content_rowid='place', tokenize='ascii', detail='none');
CREATE INDEX {HITS} ON {ENTRIES} (place, live_from, live_until, kind, document_id, published_at, revision_id)
"""
POSTGRES_INDEX = f"""
ALTER TABLE {ENTRIES} SET (toast_tuple_target = 128);
ALTER TABLE {ENTRIES} ADD COLUMN vector tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED;
CREATE INDEX {TERMS} ON {ENTRIES} USING gin (vector) WITH (fastupdate = off)
"""

# From the migration on that puts into an entry what it is about, and on PostgreSQL its stretch of time.
SQLITE_TERMS_WITH_TIME = f"""
CREATE INDEX {HITS} ON {ENTRIES} (place, live_from, live_until, kind, document_id, revision_id, event_id, topics)
"""
POSTGRES_TERMS_WITH_TIME = f"""
ALTER TABLE {ENTRIES} ADD COLUMN vector tsvector GENERATED ALWAYS AS (
    array_to_tsvector(array_append(string_to_array(terms, ' '), '{STRETCH_MARK}' || (place >> {STRETCH})))
) STORED;
CREATE INDEX {TERMS} ON {ENTRIES} USING gin (vector) WITH (fastupdate = off)
"""

_ADD = f"INSERT INTO {TERMS} (rowid, terms) VALUES (NEW.place, NEW.terms)"  # noqa: S608  (names of ours)
_DROP = f"INSERT INTO {TERMS} ({TERMS}, rowid, terms) VALUES ('delete', OLD.place, OLD.terms)"  # noqa: S608
_FOLLOW = f"""
UPDATE {ENTRIES} SET live_from = NEW.live_from, live_until = NEW.live_until, published_at = NEW.published_at,
    place = {{second}} * {_SECOND} + (place & {_SECOND - 1})
WHERE revision_id = NEW.id
"""  # noqa: S608
_FORGET = f"DELETE FROM {ENTRIES} WHERE revision_id = NEW.id"  # noqa: S608
_MOMENTS = "live_from, live_until, published_at"

SQLITE_TRIGGERS = {
    f"{TERMS}_add": (ENTRIES, f"AFTER INSERT ON {ENTRIES}", _ADD),
    f"{TERMS}_drop": (ENTRIES, f"AFTER DELETE ON {ENTRIES}", _DROP),
    f"{TERMS}_move": (
        ENTRIES,
        f"AFTER UPDATE OF place, terms ON {ENTRIES} WHEN OLD.place IS NOT NEW.place OR OLD.terms IS NOT NEW.terms",
        f"{_DROP}; {_ADD}",
    ),
    f"{TRIGGER}_follow": (
        REVISIONS,
        f"AFTER UPDATE OF {_MOMENTS} ON {REVISIONS} WHEN NEW.live_from IS NOT NULL",
        # The fraction is cut off: strftime() would round it.
        _FOLLOW.format(second="CAST(strftime('%%s', substr(NEW.published_at, 1, 19)) AS INTEGER)"),
    ),
    f"{TRIGGER}_forget": (
        REVISIONS,
        f"AFTER UPDATE OF {_MOMENTS} ON {REVISIONS} WHEN NEW.live_from IS NULL",
        _FORGET,
    ),
}
POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {TRIGGER}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.live_from IS NULL THEN {_FORGET};
    ELSE {_FOLLOW.format(second="floor(extract(epoch FROM NEW.published_at))::bigint")};
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS {TRIGGER} ON {REVISIONS};
CREATE TRIGGER {TRIGGER} AFTER UPDATE OF {_MOMENTS} ON {REVISIONS} FOR EACH ROW EXECUTE FUNCTION {TRIGGER}()
"""


def make_index(apps, schema_editor):
    """Forward half of the migration."""
    _run(schema_editor, SQLITE_INDEX, POSTGRES_INDEX)


def make_terms(apps, schema_editor):
    """What ``drop_terms`` drops, as it was before."""
    _run(schema_editor, SQLITE_INDEX.split(";\n")[1], POSTGRES_INDEX.partition(";\n")[2])


def make_terms_with_time(apps, schema_editor):
    """The same as it is now."""
    _run(schema_editor, SQLITE_TERMS_WITH_TIME, POSTGRES_TERMS_WITH_TIME)


def drop_terms(apps, schema_editor):
    """The part of the index that holds what a search asks of an entry."""
    _run(
        schema_editor, f"DROP INDEX {HITS}", f"DROP INDEX {TERMS};\nALTER TABLE {ENTRIES} DROP COLUMN vector"
    )


def _run(schema_editor, on_sqlite, on_postgresql):
    script = on_sqlite if schema_editor.connection.vendor == "sqlite" else on_postgresql
    for statement in script.split(";\n"):
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    """Backward half of it; on PostgreSQL the index goes with its table."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TABLE {TERMS}")


def remove_triggers(sender=None, using="default", **_signal):
    """Receiver of pre_migrate: migrations may rebuild the tables that the triggers name."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in SQLITE_TRIGGERS:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        elif REVISIONS in tables:
            cursor.execute(f"DROP TRIGGER IF EXISTS {TRIGGER} ON {REVISIONS}")


def install_triggers(sender=None, using="default", **_signal):
    """Receiver of post_migrate."""
    connection = connections[using]
    if not is_there(connection, [REVISIONS], "place"):
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
            return
        for name, (_table, event, done) in SQLITE_TRIGGERS.items():
            cursor.execute(
                f"CREATE TRIGGER IF NOT EXISTS {name} {event} BEGIN {done.replace('%%', '%')}; END"
            )


def tidy(connection):
    """After much has changed: the index in one piece, and fresh figures for whoever plans the queries."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"INSERT INTO {TERMS} ({TERMS}) VALUES ('optimize')")  # noqa: S608
            cursor.execute("PRAGMA optimize")
            cursor.execute(f"ANALYZE {ENTRIES}")
        else:
            cursor.execute(f"ANALYZE {ENTRIES}")


def is_there(connection, tables, column):
    """Whether the ``tables`` are in the database and the entries have their ``column``: it may be in the middle of its
    migrations."""
    if not {ENTRIES, *tables} <= set(connection.introspection.table_names()):
        return False
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, ENTRIES)
    return any(each.name == column for each in described)
