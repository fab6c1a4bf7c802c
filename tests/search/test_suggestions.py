"""/{lang}/search/suggestions/?q=: texts to go to while somebody types, as JSON."""

import pytest

from tests.factories import draft_over_live, make_article, make_decision, make_event, make_page

pytestmark = pytest.mark.django_db


def offered(client, typed, language="ar"):
    answer = client.get(f"/{language}/search/suggestions/", {"q": typed})
    assert answer.status_code == 200
    return [text["title"] for text in answer.json()["texts"]]


@pytest.mark.parametrize(
    "typed", ["ان", "انص", "أنصارُ", "الانص", "جمعيه انص", "جمعيّة الأنصار", "انصار ج", "الأنصارِ الجم"]
)
def test_the_last_word_may_be_unfinished_and_the_spelling_does_not_matter(client, typed):
    make_article(ar="جمعية الأنصار", en=False, live=True)
    make_article(
        ar={"title": "غيرها", "summary": "جمعية الأنصار", "body": "<p>جمعية الأنصار</p>"}, en=False, live=True
    )
    assert offered(client, typed) == ["جمعية الأنصار"]


@pytest.mark.parametrize("typed", ["decis", "decisio", "decisions", "forum dec", "the forum's de"])
def test_so_in_english(client, typed):
    make_article(ar=False, en="Decisions of the forum", live=True)
    make_article(ar=False, en={"title": "Another text", "summary": "Decisions of the forum"}, live=True)
    assert offered(client, typed, "en") == ["Decisions of the forum"]


def test_an_answer_says_where_each_leads_what_it_is_and_how_many_there_are(client):
    make_page(ar=False, en={"title": "About <b>us</b>", "slug": "about"}, live=True)
    assert client.get("/en/search/suggestions/?q=abou").json() == {
        "texts": [
            {
                "title": "About <b>us</b>",
                "kind": "Page",
                "url": "/en/pages/about/",
                "lang": "en",
                "dir": "ltr",
            }
        ],
        "said": "1 suggestion",
    }


def test_a_reference_is_offered_by_its_text(client):
    decision = make_decision(make_event(code="MQF-2024"), ar="قرار", en=False, live=True)
    assert offered(client, decision.reference.lower()) == ["قرار"]
    assert offered(client, decision.reference, "en") == ["قرار"]


def test_only_what_is_live_is_offered_the_newest_first_eight_at_most(client):
    make_article(ar="زيتون مسودة")
    draft_over_live(make_article(ar="زيتون 0", en="olive", live=True), "ar")
    for number in range(1, 10):
        make_article(ar=f"زيتون {number}", en=False, live=True)
    assert offered(client, "زيت") == [f"زيتون {number}" for number in range(9, 1, -1)]
    assert offered(client, "زيت", "en") == []


@pytest.mark.parametrize(
    "typed", ["", "x", "\x00", "%", '"', '"""', "ab*", "a' OR 1", "ab:*", "(ab", "NEAR(a b)", "-ab", "😀😀", "ـــ",
              "ق" * 10_000, "ab " * 4_000, "\u202eab", "«", "ab AND", "\ud83d"],
)  # fmt: skip
def test_anything_may_be_typed(client, typed):
    make_article(ar="خبر", en=False, live=True)
    assert offered(client, typed.encode("utf-8", "surrogatepass")) == []
    assert client.get("/ar/search/suggestions/").json() == {"texts": [], "said": ""}


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_is_offered(client, django_assert_num_queries, number):
    for _each in range(number):
        make_article(ar="زيتون", en=False, live=True)
    with django_assert_num_queries(3):
        assert len(offered(client, "زيت")) == number
