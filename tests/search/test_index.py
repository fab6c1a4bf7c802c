"""The index follows the texts by itself: what is live is found, and nothing else, at every moment and on both databases."""

from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection

from publishing import bin as bins
from publishing import workflow
from publishing.models import Revision
from search.models import SearchEntry
from tests.factories import chief, go_live, make_article, make_event, write
from tests.search.finding import found

pytestmark = pytest.mark.django_db


def test_a_draft_is_not_found_and_not_in_the_index():
    article = make_article(ar="زيتون في المسودة", en=False)
    assert (found("زيتون"), SearchEntry.objects.count()) == ([], 0)
    go_live(article, "ar")
    assert found("زيتون") == ["زيتون في المسودة"]
    write(article, "ar", title="ليمون بعد التعديل")
    assert (found("زيتون"), found("ليمون")) == (["زيتون في المسودة"], [])
    go_live(article, "ar")
    assert (found("زيتون"), found("ليمون")) == ([], ["ليمون بعد التعديل"])
    workflow.withdraw(article, "ar", chief())
    assert (found("زيتون"), found("ليمون")) == ([], [])


def test_periods_begin_and_end_by_the_clock(clock):
    article = make_article(ar="زيتون", en=False)
    workflow.schedule(article, "ar", chief(), clock.after(hours=1), clock.after(hours=3))
    seen = []
    for _hour in range(4):
        seen.append(found("زيتون"))
        clock.goes_on(hours=1)
    assert seen == [[], ["زيتون"], ["زيتون"], []]


def test_a_scheduled_change_takes_over_at_its_moment(clock):
    article = make_article(ar="زيتون", en=False, live=True)
    clock.goes_on(minutes=1)
    write(article, "ar", title="ليمون")
    workflow.schedule(article, "ar", chief(), clock.after(hours=1))
    assert (found("زيتون"), found("ليمون")) == (["زيتون"], [])
    clock.goes_on(hours=1)
    assert (found("زيتون"), found("ليمون")) == ([], ["ليمون"])


def test_a_plan_that_is_cancelled_leaves_nothing(clock):
    article = make_article(ar="زيتون", en=False)
    workflow.schedule(article, "ar", chief(), clock.after(hours=1))
    workflow.cancel_schedule(article, "ar", chief())
    clock.goes_on(hours=2)
    assert (found("زيتون"), SearchEntry.objects.count()) == ([], 0)


def test_another_end_is_followed(clock):
    article = make_article(ar="زيتون", en=False, live=True)
    clock.goes_on(minutes=1)
    workflow.publish(article, "ar", chief(), until=clock.after(hours=1))
    assert found("زيتون") == ["زيتون"]
    clock.goes_on(hours=1)
    assert found("زيتون") == []


def test_what_is_dated_back_stands_where_its_day_is(clock):
    for number, days in ((1, 3), (2, 1)):
        go_live(make_article(ar=f"زيتون {number}", en=False), "ar", at=clock.before(days=days))
    go_live(make_article(ar="زيتون 3", en=False), "ar", at=clock.before(days=2))
    assert found("زيتون") == ["زيتون 2", "زيتون 3", "زيتون 1"]


def test_the_moments_of_the_index_are_those_of_the_texts(clock):
    article = make_article(ar="زيتون", en="Olives", live=True)
    clock.goes_on(minutes=1)
    write(article, "ar", title="ليمون")
    workflow.schedule(article, "ar", chief(), clock.after(hours=1), clock.after(hours=5))
    event = make_event(ar="تفاح", en=False, live=True)
    clock.goes_on(minutes=1)
    workflow.withdraw(event, "ar", chief())
    names = ("live_from", "live_until", "published_at", "document_id", "language_code", "kind")
    texts = {text.pk: [getattr(text, name) for name in names] for text in Revision.objects.all()}
    entries = {entry.pk: [getattr(entry, name) for name in names] for entry in SearchEntry.objects.all()}
    assert len(entries) >= 3
    assert entries == {key: texts[key] for key in entries}


def test_what_is_in_the_bin_or_gone_for_good_is_not_found():
    article = make_article(ar="زيتون", en=False)
    bins.move_to_bin(article, chief())
    call_command("reindex", verbosity=0)
    assert (found("زيتون"), SearchEntry.objects.count()) == ([], 0)
    event = make_event(ar="تفاح", en=False, live=True)
    Revision.objects.filter(document_id=event.pk).delete()
    assert (found("تفاح"), SearchEntry.objects.count()) == ([], 0)


def test_reindex_makes_the_same_index_anew_and_adds_what_is_missing(capsys):
    for number in range(3):
        make_article(ar=f"زيتون {number}", en=f"Olives {number}", live=True)
    columns = ("revision_id", "place", "terms", "folded", "live_from", "live_until")
    before = sorted(SearchEntry.objects.values_list(*columns))
    call_command("reindex", verbosity=0)
    assert sorted(SearchEntry.objects.values_list(*columns)) == before
    SearchEntry.objects.filter(language_code="ar").delete()
    assert found("زيتون") == []
    call_command("reindex", missing=True, verbosity=0)
    assert sorted(SearchEntry.objects.values_list(*columns)) == before
    assert found("زيتون") == ["زيتون 2", "زيتون 1", "زيتون 0"]
    assert "3" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_searches_and_publications_go_on_while_the_index_is_made_anew():
    articles = [make_article(ar=f"زيتون {number}", en=False, live=True) for number in range(6)]
    write(articles[0], "ar", title="ليمون")
    seen, failures = [], []

    def make_anew():
        try:
            for _time in range(3):
                call_command("reindex", verbosity=0)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    worker = Thread(target=make_anew)
    worker.start()
    seen.append(len(found("زيتون")))
    go_live(articles[0], "ar")
    while worker.is_alive():
        seen.append((len(found("زيتون")), found("ليمون")))
    worker.join()
    assert failures == []
    assert seen[0] == 6
    assert set(map(str, seen[1:])) <= {str((5, ["ليمون"]))}
    assert (len(found("زيتون")), found("ليمون")) == (5, ["ليمون"])
