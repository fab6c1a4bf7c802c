"""The page of a topic: documents of every kind about it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import MAKERS, go_live, make_article, make_page, make_topic
from tests.pages.reading import absolute, get, moved

pytestmark = pytest.mark.django_db
PATHS = {"ar": "/ar/topics/القدس/", "en": "/en/topics/jerusalem/"}


@pytest.fixture
def topic():
    return make_topic(
        name_ar="القدس", name_en="Jerusalem", description_ar="عن القدس.", description_en="About Jerusalem."
    )


@pytest.mark.parametrize(("language", "other", "direction"), [("ar", "en", "rtl"), ("en", "ar", "ltr")])
def test_its_name_and_its_languages(topic, language, other, direction):
    make_article(topics=[topic], live=True)
    page = get(PATHS[language])
    assert page.language == (language, direction)
    assert page.words_of("h1") == [topic.name_ar if language == "ar" else topic.name_en]
    assert (topic.description_ar if language == "ar" else topic.description_en) in page.main
    assert page.switch == PATHS[other]
    assert page.alternates == {code: absolute(path) for code, path in PATHS.items()}
    assert moved(f"/{language}{PATHS[other][3:]}") == PATHS[language]


def test_one_with_nothing_public_is_not_for_search_engines(topic):
    make_article(topics=[topic])
    page = get(PATHS["ar"])
    assert not page.is_indexed
    assert len(page.all("div", klass="empty")) == 1


def test_documents_of_every_kind_in_the_readers_language_or_their_own(topic):
    for kind, make in MAKERS.items():
        make(ar=f"{kind} عربي", en=f"{kind} in English", topics=[topic], live=True)
        make(ar=f"{kind} بلا ترجمة", en=None, topics=[topic], live=True)
        make(en=f"{kind} in the making", topics=[topic])
        make(en=f"{kind} of no topic", live=True, **({"is_in_menu": False} if kind == "page" else {}))
    pages = [get(PATHS["en"]), *([get(f"{PATHS['en']}?page=2")] if len(MAKERS) * 2 > 12 else [])]
    seen = {words for page in pages for words in page.links.values() if words.startswith(tuple(MAKERS))}
    assert seen == {f"{kind} in English" for kind in MAKERS} | {f"{kind} بلا ترجمة" for kind in MAKERS}


def test_the_latest_first(topic):
    now = timezone.now()
    for days, title in ((1, "New"), (9, "Old")):
        go_live(make_article(ar=None, en=title, topics=[topic]), at=now - timedelta(days=days))
    links = list(get(PATHS["en"]).links.values())
    assert [words for words in links if words in ("New", "Old")] == ["New", "Old"]


def test_pages(topic):
    for _number in range(13):
        make_article(ar=None, topics=[topic], live=True)
    assert [href for href in get(PATHS["en"]).links if href.startswith("?")] == ["?page=2"]
    get(f"{PATHS['en']}?page=2")
    get(f"{PATHS['en']}?page=3", 404)


@pytest.mark.parametrize(
    ("language", "heading", "counts"),
    [("ar", "الموضوعات", ["نص واحد", "3 نصوص"]), ("en", "Topics", ["1 text", "3 texts"])],
)
def test_the_list_names_the_topics_that_lead_somewhere(
    topic, language, heading, counts, django_assert_num_queries
):
    path, hidden = f"/{language}/topics/", make_topic(name_ar="خفي", name_en="Hidden")
    make_article(en="A draft", topics=[topic, hidden])
    page = get(path)
    assert (page.words_of("h1"), page.words_of("li", klass="topic")) == ([heading], [])
    assert len(page.all("div", klass="empty")) == 1
    make_article(topics=[topic], live=True)
    with django_assert_num_queries(3):
        assert counts[0] in get(path).main
    for _number in range(2):
        make_article(en=None, topics=[topic, make_topic()], live=True)
    with django_assert_num_queries(3):
        page = get(path)
    assert counts[1] in page.words_of("li", klass="topic")[0]
    assert page.links[PATHS[language]] == (topic.name_ar if language == "ar" else topic.name_en)
    assert not {"خفي", "Hidden"} & set(page.links.values())
    assert page.alternates == {code: absolute(f"/{code}/topics/") for code in ("ar", "en")}


def test_queries(topic, django_assert_num_queries):
    for _rows in range(3):
        for make in MAKERS.values():
            make(topics=[topic], live=True)
        with django_assert_num_queries(5):
            get(PATHS["en"])
        make_page(live=True)
