"""A minute of load with an editor who publishes every second: no error, no growth of memory, nothing stale."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from bench.forum import ROOT, served
from bench.load import start_load
from bench.measure import HEAVY, is_shown

#: Readers who wait for what was published stand in the queue of the load like everybody: as many as publications meanwhile.
READERS = 16
#: Of what a process keeps and remembers, all is there after so long.
WARM_UP = 30


@dataclass
class Endured:
    """What the minute brought; memory in megabytes, the proportional set sizes of all workers together."""

    requests: int = 0
    rate: float = 0.0
    failed: int = 0
    p99: float = 0.0
    publications: int = 0
    stale: list = field(default_factory=list)
    memory: list = field(default_factory=list)
    restarted: bool = False

    @property
    def growth(self):
        """How much larger the workers were in the last quarter of the minute than in the first, as a share."""
        quarter = max(1, len(self.memory) // 4)
        first, last = self.memory[:quarter], self.memory[-quarter:]
        return (sum(last) / len(last)) / (sum(first) / len(first)) - 1 if self.memory else 0.0


def endure(forum, addresses, seconds):
    """``seconds`` under load; the client of each publication asks as soon as it is committed. Returns Endured."""
    found = Endured()
    some = [
        address
        for name in ("home", "news list", "article", "decision", "event")
        for address in addresses[name]
    ]
    with served(forum) as server:
        # A warm-up under the same conditions: with an editor at work pages are made anew all the time.
        _under_load(forum, server, some, WARM_UP, Endured())
        workers = set(server.memory())
        _under_load(forum, server, some, seconds, found)
        found.restarted = set(server.memory()) != workers
    return found


def _under_load(forum, server, addresses, seconds, found):
    command = [sys.executable, "-m", "bench.inside", "publish", str(seconds - 2)]
    publisher = subprocess.Popen(
        command, cwd=ROOT, env=forum.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        # The load begins when the editor is at the desk.
        publisher.stdout.readline()
        load = start_load(server.port, addresses, HEAVY, int(seconds))
        publisher.stdin.write("\n")
        publisher.stdin.flush()
        with ThreadPoolExecutor(READERS) as readers:
            asked = [readers.submit(_reader, server, line, found) for line in publisher.stdout]
            for reader in asked:
                reader.result()
        found.publications = len(asked)
    finally:
        publisher.stdin.close()
        ended = publisher.wait(timeout=60)
    if ended or not asked:
        raise RuntimeError("The editor's process failed, or published nothing.")
    result = load.result()
    server.wait_until_idle()
    found.requests, found.rate, found.failed, found.p99 = (
        result.requests,
        result.rate,
        result.failed,
        result.p99,
    )


def _reader(server, line, found):
    """Who asks for what was just published. Each process has a cache of its own: two requests find both, as a rule."""
    said = json.loads(line)
    if not all(is_shown(server.port, said["address"], said["word"]) for _turn in range(2)):
        found.stale.append(said["address"])
    found.memory.append(sum(pss for _rss, pss in server.memory().values()))
