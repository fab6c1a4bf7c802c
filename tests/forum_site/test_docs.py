"""The documents: their links lead somewhere, and the commands, files, models and labels that they name exist."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.core.management import get_commands
from django.utils.translation import gettext, override

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]

LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LABEL = re.compile(r"\*\*([^*]+)\*\* \(([\u0600-\u06ff][^)]*)\)")
REFUSAL = re.compile(r"^\| (?P<english>[^|]+?) \| (?P<arabic>[\u0600-\u06ff«][^|]*?) \|", re.MULTILINE)
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def anchors(path):
    """The anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", path.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def code_in(text):
    """Everything that a document sets as code."""
    return FENCED.findall(text) + CODE.findall(FENCED.sub("", text))


def without_placeholders(words):
    """A message as the documents show it: what is filled in later is an ellipsis."""
    return PLACEHOLDER.sub("…", words)


@cache
def catalogue():
    """The entries of the Arabic catalogues, of the program and of its scripts."""
    folder = ROOT / "locale" / "ar" / "LC_MESSAGES"
    return [entry for name in ("django", "djangojs") for entry in polib.pofile(str(folder / f"{name}.po"))]


def arabic_of(english):
    """The Arabic of a label or message of the program or its scripts: ours, without a context where there is one, else
    Django's own."""
    entries = [entry for entry in catalogue() if without_placeholders(entry.msgid) == english]
    plain = [entry for entry in entries if not entry.msgctxt]
    with override("ar"):
        return {without_placeholders(entry.msgstr) for entry in plain or entries} or {gettext(english)}


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name):
    path = ROOT / name
    broken = []
    for link in LINK.findall(FENCED.sub("", path.read_text())):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)

    assert broken == []


def test_the_readme_begins_with_the_two_commands():
    blocks = FENCED.findall((ROOT / "README.md").read_text())
    commands = [line.partition("#")[0].strip() for line in blocks[0].splitlines()]

    assert commands == ["make run", "make test"]


@pytest.mark.parametrize("name", NAMES)
def test_every_make_command_that_is_named_exists(name):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        word
        for code in code_in((ROOT / name).read_text())
        for words in re.findall(r"^make ((?:[a-z-]+ ?)+)", code, re.MULTILINE)
        for word in words.split()
    }

    assert named - targets == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_management_command_that_is_named_exists(name):
    named = {
        command
        for code in code_in((ROOT / name).read_text())
        for command in re.findall(r"manage\.py ([a-z_]+)", code)
    }

    assert named - set(get_commands()) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_file_of_the_project_that_is_named_exists(name):
    files = {
        code
        for code in CODE.findall(FENCED.sub("", (ROOT / name).read_text()))
        if re.fullmatch(r"[\w.]+/[\w./-]+\.(py|sh|html|po|css|js)", code)
    }

    assert [file for file in sorted(files) if not (ROOT / file).exists()] == []


def glossary():
    """The rows of the glossary that name something of the program: (Arabic, English, "app.Model" or "app.Model.field")."""
    rows = re.findall(
        r"^\| (.+?) \| (.+?) \| `(\w+\.\w+(?:\.\w+)?)` \|$",
        (ROOT / "docs" / "glossary.md").read_text(),
        re.MULTILINE,
    )
    assert len(rows) > 50
    return rows


def verbose_name(name):
    """What the program calls the thing that a row of the glossary names, lazily translated; None if it is not there."""
    app, model, *field = name.split(".")
    try:
        options = apps.get_model(app, model)._meta
        return options.get_field(field[0]).verbose_name if field else options.verbose_name
    except (LookupError, FieldDoesNotExist):
        return None


def test_the_glossary_says_what_the_program_says():
    for arabic, english, name in glossary():
        assert verbose_name(name) is not None, f"{name} is in the glossary and not in the program"
        said = []
        for language in ("ar", "en"):
            with override(language):
                said.append(str(verbose_name(name)))
        assert (name, arabic, english) == (name, *said)


def test_the_glossary_says_the_choices_of_a_field_as_the_program_does():
    text = (ROOT / "docs" / "glossary.md").read_text()
    rows = re.findall(r"^\| (.+?) \| (.+?) \| `(\w+)\.(\w+)\.(\w+)` = `(\w+)` \|$", text, re.MULTILINE)
    assert len(rows) > 30
    for arabic, english, app, model, field, value in rows:
        label = dict(apps.get_model(app, model)._meta.get_field(field).choices)[value]
        said = []
        for language in ("ar", "en"):
            with override(language):
                said.append(str(label))
        assert (value, arabic, english) == (value, *said)


def test_the_glossary_has_every_model_that_an_editor_meets():
    ours = {"media_library", "publishing", "people", "events", "resolutions", "articles", "accounts"}
    # Kept behind the scenes: no page and no form shows them.
    hidden = {"publishing.ContentVersion", "publishing.PublicText", "resolutions.ReferenceSeries"}
    models = {model._meta.label for model in apps.get_models() if model._meta.app_label in ours} - hidden
    named = {".".join(name.split(".")[:2]) for _arabic, _english, name in glossary()}

    assert models - named == set()


def test_the_labels_in_the_editors_guide_are_those_of_the_desk():
    guide = ROOT / "docs" / "editing.md"
    chapters = [guide, *guide.with_suffix("").glob("*.md")]
    labels = [label for chapter in chapters for label in LABEL.findall(chapter.read_text())]
    refused = guide.read_text().partition("## When the desk refuses")[2]
    refusals = [row for row in REFUSAL.findall(refused) if row[0] != "English"]

    assert len(chapters) == 9
    assert len(labels) > 140
    assert len(refusals) > 30
    wrong = [
        (english, arabic) for english, arabic in [*labels, *refusals] if arabic not in arabic_of(english)
    ]
    assert wrong == []
