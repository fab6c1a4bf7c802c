"""A public page that reads a working copy breaks, so that it is found by the first test that opens it."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch

from forum_site.middleware import KeepWorkingCopiesPrivate
from publishing.boundary import WorkingCopyIsPrivate, public_page, sees_working_copies
from publishing.models import Document, DocumentTranslation, PublicText
from tests.factories import make_article

pytestmark = pytest.mark.django_db

WAYS_TO_A_WORKING_COPY = {
    "an attribute": lambda document: document.title,
    "the name": str,
    "the getter": lambda document: document.safe_translation_getter("title"),
    "any language": lambda document: document.safe_translation_getter("title", any_language=True),
    "a translation": lambda document: document.get_translation("ar"),
    "working_copy": lambda document: document.working_copy("ar"),
    "the rows": lambda document: list(document.translations.all()),
    "the table": lambda document: DocumentTranslation.objects.get(master_id=document.pk).title,
    "a prefetch": lambda document: list(Document.objects.with_working_copies()),
    "another language": lambda document: Document.objects.language("ar").get(pk=document.pk).title,
}


@pytest.mark.parametrize("way", WAYS_TO_A_WORKING_COPY)
def test_no_way_leads_to_a_working_copy_on_a_public_page(way):
    make_article(ar="مسودة", en=None)
    document = Document.objects.get()
    with public_page(), pytest.raises(WorkingCopyIsPrivate):
        WAYS_TO_A_WORKING_COPY[way](document)
    WAYS_TO_A_WORKING_COPY[way](Document.objects.get())


def test_public_texts_and_facts_are_open():
    make_article(ar="خبر", en=None, live=True)
    with public_page():
        text = PublicText.objects.select_related("document").get()
        assert (text.title, text.facts.article_kind, text.document.kind) == ("خبر", "news", "article")


def test_the_wall_is_gone_after_the_page_even_where_the_page_broke():
    make_article(ar="مسودة", en=None)
    with pytest.raises(WorkingCopyIsPrivate), public_page():
        Document.objects.get().working_title()
    assert Document.objects.get().working_title() == "مسودة"


# ---- Where the wall stands


def page_with_a_draft(request):
    return HttpResponse(Document.objects.get().working_title())


def answer(view, path="/ar/", app_names=()):
    """What the site's middleware and ``view`` answer."""
    request = RequestFactory().get(path)
    request.resolver_match = ResolverMatch(view, (), {}, app_names=list(app_names))

    def get_response(request):
        middleware.process_view(request, view, (), {})
        return view(request)

    middleware = KeepWorkingCopiesPrivate(get_response)
    return middleware(request).content.decode()


def test_a_public_page_stands_behind_the_wall():
    make_article(ar="مسودة", en=None)
    with pytest.raises(WorkingCopyIsPrivate):
        answer(page_with_a_draft)


def test_the_admin_and_marked_views_read_working_copies():
    make_article(ar="مسودة", en=None)
    assert answer(page_with_a_draft, "/admin/", ["admin"]) == "مسودة"

    @sees_working_copies
    def marked(request):
        return page_with_a_draft(request)

    assert answer(marked) == "مسودة"


def test_one_page_does_not_open_the_wall_for_the_next():
    make_article(ar="مسودة", en=None)
    answer(page_with_a_draft, "/admin/", ["admin"])
    with pytest.raises(WorkingCopyIsPrivate):
        answer(page_with_a_draft)
