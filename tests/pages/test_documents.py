"""What holds for the page of every kind of document; articles have a file of their own."""

import re
from datetime import date

import pytest

from events.models import Participation
from publishing.models import Kind
from resolutions.followup import record_status_update
from resolutions.models import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    Milestone,
    ProjectPartner,
    SponsorshipProject,
)
from tests.factories import (
    MAKERS,
    chief,
    draft_over_live,
    go_live,
    make_article,
    make_attachment,
    make_decision,
    make_event,
    make_image,
    make_organisation,
    make_page,
    make_person,
    make_room,
    make_session,
    make_topic,
    make_venue,
)
from tests.pages.reading import absolute, get, moved

pytestmark = pytest.mark.django_db

FOLDERS = {
    "page": "pages",
    "event": "events",
    "session": "sessions",
    "decision": "decisions",
    "recommendation": "recommendations",
}
WORDS = {
    "ar": {
        "title": "عنوان عربي",
        "slug": "عربي",
        "summary": "موجز عربي",
        "body": "<p>متن <strong>عربي</strong></p>",
    },
    "en": {
        "title": "English title",
        "slug": "english",
        "summary": "English summary",
        "body": "<p>English <strong>body</strong></p>",
    },
}
BOTH = [("ar", "en", "rtl"), ("en", "ar", "ltr")]


def path_of(kind, language):
    return f"/{language}/{FOLDERS[kind]}/{WORDS[language]['slug']}/"


# ---- What holds for every kind


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize(("language", "other", "direction"), BOTH)
def test_the_words_of_one_language_in_its_direction(kind, language, other, direction):
    MAKERS[kind](**WORDS, live=True)
    page = get(path_of(kind, language))
    assert page.language == (language, direction)
    assert page.words_of("h1") == [WORDS[language]["title"]]
    assert page.title.startswith(WORDS[language]["title"])
    assert WORDS[language]["summary"] in page.main
    body = WORDS[language]["body"]
    if kind in ("decision", "recommendation"):
        # The points of a resolution can be linked to.
        body = body.replace("<p>", '<p id="p1">', 1)
    assert body in page.html
    # A resolution is cited in both languages, each in its own direction.
    html = re.sub(r'<dl class="cite__forms">.*?</dl>', "", page.html, flags=re.DOTALL)
    assert not any(WORDS[other][name] in html for name in ("title", "summary", "body"))


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize(("language", "other", "_direction"), BOTH)
def test_the_switch_reaches_the_same_document(kind, language, other, _direction):
    MAKERS[kind](**WORDS, live=True)
    page = get(path_of(kind, language))
    assert page.switch == path_of(kind, other)
    assert page.alternates == {code: absolute(path_of(kind, code)) for code in ("ar", "en")}
    assert page.canonical == [absolute(path_of(kind, language))]


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_draft_is_not_seen_and_a_renamed_page_keeps_its_address(kind):
    document = MAKERS[kind](**WORDS, live=True)
    draft_over_live(document, "en", title="Draft title", slug="renamed", body="<p>Draft body</p>")
    assert "Draft" not in get(path_of(kind, "en")).html
    get(f"/en/{FOLDERS[kind]}/renamed/", 404)
    go_live(document, "en")
    assert moved(path_of(kind, "en")) == f"/en/{FOLDERS[kind]}/renamed/"
    assert get(f"/en/{FOLDERS[kind]}/renamed/").words_of("h1") == ["Draft title"]


@pytest.mark.parametrize("kind", FOLDERS)
def test_an_unpublished_document_has_no_page(kind):
    MAKERS[kind](**WORDS)
    for language in ("ar", "en"):
        get(path_of(kind, language), 404)


@pytest.mark.parametrize("kind", ["page", "event", "session"])
def test_its_picture_speaks_the_language(kind):
    MAKERS[kind](**WORDS, live=True, picture=make_image(alt_ar="نقش", alt_en="A pattern"))
    for language, alt in (("ar", "نقش"), ("en", "A pattern")):
        assert [attrs["alt"] for attrs, _words in get(path_of(kind, language)).all("img")] == [alt]


@pytest.mark.parametrize("kind", ["event", "decision", "recommendation"])
def test_its_topics_and_its_short_address(kind):
    document = MAKERS[kind](**WORDS, live=True, topics=[make_topic(name_ar="القدس", name_en="Jerusalem")])
    page = get(path_of(kind, "en"))
    assert page.links["/en/topics/jerusalem/"] == "Jerusalem"
    assert f"/d/{document.pk}/" in page.links


# ---- Queries


def add_to(kind, document):
    """One more row of everything that the page of ``document`` lists."""
    document.topics.add(make_topic())
    make_page(live=True)
    if kind == "event":
        document.hosts.add(make_organisation())
        session = make_session(document, room=make_room(document.venue), live=True)
        make_decision(document, session=session, live=True)
        make_article(event=document, picture=make_image(), live=True)
    elif kind == "session":
        Participation.objects.create(session=document, person=make_person())
        document.materials.add(make_attachment())
        make_decision(document.event, session=document, live=True)
        make_article(event=document.event, sessions=[document], picture=make_image(), live=True)
    elif kind in ("decision", "recommendation"):
        document.responsible.add(make_organisation())
        Milestone.objects.create(resolution=document, title_ar="مرحلة", title_en="Milestone")
        record_status_update(
            document,
            chief(),
            "in_progress",
            date(2025, 1, 1),
            "ملاحظة",
            "Note",
            make_article(live=True),
            make_attachment(),
        )
        make_article(resolutions=[document], live=True)
        CommitteeMember.objects.create(decision=document, person=make_person())
        ProjectPartner.objects.create(decision=document, organisation=make_organisation())
        Course.objects.create(
            decision=document,
            lecturer=make_person(),
            title_ar="م",
            title_en="C",
            subject_ar="م",
            subject_en="S",
        )


QUERIES = {"page": 4, "event": 10, "session": 9, "decision": 8, "recommendation": 8}


@pytest.mark.parametrize("kind", FOLDERS)
def test_queries(kind, django_assert_num_queries):
    facts = {"venue": make_venue()} if kind == "event" else {}
    if kind in ("decision", "recommendation"):
        event = make_event(live=True)
        facts = {"event": event, "session": make_session(event, live=True)}
    document = MAKERS[kind](**WORDS, live=True, **facts)
    if kind == "event":
        document.closing_statement = make_article(live=True)
        document.save()
    if kind in ("decision", "recommendation"):
        Committee.objects.create(decision=document, name_ar="ل", name_en="C", prepares=make_event(live=True))
        SponsorshipProject.objects.create(decision=document, name_ar="م", name_en="P")
        Academy.objects.create(decision=document, name_ar="أ", name_en="A")
    for _rows in range(3):
        add_to(kind, document)
        with django_assert_num_queries(QUERIES[kind]):
            get(path_of(kind, "en"))


@pytest.mark.parametrize(("page", "queries"), [("programme", 6), ("person", 8)])
def test_queries_of_the_rest(page, queries, django_assert_num_queries):
    event = make_event(**WORDS, live=True, venue=make_venue())
    person = make_person(name_en="A speaker", portrait=make_image())
    path = {"programme": "/en/events/english/programme/", "person": "/en/people/a-speaker/"}[page]
    for _rows in range(3):
        make_page(live=True)
        make_session(event, room=make_room(event.venue), people=[person], live=True)
        academy = Academy.objects.create(decision=make_decision(event, live=True), name_ar="أ", name_en="A")
        Course.objects.create(decision=academy.decision, lecturer=person, title_en="C", subject_en="S")
        with django_assert_num_queries(queries):
            get(path)


def test_every_kind_of_document_has_its_tests():
    assert set(FOLDERS) | {"article"} == set(Kind.values)
