"""A shared cache that may be down: meanwhile each process counts for itself, and nobody gets an error page."""

import logging
import time

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

#: After a failure the shared cache is left alone for so many seconds: nobody waits for what is down.
REST = 5
_METHODS = (
    "add",
    "get",
    "set",
    "touch",
    "delete",
    "get_many",
    "set_many",
    "delete_many",
    "has_key",
    "incr",
    "clear",
)


class RedisOrMemory(RedisCache):
    """Django's RedisCache; while Redis does not answer, the memory of this process."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self._own = LocMemCache("while redis does not answer", {})
        self._rests_until = 0.0


def _steadily(name):
    shared = getattr(RedisCache, name)

    def method(self, *args, **kwargs):
        if time.monotonic() >= self._rests_until:
            try:
                return shared(self, *args, **kwargs)
            except RedisError:
                logger.exception("Redis does not answer; it is asked again in %s seconds.", REST)
                self._rests_until = time.monotonic() + REST
        return getattr(self._own, name)(*args, **kwargs)

    return method


for _name in _METHODS:
    setattr(RedisOrMemory, _name, _steadily(_name))
