"""On PostgreSQL the index knows when a text was published, so that the newest texts of a frequent word are found without the
others. Derived from the entries: nothing has to be indexed anew."""

from django.db import migrations

from search import index_tables


class Migration(migrations.Migration):
    dependencies = [("search", "0003_desk_words")]

    operations = [migrations.RunPython(index_tables.add_stretches, migrations.RunPython.noop)]
