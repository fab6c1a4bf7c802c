from django.contrib import admin

from publishing.admin import search
from publishing.models import Document


@admin.register(Document)
class AnyDocumentAdmin(search.DocumentSearch, admin.ModelAdmin):
    """Documents of every kind: for the autocomplete of other forms, not for the menu."""

    search_fields = search.TITLES
    ordering = ["-pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).in_use().with_working_copies()

    def has_module_permission(self, request):
        return False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
