"""/{lang}/open-data/, which says what data there is and what it means, and the schemas of the data."""

from functools import cache
from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import conditional_page, require_safe

from publishing.languages import LANGUAGES
from publishing.licences import licence
from publishing.site import site_settings
from resolutions.data_dictionary import FILTERS, PARTS
from resolutions.entry_table import KINDS as ENTRY_KINDS
from resolutions.list_filter import KINDS
from resolutions.models import Course, Milestone, Relation, Status

_SCHEMAS = Path(__file__).parent / "schema"
#: The keys whose values are codes, and the codes with their words.
CODES = {
    "kind": [(kind.value, kind.label) for kind in KINDS],
    "status": Status.choices,
    "nature": Relation.Nature.choices,
    "milestones.kind": Milestone.MilestoneKind.choices,
    "entry_kind": ENTRY_KINDS,
    "courses.level": Course.Level.choices,
}


@require_safe
def open_data(request):
    """The page of the data: files, licence, filters, every key, every code in both languages."""
    context = {
        "parts": PARTS,
        "filters": FILTERS,
        "codes": [(name, in_both_languages(choices)) for name, choices in CODES.items()],
        "licence": licence(site_settings().data_licence),
    }
    return render(request, "resolutions/open_data.html", context)


def in_both_languages(choices):
    """Choices in; [(code, {language: words})] out."""
    return [(code, _in_each_language(words)) for code, words in choices]


def _in_each_language(words):
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = str(words)
    return found


@conditional_page
@require_safe
def resolutions_schema(_request):
    """`/open-data/resolutions.schema.json`"""
    return _schema("resolutions")


@conditional_page
@require_safe
def everything_schema(_request):
    """`/open-data/everything.schema.json`"""
    return _schema("everything")


def _schema(name):
    return HttpResponse(_text_of(name), content_type="application/schema+json")


@cache
def _text_of(name):
    return (_SCHEMAS / f"{name}.schema.json").read_bytes()
