"""Who works here: one account a person, with the language of their desk and the languages they may write."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person of the desk. Readers have no account."""

    class Language(models.TextChoices):
        ARABIC = "ar", _("Arabic")
        ENGLISH = "en", _("English")

    interface_language = models.CharField(
        _("language of the desk"),
        max_length=5,
        choices=Language.choices,
        default=Language.ARABIC,
        help_text=_("The language of the menus, buttons and messages that this person sees."),
    )
    word_languages = models.JSONField(
        _("languages to translate into"),
        default=list,
        blank=True,
        help_text=_("A translator may write the words of documents in these languages only."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self):
        return self.get_full_name() or self.username
