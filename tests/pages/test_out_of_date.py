"""Readers of a translation whose original has changed since are told so, and nobody else."""

from urllib.parse import unquote

import pytest

from publishing import workflow
from publishing.models import Kind, Revision
from tests.factories import MAKERS, chief, go_live, make_event, second_chief, write
from tests.pages.reading import get
from tests.personas import signed_in

pytestmark = pytest.mark.django_db

FOLDERS = {
    "article": "news", "page": "pages", "event": "events", "session": "sessions", "decision": "decisions",
    "recommendation": "recommendations",
}  # fmt: skip
TOLD = {
    "en": "The Arabic original changed on 23 December 2024. This translation follows an earlier text of it.",
    "ar": "تغيّر الأصل الإنجليزي في 23 ديسمبر 2024، وهذه الترجمة تتبع نصًّا أسبق منه.",
}
LINK = {"en": "Read the original in Arabic", "ar": "اقرأ الأصل بالإنجليزية"}
SLUGS = {"ar": "النص", "en": "text"}


def published(kind, source="ar"):
    """A document of ``kind`` that is public in both languages, translated from ``source``."""
    words = {language: {"title": language, "slug": slug} for language, slug in SLUGS.items()}
    order = [source, "en" if source == "ar" else "ar"]
    facts = {"event": make_event()} if kind in ("session", "decision", "recommendation") else {}
    document = MAKERS[kind](ar=False, en=False, source_language=source, **facts)
    for language in order:
        write(document, language, body="<p>متن</p>", **words[language])
        go_live(document, language)
    return document


def change_source(document, language, clock, is_minor=False):
    clock.goes_on(hours=1)
    write(document, language, title="تغيّر")
    return workflow.publish(document, language, second_chief(), is_minor=is_minor)


def address(kind, language):
    return f"/{language}/{FOLDERS[kind]}/{SLUGS[language]}/"


def notices(kind, language):
    """The words of the notices of a page, and {address: words} of the links to originals."""
    page = get(address(kind, language))
    links = [(unquote(attrs["href"]), attrs["hreflang"], words) for attrs, words in page.all("a")
             if words in LINK.values()]  # fmt: skip
    # Dates stand in elements of their own, which the words are taken from one by one.
    told = [words.replace(" .", ".").replace(" ،", "،") for words in page.words_of("div", klass="notice")]
    return told, links


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize(("source", "language"), [("ar", "en"), ("en", "ar")])
def test_the_reader_of_the_translation_is_told(kind, source, language, clock):
    document = published(kind, source)
    assert notices(kind, language) == ([], [])
    change_source(document, source, clock)
    told, links = notices(kind, language)
    assert told == [f"{TOLD[language]} {LINK[language]}"]
    assert links == [(address(kind, source), source, LINK[language])]
    # The original says nothing of it.
    assert notices(kind, source) == ([], [])


def test_the_notice_stands_below_the_title_and_is_no_heading(clock):
    change_source(published("article"), "ar", clock)
    page = get(address("article", "en"))
    assert page.main.index(" en ") < page.main.index("The Arabic original changed") < page.main.index("متن")
    ((attrs, _words),) = page.all("div", klass="notice")
    assert attrs["role"] == "note"


def test_a_notice_goes_when_the_translation_follows(clock):
    document = published("article")
    source = change_source(document, "ar", clock)
    write(document, "en", title="Follows")
    workflow.mark_up_to_date(document, "en", chief(), source)
    clock.goes_on(hours=1)
    # Said of the draft; readers still see the earlier translation.
    assert notices("article", "en")[0] != []
    go_live(document, "en")
    assert notices("article", "en") == ([], [])


def test_a_minor_change_is_not_told(clock):
    document = published("article")
    change_source(document, "ar", clock, is_minor=True)
    assert notices("article", "en") == ([], [])


def test_a_draft_and_a_plan_of_the_original_are_not_told(clock):
    document = published("article")
    write(document, "ar", title="مسودة")
    workflow.schedule(document, "ar", second_chief(), clock.after(days=1))
    assert notices("article", "en") == ([], [])
    clock.goes_on(days=1)
    told, _links = notices("article", "en")
    assert told == [f"{TOLD['en'].replace('23 December', '24 December')} {LINK['en']}"]


def test_an_original_that_is_not_public_is_not_told(clock):
    document = published("article")
    change_source(document, "ar", clock)
    clock.goes_on(hours=1)
    workflow.withdraw(document, "ar", second_chief())
    assert notices("article", "en") == ([], [])


def test_a_text_of_which_nobody_knows_what_it_follows_is_not_told(clock):
    document = published("article")
    Revision.objects.update(source_revision=None)
    change_source(document, "ar", clock)
    assert notices("article", "en") == ([], [])


def test_an_original_that_once_was_a_translation_is_not_told(clock):
    document = published("article")
    change_source(document, "ar", clock)
    workflow.change_source_language(document, "en", chief())
    assert notices("article", "en") == ([], [])


def test_the_site_may_keep_it_to_itself(settings, clock):
    document = published("article")
    change_source(document, "ar", clock)
    settings.TELLS_OUT_OF_DATE = False
    assert notices("article", "en") == ([], [])


def test_a_preview_of_the_newer_translation_is_not_told(clock, publisher):
    document = published("article")
    change_source(document, "ar", clock)
    write(document, "en", title="Follows")
    page = get(f"/admin/preview/{document.pk}/en/", client=signed_in(publisher))
    assert "original changed" not in page.main


@pytest.mark.parametrize(("kind", "queries"), [("article", 5), ("page", 4), ("event", 9)])
@pytest.mark.parametrize("is_stale", [False, True])
def test_it_costs_no_query(kind, queries, is_stale, clock, django_assert_num_queries):
    document = published(kind)
    if is_stale:
        change_source(document, "ar", clock)
    for language in ("ar", "en"):
        slug = Revision.objects.live().get(document_id=document.pk, language_code=language).slug
        with django_assert_num_queries(queries):
            get(f"/{language}/{FOLDERS[kind]}/{slug}/")


def test_every_kind_of_document_is_asked():
    assert set(FOLDERS) == set(Kind.values)
