"""JSON-LD: what every page tells of itself, valid, in its language, and nothing but what its readers see."""

import json
from datetime import date

import pytest

from publishing import workflow
from publishing.models import Kind, SiteSettings
from resolutions.followup import record_status_update
from resolutions.models import Relation, Status
from tests import factories
from tests.factories import (
    make_article,
    make_decision,
    make_event,
    make_image,
    make_organisation,
    make_page,
    make_person,
    make_recommendation,
    make_room,
    make_session,
    make_topic,
    make_venue,
    write,
)
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.reading import Page, get
from tests.pages.structured import complaints_about, nodes_of
from tests.personas import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ROOT = "http://testserver"
ORGANIZATION = {"@type": "Organization", "@id": f"{ROOT}/#organization", "url": f"{ROOT}/"}
EVIL = 'A "title" </script><script>alert(1)</script> & <!-- more'


@pytest.fixture
def forum():
    """One of each kind, in both languages, with all that they can name. {name: what it is}."""
    venue = make_venue(name_ar="المركز", name_en="The centre", address_ar="شارع", address_en="A street")
    person, topic = (
        make_person(name_ar="سعاد", name_en="Suad", portrait=make_image()),
        make_topic(name_en="Waqf"),
    )
    event = make_event(
        ar={"slug": "ملتقى", "title": "الملتقى"}, en={"slug": "forum", "title": "The forum"}, live=True, venue=venue,
        hosts=[make_organisation(name_en="The host", site="https://host.example/")], is_current=True,
    )  # fmt: skip
    session = make_session(
        event, ar={"slug": "ندوة"}, en={"slug": "panel", "title": "A panel"}, live=True, people=[person],
        room=make_room(venue=venue, name_en="Hall 1"),
    )  # fmt: skip
    facts = {"live": True, "topics": [topic], "event": event}
    decision = make_decision(ar={"slug": "قرار"}, en={"slug": "decision"}, session=session, **facts)
    article = make_article(
        ar={"slug": "خبر"}, en={"slug": "news", "title": EVIL, "byline": "The secretariat"}, picture=make_image(),
        resolutions=[decision], **facts,
    )  # fmt: skip
    make_recommendation(ar={"slug": "توصية"}, en={"slug": "recommendation"}, **facts)
    make_page(ar={"slug": "عن"}, en={"slug": "about"}, live=True)
    return {"event": event, "session": session, "decision": decision, "article": article, "person": person,
            "topic": topic}  # fmt: skip


def told_at(path, client=None):
    """{type: node} of the page; what is not valid fails."""
    nodes = nodes_of(get(path, client=client).html)
    assert [complaint for node in nodes for complaint in complaints_about(node)] == [], path
    told = {node["@type"]: node for node in nodes}
    assert len(told) == len(nodes)
    return told


def test_every_page_tells_what_it_is_and_the_way_that_readers_see(forum):
    pages = {
        "": {"WebSite", "Organization"},
        "news/": {"BreadcrumbList"},
        "events/": {"BreadcrumbList"},
        "decisions/": {"Dataset", "BreadcrumbList"},
        "recommendations/": {"Dataset", "BreadcrumbList"},
        "follow-up/": {"Dataset", "BreadcrumbList"},
        "open-data/": {"Dataset", "BreadcrumbList"},
        "topics/": {"BreadcrumbList"},
        "events/%(event)s/": {"Event", "BreadcrumbList"},
        "events/%(event)s/programme/": {"BreadcrumbList"},
        "events/%(event)s/follow-up/": {"Dataset", "BreadcrumbList"},
        "sessions/%(session)s/": {"Event", "BreadcrumbList"},
        "decisions/%(decision)s/": {"CreativeWork", "BreadcrumbList"},
        "recommendations/%(recommendation)s/": {"CreativeWork", "BreadcrumbList"},
        "news/%(article)s/": {"NewsArticle", "BreadcrumbList"},
        "pages/%(page)s/": {"WebPage", "BreadcrumbList"},
        "people/%(person)s/": {"ProfilePage", "BreadcrumbList"},
        "topics/%(topic)s/": {"BreadcrumbList"},
    }
    slugs = {
        "ar": {"event": "ملتقى", "session": "ندوة", "decision": "قرار", "recommendation": "توصية", "article": "خبر",
               "page": "عن", "person": forum["person"].slug_ar, "topic": forum["topic"].slug_ar},
        "en": {"event": "forum", "session": "panel", "decision": "decision", "recommendation": "recommendation",
               "article": "news", "page": "about", "person": forum["person"].slug_en, "topic": forum["topic"].slug_en},
    }  # fmt: skip
    for language, own in slugs.items():
        for path, types in pages.items():
            path = f"/{language}/{path % own}"
            told = told_at(path)
            assert set(told) == types, path
            if "BreadcrumbList" in types:
                items = told["BreadcrumbList"]["itemListElement"]
                assert [item["name"] for item in items] == visible_way(get(path)), path
                assert [item["position"] for item in items] == [*range(1, len(items) + 1)]
                assert items[0]["item"] == f"{ROOT}/{language}/"


def visible_way(page):
    bar = page.html[page.html.index('class="page breadcrumbs"') :]
    return Page(bar[: bar.index("</nav>")]).words_of("li")


def test_an_event_with_its_sessions(forum):
    told = told_at("/en/events/forum/")["Event"]
    assert (told["name"], told["startDate"], told["endDate"]) == ("The forum", "2024-12-21", "2024-12-22")
    assert told["inLanguage"] == ["ar", "tr"]
    assert told["eventStatus"] == "https://schema.org/EventScheduled"
    assert told["organizer"] == [
        {"@type": "Organization", "name": "The host", "url": "https://host.example/"}
    ]
    assert told["location"] == {
        "@type": "Place",
        "name": "The centre",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "A street",
            "addressLocality": "Istanbul",
            "addressCountry": "TR",
        },
    }
    suad = {
        "@type": "Person", "@id": f"{ROOT}/en/people/suad/#person", "name": "Suad", "url": f"{ROOT}/en/people/suad/",
        "jobTitle": "Historian",
    }  # fmt: skip
    assert told["performer"] == [suad]
    (session,) = told["subEvent"]
    assert (session["name"], session["url"]) == ("A panel", f"{ROOT}/en/sessions/panel/")
    # By the clocks of the place, with the offset of that day.
    assert (session["startDate"], session["endDate"]) == (
        "2024-12-21T10:00:00+03:00",
        "2024-12-21T11:00:00+03:00",
    )
    assert (session["location"]["name"], session["location"]["containedInPlace"]["name"]) == (
        "Hall 1",
        "The centre",
    )

    own = told_at("/en/sessions/panel/")["Event"]
    assert own["startDate"] == session["startDate"]
    assert own["performer"] == [suad]
    assert own["organizer"] == ORGANIZATION | {"name": "Maqdisi Forum"}
    assert (own["superEvent"]["name"], own["superEvent"]["startDate"]) == ("The forum", "2024-12-21")


def test_what_is_not_announced_is_no_event(forum):
    make_event(en={"slug": "dates-to-come"}, live=True, starts_on=None, ends_on=None, venue=make_venue())
    make_event(en={"slug": "place-to-come"}, live=True)
    make_session(forum["event"], en={"slug": "time-to-come"}, live=True, starts_at=None, ends_at=None)
    for path in ("events/dates-to-come", "events/place-to-come", "sessions/time-to-come"):
        assert set(told_at(f"/en/{path}/")) == {"BreadcrumbList"}, path
    assert len(told_at("/en/events/forum/")["Event"]["subEvent"]) == 1


def test_an_article_is_told_of_and_its_words_end_no_script(forum):
    page = get("/en/news/news/")
    assert (
        "alert(1)</script>"
        not in page.html.replace("&lt;", "<")[: page.html.index("</head>")].split("ld+json")[1]
    )
    told = told_at("/en/news/news/")["NewsArticle"]
    text = forum["article"].revisions.get(language_code="en")
    assert (told["headline"], told["inLanguage"], told["url"]) == (EVIL, "en", f"{ROOT}/en/news/news/")
    assert told["mainEntityOfPage"] == told["url"]
    assert told["datePublished"].startswith(str(text.published_at.astimezone(factories.ISTANBUL))[:10])
    assert told["publisher"] == told["author"] == ORGANIZATION | {"name": "Maqdisi Forum"}
    assert (told["creditText"], told["articleSection"], told["keywords"]) == (
        "The secretariat",
        "News",
        ["Waqf"],
    )
    picture, card = told["image"]
    assert (picture["caption"], picture["width"]) == ("A calm geometric pattern", 64)
    assert (card["url"], card["width"], card["height"]) == (page_card(page), 1200, 630)
    assert [about["url"] for about in told["about"]] == [f"{ROOT}/en/decisions/decision/"]
    assert told["isPartOf"]["@id"] == f"{ROOT}/en/#website"


def page_card(page):
    ((attrs, _words),) = page.all("meta", property="og:image")
    return attrs["content"]


def test_kinds_of_articles_and_long_headlines():
    for kind, expected in [("interview", "NewsArticle"), ("statement", "Article"), ("letter", "Article")]:
        make_article(en={"slug": kind, "title": "word " * 39}, live=True, article_kind=kind)
        told = told_at(f"/en/news/{kind}/")[expected]
        assert told["headline"] == " ".join(["word"] * 21) + "…"


def test_a_decision_has_its_reference_and_its_standing(forum):
    decision = forum["decision"]
    told = told_at("/ar/decisions/قرار/")["CreativeWork"]
    assert (told["identifier"], told["genre"]) == (decision.reference, "قرار")
    assert (told["dateCreated"], told["creativeWorkStatus"]) == ("2024-12-22", str(Status.ADOPTED.label))
    assert [about["name"] for about in told["mentions"]] == ["الملتقى"]
    assert "isBasedOn" not in told


def test_a_decision_names_what_it_has_to_do_with_others_where_readers_see_them(forum):
    event, decision = forum["event"], forum["decision"]
    old = make_decision(event, en={"slug": "old", "title": "Old"}, live=True)
    hidden = make_decision(event, en="Hidden", live=True)
    first = make_decision(event, en="First", live=True)
    for replaced in (old, hidden):
        record_status_update(
            replaced, factories.chief(), "superseded", date(2025, 1, 31), "بديل", superseded_by=decision
        )
    Relation.objects.create(resolution=decision, nature="follows_from", other=first)
    workflow.withdraw(hidden, "en", factories.chief())
    workflow.withdraw(hidden, "ar", factories.chief())
    told = told_at("/en/decisions/decision/")["CreativeWork"]
    assert [earlier["name"] for earlier in told["isBasedOn"]] == ["Old"]
    assert [about["name"] for about in told["mentions"]] == ["The forum", "First"]
    assert [about["name"] for about in told_at("/en/decisions/old/")["CreativeWork"]["mentions"]] == [
        "The forum",
        forum["decision"].revisions.get(language_code="en").title,
    ]


DATASETS = {
    "decisions/": ("Decisions", "decisions"),
    "recommendations/": ("Recommendations", "recommendations"),
    "follow-up/": ("What became of the decisions and recommendations", "follow-up"),
    "events/forum/follow-up/": (
        "What became of the decisions and recommendations · The forum",
        "events/forum/follow-up",
    ),
    "open-data/": ("Open data", "follow-up/everything"),
}


@pytest.mark.parametrize("path", DATASETS)
def test_lists_are_datasets_with_a_licence_and_downloads_that_answer(forum, client, path):
    SiteSettings.objects.create(data_licence="CC0-1.0")
    told = told_at(f"/en/{path}")["Dataset"]
    name, file = DATASETS[path]
    assert (told["name"], told["url"]) == (f"Maqdisi Forum: {name}", f"{ROOT}/en/{path}")
    assert told["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert told["inLanguage"] == ["ar", "en"]
    assert told["creator"] == ORGANIZATION | {"name": "Maqdisi Forum"}
    assert len(told["description"]) > 50
    assert {download["encodingFormat"]: download["contentUrl"] for download in told["distribution"]} == {
        "application/json": f"{ROOT}/en/{file}.json",
        "text/csv": f"{ROOT}/en/{file}.csv",
    }
    for download in told["distribution"]:
        answer = client.get(download["contentUrl"].removeprefix(ROOT))
        assert answer["Content-Type"].partition(";")[0] == download["encodingFormat"]


@pytest.mark.parametrize("path", ["decisions/?status=adopted", "follow-up/?kind=decision"])
def test_a_part_of_a_list_is_no_dataset(forum, path):
    assert set(told_at(f"/en/{path}")) == {"BreadcrumbList"}


def test_a_person_and_the_site(forum, settings):
    person = told_at("/en/people/suad/")["ProfilePage"]["mainEntity"]
    assert (person["name"], person["jobTitle"], person["description"]) == (
        "Suad",
        "Historian",
        "A short biography.",
    )
    assert person["image"]["width"] == 64
    assert [page["name"] for page in person["subjectOf"]] == ["A panel"]
    told = told_at("/ar/")
    assert told["WebSite"]["name"] == "الملتقى المقدسي"
    action = told["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{ROOT}/ar/search/?q={{search_term_string}}"
    assert action["query-input"] == "required name=search_term_string"
    assert told["Organization"]["logo"]["url"] == f"{ROOT}/static/img/icon-512.png"
    assert "sameAs" not in told["Organization"]


def test_the_accounts_of_the_forum_are_named(forum):
    site = SiteSettings.objects.create(email="desk@forum.example", name_en="Our forum")
    site.accounts.create(network="mastodon", address="https://social.example/@forum")
    told = told_at("/en/")["Organization"]
    assert (told["name"], told["sameAs"]) == ("Our forum", ["https://social.example/@forum"])
    assert told["contactPoint"] == {
        "@type": "ContactPoint", "contactType": "editorial desk", "email": "desk@forum.example",
    }  # fmt: skip


def test_nothing_that_readers_do_not_see_is_told(forum, editor):
    """Drafts, withdrawn texts and binned ones beside what is live; a preview and a missing translation tell nothing."""
    event = forum["event"]
    make_hidden(make_session, event=event)
    make_hidden(make_decision, event=event)
    live = make_hidden(make_article, event=event, resolutions=[forum["decision"]])
    for path in ("/en/", "/en/events/forum/", "/en/decisions/decision/", "/en/people/suad/"):
        assert SECRET["en"] not in json.dumps(list(told_at(path).values())), path
    make_article(ar={"slug": "بالعربية"}, en=False, live=True)
    write(live, "en", title="A draft")
    preview = signed_in(editor).get(f"/admin/preview/{live.pk}/en/")
    assert (preview.status_code, "A draft" in preview.content.decode()) == (200, True)
    assert nodes_of(preview.content.decode()) == nodes_of(get("/en/news/بالعربية/").html) == []
    assert nodes_of(get("/en/search/?q=forum").html) == nodes_of(get("/en/nothing/", status=404).html) == []


def test_the_validator_finds_mistakes():
    wrong = {
        "@type": "Event", "name": "A", "startDate": "tomorrow", "colour": "red", "performer": {"@type": "Place", "name": "B"},
        "location": {"@type": "Plaice"}, "headline": "C",
    }  # fmt: skip
    assert complaints_about(wrong) == [
        "/Event.startDate: tomorrow",
        "/Event: no property colour",
        "/Event.performer: Place",
        "/Event.location: Plaice",
        "/Event.location/Plaice: no such type",
        "/Event: no property headline",
    ]
    assert complaints_about({"@type": "Event", "name": "A"}) == [
        "/Event: without location",
        "/Event: without startDate",
    ]


def test_the_pages_of_all_kinds_are_here():
    """A new kind of document needs a word here."""
    from forum_site.structured_data.graph import TELLERS

    lists = {"decision_list", "recommendation_list", "follow_up", "event_follow_up", "open_data"}
    set_ups = {"decision_committee", "decision_project", "decision_academy"}
    assert set(Kind.values) | lists | set_ups | {"home", "person"} == set(TELLERS)
