"""What the admin of every kind of document builds on."""

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets, quote
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from js_asset import Media

from media_library.admin_choices import is_key
from media_library.admin_language import LanguageWidgetsMixin
from publishing import workflow
from publishing.admin import search
from publishing.admin.acts import buttons, perform_pressed, tabs
from publishing.admin.bin import BinInsteadOfDeletion
from publishing.admin.careful import CarefulSaving
from publishing.admin.forms import DocumentForm
from publishing.admin.history import HistoryPages
from publishing.admin.lists import (
    ArabicFreshnessFilter,
    ArabicStateFilter,
    EnglishFreshnessFilter,
    EnglishStateFilter,
    is_whole_list,
    number_in_use,
    state_cell,
    title_cell,
)
from publishing.admin.notes import NotesAndAssignment
from publishing.admin.reading import reading_fieldset
from publishing.admin.sharing import Sharing
from publishing.admin.translation import TranslationWork
from publishing.languages import direction
from publishing.permissions import Task, may, may_change_facts
from publishing.refusals import WorkflowError, database_refusals
from publishing.states import LIGHT_REVISIONS, state_of

WORDS_FIELDSET = (_("Words"), {"fields": ("title", "slug", "summary", "body"), "classes": ("words",)})


def publishing_fieldset(asks_for_minor=False):
    """The note and the period, and whether the change is a minor one; it says which clocks the times are read from."""
    zone = _("Times on this form are those of %(zone)s.") % {"zone": timezone.get_current_timezone_name()}
    minor = ("is_minor",) if asks_for_minor else ()
    fields = ("note", *minor, ("live_from", "live_until"))
    return _("Publishing"), {"fields": fields, "classes": ("publishing",), "description": zone}


class FormParts:
    """The end of the line of what a part of the form may add; each part calls super()."""

    def form_context(self, request, obj, language):
        """What the template of the form knows, for ``obj`` (None while it is being added) in ``language``."""
        return {}


class DocumentAdmin(
    TranslationWork, CarefulSaving, NotesAndAssignment, Sharing, HistoryPages, BinInsteadOfDeletion, FormParts,
    search.DocumentSearch, LanguageWidgetsMixin, admin.ModelAdmin,
):  # fmt: skip
    """Language tabs, the working copy, the publishing buttons, the states in the list.

    A subclass names its ``kind`` (a Kind) and its ``facts_fieldsets``.
    """

    kind = None
    form = DocumentForm
    words_fieldset = WORDS_FIELDSET
    facts_fieldsets = ()
    change_form_template = "admin/publishing/document_form.html"
    list_display = ["title_column", "arabic_state", "english_state", "changed_column"]
    list_display_links = ["title_column"]
    list_filter = [
        ArabicStateFilter,
        EnglishStateFilter,
        ArabicFreshnessFilter,
        EnglishFreshnessFilter,
        "source_language",
        "topics",
    ]
    list_per_page = 50
    list_select_related = True
    show_full_result_count = False
    search_fields = search.WORDS
    search_help_text = _("Searches titles, summaries and addresses in both languages.")
    # The key of the document's own table, so that one index gives the order of both.
    ordering = ["-created_at", "-id"]
    autocomplete_fields = ["picture", "topics"]

    class Media:
        css = {"all": ["css/desk.css"]}
        js = ["js/desk.js"]

    # ---- The list

    def get_queryset(self, request):
        documents = super().get_queryset(request).in_use()
        if self.kind:
            # Its own table tells the kind as well; this is what the index of the list begins with.
            documents = documents.filter(kind=self.kind)
        if self.list_select_related is True:
            # The form shows them, too: the event of a decision.
            documents = documents.select_related()
        # The revisions first: words that are newer than the revision a form names are refused, older ones would be saved.
        return documents.prefetch_related(LIGHT_REVISIONS).with_working_copies()

    def get_paginator(self, request, queryset, per_page, *args, **kwargs):
        paginator = super().get_paginator(request, queryset, per_page, *args, **kwargs)
        if self.kind and is_whole_list(request):
            paginator.count = number_in_use(self.kind)
        return paginator

    @admin.display(description=_("title"), ordering="pk")
    def title_column(self, document):
        return title_cell(document)

    @admin.display(description=_("Arabic"))
    def arabic_state(self, document):
        return state_cell(document, "ar")

    @admin.display(description=_("English"))
    def english_state(self, document):
        return state_cell(document, "en")

    @admin.display(description=_("last saved"))
    def changed_column(self, document):
        return max((copy.updated_at for copy in document.translations.all()), default=None)

    # ---- The form

    def get_object(self, request, object_id, from_field=None):
        return super().get_object(request, object_id, from_field) if is_key(object_id) else None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(
            form.__name__,
            (form,),
            {
                "language": self.language_of(request),
                "shown_words": flatten_fieldsets([self.words_fieldset]),
                "user": request.user,
                "kind": self.kind,
                "refusal": getattr(request, "refusal", None),
            },
        )

    def get_fieldsets(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            language, fields = self.language_of(request), self.form.base_fields
            return [reading_fieldset(self.words_fieldset, language, fields), *self.facts_fieldsets]
        asks_for_minor = self.asks_for_minor(request, obj)
        return [self.words_fieldset, publishing_fieldset(asks_for_minor), *self.facts_fieldsets]

    def get_changeform_initial_data(self, request):
        """A document that is begun in the English tab is an English one, unless the person says otherwise."""
        return {"source_language": self.language_of(request), **super().get_changeform_initial_data(request)}

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """What the workflow refuses while it saves undoes the whole save: the form again, with what was typed."""
        try:
            with database_refusals():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except WorkflowError as refusal:
            request.refusal = refusal
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_prepopulated_fields(self, request, obj=None):
        return {}

    def save_form(self, request, form, change):
        document = super().save_form(request, form, change)
        document.kind = self.kind
        if not change:
            document.created_by = request.user
            document.source_language = form.cleaned_data.get("source_language") or self.language_of(request)
        return document

    def save_model(self, request, obj, form, change):
        """The facts are the model's; the words go through the workflow."""
        super().save_model(request, obj, form, change)
        if form.words is not None:
            note = form.cleaned_data.get("note") or ""
            language, began = self.language_of(request), form.began_from
            saved = workflow.save_working_copy(obj, language, form.words, request.user, note, base=began)
            self.tell_of_newer_text(request, form, saved)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.act_was_done = perform_pressed(
            request, form.instance, self.language_of(request), form.cleaned_data
        )

    def response_add(self, request, obj, post_url_continue=None):
        return self._back_to_form(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._back_to_form(request, obj) or super().response_change(request, obj)

    def _back_to_form(self, request, obj):
        """After an act or "save and continue": the same tab of the form."""
        if "_popup" in request.POST or not (
            getattr(request, "act_was_done", False) or "_continue" in request.POST
        ):
            return None
        if "_continue" in request.POST:
            self.message_user(
                request, _("Saved. Readers see changed facts at once, changed words once they are published.")
            )
        return HttpResponseRedirect(f"{self._form_address(obj)}?language={self.language_of(request)}")

    def _form_address(self, obj):
        return reverse(
            f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_change",
            args=[quote(obj.pk)],
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        language = self.language_of(request)
        if obj:
            self.forget_refused_original(context["adminform"].form, obj)
        living = state_of(obj, language).living if obj else None
        context |= {
            "language": language,
            "language_direction": direction(language),
            "tabs": tabs(obj, language),
            "buttons": buttons(request, obj, language, self.kind),
            "live_address": living.address_in(language) if living else "",
            "media": Media.from_media(context["media"], nonce=str(request.csp_nonce)),
            **self.form_context(request, obj, language),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # ---- Who may

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        if not allowed or obj is None:
            return allowed
        if may_change_facts(request.user, obj):
            return True
        return may(request.user, Task.WRITE, obj, self.language_of(request)) or may(
            request.user, Task.PUBLISH, obj, self.language_of(request)
        )


class OwnFacts(LanguageWidgetsMixin):
    """For inlines: rows that belong to a document, open to those who may change its facts."""

    extra = 0

    def has_add_permission(self, request, obj=None):
        return may_change_facts(request.user, obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return may_change_facts(request.user, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return may_change_facts(request.user, obj) and super().has_delete_permission(request, obj)


class FactsInline(OwnFacts, admin.TabularInline):
    """Such rows without labels of their own."""
