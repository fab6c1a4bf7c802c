"""Releases at the desk: putting one together, the check, releasing, scheduling, cancelling; in both languages of the desk."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from publishing import bin as desk_bin
from publishing import releases
from publishing.models import Note, PublicText, Release, ReleaseItem
from tests import factories
from tests.desk.forms import at_clock, buttons_of, messages_of, press, typed_in
from tests.desk.mistakes import say
from tests.factories import chief, make_article, make_decision, write
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db

LIST, ADD = "/admin/publishing/release/", "/admin/publishing/release/add/"


@pytest.fixture(params=["ar", "en"])
def desk(request, publisher):
    return desk_of(publisher, request.param)


@pytest.fixture
def english(publisher):
    return desk_of(publisher, "en")


def desk_of(user, language="en"):
    user.interface_language = language
    user.save()
    browser = signed_in(user)
    browser.language = language
    return browser


def form_of(release):
    return reverse("admin:publishing_release_change", args=[release.pk])


def check_of(release):
    return reverse("admin:publishing_release_check", args=[release.pk])


def make_release(*texts, name="ختام اليوم الثاني"):
    release = Release.objects.create(name=name, created_by=chief())
    for document, language in texts:
        releases.add_text(release, document, language, chief())
    return release


def both(document):
    return (document, "ar"), (document, "en")


def more(*rows, prefix="items"):
    """What is sent for the rows with more texts: (document, language) pairs; the language may be "both"."""
    sent = {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": "0"}
    for number, (document, language) in enumerate(rows):
        sent |= {
            f"{prefix}-{number}-document": str(getattr(document, "pk", document)),
            f"{prefix}-{number}-language": language,
        }
    return sent


def texts_of(release):
    return set(release.items.values_list("document_id", "language_code"))


def public():
    return set(PublicText.objects.values_list("title", "language_code"))


def rows_of(answer):
    """{(title, language): ([what refuses], [what is worth a look])} of the check."""
    return {
        (row["title"], row["item"].language_code): (row["refuses"], row["warns"])
        for row in answer.context["rows"]
    }


def words(answer):
    """What a page says, without markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def button(desk, release, name, **sent):
    """Open the check, press a button; the page that follows."""
    opened = desk.get(check_of(release))
    seen = re.search(r'name="seen" value="([^"]*)"', opened.content.decode())
    return desk.post(check_of(release), {"seen": seen[1] if seen else "", name: "1"} | sent, follow=True)


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


def let_out(release, act):
    by = factories.second_chief()
    if act == "release_now":
        releases.release_now(release, by)
    else:
        releases.schedule_release(release, by, timezone.now() + timedelta(days=1))


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


# ---- The check


def test_the_check_lists_every_text_with_what_is_missing(desk):
    whole = make_article(ar="تام", en="Whole")
    lacking = make_article(ar={"title": "ناقص", "body": '<p>متن <a href="/d/0/">رابط</a></p>'}, en=False)
    Note.objects.create(document=lacking, language_code="ar", text="?", written_by=chief())
    empty = make_decision(ar={"title": "فارغ", "body": ""}, en=False)
    answer = desk.get(check_of(make_release(*both(whole), (lacking, "ar"), (empty, "ar"))))
    no_english = say(desk, "The English text is neither public nor in this release.")
    assert rows_of(answer) == {
        ("تام", "ar"): ([], []),
        ("Whole", "en"): ([], []),
        ("ناقص", "ar"): (
            [],
            [
                no_english,
                say(
                    desk,
                    "The link to %(address)s leads to nothing that readers can see.",
                    address="\u2068/d/0/\u2069",
                ),
                {"ar": "ملاحظة واحدة لم تُحسم بعد.", "en": "1 note is not resolved."}[desk.language],
            ],
        ),
        ("فارغ", "ar"): (
            [say(desk, "The text has no body yet; write one before it is published.")],
            [no_english],
        ),
    }
    said = words(answer)
    for _text, (refuses, warns) in rows_of(answer).items():
        assert all(sentence in said for sentence in refuses + warns)
    assert {"ar": "نص واحد لا يمكن نشره بعد.", "en": "1 text cannot go public yet."}[desk.language] in said
    assert 'name="_release"' not in answer.content.decode()
    assert 'name="_schedule"' in answer.content.decode()


def test_a_release_with_nothing_in_the_way(desk):
    answer = desk.get(check_of(make_release(*both(make_article()))))
    assert say(desk, "Nothing stands in the way of this release.") in words(answer)
    assert 'name="_release"' in answer.content.decode()


def test_an_empty_release_has_nothing_to_release(desk):
    answer = desk.get(check_of(make_release()))
    assert say(desk, "There is no text in this release yet.") in words(answer)
    assert not re.search('name="_(release|schedule|cancel)"', answer.content.decode())
    assert messages_of(button(desk, make_release(), "_release")) == [
        say(desk, "There is no text in this release yet.")
    ]


def test_an_editor_sees_the_check_and_has_no_buttons(editor):
    desk = desk_of(editor)
    own = make_decision(ar="قرار", en=False)
    write(own, "ar", by=editor, summary="بقلمي")
    answer = desk.get(check_of(make_release((own, "ar"))))
    # What holds for the editor alone is not said: somebody else releases it.
    assert rows_of(answer) == {
        ("قرار", "ar"): ([], ["The English text is neither public nor in this release."])
    }
    assert "Somebody who may publish releases it from this page." in words(answer)
    assert not re.search('name="_(release|schedule|cancel)"', answer.content.decode())


@pytest.mark.parametrize("pressed", ["_release", "_schedule", "_cancel", "nothing"])
@pytest.mark.parametrize("role", ["author", "translator", "editor"])
def test_nobody_else_releases(role, pressed):
    release = make_release(*both(make_article()))
    if pressed == "_cancel":
        let_out(release, "schedule_release")
    before = Release.objects.values().get()
    answer = desk_of(make_user(role, word_languages=["en"] if role == "translator" else [])).post(
        check_of(release), {pressed: "1", **at_clock("at", timezone.localtime() + timedelta(days=1))}
    )
    assert answer.status_code == 403
    assert (Release.objects.values().get(), public()) == (before, set())


@pytest.mark.parametrize("pk", ["0", "99", "99999999999999999999999"])
def test_a_release_that_is_not_there(english, pk):
    for address in (f"/admin/publishing/release/{pk}/check/", f"/admin/publishing/release/{pk}/change/"):
        assert [english.get(address).status_code, english.post(address).status_code][0] in (302, 404)
    assert english.get(f"/admin/publishing/release/{pk}/check/").status_code == 404
    assert english.post(f"/admin/publishing/release/{pk}/check/", {"_release": "1"}).status_code == 404


# ---- Releasing


def test_released_now(desk, publisher):
    release = make_release(*both(make_article(ar="عربي", en="English")))
    answer = button(desk, release, "_release")
    assert messages_of(answer) == [say(desk, "Released: readers see all of these texts now.")]
    assert public() == {("عربي", "ar"), ("English", "en")}
    release.refresh_from_db()
    assert release.released_by == publisher
    assert not re.search('name="_(release|schedule|cancel)"', answer.content.decode())


def test_refused_now(desk):
    good, bad = make_article(ar="سليم", en=False), make_article(ar={"title": "فارغ", "body": ""}, en=False)
    release = make_release((good, "ar"), (bad, "ar"))
    answer = button(desk, release, "_release")
    assert messages_of(answer) == [say(desk, "Nothing was released: some texts cannot go public.")]
    assert rows_of(answer)["فارغ", "ar"][0] == [
        say(desk, "The text has no body yet; write one before it is published.")
    ]
    assert public() == set()


def test_a_text_that_changed_since_the_page_was_opened_is_not_released_unseen(desk):
    article = make_article(ar="كما رآه", en=False)
    release = make_release((article, "ar"))
    seen = str(article.revisions.get().pk)
    write(article, "ar", title="لم يره")
    answer = desk.post(check_of(release), {"_release": "1", "seen": seen})
    assert messages_of(answer) == [
        say(desk, "Some of these texts were changed since you looked at them; look again.")
    ]
    assert (public(), list(rows_of(answer))) == (set(), [("لم يره", "ar")])
    for nonsense in ("", "x", "1-2-x", "99999999999999999999", seen + "-"):
        desk.post(check_of(release), {"_release": "1", "seen": nonsense})
    assert public() == set()


def test_scheduled_and_cancelled(desk, clock):
    release = make_release(*both(make_article(ar="عربي", en="English")))
    at = timezone.localtime(clock.after(days=1))
    answer = button(desk, release, "_schedule", **at_clock("at", at))
    assert messages_of(answer) == [
        say(desk, "Scheduled: all of these texts go public at the moment that you chose.")
    ]
    release.refresh_from_db()
    assert release.live_from == at
    html = answer.content.decode()
    assert 'name="_cancel"' in html
    assert not re.search('name="_(release|schedule)"', html)
    answer = button(desk, release, "_cancel")
    assert messages_of(answer) == [
        say(desk, "The schedule is cancelled; the release is being prepared again.")
    ]
    release.refresh_from_db()
    assert (release.live_from, public()) == (None, set())


def test_the_check_of_a_scheduled_release_says_what_was_saved_since(desk):
    article = make_article(ar="المجدول", en=False)
    release = make_release((article, "ar"))
    let_out(release, "schedule_release")
    note = say(desk, "It was saved again since; the release makes the earlier text public.")
    answer = desk.get(check_of(release))
    assert (list(rows_of(answer)), note in words(answer)) == ([("المجدول", "ar")], False)
    write(article, "ar", title="الأحدث")
    answer = desk.get(check_of(release))
    assert (list(rows_of(answer)), note in words(answer)) == ([("المجدول", "ar")], True)


@pytest.mark.parametrize(
    ("day", "time", "message"),
    [
        ("", "", "Choose the moment at which the texts go public."),
        ("2020-01-01", "10:00", "The moment to release has passed; choose one in the future."),
        ("2099-01-01", "", "Choose the moment at which the texts go public."),
        ("tomorrow", "10:00", "Enter a valid date."),
    ],
)
def test_a_moment_that_is_none(desk, day, time, message):
    release = make_release(*both(make_article()))
    answer = button(desk, release, "_schedule", at_0=day, at_1=time)
    assert answer.status_code == 200
    assert answer.context["moment"].errors["at"] == [say(desk, message)]
    if day.startswith("2"):
        assert f'value="{day}"' in answer.content.decode()
    release.refresh_from_db()
    assert release.live_from is None


def test_the_check_of_a_moment_is_that_of_the_moment(english, clock):
    """An address that is free by then: refused for now, not for that day."""
    ending = make_article(ar={"slug": "here"}, en=False)
    factories.go_live(ending, until=clock.after(days=1))
    article = make_article(en=False)
    article.revisions.update(slug="here")
    release = make_release((article, "ar"))
    assert rows_of(english.get(check_of(release)))[article.working_copy("ar").title, "ar"][0] != []
    button(english, release, "_schedule", **at_clock("at", timezone.localtime(clock.after(days=2))))
    release.refresh_from_db()
    assert release.live_from == clock.after(days=2)


def test_a_schedule_that_cannot_be_taken_back_says_which_text(english, monkeypatch):
    release = make_release((make_article(ar="الأول", en=False), "ar"))
    let_out(release, "schedule_release")

    def refuse(*args, **kwargs):
        raise releases.WorkflowError("Taken.")

    monkeypatch.setattr("publishing.workflow.require_free_slug", refuse)
    monkeypatch.setattr("publishing.workflow.cancel_schedule", refuse)
    answer = button(english, release, "_cancel")
    assert messages_of(answer) == ["\u2068الأول\u2069 (Arabic): Taken."]
    release.refresh_from_db()
    assert release.live_from is not None
