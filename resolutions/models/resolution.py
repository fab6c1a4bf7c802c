from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from parler.managers import TranslatableManager

from publishing.lists import isolated
from publishing.models import Document, Kind
from publishing.models.document import DocumentQuerySet


class Status(models.TextChoices):
    """What has become of a resolution."""

    PROPOSED = "proposed", pgettext_lazy("status of a decision", "Proposed")
    ADOPTED = "adopted", _("Adopted")
    IN_PROGRESS = "in_progress", _("In progress")
    IMPLEMENTED = "implemented", _("Implemented")
    STALLED = "stalled", _("Stalled")
    SUPERSEDED = "superseded", _("Superseded")


class ReferenceSeries(models.Model):
    """The last number given out after a prefix such as "MQF-2024-D".

    It names no event, so that it outlives one that is deleted: no reference is ever used again.
    """

    prefix = models.CharField(max_length=32, unique=True)
    last_number = models.PositiveIntegerField(default=0)

    def __str__(self):
        return f"{self.prefix}{self.last_number}"


class Resolution(Document):
    """What an event decided or recommended. Its status changes through followup.record_status_update only."""

    document_ptr = models.OneToOneField(
        Document,
        models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="as_resolution",
        verbose_name=_("document"),
    )
    reference = models.CharField(
        _("reference"),
        max_length=32,
        unique=True,
        null=True,
        editable=False,
        help_text=_("Assigned once, the same in both languages, never used again."),
    )
    event = models.ForeignKey(
        "events.Event",
        models.PROTECT,
        related_name="resolutions",
        verbose_name=pgettext_lazy("field label", "event"),
        help_text=_("The event that adopted it; its code begins the reference."),
    )
    session = models.ForeignKey(
        "events.Session",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="resolutions",
        verbose_name=pgettext_lazy("field label", "session"),
        help_text=_("The session in which it was adopted, if that is known."),
    )
    adopted_on = models.DateField(
        _("adopted on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The day of its adoption, recorded with it."),
    )
    responsible = models.ManyToManyField(
        "people.Organisation",
        blank=True,
        related_name="resolutions",
        verbose_name=_("responsible bodies"),
        help_text=_("Who is to carry it out; shown on its page and in lists."),
    )
    due_on = models.DateField(
        _("due on"), null=True, blank=True, help_text=_("When it is to be carried out, if a day was set.")
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.PROPOSED, editable=False
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Its place in the list of the event: lower numbers first.")
    )

    objects = TranslatableManager.from_queryset(DocumentQuerySet)()

    class Meta:
        verbose_name = _("decision or recommendation")
        verbose_name_plural = _("decisions and recommendations")
        ordering = ["order", "pk"]
        permissions = [
            ("record_status_update", "Can record what became of a decision or recommendation"),
            ("adopt_resolution", "Can record that a decision or recommendation was adopted"),
            ("supersede_resolution", "Can record that a decision or recommendation was replaced"),
        ]

    def __str__(self):
        title = super().__str__()
        return f"{self.reference} {title}" if self.reference else title

    def get_status_display(self):
        # As that of Revision.kind.
        return str(Status(self.status).label)

    def clean(self):
        super().clean()
        if self.session_id and self.event_id and self.session.event_id != self.event_id:
            raise ValidationError({"session": _("This session belongs to another event.")})
        if self.due_on and self.adopted_on and self.due_on < self.adopted_on:
            raise ValidationError({"due_on": _("It would be due before it was adopted.")})


class Relation(models.Model):
    """That one resolution carries out another or follows from it. That it replaces another is no row here: a
    StatusUpdate says it (``superseded_by``), so that it has its day and its reason."""

    class Nature(models.TextChoices):
        CARRIES_OUT = "carries_out", _("carries out")
        FOLLOWS_FROM = "follows_from", _("follows from")

    resolution = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="relations",
        verbose_name=pgettext_lazy("field label", "decision or recommendation"),
    )
    nature = models.CharField(
        _("relation"), max_length=20, choices=Nature.choices, help_text=_("What this one does to the other.")
    )
    other = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="relations_to_it",
        verbose_name=_("the other one"),
        help_text=_("Both pages link to each other."),
    )

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["resolution", "nature", "other"], name="relation_once",
                                    violation_error_message=_("This relation is in the list already.")),
            models.CheckConstraint(condition=~models.Q(resolution=models.F("other")), name="relation_to_another",
                                   violation_error_message=_("A decision has no relation to itself; choose another one.")),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_nature_display()} {isolated(self.other)}"


class OfKindManager(TranslatableManager.from_queryset(DocumentQuerySet)):
    """The resolutions of the proxy's own kind."""

    def get_queryset(self):
        return super().get_queryset().filter(kind=self.model.document_kind)


class Decision(Resolution):
    """What the event decided to do itself."""

    document_kind = Kind.DECISION
    objects = OfKindManager()

    class Meta:
        proxy = True
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")


class Recommendation(Resolution):
    """What the event recommended to others."""

    document_kind = Kind.RECOMMENDATION
    objects = OfKindManager()

    class Meta:
        proxy = True
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
