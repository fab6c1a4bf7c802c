"""The decisions and recommendations as JSON and CSV."""

import csv
import json
from datetime import UTC, date, datetime
from io import StringIO
from urllib.parse import urlencode

import pytest

from publishing import workflow
from publishing.models import Revision, SiteSettings
from resolutions.followup import record_status_update
from resolutions.models import Milestone, Relation
from resolutions.open_data import cell
from tests import factories
from tests.factories import (
    chief,
    make_decision,
    make_event,
    make_organisation,
    make_recommendation,
    make_session,
    make_topic,
)
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.schemas import complaints

pytestmark = pytest.mark.django_db
SINCE = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
MAKE = {"decisions": make_decision, "recommendations": make_recommendation}
HEAD = (
    "id reference kind event status adopted_on due_on address source_language session is_overdue last_update_on"
    " milestones_total milestones_done replaced_by relations title_ar title_en summary_ar summary_en url_ar url_en"
    " responsible_ar responsible_en topics_ar topics_en text_since_ar text_since_en"
).split()


def items(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    data = json.loads(response.content)
    assert data["count"] == len(data["items"])
    assert complaints(data) == []
    return data["items"]


def table(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert response.content.startswith(b"\xef\xbb\xbfid,reference,")
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"), newline="")))


def sample(make):
    """One document with every fact, and a second that is live in Arabic only; both of MQF-2024."""
    event = make_event(code="MQF-2024", live=True)
    session = make_session(event, live=True)
    bodies = [
        make_organisation(name_ar="الوقف", name_en="The waqf"),
        make_organisation(name_ar="الهيئة", name_en="The body"),
    ]
    full = make(
        event,
        ar={"title": "قرار، أول", "slug": "أول", "summary": "موجز «القرار»"},
        en={"title": 'Decision, "first"', "slug": "first", "summary": "Its summary"},
        live=True, order=1, due_on=date(2025, 6, 30), responsible=bodies, session=session,
        topics=[make_topic(name_ar="الوقف", name_en="Waqf"), make_topic(name_ar="القدس", name_en="Jerusalem")],
    )  # fmt: skip
    half = make(event, ar={"title": "ثان", "slug": "ثان", "summary": ""}, en="Not yet public", order=2)
    factories.go_live(half, "ar")
    Revision.objects.filter(document_id=full.pk, live_from__isnull=False).update(live_from=SINCE)
    Relation.objects.create(resolution=full, nature="follows_from", other=half)
    for done_on in (date(2025, 2, 1), None):
        Milestone.objects.create(resolution=full, title_ar="م", title_en="M", done_on=done_on)
    record_status_update(full, chief(), "in_progress", date(2025, 1, 31), note_ar="بدأ")
    record_status_update(half, chief(), "superseded", date(2025, 3, 1), note_ar="بديل", superseded_by=full)
    return full, half


@pytest.mark.parametrize(("path", "letter"), [("decisions", "D"), ("recommendations", "R")])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_json_has_both_languages_under_either(client, path, letter, language):
    full, half = sample(MAKE[path])
    first, second = items(client, f"/{language}/{path}.json")
    assert first == {
        "id": full.pk,
        "reference": f"MQF-2024-{letter}1",
        "kind": path.removesuffix("s"),
        "event": "MQF-2024",
        "status": "in_progress",
        "adopted_on": "2024-12-22",
        "due_on": "2025-06-30",
        "address": f"http://testserver/d/{full.pk}/",
        "source_language": "ar",
        "session": f"http://testserver/d/{full.session_id}/",
        "is_overdue": True,
        "last_update_on": "2025-01-31",
        "milestones_total": 2,
        "milestones_done": 1,
        "replaced_by": None,
        "relations": [{"nature": "follows_from", "reference": f"MQF-2024-{letter}2"}],
        "title": {"ar": "قرار، أول", "en": 'Decision, "first"'},
        "summary": {"ar": "موجز «القرار»", "en": "Its summary"},
        "url": {
            "ar": f"http://testserver/ar/{path}/%D8%A3%D9%88%D9%84/",
            "en": f"http://testserver/en/{path}/first/",
        },
        "responsible": {"ar": ["الوقف", "الهيئة"], "en": ["The waqf", "The body"]},
        "topics": {"ar": ["الوقف", "القدس"], "en": ["Waqf", "Jerusalem"]},
        "text_since": {"ar": "2025-01-02T03:04:05Z", "en": "2025-01-02T03:04:05Z"},
    }
    assert (second["id"], second["title"]) == (half.pk, {"ar": "ثان", "en": None})
    assert (second["url"]["en"], second["summary"]["en"], second["due_on"]) == (None, None, None)
    assert (second["status"], second["replaced_by"]) == ("superseded", f"MQF-2024-{letter}1")
    assert (second["relations"], second["session"], second["is_overdue"]) == ([], None, False)


@pytest.mark.parametrize("path", MAKE)
def test_csv_has_the_same_rows(client, path):
    full, half = sample(MAKE[path])
    first, second = table(client, f"/en/{path}.csv")
    assert list(first) == HEAD
    assert (first["id"], second["id"]) == (str(full.pk), str(half.pk))
    assert (first["title_ar"], first["title_en"], first["due_on"]) == (
        "قرار، أول",
        'Decision, "first"',
        "2025-06-30",
    )
    assert (first["responsible_ar"], first["responsible_en"]) == ("الوقف; الهيئة", "The waqf; The body")
    assert (first["topics_ar"], first["relations"]) == ("الوقف; القدس", f"follows_from {half.reference}")
    assert (first["is_overdue"], second["is_overdue"]) == ("yes", "no")
    assert (first["milestones_total"], second["milestones_total"]) == ("2", "0")
    assert (first["text_since_en"], second["text_since_en"]) == ("2025-01-02T03:04:05Z", "")
    assert (second["title_ar"], second["title_en"], second["url_en"], second["due_on"]) == ("ثان", "", "", "")


def test_the_answers_are_words_of_arabic_and_not_escapes(client):
    sample(make_decision)
    assert "قرار، أول" in client.get("/ar/decisions.json").content.decode()
    assert client.get("/ar/decisions.csv")["Content-Disposition"] == 'attachment; filename="decisions.csv"'


@pytest.mark.parametrize("path", MAKE)
def test_only_what_is_live_is_in_the_data(client, path):
    other = {"decisions": make_recommendation, "recommendations": make_decision}[path]
    event = make_event()
    live = make_hidden(MAKE[path], event=event)
    other(event, live=True)
    assert [(item["id"], item["title"]) for item in items(client, f"/ar/{path}.json")] == [
        (live.pk, {"ar": "علني", "en": "Public"})
    ]
    assert [row["title_en"] for row in table(client, f"/ar/{path}.csv")] == ["Public"]
    for extension in ("json", "csv"):
        content = client.get(f"/en/{path}.{extension}").content.decode()
        assert [secret for secret in SECRET.values() if secret in content] == []


def test_rows_are_in_the_order_of_the_event(client):
    early, late = make_event(code="AAA-1", starts_on=None, ends_on=None), make_event(code="BBB-1")
    for event, order in ((late, 2), (late, 1), (early, 1)):
        make_decision(event, ar=f"{event.code} {order}", live=True, order=order)
    assert [item["title"]["ar"] for item in items(client, "/ar/decisions.json")] == [
        "AAA-1 1",
        "BBB-1 1",
        "BBB-1 2",
    ]


def test_nothing_live_is_an_empty_list(client):
    make_decision()
    assert items(client, "/ar/decisions.json") == []
    assert table(client, "/ar/decisions.csv") == []


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1+1", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("value", FORMULAS)
def test_no_cell_runs_as_a_formula(value):
    assert cell(value) == f"'{value}"


PLAIN = [(None, ""), (7, "7"), ("نص", "نص"), ("1-2", "1-2"), (["=a", "b"], "'=a; b"), ([], "")]


@pytest.mark.parametrize(("value", "written"), PLAIN)
def test_other_cells_are_as_they_are(value, written):
    assert cell(value) == written


def test_formulas_in_titles_and_names_arrive_harmless(client):
    decision = make_decision(
        ar="=cmd|' /C calc'!A0", en="+1", live=True, responsible=[make_organisation(name_ar="@evil")]
    )
    Revision.objects.filter(document_id=decision.pk, language_code="en").update(title="\t=1", summary="-2")
    (row,) = table(client, "/ar/decisions.csv")
    assert (row["title_ar"], row["title_en"], row["summary_en"], row["responsible_ar"]) == (
        "'=cmd|' /C calc'!A0", "'\t=1", "'-2", "'@evil",
    )  # fmt: skip


@pytest.mark.parametrize("path", ["/ar/decisions.json", "/en/decisions.csv"])
def test_unchanged_data_is_not_sent_twice(client, path):
    decision = make_decision(live=True)
    etag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": etag}).status_code == 304
    decision.due_on = date(2026, 1, 1)
    decision.save()
    assert client.get(path, headers={"if-none-match": etag}).status_code == 200


def full(make, event, **facts):
    """A live one with something of everything that has rows of its own."""
    bodies, topics = [make_organisation(), make_organisation()], [make_topic(), make_topic()]
    made = make(event, live=True, responsible=bodies, topics=topics, **facts)
    Milestone.objects.create(resolution=made, title_ar="م", title_en="M")
    Relation.objects.create(resolution=made, nature="carries_out", other=make(event, live=True))
    record_status_update(
        made, chief(), "superseded", date(2025, 1, 31), "بديل", superseded_by=make(event, live=True)
    )
    return made


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("extension", ["json", "csv"])
@pytest.mark.parametrize("path", MAKE)
def test_queries_do_not_grow_with_the_rows(client, django_assert_num_queries, path, extension, number):
    for _each in range(number):
        event = make_event(live=True)
        full(MAKE[path], event, session=make_session(event, live=True))
    # The settings; the texts; bodies, topics, milestones, relations and updates; whether the session is public.
    with django_assert_num_queries(8):
        client.get(f"/en/{path}.{extension}")


# ---- What stands above the rows


def test_the_data_says_its_licence_its_source_and_where_its_keys_are_explained(client):
    SiteSettings.objects.create(name_ar="ملتقانا", name_en="Our forum", data_licence="CC-BY-SA-4.0")
    arabic, english = (json.loads(client.get(f"/{code}/decisions.json").content) for code in ("ar", "en"))
    assert arabic == english
    assert {name: arabic[name] for name in arabic if name != "items"} == {
        "schema": "http://testserver/open-data/resolutions.schema.json",
        "dictionary": {"ar": "http://testserver/ar/open-data/", "en": "http://testserver/en/open-data/"},
        "licence": {
            "id": "CC-BY-SA-4.0",
            "name": "CC BY-SA 4.0",
            "url": "https://creativecommons.org/licenses/by-sa/4.0/",
            "attribution": {"ar": "ملتقانا", "en": "Our forum"},
        },
        "count": 0,
    }


def test_the_data_is_the_same_under_either_language(client):
    event = make_event(ar={"slug": "ملتقى"}, en={"slug": "forum"}, live=True)
    for make in MAKE.values():
        full(make, event)
    for name in ("decisions", "recommendations", "follow-up", "follow-up/everything"):
        for extension in ("json", "csv"):
            answers = {client.get(f"/{code}/{name}.{extension}").content for code in ("ar", "en")}
            assert len(answers) == 1, (name, extension)


# ---- What is asked for


def filled():
    """Two events; of the first a decision in progress about a topic, and a recommendation; of the second a decision."""
    first, second = make_event(code="AAA-1", live=True), make_event(code="BBB-1", live=True)
    body, topic = make_organisation(), make_topic(slug_ar="القدس", slug_en="jerusalem")
    made = [
        make_decision(first, live=True, topics=[topic], responsible=[body], due_on=date(2025, 1, 1)),
        make_recommendation(first, live=True),
        make_decision(second, live=True, status="implemented"),
    ]
    record_status_update(made[0], chief(), "in_progress", date(2025, 1, 31), "بدأ")
    return body, [resolution.reference for resolution in made]


def test_the_filters_of_the_lists_are_those_of_the_data(client):
    body, (one, two, three) = filled()
    expected = {
        "": [one, two, three],
        "?kind=recommendation": [two],
        "?status=in_progress": [one],
        f"?body={body.pk}": [one],
        "?topic=jerusalem": [one],
        "?topic=القدس": [one],
        "?event=BBB-1": [three],
        "?overdue=day": [one],
        "?kind=decision&event=AAA-1": [one],
        "?kind=decision&status=stalled": [],
        "?event=NO-1": [],
    }
    for query, references in expected.items():
        for code in ("ar", "en"):
            found = items(client, f"/{code}/follow-up.json{query}")
            assert [item["reference"] for item in found] == references, query
            rows = table(client, f"/{code}/follow-up.csv{query}")
            assert [row["reference"] for row in rows] == references, query
    assert [item["reference"] for item in items(client, "/en/decisions.json?event=AAA-1")] == [one]
    assert [row["reference"] for row in table(client, "/en/recommendations.csv?event=AAA-1")] == [two]


def test_an_event_has_data_of_its_own(client):
    event = make_event(code="AAA-1", ar={"slug": "قديم"}, en=False, live=True)
    mine = make_decision(event, live=True)
    make_decision(live=True)
    # In the words of the other language where its own are missing: the data has both anyway.
    for path in ("/ar/events/قديم/", "/en/events/قديم/"):
        assert [item["id"] for item in items(client, f"{path}follow-up.json")] == [mine.pk]
        assert [row["id"] for row in table(client, f"{path}follow-up.csv?kind=decision")] == [str(mine.pk)]
        assert items(client, f"{path}follow-up.json?kind=recommendation") == []
    named = client.get("/ar/events/قديم/follow-up.csv")["Content-Disposition"]
    assert named == 'attachment; filename="AAA-1-follow-up.csv"'

    factories.write(event, "ar", slug="new")
    factories.go_live(event, "ar")
    moved = client.get("/ar/events/قديم/follow-up.json")
    assert (moved.status_code, moved["Location"]) == (301, "/ar/events/new/follow-up.json")
    workflow.withdraw(event, "ar", chief())
    for extension in ("json", "csv"):
        assert client.get(f"/ar/events/new/follow-up.{extension}").status_code == 404


HOSTILE = [
    "\x00",
    "'; DROP TABLE x; --",
    "٣",
    "-1",
    "9" * 5000,
    "%00",
    "a" * 3000,
    "\ud800",
    "1 OR 1=1",
    "<script>",
]


@pytest.mark.parametrize(
    "path", ["decisions.json", "recommendations.csv", "follow-up.json", "follow-up/everything.csv"]
)
def test_hostile_values_find_nothing_and_break_nothing(client, path):
    make_decision(live=True, topics=[make_topic()], responsible=[make_organisation()])
    for name in ("kind", "status", "body", "topic", "event", "overdue"):
        for value in HOSTILE:
            response = client.get(f"/ar/{path}?{urlencode({name: value}, errors='surrogatepass')}")
            assert response.status_code == 200, (name, value)
            rows = response.content.decode("utf-8-sig").count("http://testserver/d/")
            assert rows == (1 if name == "kind" and path == "decisions.json" else 0), (name, value)


# ---- What is not public


@pytest.mark.parametrize(
    "path", ["decisions.json", "decisions.csv", "follow-up/everything.json", "follow-up/everything.csv"]
)
def test_what_a_row_names_is_public(client, path):
    event = make_event(live=True)
    decision = make_decision(event, live=True, session=make_session(event))
    hidden = make_decision(event, live=True)
    Relation.objects.create(resolution=decision, nature="carries_out", other=hidden)
    record_status_update(decision, chief(), "superseded", date(2025, 1, 31), "بديل", superseded_by=hidden)
    assert hidden.reference in client.get(f"/en/{path}").content.decode()
    for code in ("ar", "en"):
        workflow.withdraw(hidden, code, chief())
    content = client.get(f"/en/{path}").content.decode()
    assert decision.reference in content
    assert hidden.reference not in content
    assert f"/d/{decision.session_id}/" not in content


@pytest.mark.parametrize("query", ["", "?status=superseded&event=%s&topic=%s&body=%s&overdue=any"])
def test_a_long_list_asks_at_most_ten_times(client, django_assert_max_num_queries, query):
    event = make_event(code="AAA-1", live=True)
    made = full(make_decision, event, session=make_session(event, live=True))
    for _number in range(20):
        full(make_decision, event)
    topic, body = made.topics.first(), made.responsible.first()
    with django_assert_max_num_queries(10):
        client.get("/en/follow-up.json" + (query % ("AAA-1", topic.slug_en, body.pk) if query else ""))
