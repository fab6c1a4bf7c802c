"""What kind of file is it really? By its first bytes, and for archives by what is in them; never by its name alone."""

import re
import zipfile

_OFFICE_FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
_OPEN_DOCUMENT_TYPES = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
    "epub": b"application/epub+zip",
}
_TEXTS = ("csv", "txt")
ALLOWED_SUFFIXES = ("pdf", *_OFFICE_FOLDERS, *_OPEN_DOCUMENT_TYPES, *_TEXTS)

_MAX_ENTRIES = 5000
# A browser that guesses would run these, whatever the name.
_MARKUP = re.compile(rb"\s*<(?:!doctype|\?xml|html|head|body|script|svg|iframe|meta|style)\b", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_what_it_says(file, suffix):
    """An open file and a suffix of ALLOWED_SUFFIXES in; whether the file is of that kind out. Broken files are not."""
    file.seek(0)
    if suffix == "pdf":
        return file.read(1024).startswith(b"%PDF-")
    if suffix in _TEXTS:
        return _is_text(file)
    try:
        with zipfile.ZipFile(file) as archive:
            return _is_archive_of(archive, suffix)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OSError,
        ValueError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ):
        return False


def _is_archive_of(archive, suffix):
    names = archive.namelist()
    if len(names) > _MAX_ENTRIES or any("vbaproject" in name.lower() for name in names):
        return False
    if suffix in _OFFICE_FOLDERS:
        return "[Content_Types].xml" in names and any(
            name.startswith(_OFFICE_FOLDERS[suffix]) for name in names
        )
    with archive.open("mimetype") as declared:
        return declared.read(100).strip() == _OPEN_DOCUMENT_TYPES[suffix]


def _is_text(file):
    start = file.read(4096)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        # UTF-16, as Excel saves "Unicode text".
        return not _MARKUP.match(start.decode("utf-16", "ignore").encode())
    return not _MARKUP.match(start.removeprefix(b"\xef\xbb\xbf")) and not _CONTROLS.search(start)
