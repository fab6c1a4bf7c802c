"""Makes the file: HTML in, a tagged PDF out. The one module that imports WeasyPrint, and with it Pango.

Nothing is fetched but the site's own static and media files, whatever a text says, and nothing over the network.
"""

import io
import mimetypes
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import default_storage
from PIL import Image, ImageFile
from weasyprint import HTML
from weasyprint.text.fonts import get_hb_object_data
from weasyprint.urls import URLFetcher, URLFetcherResponse

from forum_site.paper.fonts import for_paper, letters_of
from forum_site.paper.marks import settle

# WeasyPrint lets Pillow take half a picture for a whole one, in all of the process: an upload that broke off would pass.
ImageFile.LOAD_TRUNCATED_IMAGES = False

#: Points of a picture's longer side: 190 of them on an inch of A4's width.
_WIDEST = 1280
_MAPPING = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


def made(html, root):
    """A whole page of HTML, and the address that its links begin with, in; the PDF as bytes out."""
    page = HTML(string=html, base_url=f"{root}/", url_fetcher=OwnFiles(root))
    # PDF/UA: headings, tables, lists and pictures are named for those who hear them. No date: the same page is the same file.
    return page.write_pdf(finisher=_finish, pdf_variant="pdf/ua-1", optimize_images=True)


class OwnFiles(URLFetcher):
    """Gives WeasyPrint the files below STATIC_URL and MEDIA_URL of the site at ``root``, and nothing else."""

    def __init__(self, root):
        super().__init__(allowed_protocols=())
        self._sources = {
            urljoin(f"{root}/", settings.STATIC_URL): _static,
            urljoin(f"{root}/", settings.MEDIA_URL): _media,
        }

    def fetch(self, url, headers=None):
        address = urlsplit(url)._replace(query="", fragment="").geturl()
        for start, read in self._sources.items():
            if address.startswith(start):
                name = unquote(address.removeprefix(start))
                kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
                return URLFetcherResponse(
                    url, read(name), {"Content-Type": kind if read is _static else "image/jpeg"}
                )
        raise ValueError(f"Not a file of this site: {url[:200]}")


def _static(name):
    if name.endswith(".woff2"):
        return _font(name)
    return _static_file(name)


@lru_cache(maxsize=16)
def _font(name):
    return for_paper(_static_file(name))


def _static_file(name):
    """The bytes of a static file: the gathered one, or where none are gathered the one in the sources."""
    found = finders.find(name)
    if found:
        return Path(found).read_bytes()
    with staticfiles_storage.open(name) as file:
        return file.read()


def _media(name):
    """The bytes of a picture as JPEG: what else there is goes into a PDF unpacked, ten times the size."""
    with default_storage.open(name) as file, Image.open(file) as picture:
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.convert("RGBA").getchannel("A"))
    ground.thumbnail((_WIDEST, _WIDEST))
    written = io.BytesIO()
    ground.save(written, "JPEG", quality=82)
    return written.getvalue()


def _finish(document, pdf):
    _say_the_letters(document, pdf)
    settle(pdf)


def _say_the_letters(document, pdf):
    """Let every glyph stand for the letters that its font says it stands for.

    WeasyPrint takes them from the first place where the glyph is used; in a word with vowel signs that is the whole
    cluster, and the letter itself is left with nothing.
    """
    by_reference = {thing.reference: thing for thing in pdf.objects}
    named = {
        thing["BaseFont"]: by_reference[thing["ToUnicode"]]
        for thing in pdf.objects
        if isinstance(thing, dict) and "ToUnicode" in thing
    }
    for font in document.fonts.values():
        letters = _letters(get_hb_object_data(font.hb_face))
        lines = named[font.name].stream
        for place, line in enumerate(lines):
            if found := _MAPPING.fullmatch(line):
                text = letters.get(int(found[1], 16))
                if text:
                    lines[place] = b"<%s> <%s>" % (found[1], text.encode("utf-16-be").hex().encode())


@lru_cache(maxsize=16)
def _letters(data):
    return letters_of(data)
