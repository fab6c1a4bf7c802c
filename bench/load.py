"""Asking: once, one after the other, and under load by wrk."""

import http.client
import json
import statistics
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

SCRIPT = Path(__file__).with_name("ask.lua")


@dataclass(frozen=True)
class Load:
    """What wrk found: milliseconds of the median and the slowest hundredth, requests, and how many failed."""

    requests: int
    seconds: float
    p50: float
    p95: float
    p99: float
    failed: int

    @property
    def rate(self):
        """Requests a second."""
        return self.requests / self.seconds


def load(port, addresses, connections, seconds, headers=None):
    """Ask for ``addresses`` in turns over so many connections. Raises RuntimeError where any request failed."""
    found = start_load(port, addresses, connections, seconds, headers).result()
    if found.failed:
        raise RuntimeError(
            f"{found.failed} of {found.requests} requests failed, the first address is {addresses[0]}"
        )
    return found


class start_load:  # noqa: N801  (read as a function)
    """The same in the background; ``result()`` waits and does not mind failures."""

    def __init__(self, port, addresses, connections, seconds, headers=None):
        self.file = tempfile.NamedTemporaryFile("w", suffix=".txt")  # noqa: SIM115  (closed by result)
        self.file.write("\n".join(map(as_sent, addresses)) + "\n")
        self.file.flush()
        # One thread: the other core is the server's.
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(SCRIPT)]
        command += [f"http://127.0.0.1:{port}", "--", self.file.name]
        command += [f"{name}: {value}" for name, value in (headers or {}).items()]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def result(self):
        said, complaints = self.process.communicate()
        self.file.close()
        if self.process.returncode:
            raise RuntimeError(f"wrk: {complaints.strip() or said.strip()}")
        told = json.loads(said.strip().splitlines()[-1])
        told.pop("bytes")
        return Load(**told)


@contextmanager
def connection_to(port):
    """A connection that stays open over several requests."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        yield connection
    finally:
        connection.close()


def get(port, address, headers=None):
    """(status, headers, body) of one request."""
    with connection_to(port) as connection:
        return _ask(connection, address, headers)


def times_of(port, addresses, headers=None):
    """The milliseconds of each of ``addresses``, asked one after the other. Raises RuntimeError for what is not found."""
    times = []
    with connection_to(port) as connection:
        for address in addresses:
            begun = time.perf_counter()
            status, _headers, _body = _ask(connection, address, headers)
            times.append((time.perf_counter() - begun) * 1000)
            if status != 200:
                raise RuntimeError(f"{address} answers {status}")
    return times


def percentile(times, percent):
    """The value that ``percent`` of ``times`` do not exceed (nearest rank)."""
    ordered = sorted(times)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def median_and_spread(values):
    return statistics.median(values), min(values), max(values)


def as_sent(address):
    """An address with Arabic letters in it, in the letters that a request may hold."""
    return quote(address, safe="/?=&+%")


def _ask(connection, address, headers=None):
    connection.request("GET", as_sent(address), headers=headers or {})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()
