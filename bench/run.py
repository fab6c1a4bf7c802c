"""How fast the site is, against a bare Django view on the same server in the same run: docs/performance.md and its chart.

    make bench                       (an hour, 15 GB of disk; ARGS="--quick" for all of it in small, to try it)

It seeds a small and a large forum on SQLite and on PostgreSQL, serves them as in production, and measures. What cannot be
measured is said in the file, and the rest goes on.
"""

import argparse
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import json  # noqa: E402

from bench import measure, report  # noqa: E402
from bench.chart import chart  # noqa: E402
from bench.endurance import endure  # noqa: E402
from bench.forum import collect_static, make_forum, postgres, served, sqlite_database, wrk_is_installed  # noqa: E402
from bench.measure import HEAVY, LIGHT  # noqa: E402
from bench.report import Results  # noqa: E402

#: Nothing is kept: each page is made anew.
UNCACHED = {"PAGE_CACHE_MEGABYTES": "0"}
CHARTED = ("home", "news list", "article", "event", "programme", "decisions list", "decision", "feed")


def main():
    options = asked_for()
    if not wrk_is_installed():
        sys.exit(
            "wrk is not installed (Debian: apt-get install wrk); a client in Python would be slower than the server."
        )
    missing = []
    with folder_of(options.keep) as folder, postgres(options.postgres) as new_database:
        if new_database is None:
            missing.append("PostgreSQL is not installed (Debian: apt-get install postgresql)")
        forums = make_forums(folder, new_database, options, missing)
        found = []
        for small, large in forums:
            found.append(measure_database(small, large, options, missing))
            # What comes later may fail, and this took long.
            write(found, missing, options)


@contextmanager
def folder_of(kept):
    """The folder in which the forums are made: ``kept``, whose forums are taken the next time, or one that goes afterwards."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
    else:
        with tempfile.TemporaryDirectory(prefix="multaqa-bench-") as folder:
            yield Path(folder)


def asked_for():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="everything in small, in a few minutes")
    parser.add_argument("--small", type=int, default=1000, help="documents of the small forum")
    parser.add_argument("--large", type=int, default=100_000, help="documents of the large one")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=1, help="for each page in each round")
    parser.add_argument("--questions", type=int, default=400, help="searches, each asked once")
    parser.add_argument("--turns", type=int, default=40, help="of the growth of each page")
    parser.add_argument("--endurance", type=int, default=60, help="seconds under load with an editor at work")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="make the forums there and take them again next time"
    )
    parser.add_argument(
        "--postgres",
        metavar="URL",
        help="of a server whose databases bench_small and bench_large are made, and kept",
    )
    parser.add_argument("--output", type=Path, help="the folder of performance.md (docs; with --quick none)")
    options = parser.parse_args()
    if options.keep and not options.postgres:
        parser.error("With --keep goes --postgres: without it what is in PostgreSQL would be lost.")
    if not options.output:
        options.output = Path(tempfile.mkdtemp(prefix="multaqa-bench-")) if options.quick else ROOT / "docs"
    if options.quick:
        options.small, options.large, options.rounds, options.questions = 100, 400, 1, 40
        options.turns, options.endurance = 8, 10
    return options


def make_forums(folder, new_database, options, missing):
    """[(small, large)] of each database, made at the same time."""
    urls = {"SQLite": lambda name, is_kept: sqlite_database(folder / f"{name}.sqlite3", is_kept)}
    if new_database:
        urls["PostgreSQL"] = new_database

    def make(database):
        with part(f"the forums on {database}", missing):
            return [
                make_forum(
                    database, size, partial(urls[database], name), folder / f"{database}-{name}".lower()
                )
                for name, size in (("small", options.small), ("large", options.large))
            ]
        return None

    with ThreadPoolExecutor() as both:
        forums = [forum for forum in both.map(make, urls) if forum]
    static = None
    for forum in (one for pair in forums for one in pair):
        # The files are the same for all.
        if static is None:
            collect_static(forum)
            static = forum.folder / "static"
        else:
            shutil.copytree(static, forum.folder / "static", dirs_exist_ok=True)
    return forums


def measure_database(small, large, options, missing):
    """Results of one database."""
    found = Results(large.database, large.size, seconds=large.seconds, is_kept=large.is_kept)

    def attempt(name):
        return part(f"{large.database}: {name}", missing)

    with attempt("the pages"):
        measure_pages(found, small, large, options, missing)
    with attempt("queries"):
        some = [target.addresses[0] for target in found.targets if not target.kept]
        found.queries = json.loads(large.inside("queries", *some, **UNCACHED).splitlines()[-1])
    with attempt("the index"):
        times = json.loads(large.inside("search-times", options.questions).splitlines()[-1])
        found.search = measure.summary(times)
    with attempt("publications"):
        found.publish = json.loads(large.inside("publish-times", 12).splitlines()[-1])[2:]
    with attempt("endurance"):
        addresses = json.loads(large.inside("addresses").splitlines()[-1])["public"]
        found.endured = endure(large, addresses, options.endurance)
    return found


def measure_pages(found, small, large, options, missing):
    """The rounds, the searches and the growth, with three servers at once, of which one at a time is asked."""
    here, there = (json.loads(forum.inside("addresses").splitlines()[-1]) for forum in (large, small))
    with ExitStack() as servers:
        cached, uncached, of_small = (
            servers.enter_context(served(forum, **environment))
            for forum, environment in ((large, {}), (large, UNCACHED), (small, UNCACHED))
        )
        found.targets, left_out = measure.targets_of(here, cached, uncached)
        missing += [f"{large.database}: {sentence}" for sentence in left_out]
        # Once unmeasured: the caches fill, and what is compiled at first use is compiled.
        measure.fill(found.targets)
        measure.measure(found.targets, LIGHT, 1, 1)
        for target in found.targets:
            target.loads.clear()
        for connections, rounds in ((LIGHT, options.rounds), (HEAVY, max(1, options.rounds // 2))):
            failed = measure.measure(found.targets, connections, rounds, options.seconds)
            missing += [f"{large.database}, {connections} connections: {sentence}" for sentence in failed]
        found.memory = cached.memory()
        with part(f"{large.database}: search", missing):
            uncached.wait_until_idle()
            found.search_page = measure.summary(measure.search_times(uncached.port, options.questions))
        with part(f"{large.database}: growth", missing):
            found.growth = measure.growth((of_small, there), (uncached, here), options.turns)


@contextmanager
def part(name, missing):
    """A part that may fail: then it is said why, and the rest goes on."""
    print(name, file=sys.stderr)
    try:
        yield
    except Exception as error:  # noqa: BLE001  (whatever it is, the other parts are worth having)
        missing.append(f"{name}: {error}")
        print(f"  failed: {error}", file=sys.stderr)


def write(found, missing, options):
    about = (
        f"Forums of {options.small:,} and {options.large:,} documents, each with two languages and two texts a language of 600 "
        f"words; granian with 2 workers; {options.rounds} rounds of {options.seconds} s a page at {LIGHT} connections, "
        f"{max(1, options.rounds // 2)} at {HEAVY}, there of at least {measure.LEAST_SECONDS} s where it is made anew. The "
        "client (wrk) has the same two cores."
    )
    if not options.postgres:
        about += " PostgreSQL waits for no disk (fsync and synchronous_commit are off)."
    options.output.joinpath("images").mkdir(parents=True, exist_ok=True)
    options.output.joinpath("performance.md").write_text(report.document(found, missing, about))
    series = [f"{one.database}, {how}" for one in found for how in ("kept", "made anew")]
    groups = [(name, [share(one, name, kept) for one in found for kept in (True, False)]) for name in CHARTED]
    title = "Requests a second of each page, as a share of those of the bare view"
    options.output.joinpath("images", "performance.svg").write_text(chart(title, groups, series))
    print(f"Written: {options.output / 'performance.md'}", file=sys.stderr)


def share(found, name, kept):
    times = found.ratio_of(name, kept)
    return 1 / times[0] if times else None


if __name__ == "__main__":
    main()
