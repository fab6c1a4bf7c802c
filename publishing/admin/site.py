"""The settings of the site at the desk: one form, which is there before anybody has filled it in."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import Prefetch, Q
from django.forms.models import BaseInlineFormSet
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from media_library.admin_language import LanguageWidgetsMixin, language_of
from publishing.admin.labels import LabelAdmin, LabelTabularInline
from publishing.admin.lists import state_cell
from publishing.languages import LANGUAGES, direction
from publishing.models import Document, FeaturedDocument, SiteSettings, SocialAccount
from publishing.models.site import FEATURED_KINDS, THE_ROW
from publishing.states import LIGHT_REVISIONS
from publishing.text import normalise

_MAY = "publishing.change_sitesettings"
#: People type a phone in the digits of their keyboard; a link to it has 0-9.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
#: In an empty field, what readers see then; by the name of the field.
_STANDING_IN = {"name": "SITE_NAME", "line": "SITE_LINE"}


class CleanWords:
    """For a form with columns of one language each: what is typed is kept as texts are (publishing.text.normalise)."""

    def clean(self):
        cleaned = super().clean()
        for name, value in cleaned.items():
            field = {field.name: field for field in self._meta.model._meta.fields}.get(name)
            if field and language_of(field) and value:
                cleaned[name] = normalise(value, language_of(field))
        return cleaned


class SiteForm(CleanWords, forms.ModelForm):
    """The settings; an empty name or line shows the one that the installation gives."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # What somebody else saved since this form was opened is not what this person changed.
            field.show_hidden_initial = True
        if not self.fields:
            # Somebody who may only look.
            return
        for language in LANGUAGES:
            for name, variable in _STANDING_IN.items():
                placeholder = getattr(settings, variable)[language]
                self.fields[f"{name}_{language}"].widget.attrs["placeholder"] = placeholder
            self.fields[f"contact_{language}"].widget.attrs["rows"] = 4
        self.fields["phone"].to_python = lambda typed: str(typed or "").translate(_DIGITS).strip()


class AccountForm(CleanWords, forms.ModelForm):
    """An account of a network that has no name here needs words of its own, in both languages."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "address" in self.fields:
            # Without the link beside it, for which a row has no room.
            self.fields["address"].widget = forms.URLInput(attrs={"class": "vURLField", "dir": "ltr"})
            # Django's form field has a message of its own, which does not say what is asked for.
            self.fields["address"].error_messages["invalid"] = SocialAccount.NOT_AN_ADDRESS

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("network") == SocialAccount.Network.OTHER:
            for language in LANGUAGES:
                if not cleaned.get(f"label_{language}"):
                    self.add_error(f"label_{language}", gettext("Say what the link is to be called."))
        return cleaned


class NamedFields:
    """For a formset: each input says what it is, since the heads of the columns are far away on a telephone."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            if field.label and not widget.is_hidden:
                widget.attrs["aria-label"] = field.label


class AccountsFormSet(NamedFields, BaseInlineFormSet):
    """Each address once."""

    def get_unique_error_message(self, unique_check):
        return gettext("The same address stands here twice.")


class ChosenDocument(forms.HiddenInput):
    """In place of the choice, the title of a document that was chosen before."""

    is_hidden = False

    def __init__(self, document):
        super().__init__()
        self.title, self.language = document.title_for()

    def render(self, name, value, attrs=None, renderer=None):
        shown = format_html(
            '<span lang="{}" dir="{}">{}</span>', self.language, direction(self.language), self.title
        )
        return super().render(name, value, attrs, renderer) + shown


class FeaturedFormSet(NamedFields, BaseInlineFormSet):
    """Each document once. A row that was saved shows its document; another one is chosen in another row."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk and "document" in form.fields:
            form.fields["document"].widget = ChosenDocument(form.instance.document)

    def get_unique_error_message(self, unique_check):
        return gettext("The same document stands here twice.")


class OfTheSite:
    """For inlines: who may change the settings may change all of them."""

    extra = 0
    max_num = 24

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("publishing.view_sitesettings")

    def has_add_permission(self, request, obj=None):
        return request.user.has_perm(_MAY)

    has_change_permission = has_delete_permission = has_add_permission


class Accounts(OfTheSite, LabelTabularInline):
    model = SocialAccount
    form, formset = AccountForm, AccountsFormSet
    fields = ["network", "address", "label", "order"]


class Featured(OfTheSite, LanguageWidgetsMixin, admin.TabularInline):
    """What leads on the home page. A document that has gone to the bin since stays in its row until somebody takes it out."""

    model = FeaturedDocument
    formset = FeaturedFormSet
    autocomplete_fields = ["document"]
    fields = ["document", "kind", *(f"state_{language}" for language in LANGUAGES), "order"]
    readonly_fields = ["kind", *(f"state_{language}" for language in LANGUAGES)]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        documents = Document.objects.with_working_copies().prefetch_related(LIGHT_REVISIONS)
        return rows.prefetch_related(Prefetch("document", documents))

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "document":
            # A document has no page of its own here, only those of its kind.
            formfield.widget.can_view_related = False
        return formfield

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "document":
            usable = Q(binned_at__isnull=True) | Q(featured__isnull=False)
            kwargs["queryset"] = Document.objects.filter(
                usable, kind__in=FEATURED_KINDS
            ).with_working_copies()
        formfield = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "document":
            formfield.error_messages["invalid_choice"] = _(
                "Choose an event, a decision, a recommendation or an article that is not in the bin."
            )
        return formfield

    @admin.display(description=_("kind"))
    def kind(self, row):
        if row.document.binned_at:
            return gettext("in the bin")
        return row.document.get_kind_display()

    @admin.display(description=_("in Arabic"))
    def state_ar(self, row):
        return state_cell(row.document, "ar", told=())

    @admin.display(description=_("in English"))
    def state_en(self, row):
        return state_cell(row.document, "en", told=())


@admin.register(SiteSettings)
class SiteSettingsAdmin(LabelAdmin):
    form = SiteForm
    fieldsets = [
        (_("The site"), {"fields": ["name", "line", "digits"]}),
        (pgettext_lazy("how to reach the forum", "Contact"), {"fields": ["contact", "email", "phone"]}),
        (_("Follow-up and open data"), {"fields": ["months_without_update", "data_licence"]}),
    ]
    inlines = [Accounts, Featured]
    change_form_template = "admin/publishing/site_settings.html"

    class Media:
        css = {"all": ["css/desk/site.css"]}

    def changelist_view(self, request, extra_context=None):
        """There is nothing to list: the form at once."""
        return self.changeform_view(request, str(THE_ROW), extra_context=extra_context)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        context = {"title": _("Site settings"), "subtitle": None, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def get_object(self, request, object_id, from_field=None):
        """The row; where there is none, an empty one, which the first form that is sent puts into the database."""
        if object_id != str(THE_ROW):
            return None
        if request.method == "POST" and self.has_change_permission(request):
            return SiteSettings.objects.get_or_create(pk=THE_ROW)[0]
        return SiteSettings.objects.filter(pk=THE_ROW).first() or SiteSettings(pk=THE_ROW)

    def save_model(self, request, obj, form, change):
        """Only what was changed in this form, so that two people with two concerns do not undo each other's."""
        if names := set(form.changed_data) & {field.name for field in obj._meta.fields}:
            obj.save(update_fields=names)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
