"""The documents of one event and all that belongs to them: what is written in one transaction."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from articles.models import Article
from demo.seed.outcomes import Outcomes
from demo.seed.rows import Rows, settle_sequences
from events.models import Event, Participation, Session
from publishing.models import Act, Document, DocumentTranslation, Kind, Revision
from publishing.models.revision import sense_of
from resolutions.models import ReferenceSeries, Resolution

LANGUAGES = ("ar", "en")
ARTICLE_KINDS = ("news", "news", "news", "report", "interview")
#: The text that was replaced stood for so long.
STOOD = timedelta(hours=9)


@dataclass(frozen=True)
class Shape:
    """How many documents of each kind belong to one event, besides itself."""

    sessions: int
    resolutions: int
    articles: int

    @property
    def size(self):
        return 1 + self.sessions + self.resolutions + self.articles


class Blocks:
    """Writes block after block. ``things`` are the keys of what all share, ``writers`` the Writer of each language."""

    def __init__(self, things, writers, random):
        self.things, self.writers, self.random = things, writers, random
        models = [Document, DocumentTranslation, Revision, Act, Event, Session, Participation, Resolution, Article,
                  ReferenceSeries, Document.topics.through, Event.hosts.through, Resolution.responsible.through,
                  Article.resolutions.through, Article.sessions.through, Article.people.through]  # fmt: skip
        self.rows = {model: Rows(model) for model in models}
        self.outcomes = Outcomes(things, random)

    def add(self, shape, begin, end, code, is_current):
        """Keep the documents of one event, published one after the other between two moments."""
        step = (end - begin) / shape.size
        moments = (begin + place * step for place in range(shape.size))
        event = self._event(next(moments), code, is_current)
        sessions = [self._session(next(moments), event, begin, place) for place in range(shape.sessions)]
        resolutions = [
            self._resolution(next(moments), event, code, sessions, place)
            for place in range(shape.resolutions)
        ]
        for letter, last in (("D", (shape.resolutions + 1) // 2), ("R", shape.resolutions // 2)):
            self.rows[ReferenceSeries].add(prefix=f"{code}-{letter}", last_number=last)
        for place in range(shape.articles):
            self._article(next(moments), event, sessions, resolutions, place)

    def write(self):
        """Write what was kept, parents first."""
        every = [*self.rows.values(), *self.outcomes.rows.values()]
        for rows in every:
            rows.write()
        settle_sequences(*(rows.model for rows in every))

    # ---- Each kind

    def _event(self, moment, code, is_current):
        key = self._document(Kind.EVENT, moment)
        day = moment.date()
        self.rows[Event].add(
            document_ptr_id=key, code=code, starts_on=day, ends_on=day + timedelta(days=1), venue_id=self.things.venue,
            languages=list(LANGUAGES), is_current=is_current,
        )  # fmt: skip
        self._link(
            Event.hosts.through, event_id=key, organisation_id=self.random.choice(self.things.organisations)
        )
        return key

    def _session(self, moment, event, begin, place):
        key = self._document(Kind.SESSION, moment)
        rooms = self.things.rooms
        hour, room = divmod(place, len(rooms))
        # Morning hours of both days, in the zone of the event.
        starts = datetime(begin.year, begin.month, begin.day, 6, tzinfo=begin.tzinfo)
        starts += timedelta(days=hour % 2, hours=hour // 2)
        self.rows[Session].add(
            document_ptr_id=key, event_id=event, starts_at=starts, ends_at=starts + timedelta(minutes=50),
            room_id=rooms[room], session_kind=self.random.choice(Session.SessionKind.values), languages=["ar"],
            countries=[],
        )  # fmt: skip
        roles = (Participation.Role.CHAIR, Participation.Role.SPEAKER, Participation.Role.SPEAKER)
        for order, person in enumerate(self.random.sample(self.things.people, len(roles))):
            self.rows[Participation].add(
                session_id=key, person_id=person, role=roles[order].value, order=order
            )
        return key

    def _resolution(self, moment, event, code, sessions, place):
        kind, letter = ((Kind.DECISION, "D"), (Kind.RECOMMENDATION, "R"))[place % 2]
        key = self._document(kind, moment)
        number = place // 2 + 1
        facts = self.outcomes.add(key, moment, self.writers)
        self.rows[Resolution].add(
            document_ptr_id=key, event_id=event, session_id=sessions[-1] if sessions else None,
            reference=f"{code}-{letter}{number}", order=number, **facts,
        )  # fmt: skip
        for body in self.random.sample(self.things.organisations, 2):
            self._link(Resolution.responsible.through, resolution_id=key, organisation_id=body)
        return key

    def _article(self, moment, event, sessions, resolutions, place):
        key = self._document(Kind.ARTICLE, moment)
        self.rows[Article].add(
            document_ptr_id=key, event_id=event, article_kind=self.random.choice(ARTICLE_KINDS)
        )
        if place % 5 == 0 and resolutions:
            link = {"resolution_id": self.random.choice(resolutions)}
            self._link(Article.resolutions.through, article_id=key, **link)
        if place % 5 == 1 and sessions:
            self._link(Article.sessions.through, article_id=key, session_id=self.random.choice(sessions))
        if place % 5 == 2:
            self._link(
                Article.people.through, article_id=key, person_id=self.random.choice(self.things.people)
            )

    def _link(self, through, **keys):
        self.rows[through].add(**keys)

    # ---- What all kinds have: words in two languages, one text that was replaced and one that is live

    def _document(self, kind, moment):
        picture = self.random.choice(self.things.pictures) if self.random.random() < 0.3 else None
        key = self.rows[Document].add(
            kind=kind.value, source_language="ar", picture_id=picture, created_at=moment,
            created_by_id=self.things.user,
        )  # fmt: skip
        for topic in self.random.sample(self.things.topics, 2):
            self._link(Document.topics.through, document_id=key, topic_id=topic)
        sources = {}
        for language in LANGUAGES:
            words = self.writers[language].words(key)
            texts = (self.writers[language].earlier(words), words)
            sources[language] = self._revisions(
                key, kind, language, texts, moment, sources.get("ar", (None, None))
            )
            self.rows[DocumentTranslation].add(
                master_id=key, language_code=language, **words, updated_at=moment + STOOD,
                updated_by_id=self.things.user,
            )  # fmt: skip
        return key

    def _revisions(self, document, kind, language, texts, moment, sources):
        """Keep both texts; the keys of both."""
        periods = ((moment, moment + STOOD), (moment + STOOD, None))
        keys = []
        for number, (words, (begin, end), source) in enumerate(
            zip(texts, periods, sources, strict=True), start=1
        ):
            key = self.rows[Revision].add(
                document_id=document, kind=kind.value, language_code=language, number=number, **words,
                created_at=begin, created_by_id=self.things.user, source_revision_id=source, sense=sense_of(words),
                live_from=begin, live_until=end, published_at=moment, published_by_id=self.things.user,
            )  # fmt: skip
            self.rows[Act].add(
                document_id=document, kind=kind.value, title=words["title"], language_code=language, at=begin,
                name=Act.Name.PUBLISH.value, revision_id=key, by_id=self.things.user,
            )  # fmt: skip
            keys.append(key)
        return keys
