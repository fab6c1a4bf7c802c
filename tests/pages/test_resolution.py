"""The pages of decisions and recommendations, and of what decisions set up."""

from datetime import date

import pytest

from publishing import workflow
from resolutions.followup import record_status_update
from resolutions.models import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    Milestone,
    ProjectPartner,
    SponsorshipProject,
)
from tests.factories import (
    MAKERS,
    chief,
    make_article,
    make_decision,
    make_event,
    make_organisation,
    make_person,
    make_recommendation,
    make_session,
    make_venue,
)
from tests.pages.reading import get

pytestmark = pytest.mark.django_db

FOLDERS = {
    "page": "pages",
    "event": "events",
    "session": "sessions",
    "decision": "decisions",
    "recommendation": "recommendations",
}
WORDS = {
    "ar": {
        "title": "عنوان عربي",
        "slug": "عربي",
        "summary": "موجز عربي",
        "body": "<p>متن <strong>عربي</strong></p>",
    },
    "en": {
        "title": "English title",
        "slug": "english",
        "summary": "English summary",
        "body": "<p>English <strong>body</strong></p>",
    },
}


def path_of(kind, language):
    return f"/{language}/{FOLDERS[kind]}/{WORDS[language]['slug']}/"


@pytest.fixture
def event():
    venue = make_venue(name_ar="مركز", name_en="Centre", city_ar="إسطنبول", city_en="Istanbul", country="TR")
    return make_event(
        **WORDS,
        live=True,
        code="MQF-2024",
        venue=venue,
        hosts=[make_organisation(name_ar="الوقف", name_en="The endowment")],
    )


# ---- Decisions and recommendations


@pytest.mark.parametrize("kind", ["decision", "recommendation"])
def test_the_facts_of_a_resolution(event, kind):
    body = make_organisation(name_ar="الوقف", name_en="The endowment")
    session = make_session(event, ar=None, en="The closing session", live=True)
    document = MAKERS[kind](
        event, **WORDS, live=True, responsible=[body], session=session, due_on=date(2025, 12, 31)
    )
    Milestone.objects.create(
        resolution=document, title_ar="اجتماع", title_en="First meeting", due_on=date(2025, 2, 1)
    )
    make_article(ar=None, en="News about it", resolutions=[document], live=True)
    make_article(ar=None, en="Draft about it", resolutions=[document])
    page = get(path_of(kind, "en"))
    facts = [
        document.reference,
        "Adopted",
        "The endowment",
        "The closing session",
        "First meeting",
        "News about it",
        "English title",
    ]
    assert [fact for fact in facts if fact not in page.main] == []
    assert {"2024-12-22", "2025-12-31", "2025-02-01"} <= {
        attrs["datetime"] for attrs, _words in page.all("time")
    }
    assert "Draft about it" not in page.html
    assert document.reference in get(path_of(kind, "ar")).words_of("bdi", dir="ltr")


def test_what_became_of_it_is_told_day_by_day(event):
    decision = make_decision(event, **WORDS, live=True)
    proof, secret = (
        make_article(ar=None, en="The proof", live=True),
        make_article(ar=None, en="Secret proof", live=True),
    )
    record_status_update(
        decision,
        chief(),
        "in_progress",
        date(2025, 1, 10),
        note_ar="بدأت",
        note_en="It began.",
        evidence_document=secret,
    )
    workflow.withdraw(secret, "en", chief())
    record_status_update(
        decision, chief(), "implemented", date(2025, 3, 1), note_ar="اكتمل العمل", evidence_document=proof
    )
    page = get(path_of("decision", "en"))
    assert "Implemented" in page.main
    assert page.main.index("It began.") > page.main.index("The proof")
    assert "Secret proof" not in page.html
    # A note that is there in the other language only is shown in that language, as what it is.
    assert 'lang="ar" dir="rtl">اكتمل العمل' in page.html
    assert "اكتمل العمل" in get(path_of("decision", "ar")).main
    assert {"2025-01-10", "2025-03-01"} <= {attrs["datetime"] for attrs, _words in page.all("time")}


def test_what_a_decision_set_up(event):
    """In short: tests/pages/test_set_ups.py tells of the pages of their own."""
    committee, project, academy = (
        make_decision(event, ar=None, en={"slug": slug}, live=True) for slug in ("one", "two", "three")
    )
    next_event = make_event(ar=None, en="The next conference", live=True)
    Committee.objects.create(
        decision=committee, name_ar="اللجنة", name_en="Preparatory committee", prepares=next_event
    )
    CommitteeMember.objects.create(
        decision=committee, person=make_person(name_en="A member"), role_ar="رئيس", role_en="Head"
    )
    CommitteeMember.objects.create(
        decision=committee, person=make_person(name_en="A former one"), ends_on=date(2025, 1, 1)
    )
    steps = "\n".join(f"{number} step" for number in ("First", "Second", "Third", "Fourth"))
    SponsorshipProject.objects.create(
        decision=project, name_ar="المؤاخاة", name_en="Brotherhood", how_it_works_en=steps
    )
    ProjectPartner.objects.create(decision=project, organisation=make_organisation(name_en="A partner"))
    Academy.objects.create(decision=academy, name_ar="الأكاديمية", name_en="The academy")
    Course.objects.create(
        decision=academy, title_ar="مقرر", title_en="A course", subject_ar="تاريخ", subject_en="History"
    )
    expected = {
        "one": "The committee that it formed Preparatory committee A member Head It prepares: The next conference"
        " The committee’s members, terms and meetings",
        "two": "The project that it founded Brotherhood 1 First step 2 Second step 3 Third step 1 partner"
        " How the project works, its partners, questions and figures",
        "three": "The academy that it founded The academy 1 course The academy’s courses and where to enrol",
    }
    pages = {"one": "committee", "two": "project", "three": "academy"}
    for slug, words in expected.items():
        page = get(f"/en/decisions/{slug}/")
        assert page.words_of("section", klass="set-up") == [words]
        assert f"/en/decisions/{slug}/{pages[slug]}/" in page.links


def test_a_recommendation_is_not_found_among_the_decisions(event):
    make_recommendation(event, **WORDS, live=True)
    get("/en/decisions/english/", 404)
