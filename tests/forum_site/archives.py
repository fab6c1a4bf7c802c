"""An archive as a folder: its files, and every link in them followed."""

import hashlib
import shutil
import subprocess
from io import StringIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from django.core.management import call_command
from selectolax.lexbor import LexborHTMLParser

DAY = "2026-12-31"


def export(folder, *options, day=DAY):
    """What the command says, on its two channels."""
    said, complained = StringIO(), StringIO()
    call_command("export_site", str(folder), "--date", day, *options, stdout=said, stderr=complained)
    return said.getvalue(), complained.getvalue()


def files(folder):
    """{name: content} of everything in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def sums(folder):
    """{name: sum} as the archive says; ``sha256sum`` agrees, where there is one."""
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=folder, check=True)
    return {name: number for number, name in (line.split("  ", 1) for line in lines)}


def real_sums(found):
    return {
        name: hashlib.sha256(content).hexdigest() for name, content in found.items() if name != "SHA256SUMS"
    }


class Document:
    """One page of an archive."""

    def __init__(self, name, content):
        self.name, self._tree = name, LexborHTMLParser(content.decode())
        self.ids = {node.attributes["id"] for node in self._tree.css("[id]")}
        self.words = " ".join(self._tree.body.text(separator=" ").split())

    def all(self, selector):
        return [node.attributes for node in self._tree.css(selector)]

    def links(self):
        """Every address that a browser asks for or a reader can follow, but for those that say where the page stood."""
        for node in self._tree.css("[href], [src], [srcset]"):
            attributes = node.attributes
            if node.tag == "link" and ("hreflang" in attributes or attributes.get("rel") == "canonical"):
                continue
            yield from (attributes[name] or "" for name in ("href", "src") if name in attributes)
            yield from (part.split()[0] for part in (attributes.get("srcset") or "").split(", ") if part)
        for attributes in self.all('meta[http-equiv="refresh"]'):
            yield attributes["content"].partition("url=")[2]


def documents(found):
    return {name: Document(name, content) for name, content in found.items() if name.endswith(".html")}


def broken_links(found):
    """[(page, link)] of each relative link that leads to no file or to no place on a page, or that is not relative."""
    pages, broken = documents(found), []
    for name, page in pages.items():
        for link in page.links():
            parts = urlsplit(link)
            if parts.scheme in ("https", "http", "mailto", "tel", "data") and "testserver" not in link:
                continue
            target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
            is_there = target in found and not parts.query and not parts.netloc and not parts.scheme
            fragment = unquote(parts.fragment)
            if not is_there or (fragment and fragment not in pages[target].ids):
                broken.append((name, link))
    return broken
