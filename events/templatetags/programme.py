"""What the pages of events, sessions and people say besides dates and times: the zone, the Hijri days, sizes of files."""

from babel import Locale
from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, gettext

from events.materials import size_of
from publishing import dates
from publishing.languages import LANGUAGES

register = template.Library()


@register.filter
def zone_name(time_zone):
    """{{ event.time_zone|zone_name }}: "Istanbul time" («توقيت إسطنبول»), in the language of the page, the city isolated."""
    # Translators: a time zone by its city, such as "Istanbul time".
    return format_html(gettext("{city} time"), city=format_html("<bdi>{}</bdi>", _city(time_zone)))


@register.simple_tag
def hijri_range(start, end=None, time_zone=None):
    """{% hijri_range event.starts_on event.ends_on %}: the Hijri days, what the two share said once; '' where there are none."""
    if not start:
        return ""
    first, last = (dates.hijri(dates.day_of(day, time_zone)) for day in (start, end or start))
    if not (first and last) or first == last:
        return format_html('<bdi class="hijri">{}</bdi>', last) if last else ""
    (number, month), (_last_number, last_month) = first.split(" ", 1), last.split(" ", 1)
    if month == last_month:
        return format_html('<span class="hijri"><bdi>{}</bdi>–<bdi>{}</bdi></span>', number, last)
    return format_html('<span class="hijri"><bdi>{}</bdi> – <bdi>{}</bdi></span>', first, last)


@register.filter
def file_size(attachment):
    """{{ file|file_size }}: "120 KB" («120 كيلوبايت»), or '' where the file is gone."""
    size = size_of(attachment)
    if size is None:
        return ""
    if size < 1_000_000:
        return gettext("{number} KB").format(number=dates.digits(max(1, round(size / 1000))))
    return gettext("{number} MB").format(number=dates.digits(round(size / 1_000_000, 1)))


def _city(time_zone):
    """The name of a zone ("Europe/Istanbul") in; that of its city in the active language out."""
    code = get_language() if get_language() in LANGUAGES else LANGUAGES[0]
    named = Locale(code).time_zones.get(time_zone, {}).get("city")
    return named or time_zone.rpartition("/")[2].replace("_", " ")
