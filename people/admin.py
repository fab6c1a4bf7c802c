from django.contrib import admin

from people.models import Organisation, Person
from publishing.admin.labels import LabelAdmin


@admin.register(Person)
class PersonAdmin(LabelAdmin):
    list_display = ["name_ar", "name_en", "role_line_ar", "is_sample"]
    list_filter = ["is_sample"]
    search_fields = ["name_ar__folded", "name_en__folded", "role_line_ar__folded", "role_line_en__folded"]
    fields = ["name", "slug", "role_line", "biography", "portrait", "is_sample"]
    autocomplete_fields = ["portrait"]


@admin.register(Organisation)
class OrganisationAdmin(LabelAdmin):
    list_display = ["name_ar", "name_en", "kind", "is_sample"]
    list_filter = ["kind", "is_sample"]
    search_fields = ["name_ar__folded", "name_en__folded"]
    fields = ["name", "kind", "site", "is_sample"]
