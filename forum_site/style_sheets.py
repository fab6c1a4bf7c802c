"""The one style sheet that pages load, put together from the small ones that people read and write.

Thirty files would be thirty requests before the first word is drawn; one file of 30 kB is one. What only a page or two
show lies in css/pages/, in a sheet of its own that those pages load besides: every other page would carry it.
"""

import os
import re
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder, FileSystemFinder
from django.core.checks import Error
from django.core.files.storage import FileSystemStorage

#: The name that pages ask for. It lies beside its parts, so that a part's url("../fonts/…") leads to the same place.
SITE_SHEET = "css/site.css"
#: In the order of the cascade; then the components, by name.
FOUNDATIONS = ("fonts", "tokens", "base", "layout", "typography")


class StaticFolderFinder(FileSystemFinder):
    """Finds the files of static/, but gathers no component's own sheet: its addresses are those of the whole sheet,
    and storages that look for the files behind them would find nothing."""

    def list(self, ignore_patterns):
        for path, storage in super().list(ignore_patterns):
            if not path.startswith("css/components/"):
                yield path, storage


class SiteSheetFinder(BaseFinder):
    """Finds ``css/site.css`` among the static files: made when it is asked for, anew when a part has changed."""

    def check(self, **kwargs):
        missing = [part.name for part in parts() if not part.is_file()]
        if not missing:
            return []
        return [Error(f"Parts of the site's style sheet are missing: {missing}.", id="multaqa.E003")]

    def find(self, path, find_all=False, **kwargs):
        if path != SITE_SHEET:
            return []
        sheet = str(built())
        return [sheet] if find_all else sheet

    def list(self, ignore_patterns):
        built()
        yield SITE_SHEET, FileSystemStorage(location=_folder())


def parts():
    """The files of the sheet, in the order of the cascade."""
    folder = settings.BASE_DIR / "static" / "css"
    return [*(folder / f"{name}.css" for name in FOUNDATIONS), *sorted((folder / "components").glob("*.css"))]


def built():
    """The path of the sheet, up to date. Several processes may ask at once: each sees a whole file."""
    sheet, sources = _folder() / SITE_SHEET, parts()
    newest = max(source.stat().st_mtime_ns for source in [*sources, sources[-1].parent])
    if not sheet.exists() or sheet.stat().st_mtime_ns < newest:
        sheet.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=sheet.parent, suffix=".css")
        with os.fdopen(handle, "w", encoding="utf-8") as whole:
            whole.write("\n".join(_told(source.read_text(encoding="utf-8")) for source in sources))
        Path(name).chmod(0o644)
        Path(name).replace(sheet)
    return sheet


def _told(part):
    """What browsers need of a part: comments and indentation are a seventh of its compressed weight."""
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", part, flags=re.DOTALL)).strip()


def _folder():
    return Path(settings.VAR_DIR) / "style"
