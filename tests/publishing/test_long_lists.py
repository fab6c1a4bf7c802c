"""Lists of any length: what is asked once, what a page deep in one costs, and that nothing of it is ever old."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from publishing import long_lists, workflow
from publishing.content_version import reading_version
from publishing.long_lists import LongList
from publishing.models import Kind, PublicText
from tests.factories import chief, go_live, make_article
from tests.pages.reading import get

#: With a stretch of four, rows 3 to 5 stand on both sides of a border.
ROWS = 7


@pytest.fixture
def titles(monkeypatch):
    """The titles of seven articles, in the order of the list; the keys of four are remembered together."""
    monkeypatch.setattr(long_lists, "STRETCH", 4)
    now = timezone.now()
    for days in range(1, ROWS + 1):
        go_live(make_article(ar=None, en=f"Days ago: {days}"), at=now - timedelta(days=days))
    return [f"Days ago: {days}" for days in range(1, ROWS + 1)]


def news():
    texts = PublicText.objects.of_kind(Kind.ARTICLE).in_language("en").newest()
    return LongList(lambda: texts, "the news of a test")


def cut(start, stop):
    return [text.title for text in news()[start:stop]]


def deep_page(number, status=200):
    """A page of the list of news as a process shows it that has no pages kept."""
    return get(f"/en/news/?page={number}", status, client=Client())


CUTS = [(0, 2), (2, 4), (3, 5), (4, 6), (6, 8), (0, 7), (7, 9)]


@pytest.mark.django_db
def test_without_a_version_the_rows_are_cut_where_they_are_asked_for(titles, django_assert_num_queries):
    assert news().count() == ROWS
    for start, stop in CUTS:
        with django_assert_num_queries(1):
            assert cut(start, stop) == titles[start:stop]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_what_is_remembered_costs_one_query_and_gives_the_same_rows(titles, django_assert_num_queries):
    with reading_version():
        assert news().count() == ROWS
        assert [cut(start, stop) for start, stop in CUTS] == [titles[start:stop] for start, stop in CUTS]
        with django_assert_num_queries(0):
            assert news().count() == ROWS
        for start, stop in CUTS[:-1]:
            with django_assert_num_queries(1):
                assert cut(start, stop) == titles[start:stop]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_the_number_and_the_keys_are_asked_for_once_a_version(titles, django_assert_num_queries):
    # The version and its next moment, the number of rows, the keys of the second stretch, the rows.
    with reading_version(), django_assert_num_queries(3 + 1 + 1 + 1):
        news().count(), cut(4, 6)
    with reading_version(), django_assert_num_queries(1 + 1):
        news().count(), cut(5, 7)
    go_live(make_article(ar=None, en="Today"))
    with reading_version():
        assert (news().count(), cut(3, 6)) == (ROWS + 1, titles[2:5])


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_deep_in_the_news_a_publication_and_a_withdrawal_are_seen_at_once(titles, monkeypatch):
    monkeypatch.setattr("publishing.pagination.page_of.__defaults__", (2, None))
    seen = [
        [words for words in deep_page(number).links.values() if words in titles] for number in (1, 2, 3, 4)
    ]
    assert seen == [titles[:2], titles[2:4], titles[4:6], titles[6:]]
    deep_page(5, 404)
    newest = make_article(ar=None, en="Today")
    go_live(newest)
    assert titles[3] in deep_page(3).main
    go_live(make_article(ar=None, en="Today, later"))
    assert titles[6] in deep_page(5).main
    workflow.withdraw(newest, "en", chief())
    deep_page(5, 404)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_what_ends_between_two_versions_is_not_shown(titles):
    with reading_version():
        assert cut(0, 4) == titles[:4]
        text = PublicText.objects.get(title=titles[1])
        workflow.withdraw(text.document, "en", chief())
        # The keys are those of the version that this request reads; the rows are asked for anew.
        assert cut(0, 4) == [titles[0], *titles[2:4]]
