from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from media_library.models import label
from publishing.dates import shown
from publishing.languages import LANGUAGES
from publishing.lists import isolated
from publishing.models import Document
from resolutions.models.resolution import Resolution, Status

#: Evidence and sources are articles of this site, files or addresses elsewhere.
ARTICLES = {"kind": "article"}


class Milestone(models.Model):
    """A step on the way of a resolution, planned for a day and done on a day."""

    class MilestoneKind(models.TextChoices):
        STEP = "step", _("Step")
        MEETING = "meeting", _("Meeting")

    resolution = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="milestones",
        verbose_name=pgettext_lazy("field label", "decision or recommendation"),
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("One line in the time line of its page.")
    )
    milestone_kind = models.CharField(
        _("kind"), max_length=20, choices=MilestoneKind.choices, default=MilestoneKind.STEP,
        help_text=_("The meetings of a committee also stand on its page."),
    )  # fmt: skip
    due_on = models.DateField(
        _("due on"), null=True, blank=True, help_text=_("The day for which it is planned.")
    )
    done_on = models.DateField(
        _("done on"), null=True, blank=True, help_text=_("The day on which it was reached.")
    )

    source_document = models.ForeignKey(
        Document, models.SET_NULL, null=True, blank=True, limit_choices_to=ARTICLES, related_name="+",
        verbose_name=_("article as source"), help_text=_("An article on this site that reports it."),
    )  # fmt: skip
    source_url = models.URLField(
        _("address as source"),
        blank=True,
        help_text=_("A page elsewhere that shows it; readers follow a link to it."),
    )

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["due_on", "pk"]

    def __str__(self):
        return label(self, "title") or f"#{self.pk}"

    def clean(self):
        super().clean()
        if self.done_on and self.done_on > timezone.localdate():
            raise ValidationError({"done_on": _("That day has not come yet.")})


class StatusUpdateQuerySet(models.QuerySet):
    def standing(self):
        """Those that no later entry corrects."""
        return self.filter(correction=None)


class StatusUpdate(models.Model):
    """What became of a resolution on a day, said in public. Written by resolutions/followup.py and never changed, but
    that a note which is missing in one language may be added once.

    One that ``corrects`` another says on the same day what should have been said; the other stays, and counts no more.
    """

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
        limit_choices_to=ARTICLES,
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
    superseded_by = models.ForeignKey(
        Resolution,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("replaced by"),
        help_text=_("The decision or recommendation that takes its place; both pages link to each other."),
    )
    corrects = models.OneToOneField(
        "self",
        models.CASCADE,
        null=True,
        editable=False,
        related_name="correction",
        verbose_name=_("corrects"),
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
    #: When the note that was missing in one language was added.
    note_added_at = models.DateTimeField(_("note added at"), null=True, editable=False)

    objects = StatusUpdateQuerySet.as_manager()

    class Meta:
        verbose_name = _("status update")
        verbose_name_plural = _("status updates")
        ordering = ["-noted_on", "-pk"]
        indexes = [
            models.Index("resolution", models.F("noted_on").desc(), name="status_update_latest"),
            # SQLite counts what is empty among the values of an index, and would rather read all rows than ask that of the key.
            models.Index(
                "superseded_by",
                name="status_update_replaces",
                condition=models.Q(superseded_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{isolated(shown(self.noted_on, 'DATE_FORMAT'))} {isolated(self.get_to_status_display())}"

    @property
    def has_evidence(self):
        return bool(self.evidence_document_id or self.evidence_attachment_id or self.evidence_url)

    @property
    def is_adoption(self):
        """Whether it says that a proposal was adopted."""
        return self.from_status == Status.PROPOSED and self.to_status == Status.ADOPTED

    @property
    def missing_note(self):
        """The language in which the note is still to follow, or ''."""
        return next((code for code in LANGUAGES if not getattr(self, f"note_{code}")), "")

    def clean(self):
        super().clean()
        if self.to_status == Status.IMPLEMENTED and not self.has_evidence:
            raise ValidationError(_("“Implemented” needs evidence: an article, a file or an address."))
