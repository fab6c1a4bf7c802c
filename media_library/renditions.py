"""The smaller copies of a picture that pages show. `make_renditions` is the one place that makes them.

A rendition's name depends on the focal point, so that a moved focal point makes a new file and no cache shows the old
one. Which exist is asked of the storage when they are made, never when a page is rendered: `Image.renditions` knows.
"""

import hashlib
import io
import logging
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.utils.translation import get_language
from PIL import Image as Picture

from media_library.models import Image

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Size:
    """A width in pixels; with a height, the picture is cut to that shape around its focal point."""

    width: int
    height: int | None = None


SIZES = {
    "card": Size(640, 360),
    "card_small": Size(320, 180),
    "portrait": Size(320, 320),
    "small": Size(640),
    "wide": Size(1280),
}
# The sizes of one shape, the smaller first: a browser may choose.
_CHOICES = {"card": ("card_small", "card"), "wide": ("small", "wide")}
# No side of what is cut and reduced may be shorter than this, or a panorama's card would be blown up.
_SHORTEST_SIDE = 720


def make_renditions(image):
    """An Image in; its renditions made where missing, and remembered in its row. A damaged original has none."""
    storage, made = image.file.storage, {}
    try:
        with storage.open(image.file.name) as original:
            base = _reduced(Picture.open(original))
            for name, size in SIZES.items():
                rendition = _rendition(base, size, _focal_point(image))
                path = _path(image, name)
                if not storage.exists(path):
                    path = storage.save(path, ContentFile(_written(rendition)))
                made[name] = {"file": path, "width": rendition.width, "height": rendition.height}
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError):
        logger.exception("No renditions of picture %s: its file cannot be read.", image.pk)
    image.renditions = {"source": image.file.name, "made": made}
    Image.objects.filter(pk=image.pk).update(renditions=image.renditions)


def picture(image, size):
    """An Image (or None) and a name of SIZES in; what an <img> and its caption need out (None without a picture).

    Where the rendition is missing, the original stands in for it. The words are those of the active language alone.
    """
    if image is None or not image.file:
        return None
    remembered = image.renditions or {}
    made = remembered.get("made", {}) if remembered.get("source") == image.file.name else {}
    shown = made.get(size) or {"file": image.file.name, "width": image.width, "height": image.height}
    choices = [made[name] for name in _CHOICES.get(size, ()) if name in made]
    url = image.file.storage.url
    return {
        "url": url(shown["file"]),
        "srcset": ", ".join(f"{url(one['file'])} {one['width']}w" for one in choices)
        if len(choices) > 1
        else "",
        "width": shown["width"],
        "height": shown["height"],
        **{
            words: getattr(image, f"{words}_{get_language()}", None) or ""
            for words in ("alt", "caption", "credit")
        },
        "licence": image.get_licence_display(),
        "licence_address": image.licence_address,
    }


def _focal_point(image):
    """The focal point as two fractions, (0.5, 0.5) where none is readable."""
    try:
        across, down = (min(max(float(part), 0.0), 1.0) for part in image.ppoi.split("x"))
    except ValueError:
        return 0.5, 0.5
    return across, down


def _reduced(picture):
    """An opened picture in; the smallest that all sizes can be made of out. A JPEG is decoded at about that size."""
    target = max(size.width for size in SIZES.values())
    scale = min(1.0, max(target / picture.width, _SHORTEST_SIDE / min(picture.size)))
    reduced = tuple(max(1, round(side * scale)) for side in picture.size)
    picture.draft(picture.mode, reduced)
    profile = picture.info.get("icc_profile")
    if picture.mode not in ("L", "RGB", "RGBA"):
        picture = picture.convert("RGBA" if "A" in picture.mode or "transparency" in picture.info else "RGB")
    picture = picture.resize(reduced, Picture.Resampling.LANCZOS, reducing_gap=2.0)
    picture.info["icc_profile"] = profile
    return picture


def _rendition(base, size, focal_point):
    """The base picture in; a rendition out, never larger than the base."""
    box = _crop_box(base.size, size, focal_point) if size.height else (0, 0, *base.size)
    width, height = box[2] - box[0], box[3] - box[1]
    scale = min(1.0, size.width / width)
    target = max(1, round(width * scale)), max(1, round(height * scale))
    rendition = base.resize(target, Picture.Resampling.LANCZOS, box=box)
    rendition.info["icc_profile"] = base.info["icc_profile"]
    return rendition


def _crop_box(available, size, focal_point):
    """The largest box of the size's shape inside the picture, as near around the focal point as the edges allow."""
    scale = min(available[0] / size.width, available[1] / size.height)
    wanted = (size.width * scale, size.height * scale)
    start = [
        min(max(side * focus - part / 2, 0), side - part)
        for side, focus, part in zip(available, focal_point, wanted, strict=True)
    ]
    return (*start, start[0] + wanted[0], start[1] + wanted[1])


def _written(rendition):
    written = io.BytesIO()
    rendition.save(written, "WEBP", quality=82, method=4, icc_profile=rendition.info["icc_profile"] or b"")
    return written.getvalue()


def _path(image, name):
    key = f"{image.file.name}|{image.ppoi}|{SIZES[name]}"
    digest = hashlib.sha256(key.encode()).hexdigest()[:12]
    return f"renditions/{digest[:2]}/{PurePosixPath(image.file.name).stem}-{name}-{digest}.webp"
