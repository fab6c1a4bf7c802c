from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events.event_filter import EventFilter
from events.models import Event, Participation, Room, Session, Venue
from media_library.admin_choices import is_key
from publishing.admin.base import DocumentAdmin, FactsInline
from publishing.admin.labels import LabelAdmin, LabelTabularInline
from publishing.dates import shown
from publishing.models import Kind


class RoomInline(LabelTabularInline):
    model = Room
    fields = ["name", "order"]
    extra = 0


@admin.register(Venue)
class VenueAdmin(LabelAdmin):
    list_display = ["name_ar", "name_en", "city_ar", "country"]
    search_fields = ["name_ar__folded", "name_en__folded", "city_ar__folded", "city_en__folded"]
    ordering = ["pk"]
    fields = ["name", "city", "country", "address"]
    inlines = [RoomInline]


@admin.register(Room)
class RoomAdmin(LabelAdmin):
    list_display = ["name_ar", "name_en", "venue"]
    list_select_related = ["venue"]
    list_filter = ["venue"]
    search_fields = ["name_ar__folded", "name_en__folded", "venue__name_ar__folded", "venue__name_en__folded"]
    fields = ["venue", "name", "order"]
    autocomplete_fields = ["venue"]


@admin.register(Event)
class EventAdmin(DocumentAdmin):
    kind = Kind.EVENT
    list_display = ["title_column", "code", "starts_on", "is_current", "arabic_state", "english_state"]
    list_filter = ["is_current", *DocumentAdmin.list_filter]
    search_fields = [*DocumentAdmin.search_fields, "code__folded"]
    autocomplete_fields = [*DocumentAdmin.autocomplete_fields, "venue", "hosts", "closing_statement"]
    facts_fieldsets = (
        (
            _("Facts, the same in both languages"),
            {
                "fields": (
                    "code", "is_current", ("starts_on", "ends_on"), "time_zone", "venue", "hosts", "languages",
                    "closing_statement", "picture", "topics", "source_language",
                )
            },
        ),
    )  # fmt: skip


class ParticipationInline(FactsInline):
    model = Participation
    fields = ["person", "role", "order"]
    autocomplete_fields = ["person"]


@admin.register(Session)
class SessionAdmin(DocumentAdmin):
    kind = Kind.SESSION
    list_display = ["title_column", "session_kind", "starts_column", "room", "arabic_state", "english_state"]
    list_filter = ["session_kind", EventFilter, *DocumentAdmin.list_filter]
    list_select_related = ["event", "room"]
    ordering = ["event", "starts_at", "pk"]
    autocomplete_fields = [*DocumentAdmin.autocomplete_fields, "event", "room", "materials"]
    inlines = [ParticipationInline]
    facts_fieldsets = (
        (
            _("Facts, the same in both languages"),
            {
                "fields": (
                    "event", "session_kind", "starts_at", "ends_at", "room", "countries", "languages", "recording_url",
                    "materials", "picture", "topics", "source_language",
                )
            },
        ),
    )  # fmt: skip

    @admin.display(description=_("starts at"), ordering="starts_at")
    def starts_column(self, session):
        """In the zone of the event, as in the programme."""
        if session.starts_at is None:
            return None
        local = timezone.localtime(session.starts_at, session.event.zone)
        # With the month in words, which tell a right-to-left reader where the date begins.
        return format_html("<bdi>{}</bdi>", shown(local, "DATETIME_FORMAT"))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Times are typed and shown in the zone of the session's event."""
        with timezone.override(_zone(request, object_id)):
            response = super().changeform_view(request, object_id, form_url, extra_context)
            # Here and not later, when the zone would be the site's again.
            return response.render() if hasattr(response, "render") else response


def _zone(request, session_id):
    """The zone of the event that was chosen in the form, else of the session's event, else the site's."""
    chosen = request.POST.get("event") or request.GET.get("event") or ""
    event = Event.objects.filter(pk=chosen).first() if is_key(chosen) else None
    if event is None and session_id and is_key(session_id):
        event = Event.objects.filter(sessions=session_id).first()
    return event.zone if event else timezone.get_default_timezone()
