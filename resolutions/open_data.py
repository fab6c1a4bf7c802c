"""The decisions and recommendations as data: JSON and CSV, both languages in one row, only what is live.

The keys are the same under /ar/ and /en/ and do not change; the id and the reference of a row never change. What each
key means stands in data_dictionary.py, which readers see at /{lang}/open-data/.
"""

import csv
from io import StringIO

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import conditional_page, require_safe

from publishing.languages import LANGUAGES
from publishing.licences import licence
from publishing.models import Kind
from publishing.pages import document_file
from publishing.site import site_settings
from publishing.site_address import site_root
from publishing.spreadsheets import MARK, cell
from resolutions import entry_table
from resolutions.list_filter import ListFilter
from resolutions.open_rows import FACTS, WORDS, rows
from resolutions.records import records
from resolutions.whole_record import whole_records

#: What the downloads are called where they hold more than one kind.
FOLLOW_UP, EVERYTHING = "follow-up", "everything"


@conditional_page
@require_safe
def decisions_json(request):
    """`/{lang}/decisions.json`, with the filters of the list"""
    return _json(request, kind=Kind.DECISION)


@conditional_page
@require_safe
def decisions_csv(request):
    """`/{lang}/decisions.csv`, with the filters of the list"""
    return _csv(request, "decisions", kind=Kind.DECISION)


@conditional_page
@require_safe
def recommendations_json(request):
    """`/{lang}/recommendations.json`, with the filters of the list"""
    return _json(request, kind=Kind.RECOMMENDATION)


@conditional_page
@require_safe
def recommendations_csv(request):
    """`/{lang}/recommendations.csv`, with the filters of the list"""
    return _csv(request, "recommendations", kind=Kind.RECOMMENDATION)


@conditional_page
@require_safe
def follow_up_json(request):
    """`/{lang}/follow-up.json`: both kinds, of all events, with the filters of the overview"""
    return _json(request)


@conditional_page
@require_safe
def follow_up_csv(request):
    """`/{lang}/follow-up.csv`: both kinds, of all events, with the filters of the overview"""
    return _csv(request, FOLLOW_UP)


@conditional_page
@document_file(Kind.EVENT)
def event_follow_up_json(request, text):
    """`/{lang}/events/{slug}/follow-up.json`: both kinds, of one event"""
    return _json(request, event=text.facts)


@conditional_page
@document_file(Kind.EVENT)
def event_follow_up_csv(request, text):
    """`/{lang}/events/{slug}/follow-up.csv`: both kinds, of one event"""
    return _csv(request, f"{text.facts.code}-{FOLLOW_UP}", event=text.facts)


@conditional_page
@require_safe
def everything_json(request):
    """`/{lang}/follow-up/everything.json`: each live resolution with all its words, updates and what it set up"""
    root = site_root(request)
    return _named(_json_of(_wholes(request, root), root, "everything_schema"), f"{EVERYTHING}.json")


@conditional_page
@require_safe
def everything_csv(request):
    """`/{lang}/follow-up/everything.csv`: a row for each adoption, milestone and update"""
    lines = entry_table.lines(_wholes(request, site_root(request)))
    return _table(entry_table.HEAD, lines, f"{EVERYTHING}.csv")


def _wholes(request, root):
    return whole_records(records(_chosen(request), with_set_ups=True), root)


def _chosen(request, **place):
    """The keys of the documents that the address asks for, as a QuerySet."""
    return ListFilter(request.GET, get_language(), **place).texts().order_by().values("document_id")


def _json(request, **place):
    root = site_root(request)
    return _json_of(rows(records(_chosen(request, **place)), root), root, "resolutions_schema")


def _json_of(items, root, schema):
    about = {
        "schema": f"{root}{reverse(schema)}",
        **_about_the_data(root),
        "count": len(items),
        "items": items,
    }
    return JsonResponse(about, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _about_the_data(root):
    """What stands above the rows, the same under either language."""
    names, dictionaries = {}, {}
    for language in LANGUAGES:
        with override(language):
            names[language] = site_settings().name
            dictionaries[language] = f"{root}{reverse('open_data')}"
    terms = licence(site_settings().data_licence)
    return {
        "dictionary": dictionaries,
        "licence": {"id": terms.identifier, "name": terms.name, "url": terms.address, "attribution": names},
    }


def _csv(request, name, **place):
    found = rows(records(_chosen(request, **place)), site_root(request))
    lines = (
        [cell(flat(row[name])) for name in FACTS]
        + [cell(row[name][code]) for name in WORDS for code in LANGUAGES]
        for row in found
    )
    return _table(HEAD, lines, f"{name}.csv")


#: The columns of the lists.
HEAD = (*FACTS, *(f"{name}_{code}" for name in WORDS for code in LANGUAGES))


def flat(value):
    """A value of a row in; what ``cell`` can write out: relations as "carries_out MQF-2024-D1", and "yes" and "no", because a
    spreadsheet makes another word of "true", by the language of the person who saves it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return [f"{relation['nature']} {relation['reference']}" for relation in value]
    return value


def _table(head, lines, name):
    written = StringIO()
    written.write(MARK)
    table = csv.writer(written)
    table.writerow(head)
    table.writerows(lines)
    return _named(HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8"), name)


def _named(response, name):
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
