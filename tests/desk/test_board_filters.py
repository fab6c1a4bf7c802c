"""The filters of the translation board: whole sets, alone and together, and values that mean nothing."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from publishing import workflow
from publishing.freshness import Freshness, freshness_of
from publishing.languages import LANGUAGES
from publishing.models import Document
from publishing.states import Stage, State, state_of
from tests import factories
from tests.desk.board import assign, board_of, every_freshness, found, out_of_date
from tests.factories import MAKERS, chief, go_live, make_article, make_event, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(publisher):
    return board_of(publisher)


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
