from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Page
from events.event_filter import EventFilter
from publishing.admin.base import DocumentAdmin
from publishing.admin.forms import DocumentForm
from publishing.languages import LANGUAGES
from publishing.models import Kind
from publishing.working_copy import latest_revision


class ArticleForm(DocumentForm):
    """Nobody gets round the second pair of eyes by calling their statement something else."""

    def clean_article_kind(self):
        kind, before = self.cleaned_data["article_kind"], self.instance.article_kind
        if self.instance.pk and before in settings.FOUR_EYES and kind not in settings.FOUR_EYES:
            latest = [latest_revision(self.instance, language) for language in LANGUAGES]
            if any(text and text.live_from is None and text.created_by == self.user for text in latest):
                raise ValidationError(
                    _(
                        "You wrote this text last, and texts of this kind are published by somebody else: "
                        "let somebody else change the kind of article."
                    )
                )
        return kind


@admin.register(Article)
class ArticleAdmin(DocumentAdmin):
    kind = Kind.ARTICLE
    form = ArticleForm
    list_display = ["title_column", "article_kind", "arabic_state", "english_state", "changed_column"]
    list_filter = ["article_kind", EventFilter, *DocumentAdmin.list_filter]
    autocomplete_fields = [*DocumentAdmin.autocomplete_fields, "event", "sessions", "people", "resolutions"]
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
            {
                "fields": (
                    "article_kind",
                    "picture",
                    "topics",
                    "event",
                    "sessions",
                    "people",
                    "resolutions",
                    "source_language",
                )
            },
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
