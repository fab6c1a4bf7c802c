"""An index that tells by itself which texts of a document are live in which language: what topics and both languages ask."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("publishing", "0009_indexes_for_growth")]

    operations = [
        migrations.AddIndex(
            "revision",
            models.Index(
                "document",
                "language_code",
                "live_from",
                "live_until",
                "published_at",
                "kind",
                name="revision_of_document",
                condition=Q(live_from__isnull=False),
            ),
        ),
    ]
