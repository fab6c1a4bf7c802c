"""Adoption, replacement, correction and the note that follows later: what they write, and what they refuse."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from publishing.models import Act
from publishing.workflow import WorkflowError
from resolutions.entries import in_order, replacement_of, since, status_on
from resolutions.followup import add_note, record_status_update
from resolutions.models import Resolution, Status, StatusUpdate
from tests.factories import chief, make_decision, make_recommendation, withdrawn
from tests.personas import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("in_english")]

ADOPTED_ON, BEGAN_ON, STALLED_ON = date(2024, 12, 22), date(2025, 1, 10), date(2025, 3, 1)
PROOF = {"evidence_url": "https://example.org/report"}


@pytest.fixture
def proposal():
    return make_decision(adopted_on=None, status=Status.PROPOSED)


def record(resolution, to_status, noted_on, by=None, note_ar="ملاحظة", **more):
    return record_status_update(resolution, by or chief(), to_status, noted_on, note_ar, **more)


def facts(resolution):
    return Resolution.objects.values_list("status", "adopted_on").get(pk=resolution.pk)


def written():
    return [list(model.objects.order_by("pk").values()) for model in (Resolution, StatusUpdate, Act)]


@pytest.fixture
def refused():
    """The call raises WorkflowError with these words for this field, and nothing is written."""
    from contextlib import contextmanager

    @contextmanager
    def check(message, field=""):
        before = written()
        with pytest.raises(WorkflowError) as caught:
            yield
        assert (str(caught.value), caught.value.field) == (message, field)
        assert written() == before

    return check


# ---- Adoption


def test_what_is_proposed_is_adopted_on_its_day(proposal):
    assert facts(proposal) == ("proposed", None)
    record(proposal, "adopted", ADOPTED_ON)
    assert facts(proposal) == ("adopted", ADOPTED_ON)
    assert (proposal.status, proposal.adopted_on) == ("adopted", ADOPTED_ON)


def test_what_is_told_before_the_adoption_leaves_it_a_proposal(proposal, editor):
    record(proposal, "proposed", date(2024, 12, 1), by=editor)
    assert facts(proposal) == ("proposed", None)


def test_it_is_not_due_before_it_is_adopted(refused):
    proposal = make_decision(adopted_on=None, status=Status.PROPOSED, due_on=date(2024, 12, 1))
    with refused("It would be due before it was adopted.", "noted_on"):
        record(proposal, "adopted", ADOPTED_ON)


RESERVED = "Only a publisher may record that something was adopted or replaced; ask one to do it."


def test_who_may_adopt(proposal, editor, publisher, refused):
    with refused(RESERVED, "to_status"):
        record(proposal, "adopted", ADOPTED_ON, by=editor)
    record(proposal, "adopted", ADOPTED_ON, by=publisher)
    assert facts(proposal) == ("adopted", ADOPTED_ON)


# ---- Replacement


@pytest.mark.parametrize("may_change", [True, False])
def test_who_may_not_change_the_kind_records_nothing_of_it(refused, may_change):
    from accounts.models import User

    person = User.objects.create(username="limited", is_staff=True)
    names = ["record_status_update", "change_decision"] + ["change_recommendation"] * may_change
    person.user_permissions.set(Permission.objects.filter(codename__in=names))
    recommendation = make_recommendation()
    record(make_decision(), "in_progress", BEGAN_ON, by=person)
    update = record(recommendation, "in_progress", BEGAN_ON)
    if may_change:
        record(recommendation, "stalled", BEGAN_ON, by=person)
        add_note(update, person, "en", "A note")
        return
    with refused("You may not record what became of a decision."):
        record(recommendation, "stalled", BEGAN_ON, by=person)
    with refused("You may not write notes in this language."):
        add_note(update, person, "en", "A note")


def test_who_may_replace(editor, publisher, refused):
    old, new = make_decision(), make_decision(live=True)
    with refused(RESERVED, "to_status"):
        record(old, "superseded", BEGAN_ON, by=editor, superseded_by=new)
    update = record(old, "superseded", BEGAN_ON, by=publisher, superseded_by=new)
    assert (facts(old)[0], update.superseded_by_id) == ("superseded", new.pk)
    assert facts(new)[0] == "adopted"


def test_what_is_replaced_names_what_takes_its_place(refused):
    old, draft, public = make_decision(), make_decision(), make_decision(live=True)
    withdrawn(hidden := make_recommendation(en=None), "ar")
    with refused("Name the decision or recommendation that takes its place.", "superseded_by"):
        record(old, "superseded", BEGAN_ON)
    for unseen in (draft, hidden):
        with refused("Readers cannot see what takes its place; publish it first.", "superseded_by"):
            record(old, "superseded", BEGAN_ON, superseded_by=unseen)
    with refused("Only what is superseded has something in its place.", "superseded_by"):
        record(old, "stalled", BEGAN_ON, superseded_by=public)


def test_nothing_replaces_itself_nor_what_replaced_it(refused):
    first, second, third = (make_decision(live=True) for _number in range(3))
    message = "That one was itself replaced by this one; choose another."
    with refused(message, "superseded_by"):
        record(first, "superseded", BEGAN_ON, superseded_by=first)
    record(first, "superseded", BEGAN_ON, superseded_by=second)
    record(second, "superseded", BEGAN_ON, superseded_by=third)
    for earlier in (first, second):
        with refused(message, "superseded_by"):
            record(third, "superseded", BEGAN_ON, superseded_by=earlier)


def test_what_is_told_afterwards_of_a_replaced_one_keeps_what_replaced_it(refused):
    old, new, other = make_decision(), make_decision(live=True), make_decision(live=True)
    first = record(old, "superseded", BEGAN_ON, superseded_by=new)
    record(old, "superseded", STALLED_ON)
    record(old, "superseded", STALLED_ON, superseded_by=new)
    assert replacement_of(in_order(old.status_updates.all())) == new.pk
    # Another successor is a correction of the entry that names it, which then holds for all.
    with refused("What takes its place is recorded already; correct that entry instead.", "superseded_by"):
        record(old, "superseded", STALLED_ON, superseded_by=other)
    record(old, "superseded", BEGAN_ON, superseded_by=other, corrects=first)
    assert replacement_of(in_order(old.status_updates.all())) == other.pk


# ---- Correction


def test_a_correction_stands_in_the_place_of_the_other_and_rewrites_nothing():
    decision = make_decision(adopted_on=ADOPTED_ON)
    wrong = record(decision, "in_progress", BEGAN_ON)
    before = StatusUpdate.objects.filter(pk=wrong.pk).values().get()
    right = record(decision, "stalled", BEGAN_ON, note_ar="تصويب", corrects=wrong)
    assert StatusUpdate.objects.filter(pk=wrong.pk).values().get() == before
    assert (right.from_status, right.to_status, right.corrects_id) == ("adopted", "stalled", wrong.pk)
    assert facts(decision) == ("stalled", ADOPTED_ON)
    assert [entry.pk for entry in in_order(decision.status_updates.all())] == [right.pk]
    assert set(StatusUpdate.objects.standing()) == {right}


def test_an_early_entry_is_corrected_and_the_status_of_today_stays():
    decision = make_decision(adopted_on=ADOPTED_ON)
    early = record(decision, "in_progress", BEGAN_ON)
    late = record(decision, "implemented", STALLED_ON, **PROOF)
    right = record(decision, "stalled", date(2025, 1, 12), corrects=early)
    assert facts(decision)[0] == "implemented"
    assert [entry.pk for entry in in_order(decision.status_updates.all())] == [right.pk, late.pk]
    # What was corrected is corrected through its correction.
    again = record(decision, "in_progress", BEGAN_ON, corrects=right)
    assert [entry.pk for entry in in_order(decision.status_updates.all())] == [again.pk, late.pk]


def test_of_one_day_a_correction_keeps_the_place_of_what_it_corrects():
    decision = make_decision(adopted_on=ADOPTED_ON)
    first = record(decision, "in_progress", BEGAN_ON)
    second = record(decision, "stalled", BEGAN_ON)
    right = record(decision, "adopted", BEGAN_ON, corrects=first)
    assert [entry.pk for entry in in_order(decision.status_updates.all())] == [right.pk, second.pk]
    assert facts(decision)[0] == "stalled"


def test_what_a_correction_refuses(refused):
    decision, other = (make_decision(adopted_on=ADOPTED_ON) for _number in range(2))
    first = record(decision, "in_progress", BEGAN_ON)
    second = record(decision, "stalled", STALLED_ON)
    with refused("A decision that is “Implemented” cannot become “Stalled”."):
        record(decision, "implemented", BEGAN_ON, corrects=first, **PROOF)
    with refused("The next update is of an earlier day; choose that day or one before it.", "noted_on"):
        record(decision, "in_progress", date(2025, 3, 2), corrects=first)
    with refused("A later update is recorded already; choose its day or a later one.", "noted_on"):
        record(decision, "in_progress", date(2025, 1, 9), corrects=second)
    record(decision, "in_progress", BEGAN_ON, corrects=first)
    message = "This entry is corrected already; correct its correction instead."
    with refused(message):
        record(decision, "in_progress", BEGAN_ON, corrects=first)
    with refused(message):
        record(other, "in_progress", BEGAN_ON, corrects=second)


def test_what_was_told_of_a_proposal_is_corrected_after_its_adoption(proposal):
    early = record(proposal, "proposed", date(2024, 12, 1))
    record(proposal, "adopted", ADOPTED_ON)
    right = record(proposal, "proposed", date(2024, 12, 2), note_ar="تصويب", corrects=early)
    assert facts(proposal) == ("adopted", ADOPTED_ON)
    assert in_order(proposal.status_updates.all())[0] == right


def test_a_correction_goes_on_from_what_stands_before_it(refused):
    decision = make_decision(adopted_on=ADOPTED_ON)
    first = record(decision, "adopted", BEGAN_ON)
    second = record(decision, "in_progress", STALLED_ON)
    record(decision, "in_progress", BEGAN_ON, corrects=first)
    with refused("A decision that is “In progress” cannot become “Adopted”."):
        record(decision, "adopted", STALLED_ON, corrects=second)
    assert record(decision, "stalled", STALLED_ON, corrects=second).from_status == "in_progress"


def test_one_of_before_the_days_were_kept_gets_its_day():
    decision = make_decision(adopted_on=None)
    record(decision, "adopted", ADOPTED_ON)
    record(decision, "adopted", BEGAN_ON)
    assert facts(decision) == ("adopted", ADOPTED_ON)


def test_the_day_of_adoption_is_corrected_with_its_entry(proposal, editor, publisher, refused):
    wrong = record(proposal, "adopted", ADOPTED_ON)
    with refused(RESERVED, "to_status"):
        record(proposal, "adopted", date(2024, 12, 21), by=editor, corrects=wrong)
    right = record(proposal, "adopted", date(2024, 12, 21), by=publisher, corrects=wrong)
    assert facts(proposal) == ("adopted", date(2024, 12, 21))
    record(proposal, "proposed", date(2024, 12, 21), by=publisher, corrects=right)
    assert facts(proposal) == ("proposed", None)


def test_a_replacement_that_was_none_is_corrected_by_who_may_replace(editor, refused):
    old, new = make_decision(adopted_on=ADOPTED_ON), make_decision(live=True)
    wrong = record(old, "superseded", BEGAN_ON, superseded_by=new)
    with refused(RESERVED, "to_status"):
        record(old, "in_progress", BEGAN_ON, by=editor, corrects=wrong)
    record(old, "in_progress", BEGAN_ON, corrects=wrong)
    assert facts(old)[0] == "in_progress"
    # And the other one may now be replaced by it.
    record(new, "superseded", BEGAN_ON, superseded_by=_published(old))


def _published(decision):
    from tests.factories import go_live

    go_live(decision)
    return decision


# ---- The note in the other language


def test_a_missing_note_is_added_once(editor, refused):
    update = record(make_decision(), "in_progress", BEGAN_ON)
    assert update.missing_note == "en"
    added = add_note(update, editor, "en", "Work began. ")
    assert (added.note_ar, added.note_en, added.missing_note) == ("ملاحظة", "Work began.", "")
    message = "Somebody has written this note meanwhile; what is recorded is not changed."
    for language in ("ar", "en"):
        with refused(message, f"note_{language}"):
            add_note(update, editor, language, "Another")
    last = Act.objects.first()
    assert (last.name, last.language_code, last.note, last.by) == (
        "add_status_note",
        "en",
        "Work began.",
        editor,
    )


def test_an_empty_note_is_none(editor, refused):
    update = record(make_decision(), "in_progress", BEGAN_ON)
    with refused("Write the note that is missing.", "note_en"):
        add_note(update, editor, "en", " \u200f\n")


def test_who_may_add_a_note(author, translator, editor, publisher, administrator, refused):
    arabic = make_user("translator", "into-arabic", word_languages=["ar"])
    for person in (author, arabic):
        update = record(make_decision(), "in_progress", BEGAN_ON)
        with refused("You may not write notes in this language."):
            add_note(update, person, "en", "Work began.")
    for person in (
        make_user("editor", "in-arabic", word_languages=["ar"]),
        make_user("translator", "nowhere"),
    ):
        update = record(make_decision(), "in_progress", BEGAN_ON)
        with refused("You may not write notes in this language."):
            add_note(update, person, "en", "Work began.")
    for person in (translator, editor, publisher, administrator):
        update = record(make_decision(), "in_progress", BEGAN_ON)
        assert add_note(update, person, "en", "Work began.").note_en == "Work began."


# ---- The status of a day


def test_the_status_on_a_day():
    decision = make_decision(adopted_on=None, status=Status.PROPOSED)
    record(decision, "adopted", ADOPTED_ON)
    wrong = record(decision, "implemented", BEGAN_ON, **PROOF)
    record(decision, "in_progress", date(2025, 1, 20), corrects=wrong)
    record(decision, "stalled", STALLED_ON)
    entries = in_order(decision.status_updates.all())
    days = {
        date(2024, 12, 21): "proposed",
        ADOPTED_ON: "adopted",
        BEGAN_ON: "adopted",
        date(2025, 1, 20): "in_progress",
        date(2025, 2, 28): "in_progress",
        STALLED_ON: "stalled",
        date(2030, 1, 1): "stalled",
    }
    assert {day: status_on(decision, entries, day) for day in days} == days


def test_a_wrong_day_is_wrong_on_every_day():
    """Superseded on 10 March, which was first said to be the first: on the fifth nothing had taken its place."""
    old, new = make_decision(adopted_on=ADOPTED_ON), make_decision(live=True)
    wrong = record(old, "superseded", STALLED_ON, superseded_by=new)
    record(old, "superseded", date(2025, 3, 10), superseded_by=new, corrects=wrong)
    entries = in_order(old.status_updates.all())
    assert [status_on(old, entries, date(2025, 3, day)) for day in (1, 5, 10)] == [
        "adopted",
        "adopted",
        "superseded",
    ]


def test_the_day_since_which_a_status_holds():
    reported, undated, moved = (
        make_decision(adopted_on=ADOPTED_ON),
        make_decision(adopted_on=None),
        make_decision(),
    )
    record(reported, "adopted", STALLED_ON)
    record(moved, "in_progress", BEGAN_ON)
    record(moved, "in_progress", STALLED_ON)
    undated.refresh_from_db()
    days = [since(row, in_order(row.status_updates.all()), STALLED_ON) for row in (reported, undated, moved)]
    assert days == [ADOPTED_ON, None, BEGAN_ON]
    assert since(reported, [], date(2024, 12, 21)) is None


def test_the_status_on_a_day_without_entries():
    adopted, undated = make_decision(adopted_on=ADOPTED_ON), make_decision(adopted_on=None)
    assert status_on(adopted, [], date(2024, 12, 21)) == "proposed"
    assert status_on(adopted, [], ADOPTED_ON) == "adopted"
    assert status_on(undated, [], ADOPTED_ON) == "adopted"


def test_only_followup_writes_the_day_of_adoption():
    """The form has no field for it."""
    from resolutions.admin import DecisionAdmin

    named = [field for _name, options in DecisionAdmin.facts_fieldsets for field in options["fields"]]
    assert "adopted_on" in named and "adopted_on" in DecisionAdmin.readonly_fields
    assert not Resolution._meta.get_field("adopted_on").editable
