"""The translation board: documents by language, what is missing, out of date or waiting, each cell leading to its form."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from desk.ages import age, delay, is_past
from desk.behind import changed_since
from desk.board_filters import SIZES, BoardFilters
from desk.links import desk_links
from desk.queries import LIGHT_COPIES, kinds_for, open_assignments
from publishing.admin.acts import TOLD_IN_TABS
from publishing.admin.lists import state_cell
from publishing.desk_addresses import form_address
from publishing.freshness import Freshness, freshness_of
from publishing.languages import LANGUAGES, NAMES
from publishing.models import Document, Note
from publishing.states import LIGHT_REVISIONS


@dataclass
class Cell:
    """What the board says of one text."""

    language: str
    language_name: str
    address: str
    badges: str
    saved_at: datetime | None = None
    saved_age: str = ""
    stale_since: date | None = None
    stale_age: str = ""
    assignee: User | None = None
    due_on: date | None = None
    delay: str = ""
    is_overdue: bool = False
    notes: int = 0


@dataclass
class Line:
    """A document of the board: its title in its own language, and a Cell a language."""

    document: Document
    title: str
    title_language: str
    address: str
    cells: list[Cell]
    notes: int = 0


@require_safe
def board(request):
    """The page of the board; what it shows is all in its address."""
    kinds = kinds_for(request.user)
    if not kinds:
        raise PermissionDenied
    filters = BoardFilters(request.GET, request.user, kinds)
    page = Paginator(filters.documents(), filters.size).get_page(request.GET.get("page"))
    documents = page.object_list.prefetch_related(
        LIGHT_COPIES,
        LIGHT_REVISIONS,
        Prefetch("assignments", open_assignments().select_related("assignee")),
        Prefetch("notes", Note.objects.open().only("document_id", "language_code")),
    )
    context = {
        **admin.site.each_context(request),
        "title": _("Translation board"),
        "links": desk_links(request.user, "desk_board"),
        "filters": filters,
        "counts": filters.counts(),
        "page_obj": page,
        "lines": [line_of(document) for document in documents],
        "sizes": SIZES,
        "languages": NAMES.values(),
        "pages": _addresses_of_pages(page, filters),
        "orders": _orders(filters),
    }
    return render(request, "admin/desk/board.html", context)


def _orders(filters):
    """The orders that the board can have, each with its address."""
    chosen = filters.values["order"] or "changed"
    return [
        {"label": label, "address": filters.address(order=value), "is_chosen": value == chosen}
        for value, label in filters.choices["order"].options
    ]


def _addresses_of_pages(page, filters):
    """{"previous", "next"}: the addresses of the pages beside this one, '' where there is none."""
    return {
        "previous": filters.address(page=page.previous_page_number()) if page.has_previous() else "",
        "next": filters.address(page=page.next_page_number()) if page.has_next() else "",
    }


def line_of(document):
    """A document with everything prefetched in; its Line out."""
    notes = Counter(note.language_code for note in document.notes.all())
    assignments = {row.language_code: row for row in document.assignments.all()}
    title, language = document.title_for()
    return Line(
        document, title, language, form_address(document, language),
        [_cell(document, code, assignments.get(code), notes[code]) for code in LANGUAGES], notes[""],
    )  # fmt: skip


def _cell(document, language, assignment, notes):
    copy = document.working_copy(language)
    cell = Cell(
        language, NAMES[language], form_address(document, language), state_cell(document, language, TOLD_IN_TABS),
        notes=notes,
    )  # fmt: skip
    if copy:
        cell.saved_at, cell.saved_age = copy.updated_at, age(copy.updated_at)
    if freshness_of(document, language) == Freshness.OUT_OF_DATE:
        cell.stale_since = changed_since(document)
        cell.stale_age = age(cell.stale_since)
    if assignment:
        cell.assignee, cell.due_on = assignment.assignee, assignment.due_on
        cell.is_overdue = is_past(assignment.due_on)
        cell.delay = delay(assignment.due_on) if assignment.due_on else ""
    return cell
