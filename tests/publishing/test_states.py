"""What an editor reads in a list (state_of) and what the list's filter finds (in_state) agree in every state."""

from datetime import timedelta

import pytest
from django.utils import timezone

from publishing import workflow
from publishing.languages import LANGUAGES, other
from publishing.models import Document
from publishing.states import LIGHT_REVISIONS, Stage, State, in_state, state_of, states_of
from tests.factories import (
    chief,
    draft_over_live,
    expired,
    go_live,
    make_article,
    scheduled,
    withdrawn,
    write,
)

pytestmark = pytest.mark.django_db


def written_in(language, **words):
    return make_article(**{language: words or True, other(language): None})


def text_missing(language):
    return written_in(other(language))


def text_draft(language):
    return written_in(language)


def text_scheduled(language):
    document = written_in(language)
    scheduled(document, language)
    return document


def text_scheduled_and_written_further(language):
    document = text_scheduled(language)
    write(document, language, title="Further still")
    return document


def text_whose_schedule_was_cancelled(language):
    document = text_scheduled(language)
    workflow.cancel_schedule(document, language, chief())
    return document


def text_live(language):
    document = written_in(language)
    go_live(document, language)
    return document


def text_live_until_tomorrow(language):
    document = written_in(language)
    go_live(document, language, until=timezone.now() + timedelta(days=1))
    return document


def text_changed(language):
    document = written_in(language)
    draft_over_live(document, language)
    return document


def text_live_with_its_update_scheduled(language):
    document = text_changed(language)
    scheduled(document, language)
    return document


def text_live_with_two_drafts_and_the_newer_scheduled(language):
    document = text_changed(language)
    write(document, language, title="Newer still")
    scheduled(document, language)
    return document


def text_live_with_an_update_scheduled_and_written_further(language):
    document = text_live_with_its_update_scheduled(language)
    write(document, language, title="Newer still")
    return document


def text_expired(language):
    document = written_in(language)
    expired(document, language)
    return document


def text_withdrawn(language):
    document = written_in(language)
    withdrawn(document, language)
    return document


def text_withdrawn_and_written_further(language):
    document = text_withdrawn(language)
    write(document, language, title="Written after it was withdrawn")
    return document


def text_expired_and_scheduled_again(language):
    document = text_expired(language)
    scheduled(document, language)
    return document


CASES = {
    text_missing: State.MISSING,
    text_draft: State.DRAFT,
    text_whose_schedule_was_cancelled: State.DRAFT,
    text_scheduled: State.SCHEDULED,
    text_scheduled_and_written_further: State.SCHEDULED,
    text_expired_and_scheduled_again: State.SCHEDULED,
    text_live: State.LIVE,
    text_live_until_tomorrow: State.LIVE,
    text_live_with_its_update_scheduled: State.LIVE,
    text_live_with_two_drafts_and_the_newer_scheduled: State.LIVE,
    text_changed: State.CHANGED,
    text_live_with_an_update_scheduled_and_written_further: State.CHANGED,
    text_expired: State.ENDED,
    text_withdrawn: State.ENDED,
    text_withdrawn_and_written_further: State.ENDED,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_and_its_filter_agree(language):
    documents = {make(language).pk: state for make, state in CASES.items()}
    rows = Document.objects.filter(pk__in=documents)
    assert {row.pk: state_of(row, language).state for row in rows} == documents
    for state in State:
        found = set(in_state(rows, language, state).values_list("pk", flat=True))
        assert found == {pk for pk, expected in documents.items() if expected == state}, state


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_is_in_exactly_one_state_in_each_language(language):
    for make in CASES:
        make(language)
    for code in LANGUAGES:
        found = [
            pk
            for state in State
            for pk in in_state(Document.objects.all(), code, state).values_list("pk", flat=True)
        ]
        assert sorted(found) == sorted(Document.objects.values_list("pk", flat=True))


def test_a_scheduled_text_that_takes_over_leaves_a_newer_working_copy(monkeypatch):
    """The plan was made first, then other words were published meanwhile: they are what the editor has in hand."""
    document = written_in("ar")
    plan = scheduled(document, "ar", timezone.now() + timedelta(hours=1))
    write(document, "ar", title="نشر في الأثناء")
    meanwhile = go_live(document, "ar")
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    found = state_of(Document.objects.get(pk=document.pk), "ar")
    assert (found.state, found.living, found.pending) == (State.CHANGED, plan, None)
    assert meanwhile.number > plan.number
    assert list(in_state(Document.objects.all(), "ar", State.CHANGED)) == [
        Document.objects.get(pk=document.pk)
    ]
    assert list(in_state(Document.objects.all(), "ar", State.LIVE)) == []


def test_the_stage_is_shown_where_somebody_has_to_act(author, editor):
    document = make_article(en=None, by=author)
    assert (state_of(document, "ar").stage, state_of(document, "ar").stage_label) == (Stage.DRAFT, "")
    workflow.submit(document, "ar", author)
    document = Document.objects.get(pk=document.pk)
    assert state_of(document, "ar").stage_label == Stage.IN_REVIEW.label
    assert list(in_state(Document.objects.all(), "ar", Stage.IN_REVIEW)) == [document]
    assert list(in_state(Document.objects.all(), "en", Stage.IN_REVIEW)) == []
    workflow.request_changes(document, "ar", editor, "Shorter, please.")
    document = Document.objects.get(pk=document.pk)
    assert state_of(document, "ar").stage_label == Stage.CHANGES_REQUESTED.label
    assert list(in_state(Document.objects.all(), "ar", Stage.CHANGES_REQUESTED)) == [document]
    assert list(in_state(Document.objects.all(), "ar", Stage.IN_REVIEW)) == []


def test_a_list_of_states_costs_the_same_for_1_and_3_rows(django_assert_num_queries):
    for count in (1, 3):
        while Document.objects.count() < count:
            document = make_article()
            draft_over_live(document, "ar")
        rows = Document.objects.with_working_copies().prefetch_related(LIGHT_REVISIONS)
        with django_assert_num_queries(3):
            found = [[text.state for text in states_of(row)] for row in rows]
        assert found == [[State.CHANGED, State.DRAFT]] * count
