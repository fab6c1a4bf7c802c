"""What a reader chose of the decisions and recommendations, read off the address."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.http import QueryDict
from django.utils import timezone

from publishing import moments
from publishing.models import SiteSettings
from publishing.site import reading_site
from resolutions.list_filter import ListFilter
from resolutions.models import Milestone, Status, StatusUpdate
from tests.factories import (
    draft_over_live,
    make_decision,
    make_event,
    make_organisation,
    make_recommendation,
    make_topic,
    withdrawn,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
TODAY = timezone.localdate


def chosen(query="", language="en", **fixed):
    return ListFilter(QueryDict(query), language, **fixed)


def found(query="", language="en", **fixed):
    return [text.title for text in chosen(query, language, **fixed).texts()]


def options(name, query="", language="en", **fixed):
    """What the choice ``name`` offers; None where there is no such choice."""
    choices = {choice.name: choice for choice in chosen(query, language, **fixed).choices}
    return choices[name].options if name in choices else None


def noted(resolution, day, status=None, **more):
    status = status or resolution.status
    return StatusUpdate.objects.create(
        resolution_id=resolution.pk,
        noted_on=day,
        from_status=status,
        to_status=status,
        note_en="So it is.",
        **more,
    )


@pytest.fixture
def record():
    """Two events, four resolutions that are live, and a draft and a withdrawn one with a body, a topic, an event of their own."""
    first = make_event(code="MQF-2022", starts_on=date(2022, 5, 1), ends_on=date(2022, 5, 2))
    last = make_event(code="MQF-2024")
    waqf, youth = make_organisation(name_ar="الوقف", name_en="Waqf"), make_organisation(name_en="Youth")
    law = make_topic(name_ar="القانون", name_en="Law")
    learning = make_topic(name_ar="التعليم", name_en="Learning")
    rows = {
        "Old": make_decision(first, ar=None, en="Old", status="implemented", responsible=[waqf], live=True),
        "Committee": make_decision(
            last, ar=None, en="Committee", order=1, status="in_progress", responsible=[waqf, youth],
            topics=[law, learning], live=True,
        ),
        "Academy": make_decision(last, ar="أكاديمية", en=None, order=2, topics=[learning], live=True),
        "Jurists": make_recommendation(last, ar=None, en="Jurists", order=1, responsible=[youth], topics=[law], live=True),
    }  # fmt: skip
    hidden = {
        "responsible": [make_organisation(name_en="Hidden body")],
        "topics": [make_topic(name_en="Hidden topic")],
        "event": make_event(code="MQF-2030"),
        "status": "stalled",
    }
    rows["Draft"] = make_decision(ar=None, en="Draft", **hidden)
    rows["Withdrawn"] = make_recommendation(ar=None, en="Withdrawn", **hidden)
    withdrawn(rows["Withdrawn"], "en")
    return rows


ALL = ["Committee", "أكاديمية", "Jurists", "Old"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_that_is_live_once_the_latest_event_first_decisions_before_recommendations(record, language):
    draft_over_live(record["Old"], "en", title="Draft over it")
    assert found(language=language) == ALL
    assert not chosen(language=language).is_filtered
    assert chosen(language=language).query == ""


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("kind=decision", ["Committee", "أكاديمية", "Old"]),
        ("kind=recommendation", ["Jurists"]),
        ("status=adopted", ["أكاديمية", "Jurists"]),
        ("status=implemented", ["Old"]),
        ("status=stalled", []),
        ("event=MQF-2022", ["Old"]),
        ("event=MQF-2024", ["Committee", "أكاديمية", "Jurists"]),
        ("body={waqf}", ["Committee", "Old"]),
        ("body={youth}", ["Committee", "Jurists"]),
        ("topic=law", ["Committee", "Jurists"]),
        ("topic=القانون", ["Committee", "Jurists"]),
        ("topic={learning}", ["Committee", "أكاديمية"]),
        ("topic=learning&kind=decision&status=adopted", ["أكاديمية"]),
        ("body={youth}&topic=learning&event=MQF-2024", ["Committee"]),
        ("body={youth}&status=implemented", []),
        ("status=&kind=&page=7&utm=x", ALL),
    ],
)
def test_each_choice_finds_its_whole_set(record, query, titles, language):
    bodies = record["Committee"].responsible.order_by("pk")
    topics = record["Committee"].topics.order_by("pk")
    query = query.format(waqf=bodies[0].pk, youth=bodies[1].pk, learning=topics[1].pk)
    assert found(query, language) == titles
    assert not chosen(query, language).is_mistaken


def test_what_the_address_has_chosen_already_is_no_choice(record):
    event = record["Old"].event
    fixed = {"kind": "decision", "event": event}
    assert found("kind=recommendation&event=MQF-2024", **fixed) == ["Old"]
    assert chosen("kind=recommendation&event=MQF-2024", **fixed).query == ""
    assert [choice.name for choice in chosen(**fixed).choices] == ["status", "body", "topic", "overdue"]
    # The choices are those of what the address has.
    assert options("status", **fixed) == [("implemented", "Implemented")]
    assert options("topic", **fixed) == []
    assert [name for _key, name in options("body", **fixed)] == ["Waqf"]


def test_the_choices_are_what_live_resolutions_have_in_the_words_of_the_language(record):
    assert options("kind") == [("decision", "Decision"), ("recommendation", "Recommendation")]
    assert options("event") == [("MQF-2024", "MQF-2024"), ("MQF-2022", "MQF-2022")]
    assert [code for code, _label in options("status")] == ["adopted", "in_progress", "implemented"]
    assert [name for _key, name in options("body")] == ["Waqf", "Youth"]
    assert options("topic") == [("law", "Law"), ("learning", "Learning")]
    assert options("topic", language="ar") == [("القانون", "Law"), ("التعليم", "Learning")]
    # A status that is asked for stands in the form, even while nothing has it.
    assert "stalled" in dict(options("status", "status=stalled"))


def test_a_query_says_what_was_chosen_and_nothing_else(record):
    body = record["Old"].responsible.get().pk
    asked = chosen(f"status=&overdue=&topic=القانون&body={body}&page=2&x=y")
    assert asked.query == f"body={body}&topic=law"
    assert (asked.is_filtered, asked.is_untidy) == (True, True)
    assert not chosen(asked.query).is_untidy
    # One address leads to the same choice in both languages.
    assert found(asked.query, "ar") == found(asked.query, "en") == ["Committee"]


HOSTILE = [
    "kind=event", "status=done", "body=0", "body=-1", "body=1e3", "body=٣", "body=" + "9" * 400, "body=%00", "topic=%00",
    "topic=" + "x" * 5000, "event=%00", "event=mqf-2024'--", "overdue=yes", "status=%ff%fe", "kind=%F0%9F%98%80",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_what_is_not_on_offer_finds_nothing_and_says_so(record, query):
    asked = chosen(query)
    assert list(asked.texts()) == []
    assert sum(asked.counts().values()) == 0
    assert (asked.is_mistaken, asked.is_filtered) == (True, True)
    assert all(choice.chosen == "" for choice in asked.choices)
    # The address keeps what it said: the same choice as a file is as empty.
    assert chosen(asked.query).is_mistaken


def test_what_only_hidden_resolutions_have_is_not_on_offer(record):
    body, topic = record["Draft"].responsible.get(), record["Draft"].topics.get()
    for query in (f"body={body.pk}", f"topic={topic.slug_en}", f"topic={topic.pk}", "event=MQF-2030"):
        assert chosen(query).is_mistaken, query


def test_an_entry_that_is_corrected_is_not_the_last_update(record):
    wrong = noted(record["Committee"], date(2025, 5, 1))
    noted(record["Committee"], date(2025, 3, 1))
    noted(record["Jurists"], date(2025, 4, 2))
    days = {text.title: text.last_update_on for text in chosen().texts()}
    expected = {"Committee": date(2025, 5, 1), "أكاديمية": None, "Jurists": date(2025, 4, 2), "Old": None}
    assert days == expected
    noted(record["Committee"], date(2025, 2, 1), corrects=wrong)
    assert {text.last_update_on for text in chosen("status=in_progress").texts()} == {date(2025, 3, 1)}


# ---- What is late


@pytest.fixture
def late():
    """Resolutions by what is late about them."""
    today = TODAY()
    recent, long_ago = today - timedelta(days=3), today - relativedelta(months=6, days=1)
    event = make_event(starts_on=date(2020, 1, 1), ends_on=date(2020, 1, 1))
    rows = {}
    for title, status, due, noted_on in (
        ("in time", "in_progress", today, recent),
        ("day", "in_progress", today - timedelta(days=1), recent),
        ("done", "implemented", long_ago, long_ago),
        ("replaced", "superseded", long_ago, long_ago),
        ("proposed", "proposed", long_ago, None),
        ("quiet", "stalled", None, long_ago),
        ("never told", "adopted", None, None),
        ("step", "adopted", None, recent),
        ("both", "stalled", long_ago, long_ago),
    ):
        rows[title] = make_decision(
            event, ar=None, en=title, status=status, due_on=due, live=True, order=len(rows)
        )
        if noted_on:
            noted(rows[title], noted_on)
    Milestone.objects.create(resolution=rows["step"], title_en="A step", due_on=today - timedelta(days=1))
    for title in ("in time", "done"):
        Milestone.objects.create(
            resolution=rows[title], title_en="Reached", due_on=long_ago, done_on=long_ago
        )
    Milestone.objects.create(resolution=rows["done"], title_en="Not needed", due_on=long_ago)
    return rows


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("overdue=day", ["day", "step", "both"]),
        ("overdue=update", ["quiet", "never told", "both"]),
        ("overdue=any", ["day", "quiet", "never told", "step", "both"]),
        ("overdue=any&status=stalled", ["quiet", "both"]),
    ],
)
def test_what_is_late(late, query, titles):
    assert found(query) == titles
    assert sum(chosen(query).counts().values()) == len(titles)


def test_each_row_knows_what_is_late_about_it(late):
    asked = chosen()
    rows = asked.told(asked.texts())
    assert {text.title for text in rows if text.is_overdue} == {"day", "both"}
    assert {text.title for text in rows if text.is_quiet} == {"quiet", "never told", "both"}
    assert {text.title for text in rows if text.has_late_milestone} == {"step"}


def test_how_long_is_long_is_the_editors_choice(late):
    SiteSettings.objects.create(pk=1, months_without_update=7)
    with reading_site():
        assert found("overdue=update") == ["never told"]
        assert ("update", "Last update more than 7 months ago") in options("overdue")


def test_the_day_is_that_of_the_page(late):
    with moments.as_at(timezone.now() + timedelta(days=30)):
        assert "in time" in found("overdue=day")


# ---- The numbers


def test_the_numbers_are_those_of_what_was_chosen_and_of_nothing_hidden(record, django_assert_num_queries):
    decision, recommendation = "decision", "recommendation"
    with django_assert_num_queries(1):
        counts = chosen().counts()
    assert dict(counts) == {
        (decision, Status.IMPLEMENTED): 1, (decision, Status.IN_PROGRESS): 1, (decision, Status.ADOPTED): 1,
        (recommendation, Status.ADOPTED): 1,
    }  # fmt: skip
    assert dict(chosen("topic=law&kind=decision").counts()) == {(decision, Status.IN_PROGRESS): 1}
