"""The decisions and recommendations as JSON and CSV."""

import csv
import json
from datetime import date
from io import StringIO

import pytest

from publishing.models import Revision
from resolutions.open_data import cell
from tests import factories
from tests.factories import make_decision, make_event, make_organisation, make_recommendation
from tests.pages.hidden import SECRET, make_hidden

pytestmark = pytest.mark.django_db
MAKE = {"decisions": make_decision, "recommendations": make_recommendation}
HEAD = (
    "id reference kind event status adopted_on due_on address title_ar title_en summary_ar summary_en url_ar url_en"
    " responsible_ar responsible_en"
).split()


def items(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    data = json.loads(response.content)
    assert data["count"] == len(data["items"])
    return data["items"]


def table(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert response.content.startswith(b"\xef\xbb\xbfid,reference,")
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"), newline="")))


def sample(make):
    """One document with every fact, and a second that is live in Arabic only; both of MQF-2024."""
    event = make_event(code="MQF-2024", live=True)
    bodies = [
        make_organisation(name_ar="الوقف", name_en="The waqf"),
        make_organisation(name_ar="الهيئة", name_en="The body"),
    ]
    full = make(
        event,
        ar={"title": "قرار، أول", "slug": "أول", "summary": "موجز «القرار»"},
        en={"title": 'Decision, "first"', "slug": "first", "summary": "Its summary"},
        live=True, order=1, due_on=date(2025, 6, 30), responsible=bodies,
    )  # fmt: skip
    half = make(event, ar={"title": "ثان", "slug": "ثان", "summary": ""}, en="Not yet public", order=2)
    factories.go_live(half, "ar")
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
        "status": "adopted",
        "adopted_on": "2024-12-22",
        "due_on": "2025-06-30",
        "address": f"http://testserver/d/{full.pk}/",
        "title": {"ar": "قرار، أول", "en": 'Decision, "first"'},
        "summary": {"ar": "موجز «القرار»", "en": "Its summary"},
        "url": {
            "ar": f"http://testserver/ar/{path}/%D8%A3%D9%88%D9%84/",
            "en": f"http://testserver/en/{path}/first/",
        },
        "responsible": {"ar": ["الوقف", "الهيئة"], "en": ["The waqf", "The body"]},
    }
    assert (second["id"], second["title"]) == (half.pk, {"ar": "ثان", "en": None})
    assert (second["url"]["en"], second["summary"]["en"], second["due_on"]) == (None, None, None)


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


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("extension", ["json", "csv"])
@pytest.mark.parametrize("path", MAKE)
def test_queries_do_not_grow_with_the_rows(client, django_assert_num_queries, path, extension, number):
    for _each in range(number):
        MAKE[path](live=True, responsible=[make_organisation(), make_organisation()])
    with django_assert_num_queries(2):
        client.get(f"/en/{path}.{extension}")
