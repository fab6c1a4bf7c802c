"""Releases at the desk: putting one together, the check, and letting it out."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from media_library.admin_choices import is_key
from media_library.admin_language import LanguageWidgetsMixin
from publishing import releases
from publishing.admin.release_check import check_view
from publishing.admin.release_rows import row, state_badge, with_documents
from publishing.languages import LANGUAGES, NAMES
from publishing.models import Document, Release, ReleaseItem
from publishing.releases import ReleaseState
from publishing.workflow import WorkflowError

BOTH = "both"
TEXT = pgettext_lazy("the words of a document in one language", "text")


class ReleaseForm(forms.ModelForm):
    """The name and the note; ``refusal`` (a WorkflowError) is how the acts answered what was posted, if they did."""

    refusal = None

    class Meta:
        widgets = {"name": admin.widgets.AdminTextInputWidget(attrs={"dir": "auto"}),
                   "note": admin.widgets.AdminTextareaWidget(attrs={"dir": "auto", "rows": 3})}  # fmt: skip
        help_texts = {
            "name": _("What the desk calls it; readers do not see it."),
            "note": _("What it is for, for colleagues; readers do not see it."),
        }

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, str(self.refusal))
        return cleaned


class TextForm(forms.ModelForm):
    """One more text, or both texts of a document."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", "---------"), (BOTH, _("Both languages")), *NAMES.items()],
        help_text=_("Which of its texts goes public with this release."),
    )

    class Meta:
        fields = ["document"]
        help_texts = {"document": _("Its text is released as it then stands in the working copy.")}

    @property
    def texts(self):
        """The (document, language) pairs that are asked for; none in a row that is empty or wrong."""
        if not self.has_changed() or self.errors or not self.cleaned_data.get("document"):
            return []
        chosen = self.cleaned_data["language"]
        return [(self.cleaned_data["document"], code) for code in LANGUAGES if chosen in (code, BOTH)]


class KeptFormSet(forms.BaseInlineFormSet):
    """The rows with the texts that are there; the box of each says what it takes out."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields and form.instance.pk:
            said = gettext("Take “%(title)s” out of the release") % {
                "title": releases.title_of(form.instance)
            }
            form.fields["DELETE"].widget.attrs["aria-label"] = said


class TextsFormSet(forms.BaseInlineFormSet):
    """The rows with more texts: each text once."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name in ("document", "language"):
            widget = form.fields[name].widget
            # The choice of a document stands inside the widget with Django's links beside it.
            getattr(widget, "widget", widget).attrs["aria-label"] = form.fields[name].label

    def clean(self):
        super().clean()
        known = (
            set(self.instance.items.values_list("document_id", "language_code"))
            if self.instance.pk
            else set()
        )
        for form in self.forms:
            asked = {(document.pk, code) for document, code in form.texts}
            if asked and asked <= known:
                form.add_error("language", gettext("This text is in the release already."))
            known |= asked


class OfRelease:
    """For inlines: open to those who prepare releases, while the release is being prepared."""

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return releases.may_prepare(request.user) and (obj is None or obj.live_from is None)

    has_change_permission = has_delete_permission = has_add_permission


class KeptTexts(OfRelease, admin.TabularInline):
    """The texts that are in the release; each can be taken out."""

    model = ReleaseItem
    formset = KeptFormSet
    classes = ["release-kept"]
    fields = readonly_fields = ["text", "language", "state"]
    extra = max_num = 0

    def get_queryset(self, request):
        return with_documents(super().get_queryset(request))

    @admin.display(description=TEXT)
    def text(self, item):
        shown = row(item)
        marks = format_html(' lang="{}"', shown["language"]) if shown["language"] else ""
        return format_html(
            '<a href="{}"{} dir="{}">{}</a>', shown["address"], marks, shown["direction"], shown["title"]
        )

    @admin.display(description=_("language"))
    def language(self, item):
        return item.get_language_code_display()

    @admin.display(description=_("state"))
    def state(self, item):
        return row(item)["state"]


class MoreTexts(OfRelease, LanguageWidgetsMixin, admin.TabularInline):
    """Rows in which more texts are chosen."""

    model = ReleaseItem
    classes = ["release-more"]
    form, formset = TextForm, TextsFormSet
    fields = ["document", "language"]
    autocomplete_fields = ["document"]
    extra = 2
    verbose_name = TEXT
    verbose_name_plural = _("add texts")

    def get_queryset(self, request):
        return super().get_queryset(request).none()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        kwargs["queryset"] = Document.objects.in_use().with_working_copies()
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        # A document has no page of its own here, only those of its kind.
        formfield.widget.can_view_related = False
        return formfield


class StateFilter(admin.SimpleListFilter):
    """Releases by where they stand."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return ReleaseState.choices

    def queryset(self, request, queryset):
        return releases.in_state(queryset, self.value()) if self.value() in ReleaseState.values else queryset


@admin.register(Release)
class ReleaseAdmin(LanguageWidgetsMixin, admin.ModelAdmin):
    form = ReleaseForm
    fields = ["name", "note"]
    list_display = ["name_column", "texts_column", "state_column", "by_column", "created_at"]
    list_display_links = ["name_column"]
    list_filter = [StateFilter]
    list_select_related = ["created_by"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name__folded", "note__folded"]
    search_help_text = _("Searches names and notes.")
    change_form_template = "admin/publishing/release_form.html"

    class Media:
        css = {"all": ["css/desk.css", "css/desk/release.css"]}

    # ---- The list

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(text_count=Count("items"))

    @admin.display(description=_("name"), ordering="name")
    def name_column(self, release):
        return format_html("<bdi>{}</bdi>", release.name)

    @admin.display(description=_("texts"), ordering="text_count")
    def texts_column(self, release):
        return release.text_count

    @admin.display(description=_("state"), ordering="live_from")
    def state_column(self, release):
        return state_badge(release)

    @admin.display(description=_("prepared by"), ordering="created_by")
    def by_column(self, release):
        return release.created_by

    # ---- The form

    def get_urls(self):
        check = self.admin_site.admin_view(check_view(self))
        return [path("<int:pk>/check/", check, name="publishing_release_check"), *super().get_urls()]

    def get_object(self, request, object_id, from_field=None):
        return super().get_object(request, object_id, from_field) if is_key(object_id) else None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"refusal": getattr(request, "refusal", None)})

    def get_inlines(self, request, obj):
        more = [MoreTexts] if obj is None or self.has_change_permission(request, obj) else []
        return more if obj is None else [KeptTexts, *more]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """What the acts refuse undoes the whole save: the form again, with what was typed."""
        release = self.get_object(request, object_id) if object_id else None
        if request.method == "POST" and release and release.live_from and releases.may_prepare(request.user):
            messages.error(
                request, gettext("This release is scheduled or out already, so its texts stay as they are.")
            )
            return HttpResponseRedirect(_address(release, "change"))
        context = {"check_address": self._check_address(request, release), **(extra_context or {})}
        if release:
            context["state"] = state_badge(release)
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except WorkflowError as refusal:
            request.refusal = refusal
            return super().changeform_view(request, object_id, form_url, context)

    def _check_address(self, request, release):
        return _address(release, "check") if release and releases.may_prepare(request.user) else ""

    def save_model(self, request, obj, form, change):
        if change:
            releases.lock_prepared(obj)
        else:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        """The rows are the acts': the form only says which."""
        formset.save(commit=False)
        release, by = form.instance, request.user
        for item in formset.deleted_objects:
            releases.remove_text(release, item.document, item.language_code, by)
        kept = set(release.items.values_list("document_id", "language_code"))
        for added in formset.extra_forms:
            for document, language in getattr(added, "texts", ()):
                if (document.pk, language) not in kept and added not in formset.deleted_forms:
                    releases.add_text(release, document, language, by)
                    kept.add((document.pk, language))
        formset.new_objects = formset.changed_objects = []

    def response_add(self, request, obj, post_url_continue=None):
        return self._to_check(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._to_check(request, obj) or super().response_change(request, obj)

    def _to_check(self, request, obj):
        return HttpResponseRedirect(_address(obj, "check")) if "_check" in request.POST else None

    # ---- Who may

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.live_from is None)

    def has_delete_permission(self, request, obj=None):
        """One by one, and only while it is being prepared: what was released is part of the record."""
        return obj is not None and obj.live_from is None and super().has_delete_permission(request, obj)

    def delete_model(self, request, obj):
        """Asked once more under the lock: somebody may have released it since the page was shown."""
        releases.lock_prepared(obj)
        super().delete_model(request, obj)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except WorkflowError as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(reverse("admin:publishing_release_changelist"))


def _address(release, act):
    return reverse(f"admin:publishing_release_{act}", args=[release.pk])
