"""Dates, times and digits as readers see them, in the active language: plain text in, plain text out (no HTML here).

Sources: Arabic checklist, lines 2, 3 and 10 to 12. Hijri dates are computed (Umm al-Qura) and never stored.
"""

import datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from hijridate import Gregorian

from publishing.site import site_settings

#: The first and the last day that anybody who works here may mean.
OUR_TIMES = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
#: The same few days stand on all pages: so many texts of days are kept.
DAYS = 4096
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def digits(value):
    """Anything with digits in; its text out, in the digits of the site (publishing.site; Arabic pages only)."""
    text = str(value)
    if get_language() == "ar" and site_settings().digits == "arab":
        return text.translate(_ARABIC_DIGITS)
    return text


def quantity(value):
    """A whole or decimal number in; "1,203.5" out, or "١٬٢٠٣٫٥" where the site's digits are those."""
    text = f"{Decimal(value).normalize():,f}"
    counted = digits(text)
    return counted if counted == text else counted.replace(",", "٬").replace(".", "٫")


def shown(value, name):
    """A date or time and the name of a format ("DATE_FORMAT") or a format in; its text in the active language out."""
    is_day = type(value) is datetime.date
    return digits(_day_shown(value, name, get_language()) if is_day else date_format(value, name))


@lru_cache(DAYS)
def _day_shown(day, name, _language):
    return date_format(day, name)


def zone(name):
    """A time zone's name in; the zone out: the site's own where there is none of that name."""
    if isinstance(name, datetime.tzinfo):
        return name
    try:
        return ZoneInfo(name or "")
    except (KeyError, ValueError, OSError):
        return timezone.get_default_timezone()


def in_zone(value, time_zone):
    """A date and time in; the same by the clocks of a zone out. One without a zone was read off those clocks."""
    place = zone(time_zone)
    return timezone.make_aware(value, place) if timezone.is_naive(value) else value.astimezone(place)


def day_of(value, time_zone=None):
    """A date, or a date and time, in; the date by the clocks of the zone (else of the current one) out."""
    if not isinstance(value, datetime.datetime):
        return value
    return in_zone(value, time_zone or timezone.get_current_timezone()).date()


def hijri(day):
    """A date in; "21 جمادى الآخرة 1446 هـ" or "21 Jumada al-Akhirah 1446 AH" out; empty outside 1924 to 2077."""
    return digits(_hijri_shown(day, "ar" if get_language() == "ar" else "en"))


@lru_cache(DAYS)
def _hijri_shown(day, language):
    try:
        date = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return ""
    return f"{date.day} {date.month_name(language)} {date.year} {date.notation(language)}"


def range_parts(start, end):
    """Two dates in; their texts out, the first without what the second says: ("21", "22 December 2024")."""
    if start.year != end.year:
        first = "DATE_FORMAT"
    elif start.month != end.month:
        first = "MONTH_DAY_FORMAT"
    else:
        first = "j"
    return shown(start, first), shown(end, "DATE_FORMAT")
