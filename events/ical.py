"""The programme of an event as a calendar file (RFC 5545; the calendar's name as in RFC 7986).

An entry is known by its UID for ever, the same in both languages. Its SEQUENCE grows with every new text and with every
change of the session's facts in the admin, so that a calendar that has the entry takes the change.
"""

from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.db.models import Count, Max
from django.http import HttpResponse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import conditional_page
from icalendar import Calendar, vText
from icalendar import Event as Entry

from events.programme import session_texts
from publishing.characters import fit_to_store
from publishing.models import Kind, PublicText, Revision
from publishing.pages import document_page
from publishing.site_address import site_host, site_root


@conditional_page
def programme_calendar(request, slug):
    """`/{lang}/events/{slug}/programme.ics`. An event that is public in the other language only is given in its words."""
    language = get_language()
    texts = (
        PublicText.objects.of_kind(Kind.EVENT)
        .readable_in(language)
        .with_facts(Kind.EVENT, extra=["as_event__venue"])
    )
    text = min(texts.filter(slug=slug), key=lambda text: text.language_code != language, default=None)
    # At any other address: the redirect to where the event has moved, or 404.
    return calendar_file(request, text) if text else _elsewhere(request, slug)


def calendar_file(request, text):
    """The PublicText of an event (with its facts) in; the response with its calendar in the active language out."""
    calendar = programme_as_calendar(text, get_language(), site_root(request), site_host(request))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{text.facts.code}.ics"'
    return response


_elsewhere = document_page(Kind.EVENT, is_main=False)(calendar_file)


def programme_as_calendar(text, language, root, host):
    """An icalendar Calendar with the live sessions that have a time; the event itself, day by day, where none has."""
    event = text.facts
    calendar = Calendar()
    calendar.add("prodid", f"-//Multaqa//Programme//{language.upper()}")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _words(text.title, text.language_code))
    calendar.add("x-wr-timezone", event.time_zone)
    sessions = [session for session in session_texts(event, language) if session.facts.starts_at]
    shown = sessions or ([text] if event.is_announced else [])
    changes = _changes(shown)
    for session in shown:
        calendar.add_component(_entry(session, event, language, root, host, changes[session.document_id]))
    if sessions:
        days = [session.facts.starts_at.date() for session in sessions]
        year = timedelta(days=366)
        calendar.add_missing_timezones(first_date=min(days) - year, last_date=max(days) + year)
    return calendar


def _entry(text, event, language, root, host, change):
    """One VEVENT: a session in the zone of the event, or the event as whole days. ``change`` is (number, moment)."""
    sequence, changed_at = change
    entry = Entry()
    entry.add("uid", f"d{text.document_id}@{host}")
    entry.add("sequence", sequence)
    entry.add("dtstamp", changed_at)
    entry.add("last-modified", changed_at)
    if text.kind == Kind.SESSION:
        entry.add("dtstart", text.facts.starts_at.astimezone(event.zone))
        if text.facts.ends_at:
            entry.add("dtend", text.facts.ends_at.astimezone(event.zone))
        entry.add("categories", [_words(text.facts.get_session_kind_display(), language)])
    else:
        entry.add("dtstart", event.starts_on)
        # The end of whole days is the day after the last one.
        entry.add("dtend", event.ends_on + timedelta(days=1))
    entry.add("summary", _words(text.title, text.language_code))
    if text.summary:
        entry.add("description", _words(text.summary, text.language_code))
    place = _place(text, event)
    if place:
        entry.add("location", _words(place, language))
    entry.add("url", f"{root}{text.address_in(language)}")
    return entry


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


def _changes(texts):
    """How often each document has changed, in both languages, and when last: {document id: (number, moment)}. Two queries."""
    ids = [text.document_id for text in texts]
    published = Revision.objects.filter(document_id__in=ids).ever_public().order_by()
    published = published.values_list("document_id").annotate(Count("pk"), Max("live_from"))
    changes = {pk: (number, moment) for pk, number, moment in published}
    facts = LogEntry.objects.filter(
        content_type__app_label="events", content_type__model__in=["session", "event"]
    )
    facts = facts.filter(object_id__in=[str(pk) for pk in ids]).order_by()
    for pk, number, moment in facts.values_list("object_id").annotate(Count("pk"), Max("action_time")):
        texts_so_far, published_at = changes[int(pk)]
        changes[int(pk)] = (texts_so_far + number, max(published_at, moment))
    return changes
