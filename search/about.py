"""What a text is about, kept with its entry: the event of its document and its topics.

A search counts its hits by them: reading them elsewhere for a thousand hits took longer than finding the hits (at 200,000 texts
9 of 14 ms on SQLite). Triggers of the database copy every change, whoever makes it.
"""

from django.db import connections

from publishing.models import Document
from search.index_tables import ENTRIES, is_there

TRIGGER = "search_about"
#: Where the event of a document is, seen from the document.
FACTS = ("as_article", "as_session", "as_resolution")
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {done}; RETURN NULL; END $$
"""
_LIST = {"sqlite": "group_concat(topic_id)", "postgresql": "string_agg(topic_id::text, ',')"}


def facts_tables():
    """The tables whose rows name the event of a document."""
    return [Document._meta.get_field(path).related_model._meta.db_table for path in FACTS]


def topics_table():
    """The table of the pairs of a document and a topic."""
    return Document.topics.through._meta.db_table


def fill(connection):
    """Put into every entry what it is about: after a migration that adds the columns."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {ENTRIES} SET event_id = {_event_of(ENTRIES)}, "  # noqa: S608  (names of ours)
            f"topics = {_topics_of(connection.vendor, f'{ENTRIES}.document_id')}"
        )


def remove_triggers(sender=None, using="default", **_signal):
    """Receiver of pre_migrate: migrations may rebuild the tables that the triggers name."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for name, (table, *_rest) in _triggers(connection.vendor).items():
            if table in tables:
                on_table = "" if connection.vendor == "sqlite" else f" ON {table}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def install_triggers(sender=None, using="default", **_signal):
    """Receiver of post_migrate."""
    connection = connections[using]
    if not is_there(connection, [topics_table(), *facts_tables()], "topics"):
        return
    with connection.cursor() as cursor:
        for name, (table, event, done) in _triggers(connection.vendor).items():
            if connection.vendor == "sqlite":
                cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {event} ON {table} BEGIN {done}; END")
            else:
                cursor.execute(_POSTGRES_FUNCTION.format(name=name, done=done))
                cursor.execute(
                    f"CREATE OR REPLACE TRIGGER {name} {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
                )


def _triggers(vendor):
    """{name: (table, event, what is done)}."""
    topics = {row: _topics_of(vendor, f"{row}.document_id") for row in ("NEW", "OLD")}
    own = _event_of("NEW")
    new = (
        f"UPDATE {ENTRIES} SET event_id = {own}, topics = {topics['NEW']} WHERE revision_id = NEW.revision_id"  # noqa: S608
        if vendor == "sqlite"
        else f"NEW.event_id := {own}; NEW.topics := {topics['NEW']}; RETURN NEW"
    )
    found = {f"{TRIGGER}_entry": (ENTRIES, "AFTER INSERT" if vendor == "sqlite" else "BEFORE INSERT", new)}
    changed = f"UPDATE {ENTRIES} SET event_id = NEW.event_id WHERE document_id = NEW.document_ptr_id"  # noqa: S608
    for table in facts_tables():
        found[f"{TRIGGER}_{table}_new"] = (table, "AFTER INSERT", changed)
        found[f"{TRIGGER}_{table}"] = (table, "AFTER UPDATE OF event_id", changed)
    for event, row in (("INSERT", "NEW"), ("DELETE", "OLD")):
        done = f"UPDATE {ENTRIES} SET topics = {topics[row]} WHERE document_id = {row}.document_id"  # noqa: S608
        found[f"{TRIGGER}_topics_{event.lower()}"] = (topics_table(), f"AFTER {event}", done)
    return found


def _event_of(row):
    """An event is also the event of its own text."""
    asked = "(SELECT event_id FROM {} WHERE document_ptr_id = {}.document_id)"
    own = ", ".join(asked.format(table, row) for table in facts_tables())
    return f"CASE WHEN {row}.kind = 'event' THEN {row}.document_id ELSE COALESCE({own}) END"


def _topics_of(vendor, document):
    """Their keys, a comma before and after each; '' where there are none."""
    keys = f"SELECT ',' || {_LIST[vendor]} || ',' FROM {topics_table()} WHERE document_id = {document}"  # noqa: S608
    return f"COALESCE(({keys}), '')"
