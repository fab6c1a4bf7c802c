"""What a text is about stands in its entry, and on PostgreSQL the index knows when a text was published, so that the newest
texts of a frequent word are found without the others. Derived from what is there: nothing has to be indexed anew."""

from django.db import migrations, models

from search import about, index_tables


def fill(apps, schema_editor):
    about.fill(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_desk_words"),
        ("articles", "0001_initial"),
        ("events", "0001_initial"),
        ("resolutions", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(index_tables.drop_terms, index_tables.make_terms),
        migrations.SeparateDatabaseAndState(
            # Django would write the whole table of SQLite anew.
            database_operations=[
                migrations.RunSQL(
                    [
                        "ALTER TABLE search_searchentry ADD COLUMN event_id bigint NULL",
                        "ALTER TABLE search_searchentry ADD COLUMN topics text NOT NULL DEFAULT ''",
                    ],
                    [
                        "ALTER TABLE search_searchentry DROP COLUMN event_id",
                        "ALTER TABLE search_searchentry DROP COLUMN topics",
                    ],
                )
            ],
            state_operations=[
                migrations.AddField("searchentry", "event_id", models.BigIntegerField(null=True)),
                migrations.AddField("searchentry", "topics", models.TextField(db_default="")),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(index_tables.make_terms_with_time, index_tables.drop_terms),
    ]
