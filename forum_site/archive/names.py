"""Where an address of the site lies in the archive, and how one of its files leads to another.

A name keeps the words of its address, so that a web server that serves the folder answers the old addresses too. What
Windows, macOS, Linux or a zip file cannot name is replaced, and what would then be two names for one is told apart.
"""

import hashlib
import posixpath
import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, quote, unquote

#: File systems allow 255 bytes, two for an Arabic letter; the rest is for a number and an ending.
LONGEST = 200
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_ENDINGS = {"text/html": ".html", "application/atom+xml": ".xml", "application/json": ".json"}


def file_name(address, media_type="text/html"):
    """ "/ar/news/?page=2" in, percent-encoded; "ar/news/index_page-2.html" out: NFC, in the letters of the address."""
    path, _mark, query = address.partition("?")
    *folders, last = [unquote(part) for part in path.lstrip("/").split("/")]
    last = PurePosixPath(last or f"index{_ENDINGS.get(media_type, '.bin')}")
    asked = "".join(f"_{name}-{value}" for name, value in parse_qsl(query, keep_blank_values=True))
    return "/".join([*map(_fit, folders), _fit(f"{last.stem}{asked}{last.suffix}")])


class Names:
    """The file name of each address. Two that differ only in case, which some file systems take for one, are told apart."""

    def __init__(self, reserved=()):
        self._names, self._taken = {}, {name.casefold() for name in reserved}

    def add(self, address, media_type):
        """An address and its media type in; its file name out."""
        name = file_name(address, media_type)
        if name.casefold() in self._taken:
            path = PurePosixPath(name)
            name = str(path.with_name(f"{path.stem}~{_number(address)}{path.suffix}"))
        self._taken.add(name.casefold())
        self._names[address] = name
        return name

    def __getitem__(self, address):
        return self._names[address]


def link(source, target, fragment=""):
    """The relative link from one file of the archive to another: percent-encoded, "#…" alone within one file."""
    mark = f"#{fragment}" if fragment else ""
    if source == target and mark:
        return mark
    return quote(posixpath.relpath(target, posixpath.dirname(source) or ".")) + mark


def _fit(part):
    """A name between two slashes in; one that every file system can hold out."""
    part = unicodedata.normalize("NFC", part)
    fit = _UNFIT.sub("_", part).rstrip(". ")
    if fit == part and fit and not _DEVICES.fullmatch(fit) and len(fit.encode()) <= LONGEST:
        return fit
    path = PurePosixPath(fit or "_")
    suffix = path.suffix if len(path.suffix) < 10 else ""
    stem = fit.removesuffix(suffix).encode()[: LONGEST - 20].decode(errors="ignore")
    return f"{stem}~{_number(part)}{suffix}"


def _number(words):
    return hashlib.sha256(words.encode()).hexdigest()[:8]
