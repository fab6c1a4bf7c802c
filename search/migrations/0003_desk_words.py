"""The words by which the desk finds working copies; where PostgreSQL has pg_trgm, with an index of their trigrams."""

import django.db.models.deletion
from django.db import Error, migrations, models, transaction

import search.lookups

INDEX = "CREATE INDEX search_deskwords_trigrams ON search_deskwords USING gin (title gin_trgm_ops, text gin_trgm_ops)"


def add_trigrams(apps, schema_editor):
    """Without the right to add the extension, the desk's search reads every row: slower, with the same result."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            schema_editor.execute(INDEX)
    except Error:
        return


class Migration(migrations.Migration):
    dependencies = [("search", "0002_index"), ("publishing", "0007_licence_and_overdue_updates")]

    operations = [
        migrations.CreateModel(
            name="DeskWords",
            fields=[
                (
                    "translation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="desk_words",
                        serialize=False,
                        to="publishing.documenttranslation",
                    ),
                ),
                ("title", search.lookups.FoldedField()),
                ("text", search.lookups.FoldedField()),
            ],
        ),
        migrations.RunPython(add_trigrams, migrations.RunPython.noop),
    ]
