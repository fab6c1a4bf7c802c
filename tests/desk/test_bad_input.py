"""Bad input at the desk: a clear message in the person's language, and what was typed is still in the form."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from publishing.models import Document, DocumentTranslation, PublicText, Revision
from publishing.refusals import WorkflowError
from tests import factories
from tests.desk.forms import at_clock, form_address, messages_of, press, typed_in
from tests.desk.mistakes import WORDS, assert_typed_is_there, errors_of, press_add, say
from tests.factories import make_article
from tests.personas import signed_in

pytestmark = pytest.mark.django_db

#: In both languages of the desk, as a person reads it.
INTERFACES = ("ar", "en")


@pytest.fixture(params=INTERFACES)
def desk(request, publisher):
    publisher.interface_language = request.param
    publisher.save()
    desk = signed_in(publisher)
    desk.language = request.param
    return desk


# ---- Titles


@pytest.mark.parametrize("title", ["", "   ", "\u202e\u202c", "\x01\x02"])
def test_an_empty_title(desk, title):
    answer = press_add(desk, title=title)
    (refusal,) = errors_of(answer)["title"]
    assert refusal in {say(desk, "This field is required."), say(desk, "A text needs a title.")}
    assert_typed_is_there(answer, summary="موجز.", body="<p>متن.</p>", note="ملاحظة")
    assert Article.objects.count() == 0


def test_an_over_long_title(desk):
    answer = press_add(desk, title="ط" * 201)
    assert set(errors_of(answer)) == {"title"}
    assert "201" in errors_of(answer)["title"][0]
    assert_typed_is_there(answer, title="ط" * 201, summary="موجز.", body="<p>متن.</p>")
    assert Article.objects.count() == 0


def test_a_title_that_grows_over_the_limit_by_what_is_stored(desk):
    """One sign of an Arabic presentation form becomes several letters."""
    answer = press_add(desk, title="\ufdf2" * 60, slug="allah")
    assert errors_of(answer) == {"title": [say(desk, "This is longer than %(limit)s characters.", limit=200)]}
    assert_typed_is_there(answer, title="\ufdf2" * 60)


@pytest.mark.parametrize(
    ("name", "limit"), [("summary", 600), ("kicker", 80), ("byline", 120), ("dateline", 120), ("note", 300)]
)
def test_other_words_that_are_too_long(desk, name, limit):
    answer = press_add(desk, **{name: "x" * (limit + 1)})
    assert set(errors_of(answer)) == {name}
    assert_typed_is_there(answer, **{name: "x" * (limit + 1), "title": WORDS["title"]})


def test_a_control_character_in_a_title_is_taken_out(desk):
    press_add(desk, title="خبر\x0b من\x01 الملتقى\u202e")
    assert Article.objects.get().working_copy("ar").title == "خبر من الملتقى"


@pytest.mark.parametrize("name", ["title", "summary", "body", "slug", "note"])
def test_a_nul_is_refused_where_it_stands(desk, name):
    answer = press_add(desk, **{name: "a\x00b"})
    assert errors_of(answer)[name] == [say(desk, "Null characters are not allowed.")]
    assert Article.objects.count() == 0


# ---- Addresses


def test_an_address_that_is_taken(desk):
    holder = make_article(ar={"title": "الأول", "slug": "ملتقى"}, en=False, live=True)
    answer = press_add(desk, slug="ملتقى")
    message = say(
        desk,
        "The address “%(slug)s” is taken by “%(title)s”; choose another one.",
        slug="ملتقى",
        title="الأول",
    )
    assert errors_of(answer) == {"slug": [message]}
    assert_typed_is_there(answer, slug="ملتقى", title=WORDS["title"], body=WORDS["body"])
    assert set(Article.objects.values_list("pk", flat=True)) == {holder.pk}


def test_an_address_that_is_taken_in_a_form_of_its_own(desk):
    make_article(ar={"title": "الأول", "slug": "ملتقى"}, en=False, live=True)
    other = make_article(ar={"title": "الثاني", "slug": "الثاني"}, en=False)
    answer = press(desk, form_address(other), "_publish", slug="ملتقى")
    assert set(errors_of(answer)) == {"slug"}
    assert Document.objects.get(pk=other.pk).working_copy("ar").slug == "الثاني"


def test_an_empty_address_is_made_from_the_title_and_numbered_where_it_is_taken(desk):
    make_article(ar={"title": "خبر من الملتقى"}, en=False, live=True)
    press_add(desk, slug="")
    assert DocumentTranslation.objects.filter(slug="خبر-من-الملتقى-2").count() == 1


def test_the_same_address_in_another_kind_or_language_is_free(desk):
    make_article(ar=False, en={"title": "Forum", "slug": "forum"}, live=True)
    assert press_add(desk, slug="forum").status_code == 302
    assert press_add(desk, model="articles_page", language="en", slug="forum").status_code == 302


@pytest.mark.parametrize(("title", "slug"), [("!!! ؟؟", ""), ("خبر", "///"), ("خبر", "ـــ"), ("خبر", "ًٌٍ")])
def test_an_address_that_folds_to_nothing(desk, title, slug):
    answer = press_add(desk, title=title, slug=slug)
    assert errors_of(answer) == {
        "slug": [say(desk, "An address needs at least one letter or digit; type one.")]
    }
    assert_typed_is_there(answer, title=title, slug=slug, body=WORDS["body"])
    assert Article.objects.count() == 0


def test_what_the_workflow_refuses_while_it_saves_undoes_the_whole_save(desk, monkeypatch):
    """Another text takes the address between the look of the form and the lock of the workflow."""
    from publishing import workflow

    def refuse(*args, **kwargs):
        raise WorkflowError("Somebody was faster.", "slug")

    monkeypatch.setattr(workflow, "save_working_copy", refuse)
    answer = press_add(desk, "_publish", article_kind="letter")
    assert errors_of(answer) == {"slug": ["Somebody was faster."]}
    assert_typed_is_there(answer, title=WORDS["title"], body=WORDS["body"], article_kind="letter")
    assert Article.objects.count() == 0


# ---- Bodies


@pytest.mark.parametrize("button", ["_publish", "_schedule", "_submit_for_review"])
@pytest.mark.parametrize("body", ["", "<p></p>", "<p>&nbsp;</p>", "<script>alert(1)</script>"])
def test_a_text_without_a_body_is_not_published(desk, button, body):
    period = at_clock("live_from", timezone.now() + timedelta(days=1)) if button == "_schedule" else {}
    answer = press_add(desk, button, body=body, **period)
    assert errors_of(answer) == {
        "body": [say(desk, "The text has no body yet; write one before it is published.")]
    }
    assert_typed_is_there(answer, title=WORDS["title"], note="ملاحظة", **period)
    assert PublicText.objects.count() == 0


def test_a_text_without_a_body_is_saved(desk):
    assert press_add(desk, body="").status_code == 302


def test_scripts_in_a_body_are_taken_out(desk):
    body = (
        '<p onclick="steal()">متن</p><script>steal()</script><a href="javascript:steal()">رابط</a>'
        '<img src="x" onerror="steal()"><iframe src="https://elsewhere.example"></iframe><style>p{}</style>'
    )
    press_add(desk, "_publish", body=body)
    (text,) = PublicText.objects.all()
    for trace in ("script", "steal", "javascript", "onclick", "onerror", "iframe", "<style"):
        assert trace not in text.body, trace
    assert "متن" in text.body
    assert "رابط" in text.body


# ---- Periods


def test_a_period_that_ends_before_it_begins(desk):
    begin = timezone.localtime() + timedelta(days=2)
    period = at_clock("live_from", begin) | at_clock("live_until", begin - timedelta(days=1))
    answer = press_add(desk, "_schedule", **period)
    assert errors_of(answer) == {
        "live_until": [say(desk, "The text would end before it begins; choose a later end.")]
    }
    shown = typed_in(answer)
    assert {name: shown[name] for name in period} == period
    assert Revision.objects.count() == 0


def test_publishing_up_to_a_moment_that_has_passed(desk):
    article = make_article(en=False)
    past = at_clock("live_until", timezone.localtime() - timedelta(minutes=5))
    answer = press(desk, form_address(article), "_publish", **past)
    assert set(errors_of(answer)) == {"live_until"}
    assert PublicText.objects.count() == 0


def test_scheduling_without_a_moment_or_for_one_that_has_passed(desk):
    article = make_article(en=False)
    answer = press(desk, form_address(article), "_schedule", title="عنوان آخر")
    assert errors_of(answer) == {"live_from": [say(desk, "Choose the moment at which the text goes public.")]}
    assert_typed_is_there(answer, title="عنوان آخر")
    past = at_clock("live_from", timezone.localtime() - timedelta(minutes=5))
    answer = press(desk, form_address(article), "_schedule", **past)
    message = "The moment to publish has passed; choose one in the future, or publish now."
    assert errors_of(answer) == {"live_from": [say(desk, message)]}


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        ("2050-13-45", "10:00"),
        ("غدًا", "10:00"),
        ("2050-01-01", "25:99"),
        ("2050-01-01", ""),
        ("0000-00-00", "1"),
    ],
)
def test_a_moment_that_is_none(desk, day, hour):
    article = make_article(en=False)
    answer = press(desk, form_address(article), "_schedule", live_from_0=day, live_from_1=hour)
    assert set(errors_of(answer)) == {"live_from"}
    assert_typed_is_there(answer, live_from_0=day, live_from_1=hour)


def test_returning_a_text_without_a_note(desk):
    article = make_article(en=False)
    factories.workflow.submit(article, "ar", factories.chief())
    answer = press(desk, form_address(article), "_request_changes", note="  ")
    assert errors_of(answer) == {"note": [say(desk, "Say in a note what should change.")]}
    assert Document.objects.get(pk=article.pk).working_copy("ar").stage == "in_review"


def test_publishing_the_very_text_that_is_public(desk):
    article = make_article(en=False, live=True)
    answer = press(desk, form_address(article), "_publish")
    reason = say(desk, "This very text is public already; there is nothing new to publish.")
    assert messages_of(answer) == [say(desk, "The working copy is saved. %(reason)s", reason=reason)]
