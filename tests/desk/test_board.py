"""The translation board: what each cell says, who sees what, orders, pages, and a constant number of queries."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override

from accounts.models import User
from publishing.freshness import Freshness
from publishing.languages import LANGUAGES
from publishing.log import record
from publishing.models import Act, Document, Note
from tests import factories
from tests.desk.board import (
    BOARD,
    assign,
    board_of,
    cell_of,
    cells,
    found,
    many_documents,
    out_of_date,
    words,
)
from tests.desk.forms import form_address
from tests.desk.my_desk import limited
from tests.factories import MAKERS, chief, go_live, make_article, make_event, write
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(publisher):
    return board_of(publisher)


# ---- What it says


def test_a_row_says_where_both_languages_stand(board, clock):
    document = out_of_date(make_article(ar="خبر بالعربية", en="News in English"))
    clock.goes_on(days=3)
    editor = make_user("editor", "sami", first_name="سامي", last_name="القاضي")
    assign(document, "en", editor, date(2024, 12, 24))
    Note.objects.create(document=document, language_code="en", text="?", written_by=editor)
    Note.objects.create(document=document, language_code="en", text="Done.", written_by=editor,
                        resolved_at=timezone.now(), resolved_by=editor)  # fmt: skip
    answer = board()
    arabic, english = cells(answer)
    title = f"أصل أحدث {document.pk}"
    assert arabic == f"{title} , Arabic Live Saved: 23 December 2024 (3 days ago)"
    assert english == (
        f"{title} , English Live Out of date The original changed: 23 December 2024 (3 days ago) "
        "Saved: 23 December 2024 (3 days ago) Assigned to: سامي القاضي Due on: 24 December 2024 (2 days overdue) 1 open note"
    )
    html = answer.content.decode()
    assert f'lang="ar" dir="rtl">{title}</a>' in html
    assert '<bdi><time datetime="2024-12-24">24 December 2024</time></bdi>' in html
    assert [words(head) for head in re.findall(r'role="columnheader">(.*?)</th>', html)] == [
        "Title", "Kind", "Arabic", "English",
    ]  # fmt: skip


def test_the_board_in_arabic(publisher, clock):
    document = out_of_date(make_article(ar="خبر بالعربية", en="News in English"))
    clock.goes_on(days=11)
    answer = signed_in(publisher).get(BOARD)
    html = answer.content.decode()
    assert '<html lang="ar" dir="rtl">' in html
    with override("ar"):
        ago = ngettext("%(count)s day ago", "%(count)s days ago", 11) % {"count": "11"}
        saved, stale, changed = (
            gettext(text) for text in ("Saved:", Freshness.OUT_OF_DATE.label, "The original changed:")
        )
    title = f"أصل أحدث {document.pk}"
    assert cells(answer) == [
        f"{title} , العربية منشور {saved} 23 ديسمبر 2024 ({ago})",
        f"{title} , الإنجليزية منشور {stale} {changed} 23 ديسمبر 2024 ({ago}) {saved} 23 ديسمبر 2024 ({ago})",
    ]
    assert f'lang="ar" dir="rtl">{title}</a>' not in html, "the page is in Arabic already"


def test_a_translation_that_is_missing_and_one_that_is_begun(board):
    missing, begun = make_article(ar="بلا ترجمة", en=False), make_article(ar="مترجم")
    answer = board()
    assert "Missing" in cell_of(answer, missing, "en").badges
    assert cell_of(answer, missing, "en").saved_at is None
    assert words(cell_of(answer, begun, "en").badges) == "Draft Being translated"
    assert words(cell_of(answer, begun, "ar").badges) == "Draft"


def test_every_cell_leads_to_the_form_of_its_language(board, publisher):
    desk = signed_in(publisher)
    made = [make() for make in MAKERS.values()]
    answer = board()
    assert set(found(answer)) >= {document.pk for document in made}
    for document in made:
        for language in LANGUAGES:
            address = cell_of(answer, document, language).address
            assert address == form_address(document, language)
            assert f'href="{address}"' in answer.content.decode()
            assert desk.get(address).context["language"] == language


def test_an_assignment_that_is_done_is_not_shown(board, publisher):
    document = make_article()
    assign(document, "ar", publisher, date(2020, 1, 1))
    assert cell_of(board(), document, "ar").is_overdue
    go_live(document, "ar")
    assert cell_of(board(), document, "ar").assignee is None
    # Given to somebody again, to be written anew, although it is public as it stands.
    record(Act.Name.ASSIGN, document, "ar", chief())
    assert cell_of(board(), document, "ar").is_overdue


def test_a_note_on_the_whole_document_stands_at_its_title(board):
    document = make_article()
    for _number in range(2):
        Note.objects.create(document=document, text="?", written_by=chief())
    html = board().content.decode()
    (title,) = re.findall(r'<th scope="row" role="rowheader">.*?</th>', html, re.DOTALL)
    assert words(title).endswith("2 open notes")
    assert "open note" not in " ".join(cells(board()))


# ---- Who sees what


def test_the_board_is_for_people_of_the_desk(reader):
    assert reader.get(BOARD).status_code == 302
    assert signed_in(limited()).get(BOARD).status_code == 403


def test_the_board_takes_no_post(publisher):
    assert signed_in(publisher).post(BOARD).status_code == 405


@pytest.mark.parametrize("role", ["author", "translator", "editor", "publisher", "administrator"])
def test_every_role_sees_the_board(role):
    document = make_article()
    assert found(signed_in(make_user(role, word_languages=["en"])).get(BOARD)) == [document.pk]


def test_only_kinds_that_the_person_may_view_are_shown(db):
    article, _decision = make_article(), factories.make_decision()
    answer = signed_in(limited("articles.article")).get(BOARD)
    assert found(answer) == [article.pk]
    assert [value for value, _label in answer.context["filters"].choices["kind"].options] == ["article"]
    # A kind that is not theirs is no filter.
    assert found(signed_in(User.objects.get(username="limited")).get(BOARD, {"kind": "decision"})) == [
        article.pk
    ]


def test_what_is_in_the_bin_is_not_on_the_board(board):
    kept, binned = make_article(), make_article()
    Document.objects.filter(pk=binned.pk).update(binned_at=timezone.now())
    assert found(board()) == [kept.pk]


# ---- Order, pages, counts, addresses


def test_the_last_saved_comes_first_and_the_first_due_if_asked(board, publisher, clock):
    documents = []
    for _number in range(3):
        clock.goes_on(hours=1)
        documents.append(make_article())
    first, second, third = documents
    clock.goes_on(hours=1)
    write(first, "en", title="Saved just now")
    assert found(board()) == [first.pk, third.pk, second.pk]
    assign(third, "en", publisher, date(2025, 2, 1))
    assign(second, "ar", publisher, date(2025, 1, 1))
    assert found(board(order="due")) == [second.pk, third.pk, first.pk]
    # The day of the language that is looked at.
    assert found(board(order="due", language="en"))[0] == third.pk


def test_pages_and_sizes(board):
    many_documents(120)
    answer = board()
    assert (len(found(answer)), answer.context["page_obj"].paginator.num_pages) == (100, 2)
    following = parse_qs(urlsplit(answer.context["pages"]["next"]).query)
    assert following == {"page": ["2"]}
    assert len(found(board(page="2"))) == 20
    assert len(found(board(size="50"))) == 50
    assert len(found(board(size="500"))) == 120
    assert "120 documents" in words(answer.content.decode())
    both = set(found(answer)) | set(found(board(page="2")))
    assert len(both) == 120


def test_an_address_says_all_that_is_asked(board):
    event = make_event(en=False)
    make_article(event=event, en=False)
    answer = board(kind="article", event=event.pk, language="en", q="خبر", size="200", order="due")
    counts = {(str(row["label"]), row["count"]): row["address"] for row in answer.context["counts"]}
    assert list(counts) == [("Not translated", 1)]
    assert parse_qs(urlsplit(counts["Not translated", 1]).query) == {
        "kind": ["article"], "event": [str(event.pk)], "language": ["en"], "q": ["خبر"], "size": ["200"],
        "order": ["due"], "freshness": ["missing"],
    }  # fmt: skip
    html = answer.content.decode()
    assert '<option value="article" selected>' in html
    assert f'<option value="{event.pk}" selected>' in html
    assert 'name="q" value="خبر"' in html


# ---- How many queries


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, 12),
        ({"language": "en", "freshness": "out_of_date", "state": "draft", "q": "en", "order": "due"}, 13),
    ],
)
def test_the_board_takes_as_many_queries_for_500_documents_as_for_one(publisher, asked, expected):
    desk = signed_in(publisher)
    make_event(code="MQF-2024", ar=False, en=False)
    Document.objects.update(binned_at=None)
    counts = {}
    made = 0
    for rows in (1, 3, 500):
        many_documents(rows - made)
        made = rows
        with CaptureQueriesContext(connection) as queries:
            answer = desk.get(BOARD, {"kind": "article", "size": "500", **asked})
        assert len(found(answer)) == rows
        counts[rows] = len(queries)
    assert counts == {1: expected, 3: expected, 500: expected}
