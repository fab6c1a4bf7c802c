"""The words by which the desk finds a working copy, folded once and not at every search.

Folding takes the 100,000 titles of a large forum seconds on SQLite. The database keeps these rows by itself, by triggers on
the working copies: a document is found by its new title as soon as that is saved, whoever saves it.
"""

from django.db import connections, models

from publishing.models import DocumentTranslation
from search.folding import NAME as FOLD
from search.lookups import FoldedField

TRIGGER = "search_desk_words"
EVENTS = {"insert": "INSERT", "update": "UPDATE OF title, summary, slug", "delete": "DELETE"}


class DeskWords(models.Model):
    """The folded words of a working copy: those of its title, and those of its summary and its address."""

    # The triggers delete: Django would look for rows at every deletion.
    translation = models.OneToOneField(
        DocumentTranslation, models.DO_NOTHING, primary_key=True, related_name="desk_words"
    )
    title = FoldedField()
    text = FoldedField()

    def __str__(self):
        return self.title


COPIES, WORDS = DocumentTranslation._meta.db_table, "search_deskwords"
_FOLDED = f"{FOLD}({{0}}title), {FOLD}({{0}}summary || ' ' || {{0}}slug)"
_ADD = f"INSERT INTO {WORDS} (translation_id, title, text) VALUES (NEW.id, {_FOLDED.format('NEW.')})"  # noqa: S608
_REMOVE = f"DELETE FROM {WORDS} WHERE translation_id = OLD.id"  # noqa: S608
_REPLACE = " ON CONFLICT (translation_id) DO UPDATE SET title = excluded.title, text = excluded.text"
#: SQLite reads ON CONFLICT after a SELECT as the condition of a join, without a WHERE.
_ALL = f"INSERT INTO {WORDS} (translation_id, title, text) SELECT id, {_FOLDED.format('')} FROM {COPIES} WHERE {{}}"  # noqa: S608

_INSTALLED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}
_POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {TRIGGER}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN {_REMOVE};
    ELSE {_ADD}{_REPLACE};
    END IF;
    RETURN NULL;
END $$
"""


def remove_triggers(sender=None, using="default", **_signal):
    """Receiver of pre_migrate: migrations may rebuild the tables that the triggers name."""
    connection = connections[using]
    if COPIES not in connection.introspection.table_names():
        return
    on_table = "" if connection.vendor == "sqlite" else f" ON {COPIES}"
    with connection.cursor() as cursor:
        for event in EVENTS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {TRIGGER}_{event}{on_table}")


def install_triggers(sender=None, using="default", **_signal):
    """Receiver of post_migrate: put the triggers in, and the words of working copies that were written without them."""
    connection = connections[using]
    if not {COPIES, WORDS} <= set(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTION)
        cursor.execute(_INSTALLED[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
        # `flush`, which cleans up after tests, says that it migrated, too.
        for event, condition in EVENTS.items():
            if f"{TRIGGER}_{event}" in there:
                continue
            done = _done(connection.vendor, event)
            cursor.execute(
                f"CREATE TRIGGER {TRIGGER}_{event} AFTER {condition} ON {COPIES} FOR EACH ROW {done}"
            )
        cursor.execute(_ALL.format(f"id NOT IN (SELECT translation_id FROM {WORDS})"))  # noqa: S608


def rebuild():
    """Fold the words of every working copy anew, for a version of the program that folds otherwise."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        cursor.execute(_ALL.format("true") + _REPLACE)


def _done(vendor, event):
    """What a trigger does, in the SQL of the database."""
    if vendor == "postgresql":
        return f"EXECUTE FUNCTION {TRIGGER}()"
    return f"BEGIN {_REMOVE if event == 'delete' else _ADD + _REPLACE}; END"
