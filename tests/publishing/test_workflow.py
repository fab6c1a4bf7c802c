"""The acts that decide what readers see now: publish and withdraw. What is set for later: test_scheduling.py."""

from datetime import timedelta

import pytest

from publishing import workflow
from publishing.models import PublicText, Revision
from tests.factories import go_live, make_article, make_page, scheduled, withdrawn, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

HOUR = timedelta(hours=1)


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


# ---- Publishing


def test_a_published_text_is_public_at_once_and_for_ever(article, publisher, clock):
    revision = workflow.publish(article, "ar", publisher, note="أول نشر")
    assert (revision.number, revision.live_from, revision.live_until) == (1, clock.now, None)
    assert (revision.published_at, revision.published_by) == (clock.now, publisher)
    assert public_now(clock) == ["أول"]
    assert public_at(clock.before(microseconds=1)) == []
    assert public_at(clock.after(days=3650)) == ["أول"]
    assert acts_of(article)[1:] == [("publish", "publisher", "أول نشر", 1)]


def test_publishing_one_language_leaves_the_other(publisher, clock):
    workflow.publish(make_article(ar="عربي", en="English"), "en", publisher)
    assert public_now(clock) == ["English"]


def test_a_draft_over_a_public_text_is_not_seen_until_it_is_published(article, publisher, clock):
    workflow.publish(article, "ar", publisher)
    start = clock.now
    clock.goes_on(hours=1)
    write(article, "ar", title="ثان")
    assert public_now(clock) == ["أول"]
    revision = workflow.publish(article, "ar", publisher)
    assert public_now(clock) == ["ثان"]
    assert (revision.published_at, revision.is_updated) == (start, True)
    first = article.revisions.get(number=1)
    assert (first.live_from, first.live_until) == (start, clock.now)
    # At the border there is one text, the newer one.
    assert public_at(clock.before(microseconds=1)) == ["أول"]
    assert public_at(clock.now) == ["ثان"]


def test_a_period_holds_its_first_moment_and_not_its_last(article, publisher, clock):
    end = clock.after(hours=1)
    revision = workflow.publish(article, "ar", publisher, until=end)
    assert (revision.live_until, revision.expires_at) == (end, end)
    assert public_at(clock.now) == ["أول"]
    assert public_at(end - timedelta(microseconds=1)) == ["أول"]
    assert public_at(end) == []


def test_the_very_text_that_is_public_is_not_published_twice(article, publisher, clock, refused):
    workflow.publish(article, "ar", publisher)
    clock.goes_on(hours=1)
    for act in (workflow.publish, lambda *who: workflow.schedule(*who, clock.after(hours=1))):
        with refused("This very text is public already; there is nothing new to publish."):
            act(article, "ar", publisher)


@pytest.mark.parametrize("lasts", [timedelta(0), -HOUR])
def test_a_text_cannot_end_before_it_begins(article, publisher, clock, refused, lasts):
    with refused("The text would end before it begins; choose a later end.", "live_until"):
        workflow.publish(article, "ar", publisher, until=clock.now + lasts)
    start = clock.after(days=1)
    with refused("The text would end before it begins; choose a later end.", "live_until"):
        workflow.schedule(article, "ar", publisher, start, start + lasts)


def test_an_address_that_another_text_has_is_refused(article, publisher, refused):
    other = make_article(ar={"title": "ثان", "slug": "first"}, en=None)
    workflow.publish(article, "ar", publisher)
    with refused("The address “first” is taken by “أول”; choose another one.", "slug"):
        workflow.publish(other, "ar", publisher)


def test_an_address_is_shared_by_kinds_and_languages_and_follows_its_owner(article, publisher, clock):
    workflow.publish(article, "ar", publisher)
    go_live(make_page(ar={"title": "صفحة", "slug": "first"}, en=None))
    go_live(make_article(ar=None, en={"title": "English", "slug": "first"}))
    clock.goes_on(hours=1)
    write(article, "ar", slug="moved")
    other = make_article(ar=None, en=None, source_language="ar")
    with pytest.raises(workflow.WorkflowError):
        write(other, "ar", title="ثان", slug="first", body="<p>متن</p>")
    workflow.publish(article, "ar", publisher)
    write(other, "ar", title="ثان", slug="first", body="<p>متن</p>")
    workflow.publish(other, "ar", publisher)
    assert set(PublicText.objects.values_list("kind", "language_code", "slug", "title")) == {
        ("article", "ar", "moved", "أول"),
        ("article", "ar", "first", "ثان"),
        ("article", "en", "first", "English"),
        ("page", "ar", "first", "صفحة"),
    }


def test_a_withdrawn_text_is_published_again_as_a_new_revision(article, publisher, clock):
    start = clock.now
    workflow.publish(article, "ar", publisher)
    withdrawn_at = clock.goes_on(hours=1)
    workflow.withdraw(article, "ar", publisher)
    clock.goes_on(hours=1)
    again = workflow.publish(article, "ar", publisher)
    assert (again.number, again.live_from, again.live_until, again.published_at) == (
        2,
        clock.now,
        None,
        start,
    )
    first = article.revisions.get(number=1)
    assert (first.live_from, first.live_until) == (start, withdrawn_at)
    assert again.words == first.words
    assert public_at(withdrawn_at) == []


# ---- Backdating


def test_a_text_from_elsewhere_keeps_its_day(article, publisher, clock):
    long_ago = clock.before(days=100)
    revision = workflow.publish(article, "ar", publisher, at=long_ago)
    assert (revision.live_from, revision.published_at) == (long_ago, long_ago)
    assert public_at(long_ago) == ["أول"]


def test_a_later_text_may_be_backdated_after_the_first(article, publisher, clock):
    workflow.publish(article, "ar", publisher, at=clock.before(days=100))
    write(article, "ar", title="ثان")
    revision = workflow.publish(article, "ar", publisher, at=clock.before(days=50))
    assert revision.published_at == clock.before(days=100)
    assert public_at(clock.before(days=50, microseconds=1)) == ["أول"]
    assert public_at(clock.before(days=50)) == ["ثان"]


@pytest.mark.parametrize("days", [100, 101])
def test_no_text_is_backdated_to_before_the_public_one(article, publisher, clock, refused, days):
    workflow.publish(article, "ar", publisher, at=clock.before(days=100))
    write(article, "ar", title="ثان")
    with refused("Another text has been public since then; choose a later moment.", "live_from"):
        workflow.publish(article, "ar", publisher, at=clock.before(days=days))


def test_no_text_is_backdated_into_the_time_of_one_that_has_ended(article, publisher, clock, refused):
    workflow.publish(article, "ar", publisher, at=clock.before(days=9), until=clock.before(days=3))
    write(article, "ar", title="ثان")
    with refused("Another text has been public since then; choose a later moment.", "live_from"):
        workflow.publish(article, "ar", publisher, at=clock.before(days=4))
    workflow.publish(article, "ar", publisher, at=clock.before(days=3))
    assert public_at(clock.before(days=3, microseconds=1)) == ["أول"]
    assert public_at(clock.before(days=3)) == ["ثان"]


def test_a_backdated_text_becomes_the_first_of_all(article, publisher, clock):
    """The list orders by the first publication: that is the same moment for every text of the document."""
    workflow.publish(article, "ar", publisher, at=clock.before(days=3))
    write(article, "ar", title="قبله")
    workflow.publish(article, "ar", publisher, at=clock.before(days=2), until=clock.before(days=1))
    write(article, "ar", title="أقدم")
    workflow.publish(article, "ar", publisher, at=clock.before(days=9), until=clock.before(days=8))
    assert set(article.revisions.values_list("published_at", flat=True)) == {clock.before(days=9)}


def test_publishing_in_the_future_is_for_schedule(article, publisher, clock, refused):
    with refused("That moment is in the future: schedule the text instead."):
        workflow.publish(article, "ar", publisher, at=clock.after(microseconds=1))


# ---- Withdrawing


def test_a_withdrawn_text_is_gone_at_once_and_kept_in_the_history(article, publisher, clock):
    workflow.publish(article, "ar", publisher)
    published_at = clock.now
    clock.goes_on(hours=1)
    workflow.withdraw(article, "ar", publisher, "خطأ في الخبر")
    assert (public_now(clock), public_at(published_at)) == ([], ["أول"])
    assert article.revisions.get().live_until == clock.now
    assert acts_of(article)[-1] == ("withdraw", "publisher", "خطأ في الخبر", 1)


def test_withdrawing_takes_what_is_scheduled_along(article, publisher, clock):
    workflow.publish(article, "ar", publisher)
    write(article, "ar", title="ثان")
    scheduled(article, "ar")
    clock.goes_on(hours=1)
    workflow.withdraw(article, "ar", publisher)
    assert (public_now(clock), public_at(clock.after(days=30))) == ([], [])
    assert article.revisions.get(number=1).live_until == clock.now


def test_a_text_that_is_only_scheduled_can_be_withdrawn(article, publisher, clock):
    scheduled(article, "ar")
    workflow.withdraw(article, "ar", publisher)
    assert public_at(clock.after(days=30)) == []


def test_withdrawing_one_language_leaves_the_other(publisher, clock):
    document = make_article(ar="عربي", en="English", live=True)
    clock.goes_on(hours=1)
    workflow.withdraw(document, "ar", publisher)
    assert public_now(clock) == ["English"]


def test_nothing_is_withdrawn_that_is_not_public(article, publisher, clock, refused):
    message = "Nothing is public in this language, so there is nothing to withdraw."
    with refused(message):
        workflow.withdraw(article, "ar", publisher)
    clock.goes_on(hours=1)
    withdrawn(article, "ar")
    with refused(message):
        workflow.withdraw(article, "ar", publisher)
