"""Anything may be typed into the search box: the answer is always a page."""

import random

import pytest

from tests.factories import make_article, make_event

pytestmark = pytest.mark.django_db

NOTHING = [
    "%", "_", "\\", "%%%", "a_c", "\\%", "'", '"', "' OR 1=1 --", '") UNION SELECT', "; DROP TABLE search_searchentry",
    "\x00", "%00", "😀", "🇵🇸", "؟!،", "()", "[]{}*?^$", "<script>alert(1)</script>", "{{ 7 }}", "\u202e\u202d", "\u200b",
    "ـــ", "ً", "#", "#-1", "#1.5", "##1", "MQF-", "-MQF-1", "A" * 10_000, "ق" * 10_000, "ﷺ" * 10_000, "x " * 5_000,
    " ".join(map(str, range(5_000))), "'\x00\"", "\ufffe\uffff", "½²", "٪", "\ud83d",
]  # fmt: skip
PLAIN = {"summary": "", "body": "<p>…end</p>"}


@pytest.mark.parametrize("typed", NOTHING, ids=lambda typed: ascii(typed[:20]))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_strange_questions_find_nothing_and_break_nothing(client, language, typed):
    make_article(ar=PLAIN | {"title": "خبر"}, en=PLAIN | {"title": "abc news"}, live=True)
    response = client.get(f"/{language}/search/", {"q": typed.encode("utf-8", "surrogatepass")})
    assert response.status_code == 200
    assert response.context["total"] == response.context["other_total"] == 0
    assert len(response.context["query"]) <= 200
    content = response.content.decode()
    assert [sign for sign in ("<script>alert(1)", "\x00", "\u202e", "\u202d") if sign in content] == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("قر\x00ار", "قرار"),
        ("\u202eقرار\u202c", "قرار"),
        ("قرار%", "قرار%"),
        ("«قرار»؟", "«قرار»؟"),
        ("قرار 😀 _", "قرار 😀 _"),
        ("\ufeffقرار\t\n", "قرار"),
        ("قر\u200cار", "قر\u200cار"),
    ],
)
def test_signs_around_a_word_do_not_hide_it(client, typed, shown):
    make_article(ar="قرار", en=False, live=True)
    context = client.get("/ar/search/", {"q": typed}).context
    assert (context["query"], [text.title for text in context["page_obj"]]) == (shown, ["قرار"])


def test_wildcards_are_letters_in_no_text(client):
    make_article(ar=False, en="100% of a_b\\c", live=True)
    context = client.get("/en/search/", {"q": "100%"}).context
    assert [text.title for text in context["page_obj"]] == ["100% of a_b\\c"]
    assert client.get("/en/search/", {"q": "1_0"}).context["total"] == 0
    assert client.get("/en/search/", {"q": "1%0"}).context["total"] == 0


@pytest.mark.parametrize(
    "parameters", ["q=%FF%FE", "q", "q=a&q=b", "q[]=a", "page=2", "q=&page=x", "%00=1", "q=" + "%D9" * 3000]
)
def test_broken_addresses_answer(client, parameters):
    assert client.get(f"/ar/search/?{parameters}").status_code == 200


@pytest.mark.parametrize("page", ["٢", "-1", "1\x00", "1e9", "9" * 5000, "None", "1.0", ""])
def test_a_page_that_is_not_there_is_not_found(client, page):
    make_article(live=True)
    assert client.get("/ar/search/", {"q": "خبر", "page": page}).status_code == 404


#: ASCII, Arabic, and everything below and above the surrogates.
BLOCKS = [
    lambda chance: chance.randrange(0x80),
    lambda chance: chance.randrange(0x600, 0x700),
    lambda chance: chance.randrange(0xD800),
    lambda chance: chance.randrange(0xE000, 0x110000),
]


def test_random_letters_from_the_whole_of_unicode(client):
    make_event(live=True)
    chance = random.Random(417)
    for _each in range(60):
        typed = "".join(chr(chance.choice(BLOCKS)(chance)) for _letter in range(30))
        assert client.get("/ar/search/", {"q": typed}).status_code == 200
