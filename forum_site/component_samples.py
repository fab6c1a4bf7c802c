"""Made-up things for the components page, in no database: each is as much of a thing as templates ask for."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django.templatetags.static import static

from events.models import Session
from events.programme import make_day
from media_library.models import Image
from publishing.models import Kind
from publishing.site import Account, Site
from resolutions.models import Status

ZONE = "Europe/Istanbul"
FIRST_DAY = date(2024, 12, 21)
PUBLISHED = datetime(2024, 12, 22, 14, 30, tzinfo=UTC)

#: By kind, then by number: title and summary in both languages.
WORDS = {
    Kind.EVENT: [
        {
            "ar": ("ملتقى العمل المشترك", "يومان من الجلسات وورش العمل، انتهيا بقرارين وثلاث توصيات."),
            "en": (
                "Forum of Joint Work",
                "Two days of sessions and workshops that ended with two decisions and three recommendations.",
            ),
        }
    ],
    Kind.SESSION: [
        {"ar": ("الجلسة الافتتاحية", "كلمات الترحيب."), "en": ("Opening session", "Words of welcome.")},
        {
            "ar": ("ورشة عمل: من القرار إلى المتابعة", "كيف يُتابَع تنفيذ القرارات."),
            "en": ("Workshop: from decision to follow-up", "How decisions are followed up."),
        },
        {
            "ar": ("ندوة: تجارب في التعليم عن بعد", "عرض تجارب ونقاش."),
            "en": ("Panel: experiences of distance learning", "Presentations and a discussion."),
        },
        {
            "ar": ("ورشة عمل: الشباب والمبادرات", "مبادرات يعرضها أصحابها."),
            "en": ("Workshop: young people and their initiatives", "Shown by those who began them."),
        },
    ],
    Kind.DECISION: [
        {
            "ar": ("تشكيل لجنة تحضيرية لمؤتمر دولي", "لجنة من خمسة أعضاء تضع جدول الأعمال وموعد الانعقاد."),
            "en": (
                "A preparatory committee for an international conference",
                "Five members who set the agenda and the date.",
            ),
        },
        {
            "ar": ("إنشاء أكاديمية للتعليم عن بعد", "سبعة مساقات في سنتها الأولى."),
            "en": ("An academy for distance learning", "Seven courses in its first year."),
        },
    ],
    Kind.RECOMMENDATION: [
        {
            "ar": ("تعزيز دور الشباب", "برامج سنوية يقترحها الشباب أنفسهم."),
            "en": (
                "A larger role for young people",
                "Yearly programmes that young people themselves propose.",
            ),
        }
    ],
    Kind.ARTICLE: [
        {
            "ar": (
                "انطلاق أعمال الملتقى في إسطنبول",
                "افتُتح الملتقى صباح السبت بكلمات الترحيب وعرض البرنامج.",
            ),
            "en": (
                "The forum opens in Istanbul",
                "It opened on Saturday morning with words of welcome and the programme.",
            ),
        },
        {
            "ar": ("البيان الختامي للملتقى", "أكد المشاركون ما اتفقوا عليه وشكروا المضيف."),
            "en": (
                "Closing statement of the forum",
                "The participants confirmed what they agreed on and thanked their host.",
            ),
        },
        {
            "ar": ("خلاصات ورش العمل الأربع", "ما انتهت إليه كل ورشة في سطور."),
            "en": ("What the four workshops concluded", "Each workshop in a few lines."),
        },
    ],
    Kind.PAGE: [{"ar": ("عن الملتقى", "من نحن."), "en": ("About the forum", "Who we are.")}],
}
BODY = {
    "ar": """<p>افتُتحت أعمال الملتقى صباح <strong>السبت</strong> بحضور <a href="#prose">ممثلين عن مؤسسات</a> من خمس دول،
وعُرض البرنامج في عشر جلسات بين 10:00 و17:30.</p>
<h2>ما نوقش في اليوم الأول</h2><p>توزعت الجلسات على قاعتين، وقُدمت فيها أوراق قصيرة.</p>
<blockquote><p>ما لا يُتابَع لا يُنجَز.</p></blockquote>
<h3>خطوات المتابعة</h3>
<ol><li>يُسمى لكل قرار مسؤول.</li><li>يُحدد له موعد.</li></ol>
<ul><li>تُنشر كل خطوة بتاريخها.</li><li>ويُذكر دليلها: <bdi>MQF-2024-D1</bdi>.</li></ul>
<table><caption>الجلسات في كل يوم</caption><thead><tr><th scope="col">اليوم</th><th scope="col">الجلسات</th></tr></thead>
<tbody><tr><td>السبت</td><td>6</td></tr><tr><td>الأحد</td><td>4</td></tr></tbody></table>""",
    "en": """<p>The forum opened on <strong>Saturday</strong> morning with <a href="#prose">representatives of institutions</a>
from five countries; the programme has ten sessions between 10:00 and 17:30.</p>
<h2>What the first day was about</h2><p>The sessions were held in two halls, with short papers.</p>
<blockquote><p>What is not followed up is not done.</p></blockquote>
<h3>How it is followed up</h3>
<ol><li>Each decision has somebody who is responsible.</li><li>It has a day by which it is due.</li></ol>
<ul><li>Each step is published with its date.</li><li>So is its evidence: <bdi>MQF-2024-D1</bdi>.</li></ul>
<table><caption>Sessions by day</caption><thead><tr><th scope="col">Day</th><th scope="col">Sessions</th></tr></thead>
<tbody><tr><td>Saturday</td><td>6</td></tr><tr><td>Sunday</td><td>4</td></tr></tbody></table>""",
}


class Sample(SimpleNamespace):
    """Anything with the attributes that it was made with; written out it is its name."""

    def __str__(self):
        return getattr(self, "name", "") or getattr(self, "title", "")


class Rows(list):
    """What a relation gives: ``rows.all()``."""

    def all(self):
        return self


def say(language, arabic, english):
    return arabic if language == "ar" else english


def text(language, kind=Kind.ARTICLE, number=0, **more):
    """A public text of ``kind``; ``more`` overrides any attribute, ``facts`` included."""
    title, summary = WORDS[kind][number % len(WORDS[kind])][language]
    given = {
        "kind": kind,
        "get_kind_display": Kind(kind).label,
        "pk": 12 + number,
        "document_id": 12 + number,
        "language_code": language,
        "title": title,
        "summary": summary,
        "body": BODY[language],
        "slug": f"sample-{number}",
        "kicker": "",
        "byline": say(language, "أمانة الملتقى", "The secretariat"),
        "dateline": say(language, "إسطنبول", "Istanbul"),
        "published_at": PUBLISHED + timedelta(days=number),
        "live_from": PUBLISHED + timedelta(days=9),
        "is_updated": False,
        "get_absolute_url": "#",
        "facts": FACTS[kind](language, number),
        "document": Sample(picture=None, pk=12 + number),
    }
    return Sample(**(given | more))


def picture(language):
    """A drawing of the site's own instead of an upload."""
    words = {"alt": say(language, "نقش هندسي ثماني", "An eight-fold pattern")}
    words["caption"] = say(language, "رسم للعرض.", "A drawing for show.")
    words["credit"] = say(language, "الموقع", "The site")
    labels = {f"{name}_{language}": word for name, word in words.items()}
    file = Sample(name="img/specimen.svg", storage=Sample(url=static))
    return Sample(
        file=file, width=1280, height=720, renditions={}, ppoi="0.5x0.5", **labels,
        licence=Image.Licence.OWN_WORK, get_licence_display=lambda: Image.Licence.OWN_WORK.label, licence_address="",
    )  # fmt: skip


def event(language, number=0, **more):
    """The facts of an event of two days; ``starts_on=None`` for one to come."""
    given = {
        "starts_on": FIRST_DAY,
        "ends_on": FIRST_DAY + timedelta(days=1),
        "time_zone": ZONE,
        "zone": ZoneInfo(ZONE),
        "venue": venue(language),
        "code": "MQF-2024",
        "languages": ["ar", "tr"],
        "is_current": False,
        "is_announced": True,
    }
    return Sample(**(given | more))


def venue(language):
    return Sample(
        name=say(language, "مركز المؤتمرات", "Congress centre"),
        city=say(language, "إسطنبول", "Istanbul"),
        country_label=say(language, "تركيا", "Türkiye"),
        address=say(language, "شارع البحر 7", "7 Sea Street"),
    )


def room(language, number):
    name = say(language, f"القاعة {number}", f"Hall {number}")
    return Sample(pk=number, order=number, name=name)


def session(language, number=0, hour=10, in_room=1, kind=Session.SessionKind.WORKSHOP, **more):
    """The facts of a session of one hour on the first day; ``hour=None`` for one without a time."""
    start = datetime.combine(FIRST_DAY, datetime.min.time(), ZoneInfo(ZONE)) + timedelta(hours=hour or 0)
    given = {
        "starts_at": start if hour else None,
        "ends_at": start + timedelta(hours=1) if hour else None,
        "room": room(language, in_room) if in_room else None,
        "room_id": in_room or None,
        "session_kind": kind,
        "get_session_kind_display": Session.SessionKind(kind).label,
        "event": event(language),
    }
    return Sample(**(given | more))


def resolution(language, number=0, status=Status.IN_PROGRESS, **more):
    given = {
        "status": status,
        "get_status_display": Status(status).label,
        "reference": f"MQF-2024-D{number + 1}",
        "adopted_on": FIRST_DAY + timedelta(days=1),
        "due_on": date(2025, 6, 30),
        "responsible": Rows([body(language)]),
        "event": event(language),
    }
    return Sample(**(given | more))


def article(language, number=0):
    return Sample(article_kind="news", get_article_kind_display=say(language, "خبر", "News"))


#: What makes the facts of each kind.
FACTS = {
    Kind.EVENT: event,
    Kind.SESSION: session,
    Kind.DECISION: resolution,
    Kind.RECOMMENDATION: resolution,
    Kind.ARTICLE: article,
    Kind.PAGE: article,
}


def person(language, number=1, **more):
    given = {
        "name": say(language, f"متحدث نموذجي {number}", f"Sample speaker {number}"),
        "role_line": say(language, "باحث في التاريخ", "Historian"),
        "portrait": None,
        "get_absolute_url": "#",
        "is_sample": True,
    }
    return Sample(**(given | more))


def body(language, site=""):
    return Sample(name=say(language, "أمانة الملتقى", "Secretariat of the forum"), site=site, is_sample=False)


def day(language, is_by_room=True):
    """A day of a programme: one session for all, then three beside and after each other."""
    kinds = Session.SessionKind
    facts = [
        session(language, hour=10, in_room=1, kind=kinds.OPENING),
        session(language, hour=12, in_room=1, kind=kinds.WORKSHOP),
        session(language, hour=12, in_room=2 if is_by_room else 1, kind=kinds.PANEL),
        session(language, hour=14, in_room=2 if is_by_room else 1, kind=kinds.WORKSHOP),
    ]
    speakers = [person(language, 1), person(language, 2)]
    texts = [
        text(language, Kind.SESSION, number, facts=fact, speakers=speakers[: number + 1], chairs=[], document_id=number)
        for number, fact in enumerate(facts)
        if is_by_room or number != 2
    ]  # fmt: skip
    return make_day(FIRST_DAY, 1 if is_by_room else 2, texts)


def untimed_day(language):
    texts = [text(language, Kind.SESSION, 2, facts=session(language, hour=None, in_room=None))]
    return make_day(None, 3, texts)


def attachment(language, kind="PDF"):
    return Sample(
        title=say(language, "نص البيان الختامي", "Text of the closing statement"),
        kind=kind,
        language=language,
        file=Sample(url="#", name=f"sample.{kind.lower()}", size=184_000),
    )


def site(language, **more):
    """The settings of the site with everything said."""
    given = {
        "name": say(language, "ملتقى نموذجي", "Sample Forum"),
        "line": say(language, "ما قرره وما آل إليه", "What it decided and what became of it"),
        "digits": "latn",
        "contact": say(language, "أمانة الملتقى\nشارع البحر 7، إسطنبول", "The secretariat\n7 Sea Street, Istanbul"),
        "email": "desk@forum.example",
        "phone": "+90 212 555 00 00",
        "accounts": (Account(say(language, "قناة الملتقى", "The forum’s channel"), "https://example.org/", "other"),),
    }  # fmt: skip
    return Site(**(given | more))


def page_of(number, total):
    """A page of a list of ``total`` pages."""
    return Sample(
        number=number,
        has_other_pages=total > 1,
        has_previous=number > 1,
        has_next=number < total,
        previous_page_number=number - 1,
        next_page_number=number + 1,
        paginator=Sample(num_pages=total, page_range=range(1, total + 1)),
    )
