"""Links of a body that lead into the site: which of them lead to something that readers can see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from publishing.links import dead_links
from tests.factories import (
    go_live,
    make_article,
    make_decision,
    make_event,
    make_page,
    make_session,
    make_topic,
    scheduled,
    withdrawn,
    write,
)

pytestmark = pytest.mark.django_db


def links(*hrefs, at=None, release=()):
    """Those of ``hrefs`` in a body that are dead, if the texts in ``release`` go out too."""
    body = "".join(f'<p><a href="{href}">اقرأ</a></p>' for href in hrefs)
    document = make_page(ar={"body": body}, en=False)
    text = document.revisions.get()
    going_out = [document.revisions.filter(language_code=code).last() for document, code in release]
    return dead_links([text], at or timezone.now(), going_out).get(text.pk, [])


def test_links_to_what_readers_see_and_to_nothing():
    article = make_article(ar={"slug": "خبر"}, en={"slug": "news"}, live=True)
    draft = make_article(ar={"slug": "مسودة"}, en=False)
    ended = make_article(ar={"slug": "سحب"}, en=False)
    withdrawn(ended, "ar")
    alive = [
        "/ar/news/خبر/", "/en/news/news/", "/ar/news/%D8%AE%D8%A8%D8%B1/", "/ar/news/خبر", "/ar/news/خبر/#text-a",
        "../../news/خبر/", f"/d/{article.pk}/", "/", "/ar/", "/ar/news/", "/en/search/?q=x", "/ar/news/feed/",
    ]  # fmt: skip
    dead = [
        "/ar/news/مسودة/", "/ar/news/سحب/", "/ar/news/none/", f"/d/{draft.pk}/", f"/d/{ended.pk}/", "/d/99999999/",
        f"/d/{10**30}/", "/ar/nothing/", "/nothing", "/ar/decisions/خبر/", "/tr/news/خبر/", "../none/",
        "/admin/", f"/admin/articles/article/{article.pk}/change/", "/accounts/login/",
    ]  # fmt: skip
    assert links(*alive, *dead) == dead


def test_links_that_lead_elsewhere_are_left_alone(settings):
    settings.SITE_ADDRESS = "https://forum.example"
    elsewhere = [
        "https://example.org/ar/news/none/", "//example.org/x", "mailto:a@example.org", "tel:+90212", "#text-a",
        "/media/files/a.pdf", "/static/img/mark.svg", "http://[", "javascript:alert(1)", "",
    ]  # fmt: skip
    assert links(*elsewhere) == []
    own = ["https://forum.example/ar/news/none/", "//forum.example/ar/news/none/", "http://forum.example/x"]
    assert links(*own, "https://forum.example/ar/", "https://forum.example") == own


def test_links_to_what_is_public_in_the_other_language_or_at_an_old_address():
    article = make_article(ar={"slug": "old"}, en=False, live=True)
    write(article, "ar", slug="new")
    go_live(article)
    assert links("/en/news/new/", "/en/news/old/", "/ar/news/old/", "/ar/news/new/") == []


def test_links_to_every_kind_and_to_topics():
    event = make_event(ar={"slug": "forum"}, en=False, live=True)
    make_session(event, ar={"slug": "panel"}, en=False, live=True)
    make_decision(event, ar={"slug": "decision"}, en=False, live=True)
    make_page(ar={"slug": "about"}, en=False, live=True)
    make_topic(name_ar="القدس", name_en="Jerusalem")
    alive = [
        "/ar/events/forum/", "/ar/events/forum/programme/", "/ar/sessions/panel/", "/ar/decisions/decision/",
        "/ar/pages/about/", "/ar/topics/القدس/", "/en/topics/jerusalem/",
    ]  # fmt: skip
    dead = [
        "/ar/events/none/", "/ar/events/none/programme/", "/ar/sessions/none/", "/ar/decisions/none/",
        "/ar/recommendations/decision/", "/ar/pages/none/", "/ar/topics/none/",
    ]  # fmt: skip
    assert links(*alive, *dead) == dead


def test_links_between_the_texts_of_a_release_and_to_what_comes_in_time():
    together, later = (
        make_article(ar={"slug": "together"}, en=False),
        make_article(ar={"slug": "later"}, en=False),
    )
    moment = timezone.now() + timedelta(days=1)
    scheduled(later, "ar", moment)
    asked = ["/ar/news/together/", f"/d/{together.pk}/", "/ar/news/later/", f"/d/{later.pk}/"]
    assert links(*asked) == asked
    assert links(*asked, release=[(together, "ar")]) == asked[2:]
    assert links(*asked, at=moment) == asked[:2]
