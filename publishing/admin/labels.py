"""The admin of things whose words are labels in both languages."""

from modeltranslation.admin import TranslationAdmin, TranslationStackedInline, TranslationTabularInline

from media_library.admin_language import LanguageWidgetsMixin
from publishing.labels import fill_slugs
from publishing.refusals import WorkflowError


class LabelAdmin(LanguageWidgetsMixin, TranslationAdmin):
    """Both languages of each label one under the other; addresses are made from the names where they are left empty."""

    list_per_page = 50
    show_full_result_count = False

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if "slug_ar" not in form.base_fields:
            return form

        class SluggedForm(form):
            def clean(self):
                cleaned = super().clean()
                self.instance.__dict__.update(
                    {key: cleaned.get(key) or "" for key in self._label_fields(cleaned)}
                )
                try:
                    fill_slugs(self.instance)
                except WorkflowError as error:
                    self.add_error(error.field, str(error))
                else:
                    cleaned |= {name: getattr(self.instance, name) for name in ("slug_ar", "slug_en")}
                return cleaned

            @staticmethod
            def _label_fields(cleaned):
                return [name for name in ("name_ar", "name_en", "slug_ar", "slug_en") if name in cleaned]

        return SluggedForm


class LabelTabularInline(LanguageWidgetsMixin, TranslationTabularInline):
    """Rows with labels in both languages inside another form."""


class LabelStackedInline(LanguageWidgetsMixin, TranslationStackedInline):
    """The same for rows with long labels."""
