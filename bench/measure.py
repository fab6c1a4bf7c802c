"""The rounds: every page once in each, so that a slow moment of the machine falls on all of them."""

import re
import statistics
import sys
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote

from bench.load import get, load, median_and_spread, percentile, times_of
from demo.seed.vocabulary import WORDS

BARE = "bare Django view"
BARE_ADDRESS = "/bare-view/"
#: As browsers ask.
COMPRESSED = {"Accept-Encoding": "gzip, deflate, br"}
#: Uncached pages grow with the forum if anything does.
GROWTH = ("home", "news list", "news list, a deep page", "article", "decision")
#: Over how many connections pages are asked for.
LIGHT, HEAVY = 8, 64
#: Over HEAVY a page that is made anew is asked for so many seconds at least: a round has to be longer than a request stands in
#: the queue.
LEAST_SECONDS = 3
#: Of the rounds.
MANY_QUESTIONS = 40
#: Words that are rarer than these are looked for: nobody asks for "and".
ASKED_FROM = 60


@dataclass
class Target:
    """A page of a Server as it is asked for, and what each round found of it."""

    name: str
    server: object
    addresses: list
    headers: dict = field(default_factory=dict)
    kept: bool = False
    loads: dict = field(default_factory=dict)
    size: int = 0
    sent: int = 0

    @property
    def port(self):
        return self.server.port

    def rates(self, connections):
        return [found.rate for found in self.loads.get(connections, ())]


def targets_of(addresses, cached, uncached):
    """The Targets of a forum: the bare view first; raises RuntimeError where that does not answer.

    ``cached`` and ``uncached`` are Servers. A page that does not answer is left out, and said.
    """
    bare = _checked(Target(BARE, uncached, [BARE_ADDRESS]))
    targets, missing = [bare], []
    cookie = {"Cookie": addresses["cookie"]}
    wanted = [
        *(Target(name, uncached, some) for name, some in addresses["public"].items()),
        *(Target(name, cached, some, COMPRESSED, kept=True) for name, some in addresses["public"].items()),
        Target("search", uncached, questions(MANY_QUESTIONS, seed=7)),
        *(Target(name, uncached, some, cookie) for name, some in addresses["desk"].items()),
    ]
    for target in wanted:
        try:
            targets.append(_checked(target))
        except (RuntimeError, OSError) as error:
            missing.append(f"{target.name}: {error}")
    try:
        targets.append(_unchanged(cached, addresses["public"]["home"][0]))
    except (RuntimeError, KeyError) as error:
        missing.append(f"304: {error}")
    return targets, missing


def _checked(target):
    """The target without the addresses that are not found, its sizes filled in."""
    found = []
    for address in target.addresses:
        status, _headers, body = get(target.port, address, target.headers)
        if status == 200:
            found.append(address)
            target.sent = max(target.sent, len(body))
    if not found:
        raise RuntimeError(f"{target.addresses[0]} answers {status}")
    plain = {name: value for name, value in target.headers.items() if name != "Accept-Encoding"}
    target.size = len(get(target.port, found[0], plain)[2])
    target.addresses = found
    return target


def _unchanged(server, address):
    _status, headers, _body = get(server.port, address)
    # Servers write the names of headers as they like.
    etag = next((value for name, value in headers.items() if name.lower() == "etag"), "")
    asked = {"If-None-Match": etag}
    status, _headers, _body = get(server.port, address, asked)
    if status != 304:
        raise RuntimeError(f"{address} answers {status} to its own ETag {asked}")
    return Target("304 (home, unchanged)", server, [address], asked, kept=True)


def fill(targets):
    """Ask for every address of the pages that are kept, so often that each of two workers has most likely made it."""
    for target in targets:
        if target.kept:
            for address in target.addresses * 6:
                get(target.port, address, target.headers)


def measure(targets, connections, rounds, seconds):
    """``rounds`` rounds of every target; what fails is left out of the rounds that follow. Gives what failed."""
    failed = {}
    for number in range(rounds):
        print(f"  round {number + 1} of {rounds}, {connections} connections", file=sys.stderr)
        for target in targets:
            if id(target) in failed:
                continue
            lasting = seconds if target.kept or connections < HEAVY else max(seconds, LEAST_SECONDS)
            try:
                found = load(target.port, target.addresses, connections, lasting, target.headers)
                if not found.requests:
                    raise RuntimeError(f"no request was answered within {lasting} s")
                target.loads.setdefault(connections, []).append(found)
            except RuntimeError as error:
                failed[id(target)] = f"{target.name}: {error}"
                target.loads.pop(connections, None)
            # What is left in the queue is not to be the next page's.
            target.server.wait_until_idle()
    return list(failed.values())


def ratio(bare, target, connections):
    """(median, least, most) of how many times as much the bare view serves, taken round by round; None without."""
    pairs = list(zip(bare.rates(connections), target.rates(connections), strict=False))
    return median_and_spread([one / other for one, other in pairs]) if pairs else None


def questions(number, seed=1):
    """The addresses of so many different searches, Arabic and English in turn."""
    return [search_address(language, words) for language, words in asked_words(number, seed)]


def asked_words(number, seed=1):
    """(language, words with a plus between two) of so many different questions of one and two words of the seeded vocabulary."""
    random, asked = Random(seed), {}
    words = {language: words_of()[ASKED_FROM:] for language, words_of in WORDS.items()}
    weights = {
        language: [1 / (rank + ASKED_FROM) for rank in range(len(some))] for language, some in words.items()
    }
    while len(asked) < number:
        language = ("ar", "en")[len(asked) % 2]
        chosen = random.choices(words[language], weights[language], k=1 + len(asked) // 2 % 2)
        asked.setdefault((language, "+".join(chosen)), None)
    return list(asked)


def search_address(language, words):
    return f"/{language}/search/?q={quote(words, safe='+')}"


def search_times(port, number, seed=1):
    """The milliseconds of each of so many searches, one after the other; the first few warm up and do not count."""
    times_of(port, questions(20, seed + 1000))
    return times_of(port, questions(number, seed))


def growth(small, large, number):
    """{page: (median of the small forum, of the large, ratio)} in milliseconds, asked in turns of the two.

    ``small`` and ``large`` are (Server, {page: addresses, cookie and desk as of inside.addresses}).
    """
    found = {}
    for name in (*GROWTH, "search", "desk: list of articles"):
        times = {0: [], 1: []}
        for turn in range(number):
            for place, (server, addresses) in enumerate((small, large)):
                some, headers = _asked(name, addresses, turn)
                found_now = times_of(server.port, some, headers)
                # The first turns fill what a process remembers.
                times[place] += found_now if turn >= 4 else []
        medians = [statistics.median(times[place]) for place in (0, 1)]
        found[name] = (*medians, medians[1] / medians[0])
    return found


def _asked(name, addresses, turn):
    if name == "search":
        return questions(4, seed=5000 + turn), {}
    if name in addresses["desk"]:
        return addresses["desk"][name], {"Cookie": addresses["cookie"]}
    some = addresses["public"][name]
    return [some[turn % len(some)]], {}


def summary(times):
    """(p50, p95) in milliseconds."""
    return percentile(times, 50), percentile(times, 95)


def is_shown(port, address, word):
    """Whether the next request for ``address`` is answered with ``word`` in it."""
    status, _headers, body = get(port, address)
    return status == 200 and bool(re.search(re.escape(word).encode(), body))
