from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self):
        from publishing.guards import reinstall_guards

        # SQLite drops a table's triggers whenever a later migration rebuilds that table.
        post_migrate.connect(reinstall_guards, sender=self)
