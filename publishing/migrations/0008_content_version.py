"""The number that every change of what readers see raises; the triggers that raise it are put in after each migrate."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publishing", "0007_licence_and_overdue_updates")]

    operations = [
        migrations.CreateModel(
            name="ContentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField()),
            ],
        ),
    ]
