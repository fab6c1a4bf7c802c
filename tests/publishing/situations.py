"""One document in each situation of a translation and its original; the name of the maker says which."""

from datetime import timedelta

from django.utils import timezone

from articles.models import Article
from publishing import workflow
from publishing.freshness import (
    Freshness,
    source_text,
)
from publishing.languages import other
from publishing.models import Document, Revision
from tests.factories import chief, go_live, make_article, scheduled, second_chief, withdrawn, write

MISSING, IN_PROGRESS, UP_TO_DATE, OUT_OF_DATE = Freshness
LATER = {"title": "Said differently", "body": "<p>Something else.</p>"}


def original(source):
    """An article whose original is in ``source``, without a translation."""
    return make_article(**{source: True, other(source): None})


def live_original(source):
    document = original(source)
    go_live(document, source)
    return document


def with_translation(document, is_live=True):
    """The same with a translation of what its original says now."""
    write(document, other(document.source_language), title="Translated", body="<p>Translated.</p>")
    if is_live:
        go_live(document, other(document.source_language))
    return document


def translated(source):
    return with_translation(live_original(source))


def republished(document, is_minor=False, **words):
    """The same with other words of its original, published."""
    write(document, document.source_language, **(words or LATER))
    workflow.publish(document, document.source_language, second_chief(), is_minor=is_minor)
    return document


# ---- One document in each situation: its name says which


def not_translated(source):
    return live_original(source)


def not_translated_and_a_draft(source):
    return original(source)


def without_any_words(source):
    return Article.objects.create(kind="article", source_language=source)


def being_translated(source):
    return with_translation(live_original(source), is_live=False)


def translated_while_the_original_is_a_draft(source):
    return with_translation(original(source), is_live=False)


def published_before_the_original(source):
    return with_translation(original(source))


def translation_in_review(source):
    document = being_translated(source)
    workflow.submit(document, other(source), chief())
    return document


def translation_returned(source):
    document = translation_in_review(source)
    workflow.request_changes(document, other(source), second_chief(), "Once more.")
    return document


def translation_live(source):
    return translated(source)


def translation_scheduled(source):
    document = being_translated(source)
    scheduled(document, other(source))
    return document


def translation_withdrawn(source):
    document = being_translated(source)
    withdrawn(document, other(source))
    return document


def translation_live_and_written_further(source):
    document = translated(source)
    write(document, other(source), title="Better")
    return document


def original_written_further(source):
    document = translated(source)
    write(document, source, **LATER)
    return document


def original_submitted(source):
    document = original_written_further(source)
    workflow.submit(document, source, chief())
    return document


def original_submitted_and_returned(source):
    document = original_submitted(source)
    workflow.request_changes(document, source, second_chief(), "No.")
    return document


def original_scheduled(source):
    document = original_written_further(source)
    scheduled(document, source)
    return document


def original_scheduled_and_cancelled(source):
    document = original_scheduled(source)
    workflow.cancel_schedule(document, source, second_chief())
    return document


def original_republished(source):
    return republished(translated(source))


def original_republished_over_a_translation_in_progress(source):
    return republished(being_translated(source))


def original_republished_over_a_translation_in_review(source):
    return republished(translation_in_review(source))


def original_republished_with_a_better_translation_of_the_old(source):
    document = original_republished(source)
    write(document, other(source), title="Better, of the old")
    go_live(document, other(source))
    return document


def original_republished_at_another_address(source):
    return republished(translated(source), slug="elsewhere")


def original_withdrawn_after_a_change(source):
    document = original_republished(source)
    workflow.withdraw(document, source, second_chief())
    return document


def original_changed_slightly(source):
    return republished(translated(source), is_minor=True)


def original_changed_slightly_twice(source):
    return republished(original_changed_slightly(source), is_minor=True, title="Mended once more")


def original_changed_slightly_and_then_really(source):
    return republished(original_changed_slightly(source), title="Another thing")


def original_changed_slightly_later(source):
    document = original_written_further(source)
    begin = timezone.now() + timedelta(days=1)
    workflow.schedule(document, source, second_chief(), begin, is_minor=True)
    return document


def original_changed_slightly_after_review(source):
    document = original_submitted(source)
    workflow.publish(document, source, second_chief(), is_minor=True)
    return document


def original_restored(source):
    document = original_republished(source)
    first = document.revisions.filter(language_code=source).order_by("number").first()
    workflow.restore(document, source, chief(), first)
    go_live(document, source)
    return document


def original_restored_and_not_published(source):
    document = original_republished(source)
    first = document.revisions.filter(language_code=source).order_by("number").first()
    workflow.restore(document, source, chief(), first)
    return document


def never_compared(source):
    document = translated(source)
    Revision.objects.filter(document=document, language_code=other(source)).update(source_revision=None)
    return document


def never_compared_with_a_draft(source):
    document = translated_while_the_original_is_a_draft(source)
    Revision.objects.filter(document=document, language_code=other(source)).update(source_revision=None)
    return document


def settled(source):
    document = original_republished(source)
    workflow.mark_up_to_date(document, other(source), chief(), source_text(document))
    return document


def settled_and_changed_again(source):
    return republished(settled(source), title="And again")


def settled_with_what_was_shown_before_it_changed_again(source):
    document = original_republished(source)
    shown = source_text(document)
    republished(document, title="And again")
    workflow.mark_up_to_date(document, other(source), chief(), shown)
    return document


def in_the_bin(source):
    document = original_republished(source)
    Document.objects.filter(pk=document.pk).update(binned_at=timezone.now())
    return document


SITUATIONS = {
    not_translated: MISSING,
    not_translated_and_a_draft: MISSING,
    without_any_words: MISSING,
    being_translated: IN_PROGRESS,
    translated_while_the_original_is_a_draft: IN_PROGRESS,
    published_before_the_original: UP_TO_DATE,
    translation_in_review: UP_TO_DATE,
    translation_returned: IN_PROGRESS,
    translation_live: UP_TO_DATE,
    translation_scheduled: UP_TO_DATE,
    translation_withdrawn: UP_TO_DATE,
    translation_live_and_written_further: IN_PROGRESS,
    original_written_further: UP_TO_DATE,
    original_submitted: OUT_OF_DATE,
    original_submitted_and_returned: UP_TO_DATE,
    original_scheduled: OUT_OF_DATE,
    original_scheduled_and_cancelled: UP_TO_DATE,
    original_republished: OUT_OF_DATE,
    original_republished_over_a_translation_in_progress: OUT_OF_DATE,
    original_republished_over_a_translation_in_review: OUT_OF_DATE,
    original_republished_with_a_better_translation_of_the_old: OUT_OF_DATE,
    original_republished_at_another_address: UP_TO_DATE,
    original_withdrawn_after_a_change: UP_TO_DATE,
    original_changed_slightly: UP_TO_DATE,
    original_changed_slightly_twice: UP_TO_DATE,
    original_changed_slightly_and_then_really: OUT_OF_DATE,
    original_changed_slightly_later: UP_TO_DATE,
    original_changed_slightly_after_review: UP_TO_DATE,
    original_restored: UP_TO_DATE,
    original_restored_and_not_published: OUT_OF_DATE,
    never_compared: OUT_OF_DATE,
    never_compared_with_a_draft: IN_PROGRESS,
    settled: UP_TO_DATE,
    settled_and_changed_again: OUT_OF_DATE,
    settled_with_what_was_shown_before_it_changed_again: OUT_OF_DATE,
    in_the_bin: OUT_OF_DATE,
}
