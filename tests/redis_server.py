"""A Redis of the tests' own, reached by a socket and thrown away afterwards; left out where it is not installed."""

import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

MISSING = "Redis was not found (Debian: apt-get install redis-server)"


class RedisServer:
    """A server that can be stopped and started again; ``address`` is what CACHE_URL says."""

    def __init__(self, folder):
        self._socket = Path(folder) / "redis.sock"
        self.address = f"unix://{self._socket}"
        self._process = None

    def start(self):
        asked = [
            "--port",
            "0",
            "--unixsocket",
            str(self._socket),
            "--save",
            "",
            "--dir",
            str(self._socket.parent),
        ]
        self._process = subprocess.Popen(["redis-server", *asked], stdout=subprocess.DEVNULL)
        until = time.monotonic() + 20
        while not self._socket.exists() and time.monotonic() < until:
            time.sleep(0.02)

    def stop(self):
        if self._process:
            self._process.kill()
            self._process.wait()
            self._socket.unlink(missing_ok=True)
            self._process = None


@contextmanager
def _server():
    with tempfile.TemporaryDirectory(prefix="multaqa-redis-") as folder:
        server = RedisServer(folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture
def redis_server():
    """A running RedisServer."""
    if shutil.which("redis-server") is None:
        pytest.skip(MISSING)
    with _server() as server:
        yield server


@pytest.fixture
def shared_cache(redis_server, settings, page_cache):
    """The cache of several processes, as CACHE_URL sets it up."""
    # conftest imports this module before Django has its settings.
    from forum_site.settings import shared_caches

    settings.CACHE_URL = redis_server.address
    settings.CACHES = shared_caches(redis_server.address)
    return redis_server
