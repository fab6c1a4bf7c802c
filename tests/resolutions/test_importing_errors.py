"""What an import refuses: every mistake of every row at once, with its row, its column and what to do; and nothing is written."""

import pytest
from django.utils.translation import override

from publishing import bin as desk_bin
from resolutions.importing.sheets import Sheet
from tests.factories import chief, make_decision, make_event, make_organisation, make_topic
from tests.personas import make_user
from tests.resolutions.tables import brought, errors, whats, written

pytestmark = pytest.mark.django_db

RESOLUTIONS, MILESTONES, UPDATES = Sheet.RESOLUTIONS, Sheet.MILESTONES, Sheet.UPDATES
NO_SUCH = "There is no decision or recommendation “\u2068MQF-2024-D9\u2069”. Correct the reference."
NO_DAY = "This is no day; write it like 2026-05-31."


@pytest.fixture(autouse=True)
def _one_decision():
    make_decision(make_event(code="MQF-2024"), ar={"title": "قرار أول"}, en={"title": "First"}, live=True)
    make_organisation(name_ar="الوقف", name_en="The waqf")
    make_topic(name_ar="التعليم", name_en="Learning")


#: (sheet, column, what stands in it, the sentence): each alone in a row about MQF-2024-D1 that has nothing else wrong.
CELLS = [
    (RESOLUTIONS, "reference", "MQF-2024-D9", NO_SUCH),
    (RESOLUTIONS, "kind", "recommendation", "The kind of one that has a reference does not change."),
    (RESOLUTIONS, "kind", "law", "Write one of these: \u2068Decision\u2069 and \u2068Recommendation\u2069."),
    (RESOLUTIONS, "event", "MQF-2025", "The event of one that has a reference does not change."),
    (RESOLUTIONS, "title_ar", "ط" * 201, "This is longer than 200 characters."),
    (RESOLUTIONS, "summary_en", "s" * 601, "This is longer than 600 characters."),
    (RESOLUTIONS, "slug_en", "؟!", "An address needs at least one letter or digit; type one."),
    (RESOLUTIONS, "due_on", "31/12/2025", NO_DAY),
    (RESOLUTIONS, "due_on", "12-31-2025", NO_DAY),
    (RESOLUTIONS, "due_on", "2025-02-30", NO_DAY),
    (RESOLUTIONS, "due_on", "0025-02-03", "Choose a day between 1900 and 2100."),
    (RESOLUTIONS, "due_on", "2020-01-01", "It would be due before it was adopted."),
    (RESOLUTIONS, "order", "-1", "Write a whole number from 0 to 32767."),
    (RESOLUTIONS, "order", "99999", "Write a whole number from 0 to 32767."),
    (RESOLUTIONS, "order", "1.5", "Write a whole number from 0 to 32767."),
    (RESOLUTIONS, "responsible", "The waqf; Nobody",
     "There is no organisation “\u2068Nobody\u2069” on the site. Correct the name, or add the organisation first."),
    (RESOLUTIONS, "topics", "x" * 99,
     f"There is no topic “\u2068{'x' * 80}\u2069” on the site. Correct the name, or add the topic first."),
    (RESOLUTIONS, "source_language", "fr", "Write one of these: \u2068Arabic\u2069 and \u2068English\u2069."),
    (MILESTONES, "reference", "", "Write the reference of the decision or recommendation."),
    (MILESTONES, "id", "77", "It has no milestone of this number. Leave the cell empty, or correct it."),
    (MILESTONES, "id", "9" * 30, "It has no milestone of this number. Leave the cell empty, or correct it."),
    (MILESTONES, "title_en", "", "A milestone needs its title in both languages."),
    (MILESTONES, "milestone_kind", "feast", "Write one of these: \u2068Step\u2069 and \u2068Meeting\u2069."),
    (MILESTONES, "due_on", "tomorrow", NO_DAY),
    (MILESTONES, "done_on", "2099-01-01", "That day has not come yet."),
    (MILESTONES, "source_url", "javascript:alert(1)", "Enter a valid URL."),
    (UPDATES, "reference", "MQF-2024-D9", NO_SUCH),
    (UPDATES, "noted_on", "", "Write the day from which the status holds."),
    (UPDATES, "noted_on", "2024-01-01", "That day is before the adoption."),
    (UPDATES, "noted_on", "2099-01-01", "That day has not come yet."),
    (UPDATES, "to_status", "proposed", "A decision that is “In progress” cannot become “Proposed”."),
    (UPDATES, "note_ar", "", "Say in a note what happened, in Arabic or in English."),
    (UPDATES, "evidence_url", "nowhere", "Enter a valid URL."),
    (UPDATES, "superseded_by", "MQF-2024-D1", "Only what is superseded has something in its place."),
]  # fmt: skip
GOOD = {
    RESOLUTIONS: {"reference": "MQF-2024-D1"},
    MILESTONES: {"reference": "MQF-2024-D1", "title_ar": "محطة", "title_en": "Step"},
    UPDATES: {
        "reference": "MQF-2024-D1",
        "noted_on": "2025-01-02",
        "to_status": "in_progress",
        "note_ar": "بدأ العمل",
    },
}


@pytest.mark.parametrize(("sheet", "column", "text", "sentence"), CELLS)
def test_a_mistake_is_told_with_its_row_and_column(sheet, column, text, sentence, in_english):
    good = GOOD[sheet]
    head = list(dict.fromkeys([*good, column]))
    bad = good | {column: text}
    first = [(good | {"note_ar": "قبله"}).get(name, "") for name in head]
    rows = [first, [bad.get(name, "") for name in head]]
    # On the sheet of resolutions one reference stands in one row only.
    rows = rows[1:] if sheet == RESOLUTIONS else rows
    where = "note_ar" if "note" in sentence and column == "note_ar" else column
    if column == "to_status" and "cannot" in sentence:
        where = ""
    before = written()
    found = brought(head, *rows, sheet=sheet)
    assert errors(found) == [(len(rows) + 1, where, sentence)]
    assert (found.is_done, written()) == (False, before)


#: What a new one cannot be without.
NEW = [
    ({"kind": ""}, "kind", "Write one of these: \u2068Decision\u2069 and \u2068Recommendation\u2069."),
    ({"event": ""}, "event", "Write the code of the event, such as MQF-2024."),
    ({"event": "NOWHERE"}, "event", "There is no event with the code “\u2068NOWHERE\u2069”. There are: \u2068MQF-2024\u2069."),
    ({"title_ar": ""}, "title_ar", "A new one needs a title in one of the two languages."),
    ({"title_ar": "\u200f"}, "title_ar", "A text needs a title."),
    ({"title_ar": "", "title_en": "Title", "summary_ar": "موجز"}, "title_ar", "A text needs a title."),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "column", "sentence"), NEW)
def test_a_new_one_needs_a_kind_an_event_and_a_title(cells, column, sentence, in_english):
    row = {
        "reference": "",
        "kind": "decision",
        "event": "MQF-2024",
        "title_ar": "قرار جديد",
        "title_en": "",
        "summary_ar": "",
    }
    before = written()
    assert errors(brought(tuple(row), tuple((row | cells).values()))) == [(2, column, sentence)]
    assert written() == before


def test_a_new_one_without_the_columns_is_told_all_that_it_lacks(in_english):
    assert [(name, sentence[:9]) for _row, name, sentence in errors(brought(["due_on"], ["31.12.2025"]))] == [
        ("kind", "Write one"), ("event", "Write the"), ("title_ar", "A new one"), ("due_on", "This is n"),
    ]  # fmt: skip


def test_one_mistake_among_many_rows_keeps_everything_out(in_english):
    head = ("reference", "kind", "event", "title_ar", "order")
    before = written()
    report = brought(
        head,
        ("MQF-2024-D1", "", "", "معدَّل", "5"),
        ("", "decision", "MQF-2024", "جديد", "1"),
        ("", "decision", "MQF-2024", "", "x"),
        ("MQF-2024-D1", "", "", "ثانية", "6"),
    )
    assert whats(report) == ["changed", "new", "refused", "refused"]
    assert errors(report) == [
        (4, "title_ar", "A new one needs a title in one of the two languages."),
        (4, "order", "Write a whole number from 0 to 32767."),
        (5, "reference", "Row 2 is about the same one. Put the two together."),
    ]
    assert (report.is_done, written()) == (False, before)


def test_what_is_in_the_bin_is_not_changed(in_english):
    gone = make_decision(make_event(code="GONE"), en=None)
    desk_bin.move_to_bin(gone, chief())
    sentence = "This document is in the bin; take it back first."
    assert errors(brought(["reference", "order"], ["GONE-D1", "7"])) == [(2, "reference", sentence)]


def test_a_name_that_several_have_asks_for_the_number(in_english):
    twin = make_organisation(name_ar="وقف آخر", name_en="The Waqf")
    first = type(twin).objects.get(name_ar="الوقف")
    numbers = f"{first.pk} and {twin.pk}"
    sentence = (
        f"Several have the name “\u2068The waqf\u2069”. Write the number of the one that is meant: {numbers}."
    )
    assert errors(brought(["reference", "responsible"], ["MQF-2024-D1", "The waqf"])) == [
        (2, "responsible", sentence)
    ]
    assert whats(brought(["reference", "responsible"], ["MQF-2024-D1", str(twin.pk)])) == ["changed"]
    # It is the one that is there already.
    assert whats(brought(["reference", "responsible"], ["MQF-2024-D1", "The waqf"])) == ["unchanged"]


def test_columns_that_say_different_things_are_refused(in_english):
    make_organisation(name_ar="الجامعة", name_en="The university")
    sentence = "The columns of this fact say different things. Keep one of them."
    report = brought(
        ["reference", "responsible_ar", "responsible_en"], ["MQF-2024-D1", "الوقف", "The university"]
    )
    assert errors(report) == [(2, "responsible_en", sentence)]


def test_only_who_publishes_records_an_adoption(in_english):
    make_decision(make_event(code="NEXT"), status="proposed", adopted_on=None)
    rows = (["reference", "noted_on", "to_status", "note_ar"], ["NEXT-D1", "2025-01-02", "adopted", "اعتُمد"])
    sentence = "Only a publisher may record that something was adopted or replaced; ask one to do it."
    assert errors(brought(*rows, sheet=UPDATES, by=make_user("editor"))) == [(2, "to_status", sentence)]
    assert whats(brought(*rows, sheet=UPDATES, by=make_user("publisher"))) == ["new"]


@pytest.mark.parametrize("sheet", [MILESTONES, UPDATES])
def test_an_author_changes_nothing(sheet, in_english):
    sentences = {
        MILESTONES: "You may not change the facts of this document.",
        UPDATES: "You may not record what became of a decision.",
    }
    before = written()
    report = brought(list(GOOD[sheet]), list(GOOD[sheet].values()), sheet=sheet, by=make_user("author"))
    assert errors(report) == [(2, "", sentences[sheet])]
    assert written() == before


def test_a_mistake_is_told_in_the_language_of_the_person():
    rows = (["reference", "due_on"], ["MQF-2024-D1", "31/12/2025"])
    with override("ar"):
        arabic = errors(brought(*rows))
    with override("en"):
        english = errors(brought(*rows))
    assert arabic == [(2, "due_on", "هذا ليس تاريخًا صحيحًا؛ اكتبه على هذا النحو: \u20662026-05-31\u2069.")]
    assert english == [(2, "due_on", NO_DAY)]
