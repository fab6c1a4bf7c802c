"""Make the roles of the desk as groups with their permissions (forum_site/roles.py says which)."""

from django.db import migrations

from forum_site.roles import grant


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("accounts", "0001_initial"),
        ("media_library", "0001_initial"),
        ("publishing", "0002_guard_live_periods"),
        ("people", "0001_initial"),
        ("events", "0001_initial"),
        ("resolutions", "0001_initial"),
        ("articles", "0001_initial"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
