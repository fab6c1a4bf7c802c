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
from forum_site import component_follow_ups as follow_ups
from forum_site import component_records as records
from forum_site import component_samples as sample
from forum_site import component_searches as searches
from forum_site import component_set_ups as set_ups
from publishing.languages import direction, other
from publishing.models import Kind
from resolutions.data_dictionary import FILTERS, RELATION
from resolutions.data_page import in_both_languages
from resolutions.models import Course, Status

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
    Component("articles/byline.html", {"plain": _texts(Kind.ARTICLE), "updated": records.changes}),
    Component("components/history.html", {"changes": records.changes, "with days": records.with_days}),
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
    Component("search/hit.html", {"marked": searches.hit}, inside="ol.rows"),
    Component("search/said.html", {
        "none": searches.said(0, 3), "some": searches.said(11, 1), "many": searches.said(1000, is_capped=True)}),
    Component("search/choices.html", {"nothing chosen": searches.choices(), "chosen": searches.choices(1)}),
    Component("search/nothing.html", {"with words": searches.nothing}, is_wide=True),
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
    Component("resolutions/facts.html", {"all": records.page}),
    Component("resolutions/relations.html", {"all": records.page}, inside="dl.facts"),
    Component("resolutions/replaced.html", {"plain": records.replaced}),
    Component("resolutions/followup.html", {"nothing yet": records.untold, "under way": records.followed}),
    Component("resolutions/timeline_entry.html", {
        "update": records.told(), "with evidence": records.told(has_text=True, url="https://example.org/"),
        "note to follow": records.in_other_language, "replaced": records.replaced_line,
        "corrected": records.told(correction_on=records.DAY), "correction": records.told(corrects_id=6, corrects_on=records.DAY),
        "recorded later": records.told(recorded_on=records.DAY), "reached": records.step("done", "done"),
        "planned": records.step("planned", "planned"), "day passed": records.step("planned", "planned", is_late=True),
        "no day": records.step("planned", "planned", None), "news": records.news}, inside="ol.timeline"),
    Component("resolutions/record.html", {"changed twice": records.record, "no day": records.record_of_no_day}),
    Component("resolutions/cite.html", {"both languages": records.cited}),
    Component("resolutions/list_filter.html", {
        "nothing chosen": follow_ups.chosen(), "chosen": follow_ups.chosen(status="stalled")}, is_wide=True),
    Component("resolutions/progress.html", {
        "both kinds": follow_ups.counted(Kind.DECISION, Kind.RECOMMENDATION),
        "one kind": follow_ups.counted(Kind.DECISION)}, is_wide=True),
    Component("resolutions/follow_up_table.html", {"two": follow_ups.followed_up}, is_wide=True),
    Component("resolutions/last_update.html", {
        "plain": follow_ups.row(0), "long ago": follow_ups.row(1), "under a heading": follow_ups.row(1, is_short=True)}),
    Component("resolutions/due.html", {
        "plain": follow_ups.row(0), "passed": follow_ups.row(1), "under a heading": follow_ups.row(0, is_short=True)}),
    Component("resolutions/data_links.html", {"all": follow_ups.data_links, "chosen": follow_ups.chosen_data_links}),
    Component("resolutions/data_files.html", {"all": _plain}, is_wide=True),
    Component("resolutions/data_keys.html", {
        "meaning and type": lambda language: {"keys": RELATION.keys, "has_types": True},
        "meaning": lambda language: {"keys": FILTERS, "has_types": False}}),
    Component("resolutions/data_codes.html", {"statuses": lambda language: {"rows": in_both_languages(Status.choices)}}),
    # What a decision set up
    Component("resolutions/committee.html", {"all": set_ups.set_up}),
    Component("resolutions/project.html", {"all": set_ups.set_up}),
    Component("resolutions/academy.html", {"all": set_ups.set_up}),
    Component("resolutions/member.html", {
        "present": set_ups.membership, "former": partial(set_ups.membership, ends_on=date(2025, 6, 30))}, inside="ul.members"),
    Component("resolutions/term.html", {
        "present": set_ups.membership, "former": partial(set_ups.membership, ends_on=date(2025, 6, 30)),
        "to come": partial(set_ups.membership, is_to_come=True),
        "until": partial(set_ups.membership, starts_on=None, ends_on=date(2025, 6, 30))}, inside="p.meta"),
    Component("resolutions/meeting.html", {
        "held": set_ups.reported_meeting, "planned": set_ups.meeting(due_on=date(2025, 9, 1)),
        "not reported": set_ups.meeting(due_on=date(2025, 2, 1), is_unreported=True), "no day": set_ups.meeting()},
        inside="ol.meetings"),
    Component("resolutions/partner.html", {"plain": set_ups.partner}, inside="ul.partners"),
    Component("resolutions/question.html", {"plain": set_ups.question}, inside="ol.questions"),
    Component("resolutions/reported_figure.html", {"plain": set_ups.figure}, inside="ul.reported-figures"),
    Component("resolutions/course.html", {
        level.value: set_ups.course(level.value) for level in Course.Level}, inside="ul.courses"),
    Component("people/membership.html", {"plain": set_ups.membership}, inside="ul.rows"),
    Component("people/taught_course.html", {"plain": set_ups.course("advanced")}, inside="ul.rows"),
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
