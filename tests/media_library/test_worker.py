"""The worker that makes renditions: killed in the midst of it, two at once, and asked twice."""

import os
import signal
import warnings
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.db import connections
from django_tasks_db.models import DBTaskResult
from PIL import Image as Picture

from media_library.models import Image
from media_library.renditions import SIZES, _path, make_renditions, make_small, missing, picture
from media_library.tasks import ask_for_renditions, ask_for_what_is_missing
from tests.media_library.files import picture_bytes
from tests.worker import do_the_work

OTHERS = set(SIZES) - {"small"}


def make_image(size=(900, 600)):
    """A picture as the desk leaves it: with its small copy, and asked for."""
    image = Image(alt_ar="قاعة", alt_en="A hall")
    image.file.save("hall.png", ContentFile(picture_bytes("PNG", size=size)), save=True)
    with image.file.open() as file, Picture.open(file) as opened:
        make_small(image, opened.resize((640, 427)))
    ask_for_renditions(image)
    return image


def states():
    return [row.status for row in DBTaskResult.objects.order_by("enqueued_at")]


def made_of(image):
    image.refresh_from_db()
    return set(image.renditions["made"])


# ---- Processes of their own


def start_worker(log, dies_at=None):
    """Start `manage.py work --batch` in a process of its own, which notes in ``log`` what it saves; its number.

    ``dies_at``: (which of its files, how much of it is written): then it is killed.
    """
    connections.close_all()
    with warnings.catch_warnings():
        # Python 3.12 warns of threads, of which the child has none.
        warnings.simplefilter("ignore")
        number = os.fork()
    if number:
        return number
    try:
        _be_the_worker(log, dies_at)
        os._exit(0)
    finally:
        os._exit(1)


def _be_the_worker(log, dies_at):
    save, count = FileSystemStorage._save, 0

    def noting(storage, name, content):
        nonlocal count
        count += 1
        if dies_at and dies_at[0] == count:
            data = content.read()
            save(storage, name, ContentFile(data[: int(len(data) * dies_at[1])]))
            os.kill(os.getpid(), signal.SIGKILL)
        with log.open("a") as notes:
            notes.write(f"{name}\n")
        return save(storage, name, content)

    FileSystemStorage._save = noting
    call_command("work", "--batch")


def ended(number):
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("dies_at", "left"),
    [((1, 0), 4), ((1, 0.5), 4), ((3, 0.5), 2), ((3, 1), 1), ((4, 1), 0)],
    ids=["an empty file", "half of the first", "half of the third", "the third whole", "all but the row"],
)
def test_a_worker_that_is_killed_is_followed_by_one_that_makes_the_rest(tmp_path, dies_at, left):
    image = make_image()
    log = tmp_path / "saved"
    assert ended(start_worker(log, dies_at)) == -signal.SIGKILL
    assert states() == ["RUNNING"]
    assert made_of(image) == {"small"}, "nothing of it is shown"
    assert picture(image, "card")["url"] == image.file.storage.url(_path(image, "small"))

    log.write_text("")
    assert ended(start_worker(log)) == 0
    assert states() == ["SUCCESSFUL"]
    assert made_of(image) == set(SIZES)
    assert len(log.read_text().split()) == left
    for one in image.renditions["made"].values():
        with image.file.storage.open(one["file"]) as file, Picture.open(file) as found:
            found.load()
            assert found.size == (one["width"], one["height"])


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_each_rendition_once(tmp_path):
    images = [make_image() for _ in range(3)]
    log = tmp_path / "saved"
    numbers = [start_worker(log) for _ in range(2)]
    assert [ended(number) for number in numbers] == [0, 0]
    saved = log.read_text().split()
    assert sorted(saved) == sorted(_path(image, name) for image in images for name in OTHERS)
    assert states() == ["SUCCESSFUL"] * 3


# ---- Asked twice, and asked again

pytestmark = pytest.mark.django_db


def move(image, ppoi):
    image.ppoi = ppoi
    image.save(update_fields=["ppoi"])
    ask_for_renditions(image)


def test_of_a_focal_point_that_is_moved_twice_only_the_last_is_made():
    image = make_image()
    for ppoi in ("0.1x0.1", "0.9x0.9"):
        move(image, ppoi)
    do_the_work()
    assert made_of(image) == set(SIZES) and missing(image) == []
    folders = image.file.storage.listdir("renditions")[0]
    files = [name for folder in folders for name in image.file.storage.listdir(f"renditions/{folder}")[1]]
    assert len(files) == len(SIZES)
    assert states() == ["SUCCESSFUL"] * 3


def test_a_focal_point_that_is_moved_back_at_once_has_its_renditions():
    image = make_image()
    do_the_work()
    for ppoi in ("0.1x0.1", "0.5x0.5"):
        move(image, ppoi)
        do_the_work()
        image.refresh_from_db()
    assert missing(image) == []


def test_a_worker_that_was_slow_does_not_write_over_what_was_asked_for_since():
    slow = make_image()
    image = Image.objects.get(pk=slow.pk)
    move(image, "0.9x0.9")
    do_the_work()
    make_renditions(slow)
    image.refresh_from_db()
    assert missing(image) == []


def test_a_picture_that_is_gone_is_no_failure():
    make_image().delete()
    do_the_work()
    assert states() == ["SUCCESSFUL"]


def test_a_storage_that_cannot_be_reached_is_a_failure_and_is_tried_again(monkeypatch):
    image = make_image()

    def fail(*args):
        raise ConnectionError("No answer.")

    with monkeypatch.context() as broken:
        broken.setattr(FileSystemStorage, "_open", fail)
        do_the_work()
    assert states() == ["FAILED"]
    assert made_of(image) == {"small"}
    assert ask_for_what_is_missing(image) == "FAILED"
    DBTaskResult.objects.update(finished_at="2020-01-01T00:00Z")
    assert ask_for_what_is_missing(image) == "READY"
    do_the_work()
    assert made_of(image) == set(SIZES)
    assert ask_for_what_is_missing(image) is None


# ---- manage.py make_renditions


def ordered(*options):
    said = StringIO()
    call_command("make_renditions", *options, stdout=said)
    return said.getvalue()


def from_before(image):
    """Leave an Image as an older release had it: without one of today's sizes."""
    make_renditions(image)
    del image.renditions["made"]["card_small"]
    Image.objects.filter(pk=image.pk).update(renditions=image.renditions, renditions_asked="")
    DBTaskResult.objects.all().delete()


def test_a_picture_from_before_gets_the_size_that_it_lacks():
    old, whole = make_image(), make_image()
    make_renditions(whole)
    from_before(old)
    assert ordered() == "The worker makes the copies of 1 picture(s).\n"
    ordered()
    assert states() == ["READY"], "once"
    do_the_work()
    assert made_of(old) == set(SIZES)
    assert ordered() == "The worker makes the copies of 0 picture(s).\n"


def test_what_is_missing_is_made_here_or_looked_for_in_the_storage():
    image = make_image()
    from_before(image)
    assert ordered("--here") == "Made the copies of 1 picture(s).\n"
    assert made_of(image) == set(SIZES)
    card = image.renditions["made"]["card"]["file"]
    image.file.storage.delete(card)
    assert ordered("--here") == "Made the copies of 0 picture(s).\n"
    assert ordered("--look") == "Looked through 1 picture(s).\n"
    assert image.file.storage.exists(card)
    assert states() == []
