"""The pages of the preview, as the tests ask for them."""

from urllib.parse import urlencode

from tests.pages.reading import Page


def preview_of(document, language):
    return f"/admin/preview/{document.pk}/{language}/"


def page_of(document, **query):
    return f"/admin/preview/{document.pk}/{'?' if query else ''}{urlencode(query)}"


def seen(desk, document, **query):
    answer = desk.get(page_of(document, **query))
    assert answer.status_code == 200
    return Page(answer.content.decode())


def frames(page):
    return [attrs["src"] for attrs, _words in page.all("iframe")]


def reasons(page):
    return page.words_of("div", klass="preview-nothing")
