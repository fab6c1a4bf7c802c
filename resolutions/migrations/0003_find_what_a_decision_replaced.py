from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media_library", "0002_renditions_asked"),
        ("publishing", "0010_texts_of_a_document"),
        ("resolutions", "0002_record_and_follow_up"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="statusupdate",
            index=models.Index(
                models.F("superseded_by"),
                condition=models.Q(("superseded_by__isnull", False)),
                name="status_update_replaces",
            ),
        ),
    ]
