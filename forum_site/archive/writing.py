"""The folder of an archive: written beside its place and moved there when it is whole, with a sum for every file."""

import hashlib
import json
import shutil
import tempfile
import tomllib
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
#: What a manifest of ours says of itself; the number grows when its keys change.
FORMAT = "multaqa-archive/1"


class Refusal(Exception):  # noqa: N818  (an answer to a person)
    """Why nothing is written; ``paths`` are those that stand in the way."""

    def __init__(self, reason, paths=()):
        super().__init__(reason)
        self.reason, self.paths = reason, list(paths)


@contextmanager
def new_folder(place, replace=False):
    """Within the block a new folder beside ``place`` (a Path); after it, ``place``. Whatever breaks leaves things as they were.

    Raises Refusal ("file", "mount point", "not empty", "not an archive", "other files") before anything is written, or at the
    end, where somebody put files into ``place`` meanwhile: nothing of theirs is touched.
    """
    place = place.resolve()
    _refuse(place, replace)
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        made.chmod(0o755)
        yield made
        _refuse(place, replace)
        _put(made, place)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _refuse(place, replace):
    if not place.exists():
        return
    if not place.is_dir():
        raise Refusal("file")
    if place.is_mount():
        # Such a folder cannot be moved aside.
        raise Refusal("mount point")
    if not any(place.iterdir()):
        return
    if not replace:
        raise Refusal("not empty")
    if not _is_ours(place):
        raise Refusal("not an archive")
    sums = sums_of(place)
    own = {SUMS, *(name for name, number in sums.items() if _is_as_written(place / name, number))}
    others = sorted(set(_names(place)) - own)
    if others:
        raise Refusal("other files", others)


def _is_as_written(path, number):
    return path.is_file() and _sum(path) == number


def _is_ours(place):
    try:
        return json.loads((place / MANIFEST).read_text(encoding="utf-8"))["format"] == FORMAT
    except (OSError, ValueError, TypeError, KeyError):
        return False


def _put(made, place):
    """The old archive steps aside, the new one takes its place; then the old one goes."""
    aside = made.with_name(f"{made.name}-old")
    if place.exists() and not any(place.iterdir()):
        place.rmdir()
    elif place.exists():
        place.rename(aside)
    try:
        made.rename(place)
    except OSError:
        if aside.exists():
            aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def write_manifest(folder, day, pages, root):
    """What the archive is: a file for people and programs. ``root`` is the address at which the site stood."""
    files = _names(folder)
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    about = {
        "format": FORMAT,
        "site": root,
        "archived_on": day.isoformat(),
        "languages": [code for code, _name in settings.LANGUAGES],
        "pages": pages,
        "files": len(files),
        "bytes": sum((folder / name).stat().st_size for name in files),
        "versions": {project["name"]: project["version"], "django": django.get_version()},
    }
    (folder / MANIFEST).write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_sums(folder):
    """The sum of every file, as `sha256sum --check SHA256SUMS` reads them."""
    lines = [f"{_sum(folder / name)}  {name}\n" for name in _names(folder)]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def sums_of(folder):
    """{file name: sum} as the archive in ``folder`` has written them down."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return {name: number for number, _gap, name in (line.partition("  ") for line in lines)}


def _names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def _sum(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
