"""Several people record what became of a decision at one moment: what is written is one story. On both databases."""

from datetime import date
from functools import partial

import pytest

from resolutions.entries import in_order
from resolutions.followup import NEXT, add_note, record_status_update
from resolutions.models import Resolution, Status, StatusUpdate
from tests.factories import chief, make_decision
from tests.publishing.test_concurrency import all_at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("in_english")]

DAY = date(2025, 1, 10)
PROOF = {"evidence_url": "https://example.org/"}


def record(decision, to_status, **more):
    return record_status_update(decision, chief(), to_status, DAY, "ملاحظة", **(PROOF | more))


def story(decision):
    """The status of the decision now, after every entry has been seen to follow from the one before."""
    entries = in_order(decision.status_updates.all())
    for before, after in zip(entries, entries[1:], strict=False):
        assert after.from_status == before.to_status
        assert after.to_status in NEXT[before.to_status]
    status = Resolution.objects.get(pk=decision.pk).status
    assert status == (entries[-1].to_status if entries else Status.ADOPTED)
    return status


def test_updates_at_once_follow_from_each_other():
    chief()
    for _round in range(3):
        decision = make_decision()
        steps = ["in_progress", "stalled", "implemented", "in_progress", "stalled", "adopted"]
        copies = [Resolution.objects.get(pk=decision.pk) for _step in steps]
        done, refused = all_at_once(
            *(
                lambda copy=copy, step=step: record(copy, step)
                for copy, step in zip(copies, steps, strict=True)
            )
        )
        assert len(done) + len(refused) == len(steps) and done
        assert {str(error) for error in refused} <= {
            f"A decision that is “{before.label}” cannot become “{after.label}”."
            for before in Status
            for after in set(Status) - NEXT[before]
        }
        assert decision.status_updates.count() == len(done)
        story(decision)


def test_an_entry_is_corrected_once():
    chief()
    for _round in range(3):
        decision = make_decision()
        wrong = record(decision, "in_progress")
        done, refused = all_at_once(
            *(partial(record, decision, step, corrects=wrong) for step in ("stalled", "in_progress") * 2)
        )
        assert len(done) == 1
        assert {str(error) for error in refused} == {
            "This entry is corrected already; correct its correction instead."
        }
        assert StatusUpdate.objects.filter(corrects=wrong).count() == 1
        assert Resolution.objects.get(pk=decision.pk).status == done[0].to_status


def test_of_two_that_would_replace_each_other_one_does():
    chief()
    for _round in range(3):
        one, two = make_decision(live=True), make_decision(live=True)
        done, refused = all_at_once(
            lambda one=one, two=two: record(one, "superseded", superseded_by=two),
            lambda one=one, two=two: record(two, "superseded", superseded_by=one),
        )
        assert (len(done), [str(error) for error in refused]) == (
            1,
            ["That one was itself replaced by this one; choose another."],
        )
        assert {story(one), story(two)} == {"adopted", "superseded"}


def test_a_missing_note_is_written_once():
    person, decision = chief(), make_decision()
    update = record(decision, "in_progress")
    done, refused = all_at_once(
        *(lambda number=number: add_note(update, person, "en", f"Note {number}") for number in range(5))
    )
    assert (len(done), len(refused)) == (1, 4)
    update.refresh_from_db()
    assert update.note_en == done[0].note_en
