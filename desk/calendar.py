"""A month of the desk: what goes public, what ends, and what is due, day by day, the Hijri day beside each."""

import re
from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Exists, OuterRef, Q, When
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import get_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from hijridate import Gregorian

from accounts.models import User
from desk.ages import is_past
from desk.links import desk_links
from desk.queries import kinds_for, languages_of, light_copies, open_assignments
from publishing.dates import day_of, digits, hijri, shown
from publishing.desk_addresses import form_address
from publishing.languages import NAMES
from publishing.models import Revision
from publishing.models.revision import LONG_WORDS

#: As far as anybody plans or looks back.
YEARS = range(1990, 2077)


@dataclass(order=True)
class Entry:
    """Something that happens on a day: at a moment, or (``at`` None) at any time of it."""

    sort_key: tuple
    day: date = field(compare=False)
    what: str = field(compare=False)
    label: str = field(compare=False)
    title: str = field(compare=False)
    title_language: str = field(compare=False)
    language_name: str = field(compare=False)
    address: str = field(compare=False)
    at: datetime | None = field(compare=False, default=None)
    assignee: User | None = field(compare=False, default=None)
    is_overdue: bool = field(compare=False, default=False)


@dataclass
class Day:
    """A cell of the month: its date, what the Hijri calendar calls it, and its entries."""

    date: date
    hijri: str
    hijri_short: str
    is_in_month: bool
    is_today: bool
    entries: list[Entry]
    more: int = 0


@dataclass
class Month:
    """What the template shows: rows of seven Days under the names of the weekdays."""

    title: str
    hijri_title: str
    weekdays: list[str]
    weeks: list[list[Day]]
    address: str
    previous: str
    next: str
    is_this_month: bool
    has_entries: bool


@require_safe
def calendar(request):
    """The page of the month that ``?month=2026-05`` names, this month where it names none."""
    if not kinds_for(request.user):
        raise PermissionDenied
    month = month_of(request.user, asked_month(request.GET.get("month", "")))
    context = {
        **admin.site.each_context(request),
        "title": _("Calendar"),
        "links": desk_links(request.user, "desk_calendar"),
        "month": month,
        "is_page": True,
    }
    return render(request, "admin/desk/calendar.html", context)


def asked_month(text):
    """ "2026-05" in; the first of that month out, of the present one where the text names none."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", text):
        year, month = int(text[:4]), int(text[5:])
        if year in YEARS and 1 <= month <= 12:
            return date(year, month, 1)
    return timezone.localdate().replace(day=1)


def month_of(user, first, most=None):
    """The Month that begins on ``first``, with what ``user`` may open; ``most`` entries a day, all of them if None."""
    after = (first + timedelta(days=32)).replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    entries = _entries(user, first, after)
    # Django counts from Sunday, Python from Monday.
    week = Calendar((int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7)
    weeks = week.monthdatescalendar(first.year, first.month)
    today = timezone.localdate()
    return Month(
        title=shown(first, "YEAR_MONTH_FORMAT"),
        hijri_title=_hijri_months(first, after - timedelta(days=1)),
        weekdays=[str(WEEKDAYS[number]) for number in week.iterweekdays()],
        weeks=[[_day(day, first, today, entries, weeks[0][0], most) for day in row] for row in weeks],
        address=_address(first),
        previous=_address(before) if before.year in YEARS else "",
        next=_address(after) if after.year in YEARS else "",
        is_this_month=first == today.replace(day=1),
        has_entries=bool(entries),
    )


def _address(first):
    return f"{reverse('admin:desk_calendar')}?month={first:%Y-%m}"


def _day(day, first, today, entries, first_shown, most):
    found = sorted(entries.get(day, []))
    shown_entries = found[:most]
    return Day(
        day, hijri(day), _hijri_short(day, day in (first, first_shown)), day.month == first.month, day == today,
        shown_entries, len(found) - len(shown_entries),
    )  # fmt: skip


# ---- Hijri


def _hijri_short(day, is_first):
    """The number of the Hijri day; with the name of its month where that begins, and where the month shown does."""
    found = Gregorian.fromdate(day).to_hijri()
    number = digits(found.day)
    return f"{number} {found.month_name(_language())}" if found.day == 1 or is_first else number


def _hijri_months(first, last):
    """The Hijri months that a month touches: "Shaban – Ramadan 1446 AH"."""
    months = []
    for moment in (first, first + timedelta(days=15), last):
        found = Gregorian.fromdate(moment).to_hijri()
        if (found.month, found.year) not in [(known.month, known.year) for known in months]:
            months.append(found)
    language, end = _language(), months[-1]
    names = [
        month.month_name(language)
        if month.year == end.year
        else f"{month.month_name(language)} {digits(month.year)}"
        for month in months
    ]
    return f"{' – '.join(names)} {digits(end.year)} {end.notation(language)}"


def _language():
    return "ar" if get_language() == "ar" else "en"


# ---- What happens


def _entries(user, first, after):
    """{date: [Entry, …]} from the day ``first`` up to, not including, ``after``: three queries."""
    kinds, languages = kinds_for(user), languages_of(user)
    begin, end = (timezone.make_aware(datetime.combine(day, time())) for day in (first, after))
    entries = [*_moments(kinds, languages, begin, end), *_due(kinds, languages, first, after)]
    found = defaultdict(list)
    for entry in entries:
        found[entry.day].append(entry)
    return found


def _moments(kinds, languages, begin, end):
    """What goes public from ``begin`` to ``end``, and what ends without another text in its place; in time to come."""
    begin = max(begin, timezone.now())
    following = Revision.objects.filter(
        document_id=OuterRef("document_id"),
        language_code=OuterRef("language_code"),
        live_from=OuterRef("live_until"),
    )
    starts = Q(live_from__gt=timezone.now(), live_from__gte=begin, live_from__lt=end)
    ends = Q(live_until__gte=begin, live_until__lt=end) & ~Exists(following)
    texts = Revision.objects.filter(starts | ends, language_code__in=languages, kind__in=kinds)
    texts = texts.filter(document__binned_at=None).select_related("document")
    texts = texts.annotate(
        is_start=Case(When(starts, then=True), default=False),
        is_end=Case(When(ends, then=True), default=False),
    )
    for text in texts.defer(*LONG_WORDS, "note"):
        if text.is_start:
            yield _moment(text, text.live_from, "begins", _("Goes public"))
        if text.is_end:
            yield _moment(text, text.live_until, "ends", pgettext("what happens to a text on a day", "Ends"))


def _moment(text, at, what, label):
    return Entry(
        (False, at, text.pk), day_of(at), what, label, text.title, text.language_code, NAMES[text.language_code],
        form_address(text.document, text.language_code), at,
    )  # fmt: skip


def _due(kinds, languages, first, after):
    """What somebody is to have done by a day from ``first`` to ``after``."""
    found = open_assignments().filter(due_on__gte=first, due_on__lt=after, language_code__in=languages)
    found = found.filter(document__kind__in=kinds).select_related("document", "assignee")
    for row in found.prefetch_related(light_copies("document__")):
        title, title_language = row.document.title_for(row.language_code)
        yield Entry(
            (True, row.pk), row.due_on, "due", pgettext("what happens to a text on a day", "Due"), title, title_language,
            NAMES[row.language_code], form_address(row.document, row.language_code), assignee=row.assignee,
            is_overdue=is_past(row.due_on),
        )  # fmt: skip
