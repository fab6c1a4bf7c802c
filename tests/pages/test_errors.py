"""What readers see when something is wrong: in their language, without a way to the desk, without the database."""

import logging
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.utils import OperationalError
from django.http import Http404
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.translation import override

from forum_site import errors
from tests.factories import go_live, make_article
from tests.pages.reading import Page, get

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "language", "direction", "heading"),
    [
        ("/en/nothing/", "en", "ltr", "Page not found"),
        ("/ar/لا-شيء/", "ar", "rtl", "الصفحة غير موجودة"),
        ("/nothing/", "ar", "rtl", "الصفحة غير موجودة"),
    ],
)
def test_a_page_that_is_not_there(path, language, direction, heading):
    page = get(path, 404)
    assert page.language == (language, direction)
    assert page.words_of("h1") == [heading]
    assert not page.is_indexed
    assert page.switch == f"/{'en' if language == 'ar' else 'ar'}/"
    assert f"/{language}/" in page.links


def test_a_page_that_is_not_there_leads_on(monkeypatch, django_assert_num_queries):
    for number in range(4):
        go_live(make_article(en=f"News {number}"), at=timezone.now() - timedelta(days=9 - number))
    make_article(en="A draft")
    with django_assert_num_queries(3):
        page = get("/en/nothing/", 404)
    latest = [
        words
        for words in page.links.values()
        if words.startswith(("News 3", "News 2", "News 1", "News 0", "A draft"))
    ]
    assert latest == ["News 3", "News 2", "News 1"]
    assert {"/en/", "/en/news/", "/en/events/", "/en/decisions/", "/en/topics/"} <= set(page.links)
    assert page.all("input", id="q-page")

    class Away:
        def __getattr__(self, name):
            raise OperationalError("the database is away")

    monkeypatch.setattr(errors, "PublicText", Away())
    assert get("/en/nothing/", 404).words_of("h1") == ["Page not found"]


def test_a_form_that_is_out_of_date_says_so_in_the_readers_language():
    for language, heading in (("ar", "هذه الصفحة قديمة"), ("en", "This page is out of date")):
        request = RequestFactory().get(
            f"/{language}/", headers={"referer": f"http://testserver/{language}/news/"}
        )
        request.user = AnonymousUser()
        with override(language):
            page = Page(errors.outdated_form(request).content.decode())
        assert page.words_of("h1") == [heading]
        assert f"http://testserver/{language}/news/" in page.links
        assert not page.is_indexed


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.bad_request, 400), (errors.permission_denied, 403), (errors.page_not_found, 404)],
)
def test_each_refusal_is_a_page_of_the_site(view, status, language):
    request = RequestFactory().get(f"/{language}/")
    request.user = AnonymousUser()
    with override(language):
        response = view(request, Http404())
    page = Page(response.content.decode())
    assert response.status_code == status
    assert page.language == (language, "rtl" if language == "ar" else "ltr")
    assert len(page.words_of("h1")) == 1
    assert not page.is_indexed


def test_a_broken_page_says_so_in_both_languages(monkeypatch, settings):
    """The page for a fault of ours: rendered without the database, which may be what is broken."""
    from articles import views

    def broken(*_args):
        raise RuntimeError("the secret of the fault")

    monkeypatch.setattr(views, "page_of", broken)
    logging.disable(logging.CRITICAL)
    try:
        client = Client(raise_request_exception=False)
        response = client.get("/en/news/")
    finally:
        logging.disable(logging.NOTSET)
    page = Page(response.content.decode())
    assert response.status_code == 500
    assert page.language == ("ar", "rtl")
    assert "Something went wrong" in page.words
    assert {"/ar/", "/en/"} <= set(page.links)
    assert "the secret of the fault" not in page.html
    assert [attrs.get("lang") for attrs, _words in page.all("section")] == [None, "en"]


def test_the_page_of_a_fault_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert "<h1>" in render_to_string("500.html")
