"""Let publishers record adoptions and replacements; editors keep relations, questions and figures."""

from django.db import migrations

from forum_site.roles import grant


class Migration(migrations.Migration):
    dependencies = [("forum_site", "0003_roles_of_the_site"), ("resolutions", "0002_record_and_follow_up")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
