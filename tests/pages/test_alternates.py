"""Canonical addresses and hreflang: every public page of a small forum, walked through in both languages by its own links."""

from collections import deque
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.test import Client

from publishing import workflow
from resolutions.models import Academy, Committee, SponsorshipProject
from tests.factories import (
    chief,
    make_article,
    make_decision,
    make_event,
    make_page,
    make_person,
    make_recommendation,
    make_session,
    make_topic,
)
from tests.pages.reading import Page, absolute, get

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ROOT = "http://testserver"


def build_forum():
    """Each kind in both languages, an article in either alone, one whose translation was withdrawn, two pages of news."""
    topic, event = make_topic(), make_event(live=True, is_current=True)
    facts = {"event": event, "live": True, "topics": [topic]}
    session = make_session(event, live=True, people=[make_person()], topics=[topic])
    decision = make_decision(session=session, **facts)
    for set_up in (Committee, SponsorshipProject, Academy):
        set_up.objects.create(decision=decision, name_ar="اسم", name_en="Name")
    make_recommendation(**facts)
    make_page(live=True, is_in_menu=True)
    make_article(ar="بالعربية وحدها", en=False, **facts)
    make_article(ar=False, en="English alone", **facts)
    half = make_article(ar="نصف", en="Half", **facts)
    workflow.withdraw(half, "ar", chief())
    for _number in range(20):
        make_article(**facts)


def walk():
    """{path with query: Page} of every page that can be reached from the two home pages and the sitemap."""
    sitemap = Client().get("/sitemap.xml").content.decode()
    waiting = deque(
        [
            "/ar/",
            "/en/",
            *(place.split("</loc>")[0].removeprefix(ROOT) for place in sitemap.split("<loc>")[1:]),
        ]
    )
    pages = {}
    while waiting:
        path = unquote(waiting.popleft()).partition("#")[0]
        if path in pages or not path.startswith(("/ar/", "/en/")) or "/search/" in path:
            continue
        response = Client().get(path)
        is_page = response.status_code == 200 and response["Content-Type"].startswith("text/html")
        pages[path] = Page(response.content.decode()) if is_page else response
        if is_page:
            waiting.extend(urljoin(path, link) for link in pages[path].links)
    return pages


def test_every_page_says_where_it_is_and_where_its_translation_is():
    build_forum()
    found = walk()
    assert {path: answer.status_code for path, answer in found.items() if not isinstance(answer, Page)
            and answer.status_code != 200} == {}  # fmt: skip
    pages = {path: page for path, page in found.items() if isinstance(page, Page)}
    indexed = {path: page for path, page in pages.items() if page.is_indexed}
    # A text in one language is shown with a note in the other, which no search engine lists.
    assert len(pages) - len(indexed) == 3
    assert {tuple(page.canonical) for path, page in pages.items() if path not in indexed} == {()}
    assert {path for path, page in pages.items() if path not in indexed and page.alternates} == set()

    canonical = {path: page.canonical for path, page in indexed.items()}
    assert canonical == {path: [absolute(path.removesuffix("?page=1"))] for path in indexed}
    indexed = {path: page for path, page in indexed.items() if not path.endswith("?page=1")}

    alternates = {absolute(path): page.alternates for path, page in indexed.items()}
    for address, languages in alternates.items():
        if languages:
            own = urlsplit(address).path.split("/")[1]
            assert set(languages) == {"ar", "en"}, address
            assert languages[own] == address
            # Each names the other, and the other answers: it was walked to.
            assert {alternates[other] == languages for other in languages.values()} == {True}, address
    alone = {
        unquote(address).removeprefix(ROOT) for address, languages in alternates.items() if not languages
    }
    articles = {path for path in alone if "?page=" not in path}
    assert alone - articles == {"/ar/news/?page=2", "/en/news/?page=2"} | {
        path for path in alone if "/topics/" in path
    }
    assert {get(path).words_of("h1")[0] for path in articles} == {"بالعربية وحدها", "English alone", "Half"}


def test_a_question_in_the_address_is_no_other_page():
    """What somebody has added to an address does not make it another page, nor does it follow into the other language."""
    make_article(ar={"slug": "خبر"}, en={"slug": "news"}, live=True)
    for path, other in (("/ar/news/", "/en/news/"), ("/ar/news/خبر/", "/en/news/news/"), ("/ar/", "/en/")):
        page = get(f"{path}?utm_source=elsewhere")
        assert page.canonical == [absolute(path)]
        assert page.alternates == {"ar": absolute(path), "en": absolute(other)}
