"""Columns and filters of the lists of documents."""

from django.contrib import admin
from django.contrib.admin.views.main import ALL_VAR, ORDER_VAR, PAGE_VAR
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from publishing.content_version import reading_version, remembered
from publishing.freshness import Freshness, freshness_of, in_freshness
from publishing.languages import direction
from publishing.models import Document, DocumentTranslation
from publishing.states import State, in_state, state_of

Stage = DocumentTranslation.Stage


def is_whole_list(request):
    """Whether the list is shown unfiltered: its page and its order alone are chosen."""
    return set(request.GET) <= {ALL_VAR, ORDER_VAR, PAGE_VAR}


def number_in_use(kind):
    """How many documents of ``kind`` are not in the bin: counted in one index, without the tables of their facts, and not
    again before anything changes."""
    with reading_version():
        return remembered(f"documents in use: {kind}", Document.objects.in_use().filter(kind=kind).count)


def title_cell(document):
    """The working title, with the language and direction of its own."""
    title, language = document.title_for()
    return format_html('<span lang="{}" dir="{}">{}</span>', language, direction(language), title)


def state_cell(document, language, told=(Freshness.OUT_OF_DATE,)):
    """The state of one language as badges: publication first, then what somebody has to do.

    Of how a translation stands to its original it says what is in ``told``."""
    found = state_of(document, language)
    badges = [(found.state.value, found.state.label)]
    if found.stage_label:
        badges.append((found.stage, found.stage_label))
    if found.pending and found.state != State.SCHEDULED:
        badges.append((State.SCHEDULED.value, State.SCHEDULED.label))
    freshness = freshness_of(document, language)
    if freshness in told:
        badges.append((freshness.value, freshness.label))
    return format_html_join(" ", '<span class="text-state text-state--{}">{}</span>', badges)


class StateFilter(admin.SimpleListFilter):
    """Documents by the state of one language."""

    language = ""

    def lookups(self, request, model_admin):
        stages = [
            (Stage.IN_REVIEW.value, Stage.IN_REVIEW.label),
            (Stage.CHANGES_REQUESTED.value, Stage.CHANGES_REQUESTED.label),
        ]
        return [*State.choices, *stages]

    def queryset(self, request, queryset):
        if self.value() in {value for value, _label in self.lookup_choices}:
            return in_state(queryset, self.language, self.value())
        return queryset


class ArabicStateFilter(StateFilter):
    title = _("state in Arabic")
    parameter_name = "state_ar"
    language = "ar"


class EnglishStateFilter(StateFilter):
    title = _("state in English")
    parameter_name = "state_en"
    language = "en"


class FreshnessFilter(admin.SimpleListFilter):
    """Documents by how their translation into one language stands to its original."""

    language = ""

    def lookups(self, request, model_admin):
        return Freshness.choices

    def queryset(self, request, queryset):
        if self.value() in Freshness.values:
            return in_freshness(queryset, self.language, self.value())
        return queryset


class ArabicFreshnessFilter(FreshnessFilter):
    title = _("translation into Arabic")
    parameter_name = "freshness_ar"
    language = "ar"


class EnglishFreshnessFilter(FreshnessFilter):
    title = _("translation into English")
    parameter_name = "freshness_en"
    language = "en"
