from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ResolutionImport(models.Model):
    """A table that somebody brought: kept between the trial run and the import, and afterwards as the record of it."""

    class Sheet(models.TextChoices):
        """What a row of the table is."""

        RESOLUTIONS = "resolutions", _("Decisions and recommendations")
        MILESTONES = "milestones", _("Milestones")
        UPDATES = "updates", _("Status updates")

    sheet = models.CharField(_("what it holds"), max_length=20, choices=Sheet.choices)
    file_name = models.CharField(_("name of the file"), max_length=200)
    #: The head and the rows as texts: {"columns": [...], "rows": [[...], ...]}.
    table = models.JSONField(default=dict)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("uploaded by")
    )
    created_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    done_at = models.DateTimeField(_("imported at"), null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.file_name
