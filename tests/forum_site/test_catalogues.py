"""The catalogues: collected, kept in step, checked and compiled, in a small project; and our own, complete."""

import gettext
from pathlib import Path

import polib
import pytest

from forum_site import catalogues
from forum_site.message_sources import Message, as_python, merged, messages_in, package_messages

ROOT = Path(__file__).resolve().parent.parent.parent

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, npgettext, pgettext

class Thing:
    # Translators: the heading of the list
    # that readers see first.
    heading = _("Decisions")
    page = pgettext("a sheet of paper", "Page")

def how_many(n):
    _("Decisions")
    npgettext("in a file", "%(count)d page", "%(count)d pages", n)
    return ngettext("%(count)d decision", "%(count)d decisions", n) % {"count": n}
"""
TEMPLATE = """{% load i18n %}
  {# Translators: a link #}
  <a>{% translate "Read more" %}</a>
      <p title="{% translate 'Next' context 'page of a list' %}">it's "quoted"
   {% blocktranslate count counter=n trimmed %}
      {{ counter }} comment by {{ name }}
   {% plural %}
      {{ counter }} comments by {{ name }}
   {% endblocktranslate %}
</p>{% include "x.html" with label=_("Topics") %}
"""
SCRIPT = 'document.title = gettext("Unsaved changes"); ngettext("%s word", "%s words", n);'


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with one file of each kind, and no installed packages beside it."""
    monkeypatch.setattr("forum_site.message_sources.PACKAGES_WITHOUT_ARABIC", ())
    monkeypatch.setattr("forum_site.message_sources.PACKAGES_WITH_GAPS", ())
    monkeypatch.setattr("forum_site.message_sources.SOURCE_MAPS", ())
    for name, text in {
        "things/models.py": PYTHON,
        "templates/things/list.html": TEMPLATE,
        "static/js/form.js": SCRIPT,
        "tests/test_things.py": '_("never collected")',
        ".venv/lib/package.py": '_("never collected")',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def catalogue(project, language, domain="django"):
    return project / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


def translate(path, **words):
    """Write translations into a catalogue as a translator would; a list is plural forms."""
    file = polib.pofile(str(path))
    for entry in file:
        said = words.get(entry.msgid.replace("%(", "").replace(")d", "").replace(" ", "_"))
        if isinstance(said, list):
            entry.msgstr_plural = dict(enumerate(said))
        elif said is not None:
            entry.msgstr = said
    file.save()


def test_every_way_of_marking_a_message_is_found_and_tests_are_not(project):
    catalogues.update(project)

    found = {(e.msgctxt, e.msgid, e.msgid_plural) for e in polib.pofile(str(catalogue(project, "ar")))}
    assert found == {
        (None, "Decisions", ""),
        ("a sheet of paper", "Page", ""),
        ("in a file", "%(count)d page", "%(count)d pages"),
        (None, "%(count)d decision", "%(count)d decisions"),
        (None, "Read more", ""),
        ("page of a list", "Next", ""),
        (None, "%(counter)s comment by %(name)s", "%(counter)s comments by %(name)s"),
        (None, "Topics", ""),
    }
    in_scripts = {(e.msgid, e.msgid_plural) for e in polib.pofile(str(catalogue(project, "ar", "djangojs")))}
    assert in_scripts == {("Unsaved changes", ""), ("%s word", "%s words")}


def test_translators_see_files_without_line_numbers_and_the_authors_comments(project):
    catalogues.update(project)

    text = catalogue(project, "ar").read_text()
    assert "#. Translators: the heading of the list that readers see first.\n#: things/models.py\n" in text
    assert "#. Translators: a link\n#: templates/things/list.html\n" in text
    assert ".py:" not in text


def test_english_fills_itself_and_arabic_waits_with_six_forms(project):
    catalogues.update(project)

    english = catalogues.entries(catalogue(project, "en"))
    assert english[None, "Decisions"].msgstr == "Decisions"
    plural = english[None, "%(count)d decision"].msgstr_plural
    assert plural == {0: "%(count)d decision", 1: "%(count)d decisions"}
    arabic = catalogues.entries(catalogue(project, "ar"))
    assert arabic[None, "Decisions"].msgstr == ""
    assert arabic[None, "%(count)d decision"].msgstr_plural == dict.fromkeys(range(6), "")


def test_updating_twice_changes_nothing_and_keeps_what_was_written(project):
    catalogues.update(project)
    translate(catalogue(project, "ar"), Decisions="القرارات")
    translate(catalogue(project, "en"), Decisions="Our decisions")

    assert catalogues.update(project) == []
    assert catalogues.entries(catalogue(project, "ar"))[None, "Decisions"].msgstr == "القرارات"
    assert catalogues.entries(catalogue(project, "en"))[None, "Decisions"].msgstr == "Our decisions"


def test_a_changed_message_is_new_and_never_fuzzy(project):
    catalogues.update(project)
    translate(catalogue(project, "ar"), Decisions="القرارات")
    source = project / "things" / "models.py"
    source.write_text(source.read_text().replace('"Decisions"', '"The decisions"'))

    assert set(catalogues.update(project)) == {catalogue(project, "ar"), catalogue(project, "en")}
    arabic = catalogues.entries(catalogue(project, "ar"))
    assert arabic[None, "The decisions"].msgstr == ""
    assert (None, "Decisions") not in arabic
    assert "fuzzy" not in catalogue(project, "ar").read_text()
    assert "#~" not in catalogue(project, "ar").read_text()


def test_the_check_names_file_msgid_and_fault(project):
    assert "locale/ar/LC_MESSAGES/django.po: missing; run `make messages`" in catalogues.check(project)
    catalogues.update(project)
    translate(
        catalogue(project, "ar"),
        Decisions="القرارات",
        count_decision=["لا قرارات", "قرار واحد", "قراران", "قرارات", "%(count)d قرارًا", "%(n)d قرار"],
    )
    path = catalogue(project, "ar")
    path.write_text(
        path.read_text().replace("#: things/models.py\nmsgid", "#, fuzzy\n#: things/models.py\nmsgid")
    )
    (project / "things" / "new.py").write_text('_("Brand new")')

    problems = [p for p in catalogues.check(project) if "/ar/" in p and "django.po" in p]
    where = "locale/ar/LC_MESSAGES/django.po: "
    assert f"{where}'Brand new': new in the sources; run `make messages`" in problems
    assert f"{where}'Read more': empty" in problems
    assert f"{where}'Decisions': fuzzy; settle it and remove the flag" in problems
    assert f"{where}'%(count)d decision': form 3: does not say %(count)d" in problems
    assert f"{where}'%(count)d decision': form 5: says %(n)d, which the source does not" in problems
    assert not [p for p in problems if "form 0" in p and "'%(count)d decision': " in p]


@pytest.mark.parametrize(
    ("source", "words", "problems"),
    [
        ("%(a)s and {b}", "{b} و%(a)s", []),
        ("%(a)s", "أ", ["does not say %(a)s"]),
        ("a", "{x}", ["says {x}, which the source does not"]),
        ("%s of %d", "%d من %s", ["must say %s, %d in this order"]),
        ("100%% of %(a)s", "%(a)s بنسبة 100%", ["has a lone %; write %%"]),
        ("100%% of %(a)s", "%(a)s بنسبة 100%%", []),
        ("a", "  ", ["empty"]),
    ],
)
def test_placeholders_are_those_of_the_source(source, words, problems):
    assert catalogues.problems_of_form(source, words, may_omit=0) == problems


def test_a_catalogue_with_too_few_plural_forms_is_refused():
    entry = polib.POEntry(msgid="%(n)d day", msgid_plural="%(n)d days")
    entry.msgstr_plural = {0: "يوم", 1: "%(n)d أيام"}

    assert catalogues.problems_of_entry(entry, "ar") == ["2 plural forms instead of 6"]


def test_a_complete_catalogue_has_no_problems_and_an_obsolete_entry_is_one(project):
    catalogues.update(project)
    path = catalogue(project, "en")
    assert [p for p in catalogues.check(project) if "/en/" in p] == []

    path.write_text(path.read_text() + '\n#~ msgid "Gone"\n#~ msgstr "Gone"\n')
    assert [p for p in catalogues.check(project) if "/en/" in p] == [
        "locale/en/LC_MESSAGES/django.po: 'Gone': obsolete; delete it"
    ]


def test_a_long_comment_that_is_broken_into_lines_in_the_file_is_the_same_comment(project):
    comment = "Translators: " + "stands before the day on which readers first saw it, " * 5
    (project / "things" / "long.py").write_text(f"# {comment}\n_('Seen on')\n")
    catalogues.update(project)

    assert max(map(len, catalogue(project, "en").read_text().splitlines())) < len(comment)
    assert [problem for problem in catalogues.check(project) if "comments" in problem] == []
    assert catalogues.update(project) == []


def test_compiling_writes_what_gettext_reads_and_only_what_changed(project):
    catalogues.update(project)
    forms = ["لا قرارات", "قرار واحد", "قراران", "%(count)d قرارات", "%(count)d قرارًا", "%(count)d قرار"]
    translate(catalogue(project, "ar"), Decisions="القرارات", count_decision=forms)

    written = catalogues.compile_stale(project)
    assert {path.relative_to(project).as_posix() for path in written} == {
        f"locale/{code}/LC_MESSAGES/{domain}.mo" for code in ("ar", "en") for domain in ("django", "djangojs")
    }
    assert catalogues.compile_stale(project) == []
    arabic = gettext.translation("django", project / "locale", ["ar"])
    assert arabic.gettext("Decisions") == "القرارات"
    expected = dict(
        zip((0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103), (0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 3), strict=True)
    )
    said = {n: arabic.ngettext("%(count)d decision", "%(count)d decisions", n) for n in expected}
    assert said == {n: forms[form] for n, form in expected.items()}


def test_a_message_said_alone_and_with_a_plural_is_one_entry():
    alone, counted = Message("day", files={"a.py"}), Message("day", "days", files={"b.py"})

    assert list(merged([alone], [counted]).values()) == [Message("day", "days", None, {"a.py", "b.py"})]


def test_a_template_indented_anyhow_is_read():
    text = '<ul>\n      <li>{% translate "One" %}\n  </li>\n    {% translate "Two" %}\n'

    assert [m.msgid for m in messages_in(as_python(text), "python", "x.html")] == ["One", "Two"]


def test_parlers_own_words_are_collected_without_its_tests():
    found = merged(package_messages("parler"))

    assert (None, "Delete Translation") in found
    assert {file.split("/")[0] for message in found.values() for file in message.files} == {"parler"}
    assert not [file for message in found.values() for file in message.files if "tests" in file]


def test_our_catalogues_are_complete_and_in_step_with_the_sources():
    assert catalogues.check(ROOT) == []
