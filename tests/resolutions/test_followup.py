"""No change of status without a dated, public, reasoned update; record_status_update is the only writer of both."""

from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

from resolutions.followup import NEXT, record_status_update
from resolutions.models import Resolution, Status, StatusUpdate
from tests.factories import (
    chief,
    make_article,
    make_attachment,
    make_decision,
    make_event,
    make_page,
    make_recommendation,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

ADOPTED_ON = date(2024, 12, 22)
DAY = date(2025, 1, 10)
PROOF = {"evidence_url": "https://example.org/report"}


@pytest.fixture
def decision():
    return make_decision(adopted_on=ADOPTED_ON)


@pytest.fixture
def record(decision, editor):
    """Record an update of ``decision``; everything but the status has a default."""

    def record(to_status, noted_on=DAY, by=editor, **more):
        return record_status_update(
            decision, by, to_status, noted_on, **({"note_ar": "اجتمعت اللجنة."} | more)
        )

    return record


@pytest.fixture
def refused():
    """The call raises WorkflowError with these words for this field, and nothing is written."""
    from contextlib import contextmanager

    from publishing.workflow import WorkflowError

    @contextmanager
    def check(message, field=""):
        def written():
            return [list(model.objects.order_by("pk").values()) for model in (Resolution, StatusUpdate)]

        before = written()
        with pytest.raises(WorkflowError) as caught:
            yield
        assert (str(caught.value), caught.value.field) == (message, field)
        assert written() == before

    return check


def test_an_update_is_public_dated_and_moves_the_status(decision, record, editor):
    update = record(Status.IN_PROGRESS, note_en="The committee met.")
    decision.refresh_from_db()
    assert decision.status == Status.IN_PROGRESS
    update.refresh_from_db()
    assert (update.noted_on, update.from_status, update.to_status) == (DAY, "adopted", "in_progress")
    assert (update.note_ar, update.note_en, update.recorded_by) == (
        "اجتمعت اللجنة.",
        "The committee met.",
        editor,
    )


def test_the_document_in_hand_knows_its_new_status(decision, record):
    record(Status.IN_PROGRESS)
    assert decision.status == Status.IN_PROGRESS


def test_the_status_before_is_read_under_the_lock_not_from_a_stale_copy(decision, record):
    stale = Resolution.objects.get(pk=decision.pk)
    record(Status.IN_PROGRESS)
    update = record_status_update(stale, chief(), Status.STALLED, DAY, "توقف")
    assert (update.from_status, update.to_status) == ("in_progress", "stalled")


# What may follow what: rows before, columns after.
STEPS = """
               proposed adopted in_progress implemented stalled superseded
    proposed      y        y         -           -         -        -
    adopted       -        y         y           y         y        y
    in_progress   -        -         y           y         y        y
    implemented   -        -         y           y         -        y
    stalled       -        -         y           y         y        y
    superseded    -        -         -           -         -        y
"""


def steps():
    head, *rows = [line.split() for line in STEPS.strip().splitlines()]
    return [(row[0], after, cell == "y") for row in rows for after, cell in zip(head, row[1:], strict=True)]


@pytest.mark.parametrize(("before", "after", "allowed"), steps())
def test_what_may_follow_what(decision, record, refused, before, after, allowed):
    Resolution.objects.filter(pk=decision.pk).update(status=before)
    more = PROOF | {"by": chief()}
    if after == Status.SUPERSEDED and before != after:
        more["superseded_by"] = make_decision(live=True)
    if allowed:
        assert record(after, **more).from_status == before
        assert Resolution.objects.get(pk=decision.pk).status == after
    else:
        message = f"A decision that is “{Status(before).label}” cannot become “{Status(after).label}”."
        with refused(message):
            record(after, **more)


def test_the_table_of_steps_is_complete():
    assert set(NEXT) == set(Status)


def test_a_status_that_is_none(record, refused):
    with refused("A decision that is “Adopted” cannot become “finished”."):
        record("finished")


@pytest.mark.parametrize("persona", ["author", "translator"])
def test_who_may_not(record, refused, request, persona):
    with refused("You may not record what became of a decision."):
        record(Status.IN_PROGRESS, by=request.getfixturevalue(persona))


@pytest.mark.parametrize("persona", ["editor", "publisher", "administrator"])
def test_who_may(record, request, persona):
    assert record(Status.IN_PROGRESS, by=request.getfixturevalue(persona)).pk


@pytest.mark.parametrize(
    "notes", [{}, {"note_ar": "", "note_en": ""}, {"note_ar": " \n", "note_en": "\x00\u202e"}]
)
def test_a_note_says_what_happened(decision, editor, refused, notes):
    with refused("Say in a note what happened, in Arabic or in English.", "note_ar"):
        record_status_update(decision, editor, Status.IN_PROGRESS, DAY, **notes)


def test_a_note_in_one_language_is_enough(decision, editor):
    update = record_status_update(decision, editor, Status.IN_PROGRESS, DAY, note_en="The committee met.\x00")
    assert (update.note_ar, update.note_en) == ("", "The committee met.")


def test_nothing_happened_before_the_adoption(record, refused):
    with refused("That day is before the adoption.", "noted_on"):
        record(Status.IN_PROGRESS, date(2024, 12, 21))
    assert record(Status.IN_PROGRESS, ADOPTED_ON).pk


def test_updates_are_in_the_order_of_their_days(record, refused):
    record(Status.IN_PROGRESS, DAY)
    with refused("A later update is recorded already; choose its day or a later one.", "noted_on"):
        record(Status.STALLED, date(2025, 1, 9))
    record(Status.STALLED, DAY)
    record(Status.IN_PROGRESS, date(2025, 1, 11))


# ---- Evidence


def test_implemented_needs_evidence(record, refused):
    with refused("“Implemented” needs evidence: an article, a file or an address.", "evidence_url"):
        record(Status.IMPLEMENTED)


@pytest.mark.parametrize(
    "evidence",
    [
        lambda: {"evidence_document": make_article(live=True)},
        lambda: {"evidence_attachment": make_attachment()},
        lambda: {"evidence_url": "https://example.org/report"},
    ],
)
def test_each_kind_of_evidence_is_enough(record, evidence):
    update = record(Status.IMPLEMENTED, **evidence())
    assert update.has_evidence
    assert Resolution.objects.get().status == Status.IMPLEMENTED


def test_other_steps_may_have_evidence_too(record):
    assert record(Status.STALLED, **PROOF).evidence_url == PROOF["evidence_url"]
    assert not record(Status.IN_PROGRESS).has_evidence


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "not an address", "//example.org", "http://"]
)
def test_evidence_that_is_no_web_address(record, refused, address):
    with refused("Enter a valid URL.", "evidence_url"):
        record(Status.IMPLEMENTED, evidence_url=address)


def test_only_an_article_is_evidence_on_the_site(record):
    from publishing.workflow import WorkflowError

    with pytest.raises(WorkflowError) as caught:
        record(Status.IMPLEMENTED, evidence_document=make_page())
    assert caught.value.field == "evidence_document"
    assert not StatusUpdate.objects.exists()


def test_evidence_that_readers_cannot_see(record, refused):
    with refused(
        "Readers cannot see this article, so it shows them nothing; publish it first.", "evidence_document"
    ):
        record(Status.IMPLEMENTED, evidence_document=make_article(ar="مسودة", en=None))


def test_a_recommendation_is_followed_up_alike(editor):
    recommendation = make_recommendation()
    record_status_update(recommendation, editor, Status.IN_PROGRESS, DAY, note_ar="بدأ العمل")
    assert Resolution.objects.get(pk=recommendation.pk).status == "in_progress"


def test_an_update_of_one_leaves_the_others(editor):
    event = make_event()
    first, second = make_decision(event), make_decision(event)
    record_status_update(first, editor, Status.STALLED, DAY, note_ar="توقف")
    assert {row.pk: row.status for row in Resolution.objects.all()} == {
        first.pk: "stalled",
        second.pk: "adopted",
    }


def test_nobody_else_writes_a_status():
    """The status is in no form, and no other module of the project writes it or an update."""
    assert not Resolution._meta.get_field("status").editable
    root = Path(__file__).resolve().parents[2]
    signs = ("StatusUpdate(", "StatusUpdate.objects.create", "update(status=", ".status = ")
    apps = ("articles", "events", "forum_site", "people", "publishing", "resolutions", "search")
    writers = {
        path.relative_to(root).as_posix()
        for app in apps
        for path in (root / app).rglob("*.py")
        if "migrations" not in path.parts and any(sign in path.read_text() for sign in signs)
    }
    assert writers - {"resolutions/models/followup.py"} == {"resolutions/followup.py"}


def test_a_day_that_has_not_come_yet(record, refused, clock):
    with refused("That day has not come yet.", "noted_on"):
        record(Status.IN_PROGRESS, noted_on=clock.after(hours=48).date())
    record(Status.IN_PROGRESS, noted_on=clock.now.astimezone().date())


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", ("10 يناير 2025", "قيد التنفيذ")), ("en", ("10 January 2025", "In progress"))],
)
def test_an_update_is_called_by_its_day_and_status_each_in_its_own_direction(record, language, words):
    update = record(Status.IN_PROGRESS)
    with override(language):
        assert str(update) == " ".join(f"\u2068{word}\u2069" for word in words)
