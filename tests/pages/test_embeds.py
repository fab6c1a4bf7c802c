"""The card of a decision that other sites may frame, and oEmbed, by which their programs find it."""

from datetime import date
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from publishing import workflow
from publishing.models import SiteSettings
from resolutions.followup import record_status_update
from resolutions.models import Status
from tests.factories import (
    chief,
    draft_over_live,
    go_live,
    make_article,
    make_decision,
    make_event,
    make_recommendation,
    write,
)
from tests.pages.hidden import make_hidden
from tests.pages.reading import Page, get

pytestmark = pytest.mark.django_db
ROOT = "http://testserver"


def make_academy(**facts):
    return make_decision(
        ar={"title": "إنشاء أكاديمية", "slug": "أكاديمية", "summary": "موجز القرار."},
        en={"title": "An academy & more", "slug": "academy", "summary": "What was decided."},
        live=True,
        **facts,
    )


def ask(client, url, status=200, **asked):
    response = client.get("/oembed/", {"url": url, **asked})
    assert response.status_code == status, (url, asked, response.status_code)
    assert response["X-Robots-Tag"] == "noindex"
    return response


# ---- The card


WORDS = {
    "ar": ["قرار", "إنشاء أكاديمية", "تم الاعتماد", "موجز القرار.", "تاريخ الاعتماد: 22 ديسمبر 2024",
           "اقرأ النص في الملتقى المقدسي"],
    "en": ["Decision", "An academy & more", "Adopted", "What was decided.", "Adopted on 22 December 2024",
           "Read at Maqdisi Forum"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "words"), WORDS.items())
def test_the_card_says_what_was_decided_and_leads_to_the_page(client, language, words):
    decision = make_academy()
    response = client.get(f"/embed/{decision.pk}/{language}/", headers={"accept-language": "ar"})
    page = Page(response.content.decode())
    assert page.language == (language, {"ar": "rtl", "en": "ltr"}[language])
    assert [word for word in [*words, decision.reference] if word not in page.main] == []
    own = {"ar": "/ar/decisions/أكاديمية/", "en": "/en/decisions/academy/"}[language]
    assert set(page.links) == {f"{ROOT}{own}"}
    assert page.canonical == [f"{ROOT}{quote(own)}"]
    # Links lead out of the frame, and nothing runs in it.
    assert [attrs for attrs, _words in page.all("base")] == [{"target": "_blank"}]
    assert (page.all("script"), page.is_indexed, response["X-Robots-Tag"]) == ([], False, "noindex")
    assert response["Content-Language"] == language


def test_the_card_alone_may_be_framed(client):
    decision = make_academy()
    card, page = client.get(f"/embed/{decision.pk}/en/"), client.get("/en/decisions/academy/")
    assert "frame-ancestors *" in card["Content-Security-Policy"]
    assert "X-Frame-Options" not in card
    assert ("frame-ancestors 'none'" in page["Content-Security-Policy"], page["X-Frame-Options"]) == (
        True,
        "DENY",
    )


def test_a_card_that_was_overtaken_says_so(client):
    overtaken, recommendation = make_academy(), make_recommendation(live=True)
    for document in (overtaken, recommendation):
        record_status_update(
            document, chief(), Status.SUPERSEDED, date(2025, 3, 1), note_en="Another one was adopted.",
            superseded_by=make_decision(live=True),
        )  # fmt: skip
    words = get(f"/embed/{overtaken.pk}/en/").main
    assert ("Superseded" in words, "A later decision has taken its place." in words) == (True, True)
    assert "What was decided." not in words
    assert "حلّت محلها توصية لاحقة." in get(f"/embed/{recommendation.pk}/ar/").main
    assert "حلّ محله قرار لاحق." in get(f"/embed/{overtaken.pk}/ar/").main


def test_a_card_shows_what_is_public_and_nothing_else(client):
    event = make_event(live=True)
    live = make_hidden(make_decision, event=event)
    for pk in {*event.resolutions.values_list("pk", flat=True), make_article(live=True).pk, 2**70}:
        page = get(f"/embed/{pk}/en/", status=200 if pk == live.pk else 404)
        assert ("Public" in page.main, "secret" in page.html) == (pk == live.pk, False)
        # Also what is not there any more may be framed: the site around it should not show a broken frame.
        assert ("This text is not public any more." in page.main) == (pk != live.pk)
    response = client.get(f"/embed/{2**70}/ar/")
    assert ("frame-ancestors *" in response["Content-Security-Policy"], "X-Frame-Options" in response) == (
        True,
        False,
    )


def test_a_card_in_a_language_without_a_translation_is_that_of_the_original():
    decision = make_decision(ar={"title": "بالعربية", "slug": "بالعربية"}, en=False, live=True)
    page = get(f"/embed/{decision.pk}/en/")
    assert (page.language, set(page.links)) == (("ar", "rtl"), {f"{ROOT}/ar/decisions/بالعربية/"})


# ---- oEmbed


def test_the_page_of_a_decision_leads_to_its_oembed_and_that_to_its_card(client):
    decision = make_academy()
    for language, title in (("ar", "إنشاء أكاديمية"), ("en", "An academy & more")):
        slug = {"ar": "أكاديمية", "en": "academy"}[language]
        page = get(f"/{language}/decisions/{slug}/")
        links = {
            attrs["type"]: attrs for attrs, _words in page.all("link", rel="alternate") if "type" in attrs
        }
        told = client.get(links["application/json+oembed"]["href"])
        assert (told["Content-Type"], told["Access-Control-Allow-Origin"]) == ("application/json", "*")
        told = told.json()
        card = f"{ROOT}/embed/{decision.pk}/{language}/"
        assert {name: told[name] for name in ("version", "type", "title", "provider_url", "width", "height")} == {
            "version": "1.0", "type": "rich", "title": title, "provider_url": f"{ROOT}/", "width": 600, "height": 320,
        }  # fmt: skip
        assert told["provider_name"] == {"ar": "الملتقى المقدسي", "en": "Maqdisi Forum"}[language]
        ((frame, _words),) = Page(told["html"]).all("iframe")
        assert (frame["src"], frame["title"]) == (card, f"{decision.reference} {title}")
        assert told["thumbnail_url"] == page.all("meta", property="og:image")[0][0]["content"]

        as_xml = client.get(links["text/xml+oembed"]["href"])
        assert as_xml["Content-Type"] == "text/xml; charset=utf-8"
        tree = ElementTree.fromstring(as_xml.content)
        assert {child.tag: child.text for child in tree} == {name: str(value) for name, value in told.items()}
    assert get("/en/news/").all("link", type="application/json+oembed") == []


def test_every_address_of_a_decision_is_known(client):
    decision, recommendation = make_academy(), make_recommendation(en={"slug": "advice"}, live=True)
    write(decision, "en", slug="the-academy")
    go_live(decision, "en")
    known = {
        "/en/decisions/the-academy/": decision,
        "/en/decisions/academy/": decision,
        "/en/decisions/academy/?utm=1#top": decision,
        f"/ar/decisions/{quote('أكاديمية')}/": decision,
        "/ar/decisions/أكاديمية/": decision,
        f"/d/{decision.pk}/": decision,
        f"/embed/{decision.pk}/en/": decision,
        "/en/recommendations/advice/": recommendation,
    }
    for path, document in known.items():
        for root in (ROOT, "https://TESTSERVER"):
            assert f"/embed/{document.pk}/" in ask(client, root + path).json()["html"], path


def test_a_frame_is_no_larger_than_what_is_asked_for(client):
    make_academy()
    url = f"{ROOT}/en/decisions/academy/"
    sizes = {("300", "200"): (300, 200), ("10000", "99"): (600, 99), ("5", ""): (5, 420),
             ("0", ""): (1, 420), ("-1", "٣٠٠"): (600, 320),
             ("9" * 5000, "1e3"): (600, 320)}  # fmt: skip
    for (width, height), expected in sizes.items():
        told = ask(client, url, maxwidth=width, maxheight=height).json()
        assert (told["width"], told["height"]) == expected
        assert f'width="{expected[0]}" height="{expected[1]}"' in told["html"]


def test_what_is_no_public_decision_of_this_site_is_not_found(client):
    decision = make_decision(en={"slug": "secret-plan"})
    make_article(en={"slug": "news"}, live=True)
    gone = make_academy()
    draft_over_live(gone, "en", title="Newer", slug="newer")
    assert "Newer" not in ask(client, f"{ROOT}/en/decisions/academy/").content.decode()
    workflow.withdraw(gone, "en", chief())
    workflow.withdraw(gone, "ar", chief())
    unknown = [
        "", "academy", "//", "http://", "http://[", f"{ROOT}", f"{ROOT}/", "https://elsewhere.example/en/decisions/academy/",
        f"{ROOT}.elsewhere.example/en/decisions/academy/", f"{ROOT}@elsewhere.example/en/decisions/academy/",
        f"ftp://testserver/d/{gone.pk}/", "javascript:alert(1)", f"{ROOT}/en/decisions/academy/", f"{ROOT}/d/{gone.pk}/",
        f"{ROOT}/d/{decision.pk}/", f"{ROOT}/en/decisions/secret-plan/", f"{ROOT}/en/decisions/newer/", f"{ROOT}/en/news/news/",
        f"{ROOT}/d/{2**70}/", f"{ROOT}/embed/{2**70}/en/", f"{ROOT}/admin/", f"{ROOT}/fr/decisions/x/",
        f"{ROOT}/en/decisions/\x00/",
        f"{ROOT}/en/decisions/%00/", f"{ROOT}/en/decisions/%ff%fe/", f"{ROOT}/{'x' * 5000}", "ا" * 3000,
    ]  # fmt: skip
    for url in unknown:
        ask(client, url, status=404)
    assert client.get("/oembed/").status_code == 404
    for form in ("yaml", "", "JSON", "x" * 3000):
        assert client.get("/oembed/", {"url": f"{ROOT}/d/1/", "format": form}).status_code == 501
    assert client.post("/oembed/").status_code == 405


def test_queries_of_an_embed(client, django_assert_num_queries):
    """The text with its facts, and the settings of the site; what was at an address is asked for first."""
    SiteSettings.objects.create(name_en="Our forum")
    decision = make_academy()
    with django_assert_num_queries(2):
        client.get(f"/embed/{decision.pk}/en/")
    with django_assert_num_queries(3):
        assert ask(client, f"{ROOT}/en/decisions/academy/").json()["provider_name"] == "Our forum"
