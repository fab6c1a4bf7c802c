from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from media_library.models import label
from publishing.dates import shown
from publishing.lists import isolated
from publishing.models import Document
from resolutions.models.resolution import Resolution, Status


class Milestone(models.Model):
    """A step on the way of a resolution, planned for a day and done on a day."""

    resolution = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="milestones",
        verbose_name=pgettext_lazy("field label", "decision or recommendation"),
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("One line in the time line of its page.")
    )
    due_on = models.DateField(
        _("due on"), null=True, blank=True, help_text=_("The day for which it is planned.")
    )
    done_on = models.DateField(
        _("done on"), null=True, blank=True, help_text=_("The day on which it was reached.")
    )

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["due_on", "pk"]

    def __str__(self):
        return label(self, "title") or f"#{self.pk}"


class StatusUpdate(models.Model):
    """What became of a resolution on a day, said in public. Written by followup.record_status_update, never changed."""

    resolution = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="status_updates",
        verbose_name=pgettext_lazy("field label", "decision or recommendation"),
    )
    noted_on = models.DateField(_("day"), help_text=_("The day from which the status holds."))
    from_status = models.CharField(_("status before"), max_length=20, choices=Status.choices)
    to_status = models.CharField(_("status after"), max_length=20, choices=Status.choices)
    note = models.TextField(
        _("note"), blank=True, help_text=_("What happened, in a sentence or two; readers see it.")
    )
    evidence_document = models.ForeignKey(
        Document,
        models.SET_NULL,
        null=True,
        blank=True,
        limit_choices_to={"kind": "article"},
        related_name="+",
        verbose_name=_("article as evidence"),
        help_text=_("An article on this site that reports it."),
    )
    evidence_attachment = models.ForeignKey(
        "media_library.Attachment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("file as evidence"),
        help_text=_("A file that shows it; readers can download it."),
    )
    evidence_url = models.URLField(
        _("address as evidence"),
        blank=True,
        help_text=_("A page elsewhere that shows it; readers follow a link to it."),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("status update")
        verbose_name_plural = _("status updates")
        ordering = ["-noted_on", "-pk"]

    def __str__(self):
        return f"{isolated(shown(self.noted_on, 'DATE_FORMAT'))} {isolated(self.get_to_status_display())}"

    @property
    def has_evidence(self):
        return bool(self.evidence_document_id or self.evidence_attachment_id or self.evidence_url)

    def clean(self):
        super().clean()
        if self.to_status == Status.IMPLEMENTED and not self.has_evidence:
            raise ValidationError(_("“Implemented” needs evidence: an article, a file or an address."))
