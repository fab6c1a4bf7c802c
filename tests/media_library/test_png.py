"""PNGs: the pixels are kept as they came, everything else goes; where something hides among them they are written anew."""

import io
import struct
import zlib

import pytest
from PIL import Image as Picture
from PIL import PngImagePlugin

from media_library.png import only_pixels
from media_library.uploads import clean_picture
from tests.media_library.files import PAYLOAD, picture_bytes, upload

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(pixels, *more, size=(9, 6), colour=2, interlace=0):
    """A PNG of 8 bits: compressed pixels as they stand in the file, and chunks before them."""
    header = struct.pack(">IIBBBBB", *size, 8, colour, 0, 0, interlace)
    return SIGNATURE + b"".join([chunk(b"IHDR", header), *more, chunk(b"IDAT", pixels), chunk(b"IEND", b"")])


def chunks_of(content):
    """[(kind, bytes)] in the order of the file."""
    found, place = [], len(SIGNATURE)
    while place < len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        found.append((kind, content[place + 8 : place + 8 + length]))
        place += 12 + length
    return found


def cleaned(content):
    return clean_picture(upload(content, "a.png")).read()


def pixels_of(content):
    with Picture.open(io.BytesIO(content)) as picture:
        return picture.convert("RGBA").tobytes()


LINES = (b"\0" + b"\x80" * 27) * 6
# What hides behind the pixels, in a block that is not compressed, would stand in the file as it is.
STORED = zlib.compressobj(0)


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA"])
def test_the_compressed_pixels_are_those_that_came_and_nothing_else_is_left(mode):
    said = PngImagePlugin.PngInfo()
    said.add_text("Comment", PAYLOAD.decode())
    content = picture_bytes("PNG", mode=mode, pnginfo=said, icc_profile=b"profile", dpi=(300, 300))
    kept = cleaned(content)
    assert [kind for kind, _data in chunks_of(kept)] == [b"IHDR", b"iCCP", b"IDAT", b"IEND"]
    came = b"".join(data for kind, data in chunks_of(content) if kind == b"IDAT")
    assert dict(chunks_of(kept))[b"IDAT"] == came
    assert pixels_of(kept) == pixels_of(content)
    with Picture.open(io.BytesIO(kept)) as picture:
        assert picture.info["icc_profile"] == b"profile"


def test_the_colour_that_is_transparent_stays():
    kept = cleaned(png(zlib.compress(LINES), chunk(b"tRNS", b"\0\x80" * 3 + PAYLOAD)))
    assert dict(chunks_of(kept))[b"tRNS"] == b"\0\x80" * 3
    assert set(pixels_of(kept)) == {0x80, 0}


def test_an_interlaced_picture_is_kept_too():
    # By hand, pass by pass: 9 by 6 pixels are 2×1, 1×1, 3×1, 2×2, 5×1, 4×3 and 9×3.
    passes = ((2, 1), (1, 1), (3, 1), (2, 2), (5, 1), (4, 3), (9, 3))
    lines = b"".join((b"\0" + b"\x80" * 3 * across) * down for across, down in passes)
    content = png(zlib.compress(lines), interlace=1)
    assert only_pixels(content, None) == content
    assert set(pixels_of(cleaned(content))) == {0x80, 255}


@pytest.mark.parametrize(
    "content",
    [
        png(zlib.compress(LINES) + PAYLOAD),
        png(STORED.compress(LINES + PAYLOAD) + STORED.flush()),
        png(zlib.compress(LINES), chunk(b"PLTE", PAYLOAD + b"\0"), chunk(b"prVt", PAYLOAD)),
        png(zlib.compress(LINES))[:-12] + chunk(b"zTXt", PAYLOAD) + chunk(b"IEND", PAYLOAD),
        png(zlib.compress(LINES)) + PAYLOAD,
    ],
    ids=["behind the stream", "behind the pixels", "in chunks before", "in chunks behind", "behind the end"],
)
def test_what_hides_in_a_png_stays_behind(content):
    assert PAYLOAD in content
    kept = cleaned(content)
    assert PAYLOAD not in kept
    assert pixels_of(kept) == pixels_of(png(zlib.compress(LINES)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        SIGNATURE,
        png(zlib.compress(LINES))[:-20],
        png(zlib.compress(LINES[:-9])),
        png(zlib.compress(LINES)[:-1] + b"x"),
        png(zlib.compress(LINES), colour=3),
        png(b""),
    ],
    ids=["empty", "signature", "cut off", "a line short", "wrong sum", "a palette", "no pixels"],
)
def test_what_is_not_made_by_the_rules_is_left_to_be_written_anew(content):
    assert only_pixels(content, None) is None


def test_a_png_on_its_side_is_turned():
    exif = Picture.Exif()
    exif[0x0112] = 6
    kept = cleaned(picture_bytes("PNG", exif=exif))
    with Picture.open(io.BytesIO(kept)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((200, 320), {})
