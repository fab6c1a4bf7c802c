"""`manage.py make_renditions`: pictures get the smaller copies that they lack, after an upgrade or a restored backup."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from media_library import tasks
from media_library.models import Image
from media_library.renditions import make_renditions, missing


class Command(BaseCommand):
    help = "Have the worker make the smaller copies that pictures lack: of a new size, or lost with a disk."

    def add_arguments(self, parser):
        parser.add_argument("--here", action="store_true", help="Make them now, in this process.")
        parser.add_argument(
            "--look",
            action="store_true",
            help="Look into the storage for copies that are gone or broken; implies --here.",
        )

    def handle(self, *, here, look, verbosity, **options):
        act = make_renditions if here or look else tasks.ask_for_what_is_missing
        pictures = Image.objects.exclude(file="").order_by("pk")
        done = 0
        # None: where there is a terminal to draw on.
        bar = tqdm(
            pictures.iterator(chunk_size=500),
            total=pictures.count(),
            unit=" pictures",
            disable=None if verbosity else True,
        )
        for image in bar:
            if look or missing(image):
                act(image)
                done += 1
        if verbosity:
            said = (
                "Looked through"
                if look
                else "Made the copies of"
                if here
                else "The worker makes the copies of"
            )
            self.stdout.write(f"{said} {done} picture(s).")
