"""Who takes part: persons and organisations. Their names and descriptions are labels, needed in both languages."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from media_library.models import label


class Person(models.Model):
    """Somebody who speaks, chairs, teaches, sits in a committee or writes."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As it is shown on the programme and on articles.")
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        allow_unicode=True,
        unique=True,
        blank=True,
        help_text=_(
            "The last part of the address of this person's page. Left empty, it is made from the name."
        ),
    )
    role_line = models.CharField(
        _("role line"),
        max_length=160,
        blank=True,
        help_text=_("Post and institution in one line, shown under the name."),
    )
    biography = models.TextField(
        _("biography"), blank=True, help_text=_("A short paragraph for this person's own page.")
    )
    portrait = models.ForeignKey(
        "media_library.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="portraits",
        verbose_name=_("portrait"),
        help_text=_("Shown on this person's page, cut to a circle around the focal point."),
    )
    is_sample = models.BooleanField(
        _("is a sample"), default=False, help_text=_("Marks a made-up person of the demo; the page says so.")
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["pk"]

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"

    def get_absolute_url(self):
        return reverse("person", args=[self.slug])


class Organisation(models.Model):
    """A body that hosts, is responsible for a decision, or is a partner in what a decision set up."""

    class OrganisationKind(models.TextChoices):
        WAQF = "waqf", _("Endowment (waqf)")
        ASSOCIATION = "association", _("Association")
        UNIVERSITY = "university", _("University or institute")
        COMMITTEE = "committee", _("Committee")
        COMPANY = "company", _("Company")
        PUBLIC = "public", _("Public body")
        OTHER = "other", _("Other body")

    name = models.CharField(
        _("name"), max_length=160, help_text=_("The full name, as it is shown on the site.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=OrganisationKind.choices,
        default=OrganisationKind.OTHER,
        help_text=_("Shown beside the name in lists of partners."),
    )
    site = models.URLField(
        _("web site"), blank=True, help_text=_("Readers are sent to this address for more about the body.")
    )
    is_sample = models.BooleanField(
        _("is a sample"), default=False, help_text=_("Marks a made-up body of the demo; the page says so.")
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["pk"]

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"
