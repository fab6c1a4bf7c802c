"""Make the roles of the desk as groups with their permissions (forum_site/roles.py says which)."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from forum_site.roles import ROLES


def make_roles(apps, schema_editor):
    alias = schema_editor.connection.alias
    for label in (
        "accounts",
        "auth",
        "media_library",
        "publishing",
        "people",
        "events",
        "resolutions",
        "articles",
    ):
        config = apps.get_app_config(label)
        # Permissions are made after all migrations; the groups need them now.
        config.models_module = True
        create_permissions(config, apps=apps, using=alias, verbosity=0)
        config.models_module = None
    permission_model, group_model = apps.get_model("auth", "Permission"), apps.get_model("auth", "Group")
    by_name = {
        f"{row.content_type.app_label}.{row.codename}": row
        for row in permission_model.objects.select_related("content_type")
    }
    for name, permissions in ROLES.items():
        group, _is_new = group_model.objects.get_or_create(name=name)
        group.permissions.add(*(by_name[permission] for permission in permissions))


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

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
