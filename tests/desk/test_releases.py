"""Releases at the desk: putting one together, deleting, the list; in both languages of the desk."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from publishing import bin as desk_bin
from publishing import releases
from publishing.models import Note, Release, ReleaseItem
from tests import factories
from tests.desk.forms import buttons_of, messages_of, press, typed_in
from tests.desk.mistakes import say
from tests.desk.release_pages import (
    ADD,
    LIST,
    both,
    check_of,
    desk_of,
    form_of,
    let_out,
    make_release,
    more,
    texts_of,
    words,
)
from tests.factories import chief, make_article, make_decision

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["ar", "en"])
def desk(request, publisher):
    return desk_of(publisher, request.param)


@pytest.fixture
def english(publisher):
    return desk_of(publisher, "en")


# ---- Putting it together


def test_a_release_is_made_with_its_texts(desk, publisher):
    article, decision = make_article(), make_decision()
    answer = press(
        desk,
        ADD,
        "_check",
        name="ختام الملتقى",
        note="بعد المؤتمر",
        **more((article, "both"), (decision, "en"), ("", "")),
    )
    release = Release.objects.get()
    assert (release.name, release.note, release.created_by) == ("ختام الملتقى", "بعد المؤتمر", publisher)
    assert texts_of(release) == {(article.pk, "ar"), (article.pk, "en"), (decision.pk, "en")}
    assert answer.url == check_of(release)


def test_texts_are_added_and_taken_out(desk):
    article, decision, page = make_article(), make_decision(), factories.make_page()
    release = make_release(*both(article), (decision, "ar"))
    opened = typed_in(desk.get(form_of(release)))
    assert [opened[f"items-{number}-id"] for number in range(3)] == [
        str(pk) for pk in release.items.values_list("pk", flat=True)
    ]
    answer = press(
        desk, form_of(release), "_continue", name="اسم آخر", **{"items-1-DELETE": "on"},
        **more((page, "both"), (decision, "both"), prefix="items-2"),
    )  # fmt: skip
    assert answer.url == form_of(release)
    assert texts_of(release) == {
        (article.pk, "ar"),
        *[(row.pk, code) for row in (decision, page) for code in ("ar", "en")],
    }
    release.refresh_from_db()
    assert release.name == "اسم آخر"
    html = desk.get(form_of(release)).content.decode()
    assert f'<a href="/admin/articles/article/{article.pk}/change/?language=ar" lang="ar" dir="rtl">' in html


def test_a_title_in_the_other_language_carries_no_language_of_its_own(english):
    article = make_article(ar="عنوان عربي", en=False)
    html = english.get(form_of(make_release((article, "en")))).content.decode()
    assert (
        f'<a href="/admin/articles/article/{article.pk}/change/?language=en" dir="auto">عنوان عربي</a>'
        in html
    )


def test_every_input_has_a_name_for_those_who_cannot_see_it(desk):
    release = make_release((make_article(ar="عنوان"), "ar"))
    for address in (form_of(release), check_of(release)):
        html = desk.get(address).content.decode()
        shown = html[html.index('<div id="content"') :]
        for tag, attributes in re.findall(r"<(input|select|textarea)\b([^>]*)>", shown):
            if re.search(r'type="(hidden|submit)"', attributes) or "__prefix__" in attributes:
                continue
            element_id = re.search(r'id="([^"]*)"', attributes)[1]
            assert "aria-label=" in attributes or f'for="{element_id}"' in shown, (tag, attributes)
    assert (
        say(desk, "Take “%(title)s” out of the release", title="عنوان")
        in desk.get(form_of(release)).content.decode()
    )


ALREADY = "This text is in the release already."


@pytest.mark.parametrize(
    ("rows", "errors"),
    [
        ([("article", "ar"), ("article", "ar")], {1: {"language": [ALREADY]}}),
        ([("article", "both"), ("article", "en")], {1: {"language": [ALREADY]}}),
        ([("kept", "ar")], {0: {"language": [ALREADY]}}),
        ([("article", "")], {0: {"language": ["This field is required."]}}),
        ([("", "ar")], {0: {"document": ["This field is required."]}}),
        (
            [("article", "tr")],
            {0: {"language": ["Select a valid choice. tr is not one of the available choices."]}},
        ),
        (
            [("99999999999999999999", "ar"), ("x", "ar"), ("binned", "ar")],
            {
                row: {"document": ["Select a valid choice. That choice is not one of the available choices."]}
                for row in range(3)
            },
        ),
    ],
)
def test_bad_rows_are_told_and_nothing_is_lost(english, rows, errors):
    named = {"article": make_article(), "kept": make_article(), "binned": make_article()}
    release = make_release((named["kept"], "ar"))
    desk_bin.move_to_bin(named["binned"], chief())
    sent = more(*[(named.get(name, name), language) for name, language in rows], prefix="items-2")
    answer = press(english, form_of(release), "_check", name="اسم جديد", note="ملاحظة", **sent)
    formset = answer.context["inline_admin_formsets"][1].formset
    assert {number: dict(row) for number, row in enumerate(formset.errors) if row} == errors
    shown = typed_in(answer)
    assert (shown["name"], shown["note"]) == ("اسم جديد", "ملاحظة")
    assert all(
        shown[name] == value
        for name, value in sent.items()
        if name.endswith("-language") and value in ("ar", "en", "both")
    )
    release.refresh_from_db()
    assert (release.name, texts_of(release)) == ("ختام اليوم الثاني", {(named["kept"].pk, "ar")})


def test_a_row_is_refused_in_arabic_too(publisher):
    desk, article = desk_of(publisher, "ar"), make_article()
    answer = press(desk, ADD, "_check", name="اسم", **more((article, "ar"), (article, "ar")))
    assert answer.context["inline_admin_formsets"][0].formset.errors[1]["language"] == [say(desk, ALREADY)]


@pytest.mark.parametrize("name", ["", "ا" * 121])
def test_a_release_needs_a_name_that_fits(desk, name):
    answer = press(desk, ADD, "_check", name=name, **more((make_article(), "both")))
    assert set(answer.context["adminform"].form.errors) == {"name"}
    assert typed_in(answer)["items-0-language"] == "both"
    assert Release.objects.count() == 0


def test_what_happens_between_the_form_and_the_save_is_told(english, monkeypatch):
    """Somebody schedules it while the form is being saved: the form again, with what was typed."""
    article = make_article()
    release = make_release((article, "ar"))

    def late(model_admin, request, obj, form, change):
        raise releases.WorkflowError("Meanwhile.")

    monkeypatch.setattr("publishing.admin.releases.ReleaseAdmin.save_model", late)
    answer = press(
        english, form_of(release), "_continue", name="اسم جديد", **more((article, "en"), prefix="items-2")
    )
    assert answer.context["adminform"].form.non_field_errors() == ["Meanwhile."]
    assert (typed_in(answer)["name"], typed_in(answer)["items-2-0-language"]) == ("اسم جديد", "en")
    assert texts_of(release) == {(article.pk, "ar")}


@pytest.mark.parametrize("act", ["release_now", "schedule_release"])
def test_a_release_that_is_set_is_read_only(desk, act):
    release = make_release(*both(make_article()))
    opened = typed_in(desk.get(form_of(release)))
    let_out(release, act)
    answer = desk.get(form_of(release))
    assert buttons_of(answer) == set()
    assert set(typed_in(answer)) <= {"csrfmiddlewaretoken"} | {
        name for name in opened if name.startswith("items-")
    }
    assert say(desk, "A release that is scheduled or out stays as it is.") in words(answer)
    answer = desk.post(form_of(release), opened | {"name": "اسم جديد", "items-0-DELETE": "on", "_save": "1"})
    assert answer.url == form_of(release)
    assert messages_of(answer) == [
        say(desk, "This release is scheduled or out already, so its texts stay as they are.")
    ]
    release.refresh_from_db()
    assert (release.name, release.items.count()) == ("ختام اليوم الثاني", 2)


# ---- Deleting


def test_a_release_is_deleted_while_it_is_being_prepared(desk):
    release = make_release(*both(make_article()))
    address = reverse("admin:publishing_release_delete", args=[release.pk])
    assert desk.get(address).status_code == 200
    assert desk.post(address, {"post": "yes"}).status_code == 302
    assert (Release.objects.count(), ReleaseItem.objects.count()) == (0, 0)


@pytest.mark.parametrize("act", ["release_now", "schedule_release"])
def test_what_was_released_or_is_scheduled_is_not_deleted(desk, act):
    release = make_release(*both(make_article()))
    let_out(release, act)
    address = reverse("admin:publishing_release_delete", args=[release.pk])
    assert [desk.get(address).status_code, desk.post(address, {"post": "yes"}).status_code] == [403, 403]
    assert desk.post(
        LIST, {"action": "delete_selected", "_selected_action": [release.pk], "post": "yes"}
    ).status_code in (302, 200)
    assert Release.objects.count() == 1


def test_a_release_that_goes_out_while_it_is_deleted_stays(english, monkeypatch):
    release = make_release(*both(make_article()))
    address = reverse("admin:publishing_release_delete", args=[release.pk])
    monkeypatch.setattr("publishing.admin.releases.ReleaseAdmin.has_delete_permission", lambda *args: True)
    let_out(release, "release_now")
    answer = english.post(address, {"post": "yes"})
    assert messages_of(answer) == ["This release is scheduled or out already, so its texts stay as they are."]
    assert Release.objects.count() == 1


# ---- The list


def test_the_list_says_where_each_release_stands(desk, clock):
    prepared = make_release(*both(make_article()), name="أول")
    planned, out = (make_release((make_article(), "ar"), name=name) for name in ("ثان", "ثالث"))
    releases.schedule_release(planned, chief(), clock.after(days=1))
    clock.goes_on(minutes=5)
    releases.release_now(out, chief())
    answer = desk.get(LIST)
    html = answer.content.decode()
    cells = {
        column: [
            re.sub("<[^>]*>", "", cell).strip()
            for cell in re.findall(rf'class="field-{column}[^"]*">(.*?)</t[dh]>', html)
        ]
        for column in ("name_column", "texts_column", "state_column")
    }
    moments = {
        "ar": ("24 ديسمبر 2024، 12:00", "23 ديسمبر 2024، 12:05"),
        "en": ("24 December 2024, 12:00", "23 December 2024, 12:05"),
    }
    tomorrow, now = moments[desk.language]
    assert sorted(zip(*cells.values(), strict=True)) == sorted(
        [
            ("أول", "2", say(desk, "Being prepared")),
            ("ثان", "1", say(desk, "Scheduled for %(moment)s", moment=tomorrow)),
            ("ثالث", "1", say(desk, "Released on %(moment)s", moment=now)),
        ]
    )
    for state, found in (("prepared", prepared), ("scheduled", planned), ("out", out)):
        assert [row.pk for row in desk.get(LIST, {"state": state}).context["cl"].result_list] == [found.pk]
    assert len(desk.get(LIST, {"state": "nonsense"}).context["cl"].result_list) == 3
    assert [row.pk for row in desk.get(LIST, {"q": "ثالث"}).context["cl"].result_list] == [out.pk]


@pytest.mark.parametrize(("page", "expected"), [("list", 6), ("form", 10), ("check", 18)])
def test_a_page_takes_as_many_queries_for_many_rows_as_for_one(english, page, expected):
    release, counts = make_release(), {}
    for rows in (1, 3, 10):
        while release.items.count() < rows * 2:
            article = make_article(ar={"body": '<p><a href="/d/1/">أ</a><a href="/ar/news/x/">ب</a></p>'})
            Note.objects.create(document=article, text="?", written_by=chief())
            for text in both(article):
                releases.add_text(release, *text, chief())
            make_release((article, "ar"), name="أخرى")
        with CaptureQueriesContext(connection) as queries:
            answer = english.get({"list": LIST, "form": form_of(release), "check": check_of(release)}[page])
        assert answer.status_code == 200
        counts[rows] = len(queries)
    assert counts == {1: expected, 3: expected, 10: expected}
