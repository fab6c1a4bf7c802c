from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Page
from events.event_filter import EventFilter
from publishing.admin.base import DocumentAdmin
from publishing.models import Kind


@admin.register(Article)
class ArticleAdmin(DocumentAdmin):
    kind = Kind.ARTICLE
    list_display = ["title_column", "article_kind", "arabic_state", "english_state", "changed_column"]
    list_filter = ["article_kind", EventFilter, *DocumentAdmin.list_filter]
    autocomplete_fields = [*DocumentAdmin.autocomplete_fields, "event", "resolutions"]
    words_fieldset = (
        _("Words"),
        {
            "fields": ("kicker", "title", "slug", "summary", "body", "byline", "dateline"),
            "classes": ("words",),
        },
    )
    facts_fieldsets = (
        (
            _("Facts, the same in both languages"),
            {"fields": ("article_kind", "picture", "topics", "event", "resolutions", "source_language")},
        ),
    )


@admin.register(Page)
class PageAdmin(DocumentAdmin):
    kind = Kind.PAGE
    list_display = ["title_column", "order", "is_in_menu", "arabic_state", "english_state", "changed_column"]
    facts_fieldsets = (
        (
            _("Facts, the same in both languages"),
            {"fields": ("order", "is_in_menu", "picture", "topics", "source_language")},
        ),
    )
