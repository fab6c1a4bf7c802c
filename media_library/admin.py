"""The media library in the admin: pictures to choose from by sight, files to offer for download."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from media_library import renditions
from media_library.admin_language import LanguageWidgetsMixin
from media_library.models import Attachment, Image


class UploadAdmin(LanguageWidgetsMixin, TranslationAdmin):
    """What both lists share. Nothing is deleted from the disk with its row: earlier revisions may show it."""

    group_fieldsets = True
    list_per_page = 50
    show_full_result_count = False
    date_hierarchy = "created_at"

    def has_change_permission(self, request, obj=None):
        """Who may not change the facts of every document changes own uploads only: a file may be on any page."""
        allowed = super().has_change_permission(request, obj)
        if not allowed or obj is None or request.user.has_perm("publishing.write_any_words"):
            return allowed
        return obj.uploaded_by_id == request.user.pk

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        super().save_model(request, obj, form, change)


@admin.register(Image)
class ImageAdmin(UploadAdmin):
    fields = ("file", "ppoi", "alt", "caption", "credit", "licence")
    list_display = ("thumbnail", "__str__", "licence", "dimensions", "created_at")
    list_display_links = ("thumbnail", "__str__")
    list_filter = ("licence", "created_at")
    search_fields = ("alt_ar", "alt_en", "caption_ar", "caption_en", "credit_ar", "credit_en", "file")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change or {"file", "ppoi"} & set(form.changed_data):
            renditions.make_renditions(obj)

    @admin.display(description=_("picture"))
    def thumbnail(self, image):
        shown = renditions.picture(image, "card")
        return shown and format_html(
            '<img src="{}" alt="" width="96" height="54" loading="lazy">', shown["url"]
        )

    @admin.display(description=_("size"))
    def dimensions(self, image):
        # Width before height in either direction of the page.
        return format_html('<bdi dir="ltr">{} × {}</bdi>', image.width or "?", image.height or "?")


@admin.register(Attachment)
class AttachmentAdmin(UploadAdmin):
    fields = ("file", "title", "language")
    list_display = ("__str__", "kind", "language", "created_at")
    list_filter = ("language", "created_at")
    search_fields = ("title_ar", "title_en", "file")

    @admin.display(description=_("kind of file"))
    def kind(self, attachment):
        return attachment.kind
