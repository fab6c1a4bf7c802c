"""Texts that become public, change or end at a set time: schedule and cancel_schedule."""

from datetime import timedelta

import pytest

from publishing import workflow
from publishing.models import PublicText, Revision
from tests.factories import chief, make_article, scheduled, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def article(db):
    """An Arabic text, «أول», that nobody has published."""
    return make_article(ar={"title": "أول", "slug": "first"}, en=None)


def public_at(moment, language="ar"):
    """The titles that readers see at ``moment``."""
    return sorted(Revision.objects.live(moment).in_language(language).values_list("title", flat=True))


def public_now(clock):
    titles = sorted(PublicText.objects.values_list("title", flat=True))
    assert titles == sorted(Revision.objects.live(clock.now).values_list("title", flat=True))
    return titles


def acts_of(document):
    return [
        (act.name, act.by.username, act.note, act.revision and act.revision.number)
        for act in document.acts.order_by("pk")
    ]


def test_a_scheduled_text_begins_and_ends_by_itself(article, publisher, clock):
    start, end = clock.after(hours=1), clock.after(hours=2)
    revision = workflow.schedule(article, "ar", publisher, start, end, note="غدًا")
    assert (revision.live_from, revision.live_until, revision.published_at) == (start, end, start)
    assert public_now(clock) == []
    clock.goes_to(start - timedelta(microseconds=1))
    assert public_now(clock) == []
    clock.goes_to(start)
    assert public_now(clock) == ["أول"]
    clock.goes_to(end - timedelta(microseconds=1))
    assert public_now(clock) == ["أول"]
    clock.goes_to(end)
    assert public_now(clock) == []
    assert acts_of(article)[1:] == [("schedule", "publisher", "غدًا", 1)]


def test_a_scheduled_update_takes_over_from_the_public_text(article, publisher, clock):
    workflow.publish(article, "ar", publisher)
    first_public = clock.now
    write(article, "ar", title="ثان")
    start = clock.after(hours=1)
    revision = workflow.schedule(article, "ar", publisher, start)
    assert (public_now(clock), public_at(start - timedelta(microseconds=1)), public_at(start)) == (
        ["أول"],
        ["أول"],
        ["ثان"],
    )
    assert revision.published_at == first_public


def test_a_text_that_ends_before_the_scheduled_one_begins_keeps_its_end(article, publisher, clock):
    end = clock.after(hours=1)
    workflow.publish(article, "ar", publisher, until=end)
    write(article, "ar", title="ثان")
    workflow.schedule(article, "ar", publisher, clock.after(hours=2))
    assert [public_at(moment) for moment in (end - timedelta(microseconds=1), end, clock.after(hours=2))] == [
        ["أول"],
        [],
        ["ثان"],
    ]


@pytest.mark.parametrize("hours", [0, -1])
def test_the_past_cannot_be_scheduled(article, publisher, clock, refused, hours):
    with refused("The moment to publish has passed; choose one in the future, or publish now."):
        workflow.schedule(article, "ar", publisher, clock.after(hours=hours))


def test_a_new_schedule_takes_the_place_of_the_old_one(article, publisher, clock):
    workflow.publish(article, "ar", publisher)
    write(article, "ar", title="خطة أولى")
    workflow.schedule(article, "ar", publisher, clock.after(hours=1))
    write(article, "ar", title="خطة ثانية")
    workflow.schedule(article, "ar", publisher, clock.after(hours=5))
    assert [public_at(clock.after(hours=hours)) for hours in (0, 1, 4, 5)] == [
        ["أول"],
        ["أول"],
        ["أول"],
        ["خطة ثانية"],
    ]
    dropped = article.revisions.get(title="خطة أولى")
    assert (dropped.live_from, dropped.live_until, dropped.published_at, dropped.published_by) == (
        None,
        None,
        None,
        None,
    )


def test_the_same_text_is_moved_to_another_moment(article, publisher, clock):
    workflow.schedule(article, "ar", publisher, clock.after(hours=1))
    revision = workflow.schedule(article, "ar", publisher, clock.after(hours=3), clock.after(hours=4))
    assert revision.number == 1
    assert [public_at(clock.after(hours=hours)) for hours in (1, 3, 4)] == [[], ["أول"], []]


def test_publishing_a_scheduled_text_sooner_drops_the_plan(article, publisher, clock):
    workflow.schedule(article, "ar", publisher, clock.after(hours=1), clock.after(hours=2))
    revision = workflow.publish(article, "ar", publisher)
    assert (revision.number, revision.live_from, revision.live_until, revision.published_at) == (
        1,
        clock.now,
        None,
        clock.now,
    )
    assert list(article.revisions.scheduled()) == []


def test_another_text_published_meanwhile_leaves_the_plan(article, publisher, clock):
    start = clock.after(hours=2)
    workflow.schedule(article, "ar", publisher, start)
    write(article, "ar", title="عاجل")
    urgent = workflow.publish(article, "ar", publisher)
    assert (urgent.live_until, urgent.expires_at) == (start, None)
    assert [public_at(moment) for moment in (clock.now, start - timedelta(microseconds=1), start)] == [
        ["عاجل"],
        ["عاجل"],
        ["أول"],
    ]
    # The document was first public now, so it does not come up as new when the plan takes over.
    assert set(article.revisions.values_list("published_at", flat=True)) == {clock.now}


def test_the_end_that_was_asked_for_holds_where_it_is_sooner_than_the_plan(article, publisher, clock):
    workflow.schedule(article, "ar", publisher, clock.after(hours=2))
    write(article, "ar", title="عاجل")
    urgent = workflow.publish(article, "ar", publisher, until=clock.after(hours=1))
    assert urgent.live_until == clock.after(hours=1)


def test_an_address_is_free_once_its_owner_has_ended(article, publisher, clock, refused):
    workflow.publish(article, "ar", publisher, until=clock.after(hours=1))
    other = make_article(ar={"title": "ثان", "slug": "elsewhere"}, en=None)
    later = make_article(ar=None, en=None, source_language="ar")
    with refused("The address “first” is taken by “أول”; choose another one.", "slug"):
        workflow.save_working_copy(other, "ar", {"slug": "first"}, chief())
    clock.goes_on(hours=1)
    write(later, "ar", title="خلف", slug="first", body="<p>متن</p>")
    workflow.publish(later, "ar", publisher)
    assert public_now(clock) == ["خلف"]


def test_two_plans_for_one_address_are_refused_where_they_meet(publisher, clock, refused):
    first, second = (
        make_article(ar={"title": title, "slug": "shared"}, en=None) for title in ("الأول", "الثاني")
    )
    workflow.schedule(first, "ar", publisher, clock.after(hours=1), clock.after(hours=2))
    with refused("The address “shared” is taken by “الأول”; choose another one.", "slug"):
        workflow.schedule(second, "ar", publisher, clock.after(hours=1, minutes=59))
    workflow.schedule(second, "ar", publisher, clock.after(hours=2))
    assert [public_at(clock.after(hours=hours)) for hours in (1, 2)] == [["الأول"], ["الثاني"]]


# ---- Cancelling


def test_a_cancelled_schedule_leaves_the_public_text_for_ever(article, publisher, clock):
    workflow.publish(article, "ar", publisher)
    write(article, "ar", title="ثان")
    plan = scheduled(article, "ar")
    workflow.cancel_schedule(article, "ar", publisher, "ليس بعد")
    assert public_at(clock.after(days=30)) == ["أول"]
    assert acts_of(article)[-1] == ("cancel_schedule", "publisher", "ليس بعد", plan.number)


def test_a_cancelled_schedule_gives_back_the_end_that_was_asked_for(article, publisher, clock):
    end = clock.after(days=3)
    workflow.publish(article, "ar", publisher, until=end)
    write(article, "ar", title="ثان")
    scheduled(article, "ar", clock.after(days=1))
    assert article.revisions.get(number=1).live_until == clock.after(days=1)
    workflow.cancel_schedule(article, "ar", publisher)
    assert article.revisions.get(number=1).live_until == end


def test_nothing_is_cancelled_where_nothing_is_scheduled(article, publisher, refused):
    workflow.publish(article, "ar", publisher)
    with refused("Nothing is scheduled in this language."):
        workflow.cancel_schedule(article, "ar", publisher)


def test_a_plan_that_has_begun_cannot_be_cancelled(article, publisher, clock, refused):
    clock.goes_to(scheduled(article, "ar").live_from)
    with refused("Nothing is scheduled in this language."):
        workflow.cancel_schedule(article, "ar", publisher)


def moving_from_shared(clock):
    """A text at "shared" that moves away in two hours, and another one that takes the address at that moment."""
    leaving = make_article(ar={"title": "ينتقل", "slug": "shared"}, en=None, live=True)
    write(leaving, "ar", slug="moved")
    scheduled(leaving, "ar", clock.after(hours=2))
    coming = make_article(ar=None, en=None, source_language="ar")
    with pytest.raises(workflow.WorkflowError):
        # While the address is in use nobody can write it down; the successor is made by a bulk import.
        write(coming, "ar", title="يخلفه", slug="shared", body="<p>متن</p>")
    write(coming, "ar", title="يخلفه", slug="temporary", body="<p>متن</p>")
    Revision.objects.filter(document=coming).update(slug="shared")
    scheduled(coming, "ar", clock.after(hours=2))
    return leaving


def test_a_schedule_that_freed_an_address_is_not_cancelled_once_another_text_waits_for_it(
    publisher, clock, refused
):
    leaving = moving_from_shared(clock)
    with refused("The address “shared” is taken by “يخلفه”; choose another one.", "slug"):
        workflow.cancel_schedule(leaving, "ar", publisher)


def test_the_rest_can_be_done_although_another_text_waits_for_the_address(publisher, clock):
    leaving = moving_from_shared(clock)
    clock.goes_on(minutes=30)
    workflow.schedule(leaving, "ar", publisher, clock.after(hours=1))
    workflow.publish(leaving, "ar", publisher)
    assert set(PublicText.objects.values_list("title", "slug")) == {("ينتقل", "moved")}


def test_a_text_is_withdrawn_although_another_one_waits_for_its_address(publisher, clock):
    leaving = moving_from_shared(clock)
    clock.goes_on(minutes=30)
    workflow.withdraw(leaving, "ar", publisher)
    assert (public_now(clock), public_at(clock.after(hours=2))) == ([], ["يخلفه"])


# ---- The end of a text that is public already


def test_a_public_text_is_given_an_end_and_another_and_none(article, publisher, clock):
    revision = workflow.publish(article, "ar", publisher)
    sooner, later = clock.after(hours=1), clock.after(hours=2)
    assert workflow.publish(article, "ar", publisher, until=sooner, note="مؤقت") == revision
    assert (public_at(sooner - timedelta(microseconds=1)), public_at(sooner)) == (["أول"], [])
    workflow.publish(article, "ar", publisher, until=later)
    assert (public_at(sooner), public_at(later)) == (["أول"], [])
    workflow.publish(article, "ar", publisher)
    assert public_at(clock.after(hours=1000)) == ["أول"]
    assert acts_of(article)[2] == ("publish", "publisher", "مؤقت", 1)
    assert Revision.objects.count() == 1


def test_an_end_that_has_passed_is_refused_for_a_public_text(article, publisher, clock, refused):
    workflow.publish(article, "ar", publisher)
    with refused("The text would end before it begins; choose a later end.", "live_until"):
        workflow.publish(article, "ar", publisher, until=clock.now)
    assert public_at(clock.after(hours=1000)) == ["أول"]
