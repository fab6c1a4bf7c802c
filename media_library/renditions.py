"""The smaller copies of a picture that pages show. `make_renditions` is the one place that makes them.

A rendition's name depends on the focal point, so that a moved focal point makes a new file and no cache shows the old
one. Which exist is asked of the storage when they are made, never when a page is rendered: `Image.renditions` knows.
Those of an earlier focal point stay where they are: pages that a reader, a proxy or an archive has kept lead to them, and
they weigh a hundredth of the picture.
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
from media_library.uploads import DECODERS, SMALL_WIDTH

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
    "small": Size(SMALL_WIDTH),
    "wide": Size(1280),
}
# What is shown in the place of a size that has not been made; the style sheets cut it to shape.
_STAND_INS = {
    "card": ("small", "wide"),
    "card_small": ("card", "small", "wide"),
    "portrait": ("small", "wide"),
    "small": ("wide",),
    "wide": ("small",),
}
# The sizes of one shape, the smaller first: a browser may choose.
_CHOICES = {"card": ("card_small", "card"), "wide": ("small", "wide")}
# No side of what is cut and reduced may be shorter than this, or a panorama's card would be blown up.
_SHORTEST_SIDE = 720


def make_renditions(image):
    """An Image in; its renditions made where missing, and remembered in its row once all are there. What is there whole is kept.

    A damaged original has none. Raises what the storage raises where it cannot be reached; nothing is remembered then.
    """
    made = {name: _whole(image, name) for name in SIZES}
    source = image.file.name
    try:
        if None in made.values():
            made |= _made(image, [name for name, found in made.items() if found is None])
        image.renditions = {"source": source, "made": made}
    except (FileNotFoundError, _CannotBeRead):
        logger.exception("No renditions of picture %s: its file cannot be read.", image.pk)
        found = {name: one for name, one in made.items() if one}
        image.renditions = {"source": source, "made": found, "damaged": True}
    # Not where the file was replaced or the focal point moved meanwhile: that was asked for anew.
    unchanged = Image.objects.filter(pk=image.pk, file=source, ppoi=image.ppoi)
    unchanged.update(renditions=image.renditions)


def make_small(image, small):
    """A saved Image and the pixels of its upload (uploads.CleanPicture) in; its first rendition made and remembered, which
    pages show until the others are there. The renditions of an earlier file are forgotten."""
    image.renditions = {"source": image.file.name, "made": {"small": _saved(image, "small", small)}}
    Image.objects.filter(pk=image.pk).update(renditions=image.renditions)


def missing(image):
    """The names of the sizes that the row of an Image does not know of, as its file and focal point are now."""
    if not image.file:
        return []
    made = _remembered(image)
    return [name for name in SIZES if not _is_current(image, name, made.get(name))]


def is_damaged(image):
    """Whether the file of an Image could not be read when its renditions were to be made."""
    remembered = image.renditions or {}
    return bool(remembered.get("damaged")) and remembered.get("source") == image.file.name


def picture(image, size):
    """An Image (or None) and a name of SIZES in; what an <img> and its caption need out (None without a picture).

    Until the rendition is made, that of an earlier focal point or of another size stands in for it, and where there is none
    the original. The words are those of the active language alone.
    """
    if image is None or not image.file:
        return None
    made = _remembered(image)
    found = (made[name] for name in (size, *_STAND_INS[size]) if name in made)
    shown = next(found, {"file": image.file.name, "width": image.width, "height": image.height})
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


def _remembered(image):
    """{name of a size: its file and measures}, of the file that the picture has now."""
    remembered = image.renditions or {}
    return remembered.get("made", {}) if remembered.get("source") == image.file.name else {}


def _is_current(image, name, made):
    # A storage may have added a few letters to the name.
    return bool(made) and PurePosixPath(made["file"]).stem.startswith(PurePosixPath(_path(image, name)).stem)


# ---- Files


class _CannotBeRead(Exception):
    """The storage gave the file, and Pillow could do nothing with it."""


def _whole(image, name):
    """A rendition that is there and can be read to its end; None else. Half of one, left by a worker that was killed, goes."""
    storage, path = image.file.storage, _path(image, name)
    if not storage.exists(path):
        return None
    with storage.open(path) as file:
        content = file.read()
    try:
        with Picture.open(io.BytesIO(content), formats=["WEBP"]) as found:
            found.load()
            return {"file": path, "width": found.width, "height": found.height}
    except (OSError, ValueError, SyntaxError):
        storage.delete(path)
        return None


def _made(image, names):
    """The renditions of these names, written to the storage. The original is read once."""
    with image.file.storage.open(image.file.name) as original:
        content = io.BytesIO(original.read())
    try:
        base = _reduced(Picture.open(content, formats=DECODERS))
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError) as error:
        raise _CannotBeRead from error
    focal_point = _focal_point(image)
    return {name: _saved(image, name, _rendition(base, SIZES[name], focal_point)) for name in names}


def _saved(image, name, rendition):
    path = image.file.storage.save(_path(image, name), ContentFile(_written(rendition)))
    return {"file": path, "width": rendition.width, "height": rendition.height}


# ---- Pixels


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
    rendition.info["icc_profile"] = base.info.get("icc_profile")
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
    rendition.save(
        written, "WEBP", quality=82, method=4, icc_profile=rendition.info.get("icc_profile") or b""
    )
    return written.getvalue()


def _path(image, name):
    # What is not cut is the same whatever the focal point.
    focal_point = image.ppoi if SIZES[name].height else Image._meta.get_field("ppoi").default
    key = f"{image.file.name}|{focal_point}|{SIZES[name]}"
    digest = hashlib.sha256(key.encode()).hexdigest()[:12]
    return f"renditions/{digest[:2]}/{PurePosixPath(image.file.name).stem}-{name}-{digest}.webp"
