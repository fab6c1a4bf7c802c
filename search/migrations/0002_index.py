"""The index of terms. The entries of before are derived from texts: they are thrown away, and `manage.py reindex` makes the new ones."""

import django.db.models.deletion
from django.db import migrations, models

from search import index_tables

KINDS = [
    ("event", "Event"),
    ("session", "Session"),
    ("decision", "Decision"),
    ("recommendation", "Recommendation"),
    ("article", "Article"),
    ("page", "Page"),
]


class Migration(migrations.Migration):
    dependencies = [("search", "0001_search_entries"), ("publishing", "0007_licence_and_overdue_updates")]

    operations = [
        migrations.DeleteModel("SearchEntry"),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="publishing.revision",
                    ),
                ),
                ("place", models.BigIntegerField(unique=True)),
                ("language_code", models.CharField(max_length=5)),
                ("kind", models.CharField(choices=KINDS, max_length=20)),
                ("live_from", models.DateTimeField()),
                ("live_until", models.DateTimeField(null=True)),
                ("published_at", models.DateTimeField()),
                ("terms", models.TextField()),
                ("folded", models.TextField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="publishing.document",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language_code", models.CharField(max_length=5)),
                ("word", models.CharField(max_length=64)),
                ("shown", models.CharField(max_length=100)),
                ("size", models.PositiveSmallIntegerField()),
            ],
            options={
                "constraints": [models.UniqueConstraint("language_code", "word", name="search_word_unique")]
            },
        ),
        migrations.CreateModel(
            name="WordPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(max_length=8)),
                (
                    "word",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="search.searchword",
                    ),
                ),
            ],
            options={"constraints": [models.UniqueConstraint("part", "word", name="search_part_unique")]},
        ),
        migrations.RunPython(index_tables.make_index, index_tables.drop_index),
    ]
