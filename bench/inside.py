"""What the benchmark asks of the program itself, in a process with its settings: python -m bench.inside COMMAND.

settle                 statistics for the planner, after bulk loading
addresses              as JSON: addresses of each kind of page, of the desk, and the cookie of somebody signed in
queries ADDRESS…       as JSON: how many queries each page makes where nothing is kept, the second time it is asked for
search-times N         as JSON: the milliseconds in which the index answers N questions, with the texts of the first page
publish-times N        as JSON: the milliseconds of database time of N publications
publish SECONDS        says that it is ready, waits for a line, and publishes every second; after each commit a line of JSON says
                       what readers must see now
"""

import json
import sys
import time
from importlib import import_module
from random import Random

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from accounts.models import User  # noqa: E402
from articles.models import Article  # noqa: E402
from bench.measure import asked_words  # noqa: E402
from people.models import Person  # noqa: E402
from publishing import workflow  # noqa: E402
from publishing.models import Kind, PublicText, Topic  # noqa: E402
from publishing.pagination import PAGE_SIZE  # noqa: E402
from search.query import Choice, find, question  # noqa: E402

#: So many pages of one kind are asked for in turn.
MANY = 40
HOST = {"HTTP_HOST": "127.0.0.1"}


def settle():
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def addresses():
    """{name: [address, …]} of the public pages; "desk" of those of the desk, "cookie" of an administrator."""
    found = {
        "home": ["/ar/"],
        "news list": ["/ar/news/"],
        "news list, a deep page": [f"/ar/news/?page={_deep_page()}"],
        "article": _texts(Kind.ARTICLE),
        "events list": ["/ar/events/"],
        "event": _texts(Kind.EVENT),
        "programme": [f"{address}programme/" for address in _texts(Kind.EVENT)],
        "programme.ics": [f"{address}programme.ics" for address in _texts(Kind.EVENT)],
        "session": _texts(Kind.SESSION),
        "decisions list": ["/ar/decisions/"],
        "decision": _texts(Kind.DECISION),
        "recommendations list": ["/ar/recommendations/"],
        "recommendation": _texts(Kind.RECOMMENDATION),
        "follow-up": ["/ar/follow-up/"],
        "person": [f"/ar/people/{slug}/" for slug in _some(Person.objects.filter(is_sample=True), "slug_ar")],
        "topic": [f"/ar/topics/{slug}/" for slug in _some(Topic.objects.all(), "slug_ar")],
        "standing page": _texts(Kind.PAGE),
        "feed": ["/ar/news/feed/"],
        "sitemap": ["/sitemap.xml"],
    }
    article = Article.objects.order_by("-pk").first()
    desk = {"desk: list of articles": ["/admin/articles/article/"],
            "desk: form of an article": [f"/admin/articles/article/{article.pk}/change/"]}  # fmt: skip
    return {"public": {name: some for name, some in found.items() if some}, "desk": desk, "cookie": _cookie()}


def queries(*asked):
    counts = {}
    for address in asked:
        client = Client(**HOST)
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            status = client.get(address).status_code
        counts[address] = len(captured) if status == 200 else None
    return counts


def search_times(number):
    """The first twenty warm up and do not count."""
    times = []
    for language, words in [*asked_words(20, seed=1001), *asked_words(int(number))]:
        asked = question(words.replace("+", " "), language)
        begun = time.perf_counter()
        find(asked, language, Choice(), 1, PAGE_SIZE)
        times.append((time.perf_counter() - begun) * 1000)
    return times[20:]


def publish_times(number):
    """Milliseconds that the database took for each workflow.publish, of articles that were saved anew before."""
    by, found, times, commit = _administrator(), [], [], connection._commit
    timed = _timed_into(times)
    # On PostgreSQL the version is raised at commit.
    connection._commit = lambda: timed(commit)
    for article in _articles(int(number)):
        _write(article, by, f"{time.time_ns()}")
        times.clear()
        with connection.execute_wrapper(timed):
            workflow.publish(article, "ar", by)
        found.append(sum(times) * 1000)
    return found


def _timed_into(times):
    def wrapper(execute, *arguments):
        begun = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            times.append(time.perf_counter() - begun)

    return wrapper


def publish(seconds):
    """Until ``seconds`` are over, one text a second; none is published twice."""
    by, articles = _administrator(), list(_articles(int(float(seconds)) + 5))
    print("ready", flush=True)
    sys.stdin.readline()
    until = time.monotonic() + float(seconds)
    for article in articles:
        begun = time.monotonic()
        if begun > until:
            return
        word = f"{time.time_ns()}"
        _write(article, by, word)
        text = workflow.publish(article, "ar", by)
        print(json.dumps({"address": text.address_in("ar"), "word": word}), flush=True)
        time.sleep(max(0.0, 1 - (time.monotonic() - begun)))


def _write(article, by, word):
    title = PublicText.objects.filter(document_id=article.pk, language_code="ar").get().title
    workflow.save_working_copy(article, "ar", {"title": f"{title.split(' – ')[0][:120]} – {word}"}, by)


def _articles(number):
    """So many news articles that are public, spread over all."""
    keys = list(PublicText.objects.filter(kind=Kind.ARTICLE, language_code="ar").order_by("-document_id")
                .values_list("document_id", flat=True)[: number * 20])  # fmt: skip
    chosen = Random(time.time_ns()).sample(keys, min(number, len(keys)))
    return Article.objects.filter(pk__in=chosen).exclude(article_kind__in=settings.FOUR_EYES)


def _texts(kind):
    texts = PublicText.objects.filter(kind=kind, language_code="ar")
    keys = list(texts.values_list("pk", flat=True))
    chosen = Random(1).sample(keys, min(MANY, len(keys)))
    return [text.address_in("ar") for text in texts.filter(pk__in=chosen)]


def _some(rows, column):
    return [slug for slug in rows.order_by("-pk").values_list(column, flat=True)[:MANY] if slug]


def _deep_page():
    """400, or the last one where there are fewer."""
    number = PublicText.objects.filter(kind=Kind.ARTICLE, language_code="ar").count()
    return max(1, min(400, number // PAGE_SIZE))


def _administrator():
    user, _is_new = User.objects.get_or_create(
        username="bench", defaults={"is_staff": True, "is_superuser": True, "password": "!"}
    )
    return user


def _cookie():
    user = _administrator()
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


COMMANDS = {
    "settle": settle,
    "addresses": addresses,
    "queries": queries,
    "search-times": search_times,
    "publish-times": publish_times,
    "publish": publish,
}

if __name__ == "__main__":
    answer = COMMANDS[sys.argv[1]](*sys.argv[2:])
    if answer is not None:
        print(json.dumps(answer))
