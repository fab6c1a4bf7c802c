"""The documents of the demo: their facts first, so that every text can link to every other."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from articles.models import Article, Page
from demo.content.articles_desk import DESK
from demo.content.articles_february_march import FEBRUARY_AND_MARCH
from demo.content.articles_first_days import FIRST_DAYS
from demo.content.articles_january import JANUARY
from demo.content.articles_reading import READING
from demo.content.articles_two_days import TWO_DAYS
from demo.content.decisions import DECISIONS
from demo.content.events import EVENTS, SESSIONS
from demo.content.pages import PAGES
from demo.content.recommendations import RECOMMENDATIONS
from events.models import Event, Participation, Session
from publishing.models import Kind
from resolutions.models import Decision, Recommendation
from resolutions.numbering import assign_reference

ARTICLES = {**TWO_DAYS, **FIRST_DAYS, **JANUARY, **FEBRUARY_AND_MARCH, **READING, **DESK}
RESOLUTIONS = {**DECISIONS, **RECOMMENDATIONS}
ZONE = ZoneInfo("Europe/Istanbul")


@dataclass
class Forum:
    """What has been made so far, everything by its key."""

    users: dict
    topics: dict
    pictures: dict
    files: dict
    people: dict
    organisations: dict
    rooms: dict
    documents: dict = field(default_factory=dict)


def moment(text):
    """What the clocks of Istanbul show ("2024-12-21T09:30") as a moment."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def day(text):
    """ "2024-12-21" as a date; None for None."""
    return date.fromisoformat(text) if text else None


def make_documents(forum):
    """The facts of every document into ``forum.documents``: nothing has a word yet."""
    for key, about in EVENTS.items():
        _make_event(forum, key, about)
    for key, about in SESSIONS.items():
        _make_session(forum, f"session-{key}", about)
    for content, model in ((DECISIONS, Decision), (RECOMMENDATIONS, Recommendation)):
        for order, (key, about) in enumerate(content.items(), start=1):
            _make_resolution(forum, key, about, model, order)
    for key, about in ARTICLES.items():
        _make_article(forum, key, about)
    for key, about in PAGES.items():
        page = Page(kind=Kind.PAGE, order=about["order"], created_by=forum.users["editor"])
        _save(forum, key, about, page)
    forum.documents["forum"].closing_statement_id = forum.documents["closing-statement"].pk
    forum.documents["forum"].save()


def _save(forum, key, about, document):
    document.picture = forum.pictures.get(about.get("picture"))
    document.save()
    document.topics.set([forum.topics[topic] for topic in about.get("topics", ())])
    forum.documents[key] = document
    return document


def _make_event(forum, key, about):
    event = Event(
        kind=Kind.EVENT, code=about["code"], starts_on=day(about["starts_on"]), ends_on=day(about["ends_on"]),
        time_zone=ZONE.key, venue=forum.rooms["main"].venue if about["has_venue"] else None,
        languages=about["languages"], is_current=about["is_current"], created_by=forum.users["editor"],
    )  # fmt: skip
    event.clean()
    _save(forum, key, about, event)
    if about["has_venue"]:
        event.hosts.set([forum.organisations["host"]])


def _make_session(forum, key, about):
    session = Session(
        kind=Kind.SESSION, event=forum.documents["forum"], session_kind=about["kind"],
        starts_at=moment(about["from"]), ends_at=moment(about["to"]), room=forum.rooms[about["room"]],
        countries=about.get("countries", []), languages=about["languages"],
        recording_url=about.get("recording", ""), created_by=forum.users["editor"],
    )  # fmt: skip
    session.clean()
    _save(forum, key, about, session)
    session.materials.set([forum.files[name] for name in about.get("materials", ())])
    for order, (person, role) in enumerate(about["people"]):
        Participation.objects.create(session=session, person=forum.people[person], role=role, order=order)


def _make_resolution(forum, key, about, model, order):
    event = forum.documents["forum"]
    resolution = model(
        kind=model.document_kind, event=event, session=forum.documents["session-closing"],
        due_on=day(about["due_on"]), order=order, created_by=forum.users["editor"],
    )  # fmt: skip
    resolution.clean()
    _save(forum, key, about, resolution)
    resolution.responsible.set([forum.organisations[name] for name in about["responsible"]])
    assign_reference(resolution)


def _make_article(forum, key, about):
    article = Article(
        kind=Kind.ARTICLE, article_kind=about["kind"], event=forum.documents[about.get("event", "forum")],
        source_language="ar" if "ar" in about else "en", created_by=forum.users["author"],
    )  # fmt: skip
    _save(forum, key, about, article)
    article.people.set([forum.people[name] for name in about.get("people", ())])
    article.sessions.set([forum.documents[f"session-{name}"] for name in about.get("sessions", ())])
    article.resolutions.set([forum.documents[name] for name in about.get("resolutions", ())])
