"""The database refuses two live texts of one document and language, and one live address for two documents."""

from django.db import migrations

from publishing.guards import install, remove


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
