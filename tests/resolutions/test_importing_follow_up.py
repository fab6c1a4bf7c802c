"""Milestones and updates out of a table."""

from datetime import date

import pytest

from resolutions.importing.sheets import Sheet
from resolutions.models import Milestone, Resolution, Status, StatusUpdate
from tests.factories import make_decision, make_event
from tests.resolutions.tables import as_csv, as_xlsx, brought, changes, errors, whats, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision():
    return make_decision(make_event(code="MQF-2024"), live=True, adopted_on=date(2024, 12, 22))


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_milestones_are_made_found_by_title_or_number_and_changed(decision, make):
    head = ("reference", "id", "title_ar", "title_en", "milestone_kind", "due_on", "done_on", "source_url")
    old = Milestone.objects.create(
        resolution=decision, title_ar="قديمة", title_en="Old", due_on=date(2025, 1, 1)
    )
    other = Milestone.objects.create(resolution=decision, title_ar="ثانية", title_en="Second")
    rows = (
        head,
        (
            "MQF-2024-D1",
            old.pk,
            "قديمة معدَّلة",
            "Old",
            str(Milestone.MilestoneKind.MEETING.label),
            "2025-01-01",
            "2025-01-05",
            "https://example.org/a",
        ),
        ("MQF-2024-D1", "", "ثانية", "Second", "", "", "", ""),
        ("MQF-2024-D1", "", "جديدة", "New", "meeting", "٢٠٢٥-٠٣-٠١", "", ""),
    )
    report = brought(*rows, sheet=Sheet.MILESTONES, make=make)
    assert errors(report) == []
    assert (whats(report), report.seen) == (["changed", "unchanged", "new"], 2)
    assert changes(report)[2] == {
        "title_ar": ("قديمة", "قديمة معدَّلة"), "milestone_kind": tuple(map(str, Milestone.MilestoneKind.labels)),
        "done_on": ("", "2025-01-05"),
        "source_url": ("", "https://example.org/a"),
    }  # fmt: skip
    fields = ("pk", "title_ar", "title_en", "milestone_kind", "due_on", "done_on", "source_url")
    new = Milestone.objects.latest("pk")
    assert list(Milestone.objects.order_by("pk").values_list(*fields)) == [
        (
            old.pk,
            "قديمة معدَّلة",
            "Old",
            "meeting",
            date(2025, 1, 1),
            date(2025, 1, 5),
            "https://example.org/a",
        ),
        (other.pk, "ثانية", "Second", "step", None, None, ""),
        (new.pk, "جديدة", "New", "meeting", date(2025, 3, 1), None, ""),
    ]
    before = written()
    assert whats(brought(*rows, sheet=Sheet.MILESTONES, make=make)) == ["unchanged"] * 3
    assert written() == before


def test_a_milestone_of_another_decision_is_not_found(decision, in_english):
    other = make_decision(decision.event)
    stranger = Milestone.objects.create(resolution=other, title_ar="هناك", title_en="There")
    rows = (["reference", "id", "title_ar", "title_en"], ["MQF-2024-D1", stranger.pk, "هنا", "Here"])
    assert whats(brought(*rows, sheet=Sheet.MILESTONES)) == ["refused"]
    # By its title it is a new one of this decision.
    brought(["reference", "title_ar", "title_en"], ["MQF-2024-D1", "هناك", "There"], sheet=Sheet.MILESTONES)
    assert set(Milestone.objects.values_list("resolution_id", "title_en")) == {
        (other.pk, "There"),
        (decision.pk, "There"),
    }


UPDATES = (
    ("reference", "noted_on", "to_status", "note_ar", "note_en", "evidence_url"),
    ("MQF-2024-D1", "2025-03-01", "implemented", "اكتمل", "Done", "https://example.org/done"),
    ("MQF-2024-D1", "2025-02-01", "قيد التنفيذ", "بدأ العمل", "", ""),
    ("MQF-2024-D1", "٢٠٢٥-٠٢-١٥", "In progress", "", "Half way", ""),
)


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_updates_are_recorded_in_the_order_of_their_days(decision, make):
    report = brought(*UPDATES, sheet=Sheet.UPDATES, make=make)
    assert (whats(report), report.seen) == (["new"] * 3, 3)
    steps = StatusUpdate.objects.order_by("pk").values_list(
        "noted_on", "from_status", "to_status", "note_ar", "note_en"
    )
    assert list(steps) == [
        (date(2025, 2, 1), "adopted", "in_progress", "بدأ العمل", ""),
        (date(2025, 2, 15), "in_progress", "in_progress", "", "Half way"),
        (date(2025, 3, 1), "in_progress", "implemented", "اكتمل", "Done"),
    ]
    assert Resolution.objects.get().status == Status.IMPLEMENTED
    assert changes(report)[2]["to_status"] == ("قيد التنفيذ", "اكتمل التنفيذ")


def test_the_same_updates_twice_do_nothing(decision):
    brought(*UPDATES, sheet=Sheet.UPDATES)
    before = written()
    assert whats(brought(*UPDATES, sheet=Sheet.UPDATES)) == ["unchanged"] * 3
    assert whats(brought(UPDATES[0], UPDATES[1], UPDATES[1], sheet=Sheet.UPDATES)) == ["unchanged"] * 2
    assert written() == before


def test_updates_of_what_nobody_reads_are_not_counted_as_seen(decision):
    hidden = make_decision(make_event(code="HIDDEN"))
    rows = [(hidden.reference, *UPDATES[2][1:]), UPDATES[2]]
    report = brought(UPDATES[0], *rows, sheet=Sheet.UPDATES, is_trial=True)
    assert (whats(report), report.seen) == (["new", "new"], 1)


def test_an_update_names_what_takes_the_place(decision):
    successor = make_decision(decision.event, live=True)
    row = ("MQF-2024-D1", "2025-02-01", "superseded", "حل محله قرار آخر", successor.reference)
    head = ("reference", "noted_on", "to_status", "note_ar", "superseded_by")
    assert whats(brought(head, row, sheet=Sheet.UPDATES)) == ["new"]
    assert StatusUpdate.objects.get().superseded_by == successor
    assert whats(brought(head, row, sheet=Sheet.UPDATES)) == ["unchanged"]


def test_an_update_adopts_what_was_proposed():
    make_decision(make_event(code="NEXT"), status=Status.PROPOSED, adopted_on=None)
    brought(UPDATES[0][:4], ("NEXT-D1", "2025-01-02", "adopted", "اعتُمد"), sheet=Sheet.UPDATES)
    now = Resolution.objects.get()
    assert (now.status, now.adopted_on) == (Status.ADOPTED, date(2025, 1, 2))
