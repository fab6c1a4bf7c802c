"""Adopting, replacing and correcting at the desk, and the note that follows later in the other language."""

from datetime import date

import pytest
from django.urls import reverse

from resolutions.followup import record_status_update
from resolutions.models import Relation, Resolution, Status, StatusUpdate
from tests import factories
from tests.desk.forms import form_address, messages_of
from tests.personas import signed_in

pytestmark = pytest.mark.django_db
SENT = {"noted_on": "2025-01-02", "note_ar": "ملاحظة", "note_en": "A note"}


def speaks_english(person):
    person.interface_language = "en"
    person.save()
    return signed_in(person)


@pytest.fixture
def publisher_desk(publisher):
    return speaks_english(publisher)


@pytest.fixture
def editor_desk(editor):
    return speaks_english(editor)


@pytest.fixture
def translator_desk(translator):
    return speaks_english(translator)


def page(name, resolution, *more):
    return reverse(f"admin:resolutions_{resolution.kind}_{name}", args=[resolution.pk, *more])


def record(resolution, to_status, **more):
    return record_status_update(
        resolution, factories.chief(), to_status, date(2025, 1, 1), **({"note_ar": "بدأ العمل"} | more)
    )


def offered(desk, address):
    return [value for value, _label in desk.get(address).context["form"].fields["to_status"].choices]


def test_each_is_offered_the_steps_that_they_may_take(editor_desk, publisher_desk):
    proposal = factories.make_decision(adopted_on=None, status=Status.PROPOSED)
    adopted = factories.make_decision()
    found = {
        name: (offered(desk, page("status", proposal)), offered(desk, page("status", adopted)))
        for name, desk in (("editor", editor_desk), ("publisher", publisher_desk))
    }
    steps = ["adopted", "in_progress", "implemented", "stalled"]
    assert found == {
        "editor": (["proposed"], steps),
        "publisher": (["proposed", "adopted"], [*steps, "superseded"]),
    }


def test_an_adoption_is_recorded(publisher_desk):
    proposal = factories.make_decision(adopted_on=None, status=Status.PROPOSED)
    answer = publisher_desk.post(page("status", proposal), SENT | {"to_status": "adopted"})
    assert messages_of(answer) == ["Recorded: readers see the new status now."]
    proposal.refresh_from_db()
    assert (proposal.status, proposal.adopted_on) == ("adopted", date(2025, 1, 2))


def test_a_replacement_names_what_takes_the_place(publisher_desk):
    old, new = factories.make_decision(), factories.make_recommendation(live=True)
    sent = SENT | {"to_status": "superseded"}
    for wrong, message in (
        ("", "Name the decision or recommendation that takes its place."),
        (str(old.pk), "Select a valid choice. That choice is not one of the available choices."),
        ("x", "Select a valid choice. That choice is not one of the available choices."),
    ):
        answer = publisher_desk.post(page("status", old), sent | {"superseded_by": wrong})
        assert answer.context["form"].errors == {"superseded_by": [message]}
    assert publisher_desk.post(page("status", old), sent | {"superseded_by": new.pk}).status_code == 302
    update = StatusUpdate.objects.get()
    assert (update.resolution_id, update.superseded_by_id) == (old.pk, new.pk)


def test_an_entry_is_corrected_in_a_form_that_begins_with_it(editor_desk):
    decision = factories.make_decision()
    wrong = record(decision, "stalled", note_en="It stands still.", evidence_url="https://example.org/a")
    address = page("correct_status", decision, wrong.pk)
    answer = editor_desk.get(address)
    form = answer.context["form"]
    assert {name: form[name].value() for name in ("to_status", "note_ar", "note_en", "evidence_url")} == {
        "to_status": "stalled",
        "note_ar": "بدأ العمل",
        "note_en": "It stands still.",
        "evidence_url": "https://example.org/a",
    }
    assert "Correct an entry" in answer.content.decode()
    sent = SENT | {"to_status": "in_progress", "noted_on": "2025-01-01"}
    assert editor_desk.post(address, sent).status_code == 302
    right = StatusUpdate.objects.latest("pk")
    assert (right.corrects_id, right.to_status) == (wrong.pk, "in_progress")
    # A second one is told so, with what was typed still there.
    answer = editor_desk.post(address, sent)
    assert list(answer.context["form"].non_field_errors()) == [
        "This entry is corrected already; correct its correction instead."
    ]
    assert StatusUpdate.objects.count() == 2


def test_a_replacement_is_corrected_by_who_may_replace(editor_desk, publisher_desk):
    decision = factories.make_decision()
    wrong = record(decision, "superseded", superseded_by=factories.make_decision(live=True))
    address = page("correct_status", decision, wrong.pk)
    sent = SENT | {"to_status": "in_progress"}
    assert editor_desk.get(address).status_code == 403
    assert editor_desk.post(address, sent).status_code == 403
    assert publisher_desk.post(address, sent).status_code == 302
    assert Resolution.objects.get(pk=decision.pk).status == "in_progress"


def test_an_entry_of_another_is_not_found(editor_desk):
    update, other = record(factories.make_decision(), "in_progress"), factories.make_decision()
    for name in ("correct_status", "status_note"):
        assert editor_desk.get(page(name, other, update.pk)).status_code == 404
        assert editor_desk.get(page(name, other, 10**18)).status_code == 404


def test_the_missing_note_is_asked_for_in_its_language(translator_desk):
    decision = factories.make_decision()
    update = record(decision, "in_progress")
    address = page("status_note", decision, update.pk)
    answer = translator_desk.get(address)
    assert list(answer.context["form"].fields) == ["note_en"]
    assert "بدأ العمل" in answer.content.decode()
    answer = translator_desk.post(address, {"note_en": " "})
    assert set(answer.context["form"].errors) == {"note_en"}
    answer = translator_desk.post(address, {"note_en": "Work has begun."})
    assert messages_of(answer) == ["The note is recorded: readers see it now."]
    update.refresh_from_db()
    assert (update.note_ar, update.note_en) == ("بدأ العمل", "Work has begun.")
    answer = translator_desk.post(address, {"note_en": "Something else"})
    assert messages_of(answer)[-1] == "Both notes of this entry are there."
    update.refresh_from_db()
    assert update.note_en == "Work has begun."


def links(desk, decision):
    """The links of the entries in the form of the decision, in their order."""
    html = desk.get(form_address(decision)).content.decode()
    names = ("Correct it", "Add the English note", "Corrected by a later entry.")
    places = sorted((html.find(name, start), name) for name in names for start in _starts(html, name))
    return [name for _place, name in places]


def _starts(html, name):
    start, found = html.find(name), []
    while start >= 0:
        found.append(start)
        start = html.find(name, start + 1)
    return found


def test_the_form_of_a_decision_leads_to_what_each_may_do(editor_desk, translator_desk):
    decision = factories.make_decision()
    wrong = record(decision, "in_progress", note_en="It began.")
    record(decision, "in_progress", corrects=wrong)
    # The correction stands above what it corrects.
    assert links(editor_desk, decision) == [
        "Add the English note",
        "Correct it",
        "Corrected by a later entry.",
    ]
    assert links(translator_desk, decision) == ["Add the English note", "Corrected by a later entry."]


def test_the_form_takes_as_many_queries_for_three_entries_as_for_one(
    publisher_desk, django_assert_num_queries
):
    """Rows that name something by typing (a relation, a source) cost two each: Django asks for what is chosen one by one."""
    decision = factories.make_decision()
    for rows in (1, 3):
        while decision.milestones.count() < rows:
            record(decision, "in_progress")
            decision.milestones.create(title_ar="محطة", title_en="Step")
        # Django asks for the kinds of rows once for all forms.
        publisher_desk.get(form_address(decision))
        with django_assert_num_queries(26):
            publisher_desk.get(form_address(decision))
    Relation.objects.create(
        resolution=decision, nature="carries_out", other=factories.make_recommendation(decision.event)
    )
    with django_assert_num_queries(29):
        publisher_desk.get(form_address(decision))
