"""A change that was planned as a minor one is one only as long as the plan holds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from publishing import workflow
from publishing.freshness import Freshness, freshness_of
from publishing.models import Document
from tests.factories import chief, go_live, make_article, second_chief, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    """Public in both languages, with a newer Arabic text that is planned as a minor change."""
    article = make_article(live=True)
    write(article, "ar", title="عنوان آخر")
    tomorrow = timezone.now() + timedelta(days=1)
    workflow.schedule(article, "ar", second_chief(), tomorrow, is_minor=True)
    return article


def english(article):
    return freshness_of(Document.objects.get(pk=article.pk), "en")


def test_while_it_is_planned_the_translation_stays_fresh(article):
    assert english(article) == Freshness.UP_TO_DATE


def test_published_instead_without_being_called_minor_it_is_a_change(article):
    go_live(article, "ar")
    assert english(article) == Freshness.OUT_OF_DATE


def test_cancelled_and_submitted_it_is_a_change(article):
    workflow.cancel_schedule(article, "ar", second_chief())
    workflow.submit(article, "ar", chief())
    assert english(article) == Freshness.OUT_OF_DATE
