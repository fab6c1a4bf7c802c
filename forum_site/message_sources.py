"""Where the program's words for people stand: the project's own sources, and installed packages that lack Arabic.

Everything here reads files and returns messages; nothing needs GNU gettext, a database or running settings.
"""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
COMMENT_TAGS = ("Translators:",)
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}
# Folders of a checkout that hold no words for readers or editors.
NOT_SOURCES = {"tests", "bench", "docs", "var", "node_modules", "locale", "__pycache__"}

# Packages whose words an editor meets and that ship no Arabic catalogue (parler ships Bulgarian and Dutch only).
PACKAGES_WITHOUT_ARABIC = ("parler", "modeltranslation", "imagefield")
# Packages whose Arabic catalogue is behind their English one: only what is missing is added to ours.
PACKAGES_WITH_GAPS = ("django.conf", "django.contrib.admin", "django.contrib.auth", "allauth")
# What Django's Arabic puts into a sentence in which the noun is in the wrong case or gender («أضف مقال», «جلسة آخر»), or
# says wrongly ("was changed" as «نجحت إضافة»): ours names the noun after a colon, where its plain form is right.
SAID_BETTER_HERE = {
    "Add %s",
    "Add %(name)s",
    "Add another %(model)s",
    "Add another %(verbose_name)s",
    "Change %s",
    "Change selected %(model)s",
    "Delete selected %(model)s",
    "Select %s",
    "Select %s to change",
    "Select %s to view",
    "View %s",
    "View selected %(model)s",
    "The {name} “{obj}” was added successfully.",
    "The {name} “{obj}” was changed successfully.",
    "The {name} “{obj}” was changed successfully. You may edit it again below.",
    "Note: You are %s hour ahead of server time.",
    "Note: You are %s hour behind server time.",
}
# The editor's JavaScript is shipped minified; its source map carries the sources with their gettext() calls.
SOURCE_MAPS = (("django_prose_editor", "static/django_prose_editor/editor.js.map"),)


@dataclass
class Message:
    """One thing to translate: what gettext looks up, the files that say it, and what its author tells translators."""

    msgid: str
    plural: str = ""
    context: str | None = None
    files: set[str] = field(default_factory=set)
    comments: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str | None, str]:
        return (self.context, self.msgid)


Messages = dict[tuple[str | None, str], Message]


def all_messages(root: Path) -> dict[str, Messages]:
    """Everything to translate, by gettext domain ("django", "djangojs"), for the project that stands in `root`."""
    return {
        "django": merged(
            python_messages(root, root),
            template_messages(root, root),
            *(package_messages(name) for name in PACKAGES_WITHOUT_ARABIC),
            *(gaps_in_package(name, "django") for name in PACKAGES_WITH_GAPS),
        ),
        "djangojs": merged(
            script_messages(root / "static" / "js", root),
            *(source_map_messages(*place) for place in SOURCE_MAPS),
            *(gaps_in_package(name, "djangojs") for name in PACKAGES_WITH_GAPS),
        ),
    }


def merged(*groups: Iterable[Message]) -> Messages:
    """One entry for each thing to look up; a msgid said alone here and with a plural there is one entry."""
    found: Messages = {}
    for message in (message for group in groups for message in group):
        known = found.setdefault(message.key, message)
        if known is message:
            continue
        known.files |= message.files
        known.plural = known.plural or message.plural
        known.comments += [comment for comment in message.comments if comment not in known.comments]
    return found


def python_messages(folder: Path, root: Path) -> Iterator[Message]:
    """The messages of every Python file below `folder`, their files named from `root`."""
    for path in source_files(folder, {".py"}):
        yield from messages_in(path.read_text(encoding="utf-8"), "python", name_of(path, root))


def template_messages(folder: Path, root: Path) -> Iterator[Message]:
    """The messages of every Django template below `folder`: files in a folder called templates."""
    for path in source_files(folder, TEMPLATE_SUFFIXES):
        if "templates" in path.relative_to(root).parts:
            yield from messages_in(as_python(path.read_text(encoding="utf-8")), "python", name_of(path, root))


def script_messages(folder: Path, root: Path) -> Iterator[Message]:
    """The messages of every JavaScript file below `folder`."""
    for path in source_files(folder, {".js", ".mjs"}):
        yield from messages_in(path.read_text(encoding="utf-8"), "javascript", name_of(path, root))


def package_messages(package: str) -> Iterator[Message]:
    """The messages of an installed package's Python files and templates, its own tests left out."""
    folder = package_folder(package)
    yield from python_messages(folder, folder.parent)
    yield from template_messages(folder, folder.parent)


def source_map_messages(package: str, source_map: str) -> Iterator[Message]:
    """The messages of a package's minified script, read from the sources that its source map carries."""
    carried = json.loads((package_folder(package) / source_map).read_text(encoding="utf-8"))
    for name, content in zip(carried["sources"], carried["sourcesContent"], strict=True):
        if name.startswith("src/"):
            yield from messages_in(content, "javascript", f"{package}/{name}")


def gaps_in_package(package: str, domain: str) -> Iterator[Message]:
    """What a package says in its English catalogue of this domain and not, or not well, in its Arabic one."""
    folder = package_folder(package) / "locale"
    english, arabic = (folder / code / "LC_MESSAGES" / f"{domain}.po" for code in ("en", "ar"))
    if not (english.exists() and arabic.exists()):
        return
    said = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(arabic)).translated_entries()}
    for entry in polib.pofile(str(english)):
        is_missing = (entry.msgctxt, entry.msgid) not in said or entry.msgid in SAID_BETTER_HERE
        if is_missing and not entry.obsolete:
            comments = [entry.comment] if entry.comment else []
            yield Message(entry.msgid, entry.msgid_plural, entry.msgctxt, {package}, comments)


def messages_in(text: str, method: str, file_name: str) -> Iterator[Message]:
    """The messages of one source text; `method` is Babel's name of the language it is written in."""
    source = io.BytesIO(text.encode())
    for _line, said, comments, context in extract(method, source, KEYWORDS, COMMENT_TAGS):
        msgid, plural = said[:2] if isinstance(said, tuple) else (said, "")
        yield Message(msgid, plural, context, {file_name}, [" ".join(comments)] if comments else [])


def as_python(template: str) -> str:
    """A template as a text that the Python extractor reads.

    Django's templatize() keeps the template's indentation, which is no valid Python: each line starts at the margin.
    """
    return "\n".join(line.lstrip() for line in templatize(template).split("\n"))


def source_files(folder: Path, suffixes: set[str]) -> list[Path]:
    """The files below `folder` with one of these suffixes, sorted, without hidden folders and NOT_SOURCES."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if path.is_file() and path.suffix in suffixes]
    for inner in folder.iterdir():
        if inner.is_dir() and inner.name not in NOT_SOURCES and not inner.name.startswith("."):
            found += source_files(inner, suffixes)
    return sorted(found)


def name_of(path: Path, root: Path) -> str:
    """The name of a file in a catalogue: from the root, without a line number, so that a diff shows only words."""
    return path.relative_to(root).as_posix()


def package_folder(package: str) -> Path:
    """Where an installed package stands; it need not be importable before Django is set up."""
    return Path(find_spec(package).submodule_search_locations[0])
