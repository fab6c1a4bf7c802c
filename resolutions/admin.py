from django.contrib import admin
from django.db.models import Model
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from events.event_filter import EventFilter
from publishing.admin.base import DocumentAdmin, OwnFacts
from publishing.admin.labels import LabelStackedInline, LabelTabularInline
from publishing.models import Kind
from resolutions.admin_filter import OverdueFilter
from resolutions.admin_import import Importing
from resolutions.admin_status import add_note_view, links_of_entry, record_status_view
from resolutions.models import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    Decision,
    Milestone,
    ProjectFigure,
    ProjectPartner,
    ProjectQuestion,
    Recommendation,
    Relation,
    Resolution,
    SponsorshipProject,
    StatusUpdate,
)
from resolutions.numbering import assign_reference


class MilestoneInline(OwnFacts, LabelStackedInline):
    model = Milestone
    fk_name = "resolution"
    fields = ["title", ("milestone_kind", "due_on", "done_on"), ("source_document", "source_url")]
    autocomplete_fields = ["source_document"]


class RelationInline(OwnFacts, admin.TabularInline):
    model = Relation
    fk_name = "resolution"
    fields = ["nature", "other"]
    autocomplete_fields = ["other"]

    def get_queryset(self, request):
        # A row is called by the title of the other one, which is a working copy.
        return super().get_queryset(request).select_related("other").prefetch_related("other__translations")


class StatusUpdateInline(OwnFacts, LabelTabularInline):
    """What was recorded, to read; a new update has its own form, which is the only one that changes the status."""

    model = StatusUpdate
    fk_name = "resolution"
    fields = readonly_fields = [
        "noted_on", "from_status", "to_status", "note_ar", "note_en", "evidence_url", "what_to_do",
    ]  # fmt: skip
    ordering = ["-noted_on", "-pk"]
    can_delete = False
    max_num = 0

    def has_add_permission(self, request, obj=None):
        return False

    def get_formset(self, request, obj=None, **kwargs):
        # What may be done with an entry is another matter for each person.
        self.user = request.user
        return super().get_formset(request, obj, **kwargs)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("correction", "resolution")

    @admin.display(description=_("to do"))
    def what_to_do(self, update):
        return links_of_entry(update, self.user)


class OneOfInline(OwnFacts, LabelStackedInline):
    """What a decision sets up once."""

    max_num = 1


class CommitteeInline(OneOfInline):
    model = Committee
    fields = ["name", "mandate", "prepares"]
    autocomplete_fields = ["prepares"]


class MemberInline(OwnFacts, LabelStackedInline):
    model = CommitteeMember
    fields = [("person", "order"), "role", ("starts_on", "ends_on")]
    autocomplete_fields = ["person"]
    classes = ["collapse"]


class ProjectInline(OneOfInline):
    model = SponsorshipProject
    fields = ["name", "how_it_works"]


class PartnerInline(OwnFacts, LabelTabularInline):
    model = ProjectPartner
    fields = ["organisation", "role", "order"]
    autocomplete_fields = ["organisation"]


class QuestionInline(OwnFacts, LabelStackedInline):
    model = ProjectQuestion
    fields = ["question", "answer", "order"]
    classes = ["collapse"]


class FigureInline(OwnFacts, LabelStackedInline):
    """What others reported, with its day and its source."""

    model = ProjectFigure
    fields = ["name", ("value", "reported_on"), ("source", "order"), "source_url"]
    autocomplete_fields = ["source"]
    classes = ["collapse"]


class AcademyInline(OneOfInline):
    model = Academy
    fields = ["name", "site"]


class CourseInline(OwnFacts, LabelStackedInline):
    model = Course
    fields = ["title", "subject", ("lecturer", "level"), ("language", "order"), "address"]
    autocomplete_fields = ["lecturer"]
    classes = ["collapse"]


class ResolutionAdmin(DocumentAdmin):
    """What decisions and recommendations have in common."""

    list_display = ["reference_column", "title_column", "status", "due_on", "arabic_state", "english_state"]
    list_filter = ["status", OverdueFilter, EventFilter, *DocumentAdmin.list_filter]
    search_fields = [*DocumentAdmin.search_fields, "reference__folded"]
    ordering = ["-event", "order", "pk"]
    autocomplete_fields = [*DocumentAdmin.autocomplete_fields, "event", "session", "responsible"]
    readonly_fields = ["reference", "status", "adopted_on"]
    inlines = [RelationInline, MilestoneInline, StatusUpdateInline]
    facts_fieldsets = (
        (
            _("Facts, the same in both languages"),
            {
                "fields": (
                    "reference", "status", "event", "session", "adopted_on", "due_on", "responsible", "order",
                    "picture", "topics", "source_language",
                )
            },
        ),
    )  # fmt: skip

    @admin.display(description=_("reference"), ordering="reference")
    def reference_column(self, resolution):
        return resolution.reference

    def get_readonly_fields(self, request, obj=None):
        """The event begins the reference, so it is chosen once."""
        return [*self.readonly_fields, "event"] if obj else self.readonly_fields

    def save_model(self, request, obj: Model, form, change):
        if change:
            # Read under the lock that followup.py takes: a status recorded meanwhile is not written back.
            locked = Resolution.objects.select_for_update(of=("self",)).get(pk=obj.pk)
            obj.status, obj.reference, obj.adopted_on = locked.status, locked.reference, locked.adopted_on
        super().save_model(request, obj, form, change)
        assign_reference(obj)

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        record = self.admin_site.admin_view(record_status_view(self))
        add_note = self.admin_site.admin_view(add_note_view(self))
        return [
            path("<int:pk>/status/", record, name=f"{name}_status"),
            path("<int:pk>/status/<int:update_pk>/correct/", record, name=f"{name}_correct_status"),
            path("<int:pk>/status/<int:update_pk>/note/", add_note, name=f"{name}_status_note"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and request.user.has_perm("resolutions.record_status_update"):
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_status"
            context["status_address"] = reverse(name, args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)


@admin.register(Decision)
class DecisionAdmin(Importing, ResolutionAdmin):
    kind = Kind.DECISION
    inlines = [
        RelationInline, MilestoneInline, StatusUpdateInline, CommitteeInline, MemberInline, ProjectInline, PartnerInline,
        QuestionInline, FigureInline, AcademyInline, CourseInline,
    ]  # fmt: skip


@admin.register(Recommendation)
class RecommendationAdmin(Importing, ResolutionAdmin):
    kind = Kind.RECOMMENDATION


@admin.register(Resolution)
class AnyResolutionAdmin(ResolutionAdmin):
    """Decisions and recommendations together: for the autocomplete of other forms, not for the menu."""

    def has_module_permission(self, request):
        return False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
