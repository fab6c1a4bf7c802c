from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class MultaqaAdminConfig(AdminConfig):
    """Django's admin, with the site's own sign-in and language."""

    default_site = "forum_site.admin_site.DeskSite"


class ForumSiteConfig(AppConfig):
    name = "forum_site"
    verbose_name = _("Site")

    def ready(self):
        from forum_site import checks  # noqa: F401  (registers)
