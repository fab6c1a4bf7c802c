"""Tells a content delivery network that what it keeps of this site is old (settings.CDN_PURGE_ADDRESS).

Every page bears the tag "site" (page_cache.py), and a call names that tag: whatever changes, all pages are asked for anew.
A scheduled moment needs no call: no page is given to the network for longer than until the next one.

`manage.py work` runs this beside its tasks, in a thread of its own. A network that does not answer is told again, and holds
nothing up.
"""

import json
import logging
import time
from http.client import HTTPException
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import Error, close_old_connections

from publishing.content_version import content_version, reading_version

logger = logging.getLogger(__name__)

TAG = "site"
#: After a change the network is told at once; then for what was being rendered, or kept by nginx, at that moment; then for
#: what came from a copy of the database that lagged behind. Seconds.
TELLS_AFTER = (0, 3, 30)
#: Seconds until a failed call is tried again: twice as long each time, up to the last.
FIRST_PAUSE, LAST_PAUSE = 1, 60
TIMEOUT = 10


class Purger:
    """Knows the last content version that it saw, and when the network is to be told of it."""

    def __init__(self):
        self._number, self._due, self._pause = None, [], FIRST_PAUSE

    def look(self, now):
        """Look at the version at ``now`` (seconds of time.monotonic) and tell the network if that is due. Raises nothing."""
        try:
            number = _number()
        except Error:
            logger.exception("The content version cannot be read.")
            return
        if number != self._number:
            self._number, self._due = number, [now + seconds for seconds in TELLS_AFTER]
        if self._due and self._due[0] <= now:
            self._tell(now)

    def _tell(self, now):
        try:
            tell_the_network()
        except (OSError, HTTPException) as error:
            logger.warning("The network was not told of a change, next try in %s s: %s", self._pause, error)
            self._due[0] = now + self._pause
            self._pause = min(2 * self._pause, LAST_PAUSE)
        else:
            self._due = [moment for moment in self._due if moment > now]
            self._pause = FIRST_PAUSE


def tell_the_network():
    """One POST that names the tag in each of the usual ways. Raises OSError or HTTPException."""
    names = {"Surrogate-Key": TAG, "Cache-Tag": TAG, "Content-Type": "application/json"}
    body = json.dumps({"tags": [TAG]}).encode()
    headers = names | settings.CDN_PURGE_HEADERS
    # The address is an operator's own; checks.py looks that it is one of http.
    request = Request(settings.CDN_PURGE_ADDRESS, body, headers, method="POST")  # noqa: S310
    with urlopen(request, timeout=TIMEOUT):  # noqa: S310
        pass


def tell_of_changes(is_over):
    """Look once a second until the threading.Event ``is_over`` is set."""
    purger = Purger()
    while not is_over.wait(1):
        close_old_connections()
        purger.look(time.monotonic())


def _number():
    with reading_version():
        version = content_version()
    return version.number if version else None
