"""The admin of things whose words are labels in both languages."""

from django.utils.translation import gettext as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline, TranslationTabularInline

from media_library.admin_language import LanguageWidgetsMixin, WordColumnsMixin
from publishing.labels import fill_slugs
from publishing.refusals import WorkflowError
from publishing.text import make_slug

SLUGS = ("slug_ar", "slug_en")


class LabelAdmin(WordColumnsMixin, LanguageWidgetsMixin, TranslationAdmin):
    """Both languages of each label one under the other; addresses are made from the names where they are left empty."""

    list_per_page = 50
    show_full_result_count = False

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if "slug_ar" not in form.base_fields:
            return form

        return type(form.__name__, (SluggedForm, form), {})


class SluggedForm:
    """For the form of a label: an empty address is made from the name, a typed one is taken as it is or refused."""

    def clean(self):
        cleaned = super().clean()
        if {"name_ar", "name_en", *SLUGS} & set(self.errors):
            return cleaned
        for name in ("name_ar", "name_en", *SLUGS):
            setattr(self.instance, name, cleaned.get(name) or "")
        typed = {name: make_slug(cleaned[name]) for name in SLUGS if cleaned.get(name)}
        try:
            fill_slugs(self.instance)
        except WorkflowError as error:
            self.add_error(error.field, str(error))
            return cleaned
        for name in SLUGS:
            cleaned[name] = getattr(self.instance, name)
            if cleaned[name] != typed.get(name, cleaned[name]):
                message = _("The address “%(slug)s” is taken; choose another one.")
                self.add_error(name, message % {"slug": typed[name]})
        return cleaned


class LabelTabularInline(LanguageWidgetsMixin, TranslationTabularInline):
    """Rows with labels in both languages inside another form."""


class LabelStackedInline(LanguageWidgetsMixin, TranslationStackedInline):
    """The same for rows with long labels."""
