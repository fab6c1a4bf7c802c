"""References: given once, counted per event and kind, never used again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from publishing.models import Kind
from resolutions.models import Decision, Recommendation, Resolution
from resolutions.numbering import assign_reference
from tests.factories import chief, make_decision, make_event, make_recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(code="MQF-2024")


def unnumbered(event, model=Decision, kind=Kind.DECISION):
    resolution = model(kind=kind, event=event, created_by=chief())
    resolution.save()
    return resolution


def test_references_count_by_event_and_kind(event):
    made = [
        make_decision(event),
        make_recommendation(event),
        make_decision(event),
        make_decision(make_event(code="NEXT")),
    ]
    assert [resolution.reference for resolution in made] == [
        "MQF-2024-D1",
        "MQF-2024-R1",
        "MQF-2024-D2",
        "NEXT-D1",
    ]
    assert {row.reference for row in Resolution.objects.all()} == {
        "MQF-2024-D1",
        "MQF-2024-R1",
        "MQF-2024-D2",
        "NEXT-D1",
    }


def test_a_reference_is_given_once(event):
    decision = make_decision(event)
    assert assign_reference(decision) == "MQF-2024-D1"
    assert assign_reference(Resolution.objects.get(pk=decision.pk)) == "MQF-2024-D1"
    assert make_decision(event).reference == "MQF-2024-D2"


def test_a_stale_copy_does_not_give_a_second_one(event):
    decision = unnumbered(event)
    stale = Resolution.objects.get(pk=decision.pk)
    assert assign_reference(decision) == "MQF-2024-D1"
    assert assign_reference(stale) == "MQF-2024-D1"
    assert Resolution.objects.get().reference == "MQF-2024-D1"


def test_a_reference_is_never_used_again(event):
    make_decision(event)
    make_decision(event).delete()
    assert make_decision(event).reference == "MQF-2024-D3"
    Resolution.objects.all().delete()
    assert make_decision(event).reference == "MQF-2024-D4"


def test_the_database_refuses_a_reference_twice(event):
    make_decision(event)
    second = unnumbered(event)
    with pytest.raises(IntegrityError), transaction.atomic():
        Resolution.objects.filter(pk=second.pk).update(reference="MQF-2024-D1")


def test_a_reference_stays_when_the_resolution_moves(event):
    decision = make_decision(event)
    decision.event = make_event(code="NEXT")
    decision.save()
    assert assign_reference(decision) == "MQF-2024-D1"
    assert make_decision(event).reference == "MQF-2024-D2"


def test_a_reference_is_in_no_form():
    assert not Resolution._meta.get_field("reference").editable


def test_faces_of_one_table(event):
    decision, recommendation = make_decision(event), make_recommendation(event)
    assert {row.pk for row in Decision.objects.all()} == {decision.pk}
    assert {row.pk for row in Recommendation.objects.all()} == {recommendation.pk}
    assert {row.pk for row in Resolution.objects.all()} == {decision.pk, recommendation.pk}


def at_once(acts):
    start = Barrier(len(acts))

    def do(act):
        try:
            connection.ensure_connection()
            start.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(timeout=60) for future in [pool.submit(do, act) for act in acts]]


@pytest.mark.django_db(transaction=True)
def test_many_first_decisions_at_once_have_numbers_of_their_own():
    event = make_event(code="MQF-2024")
    decisions = [unnumbered(event) for _number in range(6)]
    references = at_once([lambda decision=decision: assign_reference(decision) for decision in decisions])
    assert sorted(references) == [f"MQF-2024-D{number}" for number in range(1, 7)]
    assert {row.pk: row.reference for row in Resolution.objects.all()} == dict(
        zip([decision.pk for decision in decisions], references, strict=True)
    )


@pytest.mark.django_db(transaction=True)
def test_one_decision_numbered_by_many_at_once_has_one_reference():
    decision = unnumbered(make_event(code="MQF-2024"))
    copies = [Resolution.objects.get(pk=decision.pk) for _number in range(5)]
    references = at_once([lambda copy=copy: assign_reference(copy) for copy in copies])
    assert set(references) == {"MQF-2024-D1"}
    assert make_decision(decision.event).reference == "MQF-2024-D2"


def test_a_reference_outlives_its_event(event):
    for gone in (make_decision(event), event):
        type(gone).objects.get(pk=gone.pk).delete()
    assert make_decision(make_event(code="MQF-2024")).reference == "MQF-2024-D2"
