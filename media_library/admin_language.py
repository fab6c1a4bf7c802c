"""The language and direction of what stands in a field of the admin, whatever the language of the admin itself.

Neither parler nor modeltranslation sets them (Arabic checklist, line 21). It is kept at the bottom of the import
arrow, for every app's admin to use.
"""

from django.conf import settings
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import get_language_info

_LEFT_TO_RIGHT_FIELDS = (
    models.URLField,
    models.EmailField,
    models.SlugField,
    models.UUIDField,
    models.IntegerField,
    models.DecimalField,
    models.FloatField,
    models.DateField,
    models.TimeField,
)
_LEFT_TO_RIGHT_NAMES = ("code", "reference", "phone", "username")


class LanguageWidgetsMixin:
    """For any ModelAdmin or inline; put it before the base class."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if formfield is not None:
            formfield.widget.attrs |= language_attributes(db_field)
            if language_of(db_field) and hasattr(db_field, "translated_field"):
                formfield.label = _label(db_field)
        return formfield


def language_of(db_field):
    """A model field in; "ar" or "en" out for a column of one language (title_ar), else ''."""
    name, _, language = db_field.name.rpartition("_")
    return language if name and language in dict(settings.LANGUAGES) else ""


def language_attributes(db_field):
    """A model field in; the lang and dir of its input out. Addresses, numbers, dates and codes are left to right."""
    language = language_of(db_field)
    attributes = {"lang": language, "dir": _direction(language)} if language else {}
    plain_name = db_field.name.removesuffix(f"_{language}") if language else db_field.name
    if isinstance(db_field, _LEFT_TO_RIGHT_FIELDS) or plain_name.endswith(_LEFT_TO_RIGHT_NAMES):
        attributes["dir"] = "ltr"
    return attributes


def _direction(language):
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def _label(db_field):
    """ "Caption (Arabic)" in the language of the admin, in place of modeltranslation's "Caption [ar]"."""
    language = dict(settings.LANGUAGES)[language_of(db_field)]
    return format_lazy(
        "{field} ({language})", field=db_field.translated_field.verbose_name, language=language
    )
