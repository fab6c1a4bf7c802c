"""What the facts of decisions and recommendations may be, and what a decision sets up."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from resolutions.models import Committee, CommitteeMember, ProjectPartner, SponsorshipProject
from tests.factories import make_decision, make_event, make_organisation, make_person, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def complaints(thing, **changes):
    for name, value in changes.items():
        setattr(thing, name, value)
    try:
        thing.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def test_a_session_of_another_event():
    event = make_event()
    decision = make_decision(event)
    assert complaints(decision, session=make_session(event)) == {}
    assert complaints(decision, session=make_session()) == {
        "session": ["This session belongs to another event."]
    }


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (None, {}),
        (date(2024, 12, 22), {}),
        (date(2025, 12, 22), {}),
        (date(2024, 12, 21), {"due_on": ["It would be due before it was adopted."]}),
    ],
)
def test_when_it_is_due(due_on, said):
    assert complaints(make_decision(adopted_on=date(2024, 12, 22)), due_on=due_on) == said


def test_a_decision_has_one_committee_and_a_person_is_in_it_once():
    decision, person = make_decision(), make_person()
    Committee.objects.create(decision=decision, name_ar="اللجنة", name_en="The committee")
    assert set(complaints(Committee(decision=decision, name_ar="أخرى", name_en="Another"))) == {"decision"}
    CommitteeMember.objects.create(decision=decision, person=person)
    assert complaints(CommitteeMember(decision=decision, person=person)) == {
        "__all__": ["This person is already a member."]
    }


def test_an_organisation_is_a_partner_once():
    decision, body = make_decision(), make_organisation()
    ProjectPartner.objects.create(decision=decision, organisation=body)
    assert complaints(ProjectPartner(decision=decision, organisation=body)) == {
        "__all__": ["This organisation is already a partner."]
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        ProjectPartner.objects.create(decision=decision, organisation=body)


def test_the_steps_of_a_project_are_its_lines():
    project = SponsorshipProject(how_it_works_ar="خطوة", how_it_works_en=" One \n\n\tTwo\r\n ")
    assert project.steps == ["One", "Two"]
    assert SponsorshipProject().steps == []


@pytest.mark.parametrize("thing", ["event", "person", "organisation"])
def test_what_a_decision_rests_on_is_not_deleted_under_it(thing):
    decision, person, body = make_decision(), make_person(), make_organisation()
    CommitteeMember.objects.create(decision=decision, person=person)
    ProjectPartner.objects.create(decision=decision, organisation=body)
    with pytest.raises(IntegrityError):
        {"event": decision.event, "person": person, "organisation": body}[thing].delete()
