from django.contrib import admin

from publishing.admin.labels import LabelAdmin
from publishing.models import Topic


@admin.register(Topic)
class TopicAdmin(LabelAdmin):
    list_display = ["name_ar", "name_en", "order"]
    search_fields = ["name_ar__folded", "name_en__folded"]
    fields = ["name", "slug", "description", "order"]
