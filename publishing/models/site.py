"""What an editor says about the site as a whole: one row, its accounts elsewhere, and what leads on the home page."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator, URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from media_library.models import label
from publishing.models.document import Document, Kind

#: The one row of SiteSettings.
THE_ROW = 1

#: What has a section of its own on the home page; the programme stays in the order of its hours.
FEATURED_KINDS = (Kind.EVENT, Kind.DECISION, Kind.RECOMMENDATION, Kind.ARTICLE)


class SiteSettings(models.Model):
    """The site's name and how to reach it. What is empty here is what the environment says (settings.SITE_NAME …);
    the rest of the program asks publishing.site."""

    class Digits(models.TextChoices):
        LATIN = "latn", "0123456789"
        ARABIC = "arab", "٠١٢٣٤٥٦٧٨٩"

        __empty__ = _("As the installation says")

    class DataLicence(models.TextChoices):
        CC_BY = "CC-BY-4.0", "CC BY 4.0"
        CC_BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0"
        CC_ZERO = "CC0-1.0", "CC0 1.0"

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ROW, editable=False)
    name = models.CharField(
        _("name of the site"),
        max_length=80,
        blank=True,
        help_text=_("At the top of every page and in the titles of the browser."),
    )
    line = models.CharField(
        _("line below the name"),
        max_length=160,
        blank=True,
        help_text=_("One sentence that says what readers find here; search engines show it, too."),
    )
    contact = models.TextField(
        _("who to write to"),
        max_length=400,
        blank=True,
        help_text=_("A name and a postal address, line by line, at the foot of every page."),
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("At the foot of every page."))
    phone = models.CharField(
        _("phone"),
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(
                r"^\+?[0-9][0-9 ()./-]{3,}$", _("Digits, spaces and hyphens, such as +90 212 000 00 00.")
            )
        ],
        help_text=_("With the country’s code, such as +90 212 000 00 00."),
    )
    digits = models.CharField(
        _("digits"),
        max_length=4,
        choices=Digits.choices,
        blank=True,
        help_text=_("The digits of numbers and dates on the Arabic pages."),
    )

    months_without_update = models.PositiveSmallIntegerField(
        _("months without an update"), default=6, validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("A decision of which nothing was recorded for so long is shown to editors as overdue."),
    )  # fmt: skip
    data_licence = models.CharField(
        _("licence of the data"),
        max_length=20,
        choices=DataLicence.choices,
        default=DataLicence.CC_BY,
        help_text=_("Under which others may use the lists of decisions and recommendations."),
    )

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [models.CheckConstraint(name="site_settings_are_one_row", condition=Q(pk=THE_ROW))]

    def __str__(self):
        return str(self._meta.verbose_name)


class SocialAccount(models.Model):
    """An account of the forum elsewhere: a link at the foot of every page."""

    class Network(models.TextChoices):
        X = "x", _("X")
        FACEBOOK = "facebook", _("Facebook")
        INSTAGRAM = "instagram", _("Instagram")
        YOUTUBE = "youtube", _("YouTube")
        TELEGRAM = "telegram", _("Telegram")
        WHATSAPP = "whatsapp", _("WhatsApp")
        LINKEDIN = "linkedin", _("LinkedIn")
        TIKTOK = "tiktok", _("TikTok")
        MASTODON = "mastodon", _("Mastodon")
        BLUESKY = "bluesky", _("Bluesky")
        OTHER = "other", pgettext_lazy("a network that is not in the list", "Another one")

    NOT_AN_ADDRESS = _("Enter a whole address that begins with https://.")

    site = models.ForeignKey(SiteSettings, models.CASCADE, default=THE_ROW, related_name="accounts")
    network = models.CharField(_("network"), max_length=20, choices=Network.choices)
    label = models.CharField(
        _("words of the link"),
        max_length=60,
        blank=True,
        help_text=_("Left empty, the link says the name of the network."),
    )
    address = models.URLField(
        _("web address"),
        max_length=300,
        validators=[URLValidator(schemes=["https"], message=NOT_AN_ADDRESS)],
        help_text=_("The whole address, beginning with https://."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("A lower number stands first.")
    )

    class Meta:
        verbose_name = _("account elsewhere")
        verbose_name_plural = _("accounts elsewhere")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["address"],
                name="social_account_once",
                violation_error_message=_("This address is in the list already."),
            )
        ]

    def __str__(self):
        return label(self, "label") or str(self.get_network_display())


class FeaturedDocument(models.Model):
    """A document that comes first in its section of the home page, as long as readers see a text of it; the first of the
    featured events is the one that the home page is about, and a resolution of another event has a section of its own."""

    site = models.ForeignKey(SiteSettings, models.CASCADE, default=THE_ROW, related_name="featured")
    document = models.OneToOneField(
        Document,
        models.CASCADE,
        limit_choices_to={"kind__in": FEATURED_KINDS},
        related_name="featured",
        verbose_name=pgettext_lazy("field label", "document"),
        help_text=_("An event, a decision, a recommendation or an article."),
        error_messages={"unique": _("This document is featured already.")},
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("A lower number stands first.")
    )

    class Meta:
        verbose_name = _("featured document")
        verbose_name_plural = _("featured on the home page")
        ordering = ["order", "pk"]

    def __str__(self):
        return str(self.document)
