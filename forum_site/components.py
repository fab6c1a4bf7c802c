"""What the components page shows: every component, each in its states, by template.

A state is a function: a language in, the context of the template out. A new template of templates/components belongs here, or
into NOT_SHOWN with the reason (tests/forum_site/test_components.py asks).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import PurePosixPath

from events.models import Session
from events.place import Place
from events.recordings import recording_of
from forum_site import component_samples as sample
from publishing.languages import direction, other
from publishing.models import Kind
from resolutions.models import Status

#: Templates of templates/components that draw nothing by themselves.
NOT_SHOWN = {
    "addresses": "links for search engines in the head of a page",
    "both_languages": "links for search engines in the head of a page",
    "preloads": "the fonts that the head of a page asks for first",
    "print_foot": "the foot of a printed page",
    "social": "what a shared link shows, in the head of a page",
    "social_card": "what a shared link shows, in the head of a page",
    "social_locale": "what a shared link shows, in the head of a page",
    "social_site": "what a shared link shows, in the head of a page",
    "structured_data": "what search engines read, in the head of a page",
    "menu": "part of the head of this very page",
}


@dataclass(frozen=True)
class Component:
    """``inside``: the element that it stands in on a page, as "ul.people"; ``is_wide``: its directions stand below each other."""

    template: str
    states: dict
    inside: str = ""
    is_wide: bool = False

    @property
    def name(self):
        return PurePosixPath(self.template).stem


def _plain(_language):
    return {}


def _texts(kind, *numbers, **more):
    """A context with ``text``, for each of the numbers a state of its own name."""
    return lambda language: {"text": sample.text(language, kind, *numbers), **more}


def _in_other_language(kind):
    return lambda language: {"text": sample.text(other(language), kind)}


def _picture(language):
    return {"image": sample.picture(language)}


def _with_picture(kind=Kind.ARTICLE, **more):
    def state(language):
        document = sample.Sample(picture=sample.picture(language), pk=1)
        return {"text": sample.text(language, kind, document=document), **more}

    return state


def _status(status):
    return lambda language: {"status": status.value, "label": status.label}


def _resolution(status, **more):
    def state(language):
        facts = sample.resolution(language, status=status)
        return {"text": sample.text(language, Kind.DECISION, facts=facts), **more}

    return state


def _page_of(number, total):
    return lambda language: {"page_obj": sample.page_of(number, total)}


def _topics(language):
    names = (("القدس", "Jerusalem"), ("التعليم", "Learning"), ("الشباب", "Young people"))
    topics = [sample.Sample(name=sample.say(language, *name), get_absolute_url="#") for name in names]
    return {"topics": topics}


def _empty(language, **more):
    words = sample.say(language, "لم تُنشر أخبار بعد.", "There is no news yet.")
    return {"message": words, **more}


def _session(kind, **more):
    def state(language):
        facts = sample.session(language, kind=kind)
        people = [sample.person(language, 1), sample.person(language, 2)]
        text = sample.text(language, Kind.SESSION, 1, facts=facts, speakers=people, chairs=people[:1])
        return {"text": text, "event": facts.event, "level": 3, **more}

    return state


def _day(make):
    return lambda language: {"day": make(language), "event": sample.event(language), "number": 1}


def _filter(chosen):
    def state(language):
        rooms = [(str(number), sample.room(language, number).name) for number in (1, 2)]
        days = [(day.isoformat(), day) for day in (sample.FIRST_DAY, sample.FIRST_DAY + timedelta(days=1))]
        selects = {"day": days, "room": rooms, "kind": Session.SessionKind.choices[:3]}
        choice = {
            name: sample.Sample(options=options, chosen=chosen.get(name, ""))
            for name, options in selects.items()
        }
        query = "&".join(f"{name}={value}" for name, value in chosen.items())
        return {"filter": sample.Sample(total=10, query=query, **choice), "shown": 4}

    return state


def _place(language):
    texts = [sample.text(language, Kind.SESSION, number) for number in (0, 2)]
    place = Place(2, 10, 1, *texts, beside=[], next_day=sample.FIRST_DAY + timedelta(days=1))
    return {"place": place, "event": sample.event(language)}


def _recording(address):
    return lambda language: {
        "recording": recording_of(address),
        "text": sample.text(language, Kind.SESSION),
    }


def _out_of_date(language):
    original = sample.text(other(language))
    return {"newer_original": original, "switch_url": "#"}


def _home(language):
    facts = [sample.resolution(language, number, status) for number, status in enumerate(Status)]
    decisions = [sample.text(language, Kind.DECISION, number, facts=facts[number]) for number in (0, 1)]
    return {
        "text": sample.text(language, Kind.EVENT),
        "event": sample.event(language),
        "event_text": sample.text(language, Kind.EVENT),
        "decisions": decisions,
        "recommendations": [sample.text(language, Kind.RECOMMENDATION, 0, facts=facts[2])],
        "standing": [(status.value, status.label, number) for number, status in enumerate(Status, start=1)],
        "latest": [sample.text(language, Kind.ARTICLE, number) for number in range(6)],
        "programme": [sample.day(language), sample.untimed_day(language)],
        "session_count": 5,
    }


def _event_to_come(language):
    facts = sample.event(language, starts_on=None, ends_on=None, venue=None, is_announced=False)
    return {"text": sample.text(language, Kind.EVENT, facts=facts), "event": facts}


def _event(language):
    facts = sample.event(language, is_current=True)
    return {
        "text": sample.text(language, Kind.EVENT, facts=facts),
        "event": facts,
        "hosts": [sample.body(language, site="https://example.org/")],
        "days": [sample.day(language)],
    }


def _person(**more):
    def state(language):
        return {"person": sample.person(language), "role": sample.say(language, "متحدث", "Speaker"), **more}

    return state


def _with_portrait(language):
    return {"person": sample.person(language, portrait=sample.picture(language)), "has_portrait": True}


def _update(language, status, number, **more):
    note = sample.say(language, "نُشرت قائمة الأعضاء.", "The list of members was published.")
    given = {
        "to_status": status.value,
        "get_to_status_display": status.label,
        "noted_on": date(2025, 2, 1) + timedelta(days=30 * number),
        "shown_note": note,
        "shown_language": language,
    }
    return sample.Sample(**(given | more))


def _followup(language):
    evidence = sample.text(language, Kind.ARTICLE, 2)
    updates = [
        _update(language, Status.IMPLEMENTED, 2, evidence_url="https://example.org/report"),
        _update(language, Status.IN_PROGRESS, 1, evidence_text=evidence),
    ]
    return {**_resolution_page(language), "updates": updates}


def _resolution_page(language):
    text = sample.text(language, Kind.DECISION)
    return {
        "text": text,
        "resolution": text.facts,
        "responsible": text.facts.responsible,
        "event_text": sample.text(language, Kind.EVENT),
        "session_text": sample.text(language, Kind.SESSION),
        **_topics(language),
    }


def _milestones(language):
    titles = (("تسمية الأعضاء", "Members are named"), ("جدول الأعمال", "The agenda"), ("الموعد", "The date"))
    days = (
        {"done_on": date(2025, 1, 20), "due_on": None},
        {"done_on": None, "due_on": date(2025, 9, 1)},
        {"done_on": None, "due_on": None},
    )
    milestones = [
        sample.Sample(title=sample.say(language, *title), **when)
        for title, when in zip(titles, days, strict=True)
    ]
    return {"milestones": milestones, "reached": 1}


def _set_up(language):
    """What a decision set up: all three at once."""
    say = partial(sample.say, language)
    course = sample.Sample(
        title=say("مدخل إلى تاريخ القدس", "An introduction to the history of Jerusalem"), subject=say("تاريخ", "History"),
        address="", get_level_display=say("مبتدئ", "Beginners"), language="ar", lecturer=sample.person(language, 3),
    )  # fmt: skip
    members = [sample.Sample(person=sample.person(language, 1), role=say("رئيسة", "Chair"))]
    partner = sample.Sample(organisation=sample.body(language), role=say("شريك", "Partner"))
    steps = [
        say("تسجيل الأسر", "Families register"),
        say("ربط كل أسرتين", "Two families are brought together"),
    ]
    return {
        "committee": sample.Sample(
            name=say("اللجنة التحضيرية", "Preparatory committee"),
            mandate=say("تضع جدول الأعمال.", "It sets the agenda."),
        ),
        "members": members,
        "prepares_text": sample.text(language, Kind.EVENT),
        "project": sample.Sample(name=say("مشروع المؤاخاة", "The brotherhood project"), steps=steps),
        "partners": [partner],
        "academy": sample.Sample(name=say("أكاديمية نموذجية", "Sample academy"), site="https://example.org/"),
        "courses": [course],
    }


def _changes(language):
    days = [sample.PUBLISHED + timedelta(days=number) for number in (9, 4, 0)]
    kinds = ({"is_minor": False}, {"is_minor": True}, {"is_first": True})
    changes = [sample.Sample(live_from=day, **kind) for day, kind in zip(days, kinds, strict=True)]
    return {"text": sample.text(language), "changes": changes}


def _about(language):
    return {
        "related_resolutions": [sample.text(language, Kind.DECISION)],
        "sessions": [sample.text(language, Kind.SESSION, 0)],
        "adopted_in": [sample.text(language, Kind.SESSION, 1)],
        "people": [sample.person(language)],
        "event_text": sample.text(language, Kind.EVENT),
    }


def _note(language):
    return {"day": date(2026, 12, 31), "language": language, "direction": direction(language)}


def _site(language):
    return {"site": sample.site(language)}


def _icon(name):
    return lambda language: {"name": name}


ICONS = (
    "search onward back calendar place clock file play feed data eye info mail phone copy send away done planned"
).split()

COMPONENTS = [
    # Words
    Component("specimens/prose.html", {"body": _texts(Kind.ARTICLE)}),
    Component("specimens/buttons.html", {"all": _plain}),
    Component("components/kicker.html", {"kind": _texts(Kind.ARTICLE)}, inside="p.kicker"),
    Component("components/text_title.html", {
        "own language": _texts(Kind.ARTICLE), "other language": _in_other_language(Kind.ARTICLE)}),
    Component("components/words.html", {
        "own language": _texts(Kind.PAGE), "other language": _in_other_language(Kind.PAGE)}),
    Component("components/text_row.html", {
        "article": _texts(Kind.ARTICLE), "decision": _texts(Kind.DECISION),
        "other language": _in_other_language(Kind.ARTICLE)}, inside="ul.rows"),
    Component("articles/byline.html", {"plain": _texts(Kind.ARTICLE), "updated": _changes}),
    Component("articles/about.html", {"all": _about}),
    Component("articles/about_sessions.html", {"one": _about}),
    # Signs
    Component("components/icon.html", {name: _icon(name) for name in ICONS}),
    Component("components/mark.html", {"plain": _plain}),
    Component("components/sample_note.html", {"plain": _plain}),
    Component("components/status.html", {status.value: _status(status) for status in Status}),
    # What leads on
    Component("components/article_card.html", {
        "lead": _with_picture(is_lead=True), "with picture": _with_picture(has_summary=True),
        "without picture": _texts(Kind.ARTICLE), "short": _texts(Kind.ARTICLE, 1, is_short=True)}),
    Component("components/figure.html", {"captioned": _picture}),
    Component("components/topics.html", {"three": _topics}),
    Component("components/pagination.html", {
        "first": _page_of(1, 5), "middle": _page_of(3, 5), "last": _page_of(5, 5)}),
    Component("components/search_form.html", {"page": lambda language: {"place": "page"}}),
    Component("components/share.html", {"plain": _texts(Kind.ARTICLE)}),
    Component("components/paper.html", {"plain": _texts(Kind.ARTICLE)}),
    Component("components/file_item.html", {
        "PDF": lambda language: {"file": sample.attachment(language)},
        "other language": lambda language: {"file": sample.attachment(other(language), "DOCX")}}, inside="ul.files"),
    # What is said about the page
    Component("components/empty.html", {
        "plain": _empty, "with ways": partial(_empty, has_news=True, has_events=True, has_decisions=True)}),
    Component("components/out_of_date.html", {"plain": _out_of_date}),
    Component("components/archive_note.html", {"plain": _note}),
    Component("components/contact.html", {"all": _site}, inside="div.site-foot"),
    # The programme
    Component("components/event_when.html", {"days": _event, "to come": _event_to_come}),
    Component("components/agenda_day.html", {"day": _day(sample.day), "no time": _day(sample.untimed_day)}),
    Component("components/session_item.html", {
        "workshop": _session("workshop"), "with time": _session("panel", has_time=True)}),
    Component("components/programme_cell.html", {"two at once": lambda language: {
        "cell": sample.Sample(sessions=sample.day(language).sessions[1:3]), "row": sample.Sample(is_even=True),
        "event": sample.event(language)}}),
    Component("components/programme_day.html", {
        "rooms": _day(sample.day), "one room": _day(partial(sample.day, is_by_room=False)),
        "no time": _day(sample.untimed_day)}, is_wide=True),
    Component("components/programme_filter.html", {
        "nothing chosen": _filter({}), "chosen": _filter({"room": "2"})}, is_wide=True),
    Component("components/session_place.html", {"both sides": _place}, is_wide=True),
    Component("components/recording.html", {
        "link alone": _recording("https://example.org/recording"),
        "to be shown here": _recording("https://vimeo.com/12345678")}),
    Component("events/event_item.html", {"current": _event, "to come": _event_to_come}, inside="ul.events"),
    Component("events/event_facts.html", {"all": _event}, inside="aside.facts"),
    Component("components/portrait.html", {"none": _person(), "drawn": _with_portrait}),
    Component("people/person_item.html", {
        "plain": _person(), "no portrait": _person(has_portrait=True), "portrait": _with_portrait}, inside="ul.people"),
    # Decisions
    Component("components/resolution_item.html", {
        status.value: _resolution(status, has_summary=True, has_responsible=True) for status in Status},
        inside="ol.resolutions", is_wide=True),
    Component("resolutions/facts.html", {"all": _resolution_page}),
    Component("resolutions/followup.html", {"nothing yet": _resolution_page, "two updates": _followup}),
    Component("resolutions/milestones.html", {"all": _milestones}),
    Component("resolutions/committee.html", {"all": _set_up}),
    Component("resolutions/project.html", {"all": _set_up}),
    Component("resolutions/academy.html", {"all": _set_up}),
    Component("components/statement.html", {"plain": _texts(Kind.ARTICLE, 1)}, is_wide=True),
    # The home page, and the foot
    Component("home/hero.html", {"event": _home, "to come": _event_to_come}, is_wide=True),
    Component("home/hero_of_the_site.html", {"plain": _home}, is_wide=True),
    Component("home/decided.html", {"all": _home}, is_wide=True),
    Component("home/news.html", {"six": _home, "none": _plain}, is_wide=True),
    Component("home/programme.html", {"two days": _home}, is_wide=True),
    Component("components/theme_switch.html", {"three choices": _plain}, inside="div.site-foot"),
    Component("components/footer.html", {"all": _site}, is_wide=True),
]  # fmt: skip
