"""My desk: each section's whole set of rows, for each role, beside rows that are not theirs; the month; what it costs."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext, override

from accounts.models import User
from desk import links
from desk.queries import last_writer, open_assignments, rights
from publishing import workflow
from publishing.assignments import assign
from publishing.languages import LANGUAGES
from publishing.models import Assignment, Document, DocumentTranslation, Kind
from publishing.permissions import Task, is_own_text, may
from publishing.working_copy import latest_revision
from resolutions.models import Milestone, Status
from tests import factories
from tests.desk.forms import form_address
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
CALENDAR = "/admin/calendar/"


def in_english(user):
    user.interface_language = "en"
    user.save()
    return user


def desk_of(user):
    """{name of a section: the titles in it, from top to bottom}."""
    answer = signed_in(user).get("/admin/")
    assert answer.status_code == 200
    for section in answer.context["sections"]:
        assert section.total >= len(section.rows) > 0
        for row in section.rows:
            assert f'href="{row.address}"' in answer.content.decode()
    return {section.name: [row.title for row in section.rows] for section in answer.context["sections"]}


def section_of(user, name):
    return desk_of(user).get(name, [])


def words_of(user, name):
    """What a reader reads of a section."""
    html = signed_in(user).get("/admin/").content.decode()
    (section,) = re.findall(
        rf'<section class="desk-section" aria-labelledby="desk-{name}">(.*?)</section>', html, re.DOTALL
    )
    return " ".join(re.sub(r"<[^>]*>", " ", section).split())


def submitted(title, language="en", make=make_article, by=None, **facts):
    """A document in both languages, ``title`` in review in one of them. Returns it."""
    document = make(**{language: title}, by=by, **facts)
    workflow.submit(document, language, by or chief())
    return document


def put_in_bin(document):
    Document.objects.filter(pk=document.pk).update(binned_at=timezone.now())


def limited(*models, **fields):
    """Somebody who may view, change, write, review and record, in these models ("articles.article") alone."""
    user = User.objects.create(username="limited", is_staff=True, interface_language="en", **fields)
    wanted = ["publishing.write_any_words", "publishing.review_words", "resolutions.record_status_update"]
    for model in models:
        app, name = model.split(".")
        wanted += [f"{app}.view_{name}", f"{app}.change_{name}"]
    for name in wanted:
        app, codename = name.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return user


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


def returned(title, by=None, writer=None, language="en", note="Shorter, please."):
    document = make_article(by=by)
    write(document, language, by=writer or by or chief(), title=title)
    workflow.submit(document, language, chief())
    workflow.request_changes(document, language, chief(), note)
    return document


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


def stale(english, arabic="أصل", **facts):
    """A document, public in both languages, whose original has a newer text in review."""
    document = make_article(ar=arabic, en=english, **facts)
    go_live(document)
    draft_over_live(document, "ar", title=f"{arabic} أحدث")
    workflow.submit(document, "ar", chief())
    return document


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


# ---- The page as a whole


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_desk_with_nothing_on_it_greets_and_says_what_to_do(language, direction):
    author = make_user("author", first_name="سلمى", interface_language=language)
    translator = make_user("translator", word_languages=["en"], interface_language=language)
    html = signed_in(author).get("/admin/").content.decode()
    assert f'<html lang="{language}" dir="{direction}">' in html
    with override(language):
        write_one, missing = gettext("Write an article"), gettext("See what is not translated yet")
        waits = gettext("Waiting for my review")
    assert "<bdi>سلمى</bdi>" in html
    assert f'<a href="/admin/articles/article/add/">{write_one}</a>' in html
    assert f'<a href="/admin/board/?freshness=missing">{missing}</a>' in html
    assert "desk-section" not in html
    html = signed_in(translator).get("/admin/").content.decode()
    assert write_one not in html
    assert missing in html
    assert waits not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_are_in_the_language_of_the_desk(language):
    editor = make_user("editor", interface_language=language)
    submitted("In review")
    make_article(by=editor)
    answer = signed_in(editor).get("/admin/")
    html = answer.content.decode()
    with override(language):
        for message in (
            "My desk",
            "Waiting for my review",
            "My drafts",
            "This month",
            "Everything on this site",
        ):
            assert gettext(message) in html, message
    assert [section.name for section in answer.context["sections"]] == ["to_review", "drafts"]


def test_a_long_section_shows_ten_and_leads_to_the_rest(editor):
    titles = {f"Number {number}" for number in range(12)}
    for title in titles:
        submitted(title)
    answer = signed_in(in_english(editor)).get("/admin/")
    (section,) = answer.context["sections"]
    assert (len(section.rows), section.total) == (10, 12)
    assert '<a href="/admin/board/?state=in_review">All on the board</a>' in answer.content.decode()
    rest = signed_in(editor).get("/admin/board/?state=in_review").context["lines"]
    assert len(rest) == 12


def test_somebody_of_one_language_is_led_to_that_language(db):
    english = make_user("editor", word_languages=["en"])
    for number in range(11):
        submitted(f"Number {number}")
        submitted(f"رقم {number}", "ar")
    html = signed_in(english).get("/admin/").content.decode()
    assert "رقم" not in html
    assert 'href="/admin/board/?language=en&amp;state=in_review"' in html
    rest = signed_in(english).get("/admin/board/?language=en&state=in_review").context["lines"]
    assert len(rest) == 11


@pytest.mark.parametrize("role", ROLES)
def test_the_list_of_everything_stays_reachable(role):
    answer = signed_in(make_user(role)).get("/admin/")
    html = answer.content.decode()
    models = [model for app in answer.context["app_list"] for model in app["models"]]
    assert len(models) > 10
    for model in models:
        assert f'<a href="{model["admin_url"]}">' in html
        assert (f'href="{model["add_url"]}"' in html) if model["add_url"] else True


def test_links_to_the_pages_of_the_desk(author, editor, monkeypatch):
    pages = [("index", "Mine", ""), ("desk_board", "Board", ""), ("publishing_topic_changelist", "Topics", "publishing.view_act"),
             ("nowhere", "Not built", "")]  # fmt: skip
    monkeypatch.setattr(links, "PAGES", pages)
    assert [link["label"] for link in links.desk_links(author)] == ["Mine", "Board"]
    shown = links.desk_links(editor, "desk_board")
    assert [(link["label"], link["is_here"]) for link in shown] == [
        ("Mine", False), ("Board", True), ("Topics", False),
    ]  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_every_link_to_a_page_of_the_desk_opens(role):
    desk = signed_in(make_user(role))
    addresses = [link["address"] for link in desk.get("/admin/").context["links"]]
    assert {"/admin/", "/admin/board/", "/admin/calendar/"} <= set(addresses)
    for address in addresses:
        assert desk.get(address).status_code == 200, address


def busy(person, clock, number):
    """One more row in every section."""
    submitted(f"Review {number}")
    returned(f"Returned {number}", by=person)
    make_article(by=person)
    stale(f"Stale {number}")
    assign(make_article(), "en", chief(), person, clock.after(days=1).date())
    scheduled(make_article(), "ar", clock.after(hours=number + 1))
    decision = factories.make_decision(due_on=date(2024, 12, 1), adopted_on=None)
    Milestone.objects.create(
        resolution_id=decision.pk, title_ar="محطة", title_en="Step", due_on=date(2024, 12, 2)
    )


def test_the_first_page_takes_as_many_queries_for_three_rows_as_for_one(publisher, clock):
    desk, counts = signed_in(publisher), {}
    for rows in (1, 3):
        while Milestone.objects.count() < rows:
            clock.goes_on(minutes=1)
            busy(publisher, clock, Milestone.objects.count())
        with CaptureQueriesContext(connection) as queries:
            answer = desk.get("/admin/")
        assert {section.name for section in answer.context["sections"]} == {
            "to_review", "returned", "assigned", "drafts", "out_of_date", "scheduled", "follow_ups",
        }  # fmt: skip
        counts[rows] = len(queries)
    assert counts == {1: 20, 3: 20}


# ---- The month


def calendar(user, month=""):
    answer = signed_in(user).get(CALENDAR, {"month": month} if month else {})
    assert answer.status_code == 200
    return answer


def entries(answer):
    """{day: [(what, title)]} of the days on which something happens."""
    return {
        day.date.isoformat(): [(entry.what, entry.title) for entry in day.entries]
        for week in answer.context["month"].weeks
        for day in week
        if day.entries
    }


def test_the_week_begins_on_saturday_in_arabic_and_on_sunday_in_english(publisher, clock):
    html = calendar(publisher).content.decode()
    heads = re.findall(r'<th scope="col" role="columnheader">(.*?)</th>', html)
    assert heads == ["السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"]
    assert "ديسمبر 2024" in html
    html = calendar(in_english(publisher)).content.decode()
    heads = re.findall(r'<th scope="col" role="columnheader">(.*?)</th>', html)
    assert heads == ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    first = calendar(publisher).context["month"].weeks[0][0]
    assert (first.date, first.is_in_month) == (date(2024, 12, 1), True)


def test_the_hijri_day_stands_beside_each_day(publisher, clock):
    answer = calendar(in_english(publisher), "2025-03")
    month = answer.context["month"]
    assert (month.title, month.hijri_title) == ("March 2025", "Ramadan – Shawwal 1446 AH")
    days = {day.date: day for week in month.weeks for day in week}
    assert days[date(2025, 3, 1)].hijri_short == "1 Ramadan"
    assert (days[date(2025, 3, 2)].hijri_short, days[date(2025, 3, 2)].hijri) == ("2", "2 Ramadan 1446 AH")
    assert days[date(2025, 3, 30)].hijri_short == "1 Shawwal"
    assert '<span class="visually-hidden">2 Ramadan 1446 AH</span>' in answer.content.decode()
    publisher.interface_language = "ar"
    publisher.save()
    assert calendar(publisher, "2025-03").context["month"].hijri_title == "رمضان – شوال 1446 هـ"


def test_a_month_that_begins_another_hijri_year(publisher):
    month = calendar(in_english(publisher), "2025-06").context["month"]
    assert month.hijri_title == "Dhu al-Hijjah 1446 – Muharram 1447 AH"


def test_one_goes_from_month_to_month(publisher, clock):
    month = calendar(publisher).context["month"]
    assert (month.previous, month.next) == (f"{CALENDAR}?month=2024-11", f"{CALENDAR}?month=2025-01")
    assert month.is_this_month
    html = calendar(publisher, "2025-01").content.decode()
    assert f'href="{CALENDAR}?month=2025-02"' in html
    assert f'<a href="{CALENDAR}">' in html, "the way back to this month"
    assert 'aria-current="date"' not in html
    html = calendar(publisher).content.decode()
    (today,) = re.findall(r'aria-current="date">\s*<p class="desk-day">\s*<time datetime="([0-9-]+)"', html)
    assert today == "2024-12-23"


@pytest.mark.parametrize(
    "month",
    ["x", "2024", "2024-13", "2024-00", "0001-01", "9999-12", "٢٠٢٤-١٢", "2024-12-01", "-1-1", "9" * 40],
)
def test_a_month_that_there_is_not_is_the_present_one(publisher, clock, month):
    assert calendar(publisher, month).context["month"].title == "ديسمبر 2024"


@pytest.mark.parametrize("month", ["1990-01", "2076-12"])
def test_the_first_and_the_last_month(publisher, month):
    shown = calendar(publisher, month).context["month"]
    assert bool(shown.previous) != bool(shown.next)


def test_what_stands_in_the_month(publisher, translator, clock):
    public = make_article(ar="ينتهي")
    go_live(public, "ar", at=clock.before(hours=1), until=clock.after(days=2))
    update = make_article(ar="حيّ")
    go_live(update, "ar", at=clock.before(hours=1))
    write(update, "ar", title="يحل محله")
    scheduled(update, "ar", clock.after(days=2), clock.after(days=3))
    late = make_article(en="Late")
    assign(late, "en", chief(), translator, date(2024, 12, 20))
    assign(make_article(en="Next month"), "en", chief(), translator, date(2025, 1, 1))
    done = make_article(en="Done")
    assign(done, "en", chief(), translator, date(2024, 12, 21))
    go_live(done)
    for binned in (make_article(ar="في السلة"),):
        scheduled(binned, "ar", clock.after(days=1))
        put_in_bin(binned)
    answer = calendar(publisher)
    assert entries(answer) == {
        "2024-12-20": [("due", "Late")],
        "2024-12-25": [("ends", "ينتهي"), ("begins", "يحل محله")],
        "2024-12-26": [("ends", "يحل محله")],
    }
    assert entries(calendar(publisher, "2025-01")) == {"2025-01-01": [("due", "Next month")]}
    assert entries(calendar(publisher, "2024-11")) == {}
    # In the languages in which the person works.
    assert entries(calendar(translator)) == {"2024-12-20": [("due", "Late")]}
    html = calendar(in_english(publisher)).content.decode()
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    assert "Due (overdue) · English Late translator" in words
    assert "12:00 Ends · Arabic ينتهي" in words
    assert f'href="{form_address(late, "en")}"' in html


def test_a_moment_belongs_to_the_day_of_the_clocks_here(publisher, clock):
    document = make_article(ar="بعد منتصف الليل")
    scheduled(document, "ar", datetime.fromisoformat("2024-12-30T22:30:00+00:00"))
    assert entries(calendar(publisher)) == {"2024-12-31": [("begins", "بعد منتصف الليل")]}
    other = make_article(ar="أول السنة")
    scheduled(other, "ar", datetime.fromisoformat("2024-12-31T21:00:00+00:00"))
    assert list(entries(calendar(publisher))) == ["2024-12-31"]
    assert entries(calendar(publisher, "2025-01")) == {"2025-01-01": [("begins", "أول السنة")]}


def test_the_month_shows_kinds_that_the_person_may_view(clock):
    scheduled(make_article(ar="خبر"), "ar", clock.after(days=1))
    scheduled(factories.make_decision(ar="قرار"), "ar", clock.after(days=1))
    assert entries(calendar(limited("articles.article"))) == {"2024-12-24": [("begins", "خبر")]}


def test_the_calendar_is_for_people_of_the_desk(reader, publisher):
    assert reader.get(CALENDAR).status_code == 302
    nobody = User.objects.create(username="nobody", is_staff=True)
    assert signed_in(nobody).get(CALENDAR).status_code == 403
    assert signed_in(nobody).get("/admin/").status_code == 200
    assert signed_in(publisher).post(CALENDAR).status_code == 405


def test_a_full_day_is_cut_short_on_the_first_page(publisher, clock):
    for number in range(5):
        scheduled(make_article(ar=f"خبر {number}"), "ar", clock.after(days=1, minutes=number))
    answer = signed_in(in_english(publisher)).get("/admin/")
    (shown,) = entries(answer).values()
    assert [title for _what, title in shown] == ["خبر 0", "خبر 1", "خبر 2"]
    html = answer.content.decode()
    assert f'href="{CALENDAR}?month=2024-12#d-2024-12-24">2 more' in html
    assert 'id="d-2024-12-24"' not in html
    whole = calendar(publisher)
    assert len(entries(whole)["2024-12-24"]) == 5
    assert 'id="d-2024-12-24"' in whole.content.decode()


def test_the_calendar_takes_as_many_queries_for_three_entries_as_for_one(publisher, clock):
    desk, counts = signed_in(publisher), {}
    for rows in (1, 3):
        while Assignment.objects.count() < rows:
            assign(make_article(), "en", chief(), publisher, clock.after(days=1).date())
            scheduled(
                make_article(), "ar", clock.after(days=1) + timedelta(minutes=Assignment.objects.count())
            )
        with CaptureQueriesContext(connection) as queries:
            answer = desk.get(CALENDAR)
        assert sum(len(found) for found in entries(answer).values()) == 2 * rows
        counts[rows] = len(queries)
    assert counts == {1: 7, 3: 7}


def test_every_kind_has_a_row_of_its_own_form(publisher):
    for kind, make in MAKERS.items():
        document = make()
        workflow.submit(document, "ar", chief())
        assert Kind(kind)
    rows = signed_in(publisher).get("/admin/").context["sections"][0].rows
    assert len(rows) == len(MAKERS)
    for row in rows:
        answer = signed_in(publisher).get(row.address)
        assert (answer.status_code, answer.context["language"]) == (200, "ar")
