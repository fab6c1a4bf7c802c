from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.site import site_settings
from resolutions.standing import last_update_column, overdue, quiet, with_late_milestone


class OverdueFilter(admin.SimpleListFilter):
    """What asks for follow-up: as on the desk and in the public overview (resolutions/standing.py)."""

    title = _("overdue")
    parameter_name = "overdue"

    def lookups(self, request, model_admin):
        return [
            ("day", _("The day has passed")),
            ("milestone", _("The day of a milestone has passed")),
            ("update", _("Nothing recorded for long")),
        ]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "day":
            return queryset.filter(overdue(today))
        if self.value() == "milestone":
            return queryset.filter(with_late_milestone(today))
        if self.value() == "update":
            rows = queryset.annotate(last_update_on=last_update_column())
            return rows.filter(quiet(today, site_settings().months_without_update))
        return queryset
