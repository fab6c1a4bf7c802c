"""Which database a request reads from: pages of readers without an account from a copy, all else from the primary.

A copy (a read replica) follows the primary at some distance. One request reads from one copy alone, the content version
included, so that a page and the version under which it is kept belong together; a page is as fresh as its copy. Who is
signed in reads from the primary, and finds what they wrote.
"""

import logging
import random
import time
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connections

from publishing.version_triggers import PRIVATE_APPS

logger = logging.getLogger(__name__)

#: So long a copy that did not answer is left alone, in seconds.
REST = 5
#: Addresses that write, or whose readers must see what has just been written.
PRIMARY = ("/admin/", "/accounts/", "/shared/", "/healthz")
#: Whoever has one of these is known to the program: somebody who may have written.
KNOWN_BY = (settings.SESSION_COOKIE_NAME, "messages")

_chosen = ContextVar("the_database_from_which_a_request_reads", default=DEFAULT_DB_ALIAS)
_rests_until = {}


class ReplicaRouter:
    """Reads go where the request reads from; writes, migrations and what readers never see to the primary."""

    def db_for_read(self, model, **hints):
        return DEFAULT_DB_ALIAS if model._meta.app_label in PRIVATE_APPS else _chosen.get()

    def db_for_write(self, model, **hints):
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        # One content in several places.
        return True

    def allow_migrate(self, db, app_label, **hints):
        return db == DEFAULT_DB_ALIAS


def read_from_a_replica(get_response):
    """Let a request that only reads, of somebody without an account, read from one of the copies that answer."""

    def middleware(request):
        if not settings.REPLICAS or not _only_reads(request):
            return get_response(request)
        with reading_from(_a_copy()):
            return get_response(request)

    return middleware


@contextmanager
def reading_from(alias):
    """Within this block everything that readers see is read from the database ``alias``."""
    token = _chosen.set(alias)
    try:
        yield
    finally:
        _chosen.reset(token)


def is_known(request):
    """Whether the request bears what tells its reader from others: a session, say."""
    return any(name in request.COOKIES for name in KNOWN_BY) or "HTTP_AUTHORIZATION" in request.META


def _only_reads(request):
    return (
        request.method in ("GET", "HEAD")
        and not request.path_info.startswith(PRIMARY)
        and not is_known(request)
    )


def _a_copy():
    """Any copy that answers, or the primary where none does."""
    for alias in random.sample(settings.REPLICAS, len(settings.REPLICAS)):
        if _rests_until.get(alias, 0) <= time.monotonic() and _answers(alias):
            return alias
    return DEFAULT_DB_ALIAS


def _answers(alias):
    connection = connections[alias]
    try:
        connection.close_if_health_check_failed()
        connection.ensure_connection()
    except Error:
        logger.exception(
            "The copy %s of the database does not answer; it is asked again in %s s.", alias, REST
        )
        _rests_until[alias] = time.monotonic() + REST
        return False
    return True
