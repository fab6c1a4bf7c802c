"""What tests put into the database: plain functions, each thing complete enough to be shown, every fact to be overridden.

The makers of documents take ``ar`` and ``en``: True for words of our own, a string for a title, a dict for any of the words,
None or False for no text in that language. ``live=True`` publishes what was written. Everything goes through the workflow.
"""

import itertools
from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Picture

from accounts.models import User
from articles.models import Article, Page
from events.models import Event, Participation, Room, Session, Venue
from media_library.models import Attachment, Image
from people.models import Organisation, Person
from publishing import workflow
from publishing.labels import fill_slugs
from publishing.languages import LANGUAGES
from publishing.models import Kind, Revision, Topic
from resolutions.models import Decision, Recommendation, Status
from resolutions.numbering import assign_reference

ISTANBUL = ZoneInfo("Europe/Istanbul")
_numbers = itertools.count(1)

TITLES = {
    Kind.EVENT: ("ملتقى رقم {}", "Forum number {}"),
    Kind.SESSION: ("ندوة رقم {}", "Panel number {}"),
    Kind.DECISION: ("قرار رقم {}", "Decision number {}"),
    Kind.RECOMMENDATION: ("توصية رقم {}", "Recommendation number {}"),
    Kind.ARTICLE: ("خبر رقم {}", "News number {}"),
    Kind.PAGE: ("صفحة رقم {}", "Page number {}"),
}


def in_istanbul(day, hour, minute=0):
    """The moment at which the clocks of Istanbul show that time on ``day`` (a date)."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ISTANBUL)


def words_for(kind, language, number=None, **words):
    """All the words of a text of ``kind``; ``words`` overrides any of them."""
    number = number or next(_numbers)
    arabic, english = TITLES[kind]
    defaults = {
        "ar": {"title": arabic, "summary": "موجز النص رقم {}.", "body": "<p>متن النص رقم {} كاملًا.</p>"},
        "en": {
            "title": english,
            "summary": "Summary of text {}.",
            "body": "<p>The whole body of text {}.</p>",
        },
    }
    return {name: word.format(number) for name, word in defaults[language].items()} | words


def chief():
    """Somebody who may do everything, for what a test takes as given."""
    user, is_new = User.objects.get_or_create(
        username="chief", defaults={"is_staff": True, "is_superuser": True, "email": "chief@example.org"}
    )
    return user


def second_chief():
    """Another one: who publishes what the first wrote."""
    user, is_new = User.objects.get_or_create(
        username="second", defaults={"is_staff": True, "is_superuser": True, "email": "second@example.org"}
    )
    return user


# ---- Labels


def make_person(**fields):
    number = next(_numbers)
    defaults = {
        "name_ar": f"متحدث نموذجي {number}",
        "name_en": f"Sample speaker {number}",
        "role_line_ar": "باحث في التاريخ",
        "role_line_en": "Historian",
        "biography_ar": "سيرة مختصرة.",
        "biography_en": "A short biography.",
    }
    return _labelled(Person(**(defaults | fields)))


def make_organisation(**fields):
    number = next(_numbers)
    defaults = {"name_ar": f"هيئة نموذجية {number}", "name_en": f"Sample body {number}"}
    return Organisation.objects.create(**(defaults | fields))


def make_topic(**fields):
    number = next(_numbers)
    defaults = {
        "name_ar": f"موضوع {number}",
        "name_en": f"Topic {number}",
        "description_ar": "وصف الموضوع.",
        "description_en": "What the topic is about.",
    }
    return _labelled(Topic(**(defaults | fields)))


def make_venue(**fields):
    number = next(_numbers)
    defaults = {
        "name_ar": f"مركز المؤتمرات {number}",
        "name_en": f"Congress centre {number}",
        "city_ar": "إسطنبول",
        "city_en": "Istanbul",
        "country": "TR",
    }
    return Venue.objects.create(**(defaults | fields))


def make_room(venue=None, **fields):
    number = next(_numbers)
    defaults = {"name_ar": f"القاعة {number}", "name_en": f"Hall {number}"}
    return Room.objects.create(venue=venue or make_venue(), **(defaults | fields))


def _labelled(label):
    fill_slugs(label)
    label.save()
    return label


# ---- Files


def make_image(width=64, height=48, colour="#7a5c2e", **fields):
    """A small PNG in the media library, without renditions: pages show the file itself."""
    written = BytesIO()
    Picture.new("RGB", (width, height), colour).save(written, "PNG")
    defaults = {"alt_ar": "نقش هندسي هادئ", "alt_en": "A calm geometric pattern"}
    image = Image(**(defaults | fields))
    image.file.save(f"pattern-{next(_numbers)}.png", ContentFile(written.getvalue()), save=True)
    return image


def make_attachment(content=b"name,country\r\n", **fields):
    defaults = {"title_ar": "ملف للتنزيل", "title_en": "A file to download"}
    attachment = Attachment(**(defaults | fields))
    attachment.file.save(f"file-{next(_numbers)}.csv", ContentFile(content), save=True)
    return attachment


# ---- Documents


def make_event(ar=True, en=True, live=False, by=None, **facts):
    """A forum on 21 and 22 December 2024 in Istanbul."""
    defaults = {
        "code": f"MQF-{next(_numbers)}",
        "starts_on": date(2024, 12, 21),
        "ends_on": date(2024, 12, 22),
        "languages": ["ar", "tr"],
    }
    return _document(Event, Kind.EVENT, ar, en, live, by, defaults | facts)


def make_session(event=None, ar=True, en=True, live=False, by=None, people=(), **facts):
    """A panel on the event's first day from 10 to 11 o'clock; ``people`` take part as speakers."""
    event = event or make_event(ar=ar, en=en, live=live)
    facts = {"event": event, **facts}
    if event.starts_on and "starts_at" not in facts:
        facts |= {"starts_at": in_istanbul(event.starts_on, 10), "ends_at": in_istanbul(event.starts_on, 11)}
    session = _document(Session, Kind.SESSION, ar, en, live, by, facts)
    for order, person in enumerate(people):
        Participation.objects.create(session=session, person=person, order=order)
    return session


def make_decision(event=None, ar=True, en=True, live=False, by=None, **facts):
    return _resolution(Decision, Kind.DECISION, event, ar, en, live, by, facts)


def make_recommendation(event=None, ar=True, en=True, live=False, by=None, **facts):
    return _resolution(Recommendation, Kind.RECOMMENDATION, event, ar, en, live, by, facts)


def make_article(ar=True, en=True, live=False, by=None, **facts):
    return _document(Article, Kind.ARTICLE, ar, en, live, by, facts)


def make_page(ar=True, en=True, live=False, by=None, **facts):
    return _document(Page, Kind.PAGE, ar, en, live, by, facts)


MAKERS = {
    Kind.EVENT: make_event,
    Kind.SESSION: make_session,
    Kind.DECISION: make_decision,
    Kind.RECOMMENDATION: make_recommendation,
    Kind.ARTICLE: make_article,
    Kind.PAGE: make_page,
}


def _resolution(model, kind, event, ar, en, live, by, facts):
    event = event or make_event(ar=ar, en=en, live=live)
    defaults = {"event": event, "adopted_on": event.ends_on, "status": Status.ADOPTED}
    resolution = _document(model, kind, ar, en, live, by, defaults | facts)
    assign_reference(resolution)
    return resolution


def _document(model, kind, ar, en, live, by, facts):
    """Save the facts, then the words. ``by`` is the maker (a superuser if None); a list among the facts is a relation."""
    by = by or chief()
    related = {name: facts[name] for name in list(facts) if isinstance(facts[name], list | tuple)}
    related = {name: rows for name, rows in related.items() if model._meta.get_field(name).many_to_many}
    own = {name: fact for name, fact in facts.items() if name not in related}
    own.setdefault("source_language", "ar" if ar else "en")
    document = model(kind=kind, **({"created_by": by} | own))
    document.save()
    for name, rows in related.items():
        getattr(document, name).set(rows)
    number = next(_numbers)
    for language, asked in (("ar", ar), ("en", en)):
        if asked:
            write(document, language, by=by, **words_for(kind, language, number, **_overrides(asked)))
            if live:
                go_live(document, language)
    return document


def _overrides(asked):
    if isinstance(asked, dict):
        return asked
    return {"title": asked} if isinstance(asked, str) else {}


# ---- What becomes of the words


def write(document, language, by=None, **words):
    """Save ``words`` as the working copy. Returns the Revision."""
    return workflow.save_working_copy(document, language, words, by or chief())


def go_live(document, language=None, at=None, until=None):
    """Publish the working copy, of both languages if none is named, from ``at`` (now). Returns the last Revision."""
    revision = None
    for code in [language] if language else written_languages(document):
        revision = workflow.publish(document, code, second_chief(), at=at, until=until)
    return revision


def written_languages(document):
    """The languages in which the document has a working copy, Arabic first."""
    codes = set(Revision.objects.filter(document_id=document.pk).values_list("language_code", flat=True))
    return [code for code in LANGUAGES if code in codes]


def draft_over_live(document, language, **words):
    """Publish what there is, unless it is public already, then save newer ``words``. Returns the newer Revision."""
    if not Revision.objects.live().filter(document_id=document.pk, language_code=language).exists():
        go_live(document, language)
    return write(document, language, **(words or {"title": f"مسودة أحدث {next(_numbers)}"}))


def scheduled(document, language, live_from=None, live_until=None):
    """Schedule the working copy for tomorrow. Returns the Revision."""
    live_from = live_from or timezone.now() + timedelta(days=1)
    return workflow.schedule(document, language, second_chief(), live_from, live_until)


def expired(document, language):
    """A text that was public from the day before yesterday until yesterday. Returns the Revision."""
    now = timezone.now()
    return go_live(document, language, at=now - timedelta(days=2), until=now - timedelta(days=1))


def withdrawn(document, language):
    """A text that was public since yesterday and has just been taken off. Returns the Revision."""
    revision = go_live(document, language, at=timezone.now() - timedelta(days=1))
    workflow.withdraw(document, language, chief())
    revision.refresh_from_db()
    return revision
