"""Seeding: how large a forum becomes, when its texts were published, and where it may be done."""

import gc
from datetime import UTC, datetime, time, timedelta
from random import Random

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from demo.loader import Refusal, is_loaded
from demo.seed.block import LANGUAGES, Blocks, Shape
from demo.seed.rows import gather_statistics
from demo.seed.texts import SENTENCES, Writer
from demo.seed.things import USERNAME, make_things
from events.models import Event
from publishing.models import Document

MOST_EVENTS = 1000
SESSIONS, SESSIONS_OF_THE_CURRENT = 4, 24
#: Of the documents of an event; at most ten of one.
RESOLUTIONS = 0.1
YEARS = 10


def refuse_elsewhere():
    """Raise Refusal in production, and where somebody else's texts or accounts are (decision 9)."""
    if settings.MULTAQA_MODE == "production":
        raise Refusal(_("This is a production site: sample documents are not put into it."))
    is_ours = is_loaded() or User.objects.filter(username=USERNAME).exists()
    if not is_ours and (Document.objects.exists() or User.objects.exists()):
        raise Refusal(
            _(
                "This database holds texts or accounts that the demo did not make, so no sample documents are put into "
                "it. Name an empty database in DATABASE_URL."
            )
        )


def seed(size, number, progress):
    """Add about ``size`` documents; the same ``number`` gives the same texts. ``progress`` is called with how many more
    there are. Raises Refusal. Nobody else should write meanwhile; what breaks off leaves whole events behind."""
    refuse_elsewhere()
    with transaction.atomic():
        things = make_things(size)
    random = Random(number)  # noqa: S311  (nothing depends on its being unforeseeable)
    sentences = min(SENTENCES, max(2000, size * 40))
    writers = {language: Writer(language, number, sentences) for language in LANGUAGES}
    blocks = Blocks(things, writers, random)
    # The sentences live to the end: the garbage collector need not look through them again and again.
    gc.freeze()
    for shape, begin, end, code, is_current in _plan(size):
        blocks.add(shape, begin, end, code, is_current)
        with transaction.atomic():
            blocks.write()
        progress(shape.size)
    gather_statistics()


def _plan(size):
    """(Shape, begin, end, code, is it the current event) of each event, the earliest first."""
    events = min(max(size // 100, 1), MOST_EVENTS)
    is_free = not Event.objects.filter(is_current=True).exists()
    taken = Event.objects.filter(code__startswith="SAMPLE-").count()
    last = datetime.combine(timezone.now().date(), time.min, UTC) - timedelta(days=2)
    first = last - timedelta(days=365 * YEARS)
    length = (last - first) / events
    for place in range(events):
        is_current = is_free and place == events - 1
        own = size // events + (1 if place < size % events else 0)
        shape = _shape(own, is_current)
        begin = first + place * length
        yield shape, begin, begin + length, f"SAMPLE-{taken + place + 1}", is_current


def _shape(size, is_current):
    """The documents of an event that has ``size`` of them, its sessions and itself among them."""
    sessions = min(SESSIONS_OF_THE_CURRENT if is_current else SESSIONS, max(size // 4, 1))
    resolutions = min(max(round(size * RESOLUTIONS), 2), 10)
    return Shape(sessions, resolutions, max(size - 1 - sessions - resolutions, 0))
