"""/sitemap.xml and /robots.txt, as a search engine reads them."""

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from forum_site import sitemaps
from people.models import Person
from publishing import workflow
from resolutions.models import Academy, Committee, CommitteeMember
from tests import factories
from tests.factories import (
    MAKERS,
    chief,
    make_article,
    make_decision,
    make_event,
    make_person,
    make_recommendation,
    make_session,
    make_topic,
)
from tests.pages.hidden import make_hidden

pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
LISTS = {
    f"/{code}/{path}"
    for code in ("ar", "en")
    for path in (
        "",
        "news/",
        "events/",
        "decisions/",
        "recommendations/",
        "topics/",
        "open-data/",
        "follow-up/",
    )
}


def sitemap(client):
    """{path: (the day of the last change, {language: path})}"""
    response = client.get("/sitemap.xml")
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    found = {}
    for url in ElementTree.fromstring(response.content).iter(f"{MAP}url"):
        alternates = {link.get("hreflang"): path_of(link.get("href")) for link in url.iter(LINK)}
        found[path_of(url.findtext(f"{MAP}loc"))] = (url.findtext(f"{MAP}lastmod"), alternates)
    return found


def path_of(address):
    assert address.startswith("http://testserver/")
    return unquote(address.removeprefix("http://testserver"))


def test_an_empty_site_has_its_lists_with_both_languages(client):
    found = sitemap(client)
    assert set(found) == LISTS
    assert found["/en/news/"] == (None, {"ar": "/ar/news/", "en": "/en/news/", "x-default": "/ar/news/"})


def test_each_kind_is_listed_with_the_slug_of_each_language(client):
    event = make_event(ar={"slug": "ملتقى"}, en={"slug": "forum"}, live=True)
    facts = {"session": {"event": event}, "decision": {"event": event}, "recommendation": {"event": event}}
    for kind, make in MAKERS.items():
        if kind != "event":
            make(ar={"slug": "عربي"}, en={"slug": "english"}, live=True, **facts.get(kind, {}))
    found = sitemap(client)
    kinds = ("sessions", "decisions", "recommendations", "news", "pages")
    expected = {f"/ar/{kind}/عربي/" for kind in kinds} | {f"/en/{kind}/english/" for kind in kinds}
    expected |= {
        "/ar/events/ملتقى/",
        "/en/events/forum/",
        "/ar/events/ملتقى/programme/",
        "/en/events/forum/programme/",
        "/ar/events/ملتقى/follow-up/",
        "/en/events/forum/follow-up/",
    }
    assert set(found) - LISTS == expected
    today = timezone.localdate().isoformat()
    assert found["/en/news/english/"] == (
        today,
        {"ar": "/ar/news/عربي/", "en": "/en/news/english/", "x-default": "/ar/news/عربي/"},
    )
    assert found["/ar/events/ملتقى/programme/"][1] == {
        "ar": "/ar/events/ملتقى/programme/",
        "en": "/en/events/forum/programme/",
        "x-default": "/ar/events/ملتقى/programme/",
    }
    lists = ("/ar/", "/en/", "/ar/news/", "/en/decisions/", "/ar/follow-up/", "/en/follow-up/")
    assert {found[path][0] for path in lists} == {today}


def test_an_event_has_an_overview_where_something_of_it_is_live(client):
    decided, drafted, nothing = (
        make_event(ar=None, en={"slug": name}, live=True) for name in ("decided", "drafted", "nothing")
    )
    make_recommendation(decided, ar="توصية", en=None, live=True)
    make_decision(drafted)
    found = {
        path: alternates for path, (_day, alternates) in sitemap(client).items() if "/follow-up/" in path
    }
    assert {path for path in found if "/events/" in path} == {"/en/events/decided/follow-up/"}
    assert found["/en/events/decided/follow-up/"] == {}
    assert nothing.pk


def test_what_a_decision_set_up_is_listed_where_it_is(client):
    both, alone, nothing = (make_decision(ar={"slug": f"ق-{name}"}, en={"slug": name} if name != "alone" else None, live=True)
                            for name in ("both", "alone", "nothing"))  # fmt: skip
    draft = make_decision(ar={"slug": "مسودة"}, en={"slug": "draft"})
    for decision in (both, alone, draft):
        Committee.objects.create(decision=decision, name_ar="لجنة", name_en="Committee")
    Academy.objects.create(decision=both, name_ar="أكاديمية", name_en="Academy")
    found = {path: alternates for path, (_day, alternates) in sitemap(client).items() if path.count("/") == 5}
    arabic, english = "/ar/decisions/ق-both", "/en/decisions/both"
    pairs = {
        part: {"ar": f"{arabic}/{part}/", "en": f"{english}/{part}/", "x-default": f"{arabic}/{part}/"}
        for part in ("committee", "academy")
    }
    assert {path: found[path] for path in found if "/events/" not in path} == {
        f"{arabic}/committee/": pairs["committee"],
        f"{english}/committee/": pairs["committee"],
        f"{arabic}/academy/": pairs["academy"],
        f"{english}/academy/": pairs["academy"],
        "/ar/decisions/ق-alone/committee/": {},
    }
    assert {client.get(path).status_code for path in found} == {200}
    assert nothing.pk


def test_a_text_in_one_language_has_no_alternates(client):
    make_article(ar={"slug": "خبر"}, en=False, live=True)
    half = make_article(ar={"slug": "نصف"}, en={"slug": "half"}, live=True)
    workflow.withdraw(half, "ar", chief())
    make_article(ar={"slug": "منشور"}, en={"slug": "draft"}, live=False)
    found = sitemap(client)
    assert set(found) - LISTS == {"/ar/news/خبر/", "/en/news/half/"}
    assert found["/ar/news/خبر/"][1] == found["/en/news/half/"][1] == {}


@pytest.mark.parametrize("kind", MAKERS)
def test_only_what_is_live_is_listed(client, kind):
    facts = {"event": make_event()} if kind in ("session", "decision", "recommendation") else {}
    live = make_hidden(MAKERS[kind], **facts)
    expected = {unquote(text.address_in(text.language_code)) for text in live.revisions.live()}
    # An event has its programme beside it.
    found = {path.removesuffix("programme/") for path in sitemap(client)}
    assert len(expected) == 2
    assert found - LISTS == expected


def test_every_address_of_the_map_answers(client):
    person, topic = make_person(), make_topic()
    make_session(live=True, people=[person], topics=[topic])
    make_article(ar="خبر", en=False, live=True)
    found = sitemap(client)
    named = set(found) | {path for _day, alternates in found.values() for path in alternates.values()}
    assert len(named) == len(LISTS) + 11
    assert {path: client.get(path).status_code for path in named} == dict.fromkeys(named, 200)


def test_people_and_topics_are_listed_with_what_is_live_about_them(client):
    speaker, member, unannounced = make_person(), make_person(), make_person()
    used, unused = make_topic(), make_topic()
    make_session(live=True, people=[speaker], topics=[used])
    decision = make_decision(live=True)
    Committee.objects.create(decision=decision, name_ar="لجنة", name_en="Committee")
    CommitteeMember.objects.create(decision=decision, person=member)
    # Without a committee nobody sits in it.
    CommitteeMember.objects.create(decision=make_decision(live=True), person=unannounced)
    make_session(people=[unannounced], topics=[unused])
    listed = sitemap(client)
    found = {path for path in listed if path.split("/")[2] in ("people", "topics")} - LISTS
    people = {f"/ar/people/{person.slug_ar}/" for person in (speaker, member)}
    people |= {f"/en/people/{person.slug_en}/" for person in (speaker, member)}
    assert Person.objects.count() == 3
    topics = {f"/ar/topics/{used.slug_ar}/", f"/en/topics/{used.slug_en}/"}
    assert found == people | topics
    today = timezone.localdate().isoformat()
    about = {f"/ar/people/{speaker.slug_ar}/", f"/en/people/{speaker.slug_en}/"} | topics
    assert {listed[path][0] for path in about} == {today}
    # Nobody knows when the committee was named: better no date than a wrong one.
    assert {listed[path][0] for path in people - about} == {None}


def test_a_large_site_is_an_index_of_files(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_TEXTS", 3)
    monkeypatch.setattr(sitemaps, "KEYS", 1)
    small = sitemap(client)
    topic = make_topic()
    articles = [make_article(live=True, topics=[topic]), make_article(live=True)]
    event = make_event(live=True)
    whole = ("lists", *(article.pk for article in articles), event.pk)
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    files = [place.text for place in index.iter(f"{MAP}loc")]
    assert files == [f"http://testserver/sitemap.xml?p={part}" for part in whole]
    lists, *parts = ({path_of(place.text) for place in ElementTree.fromstring(client.get(file).content).iter(f"{MAP}loc")}
                     for file in files)  # fmt: skip
    assert lists == set(small) | {f"/ar/topics/{topic.slug_ar}/", f"/en/topics/{topic.slug_en}/"}
    expected = [
        {unquote(text.address_in(text.language_code)) for text in thing.revisions.live()}
        for thing in (*articles, event)
    ]
    expected[-1] |= {f"{path}programme/" for path in expected[-1]}
    assert parts == expected
    for wrong in ("0", str(event.pk + 1), "-1", "x", "٠", "1\x00", "9" * 5000):
        assert client.get("/sitemap.xml", {"p": wrong}).status_code == 404


def test_a_small_site_has_no_parts(client):
    make_article(live=True)
    assert {client.get("/sitemap.xml", {"p": wrong}).status_code for wrong in ("lists", "0", "1")} == {404}


@pytest.mark.parametrize("number", [1, 3])
def test_a_part_makes_as_few_queries_as_it_needs(client, django_assert_num_queries, monkeypatch, number):
    monkeypatch.setattr(sitemaps, "MOST_TEXTS", 1)
    made = [make_article(live=True) for _each in range(number)]
    with django_assert_num_queries(1):
        client.get("/sitemap.xml")
    with django_assert_num_queries(4):
        assert client.get("/sitemap.xml", {"p": made[0].pk // sitemaps.KEYS}).status_code == 200
    with django_assert_num_queries(5):
        assert client.get("/sitemap.xml?p=lists").status_code == 200


def test_an_unchanged_map_is_not_sent_twice(client):
    etag = client.get("/sitemap.xml")["ETag"]
    assert client.get("/sitemap.xml", headers={"if-none-match": etag}).status_code == 304
    make_article(live=True)
    assert client.get("/sitemap.xml", headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_documents(client, django_assert_num_queries, number):
    for _each in range(number):
        make_session(live=True, people=[make_person()], topics=[make_topic()])
        make_article(live=True)
        Committee.objects.create(decision=make_decision(live=True), name_ar="لجنة", name_en="Committee")
    factories.go_live(make_article(ar="عربي", en=False))
    with django_assert_num_queries(8):
        client.get("/sitemap.xml")


def test_robots_are_told_where_not_to_look(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nDisallow: /accounts/\nDisallow: /shared/\nDisallow: /oembed/\n"
        "Disallow: /ar/search/\nDisallow: /ar/_components/\nDisallow: /en/search/\nDisallow: /en/_components/\n"
        "\nSitemap: http://testserver/sitemap.xml\n"
    )
