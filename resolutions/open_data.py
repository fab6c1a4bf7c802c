"""The decisions and recommendations as data: JSON and CSV, both languages in one row, only what is live.

The keys are the same under /ar/ and /en/ and do not change; the id and the reference of a row never change.
"""

import csv
from io import StringIO

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import conditional_page, require_safe

from publishing.languages import LANGUAGES
from publishing.models import Kind, PublicText
from publishing.site_address import site_root
from publishing.spreadsheets import MARK, cell

#: The columns of the CSV; those of WORDS once for each language.
FACTS = ("id", "reference", "kind", "event", "status", "adopted_on", "due_on", "address")
WORDS = ("title", "summary", "url", "responsible")


@conditional_page
@require_safe
def decisions_json(request):
    return _json(request, Kind.DECISION)


@conditional_page
@require_safe
def decisions_csv(request):
    return _csv(request, Kind.DECISION)


@conditional_page
@require_safe
def recommendations_json(request):
    return _json(request, Kind.RECOMMENDATION)


@conditional_page
@require_safe
def recommendations_csv(request):
    return _csv(request, Kind.RECOMMENDATION)


def resolution_rows(kind, root):
    """Every document of ``kind`` that is live in any language, by event and order, as a dict of FACTS and WORDS,
    each of WORDS a dict by language with None where that language is not live. Two queries."""
    texts = PublicText.objects.of_kind(kind).with_facts(kind, extra=["as_resolution__event"])
    texts = texts.prefetch_related("document__as_resolution__responsible")
    documents = {}
    for text in texts:
        documents.setdefault(text.document_id, {})[text.language_code] = text
    rows = [_row(living, root) for living in documents.values()]
    return [row for _place, row in sorted(rows, key=lambda pair: pair[0])]


def _row(living, root):
    """One document's live texts by language in; its place in the order and its row out."""
    text = next(iter(living.values()))
    facts = text.facts
    bodies = list(facts.responsible.all())
    row = {
        "id": text.document_id,
        "reference": facts.reference,
        "kind": text.kind,
        "event": facts.event.code,
        "status": facts.status,
        "adopted_on": facts.adopted_on,
        "due_on": facts.due_on,
        "address": f"{root}/d/{text.document_id}/",
        "title": {code: living[code].title if code in living else None for code in LANGUAGES},
        "summary": {code: living[code].summary if code in living else None for code in LANGUAGES},
        "url": {
            code: f"{root}{living[code].address_in(code)}" if code in living else None for code in LANGUAGES
        },
        "responsible": {
            code: [getattr(body, f"name_{code}") or str(body) for body in bodies] for code in LANGUAGES
        },
    }
    return (facts.event.code, facts.order, text.document_id), row


def _json(request, kind):
    rows = resolution_rows(kind, site_root(request))
    return JsonResponse(
        {"count": len(rows), "items": rows}, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )


def _csv(request, kind):
    written = StringIO()
    written.write(MARK)
    table = csv.writer(written)
    table.writerow([*FACTS, *(f"{name}_{code}" for name in WORDS for code in LANGUAGES)])
    for row in resolution_rows(kind, site_root(request)):
        table.writerow(
            [cell(row[name]) for name in FACTS]
            + [cell(row[name][code]) for name in WORDS for code in LANGUAGES]
        )
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{kind}s.csv"'
    return response
