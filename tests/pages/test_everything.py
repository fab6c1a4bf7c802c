"""The download of everything: each resolution with its words, its updates and what it set up; and the table of entries."""

import csv
import json
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from publishing import workflow
from publishing.models import Revision
from resolutions.followup import add_note, record_status_update
from resolutions.models import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    Milestone,
    ProjectFigure,
    ProjectPartner,
    ProjectQuestion,
    Relation,
    SponsorshipProject,
    StatusUpdate,
)
from tests.factories import (
    chief,
    make_article,
    make_attachment,
    make_decision,
    make_event,
    make_organisation,
    make_person,
    make_recommendation,
    make_session,
    make_topic,
)
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.schemas import complaints

pytestmark = pytest.mark.django_db
ROOT = "http://testserver"
ENTRY_HEAD = (
    "id reference kind event status address title_ar title_en entry entry_kind day due_on from_status to_status article"
    " file link superseded_by corrects recorded_at entry_words_ar entry_words_en"
).split()


def items(client, query="", language="en"):
    response = client.get(f"/{language}/follow-up/everything.json{query}")
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    assert response["Content-Disposition"] == 'attachment; filename="everything.json"'
    data = json.loads(response.content)
    assert data["schema"] == f"{ROOT}/open-data/everything.schema.json"
    assert complaints(data) == []
    return data["items"]


def table(client, query=""):
    response = client.get(f"/en/follow-up/everything.csv{query}")
    assert response["Content-Disposition"] == 'attachment; filename="everything.csv"'
    assert response.content.startswith(b"\xef\xbb\xbfid,reference,")
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"), newline="")))


def words(arabic, english):
    return {"ar": arabic, "en": english}


def record(decision, status, day, note_ar="ملاحظة", **more):
    return record_status_update(decision, chief(), status, date(2025, *day), note_ar=note_ar, **more)


def test_a_resolution_is_told_whole(client):
    event = make_event(live=True)
    decision = make_decision(event, ar={"body": "<p>متن</p>"}, en={"body": "<p>Body</p>"}, live=True)
    article, file = make_article(live=True), make_attachment()
    milestone = Milestone.objects.create(
        resolution=decision, title_ar="لقاء", title_en="A meeting", milestone_kind="meeting", due_on=date(2025, 2, 1),
        done_on=date(2025, 2, 3), source_document=article, source_url="https://example.org/m",
    )  # fmt: skip
    first = record(decision, "in_progress", (1, 31), evidence_document=article, evidence_attachment=file)
    second = record(
        decision, "stalled", (1, 31), "تصحيح", corrects=first, evidence_url="https://example.org/u"
    )
    add_note(second, chief(), "en", "A correction")
    StatusUpdate.objects.update(recorded_at=datetime(2025, 3, 1, 9, 30, tzinfo=UTC))
    (item,) = items(client)
    assert item["body"] == words("<p>متن</p>", "<p>Body</p>")
    assert (item["status"], item["committee"], item["project"], item["academy"]) == (
        "stalled",
        None,
        None,
        None,
    )
    short = f"{ROOT}/d/{article.pk}/"
    assert item["milestones"] == [
        {
            "id": f"d{decision.pk}-m{milestone.pk}",
            "kind": "meeting",
            "title": words("لقاء", "A meeting"),
            "due_on": "2025-02-01",
            "done_on": "2025-02-03",
            "source_article": short,
            "source_url": "https://example.org/m",
        }
    ]
    common = {"noted_on": "2025-01-31", "from_status": "adopted", "superseded_by": None}
    common |= {"recorded_at": "2025-03-01T09:30:00Z"}
    assert item["updates"] == [
        common
        | {
            "id": f"d{decision.pk}-u{first.pk}",
            "to_status": "in_progress",
            "note": words("ملاحظة", None),
            "evidence_article": short,
            "evidence_file": f"{ROOT}{file.file.url}",
            "evidence_url": None,
            "corrects": None,
        },
        common
        | {
            "id": f"d{decision.pk}-u{second.pk}",
            "to_status": "stalled",
            "note": words("تصحيح", "A correction"),
            "evidence_article": None,
            "evidence_file": None,
            "evidence_url": "https://example.org/u",
            "corrects": f"d{decision.pk}-u{first.pk}",
        },
    ]


def set_up(decision, event):
    """A committee, a project and an academy, each with all that there can be in it."""
    person, body = (
        make_person(name_ar="سعاد", name_en="Suad"),
        make_organisation(name_ar="وقف", name_en="Waqf"),
    )
    label = {"decision": decision, "name_ar": "اسم", "name_en": "Name"}
    Committee.objects.create(**label, mandate_ar="مهمة", prepares=event)
    CommitteeMember.objects.create(
        decision=decision, person=person, role_ar="رئيسة", role_en="Chair", starts_on=date(2025, 1, 1)
    )
    SponsorshipProject.objects.create(**label, how_it_works_ar="أ\n\n ب", how_it_works_en="A\nB")
    ProjectPartner.objects.create(decision=decision, organisation=body, role_ar="شريك", role_en="Partner")
    ProjectQuestion.objects.create(
        decision=decision, question_ar="س", question_en="Q", answer_ar="ج", answer_en="A"
    )
    ProjectFigure.objects.create(
        decision=decision,
        name_ar="أسر",
        name_en="Families",
        value="12.50",
        reported_on=date(2025, 2, 1),
        source=body,
    )
    Academy.objects.create(**label, site="https://academy.example/")
    Course.objects.create(
        decision=decision,
        title_ar="دورة",
        title_en="Course",
        subject_ar="لغة",
        subject_en="Language",
        lecturer=person,
    )
    return person, body


def test_what_a_decision_set_up_is_told(client):
    event = make_event(live=True)
    decision = make_decision(event, live=True)
    person, body = set_up(decision, event)
    (item,) = items(client)
    suad = {"id": person.pk, "name": words("سعاد", "Suad"), "is_sample": False}
    waqf = {"id": body.pk, "name": words("وقف", "Waqf"), "is_sample": False}
    assert item["committee"] == {
        "name": words("اسم", "Name"),
        "mandate": words("مهمة", None),
        "prepares": f"{ROOT}/d/{event.pk}/",
        "members": [
            {"person": suad, "role": words("رئيسة", "Chair"), "starts_on": "2025-01-01", "ends_on": None}
        ],
    }
    assert item["project"] == {
        "name": words("اسم", "Name"),
        "how_it_works": words(["أ", "ب"], ["A", "B"]),
        "partners": [{"organisation": waqf, "role": words("شريك", "Partner")}],
        "questions": [{"question": words("س", "Q"), "answer": words("ج", "A")}],
        "figures": [
            {
                "name": words("أسر", "Families"),
                "value": "12.50",
                "reported_on": "2025-02-01",
                "source": waqf,
                "source_url": None,
            }
        ],
    }
    course = {"title": words("دورة", "Course"), "subject": words("لغة", "Language"), "lecturer": suad}
    course |= {"level": "introductory", "language": "ar", "url": None}
    assert item["academy"] == {
        "name": words("اسم", "Name"),
        "site": "https://academy.example/",
        "courses": [course],
    }


def test_the_table_has_a_row_for_each_entry(client):
    event = make_event(code="AAA-1", live=True)
    decision = make_decision(event, ar="قرار، أول", en="First", live=True, order=1)
    milestone = Milestone.objects.create(
        resolution=decision, title_ar="م", title_en="=M", due_on=date(2025, 5, 1)
    )
    update = record(
        decision, "superseded", (2, 1), "+ملاحظة", superseded_by=make_decision(event, live=True, order=3)
    )
    proposed = make_recommendation(event, live=True, status="proposed", adopted_on=None)
    recorded = record(proposed, "adopted", (3, 1))
    nothing = make_recommendation(event, live=True, status="proposed", adopted_on=None, order=2)

    rows = table(client)
    assert list(rows[0]) == ENTRY_HEAD
    told = [
        (row["reference"], row["entry"], row["entry_kind"], row["day"], row["from_status"], row["to_status"])
        for row in rows
    ]
    successor = f"d{update.superseded_by_id}-adopted"
    assert told == [
        ("AAA-1-D1", f"d{decision.pk}-adopted", "adopted", "2024-12-22", "", "adopted"),
        ("AAA-1-D1", f"d{decision.pk}-m{milestone.pk}", "milestone", "", "", ""),
        ("AAA-1-D1", f"d{decision.pk}-u{update.pk}", "update", "2025-02-01", "adopted", "superseded"),
        ("AAA-1-D2", successor, "adopted", "2024-12-22", "", "adopted"),
        # An adoption that is recorded is told once.
        ("AAA-1-R1", f"d{proposed.pk}-u{recorded.pk}", "update", "2025-03-01", "proposed", "adopted"),
        # Of which there is nothing to tell yet.
        ("AAA-1-R2", "", "", "", "", ""),
    ]
    assert (rows[0]["title_ar"], rows[0]["address"]) == ("قرار، أول", f"{ROOT}/d/{decision.pk}/")
    assert (rows[1]["due_on"], rows[1]["entry_words_en"]) == ("2025-05-01", "'=M")
    assert (rows[2]["superseded_by"], rows[2]["entry_words_ar"]) == ("AAA-1-D2", "'+ملاحظة")
    assert rows[5]["id"] == str(nothing.pk)
    assert [row["entry_kind"] for row in table(client, "?kind=recommendation")] == ["update", ""]


def test_a_corrected_adoption_is_the_day_that_counts(client):
    decision = make_decision(make_event(), live=True, status="proposed", adopted_on=None)
    wrong = record(decision, "adopted", (3, 1))
    right = record(decision, "adopted", (3, 2), corrects=wrong)
    rows = table(client)
    assert [(row["entry_kind"], row["day"], row["corrects"]) for row in rows] == [
        ("update", "2025-03-01", ""),
        ("update", "2025-03-02", f"d{decision.pk}-u{wrong.pk}"),
    ]
    (item,) = items(client)
    assert (item["adopted_on"], item["last_update_on"], right.to_status) == (
        "2025-03-02",
        "2025-03-02",
        "adopted",
    )


def test_nothing_that_is_not_public_is_in_it(client):
    event = make_event(live=True)
    live = make_hidden(make_decision, event=event)
    article, successor = make_article(live=True), make_decision(event, live=True)
    Milestone.objects.create(resolution=live, title_ar="م", title_en="M", source_document=article)
    record(live, "in_progress", (1, 31), evidence_document=article)
    record(live, "superseded", (2, 1), superseded_by=successor)
    Relation.objects.create(resolution=live, nature="carries_out", other=successor)
    Committee.objects.create(decision=live, name_ar="ل", name_en="C", prepares=make_event())
    hidden = make_decision(event)
    person, _body = set_up(hidden, event)
    for document in (article, successor):
        for language in ("ar", "en"):
            workflow.withdraw(document, language, chief())
    (item,) = items(client)
    assert (item["id"], item["replaced_by"], item["relations"]) == (live.pk, None, [])
    assert item["committee"]["prepares"] is None
    assert item["milestones"][0]["source_article"] is None
    assert [(update["evidence_article"], update["superseded_by"]) for update in item["updates"]] == [
        (None, None)
    ] * 2
    for path in ("everything.json", "everything.csv"):
        content = client.get(f"/ar/follow-up/{path}").content.decode()
        words = [*SECRET.values(), person.name_ar, hidden.reference, f"/d/{article.pk}/", successor.reference]
        assert [word for word in words if word in content] == []


def test_milestones_without_a_day_are_last_on_every_database(client):
    decision = make_decision(live=True)
    for title, day in (("none", None), ("late", date(2025, 3, 1)), ("early", date(2025, 1, 1))):
        Milestone.objects.create(resolution=decision, title_ar=title, title_en=title, due_on=day)
    (item,) = items(client)
    assert [milestone["title"]["en"] for milestone in item["milestones"]] == ["early", "late", "none"]


@pytest.mark.parametrize("extension", ["json", "csv"])
def test_unchanged_data_is_not_sent_twice(client, extension):
    path = f"/ar/follow-up/everything.{extension}"
    decision = make_decision(live=True)
    etag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": etag}).status_code == 304
    record(decision, "in_progress", (1, 31))
    assert client.get(path, headers={"if-none-match": etag}).status_code == 200
    # A text that goes back is gone at once.
    etag = client.get(path)["ETag"]
    Revision.objects.filter(document_id=decision.pk).update(live_from=None, live_until=None)
    assert client.get(path, headers={"if-none-match": etag}).status_code == 200
    assert decision.reference not in client.get(path).content.decode()


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("extension", ["json", "csv"])
def test_queries_do_not_grow_with_the_record(client, django_assert_num_queries, extension, number):
    for _each in range(number):
        event = make_event(live=True)
        decision = make_decision(
            event, live=True, session=make_session(event, live=True), topics=[make_topic()],
            responsible=[make_organisation()],
        )  # fmt: skip
        set_up(decision, event)
        Milestone.objects.create(
            resolution=decision, title_ar="م", title_en="M", source_document=make_article(live=True)
        )
        Relation.objects.create(
            resolution=decision, nature="carries_out", other=make_decision(event, live=True)
        )
        for day in (1, 2):
            record(decision, "in_progress", (2, day), evidence_document=make_article(live=True),
                   evidence_attachment=make_attachment())  # fmt: skip
    # The settings; the texts with what they set up; five of the rows; members, partners, questions, figures and courses;
    # what of all that is named readers can see.
    with django_assert_num_queries(13):
        client.get(f"/en/follow-up/everything.{extension}")
