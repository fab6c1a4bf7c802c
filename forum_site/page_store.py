"""Where pages for readers are kept: in the memory of each process, bounded in bytes, and behind it in Redis if there is one.

A key names one content for ever (page_cache.py), so that what a process has need never be compared with what Redis has.
"""

import logging
import time
from functools import cache as once
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from cachetools import LRUCache
from django.apps import apps
from django.conf import settings
from django.core.cache import caches

logger = logging.getLogger(__name__)

#: After a failure the shared cache is left alone for so many seconds: readers do not wait for what is down.
REST = 5
#: What makes pages, of the program's own files: those of another release are not ours.
SOURCES = {".css", ".html", ".js", ".po", ".py", ".svg"}
#: Settings that pages show.
SHOWN = ("DEBUG", "ID_HOST", "MEDIA_URL", "MULTAQA_DIGITS", "SITE_ADDRESS", "SITE_LINE", "SITE_NAME", "STATIC_URL",
         "TELLS_OUT_OF_DATE", "TIME_ZONE")  # fmt: skip


class InMemory:
    """The pages of this process: the least used go where the bytes of all would be more than the bound."""

    def __init__(self, size):
        self._pages = LRUCache(size, getsizeof=lambda page: page.size)
        self._lock = Lock()

    def get(self, key):
        with self._lock:
            return self._pages.get(key)

    def set_many(self, pages, seconds):
        with self._lock:
            for key, page in pages.items():
                if page.size <= self._pages.maxsize:
                    self._pages[key] = page


class Shared:
    """The pages of all processes, behind those of this one. Where the cache is down, there are just those."""

    def __init__(self, near):
        self._near = near
        self._rests_until = 0.0

    def get(self, key):
        page = self._near.get(key)
        if page is None:
            page = self._ask(lambda: caches["pages"].get(key))
            if page is not None:
                self._near.set_many({key: page}, 0)
        return page

    def set_many(self, pages, seconds):
        self._near.set_many(pages, seconds)
        self._ask(lambda: caches["pages"].set_many(pages, max(1, seconds)))

    def _ask(self, question):
        if time.monotonic() < self._rests_until:
            return None
        try:
            return question()
        except Exception:
            # Whatever is wrong with the cache, a reader gets the page.
            logger.exception("The cache does not answer; it is asked again in %s seconds.", REST)
            self._rests_until = time.monotonic() + REST
            return None


def page_store():
    """The store that the settings ask for."""
    near = InMemory(settings.PAGE_CACHE_MEGABYTES * 1_000_000)
    return Shared(near) if settings.CACHE_URL and settings.PAGE_CACHE_MEGABYTES else near


@once
def release():
    """A digest of all that makes pages but the content: the program's own files and the settings that pages show."""
    digest = blake2b(digest_size=12)
    own = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    for folder in sorted([*own, *(settings.BASE_DIR / name for name in ("locale", "static", "templates"))]):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in SOURCES):
            digest.update(path.relative_to(settings.BASE_DIR).as_posix().encode() + path.read_bytes())
    digest.update(repr([getattr(settings, name) for name in SHOWN]).encode())
    return digest.hexdigest()
