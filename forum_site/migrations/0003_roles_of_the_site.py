"""Give publishers and administrators the settings of the site."""

from django.db import migrations

from forum_site.roles import grant


class Migration(migrations.Migration):
    dependencies = [("forum_site", "0002_roles_of_the_desk"), ("publishing", "0006_site_settings")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
