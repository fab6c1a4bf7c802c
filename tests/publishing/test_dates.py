"""Dates, times, digits and languages in templates: the exact text and markup, in both languages."""

import datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import formats, timezone
from django.utils.translation import override

from publishing import dates
from publishing.regions import country_choices, country_name, language_choices, language_name

CLOSING = datetime.date(2024, 12, 22)


def render(source, language="ar", **context):
    with override(language):
        return Template("{% load multaqa %}" + source).render(Context(context))


def at(hour, minute=0, day=21, month=12, year=2024):
    return datetime.datetime(year, month, day, hour, minute, tzinfo=datetime.UTC)


# ---- A date with its Hijri date


@pytest.mark.parametrize(
    ("language", "html"),
    [
        (
            "ar",
            '<bdi><time datetime="2024-12-22">22 ديسمبر 2024</time></bdi> <span aria-hidden="true">·</span> '
            '<bdi class="hijri">21 جمادى الآخرة 1446 هـ</bdi>',
        ),
        (
            "en",
            '<bdi><time datetime="2024-12-22">22 December 2024</time></bdi> <span aria-hidden="true">·</span> '
            '<bdi class="hijri">21 Jumada al-Akhirah 1446 AH</bdi>',
        ),
    ],
)
def test_date_pair(language, html):
    assert render("{% date_pair day %}", language, day=CLOSING) == html


@pytest.mark.parametrize("year", [1000, 1900, 1923, 2078, 9999])
def test_a_year_outside_the_hijri_tables_has_no_hijri_date(year):
    day = datetime.date(year, 6, 1)
    with override("en"):
        assert render("{% date_pair day %}", "en", day=day) == (
            f'<bdi><time datetime="{day.isoformat()}">1 June {year}</time></bdi>'
        )


def test_the_first_and_last_day_of_the_hijri_tables():
    with override("ar"):
        assert dates.hijri(datetime.date(1924, 8, 1)) == "1 محرم 1343 هـ"
        assert dates.hijri(datetime.date(2077, 11, 16)) == "30 ذو الحجة 1500 هـ"
        assert dates.hijri(datetime.date(1924, 7, 31)) == ""
        assert dates.hijri(datetime.date(2077, 11, 17)) == ""


def test_a_moment_is_dated_by_the_clocks_of_the_place():
    late = at(22, 30)  # half past one in the morning of the 22nd in Istanbul
    assert "22 December 2024" in render("{% date_pair moment %}", "en", moment=late)
    assert "21 December 2024" in render("{% date_pair moment 'America/New_York' %}", "en", moment=late)
    with timezone.override("UTC"):
        assert "21 December 2024" in render("{% date_only moment %}", "en", moment=late)


@pytest.mark.parametrize("tag", ["date_pair", "date_only", "date_range", "time_range"])
def test_no_date_is_nothing(tag):
    assert render(f"{{% {tag} nothing %}}", nothing=None) == ""


# ---- Ranges


@pytest.mark.parametrize(
    ("start", "end", "arabic", "english"),
    [
        ("2024-12-21", "2024-12-22", ("21", "22 ديسمبر 2024", "–"), ("21", "22 December 2024", "–")),
        (
            "2024-11-30",
            "2024-12-02",
            ("30 نوفمبر", "2 ديسمبر 2024", " – "),
            ("30 November", "2 December 2024", " – "),
        ),
        (
            "2024-12-31",
            "2025-01-01",
            ("31 ديسمبر 2024", "1 يناير 2025", " – "),
            ("31 December 2024", "1 January 2025", " – "),
        ),
    ],
)
def test_date_range(start, end, arabic, english):
    for language, (first, second, dash) in (("ar", arabic), ("en", english)):
        days = {"start": datetime.date.fromisoformat(start), "end": datetime.date.fromisoformat(end)}
        assert render("{% date_range start end %}", language, **days) == (
            f'<bdi><time datetime="{start}">{first}</time></bdi>{dash}<bdi><time datetime="{end}">{second}</time></bdi>'
        )


@pytest.mark.parametrize("end", [None, CLOSING])
def test_a_range_of_one_day_is_that_day(end):
    html = render("{% date_range start end %}", "ar", start=CLOSING, end=end)
    assert html == '<bdi><time datetime="2024-12-22">22 ديسمبر 2024</time></bdi>'


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("start", "end", "first", "second"),
    [
        (at(6), at(7, 30), ("2024-12-21T09:00:00+03:00", "09:00"), ("2024-12-21T10:30:00+03:00", "10:30")),
        (at(9), at(10), ("2024-12-21T12:00:00+03:00", "12:00"), ("2024-12-21T13:00:00+03:00", "13:00")),
        (at(21), at(22), ("2024-12-22T00:00:00+03:00", "00:00"), ("2024-12-22T01:00:00+03:00", "01:00")),
        (at(19), at(21), ("2024-12-21T22:00:00+03:00", "22:00"), ("2024-12-22T00:00:00+03:00", "00:00")),
    ],
    ids=["morning", "noon", "from midnight", "to midnight"],
)
def test_time_range(language, start, end, first, second):
    assert render("{% time_range start end 'Europe/Istanbul' %}", language, start=start, end=end) == (
        f'<bdi><time datetime="{first[0]}">{first[1]}</time></bdi>–'
        f'<bdi><time datetime="{second[0]}">{second[1]}</time></bdi>'
    )


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("ar", "21 ديسمبر 2024، 22:00", "22 ديسمبر 2024، 01:00"),
        ("en", "21 December 2024, 22:00", "22 December 2024, 01:00"),
    ],
)
def test_a_range_past_midnight_names_both_days(language, first, second):
    html = render("{% time_range start end 'Europe/Istanbul' %}", language, start=at(19), end=at(22))
    assert html == (
        f'<bdi><time datetime="2024-12-21T22:00:00+03:00">{first}</time></bdi> – '
        f'<bdi><time datetime="2024-12-22T01:00:00+03:00">{second}</time></bdi>'
    )


def test_a_range_over_the_change_of_clocks_shows_what_the_clocks_show():
    # Berlin, 27 October 2024: at three the clocks go back to two.
    html = render(
        "{% time_range start end 'Europe/Berlin' %}", "en", start=at(0, 0, 27, 10), end=at(2, 0, 27, 10)
    )
    assert html == (
        '<bdi><time datetime="2024-10-27T02:00:00+02:00">02:00</time></bdi>–'
        '<bdi><time datetime="2024-10-27T03:00:00+01:00">03:00</time></bdi>'
    )


@pytest.mark.parametrize("time_zone", ["Nowhere/City", "", None, "../../etc/passwd", "\x00", "Europe"])
def test_an_unknown_time_zone_is_the_sites_own(time_zone):
    html = render("{% time_range start None zone %}", "en", start=at(6), zone=time_zone)
    assert html == '<bdi><time datetime="2024-12-21T09:00:00+03:00">09:00</time></bdi>'


def test_a_time_without_a_zone_was_read_off_the_clocks_of_the_place():
    html = render("{% time_range start None 'Asia/Gaza' %}", "en", start=datetime.datetime(2024, 7, 1, 9, 0))
    assert html == '<bdi><time datetime="2024-07-01T09:00:00+03:00">09:00</time></bdi>'


# ---- Digits


def test_the_sites_digits_are_those_of_arabic_pages_only(settings):
    settings.MULTAQA_DIGITS = "arab"
    assert "٢٢ ديسمبر ٢٠٢٤" in render("{% date_pair day %}", "ar", day=CLOSING)
    assert "٢١ جمادى الآخرة ١٤٤٦ هـ" in render("{% date_pair day %}", "ar", day=CLOSING)
    assert '<time datetime="2024-12-22">' in render("{% date_pair day %}", "ar", day=CLOSING)
    assert render("{{ n|numeral }}", "ar", n=1203) == "١٢٠٣"
    assert render("{{ n|numeral }}", "en", n=1203) == "1203"


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (None, ""), ("12%", "12%"), (1203, "1203")])
def test_digits_as_they_are(value, text):
    assert render("{{ n|numeral }}", "ar", n=value) == text


@pytest.mark.parametrize(
    ("value", "text", "arabic"),
    [("1250.00", "1,250", "١٬٢٥٠"), ("2.50", "2.5", "٢٫٥"), ("0.00", "0", "٠"), ("1234567.89", "1,234,567.89", "١٬٢٣٤٬٥٦٧٫٨٩"),
     ("100", "100", "١٠٠"), ("-7", "-7", "-٧")],
)  # fmt: skip
def test_quantities_have_their_thousands_apart_and_no_zeros_at_their_end(settings, value, text, arabic):
    assert (
        render("{{ n|quantity }}", "ar", n=Decimal(value))
        == render("{{ n|quantity }}", "en", n=Decimal(value))
        == text
    )
    settings.MULTAQA_DIGITS = "arab"
    assert render("{{ n|quantity }}", "ar", n=Decimal(value)) == arabic
    assert render("{{ n|quantity }}", "en", n=Decimal(value)) == text
    assert render("{{ n|quantity }}", "en", n=None) == ""


# ---- Formats of forms and lists


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("ar", "DATE_FORMAT", "5 مارس 2026"),
        ("ar", "DATETIME_FORMAT", "5 مارس 2026، 14:30"),
        ("ar", "SHORT_DATETIME_FORMAT", "5/3/2026، 14:30"),
        ("ar", "YEAR_MONTH_FORMAT", "مارس 2026"),
        ("en", "DATE_FORMAT", "5 March 2026"),
        ("en", "DATETIME_FORMAT", "5 March 2026, 14:30"),
        ("en", "SHORT_DATE_FORMAT", "5/3/2026"),
    ],
)
def test_formats(language, name, text):
    with override(language):
        assert formats.date_format(datetime.datetime(2026, 3, 5, 14, 30), name) == text


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("typed", ["2024-12-22", "22/12/2024", "22-12-2024"])
def test_dates_that_editors_may_type(language, typed):
    from django.forms import DateField

    with override(language):
        assert DateField().clean(typed) == CLOSING


def test_the_week_begins_on_saturday_in_arabic():
    with override("ar"):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 6
    with override("en"):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 0


# ---- Codes and languages


def test_a_code_is_isolated_and_escaped():
    assert render("{{ code|ltr }}", code="MQF-2024-D1") == '<bdi dir="ltr">MQF-2024-D1</bdi>'
    assert render("{{ code|ltr }}", code="<b>") == '<bdi dir="ltr">&lt;b&gt;</bdi>'
    assert render("{{ code|ltr }}{{ none|ltr }}", code="", none=None) == ""


class Text:
    def __init__(self, language_code):
        self.language_code = language_code


@pytest.mark.parametrize(
    ("page", "text", "html"),
    [
        ("ar", Text("en"), '<p lang="en" dir="ltr">'),
        ("en", Text("ar"), '<p lang="ar" dir="rtl">'),
        ("ar", Text("ar"), "<p>"),
        ("en", "en", "<p>"),
        ("en", "ar", '<p lang="ar" dir="rtl">'),
        ("en", None, "<p>"),
        ("en", "", "<p>"),
        ("en", '"><b>', '<p lang="&quot;&gt;&lt;b&gt;" dir="ltr">'),
    ],
)
def test_the_language_of_a_text_is_said_where_it_is_not_the_pages(page, text, html):
    assert render("<p{{ text|lang_attrs }}>", page, text=text) == html
    assert render("<p{{ page|lang_attrs:text }}>", page, page=page, text=text or page) == html


# ---- Countries and languages by name


@pytest.mark.parametrize(
    ("code", "arabic", "english"),
    [
        ("PS", "فلسطين", "Palestine"),
        ("TR", "تركيا", "Türkiye"),
        ("MY", "ماليزيا", "Malaysia"),
        ("??", "??", "??"),
    ],
)
def test_country_names(code, arabic, english):
    assert (country_name(code, "ar"), country_name(code, "en")) == (arabic, english)
    assert render("{{ code|country }}", "ar", code=code) == arabic


def test_language_names():
    assert (language_name("tr", "ar"), language_name("tr", "en"), language_name("xx", "en")) == (
        "التركية",
        "Turkish",
        "xx",
    )
    assert render("{{ code|language }}", "en", code="ar") == "Arabic"


@pytest.mark.parametrize("choices", [country_choices, language_choices])
def test_choices_are_the_same_codes_in_both_languages_each_in_its_own_order(choices):
    with override("ar"):
        arabic = choices()
    with override("en"):
        english = choices()
    assert {code for code, _ in arabic} == {code for code, _ in english}
    assert [code for code, _ in arabic] != [code for code, _ in english]
    assert english[0][1].startswith("A")


def test_only_countries_are_countries():
    codes = {code for code, _ in country_choices()}
    assert {"PS", "TR", "SY", "QA", "MY", "GB"} <= codes
    assert codes.isdisjoint({"EU", "UN", "ZZ", "XA", "QO", "AC"})
