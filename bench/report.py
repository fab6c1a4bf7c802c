"""docs/performance.md: what was measured, on what machine, against which goals."""

import os
import platform
import statistics
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bench.measure import BARE, HEAVY, LIGHT, ratio

#: Wagtail and django CMS on the same content (20,000 bilingual articles of 600 words, gunicorn, two workers): how many times
#: more requests a second a bare Django view served, SQLite / PostgreSQL, and queries.
PEERS = {
    "home": ("48 / 74", "209 / 200", "16, 23"),
    "news list": ("109 / 106", "244 / 200", "17, 17"),
    "news list, a deep page": ("147 / 189", "225 / 200", "17, 17"),
    "article": ("33 / 53", "23 / 59", "17, 16"),
    "programme": ("41 / 57", "67 / 57", "14, 15"),
    "search": ("366 / 2,124", "2,931 / 6,796", "11, 15"),
}
#: An uncached article: twice as many requests a second as Wagtail, so half its ratio.
ARTICLE_GOAL = {"SQLite": 16.5, "PostgreSQL": 26.5}
CACHED_GOAL, SEARCH_P50, SEARCH_P95, GROWTH_GOAL, PUBLISH_GOAL, MEMORY_GOAL = 0.9, 10, 80, 1.5, 50, 0.05


@dataclass
class Results:
    """What was found of one database. None or empty is what could not be measured."""

    database: str
    size: int
    targets: list = field(default_factory=list)
    queries: dict = field(default_factory=dict)
    memory: dict = field(default_factory=dict)
    search: tuple = ()
    search_page: tuple = ()
    growth: dict = field(default_factory=dict)
    publish: list = field(default_factory=list)
    endured: object = None
    seconds: dict = field(default_factory=dict)
    is_kept: bool = False

    @property
    def bare(self):
        return next((target for target in self.targets if target.name == BARE), None)

    def target(self, name, kept):
        return next((one for one in self.targets if (one.name, one.kept) == (name, kept)), None)

    def ratio_of(self, name, kept, connections=LIGHT):
        """(median, least, most), or None where it was not measured."""
        target = self.target(name, kept)
        return ratio(self.bare, target, connections) if target and self.bare else None


def document(all_results, missing, about):
    """Markdown out. ``all_results`` are Results, ``missing`` sentences, ``about`` what was asked for, a sentence."""
    parts = [
        HEAD,
        f"Measured on {datetime.now(UTC):%Y-%m-%d} on {machine()}. {about}",
        "![Requests a second of each page, as a share of those of the bare view](images/performance.svg)",
        "## Goals",
        table(("goal", *(found.database for found in all_results)), goals(all_results)),
    ]
    for found in all_results:
        parts += [f"## {found.database}, {found.size:,} documents", _pages(found), _more(found)]
    parts += [
        "## Growth",
        GROWTH_SAYS,
        _growth(all_results),
        "## The peers on the same content",
        PEERS_SAY,
        _peers(),
    ]
    if missing:
        parts += ["## Not measured", "\n".join(f"- {sentence}" for sentence in missing)]
    return "\n\n".join(part for part in parts if part) + "\n"


HEAD = """# Performance

This file is written by `make bench`; do not edit it. Figures of different machines compare only as ratios: every page is
measured in the same rounds as a bare Django view (a constant page of 20 kB, made anew for each request behind the same server
and middleware). "The bare view serves 3.0 (2.8 to 3.3) times as many" is the median of the rounds and their spread. A page is
asked for at up to forty addresses in turn; one that is kept as browsers ask for it (compressed), any other plain."""
GROWTH_SAYS = """The median of an uncached page in milliseconds, one connection, at the small size and the large one; the pages of
both are asked for in turns. The deep page is the 400th of the large forum, and of the small one its last."""
PEERS_SAY = """How many times more requests a second the bare view served (SQLite / PostgreSQL), and queries, of Wagtail 8.0.1 and
django CMS 5.1.3 with 20,000 bilingual articles of 600 words and no page cache, on another machine."""


def goals(all_results):
    """The rows of the table of goals: a sentence, then for each of ``all_results`` what was found and whether it is enough."""
    return [
        (
            "a cached page serves at least 0.9 of the bare view (the slowest page)",
            *(
                _verdict(_slowest_kept(found), lambda share: share >= CACHED_GOAL, "{:.2f}")
                for found in all_results
            ),
        ),
        (
            "an uncached article: the bare view serves at most 16.5 (SQLite), 26.5 (PostgreSQL) times as many",
            *(
                _verdict(
                    _median(found.ratio_of("article", False)),
                    _at_most(ARTICLE_GOAL.get(found.database, 0)),
                    "{:.1f}",
                )
                for found in all_results
            ),
        ),
        *_search_goals(all_results),
        (
            "from the small forum to the large the median of each page grows by less than a half (the worst page)",
            *(
                _verdict(_worst_growth(found), lambda times: times < GROWTH_GOAL, "{:.2f}")
                for found in all_results
            ),
        ),
        (
            "a publication takes less than 50 ms of the database's time (median)",
            *(
                _verdict(
                    statistics.median(found.publish) if found.publish else None,
                    _at_most(PUBLISH_GOAL),
                    "{:.1f} ms",
                )
                for found in all_results
            ),
        ),
        *_endurance_goals(all_results),
    ]


def _search_goals(all_results):
    # As the prototypes were measured that the goals come from: the texts of a page of hits. What the page around them costs is
    # told beside it, as for every page.
    for place, (name, most) in enumerate((("p50", SEARCH_P50), ("p95", SEARCH_P95))):
        values = [found.search[place] if found.search else None for found in all_results]
        yield (
            f"search, the answer of the index: {name} under {most} ms",
            *(_verdict(value, _at_most(most), "{:.1f} ms") for value in values),
        )


def _endurance_goals(all_results):
    asked = (
        (
            "with an editor publishing every second: failed requests",
            lambda endured: endured.failed,
            lambda n: n == 0,
            "{}",
        ),
        (
            "publications that the next request did not show",
            lambda endured: len(endured.stale),
            lambda n: n == 0,
            "{}",
        ),
        ("growth of memory meanwhile", lambda endured: endured.growth, _at_most(MEMORY_GOAL), "{:+.1%}"),
    )
    for sentence, value, is_met, shown in asked:
        cells = (_verdict(found.endured and value(found.endured), is_met, shown) for found in all_results)
        yield (sentence, *cells)


def _at_most(most):
    return lambda value: value <= most


def _verdict(value, is_met, shown):
    if value is None:
        return "not measured"
    return f"{shown.format(value)} ({'met' if is_met(value) else 'missed'})"


def _median(spread):
    return spread[0] if spread else None


def _slowest_kept(found):
    """None where one of them could not be measured."""
    spreads = [found.ratio_of(target.name, True) for target in found.targets if target.kept]
    return min(1 / spread[0] for spread in spreads) if spreads and all(spreads) else None


def _worst_growth(found):
    return max((times for _small, _large, times in found.growth.values()), default=None)


def _pages(found):
    heads = ("page", "requests a second", "the bare view serves … times as many", "p50 ms", "p99 ms",
             "at 64 connections: times", "p99 ms", "queries", "kB", "kB sent")  # fmt: skip
    return table(heads, [_page(found, target) for target in found.targets])


def _page(found, target):
    light = target.loads.get(LIGHT, [])
    heavy = target.loads.get(HEAVY, [])
    queries = found.queries.get(target.addresses[0])
    return (
        f"{target.name}{', kept' if target.kept else ''}",
        f"{statistics.median(one.rate for one in light):,.0f}" if light else "–",
        _spread(found.ratio_of(target.name, target.kept, LIGHT)),
        f"{statistics.median(one.p50 for one in light):.1f}" if light else "–",
        f"{statistics.median(one.p99 for one in light):.1f}" if light else "–",
        _spread(found.ratio_of(target.name, target.kept, HEAVY)),
        f"{statistics.median(one.p99 for one in heavy):.1f}" if heavy else "–",
        "–" if queries is None or target.kept else str(queries),
        f"{target.size / 1000:.0f}",
        f"{target.sent / 1000:.1f}",
    )


def _spread(found):
    return f"{found[0]:.2f} ({found[1]:.2f} to {found[2]:.2f})" if found else "–"


def _more(found):
    lines = []
    if found.memory:
        rss, pss = (statistics.median(values) for values in zip(*found.memory.values(), strict=True))
        lines.append(f"- Memory of a worker after these rounds: {rss:.0f} MB (RSS), {pss:.0f} MB (PSS).")
    for what, times in (
        ("the index answers with the texts of a page in", found.search),
        ("the page takes", found.search_page),
    ):
        if times:
            lines.append(
                f"- Search, each question asked once: {what} {times[0]:.1f} ms (p50), {times[1]:.1f} ms (p95)."
            )
    if found.publish:
        lines.append(f"- The database's part of a publication: {statistics.median(found.publish):.1f} ms "
                     f"({min(found.publish):.1f} to {max(found.publish):.1f}).")  # fmt: skip
    if found.endured:
        endured = found.endured
        lines.append(f"- A minute at {HEAVY} connections with an editor: {endured.requests:,} requests "
                     f"({endured.rate:,.0f} a second, p99 {endured.p99:.0f} ms), {endured.publications} publications, "
                     f"{endured.failed} failed requests, {len(endured.stale)} stale pages"
                     f"{', a worker was restarted' if endured.restarted else ''}.")  # fmt: skip
    if found.seconds:
        took = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in found.seconds.items())
        before = " It was made in an earlier run." if found.is_kept else ""
        lines.append(f"- Making this forum took: {took}.{before}")
    return "\n".join(lines)


def _growth(all_results):
    names = list(dict.fromkeys(name for found in all_results for name in found.growth))
    rows = []
    for name in names:
        cells = []
        for found in all_results:
            small, large, times = found.growth.get(name, (None, None, None))
            cells.append("–" if times is None else f"{small:.1f} → {large:.1f} ms ({times:.2f})")
        rows.append((name, *cells))
    return table(("page", *(found.database for found in all_results)), rows) if rows else ""


def _peers():
    return table(
        ("page", "Wagtail", "django CMS", "queries"), [(name, *cells) for name, cells in PEERS.items()]
    )


def table(heads, rows):
    """A Markdown table: the first column to the left, the others to the right."""
    lines = [heads, ("---", *("--:" for _head in heads[1:])), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def machine():
    """What the machine was, in words."""
    models = [
        line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")
    ]
    memory = next(
        (int(line.split()[1]) / 1024**2 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0
    )
    name = models[0] if models else platform.machine()
    return f"{os.cpu_count()} cores ({name}), {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"


def _lines(path):
    return Path(path).read_text().splitlines() if Path(path).exists() else []
