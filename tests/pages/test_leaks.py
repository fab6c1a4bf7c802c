"""Nothing leaks: every public address, in both languages, while unpublished texts of every kind and state exist.

The addresses come from the URLconf, so that a new page cannot be forgotten: it needs a line here or fails the walk.
Every text that must not show holds a word that stands nowhere else; every live one holds another.
"""

import logging
import re
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils.translation import get_language, override

from events.models import Participation
from forum_site.cards import drawing
from publishing import workflow
from publishing.languages import LANGUAGES
from publishing.models import Kind, Revision
from resolutions.models import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    Milestone,
    Relation,
    SponsorshipProject,
    StatusUpdate,
)
from tests.factories import (
    MAKERS,
    chief,
    draft_over_live,
    expired,
    go_live,
    make_article,
    make_event,
    make_person,
    make_topic,
    scheduled,
    withdrawn,
    words_for,
    write,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quietly")]

#: A word for what must never show. (Latin, one run: no page splits it, no search folds it away.)
HIDDEN = "xunpublishedx"
SHOWN = "xpublishedx"
HIDING_PLACES = ("title", "slug", "kicker", "summary", "body", "byline", "dateline")
STATES = {"draft": lambda *_of: None, "scheduled": scheduled, "expired": expired, "withdrawn": withdrawn}


def marked(kind, language, mark):
    """Words of which each holds ``mark`` with its own name behind it."""
    words = words_for(kind, language, **{name: f"{mark} {name}" for name in HIDING_PLACES})
    return words | {"slug": f"{mark}-{kind}-{language}", "body": f"<p>{mark} body</p>"}


def live_marks(kind):
    return {language: marked(kind, language, f"{SHOWN}{kind}{language}") for language in LANGUAGES}


@pytest.fixture
def site():
    """A live document of each kind, knotted to hidden ones of each kind in each state and language. Returns {kind: live}."""
    topic, person = make_topic(name_ar="موضوع", name_en="Topic"), make_person(name_ar="شخص", name_en="Person")
    event = make_event(**live_marks("event"), is_current=True, topics=[topic], live=True)
    live = {"event": event, "topic": topic, "person": person}
    for kind in ("session", "decision", "recommendation", "article", "page"):
        facts = {"event": event} if kind not in ("page",) else {}
        live[kind] = MAKERS[kind](**live_marks(kind), live=True, topics=[topic], **facts)
    live["article"].resolutions.add(live["decision"], live["recommendation"])
    Participation.objects.create(session=live["session"], person=person)
    live["article"].people.add(person)
    for model in (SponsorshipProject, Academy):
        model.objects.create(decision=live["decision"], name_ar="م", name_en="P")
    for document in [live[kind] for kind in Kind.values]:
        for language in LANGUAGES:
            draft_over_live(document, language, **marked(document.kind, language, f"{HIDDEN}{document.pk}"))
    hide_around(live)
    return live


def hide_around(live):
    """Hidden documents of each kind and state, related to the live ones wherever a relation can be."""
    number = 0
    for kind, make in MAKERS.items():
        for state, hide in STATES.items():
            number += 1
            facts = {"topics": [live["topic"]]}
            if kind in ("session", "decision", "recommendation", "article"):
                facts["event"] = live["event"]
            words = {language: marked(kind, language, f"{HIDDEN}{kind}{state}") for language in LANGUAGES}
            document = make(**words, **facts)
            for language in LANGUAGES:
                hide(document, language)
            knot(document, live)


def knot(document, live):
    if document.kind == "article":
        Milestone.objects.create(resolution=live["decision"], title_ar="اجتماع", title_en="Meeting", milestone_kind="meeting",
                                 source_document=document)  # fmt: skip
        document.resolutions.add(live["decision"])
        document.sessions.add(live["session"])
        document.people.add(live["person"])
        live["event"].closing_statement = document
        live["event"].save()
        note = {"noted_on": "2025-01-31", "note_ar": "م", "note_en": "N", "from_status": "adopted"}
        StatusUpdate.objects.create(
            resolution=live["decision"], to_status="in_progress", evidence_document=document, **note
        )
    if document.kind == "session":
        live["article"].sessions.add(document)
        Participation.objects.create(session=document, person=live["person"])
        live["decision"].session = document
        live["decision"].save()
    if document.kind in ("decision", "recommendation"):
        Relation.objects.create(resolution=live["decision"], nature="follows_from", other=document)
        Relation.objects.create(resolution=document, nature="carries_out", other=live["decision"])
        StatusUpdate.objects.create(
            resolution=live["recommendation"], noted_on="2025-01-31", note_ar="م", from_status="adopted",
            to_status="superseded", superseded_by=document,
        )  # fmt: skip
        StatusUpdate.objects.create(
            resolution=document, noted_on="2025-01-31", note_ar=f"{HIDDEN} note", note_en=f"{HIDDEN} note",
            from_status="adopted", to_status="superseded", superseded_by=live["decision"],
        )  # fmt: skip
    if document.kind == "decision":
        CommitteeMember.objects.create(decision=document, person=live["person"])
        for model in (Committee, SponsorshipProject, Academy):
            name = f"{HIDDEN} {model.__name__}"
            model.objects.create(decision=document, name_ar=name, name_en=name)
        Course.objects.create(
            decision=document, lecturer=live["person"], title_ar=f"{HIDDEN} course", title_en=f"{HIDDEN} course",
            subject_ar="م", subject_en="S",
        )  # fmt: skip
    if document.kind == "event":
        Committee.objects.update_or_create(
            decision=live["decision"], defaults={"name_ar": "ل", "name_en": "C", "prepares": document}
        )


@pytest.fixture(autouse=True)
def _cards_to_be_read(monkeypatch):
    """Cards are given as the words that would be drawn, so that one can look for a hidden word on them."""
    monkeypatch.setattr(drawing, "draw", lambda words: words.all.encode())


@pytest.fixture
def quietly():
    """Hundreds of addresses that are not found are no news here."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


# ---- The addresses


#: What to search for: these words stand in the hidden texts as in the live ones, and a page may repeat them.
SEARCHES = ["title", "body", "summary", "kicker title"]
LABELS = {"topic": "topic", "topic_feed": "topic", "person": "person"}
SET_UPS = {"decision_committee", "decision_project", "decision_academy"}
#: What has a document's number and a language in its address.
NUMBERED = {"card", "embed", "pdf", "programme_pdf"}


def routes():
    """{name: number of arguments} of every route outside the desk."""
    found = {}

    def walk(patterns, prefix, names):
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, path, names)
            elif not path.startswith(("admin/", "accounts/", "media/")):
                names[pattern.name or path] = len(pattern.pattern.regex.groupindex)
        return names

    with override("en"):
        return walk(get_resolver().url_patterns, "", found)


def slugs_for(route):
    """The slugs to ask the route for: every one of its kind, live, old and hidden; of every kind where it has none."""
    below = {"programme": Kind.EVENT, "event": Kind.EVENT, "decision": Kind.DECISION}
    kind = below.get(route.partition("_")[0], route)
    texts = Revision.objects.filter(kind=kind) if kind in Kind.values else Revision.objects.all()
    return sorted(set(texts.values_list("slug", flat=True)))


def addresses(live):
    """Every address that the site has: with the slugs of its texts, and with those of the hidden ones."""
    for name, arguments in routes().items():
        for language in LANGUAGES:
            with override(language):
                yield from addresses_of(name, arguments, live)


def addresses_of(name, arguments, live):
    if name == "short_address" or name in NUMBERED:
        languages = [get_language()] if name in NUMBERED else []
        keys = set(Revision.objects.values_list("document_id", flat=True))
        return [reverse(name, args=[pk, *languages]) for pk in keys]
    if name == "citation":
        keys = set(Revision.objects.values_list("document_id", flat=True))
        return [reverse(name, args=[pk, get_language(), form]) for pk in keys for form in ("bib", "ris")]
    if name in ("search", "search_suggestions"):
        return [f"{reverse(name)}?q={quote(words)}" for words in SEARCHES]
    if name in LABELS:
        return [reverse(name, args=[getattr(live[LABELS[name]], f"slug_{code}")]) for code in LANGUAGES]
    if arguments == 0:
        return [reverse(name)]
    assert arguments == 1, f"The walk does not know the address {name}; tell it here."
    return [reverse(name, args=[slug]) for slug in slugs_for(name)]


def answers(paths):
    """(address, response, text) of each address, asked for by readers of both languages where it does not name one."""
    for address in sorted(set(paths)):
        for language in ("en",) if address.startswith(("/ar/", "/en/")) else LANGUAGES:
            response = Client().get(address, headers={"Accept-Language": language})
            # 202: a PDF that is still to be made.
            assert response.status_code in (200, 202, 301, 302, 404), (address, response.status_code)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            # The search marks words; what is read is the same.
            yield address, response, re.sub("</?mark>", "", content.decode(errors="replace"))


def test_the_walk_knows_every_kind_of_address():
    names = routes()
    assert set(Kind.values) | set(LABELS) | NUMBERED | SET_UPS | {
        "short_address",
        "search",
        "search_suggestions",
        "home",
        "sitemap",
    } <= set(names)


def test_nothing_that_is_not_public_shows_anywhere_and_everything_live_does(site):
    seen, leaks = set(), []
    for address, response, text in answers(addresses(site)):
        if HIDDEN in address:
            # What the page says of an address that it does not know are the reader's own words.
            assert response.status_code == 404, address
        elif HIDDEN in response.headers.get("Location", "") + text:
            leaks.append((address, re.findall(f".{{0,60}}{HIDDEN}.{{0,20}}", text)[:3]))
        if response.status_code == 200:
            seen |= set(re.findall(f"{SHOWN}([a-z]+?)(ar|en)\\b", text))
    assert leaks == []
    assert seen == {(kind, language) for kind in Kind.values for language in LANGUAGES}


def test_the_walk_would_find_a_leak(site):
    """The test of the test: a hidden text that is published is found wherever lists are."""
    make_article(ar={"title": f"{HIDDEN} title now live", "slug": "live-now"}, en=None, live=True)
    lists = {"/ar/", "/ar/news/", "/ar/news/feed/", "/ar/search/?q=title"}
    assert lists <= set(addresses(site))
    assert {
        address for address, _response, text in answers(lists) if f"{HIDDEN} title now live" in text
    } == lists


def test_live_texts_in_one_language_do_not_open_the_other():
    article = make_article(
        ar={"title": "عام", "slug": "public"}, en=marked("article", "en", HIDDEN), live=False
    )
    go_live(article, "ar")
    for state in ("draft", "scheduled", "withdrawn"):
        if state == "scheduled":
            scheduled(article, "en")
        if state == "withdrawn":
            workflow.cancel_schedule(article, "en", chief())
            withdrawn(article, "en")
            write(article, "en", **marked("article", "en", f"{HIDDEN}again"))
        for path in (
            "/en/",
            "/en/news/",
            "/en/news/public/",
            "/ar/news/public/",
            f"/d/{article.pk}/",
            "/sitemap.xml",
            "/en/news/feed/",
        ):
            response = Client().get(path, headers={"Accept-Language": "en"}, follow=True)
            assert HIDDEN not in response.content.decode(), (state, path)
