"""The media library in the admin: pictures to choose from by sight, files to offer for download."""

from django.contrib import admin
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django_tasks import TaskResultStatus
from modeltranslation.admin import TranslationAdmin

from media_library import renditions, tasks
from media_library.admin_language import LanguageWidgetsMixin
from media_library.admin_widgets import PictureInput
from media_library.fields import PictureField
from media_library.models import Attachment, Image
from media_library.uploads import CleanPicture


class UploadAdmin(LanguageWidgetsMixin, TranslationAdmin):
    """What both lists share. Nothing is deleted from the disk with its row: earlier revisions may show it."""

    group_fieldsets = True
    list_per_page = 50
    show_full_result_count = False
    date_hierarchy = "created_at"

    class Media:
        css = {"all": ["css/uploads.css"]}
        js = ["js/upload_progress.js"]

    def changeform_view(self, request, *args, **kwargs):
        """To a form that the script sends, where to go on is only said: going there would use up what the desk has to tell."""
        answer = super().changeform_view(request, *args, **kwargs)
        if "X-Upload" in request.headers and answer.status_code == 302:
            return HttpResponse(status=204, headers={"X-Go-On": answer.url})
        return answer

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
    search_fields = [
        "alt_ar__folded", "alt_en__folded", "caption_ar__folded", "caption_en__folded", "credit_ar__folded",
        "credit_en__folded", "file__folded",
    ]  # fmt: skip

    formfield_overrides = {PictureField: {"widget": PictureInput}}
    readonly_fields = ("copies",)

    def get_fieldsets(self, request, obj=None):
        # Below the file and the focal point; modeltranslation keeps no line that is not a column.
        (name, options), *labels = super().get_fieldsets(request, obj)
        more = ["copies"] if obj else []
        return [(name, {**options, "fields": [*options["fields"], *more]}), *labels]

    def save_model(self, request, obj, form, change):
        if change:
            # The worker may have written about the renditions since this row was read.
            about = {"id", "renditions", "renditions_asked"}
            obj.save(update_fields=[one.name for one in obj._meta.concrete_fields if one.name not in about])
        else:
            super().save_model(request, obj, form, change)
        upload = form.cleaned_data.get("file")
        if isinstance(upload, CleanPicture):
            renditions.make_small(obj, upload.small)
        if not change or {"file", "ppoi"} & set(form.changed_data):
            tasks.ask_for_renditions(obj)

    @admin.display(description=_("smaller copies"))
    def copies(self, image):
        state = tasks.ask_for_what_is_missing(image)
        if state is None:
            return _("The smaller copies that pages show are made.")
        if renditions.is_damaged(image):
            return _(
                "The smaller copies could not be made, because the file cannot be read. Please upload the picture again."
            )
        if state == TaskResultStatus.FAILED:
            return _("The smaller copies could not be made just now. Open this page again in five minutes.")
        return _("The smaller copies are being made. Until then pages show another copy.")

    @admin.display(description=_("picture"))
    def thumbnail(self, image):
        shown = renditions.picture(image, "card")
        return shown and format_html(
            '<img class="thumbnail" src="{}" alt="" width="96" height="54" loading="lazy">', shown["url"]
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
    search_fields = ["title_ar__folded", "title_en__folded", "file__folded"]

    @admin.display(description=_("kind of file"))
    def kind(self, attachment):
        return attachment.kind
