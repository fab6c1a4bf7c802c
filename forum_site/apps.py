from django.apps import AppConfig
from django.conf import settings
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class MultaqaAdminConfig(AdminConfig):
    """Django's admin, with the site's own sign-in and language."""

    default_site = "forum_site.admin_site.DeskSite"


class ForumSiteConfig(AppConfig):
    name = "forum_site"
    verbose_name = _("Site")

    def ready(self):
        from forum_site import checks, purge  # noqa: F401  (checks registers)
        from work.sidelines import sidelines

        if settings.CDN_PURGE_ADDRESS:
            sidelines.append(purge.tell_of_changes)
