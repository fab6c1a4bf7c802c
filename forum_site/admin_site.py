from functools import wraps

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.urls import path
from django.utils.translation import gettext_lazy as _

#: The order of the menu: what is worked on daily first.
APPS_IN_ORDER = ["articles", "resolutions", "events", "people", "media_library", "publishing", "accounts"]


class DeskSite(AdminSite):
    """The editors' desk. Sign-in goes through allauth, which counts attempts; the admin's own form is closed."""

    site_title = _("Editors' desk")
    site_header = _("Editors' desk")
    index_title = _("My desk")

    def __init__(self, name="admin"):
        super().__init__(name)
        # Before the addresses are made, else a direct POST to /admin/login/ passes by the rate limit.
        self.login = secure_admin_login(self.login)

    def get_urls(self):
        # Their modules register with this very site, so they are read when it is there.
        from desk.pages import PAGES
        from publishing.admin.pages import PAGES as DOCUMENT_PAGES

        pages = [
            path(route, self.admin_view(view), name=name) for route, view, name in [*DOCUMENT_PAGES, *PAGES]
        ]
        return [*pages, *super().get_urls()]

    def admin_view(self, view, cacheable=False):
        """As Django's; a form that is sent after its session has ended is kept until its writer has signed in again."""
        from publishing.admin.lapsed import keep_form

        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def keeping(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request):
                keep_form(request)
            return guarded(request, *args, **kwargs)

        return keeping

    def index(self, request, extra_context=None):
        """What waits for this person, and below it Django's list of everything."""
        from desk.first_page import first_page

        return super().index(request, {**first_page(request.user), **(extra_context or {})})

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: (app["app_label"] not in APPS_IN_ORDER, _place(app["app_label"])))


def _place(app_label):
    return APPS_IN_ORDER.index(app_label) if app_label in APPS_IN_ORDER else 0
