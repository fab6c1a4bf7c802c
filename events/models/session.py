from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from parler.managers import TranslatableManager

from events.models.event import Event
from publishing.codes import CodesField
from publishing.models import Document
from publishing.models.document import DocumentQuerySet
from publishing.regions import country_choices, language_choices


class Session(Document):
    """One item of an event's programme."""

    document_ptr = models.OneToOneField(
        Document,
        models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="as_session",
        verbose_name=_("document"),
    )

    class SessionKind(models.TextChoices):
        OPENING = "opening", _("Opening session")
        ADDRESS = "address", pgettext_lazy("a speech at a forum", "Address")
        PANEL = "panel", _("Panel discussion")
        WORKSHOP = "workshop", _("Workshop")
        SHOWCASE = "showcase", _("Showcase of experiences")
        CLOSING = "closing", _("Closing session")

    event = models.ForeignKey(
        Event,
        models.PROTECT,
        related_name="sessions",
        verbose_name=pgettext_lazy("field label", "event"),
        help_text=_("The session appears in the programme of this event."),
    )
    session_kind = models.CharField(
        _("kind of session"), max_length=20, choices=SessionKind.choices, default=SessionKind.PANEL,
        help_text=_("Shown above the title in the programme."),
    )  # fmt: skip
    starts_at = models.DateTimeField(
        _("starts at"),
        null=True,
        blank=True,
        help_text=_("In the time zone of the event. Leave empty while it is not set."),
    )
    ends_at = models.DateTimeField(
        _("ends at"), null=True, blank=True, help_text=_("In the time zone of the event.")
    )
    room = models.ForeignKey(
        "events.Room", models.SET_NULL, null=True, blank=True, related_name="sessions",
        verbose_name=pgettext_lazy("field label", "room"),
        help_text=_("The column of the programme in which the session stands."),
    )  # fmt: skip
    countries = CodesField(
        _("countries"),
        choices_of=country_choices,
        help_text=_("The countries whose experiences the session is about."),
    )
    languages = CodesField(
        _("languages spoken"), choices_of=language_choices, help_text=_("Shown on the session's page.")
    )
    recording_url = models.URLField(
        _("recording"), blank=True, help_text=_("The address of the recording; readers follow a link to it.")
    )
    materials = models.ManyToManyField(
        "media_library.Attachment", blank=True, related_name="sessions", verbose_name=_("materials"),
        help_text=_("Files that readers can download from the session's page."),
    )  # fmt: skip
    people = models.ManyToManyField(
        "people.Person", through="events.Participation", related_name="sessions", verbose_name=_("people")
    )

    objects = TranslatableManager.from_queryset(DocumentQuerySet)()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="session_ends_after_start",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The session ends before it starts."),
            )
        ]

    def clean(self):
        super().clean()
        if self.event_id is None:
            return
        if (self.starts_at is None) != (self.ends_at is None):
            raise ValidationError({"ends_at": _("Give both the start and the end, or neither.")})
        if self.starts_at is None:
            return
        if self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The session ends before it starts.")})
        self._check_days()
        self._check_room()

    def _check_days(self):
        """The session's local days must be days of the event."""
        if not self.event.is_announced:
            raise ValidationError(
                {"starts_at": _("The dates of the event are not announced; set them there first.")}
            )
        zone = self.event.zone
        # One that ends at midnight is of the day before: its period does not hold its last moment.
        first, last = (
            self.starts_at.astimezone(zone),
            self.ends_at.astimezone(zone) - timedelta(microseconds=1),
        )
        first, last = first.date(), last.date()
        if first < self.event.starts_on or last > self.event.ends_on:
            raise ValidationError({"starts_at": _("The session is outside the days of its event.")})

    def _check_room(self):
        """Two sessions cannot be in one room at one time; periods are half-open, so one may follow another."""
        if self.room_id is None:
            return
        if self.event.venue_id and self.room.venue_id != self.event.venue_id:
            raise ValidationError({"room": _("This room is not in the venue of the event.")})
        clash = Session.objects.in_use().filter(
            room=self.room_id, starts_at__lt=self.ends_at, ends_at__gt=self.starts_at
        )
        clash = clash.exclude(pk=self.pk).first()
        if clash:
            message = _("“%(title)s” is in this room at that time.") % {"title": clash}
            raise ValidationError({"room": message})


class Participation(models.Model):
    """A person in a session, with what they do there."""

    class Role(models.TextChoices):
        CHAIR = "chair", pgettext_lazy("the person who leads a session", "Chair")
        SPEAKER = "speaker", _("Speaker")
        PANELLIST = "panellist", _("Panellist")
        TRAINER = "trainer", _("Trainer")

    session = models.ForeignKey(
        Session,
        models.CASCADE,
        related_name="participations",
        verbose_name=pgettext_lazy("field label", "session"),
    )
    person = models.ForeignKey(
        "people.Person", models.PROTECT, related_name="participations",
        verbose_name=pgettext_lazy("field label", "person"),
        help_text=_("Named in the programme, with a link to this person's page."),
    )  # fmt: skip
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=Role.choices,
        default=Role.SPEAKER,
        help_text=_("Shown beside the name."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Lower numbers are listed first.")
    )

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person", "role"], name="participation_once",
                                    violation_error_message=_("This person already has this role in the session."))
        ]  # fmt: skip

    def __str__(self):
        return f"{self.person}: {self.get_role_display()}"
