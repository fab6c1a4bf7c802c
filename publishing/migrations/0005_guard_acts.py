"""The database refuses to change acts and, on PostgreSQL, to delete them."""

from django.db import migrations

from publishing.guards import install_for_acts, remove_for_acts


class Migration(migrations.Migration):
    dependencies = [("publishing", "0004_what_old_rows_say")]

    operations = [migrations.RunPython(install_for_acts, remove_for_acts)]
