from datetime import timedelta
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Max, Min, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from parler.managers import TranslatableManager

from publishing.codes import CodesField
from publishing.dates import OUR_TIMES
from publishing.day_field import OUT_OF_RANGE
from publishing.models import Document
from publishing.models.document import DocumentQuerySet
from publishing.regions import language_choices


def time_zone_choices():
    """The zones with a place in their name, as (name, name) pairs."""
    return [
        (name, name) for name in sorted(available_timezones()) if "/" in name and not name.startswith("Etc/")
    ]


class Event(Document):
    """A forum or conference: its days, its place and its hosts."""

    document_ptr = models.OneToOneField(
        Document,
        models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="as_event",
        verbose_name=_("document"),
    )
    code = models.CharField(
        _("code"),
        max_length=20,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$", _("Latin capitals, digits and hyphens, a letter first.")
            )
        ],
        help_text=_(
            "Latin capitals and digits, such as MQF-2024; the references of decisions begin with it."
        ),
    )
    starts_on = models.DateField(
        _("first day"),
        null=True,
        blank=True,
        help_text=_("Leave both days empty while the dates are to be announced."),
    )
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("The same as the first day for a one-day event.")
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        choices=time_zone_choices,
        default="Europe/Istanbul",
        help_text=_("All times of the programme are shown in this zone."),
    )
    venue = models.ForeignKey(
        "events.Venue",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=pgettext_lazy("field label", "venue"),
        help_text=_(
            "Its city and country are shown beside the dates; its rooms are the columns of the programme."
        ),
    )
    hosts = models.ManyToManyField(
        "people.Organisation",
        blank=True,
        related_name="hosted_events",
        verbose_name=_("hosts"),
        help_text=_("Named on the event's page."),
    )
    languages = CodesField(
        _("languages"),
        choices_of=language_choices,
        help_text=_("The languages of the event, shown on its page."),
    )
    closing_statement = models.ForeignKey(
        Document,
        models.SET_NULL,
        null=True,
        blank=True,
        limit_choices_to={"kind": "article"},
        related_name="closes_events",
        verbose_name=_("closing statement"),
        help_text=_("The article with the closing statement; the home page and the event's page lead to it."),
    )
    is_current = models.BooleanField(
        _("is the current event"),
        default=False,
        help_text=_("The home page is about the current event; there is one at most."),
    )

    objects = TranslatableManager.from_queryset(DocumentQuerySet)()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"],
                condition=Q(is_current=True),
                name="event_one_current",
                violation_error_message=_("Another event is the current one; untick it there first."),
            ),
            models.CheckConstraint(
                name="event_days_in_order",
                condition=Q(starts_on__isnull=True, ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_(
                    "The last day is before the first one, or one of the two is missing."
                ),
            ),
        ]

    def clean(self):
        super().clean()
        if (self.starts_on is None) != (self.ends_on is None):
            raise ValidationError(
                {"ends_on": _("Give both days, or neither while the dates are to be announced.")}
            )
        if self.starts_on and not all(
            OUR_TIMES[0] <= day <= OUR_TIMES[1] for day in (self.starts_on, self.ends_on)
        ):
            raise ValidationError({"starts_on": OUT_OF_RANGE})
        if self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day is before the first one.")})
        if self.pk:
            self._check_sessions()
            self._check_code()

    def _check_code(self):
        """A reference is never used again, so the code that begins it is not given to another event either."""
        references = self.resolutions.exclude(reference=None)
        if references.exclude(reference__startswith=f"{self.code}-").exists():
            message = _("References of decisions begin with the code; it cannot change any more.")
            raise ValidationError({"code": message})

    def _check_sessions(self):
        """The days cannot move away from sessions that are set on them."""
        spans = (
            self.sessions.in_use()
            .filter(starts_at__isnull=False)
            .aggregate(first=Min("starts_at"), last=Max("ends_at"))
        )
        if spans["first"] is None:
            return
        # One that ends at midnight is of the day before: its period does not hold its last moment.
        moments = spans["first"], spans["last"] - timedelta(microseconds=1)
        first, last = (moment.astimezone(self.zone).date() for moment in moments)
        if self.starts_on is None or first < self.starts_on or last > self.ends_on:
            raise ValidationError({"starts_on": _("Sessions are set on other days; move them first.")})

    @property
    def zone(self):
        """The event's time zone as a ZoneInfo."""
        return ZoneInfo(self.time_zone)

    @property
    def is_announced(self):
        """Whether its dates are known."""
        return self.starts_on is not None
