"""Two people who import at once, each with a connection of their own. The same on SQLite (a file) and on PostgreSQL."""

import pytest

from publishing.models import DocumentTranslation
from resolutions.models import Resolution
from tests.factories import chief, make_decision, make_event, second_chief
from tests.publishing.test_concurrency import all_at_once
from tests.resolutions.tables import brought, errors

pytestmark = pytest.mark.django_db(transaction=True)

HEAD = ("kind", "event", "title_ar", "title_en")


def rows(word, number=3):
    return [("decision", "MQF-2024", f"قرار {word} {n}", f"{word} {n}") for n in range(number)]


@pytest.mark.parametrize("_round", range(3))
def test_two_files_at_once_have_references_of_their_own(_round):
    make_event(code="MQF-2024")
    acts = [
        lambda by=by, word=word: brought(HEAD, *rows(word), by=by)
        for by, word in ((chief(), "a"), (second_chief(), "b"))
    ]
    reports, refusals = all_at_once(*acts)
    assert (refusals, [report.is_done for report in reports]) == ([], [True, True])
    references = list(Resolution.objects.order_by("reference").values_list("reference", flat=True))
    assert references == [f"MQF-2024-D{number}" for number in range(1, 7)]
    # Each file's own stand together: one import waited for the other.
    for word in "ab":
        own = DocumentTranslation.objects.filter(title__startswith=f"{word} ").values_list(
            "master_id", flat=True
        )
        numbers = sorted(
            int(ref[10:]) for ref in Resolution.objects.filter(pk__in=own).values_list("reference", flat=True)
        )
        assert numbers in ([1, 2, 3], [4, 5, 6])


@pytest.mark.parametrize("_round", range(3))
def test_one_file_by_two_people_at_once_is_imported_once(_round):
    make_event(code="MQF-2024")
    acts = [lambda by=by: brought(HEAD, *rows("a"), by=by) for by in (chief(), second_chief())]
    reports, refusals = all_at_once(*acts)
    assert refusals == []
    assert sorted(report.is_done for report in reports) == [False, True]
    (refused,) = (report for report in reports if not report.is_done)
    assert {name for _row, name, _sentence in errors(refused)} == {"title_ar", "title_en"}
    assert {row.reference for row in Resolution.objects.all()} == {
        "MQF-2024-D1",
        "MQF-2024-D2",
        "MQF-2024-D3",
    }


def test_two_changes_of_one_decision_at_once_both_count():
    make_decision(make_event(code="MQF-2024"))
    acts = [
        lambda: brought(("reference", "order"), ("MQF-2024-D1", "7"), by=chief()),
        lambda: brought(("reference", "due_on"), ("MQF-2024-D1", "2026-01-02"), by=second_chief()),
    ]
    reports, refusals = all_at_once(*acts)
    assert (refusals, [report.is_done for report in reports]) == ([], [True, True])
    now = Resolution.objects.get()
    assert (now.order, str(now.due_on)) == (7, "2026-01-02")
