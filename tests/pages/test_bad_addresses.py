"""Addresses that nobody should have typed: a plain answer in the reader's language, never a 500."""

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import make_article, make_event
from tests.pages.reading import get

pytestmark = pytest.mark.django_db

HEADINGS = {
    404: {"ar": "الصفحة غير موجودة", "en": "Page not found"},
    400: {"en": "This request cannot be answered"},
}
SLUG_PAGES = ["news", "pages", "events", "sessions", "people", "decisions", "recommendations", "topics"]
PAGED = ["/en/news/", "/ar/news/", "/en/decisions/", "/ar/recommendations/", "/en/follow-up/"]


def assert_refused(path, language, status=404):
    response = Client().get(path, headers={"Accept-Language": language})
    assert response.status_code == status, path
    assert response.headers["Content-Language"] == language
    html = response.content.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in html
    assert f'<a href="/{language}/"' in html or f'href="/{language}/"' in html
    if language in HEADINGS[status]:
        assert f"<h1>{HEADINGS[status][language]}</h1>" in html


SLUGS = ["nothing-here", "لا-شيء", "%FF%FE", "%ED%A0%80", "a" * 5000, "%F0%9F%95%8C" * 500]
SLUGS += ["%2e%2e%2f", "%E2%80%AE", "'--", "%25s", "None", "%0A"]


@pytest.mark.parametrize("folder", SLUG_PAGES)
def test_a_slug_that_is_nobodys(folder):
    for number, slug in enumerate(SLUGS):
        language = ("ar", "en")[number % 2]
        assert_refused(f"/{language}/{folder}/{slug}/", language)


@pytest.mark.parametrize("path", ["programme/", "programme.ics"])
def test_the_programme_of_no_event(path):
    assert_refused(f"/en/events/nothing-here/{path}", "en")


@pytest.mark.parametrize("path", ["/fr/", "/fr/news/", "/AR/", "/ar-PS/news/", "/nothing/", "/en/nothing/"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_language_or_a_page_that_is_not_there(path, language):
    spoken = path.split("/")[1] if path.split("/")[1] in ("ar", "en") else language
    assert_refused(path, spoken)


PAGES = [
    "0",
    "-1",
    "2",
    "99999",
    "9" * 400,
    "x",
    "",
    "1.5",
    "%00",
    "%FF",
    "1%00",
    "١x",
    "last",
    "None",
    "1&page=x",
]


@pytest.mark.parametrize("path", PAGED)
def test_a_page_of_a_list_that_is_not_there(path):
    for page in PAGES:
        assert_refused(f"{path}?page={page}", path[1:3])


@pytest.mark.parametrize(
    "path",
    [
        "/en/news/a%00b/",
        "/ar/%00/",
        "/%00",
        "/en/people/%00/",
        "/d/%00/",
        "/en/events/%00/programme/",
        "/ar/topics/%00/",
        "/admin/%00/",
    ],
)
def test_a_nul_in_an_address(path):
    language = path[1:3] if path[1:3] in ("ar", "en") else "ar"
    assert_refused(path, language, 400)


@pytest.mark.parametrize(
    "query", ["?x=%00", "?page=1&x=%FF", "?" + "a=1&" * 500, "?%00=%00", "?utm_source=x"]
)
@pytest.mark.parametrize("path", ["/en/", "/ar/news/", "/en/events/", "/en/decisions/"])
def test_a_strange_query_is_no_matter(path, query):
    make_event(live=True)
    get(path + query)


@pytest.mark.parametrize("path", ["/ar", "/en", "/en/news", "/ar/events", "/en/news/slug", "/d/1"])
def test_a_missing_slash_at_the_end_is_put_there(path):
    response = Client().get(path)
    assert (response.status_code, response["Location"]) == (301, f"{path}/")


@pytest.mark.parametrize(
    "path", ["//evil.example/", "/en//evil.example/", "/%2F%2Fevil.example", "//evil.example/en"]
)
def test_no_redirect_leaves_the_site(path):
    response = Client().get(path)
    location = response.headers.get("Location", "")
    assert not location.startswith("//")
    assert "://" not in location
    assert response.status_code in (301, 302, 404)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_readers_only_read(method):
    make_article(ar=None, en={"slug": "one"}, live=True)
    paths = [
        "/",
        "/en/",
        "/en/news/",
        "/en/events/",
        "/en/decisions/",
        "/en/recommendations/",
        "/en/news/one/",
        "/d/1/",
        "/en/people/x/",
        "/en/topics/x/",
    ]
    answers = {path: getattr(Client(), method)(path).status_code for path in paths}
    assert answers == dict.fromkeys(paths, 405)


def test_head_is_answered_like_get():
    make_article(ar=None, en={"slug": "one"}, live=True)
    for path in ("/en/", "/en/news/", "/en/news/one/"):
        response = Client().head(path)
        assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("accepts", ["\xff", "a" * 5000, "en;q=nan", "*;q=0", ",,,", "en-" + "x" * 600])
def test_a_strange_accept_language(accepts):
    assert Client().get("/", headers={"Accept-Language": accepts}).headers["Location"] in ("/ar/", "/en/")


def test_an_unknown_host_is_refused():
    response = Client().get("/en/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in settings.ALLOWED_HOSTS
    assert b"evil.example" not in response.content
