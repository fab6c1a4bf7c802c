"""The demo forum: a command that loads a forum to try the program with. Nothing imports this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    name = "demo"
    verbose_name = _("Demo forum")
    default_auto_field = "django.db.models.BigAutoField"
