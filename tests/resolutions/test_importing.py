"""Decisions and recommendations out of a table: what becomes of facts and words, and that readers see none of the words."""

from datetime import date

import pytest
from django.utils.translation import override

from publishing.models import Act, DocumentTranslation, PublicText, Revision
from resolutions.importing.reading import read_table
from resolutions.importing.running import run
from resolutions.importing.sheets import COLUMNS, Sheet
from resolutions.importing.values import key_of
from resolutions.models import Resolution, Status
from tests.factories import (
    chief,
    draft_over_live,
    make_decision,
    make_event,
    make_organisation,
    make_recommendation,
    make_topic,
)
from tests.personas import make_user
from tests.resolutions.tables import as_csv, as_xlsx, brought, changes, errors, whats, written

pytestmark = pytest.mark.django_db

NEW_HEAD = (
    "kind",
    "event",
    "title_ar",
    "title_en",
    "summary_ar",
    "body_ar",
    "due_on",
    "responsible",
    "topics",
    "order",
)


@pytest.fixture
def event():
    return make_event(code="MQF-2024", live=True)


@pytest.fixture
def decision(event):
    """A live decision with every fact, in both languages."""
    return make_decision(
        event,
        ar={"title": "قرار أول", "slug": "أول", "summary": "موجز أول."},
        en={"title": "First decision", "slug": "first", "summary": "First summary."},
        live=True, order=3, due_on=date(2025, 6, 30), adopted_on=date(2024, 12, 22),
        responsible=[make_organisation(name_ar="الوقف", name_en="The waqf")],
        topics=[make_topic(name_ar="التعليم", name_en="Learning")],
    )  # fmt: skip


def words(resolution, language):
    copy = DocumentTranslation.objects.get(master_id=resolution.pk, language_code=language)
    return {name: getattr(copy, name) for name in ("title", "slug", "summary", "body")}


def public():
    return list(PublicText.objects.order_by("pk").values())


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_a_new_one_is_numbered_proposed_and_not_public(event, make, in_english):
    waqf, learning = (
        make_organisation(name_ar="الوقف", name_en="The waqf"),
        make_topic(name_ar="التعليم", name_en="Learning"),
    )
    before = public()
    body = "تمهيد <قصير>.\nسطر ثان.\n\n1. تأسيس الأكاديمية.\n٢. بدء الدورات.\n\nخاتمة."
    row = (
        "قرار",
        "mqf-2024",
        "تأسيس أكاديمية",
        "An academy",
        "موجز.",
        body,
        "٢٠٢٦-٥-٣١",
        "the WAQF",
        "التعليم",
        "٧",
    )
    report = brought(NEW_HEAD, row, make=make)
    made = Resolution.objects.get()
    assert (report.is_done, whats(report), errors(report)) == (True, ["new"], [])
    assert (made.kind, made.reference, made.status, made.adopted_on) == (
        "decision",
        "MQF-2024-D1",
        Status.PROPOSED,
        None,
    )
    assert (made.due_on, made.order, made.source_language) == (date(2026, 5, 31), 7, "ar")
    assert ([*made.responsible.all()], [*made.topics.all()]) == ([waqf], [learning])
    assert words(made, "ar") == {
        "title": "تأسيس أكاديمية", "slug": "تأسيس-أكاديمية", "summary": "موجز.",
        "body": "<p>تمهيد &lt;قصير&gt;.<br>سطر ثان.</p><ol><li>تأسيس الأكاديمية.</li><li>بدء الدورات.</li></ol><p>خاتمة.</p>",
    }  # fmt: skip
    assert words(made, "en") == {"title": "An academy", "slug": "an-academy", "summary": "", "body": ""}
    assert set(Revision.objects.filter(document=made).values_list("note", flat=True)) == {
        "Imported from \u2068decisions.csv\u2069"
    }
    assert public() == before


def test_a_change_goes_into_the_working_copy_and_the_facts(decision):
    before, other = public(), make_organisation(name_ar="الجامعة", name_en="The university")
    report = brought(
        ("reference", "title_ar", "due_on", "responsible", "order"),
        ("mqf-2024-d1", "قرار أول معدَّل", "2026-01-31", f"The waqf; {other.pk}", "3"),
    )
    assert changes(report) == {
        2: {
            "due_on": ("2025-06-30", "2026-01-31"),
            "responsible": ("الوقف", "الوقف; الجامعة"),
            "title_ar": ("قرار أول", "قرار أول معدَّل"),
        }
    }
    assert (whats(report), report.seen) == (["changed"], 1)
    assert words(decision, "ar")["title"] == "قرار أول معدَّل"
    assert words(decision, "ar")["slug"] == "أول"
    assert words(decision, "en")["title"] == "First decision"
    now = Resolution.objects.get()
    assert (now.due_on, {*now.responsible.all()}) == (date(2026, 1, 31), {*decision.responsible.all(), other})
    assert (
        Act.objects.filter(name=Act.Name.CHANGE_FACTS).values_list("note", flat=True).get()
        == "due_on,responsible"
    )
    assert public() == before


def test_an_empty_cell_empties_a_fact_and_a_column_that_is_absent_does_not(decision):
    brought(("reference", "due_on", "topics"), ("MQF-2024-D1", "", ""))
    now = Resolution.objects.get()
    assert (now.due_on, now.topics.count(), now.responsible.count(), now.order) == (None, 0, 1, 3)


def test_an_empty_cell_empties_a_summary_and_keeps_the_address(decision):
    brought(("reference", "title_en", "slug_en", "summary_en"), ("MQF-2024-D1", "First, renamed", "", ""))
    assert words(decision, "en")["slug"] == "first"
    assert (words(decision, "en")["title"], words(decision, "en")["summary"]) == ("First, renamed", "")


def test_a_trial_run_writes_nothing_and_says_what_the_import_does(decision):
    rows = (("reference", "kind", "event", "title_ar", "order"), ("MQF-2024-D1", "", "", "معدَّل", "9"),
            ("", "توصية", "MQF-2024", "توصية جديدة", "1"))  # fmt: skip
    before = written()
    trial = brought(*rows, is_trial=True)
    assert (written(), trial.is_done, whats(trial)) == (before, False, ["changed", "new"])
    done = brought(*rows, shown=trial.digest)
    assert (done.is_done, changes(done)) == (True, changes(trial))
    assert Resolution.objects.get(kind="recommendation").reference == "MQF-2024-R1"


def test_the_same_file_twice_changes_nothing(decision):
    rows = (("reference", "title_ar", "order"), ("MQF-2024-D1", "معدَّل", "9"))
    brought(*rows)
    before = written()
    again = brought(*rows)
    assert (whats(again), written()) == (["unchanged"], before)


def test_new_ones_are_not_made_twice(event, in_english):
    rows = (("kind", "event", "title_ar", "title_en"), ("decision", "MQF-2024", "قرار جديد", "A new one"))
    brought(*rows)
    before = written()
    sentence = "\u2068MQF-2024-D1\u2069 of this event has this title already. Write the reference into the row to change it."
    assert errors(brought(*rows)) == [(2, "title_ar", sentence), (2, "title_en", sentence)]
    assert written() == before


@pytest.mark.parametrize("name", ["decisions", "recommendations"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_file_that_the_site_gives_out_is_unchanged(client, event, name, language):
    make = {"decisions": make_decision, "recommendations": make_recommendation}[name]
    bodies = [make_organisation(name_ar="الوقف", name_en="Waqf; the first"), make_organisation()]
    make(event, ar={"title": "=قرار، «أول»", "summary": "سطر\nوسطر"}, live=True, order=2, due_on=date(2025, 1, 2),
         responsible=bodies, topics=[make_topic(), make_topic()])  # fmt: skip
    half = make(event, en="A draft that nobody sees")
    draft_over_live(half, "ar", title=words(half, "ar")["title"])
    before = written()
    content = client.get(f"/{language}/{name}.csv").content
    table = read_table(content, f"{name}.csv")
    report = run(Sheet.RESOLUTIONS, table, chief(), is_trial=False)
    assert (whats(report), errors(report)) == (["unchanged", "unchanged"], [])
    assert written() == before
    assert {"id", "status", "adopted_on", "address", "url_ar", "url_en"} <= set(report.ignored)
    taken = {"reference", "kind", "event", "due_on", "title_ar", "title_en", "summary_ar", "summary_en", "responsible_ar",
             "responsible_en"}  # fmt: skip
    assert taken & set(report.ignored) == set()


def test_one_of_the_two_columns_of_bodies_is_enough_to_change_them(decision):
    report = brought(
        ("reference", "responsible_ar", "responsible_en", "topics_ar"),
        ("MQF-2024-D1", "الوقف", "", "التعليم"),
    )
    assert changes(report) == {2: {"responsible": ("الوقف", "")}}


def test_the_other_language_becomes_the_original(decision):
    report = brought(("reference", "source_language"), ("MQF-2024-D1", "الإنجليزية"))
    assert changes(report) == {2: {"source_language": ("العربية", "الإنجليزية")}}
    assert Resolution.objects.get().source_language == "en"
    assert Act.objects.filter(name=Act.Name.CHANGE_SOURCE).count() == 1


def test_html_is_taken_and_sanitised(decision):
    brought(
        ("reference", "body_en"),
        ("MQF-2024-D1", "<p onclick='x()'>One</p><script>alert(1)</script><h2>Two</h2>"),
    )
    assert words(decision, "en")["body"] == "<p>One</p><h2>Two</h2>"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_columns_are_known_by_their_labels_in_both_languages(decision, language):
    known = {column.name: column for column in COLUMNS[Sheet.RESOLUTIONS]}
    with override(language):
        head = [f" {str(known[name].label).upper()} " for name in ("reference", "title_ar", "due_on")]
    report = brought(head, ("MQF-2024-D1", "قرار أول", "2025-06-30"))
    assert (whats(report), report.ignored) == (["unchanged"], [])


@pytest.mark.parametrize("sheet", list(Sheet))
def test_no_two_columns_have_one_name(sheet):
    meant = {}
    for language in ("ar", "en"):
        with override(language):
            for column in COLUMNS[sheet]:
                for name in (column.name, str(column.label)):
                    meant.setdefault(key_of(name), set()).add(column.name)
    assert [names for names in meant.values() if len(names) > 1] == []


def test_an_editor_imports_and_a_translator_does_not(decision, in_english):
    rows = (("reference", "title_en", "order"), ("MQF-2024-D1", "By an editor", "8"))
    translator = make_user("translator", word_languages=["en"])
    before = written()
    assert errors(brought(*rows, by=translator)) == [
        (2, "", "You may not change the facts of this document.")
    ]
    assert written() == before
    assert whats(brought(*rows, by=make_user("editor"))) == ["changed"]


def test_an_editor_of_one_language_is_told_where_the_other_one_stands(decision, in_english):
    editor = make_user("editor", word_languages=["ar"])
    report = brought(("reference", "title_ar", "title_en"), ("MQF-2024-D1", "عنوان", "Title"), by=editor)
    assert errors(report) == [(2, "", "You may not write this text in this language.")]
    assert words(decision, "ar")["title"] == "قرار أول"
