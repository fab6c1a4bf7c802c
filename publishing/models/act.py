from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing.models.document import Document
from publishing.models.revision import Revision


class Act(models.Model):
    """One editorial act, written when it is done and never changed: who did what to which text, when and why."""

    class Name(models.TextChoices):
        SAVE = "save", _("Saved the working copy")
        SUBMIT = "submit", _("Submitted for review")
        REQUEST_CHANGES = "request_changes", _("Requested changes")
        PUBLISH = "publish", _("Published")
        SCHEDULE = "schedule", _("Scheduled")
        CANCEL_SCHEDULE = "cancel_schedule", _("Cancelled the schedule")
        WITHDRAW = "withdraw", _("Withdrew")
        RESTORE = "restore", _("Restored an earlier text")

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="acts", verbose_name=pgettext_lazy("field label", "document")
    )
    language_code = models.CharField(_("language"), max_length=5)
    name = models.CharField(_("act"), max_length=20, choices=Name.choices)
    revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, related_name="acts", verbose_name=_("revision")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="acts", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("editorial act")
        verbose_name_plural = _("editorial acts")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_name_display()}: {self.document_id} {self.language_code}"
