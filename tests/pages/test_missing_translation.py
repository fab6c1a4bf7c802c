"""What a reader finds where a text is not translated: the original in its own language, plainly said, not indexed."""

import pytest

from publishing import workflow
from tests.factories import (
    MAKERS,
    chief,
    expired,
    go_live,
    make_article,
    make_event,
    make_image,
    scheduled,
    withdrawn,
    write,
)
from tests.pages.reading import absolute, get, moved

pytestmark = pytest.mark.django_db

FOLDERS = {
    "article": "news",
    "page": "pages",
    "event": "events",
    "session": "sessions",
    "decision": "decisions",
    "recommendation": "recommendations",
}
CASES = [(kind, language) for kind in FOLDERS for language in ("ar", "en")]
WORDS = {
    "ar": {"title": "نص بلا ترجمة", "slug": "only", "summary": "موجزه", "body": "<p>متنه كاملًا</p>"},
    "en": {
        "title": "Text without translation",
        "slug": "only",
        "summary": "Its summary",
        "body": "<p>The whole of it</p>",
    },
}
NOTICE = {
    "en": "This text has not been translated into English yet; here is the Arabic original.",
    "ar": "لم يُترجم هذا النص إلى العربية بعد",
}
OTHER = {"ar": "en", "en": "ar"}
DIRECTION = {"ar": "rtl", "en": "ltr"}


def make_only(kind, language):
    """A live document of ``kind`` in ``language`` alone."""
    return MAKERS[kind](**{language: WORDS[language], OTHER[language]: None}, live=True)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_page_says_so_and_shows_the_original(kind, language):
    make_only(kind, language)
    asked = OTHER[language]
    page = get(f"/{asked}/{FOLDERS[kind]}/only/")
    assert page.language == (asked, DIRECTION[asked])
    assert not page.is_indexed
    assert page.alternates == {}
    assert page.switch == f"/{language}/{FOLDERS[kind]}/only/"
    ((attrs, words),) = page.all("article")
    assert (attrs["lang"], attrs["dir"]) == (language, DIRECTION[language])
    assert all(word in words for word in (WORDS[language]["title"], WORDS[language]["summary"]))
    body = WORDS[language]["body"]
    if kind in ("decision", "recommendation"):
        # The point of a resolution has the address that it will have in the translation.
        body = body.replace("<p>", '<p id="p1">')
    assert body in page.html
    assert NOTICE[asked] in page.main


def test_all_that_belongs_to_the_original_is_in_its_language():
    """Its dates, the words of its picture and of its footnotes; what is around it is in the reader's."""
    picture = make_image(alt_ar="نقش", alt_en="A pattern", credit_ar="الملتقى", credit_en="The forum")
    words = WORDS["ar"] | {"body": "<p>نص [1]</p><p>[1] هامش</p>", "byline": "هيئة التحرير"}
    article = make_article(ar=words, en=None, picture=picture, live=True)
    page = get("/en/news/only/")
    ((_attrs, own),) = page.all("article")
    assert [attrs["alt"] for attrs, _words in page.all("img")] == ["نقش"]
    assert [attrs["aria-label"] for attrs, _words in page.all("a", role="doc-noteref")] == ["الهامش 1"]
    assert "هيئة التحرير" in own
    assert not any(english in own for english in ("Published on", "AH", "The forum", "Report", "News"))
    assert page.links[f"/d/{article.pk}/"] == absolute(f"/d/{article.pk}/")
    assert "Short address" in page.main


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_original_itself_is_indexed_and_its_switch_leads_to_that_page(kind, language):
    make_only(kind, language)
    page = get(f"/{language}/{FOLDERS[kind]}/only/")
    assert page.is_indexed
    assert page.alternates == {}
    assert page.switch == f"/{OTHER[language]}/{FOLDERS[kind]}/only/"
    assert get(page.switch).switch == f"/{language}/{FOLDERS[kind]}/only/"


@pytest.mark.parametrize("hide", [scheduled, expired, withdrawn, write])
def test_a_translation_that_is_not_public_is_missing_and_nothing_of_it_shows(hide):
    article = make_only("article", "ar")
    secret = {"title": "Unpublished words", "slug": "unpublished", "body": "<p>Unpublished body</p>"}
    write(article, "en", **secret)
    if hide is not write:
        hide(article, "en")
    page = get("/en/news/only/")
    assert page.words_of("h1") == [WORDS["ar"]["title"]]
    assert "Unpublished" not in page.html


def test_once_it_is_translated_the_address_leads_to_the_translation():
    article = make_only("article", "ar")
    write(article, "en", title="Translated", slug="translated", body="<p>Body</p>")
    go_live(article, "en")
    assert moved("/en/news/only/") == "/en/news/translated/"
    page = get("/en/news/translated/")
    assert page.words_of("h1") == ["Translated"]
    assert set(page.alternates) == {"ar", "en"}


def test_a_withdrawn_translation_falls_back_to_the_page_at_its_own_address_too():
    article = make_only("article", "ar")
    write(article, "en", title="Translated", slug="translated", body="<p>Body</p>")
    go_live(article, "en")
    workflow.withdraw(article, "en", chief())
    assert moved("/en/news/translated/") == "/en/news/only/"
    assert get("/en/news/only/").words_of("h1") == [WORDS["ar"]["title"]]


def test_an_old_address_of_the_original_leads_on():
    article = make_only("article", "ar")
    write(article, "ar", slug="renamed")
    go_live(article, "ar")
    assert moved("/en/news/only/") == "/en/news/renamed/"


def test_the_programme_of_an_event_that_is_not_translated():
    make_event(ar=WORDS["ar"], en=None, live=True)
    page = get("/en/events/only/programme/")
    assert not page.is_indexed
    assert page.words_of("h1") == [WORDS["ar"]["title"]]


def test_queries(django_assert_num_queries):
    make_only("article", "ar")
    with django_assert_num_queries(5):
        get("/en/news/only/")
