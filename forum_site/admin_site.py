from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.urls import path
from django.utils.translation import gettext_lazy as _

from publishing.preview import preview


class DeskSite(AdminSite):
    """The editors' desk. Sign-in goes through allauth, which counts attempts; the admin's own form is closed."""

    site_title = _("Editors' desk")
    site_header = _("Editors' desk")
    index_title = _("What would you like to work on?")

    def __init__(self, name="admin"):
        super().__init__(name)
        # Before the addresses are made, else a direct POST to /admin/login/ passes by the rate limit.
        self.login = secure_admin_login(self.login)

    def get_urls(self):
        view = self.admin_view(preview)
        return [path("preview/<int:pk>/<str:language>/", view, name="document_preview"), *super().get_urls()]
