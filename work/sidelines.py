"""What a worker does beside its tasks, however long one of them takes. An app that is above adds to it in its ready()."""

from contextlib import contextmanager
from threading import Event, Thread

#: Functions that go on until the Event that they are given is set; each gets a thread of its own.
sidelines = []


@contextmanager
def running():
    """Within this block all of them go on."""
    is_over = Event()
    for one in sidelines:
        Thread(target=one, args=[is_over], daemon=True).start()
    try:
        yield
    finally:
        is_over.set()
