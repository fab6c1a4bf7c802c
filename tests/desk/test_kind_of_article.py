"""The kind of an article says whether its texts want four eyes, so it is no way round them."""

import pytest

from articles.models import Article
from tests.desk.forms import form_address, is_public, press
from tests.factories import chief, go_live, make_article

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

REFUSAL = (
    "You wrote this text last, and texts of this kind are published by somebody else: "
    "let somebody else change the kind of article."
)


def kind_of(article):
    return Article.objects.get(pk=article.pk).article_kind


def test_who_wrote_a_statement_last_does_not_make_it_news_to_publish_it(desk, publisher):
    article = make_article(by=publisher, article_kind="statement")
    answer = press(desk, form_address(article), "_publish", article_kind="news")
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["article_kind"] == [REFUSAL]
    assert (kind_of(article), is_public(article, "ar")) == ("statement", False)


def test_somebody_else_may(desk):
    article = make_article(by=chief(), article_kind="statement")
    assert press(desk, form_address(article), "_continue", article_kind="news").status_code == 302
    assert kind_of(article) == "news"


def test_of_what_is_public_already_the_writer_may(desk, publisher):
    article = make_article(by=publisher, article_kind="statement")
    go_live(article)
    assert press(desk, form_address(article), "_continue", article_kind="report").status_code == 302
    assert kind_of(article) == "report"
