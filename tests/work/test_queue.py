"""Work outside requests: one row for each piece of it, and what becomes of the work of a worker that is gone."""

import os
import socket
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from tests.worker import do_the_work
from work.queue import MOST_WORKERS, has_lost_its_worker, once, tidy, worker_name

pytestmark = pytest.mark.django_db

done = []
#: No process has it: Linux gives out smaller ones.
NOBODY = 2**22 + 1


@task
def note(word):
    done.append(word)
    if word == "bad":
        raise ValueError("A bad word.")


@pytest.fixture(autouse=True)
def _nothing_done():
    done.clear()


def running(word, worker, since=timedelta(minutes=1), before=()):
    """The row of a piece of work that ``worker`` took and did not end."""
    once(note, word)
    row = DBTaskResult.objects.get(args_kwargs__args=[word])
    DBTaskResult.objects.filter(pk=row.pk).update(
        status="RUNNING", worker_ids=[*before, worker], started_at=timezone.now() - since
    )
    row.refresh_from_db()
    return row


def states():
    return {row.args_kwargs["args"][0]: row.status for row in DBTaskResult.objects.all()}


def test_work_is_done_once_and_again_when_it_is_asked_for_later():
    assert [once(note, "a"), once(note, "a"), once(note, "b")] == ["READY"] * 3
    do_the_work()
    assert sorted(done) == ["a", "b"]
    assert once(note, "a") == "SUCCESSFUL"
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(minutes=1))
    assert once(note, "a") == "READY"
    do_the_work()
    assert sorted(done) == ["a", "a", "b"]
    assert DBTaskResult.objects.count() == 2


def test_what_failed_rests_before_it_is_tried_again():
    once(note, "bad")
    do_the_work()
    assert once(note, "bad") == "FAILED"
    assert "A bad word." in DBTaskResult.objects.get().traceback
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(minutes=6))
    assert once(note, "bad") == "READY"


def test_the_work_of_a_killed_worker_is_done_by_the_next_one():
    here = socket.gethostname()[:30]
    running("killed", f"{here}:{NOBODY}:x")
    running("elsewhere", "another-machine:1:x")
    running("too long", "another-machine:1:x", since=timedelta(minutes=16))
    running("at it", f"{here}:{os.getpid()}:x")
    killer = running("killer", f"{here}:{NOBODY}:c", before=["one:1:a", "one:1:b"])
    assert len(killer.worker_ids) == MOST_WORKERS
    tidy()
    assert states() == {
        "killed": "READY",
        "elsewhere": "RUNNING",
        "too long": "READY",
        "at it": "RUNNING",
        "killer": "FAILED",
    }
    do_the_work()
    assert {"killed", "too long"} <= set(done)
    assert states()["elsewhere"] == "RUNNING"


def test_a_reader_who_asks_again_gives_it_back_too():
    running("killed", f"{socket.gethostname()[:30]}:{NOBODY}:x")
    assert once(note, "killed") == "READY"


def test_a_worker_with_the_number_of_another_knows_that_it_is_gone():
    own = worker_name()
    before = running("a", f"{socket.gethostname()[:30]}:{os.getpid()}:before")
    assert has_lost_its_worker(before, own)
    assert not has_lost_its_worker(running("b", own), own)


def test_rows_of_what_is_long_done_are_deleted():
    for word in ("old", "new"):
        once(note, word)
    do_the_work()
    DBTaskResult.objects.filter(args_kwargs__args=["old"]).update(
        finished_at=timezone.now() - timedelta(days=15)
    )
    tidy()
    assert states() == {"new": "SUCCESSFUL"}
