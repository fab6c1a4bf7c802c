"""Many people at once, each with a connection of their own: nobody is lost, nobody sees another error than a WorkflowError,
and what must hold holds afterwards. The same on SQLite (a file) and on PostgreSQL."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from django.utils.translation import override

from publishing import workflow
from publishing.models import Act, Revision
from publishing.workflow import WorkflowError
from tests.factories import chief, draft_over_live, make_article, scheduled, write
from tests.personas import make_user

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 6
ROUNDS = 3


def all_at_once(*acts):
    """Do every one of ``acts`` (callables) in a thread of its own, begun together.

    Returns (results, refusals): the values of those that succeeded, the WorkflowErrors of those that did not.
    Any other exception is raised.
    """
    start = Barrier(len(acts))

    def do(act):
        try:
            connection.ensure_connection()
            start.wait(timeout=30)
            with override("en"):
                return act()
        except WorkflowError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        outcomes = [future.result(timeout=60) for future in [pool.submit(do, act) for act in acts]]
    refusals = [outcome for outcome in outcomes if isinstance(outcome, WorkflowError)]
    return [outcome for outcome in outcomes if not isinstance(outcome, WorkflowError)], refusals


@pytest.fixture(autouse=True)
def _what_must_hold_afterwards(transactional_db):
    yield
    dated = list(Revision.objects.filter(live_from__isnull=False))
    for one, two in itertools.combinations(dated, 2):
        apart = _end(one) <= two.live_from or _end(two) <= one.live_from
        same_text = (one.document_id, one.language_code) == (two.document_id, two.language_code)
        same_address = (one.kind, one.language_code, one.slug) == (two.kind, two.language_code, two.slug)
        assert apart or not (same_text or same_address), (one, two)
    numbers = list(Revision.objects.values_list("document_id", "language_code", "number"))
    assert len(set(numbers)) == len(numbers)


def _end(revision):
    return revision.live_until or timezone.now() + timedelta(days=36500)


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_of_many_who_publish_one_text_one_does(_round):
    document, by = make_article(en=None), chief()
    publish = lambda: workflow.publish(document, "ar", by)  # noqa: E731
    results, refusals = all_at_once(*[publish] * PEOPLE)
    assert [revision.number for revision in results] == [1]
    assert {str(refusal) for refusal in refusals} <= {
        "This very text is public already; there is nothing new to publish.",
        "The site is busy; nothing was changed. Try again in a moment.",
    }
    assert Act.objects.filter(name=Act.Name.PUBLISH).count() == 1
    assert Revision.objects.live().count() == 1


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_of_many_documents_with_one_address_one_gets_it(_round):
    documents = [
        make_article(ar={"title": f"نص {number}", "slug": "shared"}, en=None) for number in range(PEOPLE)
    ]
    by = chief()
    results, refusals = all_at_once(
        *[lambda document=document: workflow.publish(document, "ar", by) for document in documents]
    )
    assert len(results) == 1
    assert len(refusals) == PEOPLE - 1
    winner = results[0].title
    assert {str(refusal) for refusal in refusals} <= {
        f"The address “shared” is taken by “{winner}”; choose another one.",
        "Somebody has just published another text at this address; choose another one.",
        "The site is busy; nothing was changed. Try again in a moment.",
    }
    assert [text.title for text in Revision.objects.live()] == [winner]


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_nobodys_words_are_lost_when_many_save(_round):
    """Whoever saves last has the working copy; everybody's words are in the history, in one row of numbers."""
    document, by = make_article(en=None), chief()
    titles = [f"عنوان {number}" for number in range(PEOPLE)]
    saves = [
        lambda title=title: workflow.save_working_copy(document, "ar", {"title": title}, by)
        for title in titles
    ]
    results, refusals = all_at_once(*saves)
    assert refusals == []
    history = list(document.revisions.order_by("number").values_list("number", "title"))
    assert [number for number, _title in history] == list(range(1, PEOPLE + 2))
    assert {title for _number, title in history[1:]} == set(titles)
    assert document.translations.get(language_code="ar").title == history[-1][1]


def test_the_languages_do_not_hinder_each_other():
    document, by = make_article(), chief()
    results, refusals = all_at_once(
        lambda: workflow.publish(document, "ar", by),
        lambda: workflow.publish(document, "en", by),
        lambda: workflow.save_working_copy(document, "en", {"title": "Meanwhile"}, by),
    )
    assert refusals == []
    assert set(Revision.objects.live().values_list("language_code", flat=True)) == {"ar", "en"}


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_publish_schedule_withdraw_and_save_at_once(_round):
    document, by = make_article(en=None), make_user("publisher")
    draft_over_live(document, "ar")
    scheduled(document, "ar")
    write(document, "ar", title="مسودة أخرى")
    tomorrow = timezone.now() + timedelta(days=1)
    all_at_once(
        lambda: workflow.publish(document, "ar", by),
        lambda: workflow.schedule(document, "ar", by, tomorrow),
        lambda: workflow.schedule(document, "ar", by, tomorrow, tomorrow + timedelta(days=1)),
        lambda: workflow.withdraw(document, "ar", by),
        lambda: workflow.cancel_schedule(document, "ar", by),
        lambda: workflow.save_working_copy(document, "ar", {"title": "في الأثناء"}, by),
        lambda: workflow.publish(document, "ar", by, until=tomorrow),
    )
    now = timezone.now()
    assert Revision.objects.live(now).count() <= 1
    assert Revision.objects.scheduled(now).count() <= 1
    # Twice, where it was withdrawn and published again.
    assert document.revisions.filter(title="في الأثناء").count() in (1, 2)


def test_one_who_waited_for_another_publisher_is_later_than_that_one():
    """Two different texts, published at once: both are public, one after the other, and none ends before it begins."""
    document, by = make_article(en=None), chief()

    def write_and_publish(title):
        workflow.save_working_copy(document, "ar", {"title": title}, by)
        return workflow.publish(document, "ar", by)

    all_at_once(*[lambda title=f"نص {number}": write_and_publish(title) for number in range(PEOPLE)])
    now = timezone.now()
    assert Revision.objects.scheduled(now).count() == 0
    living = Revision.objects.live(now).get()
    assert living.number == max(
        Revision.objects.filter(live_from__isnull=False).values_list("number", flat=True)
    )
