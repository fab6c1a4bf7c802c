"""`manage.py work`: does what waits (work/queue.py) until it is told to stop; one process of it beside the server."""

import time

from django.core.management.base import BaseCommand
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands import db_worker

from work import sidelines
from work.queue import tidy, worker_name

#: Seconds between two times of tidying up.
TIDIES_EVERY = 60


class Worker(db_worker.Worker):
    """django-tasks' worker, which also gives back the work of those that were killed, when it starts and every minute."""

    def run(self):
        self._tidy()
        super().run()

    def run_task(self, row):
        super().run_task(row)
        self._tidy_when_due()

    @property
    def interval(self):
        """The seconds of rest. The worker asks for them whenever it found nothing to do: a moment to tidy up in."""
        self._tidy_when_due()
        return self._interval

    @interval.setter
    def interval(self, seconds):
        self._interval = seconds

    def _tidy_when_due(self):
        if time.monotonic() - self._tidied >= TIDIES_EVERY:
            self._tidy()

    def _tidy(self):
        tidy(self.worker_id)
        self._tidied = time.monotonic()


class Command(BaseCommand):
    help = "Do the work that waits, such as making PDFs and the smaller copies of pictures, until told to stop (Ctrl-C, SIGTERM)."

    def add_arguments(self, parser):
        parser.add_argument("--batch", action="store_true", help="End when nothing waits any more.")
        parser.add_argument(
            "--interval", type=float, default=1, help="Seconds between two looks while nothing waits."
        )

    def handle(self, *, batch, interval, **options):
        worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=batch,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_name(),
        )
        if batch:
            worker.run()
            return
        worker.configure_signals()
        with sidelines.running():
            worker.run()
