"""What all pages share is drawn once while the content version holds: {% remembered %} and {% icon %}."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from publishing import moments
from publishing.content_version import reading_version
from tests.factories import make_article
from tests.pages.reading import get

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("page_cache")]


class Word:
    """Says how often it was asked for."""

    def __init__(self):
        self.asked = 0

    def __str__(self):
        self.asked += 1
        return f"<word {self.asked}>"


def drawn(word, route="a"):
    source = '{% load multaqa %}{% remembered "a word" route %}{{ word }} {{ route }}{% end_remembered %}'
    return Template(source).render(Context({"word": word, "route": route}))


def test_it_is_drawn_once_for_each_language_and_value_and_stays_escaped():
    word = Word()
    with reading_version():
        for language, route, expected in (
            ("ar", "a", "&lt;word 1&gt; a"),
            ("ar", "a", "&lt;word 1&gt; a"),
            ("en", "a", "&lt;word 2&gt; a"),
            ("en", "b", "&lt;word 3&gt; b"),
            ("ar", "a", "&lt;word 1&gt; a"),
        ):
            with override(language):
                assert drawn(word, route) == expected


def test_it_is_drawn_anew_after_a_publication():
    word = Word()
    with reading_version():
        drawn(word), drawn(word)
    make_article(live=True)
    with reading_version():
        assert drawn(word) == "&lt;word 2&gt; a"


def test_without_a_version_and_in_the_preview_of_a_day_it_is_drawn_each_time(clock):
    word = Word()
    drawn(word), drawn(word)
    assert word.asked == 2
    with reading_version(), moments.as_at(clock.after(days=1)):
        drawn(word), drawn(word)
    assert word.asked == 4


@pytest.mark.parametrize(
    ("language", "news", "events"), [("ar", "الأخبار", "الفعاليات"), ("en", "News", "Events")]
)
def test_the_menu_marks_where_each_page_stands(language, news, events):
    """The menu is remembered by route: what one page shows is not what the next one does."""
    for path, marked in (
        ("news/", news),
        ("events/", events),
        ("topics/", None),
        ("news/", news),
        ("", None),
    ):
        current = get(f"/{language}/{path}").words_of("a", **{"aria-current": "page"})
        assert current == ([marked] if marked else []), path


def typed(path):
    """What stands in the search box at the head of a page."""
    ((attrs, _words),) = get(path).all("input", id="q-head")
    return attrs["value"]


def test_what_was_searched_for_is_in_the_form_of_that_page_only():
    make_article(ar=None, en="Olives", live=True)
    for query, value in (("olives", "olives"), ("", ""), ("pomegranate", "pomegranate")):
        assert typed(f"/en/search/?q={query}") == value
    assert typed("/en/news/") == ""
