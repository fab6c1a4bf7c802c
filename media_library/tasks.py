"""Has the renditions of pictures made outside the request, by `manage.py work` (work/queue.py)."""

import uuid

from django_tasks import task

from media_library.models import Image
from media_library.renditions import make_renditions, missing
from work.queue import once


def ask_for_renditions(image):
    """See to it that the renditions of an Image whose file or focal point has just changed are made.

    In the transaction that saves it. Each request has a number of its own, and only the last one is answered: of a focal
    point that is moved twice in a second, the worker makes the renditions once.
    """
    image.renditions_asked = uuid.uuid4().hex
    Image.objects.filter(pk=image.pk).update(renditions_asked=image.renditions_asked)
    return once(make, image.pk, image.renditions_asked)


def ask_for_what_is_missing(image):
    """See to it that an Image gets the renditions that it lacks, if any: from a time before a size, or of a worker that failed.

    What became of the request so far (work.queue.once), or None where nothing is missing.
    """
    if not missing(image):
        return None
    if not image.renditions_asked:
        return ask_for_renditions(image)
    return once(make, image.pk, image.renditions_asked)


@task
def make(pk, asked):
    """Make the renditions of the Image ``pk``, unless they were asked for anew since or it is gone. The worker calls it."""
    image = Image.objects.filter(pk=pk, renditions_asked=asked).first()
    if image and missing(image):
        make_renditions(image)
