"""The language and direction of what stands in a field of the admin, whatever the language of the admin itself.

Neither parler nor modeltranslation sets them (Arabic checklist, line 21). It is kept at the bottom of the import
arrow, for every app's admin to use.
"""

from django.conf import settings
from django.db import models
from django.utils.html import format_html
from django.utils.translation import get_language_info

from media_library.admin_choices import ChooseOne, ChooseSeveral, RowField, RowsField

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
        return formfield

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if "widget" not in kwargs and db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ChooseOne(db_field, self.admin_site, using=kwargs.get("using"))
        kwargs.setdefault("form_class", RowField)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if "widget" not in kwargs and db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ChooseSeveral(db_field, self.admin_site, using=kwargs.get("using"))
        kwargs.setdefault("form_class", RowsField)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


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
        column.short_description = db_field.verbose_name
        return column


def _direction(language):
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
