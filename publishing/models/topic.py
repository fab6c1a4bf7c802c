from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from media_library.models import label


class Topic(models.Model):
    """A subject under which readers find documents of every kind."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("Shown as a link on every document of the topic.")
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        allow_unicode=True,
        unique=True,
        blank=True,
        help_text=_("The last part of the topic's address. Left empty, it is made from the name."),
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("A sentence or two at the top of the topic's page.")
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Topics with a lower number are listed first.")
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "pk"]

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"

    def get_absolute_url(self):
        return reverse("topic", args=[self.slug])
