from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self):
        from publishing.guards import reinstall_guards
        from publishing.version_triggers import put_triggers_back, take_triggers_away

        # SQLite drops a table's triggers whenever a later migration rebuilds that table.
        post_migrate.connect(reinstall_guards, sender=self)
        # A new table is watched from its first day, and a migration may move rows as it likes.
        pre_migrate.connect(take_triggers_away, sender=self)
        post_migrate.connect(put_triggers_back, sender=self)
