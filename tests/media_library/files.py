"""Files as they come from outside, made on the spot: good ones, broken ones, and ones that lie."""

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture
from PIL import ImageDraw

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAYLOAD = b"<script>alert('inside')</script>"


def picture_bytes(form="JPEG", size=(320, 200), mode="RGB", **options):
    drawn = Picture.new("RGB", size, "white")
    ImageDraw.Draw(drawn).rectangle((0, 0, size[0] // 2, size[1] // 2), "red")
    written = io.BytesIO()
    drawn.convert(mode).save(written, form, **options)
    return written.getvalue()


def upload(content, name="picture.jpg", content_type="application/octet-stream"):
    return SimpleUploadedFile(name, content, content_type)


def photograph(orientation=6):
    """A JPEG as a telephone takes it: lying on its side, with the place and the camera in its EXIF data."""
    exif = Picture.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 46.0, 41.0), 3: "E", 4: (35.0, 14.0, 4.0)})
    return picture_bytes(exif=exif, comment=PAYLOAD)


def png_of(width, height):
    """The head of a PNG that says how large it would be, with next to nothing behind it: a pixel bomb."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def archive(**members):
    """A zip file with these members; `__` stands for a slash, `_dot_` for a dot."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        for name, content in members.items():
            zipped.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return written.getvalue()


def office(folder, *more):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        for name in ("[Content_Types].xml", f"{folder}/document.xml", *more):
            zipped.writestr(name, "<x/>")
    return written.getvalue()
