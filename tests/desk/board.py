"""The translation board as somebody reads it, and documents that stand on it."""

import re
from datetime import date, timedelta

from django.utils import timezone

from publishing import workflow
from publishing.languages import LANGUAGES
from publishing.log import record
from publishing.models import Act, Assignment, Document, DocumentTranslation, Note, Revision
from tests import factories
from tests.factories import chief, draft_over_live, go_live, make_article, write
from tests.personas import signed_in

BOARD = "/admin/board/"


def board_of(person):
    """The board as ``person`` sees it in English: a function of what is asked that gives the answer."""
    person.interface_language = "en"
    person.save()
    return lambda **asked: signed_in(person).get(BOARD, asked)


def found(answer):
    """The documents on the board, as a list of keys from top to bottom."""
    assert answer.status_code == 200
    return [line.document.pk for line in answer.context["lines"]]


def cell_of(answer, document, language):
    (line,) = [line for line in answer.context["lines"] if line.document.pk == document.pk]
    (cell,) = [cell for cell in line.cells if cell.language == language]
    return cell


def words(html):
    """What a reader reads of a piece of HTML."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def cells(answer):
    """The words of every cell with a text, row by row."""
    html = answer.content.decode()
    return [words(cell) for cell in re.findall(r'class="board-text">(.*?)</td>', html, re.DOTALL)]


def assign(document, language, assignee, due_on=None):
    """As publishing.assignments does, whoever may do it."""
    assignment = Assignment.objects.create(
        document_id=document.pk, language_code=language, assignee=assignee, due_on=due_on
    )
    record(Act.Name.ASSIGN, document, language, chief())
    return assignment


def out_of_date(document):
    """``document``, public in both languages, with a newer original. Returns it."""
    go_live(document, at=timezone.now() - timedelta(hours=1))
    draft_over_live(document, "ar", title=f"أصل أحدث {document.pk}")
    go_live(document, "ar")
    # The default of the column is the system's clock, which no test moves.
    Revision.objects.filter(document=document).update(created_at=timezone.now())
    return document


def every_freshness():
    """Articles in many states, their English translation in every freshness: a list."""
    stale, draft, live, changed, review, missing, planned, ended, english = (
        make_article(en=number != 5, ar=number != 8) for number in range(9)
    )
    out_of_date(stale)
    go_live(live)
    go_live(changed)
    write(changed, "en", title="Newer")
    workflow.submit(review, "en", chief())
    factories.scheduled(planned, "en")
    factories.withdrawn(ended, "en")
    returned = make_article()
    workflow.submit(returned, "en", chief())
    workflow.request_changes(returned, "en", chief(), "?")
    go_live(draft, "ar")
    write(draft, "ar", title="مسودة أحدث")
    workflow.submit(draft, "ar", chief())
    return [stale, draft, live, changed, review, missing, planned, ended, english, returned]


def many_documents(count):
    """``count`` articles in both languages, public in Arabic, each assigned to somebody with a day and with a note."""
    people = [chief(), factories.second_chief()]
    start = Document.objects.count()
    documents = Document.objects.bulk_create(
        Document(kind="article", source_language="ar", created_by=chief()) for _number in range(count)
    )
    now = timezone.now()
    texts = [
        (row, code, f"{start + number} {code}") for number, row in enumerate(documents) for code in LANGUAGES
    ]
    DocumentTranslation.objects.bulk_create(
        DocumentTranslation(master=row, language_code=code, title=title, slug=title, body="<p>…</p>" * 500)
        for row, code, title in texts
    )
    Revision.objects.bulk_create(
        Revision(document=row, kind="article", language_code=code, number=1, title=title, slug=title.replace(" ", "-"),
                 sense=title, live_from=now - timedelta(days=1) if code == "ar" else None)
        for row, code, title in texts
    )  # fmt: skip
    Assignment.objects.bulk_create(
        Assignment(document=row, language_code="en", assignee=people[row.pk % 2], due_on=date(2024, 1, 1))
        for row in documents
    )
    Note.objects.bulk_create(
        Note(document=row, language_code="en", text="?", written_by=chief()) for row in documents
    )
