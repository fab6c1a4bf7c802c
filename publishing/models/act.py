from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing.models.document import Document, Kind
from publishing.models.revision import Revision


class ActQuerySet(models.QuerySet):
    """Acts are added, never changed or deleted."""

    def update(self, **values):
        raise TypeError("An act is never changed.")

    def delete(self):
        raise TypeError("An act is never deleted.")


class Act(models.Model):
    """One editorial act, written when it is done and never changed: who did what to which text, when and why.

    It outlives its document: ``title`` and ``kind`` are what the document was called and was at the time.
    """

    class Name(models.TextChoices):
        SAVE = "save", _("Saved the working copy")
        SUBMIT = "submit", _("Submitted for review")
        REQUEST_CHANGES = "request_changes", _("Requested changes")
        PUBLISH = "publish", _("Published")
        SCHEDULE = "schedule", _("Scheduled")
        CANCEL_SCHEDULE = "cancel_schedule", _("Cancelled the schedule")
        WITHDRAW = "withdraw", _("Withdrew")
        RESTORE = "restore", _("Restored an earlier text")
        MARK_UP_TO_DATE = "mark_up_to_date", _("Marked the translation as up to date")
        CHANGE_SOURCE = "change_source", _("Changed the original language")
        CHANGE_FACTS = "change_facts", _("Changed the facts")
        RECORD_STATUS = "record_status", _("Recorded what became of it")
        ADD_STATUS_NOTE = "add_status_note", _("Added the note in the other language")
        ASSIGN = "assign", _("Assigned the text")
        NOTE = "note", _("Left a note")
        RESOLVE_NOTE = "resolve_note", _("Resolved a note")
        REOPEN_NOTE = "reopen_note", _("Opened a note again")
        SHARE = "share", _("Made a link to a preview")
        REVOKE_SHARE = "revoke_share", _("Revoked the link to a preview")
        BIN = "bin", _("Moved to the bin")
        TAKE_BACK = "take_back", _("Took back from the bin")
        EMPTY_BIN = "empty_bin", _("Deleted for good from the bin")

    document = models.ForeignKey(
        Document,
        models.SET_NULL,
        null=True,
        related_name="acts",
        verbose_name=pgettext_lazy("field label", "document"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=200, blank=True)
    #: "" where the act is about the whole document.
    language_code = models.CharField(_("language"), max_length=5, blank=True)
    name = models.CharField(_("act"), max_length=20, choices=Name.choices)
    revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, related_name="acts", verbose_name=_("revision")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    #: None where the program did it by itself (the bin, after 30 days).
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="acts", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = ActQuerySet.as_manager()

    class Meta:
        verbose_name = _("editorial act")
        verbose_name_plural = _("editorial acts")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index("document", models.F("at").desc(), name="act_of_document"),
            models.Index(models.F("at").desc(), name="act_newest"),
        ]

    def __str__(self):
        return f"{self.get_name_display()}: {self.title} {self.language_code}".strip()

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("An act is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("An act is never deleted.")
