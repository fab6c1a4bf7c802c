"""Who works here: one account a person, with the language of their desk and the languages they may write."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person of the desk. Readers have no account."""

    class Language(models.TextChoices):
        ARABIC = "ar", _("Arabic")
        ENGLISH = "en", _("English")

    class Notice(models.TextChoices):
        """What the desk tells a person by mail, unless they say that they do not want it."""

        ASSIGNED = "assigned", _("A text is assigned to me")
        SUBMITTED = "submitted", _("A text waits for my review")
        RETURNED = "returned", _("A text of mine is returned to me")
        PUBLISHED = "published", _("Somebody else published a text of mine")
        NOTED = "noted", _("Somebody left a note on a document that I work on")
        SEEN_OUTSIDE = "seen_outside", _("Somebody whom I sent a preview answered")

    interface_language = models.CharField(
        _("language of the desk"),
        max_length=5,
        choices=Language.choices,
        default=Language.ARABIC,
        help_text=_("The language of the menus, buttons and messages that this person sees."),
    )
    word_languages = models.JSONField(
        _("languages to work in"),
        default=list,
        blank=True,
        help_text=_(
            "A translator writes in these languages only and needs at least one. For every other role none means all."
        ),
    )
    unwanted_mail = models.JSONField(
        _("mail that this person does not want"), default=list, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self):
        return self.get_full_name() or self.username
