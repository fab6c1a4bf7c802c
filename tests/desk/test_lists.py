"""The lists of the desk: the state of each language, filters that give whole sets, search, and a constant number of queries."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from events.models import Session
from resolutions.models import Status
from tests import factories
from tests.desk.forms import KINDS, list_address
from tests.factories import MAKERS, make_article, make_event, make_session, make_topic, write
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(publisher):
    return signed_in(publisher)


def listed(desk, model, **asked):
    """The documents in the list, as a set of keys."""
    answer = desk.get(list_address(model), asked)
    assert answer.status_code == 200, (asked, getattr(answer, "url", ""))
    return {row.pk for row in answer.context["cl"].result_list}


def cells(desk, model, column, **asked):
    """The text of a column, from top to bottom, without markup."""
    html = desk.get(list_address(model), asked).content.decode()
    found = re.findall(rf'<t[dh] class="field-{column}[^"]*">(.*?)</t[dh]>', html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in found]


# ---- What a list says


def every_state(make):
    """A document of ``make`` in every state of its Arabic text: {state: document}."""
    made = {
        state: make(en=False) for state in ("draft", "live", "changed", "scheduled", "ended", "in_review")
    }
    factories.go_live(made["live"], "ar")
    factories.draft_over_live(made["changed"], "ar")
    factories.scheduled(made["scheduled"], "ar")
    factories.withdrawn(made["ended"], "ar")
    factories.workflow.submit(made["in_review"], "ar", factories.chief())
    return made | {"missing": make(ar=False, en=True)}


STATES_IN_ARABIC_LIST = {
    "draft": {"draft", "in_review"},
    "live": {"live"},
    "changed": {"changed"},
    "scheduled": {"scheduled"},
    "ended": {"ended"},
    "in_review": {"in_review"},
    "missing": {"missing"},
    "changes_requested": set(),
}


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_list_shows_and_filters_the_state_of_each_language(desk, kind, publisher):
    publisher.interface_language = "en"
    publisher.save()
    made = every_state(MAKERS[kind])
    for state, expected in STATES_IN_ARABIC_LIST.items():
        found = listed(desk, KINDS[kind], state_ar=state) & {row.pk for row in made.values()}
        assert found == {made[name].pk for name in expected}, state
    names = {
        "draft": "Draft", "live": "Live", "changed": "Live, newer draft", "scheduled": "Scheduled",
        "ended": "No longer public", "in_review": "Draft In review", "missing": "Missing",
    }  # fmt: skip
    for state, label in names.items():
        rows = desk.get(list_address(KINDS[kind])).context["cl"].result_list
        place = [row.pk for row in rows].index(made[state].pk)
        assert cells(desk, KINDS[kind], "arabic_state")[place] == label
        assert cells(desk, KINDS[kind], "english_state")[place] == (
            "Draft" if state == "missing" else "Missing"
        )


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_list_filters_by_the_state_of_english_alone(desk, kind):
    both = MAKERS[kind]()
    arabic_only = MAKERS[kind](en=False)
    factories.go_live(both, "ar")
    ours = {both.pk, arabic_only.pk}
    assert listed(desk, KINDS[kind], state_en="draft") & ours == {both.pk}
    assert listed(desk, KINDS[kind], state_en="missing") & ours == {arabic_only.pk}
    assert listed(desk, KINDS[kind], state_en="live") & ours == set()
    assert listed(desk, KINDS[kind], state_ar="live", state_en="draft") & ours == {both.pk}


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_list_filters_by_topic_and_original_language(desk, kind):
    topic, other_topic = make_topic(), make_topic()
    about = MAKERS[kind](topics=[topic])
    about_both = MAKERS[kind](topics=[topic, other_topic])
    english = MAKERS[kind](ar=False, en=True)
    ours = {about.pk, about_both.pk, english.pk}
    assert listed(desk, KINDS[kind], topics__id__exact=topic.pk) & ours == {about.pk, about_both.pk}
    assert listed(desk, KINDS[kind], topics__id__exact=other_topic.pk) & ours == {about_both.pk}
    assert listed(desk, KINDS[kind], source_language__exact="en") & ours == {english.pk}


@pytest.mark.parametrize("kind", ["session", "decision", "recommendation", "article"])
def test_lists_filter_by_event(desk, kind):
    first, second = make_event(code="MQF-2024"), make_event(code="MQF-2026")
    of_first, of_second = MAKERS[kind](event=first), MAKERS[kind](event=second)
    assert listed(desk, KINDS[kind], event=first.pk) == {of_first.pk}
    assert listed(desk, KINDS[kind], event=second.pk) == {of_second.pk}
    assert "MQF-2026" in desk.get(list_address(KINDS[kind])).content.decode()
    # A filter that names nothing leaves the list as it is.
    assert listed(desk, KINDS[kind], event="x") == {of_first.pk, of_second.pk}


def test_lists_filter_by_kind_and_status(desk):
    report, letter = make_article(article_kind="report"), make_article(article_kind="letter")
    assert listed(desk, "articles_article", article_kind__exact="report") == {report.pk}
    assert listed(desk, "articles_article", article_kind__exact="letter") == {letter.pk}
    assert listed(desk, "articles_article", article_kind__exact="news") == set()
    event = make_event()
    opening, closing = (
        make_session(event, session_kind=kind)
        for kind in (Session.SessionKind.OPENING, Session.SessionKind.CLOSING)
    )
    assert listed(desk, "events_session", session_kind__exact="opening") == {opening.pk}
    assert listed(desk, "events_session", session_kind__exact="closing") == {closing.pk}
    done = factories.make_decision(event, status=Status.IMPLEMENTED)
    begun = factories.make_decision(event, status=Status.IN_PROGRESS)
    assert listed(desk, "resolutions_decision", status__exact="implemented") == {done.pk}
    assert listed(desk, "resolutions_decision", status__exact="in_progress") == {begun.pk}


def test_decisions_filter_by_what_is_overdue(desk):
    event, today = make_event(), timezone.localdate()
    past, soon, long_ago = today - timedelta(days=1), today + timedelta(days=9), today - timedelta(days=300)
    fresh = {"adopted_on": past - timedelta(days=9)}
    late = factories.make_decision(event, due_on=past, **fresh)
    step = factories.make_decision(event, due_on=soon, **fresh)
    step.milestones.create(title_ar="محطة", title_en="Step", due_on=past)
    silent = factories.make_decision(event, adopted_on=long_ago)
    factories.make_decision(event, due_on=past, adopted_on=long_ago, status=Status.IMPLEMENTED)
    factories.make_decision(event, due_on=soon, **fresh).milestones.create(
        title_ar="محطة", title_en="Step", due_on=past, done_on=past
    )
    assert {
        name: listed(desk, "resolutions_decision", overdue=name) for name in ("day", "milestone", "update")
    } == {"day": {late.pk}, "milestone": {step.pk}, "update": {silent.pk}}
    assert len(listed(desk, "resolutions_decision", overdue="x")) == 5


def test_decisions_and_recommendations_have_lists_of_their_own(desk):
    event = make_event()
    decision, recommendation = factories.make_decision(event), factories.make_recommendation(event)
    assert listed(desk, "resolutions_decision") == {decision.pk}
    assert listed(desk, "resolutions_recommendation") == {recommendation.pk}


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_list_is_searched_in_both_languages_and_in_drafts(desk, kind):
    found = MAKERS[kind](
        ar={"title": "بيان الخيمة"}, en={"title": "The tent statement", "summary": "Zanzibar"}
    )
    MAKERS[kind]()
    for asked in ("الخيمة", "tent", "Zanzibar", "tent-statement", "بيان-الخيمة"):
        assert listed(desk, KINDS[kind], q=asked) == {found.pk}, asked
    assert listed(desk, KINDS[kind], q="nothing of the kind") == set()


def test_events_are_searched_by_code_and_resolutions_by_reference(desk):
    event = make_event(code="TENT-7")
    decision = factories.make_decision(event)
    factories.make_decision()
    assert listed(desk, "events_event", q="TENT-7") == {event.pk}
    assert listed(desk, "resolutions_decision", q=decision.reference) == {decision.pk}


def test_a_title_is_shown_in_its_own_language_and_direction(desk):
    make_article(ar="خبر بالعربية", en=True)
    make_article(ar=False, en="English only")
    html = desk.get(list_address("articles_article")).content.decode()
    assert '<span lang="ar" dir="rtl">خبر بالعربية</span>' in html
    assert '<span lang="en" dir="ltr">English only</span>' in html


def test_a_document_without_words_is_listed_by_its_number(desk):
    article = Article.objects.create(kind="article")
    assert cells(desk, "articles_article", "title_column") == [f"#{article.pk}"]


def test_labels_are_shown_in_their_own_language_and_direction(desk):
    factories.make_person(name_ar="متحدث نموذجي", name_en="Sample speaker")
    html = desk.get(list_address("people_person")).content.decode()
    assert '<span lang="ar" dir="rtl">متحدث نموذجي</span>' in html
    assert '<span lang="en" dir="ltr">Sample speaker</span>' in html


def test_the_list_of_sessions_shows_the_clocks_of_the_event(desk):
    event = make_event(time_zone="Asia/Tokyo")
    make_session(event, starts_at=factories.datetime(2024, 12, 21, 1, 30, tzinfo=factories.ZoneInfo("UTC")),
                 ends_at=factories.datetime(2024, 12, 21, 2, 30, tzinfo=factories.ZoneInfo("UTC")))  # fmt: skip
    (shown,) = cells(desk, "events_session", "starts_column")
    assert "10:30" in shown


# ---- A bad address of a list


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "x" * 5000}, {"p": "x"}, {"p": "0"}, {"p": "99999"}, {"state_ar": "nothing"}, {"o": "99"},
        {"o": "x"}, {"event": "9" * 40}, {"topics__id__exact": "x"}, {"source_language__exact": "xx"},
        {"unknown": "1"}, {"_facets": "True"},
    ],
)  # fmt: skip
def test_a_bad_address_of_a_list_is_answered_with_a_list(desk, asked):
    make_article()
    answer = desk.get(list_address("articles_article"), asked, follow=True)
    assert answer.status_code == 200
    assert answer.context["cl"].opts.model_name == "article"


@pytest.mark.parametrize("name", ["q", "article_kind__exact", "state_ar", "p", "event", "created_at__gte"])
def test_a_nul_in_the_address_of_a_list_is_refused(desk, name):
    assert desk.get(list_address("articles_article"), {name: "a\x00"}).status_code == 400


# ---- How many queries

#: Every list, its maker, and how many queries it takes for a publisher, session and account included.
LISTS = {
    "events_event": (lambda: make_event(topics=[make_topic()], venue=factories.make_venue()), 9),
    "events_session": (
        lambda: make_session(room=factories.make_room(), people=[factories.make_person()]),
        10,
    ),
    "resolutions_decision": (factories.make_decision, 10),
    "resolutions_recommendation": (factories.make_recommendation, 10),
    "articles_article": (lambda: make_article(event=make_event(), picture=factories.make_image()), 10),
    "articles_page": (factories.make_page, 9),
    "publishing_document": (make_article, 8),
    "resolutions_resolution": (factories.make_decision, 10),
    "publishing_topic": (make_topic, 6),
    "people_person": (factories.make_person, 6),
    "people_organisation": (factories.make_organisation, 6),
    "events_venue": (factories.make_venue, 6),
    "events_room": (factories.make_room, 7),
    "media_library_image": (factories.make_image, 8),
    "media_library_attachment": (factories.make_attachment, 8),
    "accounts_user": (lambda: make_user("editor", f"person{next(factories._numbers)}"), 9),
}


#: A whole page of rows for the list with the most in it; what grows with the rows shows at three.
WHOLE_PAGE = {"articles_article": 50}


@pytest.mark.parametrize("model", list(LISTS))
def test_a_list_takes_as_many_queries_for_many_rows_as_for_one(administrator, model):
    desk = signed_in(administrator)
    make, expected = LISTS[model]
    counts = {}
    made = 0
    sizes = (1, 3, *([WHOLE_PAGE[model]] if model in WHOLE_PAGE else []))
    for rows in sizes:
        for _row in range(rows - made):
            made_one = make()
            if hasattr(made_one, "revisions"):
                factories.go_live(made_one)
                write(made_one, "ar", title=f"أحدث {made_one.pk}")
        made = rows
        with CaptureQueriesContext(connection) as queries:
            answer = desk.get(list_address(model))
        assert answer.status_code == 200
        assert len(answer.context["cl"].result_list) >= rows
        counts[rows] = len(queries)
    assert counts == dict.fromkeys(sizes, expected)
    assert expected < 15


# ---- How many there are


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_counts_what_it_shows_whole_and_filtered(desk, kind):
    make = MAKERS[kind]
    _kept, binned = [make() for _row in range(3)], make()
    type(binned).objects.filter(pk=binned.pk).update(binned_at=timezone.now())
    for asked in ({}, {"source_language": "ar"}):
        answer = desk.get(list_address(KINDS[kind]), asked)
        assert answer.context["cl"].result_count == len(listed(desk, KINDS[kind], **asked))
