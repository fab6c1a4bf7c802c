"""The check of a release at the desk, and from there releasing, scheduling and cancelling; in both languages."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from publishing import releases
from publishing.models import Note, Release
from tests import factories
from tests.desk.forms import at_clock, messages_of
from tests.desk.mistakes import say
from tests.desk.release_pages import (
    both,
    button,
    check_of,
    desk_of,
    let_out,
    make_release,
    public,
    rows_of,
    words,
)
from tests.factories import chief, make_article, make_decision, write
from tests.personas import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["ar", "en"])
def desk(request, publisher):
    return desk_of(publisher, request.param)


@pytest.fixture
def english(publisher):
    return desk_of(publisher, "en")


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
