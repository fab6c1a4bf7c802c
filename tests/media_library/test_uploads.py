"""What may come in: each file that lies, bursts or breaks is refused with a message; each picture is written anew."""

import io
from pathlib import PurePath
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from PIL import Image as Picture
from PIL import ImageChops, ImageStat
from PIL.JpegImagePlugin import get_sampling

from media_library import uploads
from media_library.uploads import clean_attachment, clean_picture, safe_name
from tests.media_library.files import PAYLOAD, SVG, archive, office, photograph, picture_bytes, png_of, upload


def read(file):
    file.seek(0)
    return Picture.open(io.BytesIO(file.read()))


# ---- Pictures that are taken


@pytest.mark.parametrize(
    ("form", "name", "kept_name", "kept_form"),
    [
        ("JPEG", "قاعة المؤتمر.JPG", "قاعة-المؤتمر.jpg", "JPEG"),
        ("PNG", "really-a-png.jpg", "really-a-png.png", "PNG"),
        ("WEBP", "a.webp", "a.webp", "WEBP"),
        ("AVIF", "a.avif", "a.webp", "WEBP"),
        ("MPO", "telephone.jpg", "telephone.jpg", "JPEG"),
    ],
)
def test_a_picture_is_kept_under_a_safe_name_with_the_right_suffix(form, name, kept_name, kept_form):
    kept = clean_picture(upload(picture_bytes(form), name))
    assert kept.name == kept_name
    assert read(kept).format == kept_form
    assert read(kept).size == (320, 200)


def test_place_camera_and_comment_are_removed_and_the_picture_is_upright():
    original = photograph()
    assert b"SecretCamera" in original and PAYLOAD in original
    kept = clean_picture(upload(original))
    content = kept.read()
    assert b"SecretCamera" not in content and b"Exif" not in content and PAYLOAD not in content
    picture = read(kept)
    assert picture.size == (200, 320)
    assert dict(picture.getexif()) == {}
    # Orientation 6: what lay at the left top stands at the right top.
    assert picture.convert("RGB").getpixel((180, 20)) == pytest.approx((254, 0, 0), abs=3)
    assert picture.convert("RGB").getpixel((20, 20)) == pytest.approx((255, 255, 255), abs=3)


@pytest.mark.parametrize(
    ("form", "mode", "kept_mode"),
    [
        ("JPEG", "CMYK", "RGB"),
        ("JPEG", "L", "L"),
        ("PNG", "P", "RGB"),
        ("PNG", "RGBA", "RGBA"),
        ("PNG", "I;16", "RGB"),
        ("PNG", "1", "RGB"),
        ("WEBP", "RGBA", "RGB"),
    ],
)
def test_pictures_come_in_colours_that_browsers_show(form, mode, kept_mode):
    if mode == "I;16":
        written = io.BytesIO()
        Picture.new("I;16", (32, 20), 40_000).save(written, "PNG")
        content = written.getvalue()
    else:
        content = picture_bytes(form, mode=mode)
    assert read(clean_picture(upload(content))).mode == kept_mode


@pytest.mark.parametrize("tail", [PAYLOAD, archive(a_dot_html=PAYLOAD)], ids=["script", "archive"])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_hides_behind_the_last_byte_stays_behind(form, tail):
    kept = clean_picture(upload(picture_bytes(form) + tail)).read()
    assert PAYLOAD not in kept
    assert b"PK\x03\x04" not in kept


@pytest.mark.parametrize(("quality", "subsampling"), [(60, 2), (90, 1), (98, 0)])
def test_a_jpeg_is_written_as_finely_as_it_came(quality, subsampling):
    original = upload(picture_bytes("JPEG", quality=quality, subsampling=subsampling))
    before, after = read(original), read(clean_picture(original))
    assert after.quantization == before.quantization
    assert get_sampling(after) == subsampling
    difference = ImageChops.difference(before.convert("RGB"), after.convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < 1


@pytest.mark.parametrize(
    ("form", "size", "small"),
    [("JPEG", (1600, 900), (640, 360)), ("PNG", (900, 1600), (640, 1138)), ("WEBP", (90, 60), (90, 60))],
)
def test_a_clean_picture_brings_a_small_copy_of_its_pixels(form, size, small):
    assert clean_picture(upload(picture_bytes(form, size=size))).small.size == small


# ---- Pictures that are refused


NOT_A_PICTURE = "This is no picture that the site can show"
DAMAGED = "This picture is damaged"
TOO_MANY = "The picture has too many pixels; at most 50 million"


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"hello", "a.jpg", NOT_A_PICTURE),
        (b"\0" * 5000, "a.png", NOT_A_PICTURE),
        (SVG, "a.svg", NOT_A_PICTURE),
        (SVG, "a.png", NOT_A_PICTURE),
        (picture_bytes("TIFF"), "a.jpg", NOT_A_PICTURE),
        (picture_bytes("BMP"), "a.png", NOT_A_PICTURE),
        (picture_bytes("GIF"), "a.gif", NOT_A_PICTURE),
        (b"%PDF-1.7\n" + picture_bytes(), "a.jpg", NOT_A_PICTURE),
        (b"GIF89a/*" + picture_bytes(), "a.jpg", NOT_A_PICTURE),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "a.png", NOT_A_PICTURE),
        (png_of(8000, 7000), "bomb.png", TOO_MANY),
        (png_of(60_000, 60_000), "bomb.png", TOO_MANY),
        (png_of(2_000_000_000, 1), "bomb.png", TOO_MANY),
        (png_of(0, 10), "a.png", ""),
        (png_of(100, 100), "a.png", DAMAGED),
        (picture_bytes("JPEG")[:-300], "a.jpg", DAMAGED),
        (picture_bytes("PNG")[:120], "a.png", DAMAGED),
        (picture_bytes("WEBP")[:-40], "a.webp", ""),
        (b"", "a.jpg", "The file is empty."),
    ],
)
def test_a_file_that_is_no_good_picture_is_refused_with_a_message(content, name, message):
    with override("en"), pytest.raises(ValidationError) as refused:
        clean_picture(upload(content, name))
    [said] = refused.value.messages
    assert said.startswith(message)
    assert len(said) > 15


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_cut_off_or_altered_anywhere_is_refused_or_kept_whole(form):
    content = picture_bytes(form, size=(64, 40))
    step = max(1, len(content) // 40)
    for position in range(0, len(content), step):
        altered = content[:position] + bytes([content[position] ^ 0xFF]) + content[position + 1 :]
        for broken in (content[:position], altered):
            try:
                kept = clean_picture(upload(broken))
            except ValidationError as refused:
                assert refused.messages[0]
            else:
                read(kept).load()


def test_a_file_of_more_than_25_megabytes_is_refused_unread():
    large = SimpleNamespace(
        name="large.jpg", size=uploads.MAX_BYTES + 1
    )  # nothing to read: touching it would fail
    for clean in (clean_picture, clean_attachment):
        with override("en"), pytest.raises(ValidationError) as refused:
            clean(large)
        assert refused.value.messages == [
            "The file is \u206825.0\xa0MB\u2069; at most \u206825.0\xa0MB\u2069 are accepted."
        ]


# ---- Names


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("قرارات أُسرة المنتدى ـ ٢٠٢٦.pdf", "قرارات-أسرة-المنتدى-٢٠٢٦"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\My Report (final).docx", "my-report-final"),
        ("a\0b\r\nc.pdf", "ab-c"),
        (".htaccess", "htaccess"),
        ("<script>.pdf", "script"),
        ("x" * 300 + ".pdf", "x" * 60),
        ("", "file"),
        ("؟؟.pdf", "file"),
        (None, "file"),
    ],
)
def test_file_names_are_safe(name, safe):
    assert safe_name(name) == safe


# ---- Attachments


GOOD = {
    "report.pdf": b"%PDF-1.7\n...",
    "report.docx": office("word"),
    "table.xlsx": office("xl"),
    "slides.pptx": office("ppt"),
    "report.odt": archive(mimetype="application/vnd.oasis.opendocument.text"),
    "table.ods": archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    "slides.odp": archive(mimetype="application/vnd.oasis.opendocument.presentation"),
    "book.epub": archive(mimetype="application/epub+zip"),
    "data.csv": "\ufeffالاسم,العدد\nأ,1\n".encode(),
    "old.csv": "الاسم,العدد".encode("cp1256"),
    "unicode.txt": "نص".encode("utf-16"),
    "note.txt": b"1 < 2 and plain",
}


@pytest.mark.parametrize("name", GOOD)
def test_files_of_the_allowed_kinds_are_kept_as_they_are(name):
    kept = clean_attachment(upload(GOOD[name], name.upper()))
    assert kept.name == name
    assert kept.read() == GOOD[name]


def test_every_allowed_kind_has_a_good_example():
    assert {PurePath(name).suffix.lstrip(".") for name in GOOD} == set(uploads.ALLOWED_SUFFIXES)


@pytest.mark.parametrize(
    "name", ["a.html", "a.svg", "a.exe", "a.zip", "a.docm", "a.js", "a", "a.pdf.php", "a.xml", ".pdf"]
)
def test_other_kinds_are_refused(name):
    with override("en"), pytest.raises(ValidationError) as refused:
        clean_attachment(upload(b"%PDF-1.7", name))
    assert refused.value.messages[0].startswith(
        "Files of this kind are not accepted. Accepted are: \u2068pdf\u2069, "
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ\x90\0"),
        ("a.pdf", b"<html>%PDF-1.7"),
        ("a.docx", office("xl")),
        ("a.docx", office("word", "word/vbaProject.bin")),
        ("a.docx", b"PK\x03\x04 cut off"),
        ("a.docx", office("word")[:-30]),
        ("a.odt", archive(mimetype="application/zip")),
        ("a.odt", archive(other="x")),
        ("a.epub", b"not a zip"),
        ("a.txt", b"MZ\x90\0\x03"),
        ("a.txt", b"\x7fELF\x01"),
        ("a.txt", b"\n <!DOCTYPE html><p>x"),
        ("a.csv", b"\xef\xbb\xbf<script>alert(1)</script>"),
        ("a.csv", SVG),
        ("a.txt", "<html>".encode("utf-16")),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name, content):
    with override("en"), pytest.raises(ValidationError) as refused:
        clean_attachment(upload(content, name))
    suffix = PurePath(name).suffix.lstrip(".")
    assert refused.value.messages == [
        f"The file is damaged, or it is no \u2068{suffix}\u2069 file although its name says so."
    ]
