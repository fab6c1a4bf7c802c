"""The translation board: what each cell says, what each filter leaves, whole sets, and a constant number of queries."""

import re
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override

from accounts.models import User
from publishing import workflow
from publishing.freshness import Freshness, freshness_of
from publishing.languages import LANGUAGES
from publishing.log import record
from publishing.models import Act, Assignment, Document, DocumentTranslation, Note, Revision
from publishing.states import Stage, State, state_of
from tests import factories
from tests.desk.forms import form_address
from tests.factories import MAKERS, chief, draft_over_live, go_live, make_article, make_event, write
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db
BOARD = "/admin/board/"


@pytest.fixture
def board(publisher):
    """The board as a publisher sees it, in English: a function of what is asked that gives the answer."""
    publisher.interface_language = "en"
    publisher.save()
    return lambda **asked: signed_in(publisher).get(BOARD, asked)


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


def only(kinds, **fields):
    """Somebody of the desk who may view documents of these kinds ("articles.article") alone."""
    user = User.objects.create(username="limited", is_staff=True, interface_language="en", **fields)
    for kind in kinds:
        app, model = kind.split(".")
        user.user_permissions.add(
            *Permission.objects.filter(
                content_type__app_label=app, codename__in=[f"view_{model}", f"change_{model}"]
            )
        )
    return user


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
    assert signed_in(only([])).get(BOARD).status_code == 403


def test_the_board_takes_no_post(publisher):
    assert signed_in(publisher).post(BOARD).status_code == 405


@pytest.mark.parametrize("role", ["author", "translator", "editor", "publisher", "administrator"])
def test_every_role_sees_the_board(role):
    document = make_article()
    assert found(signed_in(make_user(role, word_languages=["en"])).get(BOARD)) == [document.pk]


def test_only_kinds_that_the_person_may_view_are_shown(db):
    article, _decision = make_article(), factories.make_decision()
    answer = signed_in(only(["articles.article"])).get(BOARD)
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


# ---- Filters


def test_the_filter_by_kind(board):
    made = {kind: make() for kind, make in MAKERS.items()}
    for kind, document in made.items():
        of_kind = set(Document.objects.filter(kind=kind).values_list("pk", flat=True))
        assert set(found(board(kind=kind))) == of_kind
        assert document.pk in of_kind


def test_the_filter_by_event_finds_the_event_and_what_belongs_to_it(board):
    ours, theirs = make_event(code="MQF-2024"), make_event(code="MQF-2026")
    expected = {ours.pk}
    for event in (ours, theirs):
        for kind in ("session", "decision", "recommendation", "article"):
            document = MAKERS[kind](event=event)
            if event == ours:
                expected.add(document.pk)
    factories.make_page()
    assert set(found(board(event=ours.pk))) == expected
    assert "MQF-2026" in board().content.decode()


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


def test_the_filters_by_state_and_freshness_find_what_the_cells_say(board):
    every_freshness()
    documents = list(Document.objects.all())
    for language in LANGUAGES:
        for state in State:
            expected = {row.pk for row in documents if state_of(row, language).state == state}
            assert set(found(board(language=language, state=state.value))) == expected, (language, state)
        for stage in (Stage.IN_REVIEW, Stage.CHANGES_REQUESTED):
            expected = {row.pk for row in documents if state_of(row, language).stage == stage}
            assert set(found(board(language=language, state=stage.value))) == expected, (language, stage)
        for freshness in Freshness:
            expected = {row.pk for row in documents if freshness_of(row, language) == freshness}
            assert set(found(board(language=language, freshness=freshness.value))) == expected, (
                language,
                freshness,
            )
    for freshness in Freshness:
        expected = {
            row.pk for row in documents if freshness in [freshness_of(row, code) for code in LANGUAGES]
        }
        assert set(found(board(freshness=freshness.value))) == expected, freshness


def test_what_is_asked_of_a_text_is_asked_of_one_text(board, publisher):
    split, both = make_article(), make_article()
    # Arabic is assigned and English in review: no text is both.
    assign(split, "ar", publisher)
    for document in (split, both):
        workflow.submit(document, "en", chief())
    assign(both, "en", publisher)
    assert found(board(state="in_review", mine="assigned")) == [both.pk]
    assert set(found(board(mine="assigned"))) == {split.pk, both.pk}
    assert found(board(language="ar", mine="assigned")) == [split.pk]
    assert set(found(board(state="in_review"))) == {split.pk, both.pk}


def test_a_language_alone_finds_what_is_written_in_it(board):
    arabic, both = make_article(en=False), make_article()
    assert found(board(language="en")) == [both.pk]
    assert set(found(board(language="ar"))) == {arabic.pk, both.pk}


def test_what_is_assigned_to_me(board, publisher):
    mine, done, others, binned = (make_article() for _number in range(4))
    for document in (mine, done, binned):
        assign(document, "en", publisher)
    assign(others, "en", chief())
    go_live(done)
    Document.objects.filter(pk=binned.pk).update(binned_at=timezone.now())
    assert found(board(mine="assigned")) == [mine.pk]


def test_what_i_saved_last(board, publisher):
    mine = make_article(by=publisher)
    taken_over = make_article(by=publisher)
    for language in LANGUAGES:
        write(taken_over, language, title=f"By another {language}")
    make_article()
    assert found(board(mine="saved")) == [mine.pk]


def test_the_search_reads_titles_in_both_languages(board):
    document = make_article(ar="بيان الخيمة", en={"title": "The 100% tent", "summary": "Zanzibar"})
    make_article(ar="خبر آخر", en="Something else")
    for query in ("الخيمة", "TENT", "100%"):
        assert found(board(q=query)) == [document.pk], query
    for query in ("Zanzibar", "100_"):
        answer = board(q=query)
        assert found(answer) == []
        assert "No document is like this." in answer.content.decode()


def test_filters_go_together(board):
    event = make_event()
    stale = out_of_date(make_article(event=event, ar="الأول"))
    out_of_date(make_article(ar="الثاني"))
    make_article(event=event, ar="الثالث")
    answer = board(kind="article", event=event.pk, language="en", freshness="out_of_date", q="أحدث")
    assert found(answer) == [stale.pk]


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "nothing"}, {"event": "x"}, {"event": "9" * 40}, {"event": "-1"}, {"language": "tr"}, {"state": "x"},
        {"freshness": "x"}, {"mine": "x"}, {"order": "x"}, {"size": "x"}, {"size": "-5"}, {"size": "100000"},
        {"page": "x"}, {"page": "0"}, {"page": "9" * 30}, {"q": "x" * 5000}, {"q": "%"}, {"unknown": "1"},
        {"language": ["ar", "en"]},
    ],
)  # fmt: skip
def test_a_value_that_means_nothing_is_ignored(board, asked):
    document = make_article(en="A title with 100% of it")
    answer = board(**asked)
    expected = [] if "x" * 5000 in asked.values() else [document.pk]
    assert found(answer) == expected
    assert answer.context["filters"].size == 100


def test_a_nul_is_refused(board):
    assert board(q="a\x00").status_code == 400


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


def test_the_counts_above_the_board(board):
    every_freshness()
    counts = {(str(row["language"]), str(row["label"])): row["count"] for row in board().context["counts"]}
    assert counts == {
        ("Arabic", "In review"): 1,
        ("Arabic", "Not translated"): 1,
        ("English", "In review"): 1,
        ("English", "Changes requested"): 1,
        ("English", "Out of date"): 2,
        ("English", "Not translated"): 1,
    }
    for row in board().context["counts"]:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(row["address"]).query).items()}
        assert len(found(board(**asked))) == row["count"]


# ---- How many queries


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


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, 12),
        ({"language": "en", "freshness": "out_of_date", "state": "draft", "q": "en", "order": "due"}, 12),
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
