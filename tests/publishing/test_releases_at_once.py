"""A release while others work on its texts: all of them or none, and nobody waits for each other for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone

from publishing import releases, workflow
from publishing.models import Document, Release, Revision
from publishing.releases import ReleaseRefused, ReleaseState
from tests.factories import make_article, make_event, make_session, second_chief
from tests.publishing.test_concurrency import all_at_once
from tests.publishing.test_releases import make_release, public

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("in_english")]


@pytest.mark.parametrize("_round", range(3))
def test_a_text_published_by_hand_while_the_release_runs(_round):
    """All of them by the release, or the one by hand and none of the others."""
    by = second_chief()
    documents = [make_article(ar=f"نص {number}", en=False) for number in range(5)]
    release = make_release(*[(document, "ar") for document in documents])
    results, refusals = all_at_once(
        lambda: releases.release_now(release, by),
        lambda: workflow.publish(documents[3], "ar", by),
    )
    titles = {title for title, _language in public()}
    assert len(refusals) == 1
    if isinstance(refusals[0], ReleaseRefused):
        assert titles == {"نص 3"}
        assert (
            str(refusals[0])
            == "\u2068نص 3\u2069 (Arabic): This very text is public already; there is nothing new to publish."
        )
        assert releases.state_of(Release.objects.get()) == ReleaseState.PREPARED
    else:
        assert titles == {f"نص {number}" for number in range(5)}
        assert str(refusals[0]) == "This very text is public already; there is nothing new to publish."
        assert len(set(Revision.objects.live().values_list("live_from", flat=True))) == 1


@pytest.mark.parametrize("_round", range(3))
def test_two_releases_with_the_same_texts_in_another_order(_round):
    by = second_chief()
    documents = [make_article(ar=f"نص {number}", en=False) for number in range(5)]
    texts = [(document, "ar") for document in documents]
    one, two = make_release(*texts), make_release(*reversed(texts), name="الأخرى")
    later = timezone.now() + timedelta(days=1)
    results, refusals = all_at_once(
        lambda: releases.release_now(one, by),
        lambda: releases.schedule_release(two, by, later),
        lambda: releases.release_now(two, by),
        lambda: releases.remove_text(one, documents[0], "ar", by),
    )
    for release in (one, two):
        release = Release.objects.get(pk=release.pk)
        moments = {item.revision and item.revision.live_from for item in release.items.all()}
        assert moments == {release.live_from}
    assert not any("busy" in str(refusal) for refusal in refusals)


@pytest.mark.parametrize("_round", range(3))
def test_words_are_saved_and_a_plan_cancelled_while_a_release_runs(_round):
    by = second_chief()
    event = make_event(ar="ملتقى", en=False)
    sessions = [make_session(event, ar=f"ندوة {number}", en=False) for number in range(3)]
    texts = [(document, "ar") for document in [*sessions, event]]
    release = make_release(*texts)
    releases.schedule_release(release, by, timezone.now() + timedelta(days=1))
    all_at_once(
        lambda: releases.cancel_release(release, by),
        lambda: workflow.save_working_copy(sessions[1], "ar", {"title": "في الأثناء"}, by),
        lambda: workflow.cancel_schedule(sessions[2], "ar", by),
        lambda: releases.release_now(release, by),
    )
    found = Release.objects.get()
    moments = {item.revision and item.revision.live_from for item in found.items.all()}
    assert moments == {found.live_from}
    assert Document.objects.get(pk=sessions[1].pk).working_copy("ar").title == "في الأثناء"
