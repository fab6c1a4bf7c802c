"""Texts that go public together: at one moment, now or later, all of them or none."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.utils import timezone

from publishing import bin as desk_bin
from publishing import releases, workflow
from publishing.models import Act, DocumentTranslation, Release, ReleaseItem, Revision
from publishing.releases import ReleaseRefused, ReleaseState
from publishing.workflow import WorkflowError
from tests.factories import (
    chief,
    draft_over_live,
    go_live,
    make_article,
    make_decision,
    make_page,
    scheduled,
    second_chief,
    write,
)
from tests.personas import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

SCHEDULED_OR_OUT = "This release is scheduled or out already, so its texts stay as they are."
EVERYTHING = (DocumentTranslation, Revision, Act, Release, ReleaseItem)


def make_release(*texts, name="ختام اليوم الثاني"):
    """A release of ``texts``: (document, language) pairs."""
    release = Release.objects.create(name=name, created_by=chief())
    for document, language in texts:
        releases.add_text(release, document, language, chief())
    return release


def rows():
    return [list(model.objects.order_by("pk").values()) for model in EVERYTHING]


@contextmanager
def refused(message):
    """The act raises WorkflowError with these words, and nothing at all is written."""
    before = rows()
    with pytest.raises(WorkflowError) as caught:
        yield caught
    assert str(caught.value) == message
    assert rows() == before


def public():
    """{(title, language)} of what readers see."""
    return set(Revision.objects.live().values_list("title", "language_code"))


def bundle():
    """A live article with a newer Arabic draft, a decision in both languages, a page that ended."""
    article = make_article(ar="خبر", en=False, live=True)
    write(article, "ar", title="خبر محدَّث")
    decision = make_decision(ar="قرار", en="Decision")
    page = make_page(ar=False, en="A page")
    go_live(page, at=timezone.now() - timedelta(days=2), until=timezone.now() - timedelta(days=1))
    return [(article, "ar"), (decision, "ar"), (decision, "en"), (page, "en")]


TITLES = {("خبر محدَّث", "ar"), ("قرار", "ar"), ("Decision", "en"), ("A page", "en")}


# ---- Putting it together


def test_a_release_is_put_together_text_by_text(editor):
    release, article = make_release(), make_article(en=False)
    for language in ("ar", "en"):
        item = releases.add_text(release, article, language, editor)
        assert (item.release, item.document_id, item.language_code) == (release, article.pk, language)
    releases.remove_text(release, article, "ar", editor)
    assert list(release.items.values_list("document_id", "language_code", "revision")) == [
        (article.pk, "en", None)
    ]
    assert releases.state_of(release) == ReleaseState.PREPARED


def test_each_text_has_one_place_and_none_comes_from_the_bin():
    article, gone = make_article(), make_article()
    desk_bin.move_to_bin(gone, chief())
    release = make_release((article, "ar"))
    with refused("This text is in the release already."):
        releases.add_text(release, article, "ar", chief())
    with refused("This document is in the bin; take it back first."):
        releases.add_text(release, gone, "ar", chief())
    with refused("The site is not written in that language."):
        releases.add_text(release, article, "tr", chief())


@pytest.mark.parametrize("role", ["author", "translator"])
def test_who_may_not_prepare(role):
    release, article = make_release(), make_article()
    for act in (releases.add_text, releases.remove_text):
        with refused("You may not prepare releases."):
            act(release, article, "ar", make_user(role, f"{role}{act.__name__}", word_languages=["en"]))


# ---- Now


def test_all_texts_are_public_from_one_moment(publisher, clock):
    release = make_release(*bundle())
    clock.goes_on(hours=1)
    releases.release_now(release, publisher)
    assert public() == TITLES
    items = list(release.items.select_related("revision"))
    assert {item.revision.live_from for item in items} == {clock.now}
    assert {(item.revision.title, item.language_code) for item in items} == TITLES
    assert {item.revision.published_by for item in items} == {publisher}
    for found in (release, Release.objects.get()):
        assert (found.live_from, found.released_by) == (clock.now, publisher)
        assert releases.state_of(found) == ReleaseState.OUT


def test_the_moment_is_one_even_while_time_goes_on(publisher):
    release = make_release(*bundle())
    before = timezone.now()
    releases.release_now(release, publisher)
    assert set(Revision.objects.filter(live_from__gt=before).values_list("live_from", flat=True)) == {
        release.live_from
    }
    # The text that was public ends where the newer one begins.
    assert list(Revision.objects.filter(title="خبر").values_list("live_until", flat=True)) == [
        release.live_from
    ]


def test_every_text_leaves_its_act_with_the_name_of_the_release(publisher):
    release = make_release(*bundle())
    releases.release_now(release, publisher)
    told = (
        Act.objects.filter(by=publisher).order_by("pk").values_list("name", "title", "language_code", "note")
    )
    assert {row[:1] + row[3:] for row in told} == {("publish", "Release “ختام اليوم الثاني”")}
    assert {(title, language) for _name, title, language, _note in told} == TITLES


def test_a_refused_text_undoes_all_and_is_named_with_every_other(publisher):
    texts = bundle()
    empty = make_article(ar={"title": "بلا متن", "body": ""}, en=False)
    live = make_article(ar=False, en="As it stands", live=True)
    release = make_release(*texts, (empty, "ar"), (live, "en"), (live, "ar"))
    with refused(
        "\u2068بلا متن\u2069 (Arabic): The text has no body yet; write one before it is published. "
        "\u2068As it stands\u2069 (English): This very text is public already; there is nothing new to publish. "
        "\u2068As it stands\u2069 (Arabic): There is no text in this language yet; write and save one first."
    ) as caught:
        releases.release_now(release, publisher)
    assert isinstance(caught.value, ReleaseRefused)
    assert [problem.item.document_id for problem in caught.value.problems] == [empty.pk, live.pk, live.pk]
    assert releases.state_of(release) == ReleaseState.PREPARED


def test_what_the_check_does_not_see_undoes_all_too(publisher, monkeypatch):
    release = make_release(*bundle())
    monkeypatch.setattr(releases, "check", lambda items, by, at: [])
    monkeypatch.setattr(workflow, "require_complete", _refuses_the_page)
    with refused("\u2068A page\u2069 (English): Not this one."):
        releases.release_now(release, publisher)


def _refuses_the_page(revision):
    if revision.kind == "page":
        raise WorkflowError("Not this one.")


def test_an_empty_release_does_not_go_out(publisher):
    release = make_release()
    with refused("There is no text in this release yet."):
        releases.release_now(release, publisher)


def test_a_release_goes_out_once(publisher):
    article = make_article(en=False)
    release = make_release((article, "ar"))
    releases.release_now(release, publisher)
    write(article, "ar", title="بعد ذلك")
    for act in (
        lambda: releases.release_now(release, publisher),
        lambda: releases.schedule_release(release, publisher, timezone.now() + timedelta(days=1)),
        lambda: releases.add_text(release, article, "en", publisher),
        lambda: releases.remove_text(release, article, "ar", publisher),
    ):
        with refused(SCHEDULED_OR_OUT):
            act()
    with refused("This release is not scheduled."):
        releases.cancel_release(release, publisher)


def test_texts_that_changed_since_they_were_looked_at_stay(publisher):
    (article, _language), *_rest = texts = bundle()
    release = make_release(*texts)
    seen = releases.latest_texts(release.items.all())
    latest = {document.revisions.filter(language_code=code).last().pk for document, code in texts}
    assert seen == latest
    write(article, "ar", title="لم يره أحد")
    with refused("Some of these texts were changed since you looked at them; look again."):
        releases.release_now(release, publisher, seen)
    releases.release_now(release, publisher, releases.latest_texts(release.items.all()))
    assert ("لم يره أحد", "ar") in public()


# ---- Rights


@pytest.mark.parametrize("role", ["author", "translator", "editor"])
def test_who_may_not_release(role):
    release, by = make_release((make_article(), "ar")), make_user(role, word_languages=["en"])
    for act in (
        lambda: releases.release_now(release, by),
        lambda: releases.schedule_release(release, by, timezone.now() + timedelta(days=1)),
        lambda: releases.cancel_release(release, by),
    ):
        with refused("You may not release texts."):
            act()


def test_a_publisher_of_one_language_releases_no_other():
    article = make_article(ar="عربي", en="English")
    by = make_user("publisher", word_languages=["en"])
    release = make_release((article, "ar"), (article, "en"))
    with refused("\u2068عربي\u2069 (Arabic): You may not publish, schedule or withdraw texts."):
        releases.release_now(release, by)
    releases.release_now(make_release((article, "en")), by)
    assert public() == {("English", "en")}


def test_four_eyes_hold_for_each_text(publisher):
    decision, article = make_decision(ar="قرار", en=False), make_article(ar="خبر", en=False)
    for document in (decision, article):
        write(document, "ar", by=publisher, summary="كتبه مسؤول النشر")
    release = make_release((article, "ar"), (decision, "ar"))
    with refused(
        "\u2068قرار\u2069 (Arabic): You wrote this text last, and texts of this kind are published by somebody else: "
        "submit it for review."
    ):
        releases.release_now(release, publisher)
    releases.release_now(release, second_chief())
    assert public() == {("قرار", "ar"), ("خبر", "ar")}


# ---- Later


def test_a_scheduled_release_goes_out_by_itself_at_its_moment(publisher, clock):
    release = make_release(*bundle())
    at = clock.after(days=1)
    releases.schedule_release(release, publisher, at)
    assert (release.live_from, release.released_by) == (at, publisher)
    assert releases.state_of(release) == ReleaseState.SCHEDULED
    assert public() == {("خبر", "ar")}
    clock.goes_to(at - timedelta(microseconds=1))
    assert public() == {("خبر", "ar")}
    clock.goes_to(at)
    assert public() == TITLES
    assert releases.state_of(release) == ReleaseState.OUT
    names = set(Act.objects.filter(by=publisher).values_list("name", "note"))
    assert names == {("schedule", "Release “ختام اليوم الثاني”")}


def test_the_moment_has_to_be_to_come(publisher, clock):
    release = make_release(*bundle())
    for at in (clock.now, clock.before(days=1)):
        with refused("The moment to release has passed; choose one in the future.") as caught:
            releases.schedule_release(release, publisher, at)
        assert caught.value.field == "at"


def test_the_plan_of_a_scheduled_release_holds(publisher, clock):
    """None of its texts is cancelled, replaced, published sooner, withdrawn or binned alone."""
    (article, _language), (decision, _language), *_rest = texts = bundle()
    release = make_release(*texts)
    another = make_release((decision, "ar"), name="أخرى")
    releases.schedule_release(release, publisher, clock.after(days=2))
    message = "This text goes public with the release “ختام اليوم الثاني”; cancel the release first."
    for act in (
        lambda: workflow.cancel_schedule(decision, "ar", publisher),
        lambda: workflow.publish(decision, "ar", publisher),
        lambda: workflow.schedule(decision, "ar", publisher, clock.after(days=1)),
        lambda: workflow.withdraw(decision, "ar", publisher),
        lambda: workflow.withdraw(article, "ar", publisher),
        lambda: desk_bin.move_to_bin(decision, publisher),
        lambda: releases.schedule_release(another, publisher, clock.after(days=1)),
        lambda: releases.release_now(another, publisher),
    ):
        before = rows()
        with pytest.raises(WorkflowError) as caught:
            act()
        assert message in str(caught.value)
        assert rows() == before


def test_a_text_of_a_scheduled_release_is_written_on_and_a_newer_one_published_until_then(publisher, clock):
    article = make_article(ar="للإصدار", en=False)
    release = make_release((article, "ar"))
    releases.schedule_release(release, publisher, clock.after(days=1))
    write(article, "ar", title="قبل ذلك")
    workflow.publish(article, "ar", publisher)
    assert public() == {("قبل ذلك", "ar")}
    clock.goes_on(days=1)
    assert public() == {("للإصدار", "ar")}


def test_what_a_release_made_public_is_withdrawn_like_any_text(publisher, clock):
    texts = bundle()
    clock.goes_on(hours=1)
    releases.release_now(make_release(*texts), publisher)
    later = make_article(ar="لاحقًا", en=False)
    releases.schedule_release(make_release((later, "ar"), name="لاحقة"), publisher, clock.after(hours=1))
    clock.goes_on(hours=2)
    for document, language in [*texts, (later, "ar")]:
        workflow.withdraw(document, language, publisher)
    assert public() == set()


def test_what_a_release_made_public_is_planned_anew_like_any_text(publisher, clock):
    article = make_article(en=False)
    releases.release_now(make_release((article, "ar")), publisher)
    clock.goes_on(hours=1)
    write(article, "ar", title="الثاني")
    scheduled(article, "ar", clock.after(days=1))
    workflow.cancel_schedule(article, "ar", publisher)
    assert releases.state_of(Release.objects.get()) == ReleaseState.OUT


def test_a_plan_of_its_own_gives_way(publisher, clock):
    article = make_article(en=False)
    scheduled(article, "ar", clock.after(days=3))
    releases.schedule_release(make_release((article, "ar")), publisher, clock.after(days=1))
    assert [row.live_from for row in Revision.objects.scheduled()] == [clock.after(days=1)]


# ---- Cancelling


def test_cancelling_takes_back_every_plan(publisher, clock):
    texts = bundle()
    release = make_release(*texts)
    releases.schedule_release(release, publisher, clock.after(days=1))
    releases.cancel_release(release, publisher)
    for found in (release, Release.objects.get()):
        assert (found.live_from, found.released_by, releases.state_of(found)) == (None, None, "prepared")
    assert list(release.items.values_list("revision", flat=True)) == [None] * len(texts)
    assert Revision.objects.scheduled().count() == 0
    cancelled = Act.objects.filter(name="cancel_schedule").values_list("title", "language_code", "note")
    assert {row[:2] for row in cancelled} == TITLES
    assert {row[2] for row in cancelled} == {"Release “ختام اليوم الثاني”"}
    clock.goes_on(days=2)
    # The public text lasts as before.
    assert public() == {("خبر", "ar")}
    releases.release_now(release, publisher)
    assert public() == TITLES


def test_a_release_that_is_out_is_not_cancelled(publisher, clock):
    release = make_release(*bundle())
    releases.schedule_release(release, publisher, clock.after(days=1))
    clock.goes_on(days=1)
    with refused("This release is not scheduled."):
        releases.cancel_release(release, publisher)


def test_one_text_that_cannot_be_taken_back_keeps_all(publisher, clock):
    """Another text took the address that a public one leaves with the release."""
    article = make_article(ar={"title": "الأول", "slug": "here"}, en=False, live=True)
    write(article, "ar", slug="there")
    page, release = make_page(en=False), make_release((article, "ar"))
    releases.add_text(release, page, "ar", chief())
    releases.schedule_release(release, publisher, clock.after(days=1))
    rival = make_article(ar={"title": "الآخر"}, en=False)
    Revision.objects.filter(document_id=rival.pk).update(slug="here")
    workflow.schedule(rival, "ar", publisher, clock.after(days=1))
    with refused("\u2068الأول\u2069 (Arabic): The address “here” is taken by “الآخر”; choose another one."):
        releases.cancel_release(release, publisher)


def test_a_draft_over_a_public_text_is_what_is_released(publisher):
    article = make_article(ar="العلني", en=False)
    draft_over_live(article, "ar", title="الأحدث")
    releases.release_now(make_release((article, "ar")), publisher)
    assert public() == {("الأحدث", "ar")}
