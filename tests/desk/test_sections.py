"""The sections of my desk: each one's whole set of rows, for each role, beside rows that are not theirs."""

from datetime import date

import pytest

from accounts.models import User
from desk.queries import last_writer, open_assignments, rights
from publishing import workflow
from publishing.assignments import assign
from publishing.languages import LANGUAGES
from publishing.models import Document, DocumentTranslation, SiteSettings
from publishing.permissions import Task, is_own_text, may
from publishing.working_copy import latest_revision
from resolutions.followup import record_status_update
from resolutions.models import Milestone, Status
from tests import factories
from tests.desk.my_desk import (
    desk_of,
    in_english,
    limited,
    put_in_bin,
    returned,
    section_of,
    stale,
    submitted,
    words_of,
)
from tests.factories import (
    MAKERS,
    chief,
    draft_over_live,
    go_live,
    make_article,
    scheduled,
    second_chief,
    write,
)
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db
ROLES = ["author", "translator", "editor", "publisher", "administrator"]


# ---- Rights, said of sets


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("languages", [[], ["en"], ["ar"]])
def test_rights_over_sets_are_the_rights_over_one(role, languages):
    user = make_user(role, word_languages=languages)
    for make in MAKERS.values():
        make()
        make(source_language="en")
        make(created_by=user)
    user = User.objects.get(pk=user.pk)
    for task in (Task.WRITE, Task.REVIEW):
        copies = DocumentTranslation.objects.filter(rights(user, task, "master__"))
        expected = {
            (document.pk, language)
            for document in Document.objects.all()
            for language in LANGUAGES
            if may(user, task, document, language)
        }
        assert set(copies.values_list("master_id", "language_code")) == expected, task


def test_the_last_writer_in_a_set_is_the_one_of_the_workflow(author, editor):
    document = make_article(by=author)
    write(document, "en", by=editor, title="By the editor")
    rows = DocumentTranslation.objects.annotate(writer=last_writer("master_id"))
    assert dict(rows.values_list("language_code", "writer")) == {
        language: latest_revision(document, language).created_by_id for language in LANGUAGES
    } == {"ar": author.pk, "en": editor.pk}  # fmt: skip


# ---- Waiting for my review


@pytest.fixture
def for_review(author):
    """Texts in review and texts that are not."""
    submitted("News in review")
    submitted("خبر قيد المراجعة", "ar")
    make_article(en="A draft")
    put_in_bin(submitted("In the bin"))
    published = submitted("Published since")
    go_live(published, "en")
    returned = submitted("Returned")
    workflow.request_changes(returned, "en", chief(), "?")


def test_reviewers_see_what_is_in_review(for_review):
    expected = ["News in review", "خبر قيد المراجعة"]
    for role in ("editor", "publisher", "administrator"):
        assert section_of(make_user(role), "to_review") == expected, role
    assert section_of(make_user("editor", "english", word_languages=["en"]), "to_review") == [
        "News in review"
    ]


def test_others_have_nothing_to_review(for_review, author, translator):
    assert section_of(author, "to_review") == section_of(translator, "to_review") == []


def test_reviews_are_of_kinds_that_the_person_may_change(for_review):
    submitted("A decision", make=factories.make_decision)
    assert section_of(limited("resolutions.decision"), "to_review") == ["A decision"]


def test_nobody_is_asked_to_review_their_own_text_where_four_eyes_are_wanted(editor, settings):
    own = [
        submitted("Own news", by=editor),
        submitted("Own statement", by=editor, article_kind="statement"),
        submitted("Own decision", make=factories.make_decision, by=editor),
        submitted("A statement of another", article_kind="statement"),
        submitted("A decision of another", make=factories.make_decision),
    ]
    expected = [
        document for document in own if not is_own_text(editor, document, latest_revision(document, "en"))
    ]
    assert len(expected) == 3
    assert section_of(editor, "to_review") == ["Own news", "A statement of another", "A decision of another"]
    # The last writer counts, not the first.
    write(own[2], "en", by=chief(), title="Written further")
    assert "Written further" in section_of(editor, "to_review")
    settings.FOUR_EYES = []
    assert set(section_of(editor, "to_review")) == {
        "Own news", "Own statement", "Written further", "A statement of another", "A decision of another",
    }  # fmt: skip


def test_what_is_mine_or_nobodys_to_review_comes_first(editor, clock):
    others = submitted("Assigned to another")
    clock.goes_on(hours=1)
    nobodys, late = submitted("Nobody's"), submitted("Nobody's, but due")
    clock.goes_on(hours=1)
    mine = submitted("Mine")
    assign(others, "en", chief(), second_chief(), date(2024, 1, 1))
    assign(mine, "en", chief(), editor, date(2025, 1, 1))
    assign(late, "en", chief(), None, date(2025, 2, 1))
    assert section_of(editor, "to_review") == ["Mine", "Nobody's, but due", "Nobody's", "Assigned to another"]
    assert nobodys.pk


def test_what_is_told_of_a_text_in_review(editor, clock):
    document = submitted("News in review")
    assign(document, "en", chief(), editor, date(2024, 12, 24))
    clock.goes_on(days=3)
    assert words_of(in_english(editor), "to_review") == (
        "Waiting for my review 1 News in review Article · English Submitted: 23 December 2024 (3 days ago) "
        "Due on: 24 December 2024 (2 days overdue) Assigned to: editor"
    )


# ---- Returned to me


def test_what_was_returned_to_whom(author, translator):
    returned("Of the author", by=author)
    returned("By the translator", writer=translator)
    returned("Of the author, by the translator", by=author, writer=translator)
    to_translator = returned("Assigned to the translator")
    assign(to_translator, "en", chief(), translator)
    returned("Of others")
    returned("عربي لغيره", language="ar")
    put_in_bin(returned("In the bin", by=author, writer=translator))
    workflow.submit(returned("Submitted again", by=author, writer=translator), "en", chief())
    assert set(section_of(author, "returned")) == {"Of the author", "Of the author, by the translator"}
    assert set(section_of(translator, "returned")) == {
        "By the translator", "Of the author, by the translator", "Assigned to the translator",
    }  # fmt: skip
    assert "returned" not in desk_of(make_user("publisher"))


def test_the_note_of_the_return_is_shown(author, clock):
    returned("Of the author", by=author, note="Name <both> sides.")
    words = words_of(in_english(author), "returned")
    assert words == (
        "Returned to me 1 Of the author Article · English Returned: 23 December 2024 (today) Name &lt;both&gt; sides."
    )


# ---- My drafts


def test_my_drafts(author):
    make_article(by=author, ar="مسودة لي", en="A draft of mine")
    live = make_article(by=author, ar="منشور", en="Live")
    go_live(live)
    changed = make_article(by=author, ar="منشور ٢", en="Live, too")
    go_live(changed)
    write(changed, "en", by=author, title="Newer than what is live")
    planned = make_article(by=author, ar="مجدول", en="Planned")
    for language in LANGUAGES:
        scheduled(planned, language)
    withdrawn = make_article(by=author, ar="مسحوب", en=False)
    factories.withdrawn(withdrawn, "ar")
    taken_over = make_article(by=author, ar="بدأته", en=False)
    write(taken_over, "ar", by=chief(), title="أكمله غيري")
    in_review = make_article(by=author, ar="قيد المراجعة", en=False)
    workflow.submit(in_review, "ar", author)
    returned("Returned, so elsewhere", by=author)
    put_in_bin(make_article(by=author, ar="في السلة"))
    make_article(ar="لغيري")
    drafts = section_of(author, "drafts")
    assert {title for title in drafts if not title.startswith("خبر")} == {
        "مسودة لي", "A draft of mine", "Newer than what is live", "قيد المراجعة",
    }  # fmt: skip
    assert "قيد المراجعة In review" in words_of(in_english(author), "drafts")


# ---- Assigned to me


def test_what_is_assigned_to_me_the_first_due_first(translator, clock):
    later, overdue, undated, missing = (
        make_article(en=title) for title in ("Later", "Overdue", "Some day", False)
    )
    write(missing, "ar", title="لم يترجم بعد")
    done, others, binned = (make_article(en=title) for title in ("Done", "Of another", "In the bin"))
    assign(later, "en", chief(), translator, date(2024, 12, 31))
    assign(overdue, "en", chief(), translator, date(2024, 12, 20))
    assign(undated, "en", chief(), translator)
    assign(missing, "en", chief(), translator, date(2024, 12, 24))
    assign(done, "en", chief(), translator, date(2024, 12, 1))
    assign(others, "en", chief(), chief(), date(2024, 12, 1))
    assign(binned, "en", chief(), translator, date(2024, 12, 1))
    go_live(done)
    put_in_bin(binned)
    assert section_of(translator, "assigned") == ["Overdue", "لم يترجم بعد", "Later", "Some day"]
    words = words_of(in_english(translator), "assigned")
    assert "Overdue Article · English Due on: 20 December 2024 (3 days overdue)" in words
    assert "لم يترجم بعد Not translated Article · English Due on: 24 December 2024 (due tomorrow)" in words
    html = signed_in(translator).get("/admin/").content.decode()
    assert html.count('<li class="is-overdue">') == 1


def test_when_an_assignment_asks_for_nothing_more(clock):
    document = make_article()
    assign(document, "en", chief(), second_chief())

    def is_open():
        return open_assignments().filter(document=document.pk).exists()

    assert is_open()
    go_live(document, at=clock.before(hours=1))
    assert not is_open()
    write(document, "en", title="A newer draft")
    assert is_open()
    scheduled(document, "en")
    assert not is_open()
    write(document, "ar", title="أصل أحدث")
    go_live(document, "ar")
    assert is_open(), "out of date"
    workflow.mark_up_to_date(document, "en", chief(), latest_revision(document, "ar"))
    assert not is_open()
    assign(document, "en", chief(), chief())
    assert is_open(), "given to somebody again"


# ---- Out of date


def test_translations_that_are_out_of_date(translator, author, editor):
    stale("Stale")
    mine = stale("Assigned to me")
    assign(mine, "en", chief(), translator)
    fresh = make_article(en="Fresh")
    go_live(fresh)
    settled = stale("Settled")
    workflow.mark_up_to_date(settled, "en", chief(), latest_revision(settled, "ar"))
    unsubmitted = make_article(en="Its original has a draft only")
    go_live(unsubmitted)
    draft_over_live(unsubmitted, "ar")
    put_in_bin(stale("In the bin"))
    english = make_article(ar="ترجمة متأخرة", en="An original", source_language="en")
    go_live(english)
    draft_over_live(english, "en", title="A newer original")
    workflow.submit(english, "en", chief())
    stale("Of the author", by=author)
    assert section_of(translator, "out_of_date") == ["Assigned to me", "Stale", "Of the author"]
    assert section_of(author, "out_of_date") == ["Of the author"]
    assert set(section_of(editor, "out_of_date")) == {
        "Stale",
        "Assigned to me",
        "Of the author",
        "ترجمة متأخرة",
    }
    assert section_of(limited("events.event"), "out_of_date") == []


# ---- Scheduled


def test_what_is_scheduled(publisher, translator, clock):
    second, first = make_article(ar="ثانيًا", en="Second"), make_article(ar="أولًا", en=False)
    update = make_article(ar="حيّ")
    go_live(update, "ar", at=clock.before(hours=1))
    write(update, "ar", title="تحديث مجدول")
    scheduled(second, "ar", clock.after(days=2))
    scheduled(second, "en", clock.after(days=3))
    scheduled(first, "ar", clock.after(days=1))
    scheduled(update, "ar", clock.after(days=4))
    binned = make_article(ar="في السلة")
    scheduled(binned, "ar")
    put_in_bin(binned)
    make_article(ar="مسودة")
    assert section_of(publisher, "scheduled") == ["أولًا", "ثانيًا", "Second", "تحديث مجدول"]
    assert section_of(translator, "scheduled") == ["Second"]
    assert "Second Article · English Goes public: 26 December 2024 12:00" in words_of(
        in_english(publisher), "scheduled"
    )


# ---- Overdue follow-ups


def test_overdue_follow_ups(editor, author, translator, clock):
    past, future = date(2024, 12, 1), date(2025, 1, 1)
    event = factories.make_event()
    made = {
        status: factories.make_decision(
            event, ar=f"قرار {status.value}", due_on=past, adopted_on=None, status=status
        )
        for status in Status
    }
    factories.make_recommendation(event, ar="لم يحن", due_on=future, adopted_on=None)
    put_in_bin(factories.make_decision(event, ar="في السلة", due_on=past, adopted_on=None))
    step = factories.make_recommendation(event, ar="توصية بمحطات", adopted_on=None)
    for name, resolution, due_on, done_on in (
        ("فات موعدها", step, date(2024, 11, 1), None), ("أنجزت", step, past, past), ("قادمة", step, future, None),
        ("بلا موعد", step, None, None), ("حل محلها غيرها", made[Status.SUPERSEDED], past, None),
    ):  # fmt: skip
        Milestone.objects.create(
            resolution_id=resolution.pk, title_ar=name, title_en=name, due_on=due_on, done_on=done_on
        )
    expected = ["توصية بمحطات", "قرار adopted", "قرار in_progress", "قرار stalled"]
    assert section_of(editor, "follow_ups") == expected
    words = words_of(in_english(editor), "follow_ups")
    assert "توصية بمحطات Adopted Recommendation Due on: 1 November 2024 (52 days overdue) فات موعدها" in words
    for name in ("أنجزت", "قادمة", "بلا موعد", "حل محلها غيرها", "لم يحن", "في السلة"):
        assert name not in words
    assert section_of(author, "follow_ups") == section_of(translator, "follow_ups") == []
    assert section_of(limited("resolutions.recommendation"), "follow_ups") == ["توصية بمحطات"]


def test_notes_that_are_still_to_follow(editor, author, translator, clock):
    event = factories.make_event()

    def noted(title, make=factories.make_decision, **notes):
        resolution = make(event, ar=title)
        return record_status_update(resolution, factories.chief(), "in_progress", date(2024, 12, 23), **notes)

    noted("ينقصه الإنجليزي", note_ar="بدأ العمل")
    noted("ينقصه العربي", note_en="Work began")
    noted("كامل", note_ar="بدأ", note_en="Begun")
    wrong = noted("صُوّب", note_ar="خطأ")
    record_status_update(
        wrong.resolution,
        factories.chief(),
        "in_progress",
        date(2024, 12, 23),
        "صواب",
        "Right",
        corrects=wrong,
    )
    put_in_bin(noted("في السلة", note_ar="بدأ").resolution)
    clock.goes_on(minutes=1)
    noted("توصية", factories.make_recommendation, note_ar="بدأ")
    assert section_of(editor, "missing_notes") == ["توصية", "ينقصه العربي", "ينقصه الإنجليزي"]
    # The translator has English.
    assert section_of(translator, "missing_notes") == ["توصية", "ينقصه الإنجليزي"]
    assert section_of(author, "missing_notes") == []
    assert section_of(limited("resolutions.recommendation"), "missing_notes") == ["توصية"]
    words = words_of(in_english(editor), "missing_notes")
    assert (
        "ينقصه الإنجليزي In progress Decision · English Recorded: 23 December 2024 (today) بدأ العمل" in words
    )


def test_what_has_been_quiet_for_long(editor, author, clock):
    """The clock stands at 23 December 2024; six months before it is 23 June."""
    event = factories.make_event()

    def made(title, adopted_on, updated_on=None, status="adopted", **more):
        decision = factories.make_decision(event, ar=title, adopted_on=adopted_on, status=status, **more)
        if updated_on:
            record_status_update(decision, factories.chief(), status, updated_on, "ملاحظة")
        return decision

    made("سكت عنه منذ إقراره", date(2024, 6, 22))
    made("حُدّث قريبًا", date(2024, 1, 1), date(2024, 6, 23))
    made("لم يُحدّث", date(2024, 1, 1), date(2024, 6, 1), status="in_progress")
    made("أُقر قريبًا", date(2024, 6, 23))
    made("نُفّذ", date(2024, 1, 1), status="implemented")
    made("مقترح", None, status="proposed")
    made("فات موعده أيضًا", date(2024, 1, 1), due_on=date(2024, 12, 1))
    put_in_bin(made("في السلة", date(2024, 1, 1)))
    assert section_of(editor, "follow_ups") == ["لم يُحدّث", "سكت عنه منذ إقراره", "فات موعده أيضًا"]
    words = words_of(in_english(editor), "follow_ups")
    assert "لم يُحدّث In progress Decision Last update: 1 June 2024 (205 days ago)" in words
    assert (
        "سكت عنه منذ إقراره Adopted Decision Adopted, and no update since: 22 June 2024 (184 days ago)"
        in words
    )
    SiteSettings.objects.create(months_without_update=7)
    assert section_of(editor, "follow_ups") == ["فات موعده أيضًا"]
    assert section_of(author, "follow_ups") == []


def test_a_follow_up_leads_to_where_it_is_settled(editor, clock):
    decision = factories.make_decision(due_on=date(2024, 12, 1), adopted_on=None)
    Milestone.objects.create(
        resolution_id=decision.pk, title_ar="محطة", title_en="Step", due_on=date(2024, 12, 2)
    )
    (section,) = [
        row for row in signed_in(editor).get("/admin/").context["sections"] if row.name == "follow_ups"
    ]
    assert [row.address for row in section.rows] == [
        f"/admin/resolutions/decision/{decision.pk}/status/", f"/admin/resolutions/decision/{decision.pk}/change/",
    ]  # fmt: skip
    for row in section.rows:
        assert signed_in(editor).get(row.address).status_code == 200
