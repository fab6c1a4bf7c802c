"""How a translation stands to its original: what a list says (freshness_of) and what its filter finds (in_freshness)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from publishing import workflow
from publishing.freshness import (
    Freshness,
    Stage,
    freshness_of,
    in_freshness,
    is_stale_for_readers,
    shown_source,
    source_text,
)
from publishing.languages import LANGUAGES, other
from publishing.models import Act, Document, Revision
from publishing.states import LIGHT_REVISIONS
from tests.factories import chief, make_article, write
from tests.publishing.situations import (
    IN_PROGRESS,
    OUT_OF_DATE,
    SITUATIONS,
    UP_TO_DATE,
    live_original,
    original_changed_slightly,
    original_republished,
    original_scheduled,
    original_submitted,
    original_submitted_and_returned,
    original_withdrawn_after_a_change,
    original_written_further,
    settled,
    translated,
    without_any_words,
)

pytestmark = pytest.mark.django_db


def read_anew(document, is_light):
    documents = Document.objects.with_working_copies()
    return (documents.prefetch_related(LIGHT_REVISIONS) if is_light else documents).get(pk=document.pk)


@pytest.mark.parametrize("source", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.__name__)
def test_each_situation_has_its_freshness(situation, source):
    document = situation(source)
    for is_light in (True, False):
        read = read_anew(document, is_light)
        assert freshness_of(read, other(source)) == SITUATIONS[situation]
        assert freshness_of(read, source) is None


def test_the_filter_finds_what_the_list_says():
    expected = {value: {language: set() for language in LANGUAGES} for value in Freshness}
    for source in LANGUAGES:
        for situation, value in SITUATIONS.items():
            expected[value][other(source)].add(situation(source).pk)
    for value in Freshness:
        for language in LANGUAGES:
            found = in_freshness(Document.objects.all(), language, value).values_list("pk", flat=True)
            assert sorted(found) == sorted(expected[value][language]), (value, language)
    for document in Document.objects.with_working_copies().prefetch_related(LIGHT_REVISIONS):
        language = other(document.source_language)
        assert document.pk in expected[freshness_of(document, language)][language]


def test_the_values_part_the_translations():
    for source in LANGUAGES:
        for situation in SITUATIONS:
            situation(source)
    for language in LANGUAGES:
        found = [set(in_freshness(Document.objects.all(), language, value)) for value in Freshness]
        assert sum(map(len, found)) == len(set.union(*found)) == len(SITUATIONS)


def test_a_list_of_documents_is_read_without_a_query_for_each():
    for _row in range(3):
        original_republished("ar")
    documents = list(Document.objects.with_working_copies().prefetch_related(LIGHT_REVISIONS))
    with CaptureQueriesContext(connection) as queries:
        assert {freshness_of(document, "en") for document in documents} == {OUT_OF_DATE}
    assert len(queries) == 0


# ---- What is shown beside a translation


@pytest.mark.parametrize(
    ("situation", "number"),
    [
        (original_written_further, 1), (original_submitted, 2), (original_submitted_and_returned, 1),
        (original_scheduled, 2), (original_republished, 2),
    ],
)  # fmt: skip
def test_the_text_to_follow_is_the_one_in_review_or_scheduled_or_public(situation, number):
    document = situation("ar")
    expected = document.revisions.get(language_code="ar", number=number)
    assert source_text(document) == shown_source(document) == expected


def test_a_draft_is_shown_where_there_is_nothing_else():
    document = make_article(ar="خبر", en=None)
    assert source_text(document) is None
    assert shown_source(document).title == "خبر"
    assert shown_source(without_any_words("ar")) is None


# ---- What a translation remembers


def test_a_first_translation_remembers_what_stood_beside_it():
    document = original_written_further("ar")
    remembered = document.revisions.filter(language_code="en").latest("number").source_revision
    assert remembered == document.revisions.get(language_code="ar", number=1)


def test_later_texts_of_a_translation_remember_the_same_until_somebody_says_otherwise():
    document = original_republished("ar")
    first = document.revisions.get(language_code="ar", number=1)
    assert write(document, "en", title="Better").source_revision == first
    newest = source_text(document)
    workflow.mark_up_to_date(document, "en", chief(), newest, "Read again.")
    assert write(document, "en", title="Better still").source_revision == newest
    act = document.acts.get(name=Act.Name.MARK_UP_TO_DATE)
    assert (act.language_code, act.revision, act.by, act.note) == ("en", newest, chief(), "Read again.")


def test_another_original_language_keeps_what_agreed_and_says_what_did_not():
    agreed, apart = translated("ar"), original_republished("ar")
    for document, expected in ((agreed, UP_TO_DATE), (apart, OUT_OF_DATE)):
        workflow.change_source_language(document, "en", chief())
        read = read_anew(document, is_light=True)
        assert (freshness_of(read, "ar"), freshness_of(read, "en")) == (expected, None)


# ---- What readers are told


def test_readers_are_told_of_a_public_translation_of_another_public_text():
    for situation, is_stale in {
        translated: False, original_republished: True, original_changed_slightly: False, settled: False,
        original_submitted: False, original_withdrawn_after_a_change: False,
    }.items():  # fmt: skip
        document = situation("ar")
        public = {text.language_code: text for text in Revision.objects.live().filter(document=document)}
        assert is_stale_for_readers(public["en"], public.get("ar")) is is_stale, situation.__name__


def test_a_working_copy_without_a_revision_is_being_translated():
    """What the workflow never leaves behind, and an import might."""
    document = live_original("ar")
    document.translations.create(language_code="en", title="Copied", slug="copied", stage=Stage.DRAFT)
    assert freshness_of(read_anew(document, is_light=True), "en") == IN_PROGRESS
    assert list(in_freshness(Document.objects.all(), "en", IN_PROGRESS)) == [Document.objects.get()]
    assert not in_freshness(Document.objects.all(), "en", OUT_OF_DATE).exists()
