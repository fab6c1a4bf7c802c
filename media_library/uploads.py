"""What may come in as a picture or a file, and what is taken out of it first.

Nothing here decodes a picture before its header said that it is of an allowed kind and size. Every picture is decoded to
its end and written anew, so that what rode along (the place in its EXIF data, a comment, an archive behind the last
byte) stays behind; of a PNG, which would take seconds, only the chunks around the pixels are (media_library.png).
Each refusal is a ValidationError whose message says what to do.
"""

import io
import re
import unicodedata
import warnings
from contextlib import contextmanager
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.text import slugify
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms, ImageOps, JpegImagePlugin

from media_library import png
from media_library.file_kinds import ALLOWED_SUFFIXES, is_what_it_says

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 50_000_000
MAX_NAME = 60

# What Pillow may open. Its other decoders (TIFF, PSD, EPS …) are not for files from outside.
DECODERS = ("JPEG", "PNG", "WEBP", "AVIF")
# How each is kept, so that ten megapixels take well under a second (bench/uploads.py): a progressive JPEG takes five times
# as long, a WebP by method 2 half as long again. AVIF becomes WebP: writing a large AVIF takes many seconds.
_KEPT_AS = {
    "JPEG": ("JPEG", "jpg", {"quality": 92}),
    "PNG": ("PNG", "png", {"compress_level": 1}),
    "WEBP": ("WEBP", "webp", {"quality": 90, "method": 0}),
}
_KEPT_AS["MPO"] = _KEPT_AS["JPEG"]  # the JPEG of many telephones, with a second picture inside
_KEPT_AS["AVIF"] = _KEPT_AS["WEBP"]
# Modes of a PNG that browsers show as they are; a palette has room for more than colours.
_PLAIN_PNG = ("L", "LA", "RGB", "RGBA")

#: The width of the copy that an upload brings with it, for pages to show until the others are made.
SMALL_WIDTH = 640


class CleanPicture(SimpleUploadedFile):
    """A picture that clean_picture looked at, and ``small``, its pixels at most SMALL_WIDTH wide."""

    def __init__(self, name, content, content_type, small):
        super().__init__(name, content, content_type)
        self.small = small


def clean_picture(upload):
    """An uploaded file in; the picture in it out, as a CleanPicture with a safe name and the right suffix.

    Upright, in colours that browsers show, without EXIF, comments or anything but the pixels and their colour profile.
    """
    _refuse_size(upload)
    with _any_failure_as(
        _("This picture is damaged: it cannot be read to its end. Please save it again and retry.")
    ):
        opened = _open(upload)
        form, suffix, options = _KEPT_AS[opened.format]
        picture, profile = _plain_pixels(opened)
        content = _without_extras(opened, upload, profile)
        if content is None:
            content = _written(picture, form, icc_profile=profile, **(options | _as_it_came(opened, picture)))
        small = _small(picture, profile)
    return CleanPicture(f"{safe_name(upload.name)}.{suffix}", content, Image.MIME[form], small)


def clean_attachment(upload):
    """An uploaded file in; the same out, under a safe name, if its suffix is an allowed one and tells the truth."""
    _refuse_size(upload)
    suffix = PurePath(upload.name or "").suffix.lower().lstrip(".")
    if suffix not in ALLOWED_SUFFIXES:
        raise ValidationError(
            _("Files of this kind are not accepted. Accepted are: %(kinds)s.")
            % {"kinds": _isolated(ALLOWED_SUFFIXES)},
            code="kind",
        )
    if not is_what_it_says(upload, suffix):
        raise ValidationError(
            _("The file is damaged, or it is no %(kind)s file although its name says so.")
            % {"kind": _isolated([suffix])},
            code="mismatch",
        )
    upload.seek(0)
    upload.name = f"{safe_name(upload.name)}.{suffix}"
    return upload


def safe_name(name):
    """A file name from anywhere in; the same without suffix, in letters, digits and hyphens, out; never empty.

    Arabic letters stay, as a reader sees the name on downloading; tashkeel, tatweel and paths go.
    """
    stem = PurePath(str(name or "").replace("\\", "/").replace("\0", "")).stem
    # Whole, so that the hamza of أ is not taken for a mark; slugify() would take it apart.
    stem = re.sub("[\u0640\u064b-\u0652\u0670]", "", unicodedata.normalize("NFC", stem))
    return slugify(stem, allow_unicode=True)[:MAX_NAME].strip("-_") or "file"


def _refuse_size(upload):
    if upload.size == 0:
        raise ValidationError(_("The file is empty."), code="empty")
    if upload.size > MAX_BYTES:
        raise ValidationError(
            _("The file is %(size)s; at most %(limit)s are accepted.")
            % {
                "size": _isolated([filesizeformat(upload.size)]),
                "limit": _isolated([filesizeformat(MAX_BYTES)]),
            },
            code="too_large",
        )


def _open(upload):
    """An uploaded file in; the picture out, its header read and not a pixel more."""
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            # Pillow only warns up to twice its limit; the size is looked at here.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=DECODERS)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except Image.UnidentifiedImageError:
        raise ValidationError(
            _(
                "This is no picture that the site can show. Please upload a file of one of these kinds: %(kinds)s."
            )
            % {"kinds": _isolated(["JPEG", "PNG", "WebP", "AVIF"])},
            code="kind",
        ) from None
    if picture.width * picture.height > MAX_PIXELS:
        raise _too_many_pixels()
    return picture


def _plain_pixels(opened):
    """An opened picture in; its upright pixels in a mode that every browser shows, and their colour profile, out."""
    profile = opened.info.get("icc_profile")
    opened.seek(0)
    picture = ImageOps.exif_transpose(opened)
    if picture.mode == "CMYK":
        picture, profile = _rgb_of_print(picture, profile), None
    elif picture.mode not in ("L", "RGB", "RGBA", "LA"):
        transparent = picture.mode in ("PA", "RGBa", "La") or "transparency" in picture.info
        picture = picture.convert("RGBA" if transparent else "RGB")
    if opened.format in ("JPEG", "MPO") and picture.mode not in ("L", "RGB"):
        picture = picture.convert("RGB")
    if picture is opened:
        picture = opened.copy()
    picture.info = {}
    return picture, profile


def _without_extras(opened, upload, profile):
    """The bytes of a PNG that needs nothing but to lose its extras; None for every other picture."""
    is_upright = opened.getexif().get(ExifTags.Base.Orientation, 1) == 1
    if opened.format != "PNG" or opened.mode not in _PLAIN_PNG or not is_upright:
        return None
    upload.seek(0)
    return png.only_pixels(upload.read(), profile)


def _as_it_came(opened, picture):
    """The options that write a JPEG as finely as it came: by its own tables it loses next to nothing more."""
    is_same = opened.format in ("JPEG", "MPO") and opened.mode in ("L", "RGB") and opened.mode == picture.mode
    if not is_same or not opened.quantization:
        return {}
    tables = [opened.quantization[number] for number in sorted(opened.quantization)]
    # A quality would be taken as a measure by which the tables are to be changed.
    return {"quality": -1, "qtables": tables, "subsampling": JpegImagePlugin.get_sampling(opened)}


def _written(picture, form, **options):
    kept = io.BytesIO()
    picture.save(kept, form, **options)
    return kept.getvalue()


def _small(picture, profile):
    width = min(SMALL_WIDTH, picture.width)
    height = max(1, round(picture.height * width / picture.width))
    small = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    small.info["icc_profile"] = profile
    return small


def _rgb_of_print(picture, profile):
    """A CMYK picture and its profile in, the RGB picture out; by Pillow's plain rule where the profile is of no use."""
    if profile:
        try:
            return ImageCms.profileToProfile(
                picture, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            pass
    return picture.convert("RGB")


def _too_many_pixels():
    return ValidationError(
        _("The picture has too many pixels; at most %(limit)s million are accepted. Please save it smaller.")
        % {"limit": MAX_PIXELS // 1_000_000},
        code="too_many_pixels",
    )


@contextmanager
def _any_failure_as(message):
    """Let no error of a decoder through: a broken file can raise nearly anything in Pillow."""
    try:
        yield
    except ValidationError:
        raise
    except Exception as error:
        raise ValidationError(message, code="damaged") from error


def _isolated(words):
    """Latin words in a sentence of either direction, each isolated (Arabic checklist, line 2)."""
    return ", ".join(f"\u2068{word}\u2069" for word in words)
