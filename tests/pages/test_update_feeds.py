"""The Atom feeds of what became of decisions and recommendations, as a feed reader (feedparser) reads them."""

from datetime import date, timedelta
from time import struct_time
from urllib.parse import quote, urlencode

import pytest
from django.utils import timezone

from publishing import workflow
from publishing.models import Revision
from resolutions.followup import add_note, record_status_update
from resolutions.models import StatusUpdate
from tests.factories import (
    chief,
    go_live,
    make_article,
    make_attachment,
    make_decision,
    make_event,
    make_organisation,
    make_recommendation,
    make_topic,
    withdrawn,
    write,
)
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.reading import get
from tests.pages.test_feeds import feed_of, read, titles
from tests.personas import signed_in

pytestmark = pytest.mark.django_db
ROOT = "http://testserver"


def record(decision, status="in_progress", day=31, note_ar="بدأ العمل", **more):
    return record_status_update(decision, chief(), status, date(2025, 1, day), note_ar=note_ar, **more)


def academy(**facts):
    """A decision of MQF-2024 with an address in each language."""
    event = make_event(
        code="MQF-2024", ar={"slug": "ملتقى"}, en={"slug": "forum", "title": "The forum"}, live=True
    )
    words = {
        "ar": {"title": "تأسيس", "slug": "تأسيس"},
        "en": {"title": "Founding & more", "slug": "founding"},
    }
    return make_decision(event, **(words | {"live": True} | facts))


FEEDS = [
    ("decisions/founding/feed/", "Maqdisi Forum: MQF-2024-D1: Founding & more", "d/%(decision)s/updates/en",
     "decisions/founding/"),
    ("follow-up/feed/", "Maqdisi Forum: What became of it", "follow-up/en", "follow-up/"),
    ("events/forum/follow-up/feed/", "Maqdisi Forum: What became of the decisions of The forum", "d/%(event)s/follow-up/en",
     "events/forum/follow-up/"),
    ("recommendations/feed/", "Maqdisi Forum: Recommendations", "recommendation/en", "recommendations/"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "title", "name", "page"), FEEDS)
def test_the_feed_names_itself_and_the_page_that_it_follows(client, path, title, name, page):
    decision = academy()
    feed = feed_of(client, f"/en/{path}").feed
    assert feed.title == title
    assert feed.id == f"tag:testserver,2024:{name % {'decision': decision.pk, 'event': decision.event_id}}"
    assert {link.rel: link.href for link in feed.links} == {
        "alternate": f"{ROOT}/en/{page}",
        "self": f"{ROOT}/en/{path}",
    }
    assert (feed.title_detail.language, get(f"/en/{page}").words_of("h1") != []) == ("en", True)


def test_an_entry_is_an_update_with_its_note_and_what_shows_it(client):
    decision = academy()
    article, file = (
        make_article(ar="خبر", en={"title": "News", "slug": "news"}, live=True),
        make_attachment(title_en="A file"),
    )
    update = record(decision, note_ar="بدأ\nالعمل", note_en="Work <began>", evidence_document=article,
                    evidence_attachment=file, evidence_url="https://example.org/a?b=1&c=2")  # fmt: skip
    entry, adoption = feed_of(client, "/en/decisions/founding/feed/").entries
    assert entry.title == "MQF-2024-D1: In progress"
    assert entry.id == f"tag:testserver,2024:d/{decision.pk}/u{update.pk}/en"
    assert entry.link == f"{ROOT}/en/decisions/founding/#followup"
    assert entry.updated_parsed == entry.published_parsed == struct_time(update.recorded_at.utctimetuple())
    assert (entry.summary, entry.summary_detail.type) == ("Work <began>", "text/plain")
    assert [tag.term for tag in entry.tags] == ["In progress"]
    (content,) = entry.content
    assert content.value == (
        '<div dir="ltr" lang="en">'
        f'<p><a dir="ltr" href="{ROOT}/en/decisions/founding/" lang="en">Founding &amp; more</a></p>'
        "<p>From 31 January 2025 the status is “In progress”.</p>"
        '<div dir="ltr" lang="en"><p>Work &lt;began&gt;</p></div>'
        "<p>Evidence</p><ul>"
        f'<li><a dir="ltr" href="{ROOT}/en/news/news/" lang="en">News</a></li>'
        f'<li><a href="{ROOT}{file.file.url}"><bdi>A file</bdi></a></li>'
        '<li><a href="https://example.org/a?b=1&amp;c=2"><bdi>https://example.org/a?b=1&amp;c=2</bdi></a></li>'
        "</ul></div>"
    )
    assert (adoption.title, adoption.id) == (
        "MQF-2024-D1: Adopted",
        f"tag:testserver,2024:d/{decision.pk}/adopted/en",
    )
    assert "From 22 December 2024 the status is “Adopted”." in adoption.content[0].value
    arabic = feed_of(client, f"/ar/decisions/{quote('تأسيس')}/feed/").entries[0]
    assert (arabic.title, arabic.summary) == ("MQF-2024-D1: قيد التنفيذ", "بدأ\nالعمل")
    assert '<div dir="rtl" lang="ar"><p>بدأ<br />العمل</p></div>' in arabic.content[0].value


def test_a_note_in_the_other_language_says_so(client):
    record(academy(), note_ar="بدأ العمل")
    entry = feed_of(client, "/en/decisions/founding/feed/").entries[0]
    assert '<div dir="rtl" lang="ar"><p>بدأ العمل</p></div>' in entry.content[0].value
    # A summary has no language of its own: none is better than one in another.
    assert b"<summary" not in client.get("/en/decisions/founding/feed/").content
    before = entry.id
    add_note(StatusUpdate.objects.get(), chief(), "en", "Work began")
    entry = feed_of(client, "/en/decisions/founding/feed/").entries[0]
    assert (entry.summary, entry.id) == ("Work began", before)


def test_a_resolution_in_the_other_language_alone_is_told_in_its_own_words(client):
    event = make_event(live=True)
    decision = make_decision(event, ar={"title": "قرار", "slug": "قرار"}, en=False, live=True)
    record(decision)
    for path in ("/en/follow-up/feed/", f"/en/decisions/{quote('قرار')}/feed/"):
        entry = feed_of(client, path).entries[0]
        assert entry.link == f"{ROOT}/ar/decisions/{quote('قرار')}/#followup"
        assert '<a dir="rtl"' in entry.content[0].value


def test_what_was_corrected_stays_and_the_correction_is_another_entry(client):
    decision = academy()
    wrong = record(decision, "stalled", note_en="Stopped")
    before = next(entry for entry in feed_of(client, "/en/follow-up/feed/").entries if "/u" in entry.id)
    right = record(decision, "in_progress", note_en="It goes on", corrects=wrong)
    entries = {entry.id: entry for entry in feed_of(client, "/en/follow-up/feed/").entries}
    tag = f"tag:testserver,2024:d/{decision.pk}"
    assert set(entries) == {f"{tag}/u{wrong.pk}/en", f"{tag}/u{right.pk}/en", f"{tag}/adopted/en"}
    same = entries[before.id]
    assert (same.title, same.updated, same.content) == (before.title, before.updated, before.content)
    correction = entries[f"{tag}/u{right.pk}/en"]
    assert correction.title == "MQF-2024-D1: In progress (correction)"
    assert "This stands in the place of the entry of 31 January 2025." in correction.content[0].value


def test_an_adoption_that_is_recorded_is_told_once(client):
    decision = academy(status="proposed", adopted_on=None)
    assert feed_of(client, "/en/follow-up/feed/").entries == []
    record(decision, "adopted")
    record(decision, "adopted", note_en="A report")
    entries = feed_of(client, "/en/follow-up/feed/").entries
    assert [entry.title for entry in entries] == ["MQF-2024-D1: Adopted"] * 2
    assert "On 31 January 2025 it was reported; the status stays “Adopted”." in entries[0].content[0].value
    assert "From 31 January 2025 the status is “Adopted”." in entries[1].content[0].value


def test_what_takes_the_place_is_named_where_readers_see_it(client):
    decision = academy()
    successor = make_decision(decision.event, en={"title": "The new one", "slug": "new"}, live=True)
    record(decision, "superseded", superseded_by=successor)
    link = f'<p>In its place: <a dir="ltr" href="{ROOT}/en/decisions/new/" lang="en">The new one</a></p>'
    assert link in feed_of(client, "/en/decisions/founding/feed/").entries[0].content[0].value
    for language in ("ar", "en"):
        workflow.withdraw(successor, language, chief())
    entry = feed_of(client, "/en/decisions/founding/feed/").entries[0]
    assert "new" not in entry.content[0].value.replace("founding", "")


def test_the_feed_of_one_is_of_that_one_and_the_latest_are_first(client):
    decision = academy()
    other = make_recommendation(decision.event, ar={"slug": "توصية"}, en={"slug": "other"}, live=True)
    moments = {}
    for number, resolution in enumerate((decision, other, decision)):
        update = record(resolution, day=10 + number)
        moment = timezone.now() - timedelta(days=5 - number)
        StatusUpdate.objects.filter(pk=update.pk).update(recorded_at=moment)
        moments[update.pk] = moment
    Revision.objects.filter(live_from__isnull=False).update(published_at=timezone.now() - timedelta(days=9))
    # The updates, and after them the adoptions, which were published before all of them.
    one, two = f"d/{decision.pk}/adopted", f"d/{other.pk}/adopted"
    first, second, third = (
        f"d/{key}/u{pk}" for key, pk in zip((decision.pk, other.pk, decision.pk), moments, strict=True)
    )
    shown = {
        "decisions/founding": [third, first, one],
        "recommendations/other": [second, two],
        "follow-up": [third, second, first, two, one],
        "events/forum/follow-up": [third, second, first, two, one],
    }
    for path, keys in shown.items():
        found = [entry.id for entry in feed_of(client, f"/en/{path}/feed/").entries]
        assert found == [f"tag:testserver,2024:{key}/en" for key in keys], path


def test_a_feed_holds_the_latest_twenty(client):
    decision = academy()
    for _number in range(22):
        record(decision)
    entries = feed_of(client, "/en/follow-up/feed/").entries
    last = StatusUpdate.objects.order_by("-pk").values_list("pk", flat=True)[:19]
    assert len(entries) == 20
    assert {f"u{key}" for key in last} <= {entry.id.split("/")[-2] for entry in entries}


# ---- What is chosen


def test_the_filters_of_the_lists_are_those_of_the_feeds(client):
    topic, body = make_topic(slug_ar="القدس", slug_en="jerusalem"), make_organisation()
    decision = academy(topics=[topic], responsible=[body])
    other = make_event(code="BBB-1", live=True)
    recommendation = make_recommendation(other, live=True)
    record(decision)
    one, two = decision.reference, recommendation.reference
    expected = {
        "": {one, two},
        "kind=recommendation": {two},
        "status=in_progress": {one},
        "topic=jerusalem": {one},
        f"body={body.pk}": {one},
        "event=BBB-1": {two},
        "event=NO-1": set(),
        "status=nonsense": set(),
    }
    for query, references in expected.items():
        feed = feed_of(client, f"/en/follow-up/feed/?{query}")
        assert {title.partition(":")[0] for title in titles(feed)} == references, query
        if query:
            assert feed.feed.id == f"tag:testserver,2024:follow-up/en?{query}"
            assert {link.href for link in feed.feed.links} == {
                f"{ROOT}/en/follow-up/?{query}",
                f"{ROOT}/en/follow-up/feed/?{query}",
            }
    of_event = feed_of(client, "/en/events/forum/follow-up/feed/?kind=recommendation")
    assert titles(of_event) == []


def test_the_feeds_of_texts_have_the_filters_and_the_recommendations_their_own(client):
    decision = academy()
    recommendation = make_recommendation(decision.event, ar="توصية", en="A recommendation", live=True)
    make_decision(en="Another", live=True)
    assert titles(feed_of(client, "/en/decisions/feed/?event=MQF-2024")) == ["Founding & more"]
    assert titles(feed_of(client, "/en/decisions/feed/?event=NO-1")) == []
    (entry,) = feed_of(client, "/en/recommendations/feed/").entries
    assert (entry.title, entry.id) == ("A recommendation", f"tag:testserver,2024:d/{recommendation.pk}/en")
    assert titles(feed_of(client, "/ar/recommendations/feed/?status=stalled")) == []


HOSTILE = ["\x00", "'; --", "٣", "-1", "9" * 5000, "a" * 3000, "\ud800", "<script>"]


@pytest.mark.parametrize("path", ["follow-up/feed/", "decisions/feed/", "recommendations/feed/"])
def test_hostile_values_break_no_feed(client, path):
    record(academy(topics=[make_topic()], responsible=[make_organisation()]))
    for name in ("kind", "status", "body", "topic", "event", "overdue"):
        for value in HOSTILE:
            response = client.get(f"/ar/{path}?{urlencode({name: value}, errors='surrogatepass')}")
            assert response.status_code == 200, (name, value)
            assert "<script>" not in response.content.decode()
            read(response)


# ---- Where there is none


def test_old_addresses_lead_on_and_what_is_not_public_has_no_feed(client):
    decision = academy()
    write(decision, "en", slug="new")
    go_live(decision, "en")
    moved = client.get("/en/decisions/founding/feed/")
    assert (moved.status_code, moved["Location"]) == (301, "/en/decisions/new/feed/")
    draft = make_recommendation(decision.event, en={"slug": "draft"})
    gone = make_recommendation(decision.event, en={"slug": "gone"})
    withdrawn(gone, "en")
    for path in (
        "recommendations/draft",
        "recommendations/gone",
        "recommendations/new",
        "decisions/nothing",
        "events/no/follow-up",
    ):
        assert client.get(f"/en/{path}/feed/").status_code == 404, path
    assert draft.status == "adopted"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_only_what_is_live_is_in_the_feeds(client, language):
    event = make_event(ar={"slug": "م"}, en={"slug": "m"}, live=True)
    live = make_hidden(make_decision, event=event)
    evidence = make_article(ar=SECRET["ar"], en=SECRET["en"], live=True)
    for resolution in event.resolutions.all():
        record(
            resolution,
            note_ar=SECRET["ar"] if resolution.pk != live.pk else "بدأ",
            note_en="",
            evidence_document=evidence,
        )
    for code in ("ar", "en"):
        workflow.withdraw(evidence, code, chief())
    slug = live.revisions.live().get(language_code=language).slug
    paths = [
        "follow-up/feed/",
        f"events/{'م' if language == 'ar' else 'm'}/follow-up/feed/",
        f"decisions/{slug}/feed/",
    ]
    for path in paths:
        response = client.get(f"/{language}/{path}")
        assert {int(entry.id.split("/")[1]) for entry in read(response).entries} == {live.pk}
        assert SECRET[language] not in response.content.decode()
        assert SECRET["ar"] not in response.content.decode()


def test_control_characters_do_not_break_the_feed(client):
    decision = academy()
    update = record(decision)
    StatusUpdate.objects.filter(pk=update.pk).update(note_en="a\x0bb")
    Revision.objects.filter(document_id=decision.pk, language_code="en").update(title="A\x08 & <b>")
    entry = feed_of(client, "/en/decisions/founding/feed/").entries[0]
    assert (entry.summary, "A &amp; &lt;b&gt;" in entry.content[0].value) == ("ab", True)


# ---- Asked again


@pytest.mark.parametrize(
    "path", ["follow-up/feed/", "decisions/founding/feed/", "events/forum/follow-up/feed/"]
)
def test_an_unchanged_feed_is_not_sent_twice(client, path):
    decision = academy()
    first = client.get(f"/en/{path}")
    assert "Last-Modified" not in first
    asked = {"if-none-match": first["ETag"]}
    assert client.get(f"/en/{path}", headers=asked).status_code == 304
    record(decision)
    assert client.get(f"/en/{path}", headers=asked).status_code == 200
    assert (client.post(f"/en/{path}").status_code, client.head(f"/en/{path}").status_code) == (405, 200)


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_entries(client, django_assert_num_queries, number):
    decision = academy()
    for each in range(number):
        successor = make_decision(decision.event, live=True)
        record(
            decision,
            day=each + 1,
            evidence_document=make_article(live=True),
            evidence_attachment=make_attachment(),
        )
        record(successor, "superseded", superseded_by=decision)
        make_recommendation(decision.event, live=True)
    # The settings, the updates, what is adopted, the texts of all that is named; then who is asked for by an address.
    counts = {"follow-up/feed/": 4, "decisions/founding/feed/": 5, "events/forum/follow-up/feed/": 5,
              "recommendations/feed/": 3}  # fmt: skip
    for path, queries in counts.items():
        with django_assert_num_queries(queries):
            client.get(f"/en/{path}")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_of_a_resolution_leads_to_its_feed(language):
    decision = academy()
    make_recommendation(decision.event, ar={"slug": "توصية"}, en={"slug": "other"}, live=True)
    slugs = {"ar": ("تأسيس", "توصية"), "en": ("founding", "other")}[language]
    for kind, slug in zip(("decisions", "recommendations"), slugs, strict=True):
        page = get(f"/{language}/{kind}/{slug}/")
        feed = f"/{language}/{kind}/{slug}/feed/"
        assert page.data("application/atom+xml")[-1] == feed
        assert feed in page.links


def test_a_preview_leads_to_no_feed(editor):
    decision = make_decision(make_event(live=True), en={"slug": "draft"})
    page = get(f"/admin/preview/{decision.pk}/en/", client=signed_in(editor))
    assert [path for path in [*page.links, *page.data("application/atom+xml")] if "draft/feed" in path] == []
