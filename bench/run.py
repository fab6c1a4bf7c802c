"""How many requests a second each public page serves, against a bare Django view on the same server in the same run.

    make bench                       (ARGS="--rounds 9 --seconds 3" for a calmer figure)

Figures of different machines compare only as ratios. Every round measures every page once, so that a slow moment of the
machine falls on all of them; the table shows the median of the rounds.
"""

import argparse
import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BARE_VIEW = "/ar/bare-view/"
# A page of each kind: its address, or where its address is found and how it looks there.
PAGES = {
    "home": ("/ar/", None),
    "news list": ("/ar/news/", None),
    "article": ("/ar/news/", r"/ar/news/[^/\"?]+/"),
    "events list": ("/ar/events/", None),
    "event": ("/ar/events/", r"/ar/events/[^/\"?]+/"),
    "programme": ("/ar/events/", r"/ar/events/[^/\"?]+/", "programme/"),
    "programme.ics": ("/ar/events/", r"/ar/events/[^/\"?]+/", "programme.ics"),
    "decisions list": ("/ar/decisions/", None),
    "decision": ("/ar/decisions/", r"/ar/decisions/[^/\"?]+/"),
    "recommendations list": ("/ar/recommendations/", None),
    "recommendation": ("/ar/recommendations/", r"/ar/recommendations/[^/\"?]+/"),
    "standing page": ("/ar/", r"/ar/pages/[^/\"?]+/"),
    "search": ("/ar/search/?q=%D9%82%D8%B1%D8%A7%D8%B1", None),
}
FEEDS = re.compile(r"/feed/$")


@dataclass
class Measured:
    """What the rounds found of one page: requests a second and milliseconds of the median request, one a round."""

    address: str
    size: int
    rates: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)


def main():
    options = asked_for()
    with tempfile.TemporaryDirectory(prefix="multaqa-bench-") as folder:
        environment = demo_environment(Path(folder))
        load_demo(environment)
        with served(environment, options.workers) as port:
            pages, missing = find_pages(port)
            measure(port, pages, options)
    print(table(pages, options))
    for reason in missing:
        print(f"Not measured: {reason}.")


def asked_for():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0, help="for each page in each round")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--workers", type=int, default=1, help="of the server")
    return parser.parse_args()


def demo_environment(folder: Path) -> dict[str, str]:
    """The environment of a demo forum in a folder of its own, with nothing of the person's settings."""
    (folder / "static").mkdir()
    return {
        **os.environ,
        "MULTAQA_MODE": "demo",
        "VAR_DIR": str(folder),
        "MEDIA_ROOT": str(folder / "media"),
        "MADE_ROOT": str(folder / "made"),
        "STATIC_ROOT": str(folder / "static"),
        "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "PYTHONPATH": str(ROOT),
    }


def load_demo(environment):
    for command in (["migrate", "--no-input", "-v", "0"], ["compile_catalogues"], ["load_demo"]):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )


@contextmanager
def served(environment, workers):
    """The site on a free port, served as in production, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    granian = [Path(sys.executable).parent / "granian", "--interface", "wsgi", "--log-level", "error"]
    place = ["--host", "127.0.0.1", "--port", str(port)]
    size = ["--workers", str(workers), "--blocking-threads", "2"]
    server = subprocess.Popen(
        [*granian, *place, *size, "forum_site.wsgi:application"], cwd=ROOT, env=environment
    )
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(port, server):
    for _ in range(150):
        if server.poll() is not None:
            sys.exit("The server did not start.")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    sys.exit("The server did not start within 30 seconds.")


def find_pages(port) -> tuple[dict[str, Measured], list[str]]:
    """The pages that the demo has, the bare view first; and of those it has not, why not."""
    found, missing = {}, []
    for name, place in {"a bare Django view": (BARE_VIEW, None), **PAGES}.items():
        address = address_of(port, *place)
        status, body = get(port, address) if address else (None, b"")
        if status == 200:
            found[name] = Measured(address, len(body))
        else:
            missing.append(
                f"{name}, {address} answers {status}" if address else f"{name}, no list links to one"
            )
    if BARE_VIEW not in {page.address for page in found.values()}:
        sys.exit(f"The bare view does not answer; there is nothing to measure against. {missing[0]}")
    return found, missing


def address_of(port, listed_on, pattern, ending=""):
    """The address of a kind of page: itself, or the first link on the list that looks like one."""
    if pattern is None:
        return listed_on
    _status, body = get(port, listed_on)
    links = re.findall(f'href="({pattern})"', body.decode(errors="replace"))
    links = [link for link in links if not FEEDS.search(link)]
    return links[0] + ending if links else None


def get(port, address):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def measure(port, pages, options):
    for page in pages.values():
        ask_again_and_again(port, page.address, options.connections, 0.3)
    for number in range(options.rounds):
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
        for page in pages.values():
            times, taken = ask_again_and_again(port, page.address, options.connections, options.seconds)
            page.rates.append(len(times) / taken)
            page.times.append(statistics.median(times) * 1000)


def ask_again_and_again(port, address, connections, seconds):
    """Ask for one address over several connections at once; the time of each request, and how long all took."""
    times, failures, until = [], [], time.perf_counter() + seconds

    def ask():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            while (begun := time.perf_counter()) < until:
                connection.request("GET", address)
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    failures.append(answer.status)
                times.append(time.perf_counter() - begun)
        except (OSError, http.client.HTTPException) as error:
            failures.append(error)
        finally:
            connection.close()

    begun = time.perf_counter()
    threads = [threading.Thread(target=ask) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        sys.exit(f"{address} failed under load: {failures[0]}")
    return times, time.perf_counter() - begun


def table(pages, options) -> str:
    """The result in Markdown; the ratio is taken round by round, the bare view and the page in the same one."""
    bare = next(iter(pages.values()))
    lines = [
        f"{options.connections} connections, workers: {options.workers}, SQLite, {os.cpu_count()} cores; "
        f"median (least to most) of {options.rounds} rounds of {options.seconds:g} s.",
        "",
        "| page | requests a second | the bare view serves … times as many | p50, ms | kB |",
        "|---|--:|--:|--:|--:|",
    ]
    for name, page in pages.items():
        ratios = [most / rate for most, rate in zip(bare.rates, page.rates, strict=True)]
        lines.append(
            f"| {name} | {statistics.median(page.rates):,.0f} "
            f"| {statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f}) "
            f"| {statistics.median(page.times):.1f} | {page.size / 1000:.0f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
