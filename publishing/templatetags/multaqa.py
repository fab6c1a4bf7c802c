"""Dates, times, codes and languages in templates: escaped, isolated, in the language of the page.

Every piece whose direction is not that of the text around it stands in its own <bdi> (Arabic checklist, lines 2 to 4).
"""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from media_library import renditions
from publishing import content_version, dates, isolation, lists
from publishing.languages import direction
from publishing.regions import country_name, language_name
from publishing.typeset import typeset as typeset_body

register = template.Library()


@register.simple_tag
def date_pair(value, time_zone=None):
    """{% date_pair article.live_from %}: the date, and the Hijri date beside it where there is one."""
    if not value:
        return ""
    day = dates.day_of(value, time_zone)
    gregorian, hijri = _time(day.isoformat(), dates.shown(day, "DATE_FORMAT")), dates.hijri(day)
    if not hijri:
        return gregorian
    return format_html('{} <span aria-hidden="true">·</span> <bdi class="hijri">{}</bdi>', gregorian, hijri)


@register.simple_tag
def date_only(value, time_zone=None):
    """{% date_only update.noted_on %}: the date alone, for tables and cards."""
    if not value:
        return ""
    day = dates.day_of(value, time_zone)
    return _time(day.isoformat(), dates.shown(day, "DATE_FORMAT"))


@register.simple_tag
def date_range(start, end=None):
    """{% date_range event.starts_on event.ends_on %}: one date, or two with what they share said once."""
    if not start:
        return ""
    start, end = dates.day_of(start), dates.day_of(end or start)
    if start == end:
        return _time(start.isoformat(), dates.shown(start, "DATE_FORMAT"))
    first, second = dates.range_parts(start, end)
    return _range(
        _time(start.isoformat(), first), _time(end.isoformat(), second), is_spaced=not first.isdigit()
    )


@register.simple_tag
def time_range(start, end=None, time_zone=None):
    """{% time_range session.starts_at session.ends_at event.time_zone %}: by the clocks of the place.

    Two isolated <time> elements, so that the start stands on the reading side; with their dates if the range goes past
    midnight.
    """
    if not start:
        return ""
    start = dates.in_zone(start, time_zone)
    end = dates.in_zone(end, time_zone) if end else None
    form = "DATETIME_FORMAT" if end and _passes_midnight(start, end) else "TIME_FORMAT"
    first = _time(start.isoformat(), dates.shown(start, form))
    if not end or end == start:
        return first
    return _range(first, _time(end.isoformat(), dates.shown(end, form)), is_spaced=form == "DATETIME_FORMAT")


@register.filter
def ltr(value):
    """{{ resolution.reference|ltr }}: a code, an address or a number, left to right in any text."""
    return "" if value in (None, "") else format_html('<bdi dir="ltr">{}</bdi>', value)


@register.filter
def isolated(value):
    """{% blocktranslate with city=venue.city|isolated %}: a text of any direction, in a <bdi> of its own."""
    return "" if value in (None, "") else format_html("<bdi>{}</bdi>", value)


@register.filter
def runs(text):
    """{{ text.title|runs }}: words that a person typed, with the runs isolated that Arabic would take apart."""
    found = isolation.pieces(str(text or ""))
    return format_html_join("", "{}", ((_run(piece) if is_run else piece,) for piece, is_run in found))


@register.filter
def joined(values):
    """{{ resolution.responsible.all|joined }}: "a, b and c", each in a <bdi> of its own."""
    return lists.joined([isolated(value) for value in values], fill=format_html)


@register.filter
def numeral(value):
    """{{ count|numeral }}: in the digits of the site."""
    return "" if value is None else dates.digits(value)


@register.filter
def quantity(value):
    """{{ figure.value|quantity }}: a number with its thousands apart and no zeros at its end, in the digits of the site."""
    return "" if value is None else dates.quantity(value)


@register.filter
def typeset(text, what=""):
    """{{ text|typeset }}: the body of a text as it stands on a page; {{ text|typeset:"points" }}: with its points named."""
    return typeset_body(text, has_points=what == "points")


@register.filter
def lang_attrs(text, of=None):
    """<h2{{ text|lang_attrs }}>: the lang and dir of a text, where they are not those of the page.

    A text is anything with a language_code or a language, or a language code itself.
    {{ LANGUAGE_CODE|lang_attrs:text }} says the same, with the page's language named.
    """
    page_language, text = (get_language(), text) if of is None else (text, of)
    code = getattr(text, "language_code", None) or getattr(text, "language", None) or text
    if not code or not isinstance(code, str) or code == page_language:
        return ""
    return format_html(' lang="{}" dir="{}"', code, direction(code))


@register.filter
def country(code):
    """{{ venue.country|country }}: the country's name in the language of the page."""
    return country_name(code)


@register.filter
def language(code):
    """{{ attachment.language|language }}: the language's name in the language of the page."""
    return language_name(code)


@register.filter
def countries(codes):
    """{{ session.countries|countries|joined }}: the countries' names in the language of the page."""
    return [country_name(code) for code in codes]


@register.filter
def languages(codes):
    """{{ event.languages|languages|joined }}: the languages' names in the language of the page."""
    return [language_name(code) for code in codes]


@register.simple_tag
def picture(image, size):
    """{% picture article.picture "card" as shown %}: see media_library.renditions.picture; None without a picture."""
    return renditions.picture(image, size)


@register.simple_tag
def icon(name):
    """{% icon "onward" %}: a small drawing of components/icon.html."""
    return _icon(name)


@register.tag
def remembered(parser, token):
    """{% remembered "the head" some more %} … {% end_remembered %}: what all pages of a language share, drawn once while the
    content version holds. ``some`` and ``more`` are all that it depends on besides what is public: few values each."""
    _tag, *told = token.split_contents()
    nodes = parser.parse(["end_remembered"])
    parser.delete_first_token()
    return _Remembered(nodes, [parser.compile_filter(one) for one in told])


class _Remembered(template.Node):
    def __init__(self, nodelist, told):
        self.nodelist = nodelist
        self.told = told

    def render(self, context):
        name = ("drawn", get_language(), *(one.resolve(context) for one in self.told))
        return content_version.remembered(name, lambda: self.nodelist.render(context))


@cache
def _icon(name):
    # A page shows twenty of them, which never change.
    return render_to_string("components/icon.html", {"name": name})


def _time(stamp, text):
    return format_html('<bdi><time datetime="{}">{}</time></bdi>', stamp, text)


def _run(piece):
    own = format_html_join("", ' {}="{}"', isolation.attributes(piece))
    return format_html("<bdi{}>{}</bdi>", own, piece)


def _range(first, second, is_spaced):
    return format_html("{}{}{}", first, " – " if is_spaced else "–", second)


def _passes_midnight(start, end):
    """Whether the two are on different days; an end at midnight itself still belongs to the evening."""
    if start.date() == end.date():
        return False
    is_midnight_after = (end.date() - start.date()).days == 1 and end.time().isoformat() == "00:00:00"
    return not is_midnight_after
