"""How long an upload of ten megapixels takes, by its parts: the clean picture, the whole request, and the worker after it.

    python bench/uploads.py          (--rounds 9 for a calmer figure)

The pictures are drawn: shapes and noise of many sizes, which is harder on a PNG than most photographs. Each figure is the
median of the rounds, in seconds; the time of the processor is what a machine with nothing else to do would need. It works on
a database and a folder of its own, which are gone afterwards.
"""

import argparse
import io
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image as Picture

ROOT = Path(__file__).resolve().parent.parent
SIZE = (3872, 2592)
#: EXIF data that say nothing but "turn me by a quarter" (orientation 6).
ON_ITS_SIDE = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
FORMS = {
    "JPEG of a camera": ("JPEG", {"quality": 97, "subsampling": 0}),
    "JPEG, progressive": ("JPEG", {"quality": 92, "progressive": True}),
    "JPEG on its side": ("JPEG", {"quality": 95, "exif": ON_ITS_SIDE}),
    "PNG": ("PNG", {"compress_level": 6}),
    "WebP": ("WEBP", {"quality": 90}),
    "AVIF": ("AVIF", {"quality": 70, "speed": 8}),
}  # fmt: skip
WORDS = {"ppoi": "0.5x0.5", "alt_ar": "أ", "alt_en": "a", "licence": "own-work"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="multaqa-bench-") as folder:
        os.environ |= {
            "MULTAQA_MODE": "development",
            "VAR_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/b.sqlite3",
        }
        os.environ["DJANGO_SETTINGS_MODULE"] = "forum_site.settings"
        sys.path.insert(0, str(ROOT))
        client = desk()
        print(
            "| ten megapixels | MB | cleaned | request | its processor time | worker |\n|---|---|---|---|---|---|"
        )
        for name, content in pictures().items():
            figures = [measured(client, content) for _ in range(rounds)]
            shown = " | ".join(f"{statistics.median(column):.2f}" for column in zip(*figures, strict=True))
            print(f"| {name} | {len(content) / 1e6:.1f} | {shown} |", flush=True)


def desk():
    """A client that is signed in to the desk of an empty forum."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from accounts.models import User

    settings.ALLOWED_HOSTS.append("testserver")
    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(User.objects.create_superuser("bench", "bench@example.org", "bench"))
    return client


def pictures():
    """{name: the bytes of a picture}, one of each kind that the desk takes."""
    photograph = drawn()
    found = {}
    for name, (form, options) in FORMS.items():
        written = io.BytesIO()
        photograph.save(written, form, **options)
        found[name] = written.getvalue()
    return found


def drawn():
    """Something like a photograph."""
    bands = []
    for _band in range(3):
        whole = None
        for rows, spread in ((4, 120), (16, 60), (64, 40), (400, 20)):
            layer = Picture.effect_noise((rows * 3 // 2, rows), spread).resize(
                SIZE, Picture.Resampling.BICUBIC
            )
            whole = Picture.blend(whole, layer, 0.4) if whole else layer
        bands.append(Picture.blend(whole, Picture.effect_noise(SIZE, 14), 0.15))
    return Picture.merge("RGB", bands)


def measured(client, content):
    """Seconds of cleaning, of the whole request, of the processor in it, and of the worker's part."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.core.management import call_command
    from django.urls import reverse

    from media_library.uploads import clean_picture

    def upload():
        return SimpleUploadedFile("picture", content)

    def send():
        answer = client.post(reverse("admin:media_library_image_add"), WORDS | {"file": upload()})
        if answer.status_code != 302:
            raise SystemExit(f"The desk did not take the picture: {answer}")

    cleaned, _ = timed(lambda: clean_picture(upload()))
    return cleaned, *timed(send), timed(lambda: call_command("work", "--batch"))[0]


def timed(act):
    """Seconds that passed, and those of the processor."""
    begun, begun_on_processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - begun, time.process_time() - begun_on_processor


if __name__ == "__main__":
    main()
