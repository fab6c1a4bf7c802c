"""`/d/{id}/`, the address that never changes, and the addresses of machines: it is there, it is well."""

import pytest
from django.test import Client

from publishing.models import Kind
from tests.factories import MAKERS, go_live, make_article, scheduled, write
from tests.pages.reading import get, moved

pytestmark = pytest.mark.django_db

FOLDERS = {
    "article": "news",
    "page": "pages",
    "event": "events",
    "session": "sessions",
    "decision": "decisions",
    "recommendation": "recommendations",
}


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize(("accepts", "language"), [("ar", "ar"), ("en-GB", "en"), ("fr", "ar"), ("", "ar")])
def test_it_leads_to_the_readers_language(kind, accepts, language):
    document = MAKERS[kind](ar={"slug": "عربي"}, en={"slug": "english"}, live=True)
    slug = {"ar": "عربي", "en": "english"}[language]
    headers = {"headers": {"Accept-Language": accepts}}
    assert moved(f"/d/{document.pk}/", 302, **headers) == f"/{language}/{FOLDERS[kind]}/{slug}/"
    assert "Accept-Language" in Client().get(f"/d/{document.pk}/", **headers)["Vary"]


@pytest.mark.parametrize(("written", "accepts"), [("ar", "en"), ("en", "ar")])
def test_a_reader_of_the_other_language_is_told_what_is_missing(written, accepts):
    document = make_article(**{written: {"slug": "only"}, accepts: None}, live=True)
    path = moved(f"/d/{document.pk}/", 302, headers={"Accept-Language": accepts})
    assert path == f"/{accepts}/news/only/"
    assert not get(path).is_indexed


def test_it_follows_a_renamed_document():
    document = make_article(ar=None, en={"slug": "one"}, live=True)
    write(document, "en", slug="two")
    go_live(document, "en")
    assert moved(f"/d/{document.pk}/", 302, headers={"Accept-Language": "en"}) == "/en/news/two/"


def test_nothing_that_is_not_public_has_one():
    draft, planned = make_article(), make_article(en=None)
    scheduled(planned, "ar")
    for pk in (draft.pk, planned.pk, planned.pk + 1000, 0):
        get(f"/d/{pk}/", 404)


@pytest.mark.parametrize("pk", ["99999999999999999999", str(2**63), str(2**63 - 1), "9" * 4000])
def test_a_number_too_large_for_any_database(pk):
    get(f"/d/{pk}/", 404)


@pytest.mark.parametrize("path", ["/d/", "/d/x/", "/d/-1/", "/d/1.5/", "/d/٢/x/"])
def test_what_is_no_number(path):
    get(path, 404)


def test_health(django_assert_num_queries):
    with django_assert_num_queries(1):
        response = Client().get("/healthz")
    assert (response.status_code, response.content, response["Content-Type"]) == (200, b"ok\n", "text/plain")
    assert "no-store" in response["Cache-Control"]


def test_health_says_when_the_database_does_not_answer(settings, tmp_path):
    """A connection of its own, to a database that is not there."""
    from django.db import connections
    from django.test import RequestFactory

    from forum_site import pages

    gone = connections["default"].copy()
    nowhere = "nowhere" if gone.vendor == "postgresql" else str(tmp_path / "nowhere" / "file")
    gone.settings_dict = gone.settings_dict | {"NAME": nowhere, "HOST": str(tmp_path)}
    kept, pages.connection = pages.connection, gone
    try:
        response = pages.healthz(RequestFactory().get("/healthz"))
    finally:
        pages.connection = kept
        gone.close()
    assert (response.status_code, response.content) == (503, b"database unavailable\n")
