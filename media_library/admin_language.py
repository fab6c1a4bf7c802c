"""The language and direction of what stands in a field of the admin, whatever the language of the admin itself.

Neither parler nor modeltranslation sets them (Arabic checklist, line 21). It is kept at the bottom of the import
arrow, for every app's admin to use.
"""

from django.conf import settings
from django.db import models
from django.utils.html import format_html
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
_LEFT_TO_RIGHT_NAMES = ("code", "reference", "phone", "username", "time_zone")


class LanguageWidgetsMixin:
    """For any ModelAdmin or inline; put it before the base class."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.URLField):
            # An address typed without a scheme is meant as a safe one.
            kwargs.setdefault("assume_scheme", "https")
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


def words_column(name):
    """A column of one language ("name_ar") in; a column of a list out that shows it with its lang and dir."""

    def column(thing):
        language = name.rpartition("_")[2]
        words = getattr(thing, name) or "–"
        return format_html('<span lang="{}" dir="{}">{}</span>', language, _direction(language), words)

    column.__name__ = name
    column.admin_order_field = name
    return column


class WordColumnsMixin:
    """For a ModelAdmin: the columns of one language in its list carry their language and direction."""

    def get_list_display(self, request):
        return [self._column(name) for name in super().get_list_display(request)]

    def _column(self, name):
        if not isinstance(name, str) or name not in {field.name for field in self.opts.fields}:
            return name
        db_field = self.opts.get_field(name)
        if not language_of(db_field):
            return name
        column = words_column(name)
        column.short_description = _label(db_field)
        return column


def _direction(language):
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def _label(db_field):
    """ "Caption (Arabic)" in the language of the admin, in place of modeltranslation's "Caption [ar]"."""
    language = dict(settings.LANGUAGES)[language_of(db_field)]
    return format_lazy(
        "{field} ({language})", field=db_field.translated_field.verbose_name, language=language
    )
