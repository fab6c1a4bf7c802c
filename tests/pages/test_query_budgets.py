"""What a page may ask of the database, at any number of rows, in both languages.

Two of the queries here, for the settings of the site and for the menu, a process remembers in production; there each page has
one instead, for the content version (publishing/content_version.py): one fewer than here.
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from publishing.models import FeaturedDocument, SiteSettings
from tests.factories import (
    go_live,
    in_istanbul,
    make_article,
    make_decision,
    make_event,
    make_image,
    make_page,
    make_person,
    make_recommendation,
    make_room,
    make_session,
    make_topic,
    make_venue,
    write,
)

pytestmark = pytest.mark.django_db

PAGES = {
    "home": ("/{language}/", 8),
    "news": ("/{language}/news/", 4),
    "events": ("/{language}/events/", 4),
    "article": ("/{language}/news/closing-{language}/", 5),
    "programme": ("/{language}/events/forum-{language}/programme/", 6),
    "decision": ("/{language}/decisions/first-{language}/", 8),
    "search": ("/{language}/search/?q=title", 6),
}


def called(name):
    """The words of both languages for a document at an address of its own."""
    return {code: {"slug": f"{name}-{code}"} for code in ("ar", "en")}


class Forum:
    """An event with one of everything; ``grow`` adds another of everything."""

    def __init__(self):
        self.venue = make_venue()
        self.event = make_event(**called("forum"), live=True, is_current=True, venue=self.venue)
        self.person = make_person()
        self.session = make_session(self.event, live=True, people=[self.person])
        self.article = make_article(**called("closing"), live=True, event=self.event, picture=make_image())
        go_live(make_article(ar=False), at=timezone.now() - timedelta(days=1))
        self.event.closing_statement = make_article(live=True)
        self.event.save()
        self.first = make_decision(self.event, **called("first"), session=self.session, live=True)
        self.hour = 9
        self.grow()

    def grow(self):
        decision = make_decision(self.event, session=self.session, live=True)
        make_recommendation(self.event, live=True)
        self.hour += 1
        times = {
            name: in_istanbul(self.event.starts_on, self.hour + more)
            for more, name in enumerate(("starts_at", "ends_at"))
        }
        people = [self.person, make_person()]
        beside = make_session(self.event, live=True, people=people, room=make_room(self.venue), **times)
        self.article.topics.add(make_topic())
        self.article.people.add(*people)
        self.article.sessions.add(self.session, beside)
        self.article.resolutions.add(decision, self.first)
        write(self.article, "en", summary=f"Changed at {self.hour}")
        go_live(self.article, "en")
        make_page(live=True)
        make_event(live=True, venue=make_venue())
        about = make_article(live=True, event=self.event, sessions=[self.session], people=people)
        site, _is_new = SiteSettings.objects.get_or_create()
        FeaturedDocument.objects.create(site=site, document=about)


def asked_for(path):
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(path).status_code == 200, path
    return len(asked)


def test_no_page_asks_more_than_its_budget_for_one_row_or_for_three():
    forum = Forum()
    budgets = {(name, code): most for name, (_path, most) in PAGES.items() for code in ("ar", "en")}
    for _rows in (1, 3):
        found = {
            (name, code): asked_for(path.format(language=code))
            for name, (path, _most) in PAGES.items()
            for code in ("ar", "en")
        }
        assert {page: number for page, number in found.items() if number > budgets[page]} == {}
        forum.grow()
        forum.grow()
