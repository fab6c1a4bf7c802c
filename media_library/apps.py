from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from PIL import Image

from media_library.uploads import MAX_PIXELS


class MediaLibraryConfig(AppConfig):
    name = "media_library"
    verbose_name = _("Media library")

    def ready(self):
        # Pillow's own guard, for whatever opens a picture without asking media_library.uploads.
        Image.MAX_IMAGE_PIXELS = MAX_PIXELS
