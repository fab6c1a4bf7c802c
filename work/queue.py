"""Work that is too long for a request: each piece of it is one row of django-tasks, however many ask for it.

`manage.py work` does it (docs/operating.md). A row's key is made of the task and its arguments, so that the database itself
refuses a second row for the same work. A worker that was killed leaves its row "running": whoever asks for that work again,
and every worker that starts, gives such rows back.
"""

import json
import os
import socket
import uuid
from contextvars import ContextVar
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

#: Longer than any work takes: whatever runs longer has lost its worker.
LONGEST = timedelta(minutes=15)
#: So soon after its end nothing is done again: what was made may have changed just then, what failed would fail again.
PAUSES = {TaskResultStatus.SUCCESSFUL: timedelta(seconds=10), TaskResultStatus.FAILED: timedelta(minutes=5)}
#: Work that takes its worker down with it is given up after so many workers.
MOST_WORKERS = 3
#: Rows of work that is done are kept for so long.
KEPT = timedelta(days=14)

_NAMESPACE = uuid.UUID("6f1d6c0e-3d0b-4c59-9a35-0f5f2c1b7a44")
_key = ContextVar("the key of the row that is being added", default=None)


def next_id():
    """The key of a new row, as settings.TASKS asks for it: that of the work, or a number of its own."""
    return _key.get() or uuid.uuid4()


def once(task, *args):
    """A task and its arguments (texts and numbers) in; see to it that the work is done, and return what became of it so far:
    READY (it waits), RUNNING, or SUCCESSFUL or FAILED where it ended just now."""
    key = uuid.uuid5(_NAMESPACE, json.dumps([task.module_path, *args]))
    row = DBTaskResult.objects.filter(pk=key).first()
    if row is None:
        _add(task, key, args)
        return TaskResultStatus.READY
    if _may_be_done_again(row) and _give_back(row):
        return TaskResultStatus.READY
    return row.status


def _add(task, key, args):
    token = _key.set(key)
    try:
        with transaction.atomic():
            task.enqueue(*args)
    except IntegrityError:
        # Somebody else asked for it at the same moment.
        if not DBTaskResult.objects.filter(pk=key).exists():
            raise
    finally:
        _key.reset(token)


def _may_be_done_again(row):
    if row.status == TaskResultStatus.RUNNING:
        return has_lost_its_worker(row)
    pause = PAUSES.get(row.status)
    return pause is not None and row.finished_at <= timezone.now() - pause


def _give_back(row):
    """Let a worker take ``row``, unless somebody changed it meanwhile; whether it waits now."""
    has_failed_too_often = row.status == TaskResultStatus.RUNNING and len(row.worker_ids) >= MOST_WORKERS
    unchanged = DBTaskResult.objects.filter(
        pk=row.pk, status=row.status, started_at=row.started_at, finished_at=row.finished_at
    )
    now = timezone.now()
    if has_failed_too_often:
        reason = f"{len(row.worker_ids)} workers did not come back from it: {', '.join(row.worker_ids)}"
        unchanged.update(status=TaskResultStatus.FAILED, finished_at=now, traceback=reason)
        return False
    workers = row.worker_ids if row.status == TaskResultStatus.RUNNING else []
    clean = {"started_at": None, "finished_at": None, "return_value": None, "exception_class_path": ""}
    return bool(
        unchanged.update(
            status=TaskResultStatus.READY, enqueued_at=now, worker_ids=workers, traceback="", **clean
        )
    )


# ---- Workers


def worker_name():
    """A name that tells on which machine and in which process a worker runs."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


def has_lost_its_worker(row, own_name=""):
    """Whether the worker of a running ``row`` is gone: its process has ended, or it has run for too long.

    ``own_name`` is the worker that asks: another one that had its number (in a container each has the same) is gone.
    """
    if row.started_at is None or row.started_at <= timezone.now() - LONGEST:
        return True
    machine, number, *_rest = (row.worker_ids[-1] if row.worker_ids else "").split(":") + ["", ""]
    if machine != socket.gethostname()[:30] or not number.isdigit():
        return False
    if own_name and int(number) == os.getpid():
        return row.worker_ids[-1] != own_name
    return not _is_alive(int(number))


def _is_alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        # It is another user's.
        return True
    return True


def tidy(own_name=""):
    """Give back the work of workers that are gone, and delete the rows of what was done long ago."""
    for row in DBTaskResult.objects.running():
        if has_lost_its_worker(row, own_name):
            _give_back(row)
    DBTaskResult.objects.finished().filter(finished_at__lte=timezone.now() - KEPT).delete()
