"""What a search without hits offers: words like those that were typed, from texts that are live."""

import pytest

from publishing import workflow
from search.query import nearest, question
from tests.factories import chief, make_article

pytestmark = pytest.mark.django_db


def near(typed, language="ar"):
    return nearest(question(typed, language), language)


@pytest.fixture
def texts():
    return [
        make_article(ar="مؤتمر المؤاخاة", en="The committee of the conference", live=True),
        make_article(ar="أكاديمية القدس", en="Academy courses", live=True),
        make_article(ar="قرارات الملتقى", en="Commitments", live=True),
    ]


@pytest.mark.parametrize(
    ("typed", "language", "offered"),
    [
        ("المؤتمز", "ar", ["مؤتمر"]),
        ("اكاديمبة", "ar", ["أكاديمية"]),
        ("comittee", "en", ["committee"]),
        ("conferense", "en", ["conference"]),
        ("zzzz", "en", []),
        ("", "en", []),
        ("مؤتمر", "ar", []),
    ],
)
def test_the_nearest_words(texts, typed, language, offered):
    assert near(typed, language) == offered


def test_words_of_drafts_and_of_what_was_withdrawn_are_not_offered(texts):
    make_article(ar="زيتونة", en=False)
    assert near("زيتونه ما") == []
    assert near("اكاديمبة") == ["أكاديمية"]
    workflow.withdraw(texts[1], "ar", chief())
    assert near("اكاديمبة") == []


def test_two_queries(texts, django_assert_num_queries):
    with django_assert_num_queries(2):
        near("اكاديمبة والمؤتمز")
