"""/{lang}/search/?q=: which texts are found, in which order, and where a reference leads."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.contrib import admin
from django.utils import timezone

from publishing import workflow
from publishing.models import PublicText
from search import models
from search.models import SearchEntry, add_missing_entries
from tests.factories import (
    MAKERS,
    chief,
    go_live,
    make_article,
    make_decision,
    make_event,
    make_page,
    make_recommendation,
    write,
)
from tests.pages.hidden import SECRET, make_hidden

pytestmark = pytest.mark.django_db


def search(client, query, language="ar", **parameters):
    response = client.get(f"/{language}/search/", {"q": query, **parameters})
    assert response.status_code == 200
    return response


def found(client, query, language="ar", **parameters):
    return [text.title for text in search(client, query, language, **parameters).context["page_obj"]]


def test_nothing_asked_is_the_form_alone(client):
    make_article(live=True)
    for address in ("/ar/search/", "/en/search/", "/ar/search/?q=", "/ar/search/?q=+%20"):
        context = client.get(address).context
        assert (context["query"], context["page_obj"], context["total"], context["noindex"]) == (
            "",
            None,
            0,
            True,
        )


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_is_found_in_its_language(client, kind):
    facts = {"event": make_event()} if kind in ("session", "decision", "recommendation") else {}
    MAKERS[kind](ar="زيتونة نادرة", en="A rare olive tree", live=True, **facts)
    assert found(client, "زيتونة") == ["زيتونة نادرة"]
    assert found(client, "olive", "en") == ["A rare olive tree"]
    assert "A rare olive tree" in search(client, "olive", "en").content.decode()
    assert found(client, "olive") == found(client, "زيتونة", "en") == []


def test_every_word_must_be_there_anywhere_in_the_text(client):
    words = {
        "title": "القدس",
        "kicker": "تقرير",
        "summary": "موجز",
        "byline": "الهيئة",
        "dateline": "إسطنبول",
    }
    make_article(ar=words | {"body": "<p>متن عن <em>العمران</em></p>"}, en=False, live=True)
    make_article(ar="القدس وحدها", en=False, live=True)
    assert found(client, "اسطنبول العمران الهيئة موجز تقرير القدس") == ["القدس"]
    assert found(client, "القدس em") == []


SPELLINGS = [
    ("الاسره", "الأسرة"), ("مستشفي", "مستشفى"), ("المراه", "المرأة"), ("انصار", "أنصار"), ("قدس", "قُدْس"),
    ("القدس", "القـــدس"), ("٢٠٢٤", "2024"), ("مؤاخاه", "المؤاخاة"), ("قرار", "القرارات"), ("شباب", "والشباب"),
    ("muakhat", "Mu’akhat"), ("JERUSALEM", "jerusalem"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "written"), SPELLINGS)
def test_the_spelling_does_not_matter(client, typed, written):
    make_article(ar=f"خبر {written} هنا", en=False, live=True)
    assert found(client, typed) == [f"خبر {written} هنا"]


def test_a_latin_word_is_looked_for_at_the_beginning_of_words(client):
    make_article(ar=False, en="The artists", live=True)
    make_article(ar=False, en="A party", live=True)
    assert found(client, "art", "en") == ["The artists"]


def test_hits_in_the_title_come_first_then_the_newest(client):
    now = timezone.now()
    for days, title, body in (
        (4, "زيتون أول", ""),
        (3, "ثان", "زيتون"),
        (2, "زيتون ثالث", ""),
        (1, "رابع", "زيتون"),
    ):
        article = make_article(ar={"title": title, "body": f"<p>متن {body}</p>"}, en=False)
        go_live(article, "ar", at=now - timedelta(days=days))
    assert found(client, "زيتون") == ["زيتون ثالث", "زيتون أول", "رابع", "ثان"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_only_what_is_live_is_found(client, language):
    make_hidden(make_article)
    event = make_event()
    make_hidden(make_decision, event=event)
    assert found(client, SECRET[language], language) == []
    assert (
        found(client, {"ar": "علني", "en": "Public"}[language], language)
        == [{"ar": "علني", "en": "Public"}[language]] * 2
    )
    assert SECRET[language] not in search(client, "النص text", language).content.decode()


def test_what_changes_is_found_at_once_and_what_is_withdrawn_is_not(client):
    article = make_article(ar="عنوان قديم", en=False, live=True)
    assert found(client, "قديم") == ["عنوان قديم"]
    write(article, "ar", title="عنوان جديد")
    assert (found(client, "جديد"), found(client, "قديم")) == ([], ["عنوان قديم"])
    go_live(article, "ar")
    assert (found(client, "جديد"), found(client, "قديم")) == (["عنوان جديد"], [])
    workflow.withdraw(article, "ar", chief())
    assert found(client, "عنوان") == []


def test_hits_in_the_other_language_are_counted(client):
    make_article(ar="2024", en="2024", live=True)
    make_article(ar=False, en="2024 again", live=True)
    context = search(client, "2024").context
    assert (context["total"], context["other_total"]) == (1, 2)


def test_results_come_in_pages(client):
    for number in range(13):
        make_page(ar=f"صفحة {number}", en=False, live=True)
    assert (len(found(client, "صفحة")), len(found(client, "صفحة", page=2))) == (12, 1)
    assert search(client, "صفحة", page=2).context["total"] == 13
    assert [
        client.get("/ar/search/", {"q": "صفحة", "page": page}).status_code
        for page in ("0", "3", "x", "99999")
    ] == [404] * 4


@pytest.mark.parametrize(
    "typed", ["MQF-2024-R1", "mqf-2024-r1", " MQF‑2024‑R1 ", "MQF-٢٠٢٤-R١", "\u200fMQF-2024-R1\u200e"]
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_reference_leads_straight_to_its_page(client, language, typed):
    event = make_event(code="MQF-2024", live=True)
    make_decision(event, live=True)
    make_recommendation(event, ar={"slug": "توصية"}, en={"slug": "advice"}, live=True)
    response = client.get(f"/{language}/search/", {"q": typed})
    expected = {"ar": "/ar/recommendations/توصية/", "en": "/en/recommendations/advice/"}[language]
    assert (response.status_code, unquote(response["Location"])) == (302, expected)


def test_a_number_leads_straight_to_its_page(client):
    article = make_article(ar={"slug": "خبر"}, en=False, live=True)
    for language in ("ar", "en"):
        response = client.get(f"/{language}/search/", {"q": f"#{article.pk}"})
        assert (response.status_code, unquote(response["Location"])) == (302, f"/{language}/news/خبر/")


def test_a_reference_or_number_of_what_is_not_public_leads_nowhere(client):
    draft = make_decision(make_event(code="MQF-2024"))
    for typed in ("MQF-2024-D1", "MQF-2024-D2", f"#{draft.pk}", "#0", "#" + "9" * 18, "#" + "9" * 40):
        assert found(client, typed) == []


def test_the_table_fills_itself_a_part_at_a_time(client, monkeypatch):
    monkeypatch.setattr(models, "BATCH", 2)
    for number in range(3):
        make_article(ar=f"زيتون {number}", en=False, live=True)
    assert len(found(client, "زيتون")) == 2
    assert len(found(client, "زيتون")) == 3
    add_missing_entries()
    assert SearchEntry.objects.count() == PublicText.objects.count() == 3


def test_two_searches_may_fill_the_table_at_once(client):
    make_article(ar="زيتون", en=False, live=True)
    text = PublicText.objects.get()
    entry = models._entry(text)
    add_missing_entries()
    SearchEntry.objects.bulk_create([entry], ignore_conflicts=True)
    assert found(client, "زيتون") == ["زيتون"]


def test_the_table_is_not_at_the_desk():
    assert SearchEntry not in admin.site._registry


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_hits(client, django_assert_num_queries, number):
    event = make_event(ar="ملتقى", live=True)
    for kind, make in MAKERS.items():
        facts = {"event": event} if kind in ("session", "decision", "recommendation") else {}
        for _each in range(number):
            make(ar="زيتون", live=True, **facts)
    search(client, "زيتون")
    with django_assert_num_queries(6):
        assert search(client, "زيتون").context["total"] == 6 * number
