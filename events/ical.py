"""The programme of an event, or one session of it, as a calendar file (RFC 5545; the calendar's name as in RFC 7986).

An entry is known by its UID for ever, the same in both languages and in both files. Its SEQUENCE grows with its words and facts,
so that a calendar that has the entry takes the change; a new name of a place or a person shows in LAST-MODIFIED
(events/changes.py).
"""

from datetime import date, timedelta
from functools import lru_cache

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext
from django.views.decorators.http import conditional_page, require_safe
from icalendar import Calendar, Timezone, vDuration, vText
from icalendar import Event as Entry

from events.changes import changes_of
from events.programme import session_texts
from publishing.characters import fit_to_store
from publishing.dates import OUR_TIMES
from publishing.lists import joined
from publishing.models import Kind
from publishing.pages import document_page, readable_at
from publishing.site_address import site_host, site_root

#: How long a calendar that subscribes may wait before it asks again.
REFRESH = timedelta(hours=12)
#: The rules of the time zone are given for this long before and after the entries.
AROUND = timedelta(days=366)


@conditional_page
@require_safe
def programme_calendar(request, slug):
    """`/{lang}/events/{slug}/programme.ics`. An event that is public in the other language only is given in its words."""
    text = readable_at(Kind.EVENT, ("as_event__venue",), slug)
    # At any other address: the redirect to where the event has moved, or 404.
    return _programme_file(request, text) if text else _moved_programme(request, slug)


@conditional_page
@require_safe
def session_calendar(request, slug):
    """`/{lang}/sessions/{slug}/session.ics`: one entry; 404 for a session that has no time yet."""
    text = readable_at(Kind.SESSION, ("as_session__event__venue", "as_session__room"), slug)
    return _session_file(request, text) if text else _moved_session(request, slug)


def _programme_file(request, text):
    event = text.facts
    sessions = [found for found in session_texts(event, get_language()) if found.facts.starts_at]
    return _file(request, text, event, sessions or ([text] if event.is_announced else []), event.code)


def _session_file(request, text):
    if text.facts.starts_at is None:
        raise Http404("This session has no time yet.")
    event = text.facts.event
    return _file(request, text, event, [text], f"{event.code}-{text.document_id}")


_moved_programme = document_page(Kind.EVENT, is_main=False)(_programme_file)
_moved_session = document_page(Kind.SESSION, is_main=False, related=["as_session__event"])(_session_file)


def _file(request, text, event, shown, name):
    """The response with a calendar called after ``text`` and an entry for each of the texts ``shown``."""
    calendar = as_calendar(text, event, shown, get_language(), site_root(request), site_host(request))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response


def as_calendar(text, event, shown, language, root, host):
    """An icalendar Calendar in ``language`` with the PublicTexts ``shown``: sessions of ``event``, or the event itself."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Multaqa//Programme//{language.upper()}")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _words(text.title, text.language_code))
    calendar.add("url", f"{root}{text.address_in(language)}")
    calendar.add("x-wr-timezone", event.time_zone)
    # RFC 7986, 5.7: the property has no default type.
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone(event, shown))
    people = _people(shown)
    changes = changes_of(event, shown, {person for each in people.values() for person in each})
    for each in shown:
        entry = _entry(each, event, language, root)
        entry.add("uid", f"d{each.document_id}@{host}")
        _say_when_changed(entry, changes[each.document_id])
        _describe(entry, each, people.get(each.document_id, ()), language)
        calendar.add_component(entry)
    return calendar


def _zone(event, shown):
    """The VTIMEZONE of the event; a calendar without entries is valid by it."""
    days = [each.facts.starts_at.date() for each in shown if each.kind == Kind.SESSION]
    days = days or [event.starts_on or timezone.localdate()]
    # Before and after our times no zone has rules to give.
    first, last = (min(max(day, OUR_TIMES[0]), OUR_TIMES[1]) for day in (min(days), max(days)))
    return _rules(event.time_zone, first - AROUND, last + AROUND)


@lru_cache(maxsize=256)
def _rules(zone, first, last):
    """The VTIMEZONE of a zone between two days, which is shared: nobody may change it. It is found by trying every hour, which
    took half of the time of a calendar."""
    return Timezone.from_tzid(zone, first_date=first, last_date=last)


def _entry(text, event, language, root):
    """One VEVENT: a session in the zone of the event, or the event as whole days."""
    entry = Entry()
    if text.kind == Kind.SESSION:
        entry.add("dtstart", text.facts.starts_at.astimezone(event.zone))
        if text.facts.ends_at:
            entry.add("dtend", text.facts.ends_at.astimezone(event.zone))
        kind = fit_to_store(text.facts.get_session_kind_display())
        entry.add("categories", [kind], parameters={"LANGUAGE": language})
    else:
        entry.add("dtstart", event.starts_on)
        # The end of whole days is the day after the last one.
        if event.ends_on < date.max:
            entry.add("dtend", event.ends_on + timedelta(days=1))
        # Whole days of a forum do not make anybody busy all night.
        entry.add("transp", "TRANSPARENT")
    entry.add("status", "CONFIRMED")
    entry.add("summary", _words(text.title, text.language_code))
    place = _place(text, event)
    if place:
        entry.add("location", _words(place, language))
    entry.add("url", f"{root}{text.address_in(language)}")
    return entry


def _say_when_changed(entry, change):
    sequence, moment = change
    entry.add("sequence", sequence)
    for name in ("dtstamp", "last-modified"):
        entry.add(name, moment)


def _describe(entry, text, people, language):
    """The summary, and who takes part. In the language of the page as far as the words are ours."""
    said = [text.summary] if text.summary else []
    if people:
        names = joined([str(person) for person in people])
        said.append(gettext("Taking part: %(names)s") % {"names": names})
    if said:
        entry.add("description", _words("\n\n".join(said), text.language_code if text.summary else language))


def _people(shown):
    """{document id: [Person, each once]} of the sessions among ``shown``, in their order. One query."""
    sessions = [text.facts for text in shown if text.kind == Kind.SESSION]
    prefetch_related_objects(sessions, "participations__person")
    return {
        session.pk: list(dict.fromkeys(row.person for row in session.participations.all()))
        for session in sessions
    }


def _place(text, event):
    """The room, the venue, its city and country, those that are known, in the active language."""
    room = text.facts.room if text.kind == Kind.SESSION else None
    venue = event.venue
    names = [room, venue, venue and venue.city, venue and venue.country_label]
    # Translators: stands between the parts of a place, such as "Hall 1, Congress centre, Istanbul".
    return pgettext("between the parts of a place", ", ").join(str(name) for name in names if name)


def _words(text, language):
    """A value that says which language it is in."""
    value = vText(fit_to_store(text))
    value.params["LANGUAGE"] = language
    return value
