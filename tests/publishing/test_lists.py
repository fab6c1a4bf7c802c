"""Several things in one sentence: the exact text and markup, in both languages."""

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils.translation import override

from events.models import Session
from publishing.lists import joined

THINGS = ["أ", "ب", "ج", "د"]


def render(source, language, **context):
    with override(language):
        return Template("{% load multaqa %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (0, "", ""),
        (1, "أ", "أ"),
        (2, "أ وب", "أ and ب"),
        (3, "أ، ب، وج", "أ, ب and ج"),
        (4, "أ، ب، ج، ود", "أ, ب, ج and د"),
    ],
)
def test_a_list_in_each_language(number, arabic, english):
    for language, text in (("ar", arabic), ("en", english)):
        with override(language):
            assert joined(THINGS[:number]) == text


def test_braces_in_what_is_listed_are_kept():
    with override("en"):
        assert joined(["{last}", "{0}", "{"]) == "{last}, {0} and {"


def test_each_thing_on_a_page_is_escaped_and_isolated():
    names = ["<b>", "{x}", "PDF"]
    assert render("{{ names|joined }}", "ar", names=names) == (
        "<bdi>&lt;b&gt;</bdi>، <bdi>{x}</bdi>، و<bdi>PDF</bdi>"
    )
    assert render("{{ names|joined }}", "ar", names=[]) == ""


def test_codes_are_listed_by_their_names():
    assert render("{{ codes|countries|joined }}", "ar", codes=["PS", "TR"]) == (
        "<bdi>فلسطين</bdi> و<bdi>تركيا</bdi>"
    )
    assert render("{{ codes|languages|joined }}", "en", codes=["ar", "en"]) == (
        "<bdi>Arabic</bdi> and <bdi>English</bdi>"
    )


def test_unknown_codes_are_named_each_in_its_own_direction():
    with override("ar"), pytest.raises(ValidationError) as refused:
        Session._meta.get_field("countries").validate(["XX", "TR", "YY"], None)
    assert "\u2068XX\u2069 و\u2068YY\u2069" in refused.value.messages[0]
