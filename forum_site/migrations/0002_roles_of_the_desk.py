"""Give the roles what came with the desk: releases and the record of acts."""

from django.db import migrations

from forum_site.roles import grant


class Migration(migrations.Migration):
    dependencies = [("forum_site", "0001_roles"), ("publishing", "0004_what_old_rows_say")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
