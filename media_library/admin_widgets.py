"""The file input of a picture in the admin."""

from django.contrib.admin.widgets import AdminFileWidget
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html

from media_library.renditions import picture


class PictureInput(AdminFileWidget):
    """Shows the picture above, for django-imagefield's script to set the focal point on.

    Its own widget would make a preview within the request; this one shows a copy that is there.
    """

    focal_point = "ppoi"

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        image = None if isinstance(value, UploadedFile) else getattr(value, "instance", None)
        shown = picture(image, "small")
        if not shown:
            return field
        return format_html(
            '<div class="imagefield" data-ppoi-id="{}">'
            '<div class="imagefield-preview"><img class="imagefield-preview-image" src="{}" width="{}" height="{}" alt=""></div>'
            '<div class="imagefield-widget">{}</div></div>',
            (attrs or {}).get("id", "").removesuffix(name) + self.focal_point,
            shown["url"],
            shown["width"],
            shown["height"],
            field,
        )
