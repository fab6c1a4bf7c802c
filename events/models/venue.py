from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from media_library.models import label
from publishing.regions import country_choices, country_name


class Venue(models.Model):
    """Where an event is held."""

    name = models.CharField(
        _("name"), max_length=160, help_text=_("The building or centre, as readers know it.")
    )
    city = models.CharField(_("city"), max_length=80, help_text=_("Shown beside the dates of the event."))
    country = models.CharField(
        _("country"), max_length=2, choices=country_choices, help_text=_("Shown after the city.")
    )
    address = models.CharField(
        _("street address"), max_length=240, blank=True, help_text=_("Shown on the event's page.")
    )

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"

    @property
    def country_label(self):
        """The country's name in the active language."""
        return country_name(self.country, get_language())


class Room(models.Model):
    """A hall of a venue: a column of the programme."""

    venue = models.ForeignKey(
        Venue, models.CASCADE, related_name="rooms", verbose_name=pgettext_lazy("field label", "venue"),
        help_text=_("The building that the room is in."),
    )  # fmt: skip
    name = models.CharField(
        _("name"), max_length=120, help_text=_("The head of this room's column in the programme.")
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Rooms with a lower number stand first in the programme.")
    )

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["order", "pk"]

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"
