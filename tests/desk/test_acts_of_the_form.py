"""What a form of the desk leaves in the log besides words, and whom it lets publish."""

import pytest

from publishing.freshness import Freshness
from publishing.models import Act, Document, Revision
from tests import factories
from tests.desk.forms import (
    KINDS,
    buttons_of,
    form_address,
    messages_of,
    press,
    state,
    typed_in,
    words_now,
)
from tests.desk.translations import follow, outdated, sources, text_of, translated
from tests.factories import MAKERS, make_article, make_decision
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db


# ---- The original language, and other facts


def test_another_original_language_is_an_act_and_the_two_stay_in_step(desk, publisher):
    agreed, apart = translated(), outdated()
    for article, expected in ((agreed, Freshness.UP_TO_DATE), (apart, Freshness.OUT_OF_DATE)):
        press(desk, form_address(article, "ar"), "_continue", source_language="en")
        assert Document.objects.get(pk=article.pk).source_language == "en"
        assert follow(article) == expected
        acts = Act.objects.filter(document=article, by=publisher).values_list("name", "language_code", "note")
        assert list(acts) == [(Act.Name.CHANGE_SOURCE, "en", "")]


def test_words_saved_with_another_original_language_are_words_of_the_original(desk):
    article = translated()
    press(desk, form_address(article, "en"), "_continue", source_language="en", title="The forum opened")
    latest = Revision.objects.filter(document=article, language_code="en").latest("number")
    assert (latest.title, latest.source_revision) == ("The forum opened", None)
    assert follow(article) == Freshness.UP_TO_DATE
    press(desk, form_address(article, "en"), "_publish")
    assert follow(article) == Freshness.OUT_OF_DATE


def test_a_refused_form_shows_the_tabs_of_the_document_as_it_is(desk):
    article = outdated()
    answer = press(desk, form_address(article, "en"), "_continue", title="", source_language="en")
    assert [row[0] for row in sources(answer)][:2] == ["kicker", "title"]
    assert typed_in(answer)["source_language"] == "en"


def facts_acts(document):
    found = Act.objects.filter(document=document, name=Act.Name.CHANGE_FACTS).order_by("pk")
    return [(act.by.username, act.language_code, act.note) for act in found]


def test_changed_facts_are_logged_by_their_names(desk):
    article = translated()
    topic = factories.make_topic()
    facts = {"article_kind": "interview", "topics": [str(topic.pk)]}
    press(desk, form_address(article, "en"), "_continue", **facts)
    press(desk, form_address(article, "en"), "_continue", title="Words alone")
    press(desk, form_address(article, "en"), "_continue", source_language="en")
    assert facts_acts(article) == [("publisher", "", "article_kind,topics")]


def test_changed_rows_are_logged_by_the_name_of_their_model(desk):
    session, person = factories.make_session(), factories.make_person()
    rows = {"participations-TOTAL_FORMS": "1", "participations-0-person": str(person.pk),
            "participations-0-role": "chair", "participations-0-order": "1"}  # fmt: skip
    press(desk, form_address(session), "_continue", recording_url="https://example.org/v", **rows)
    assert facts_acts(session) == [("publisher", "", "recording_url,participation")]


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_form_sent_back_as_it_was_leaves_no_act(desk, kind, language):
    more = {"topics": [factories.make_topic()], "picture": factories.make_image()}
    document = MAKERS[kind](
        ar={"summary": "سطر أول.\nسطر ثان.", "body": "<p>أول</p><ul><li>بند</li></ul>\n<p>ثان</p>"},
        live=True,
        **more,
    )
    before = Act.objects.count()
    answer = press(desk, form_address(document, language), "_continue")
    assert answer.status_code == 302, answer.context["errors"]
    assert Act.objects.count() == before


def test_what_is_refused_leaves_no_act(desk):
    article, other = translated(), make_article(ar={"slug": "taken"}, live=True)
    before = Act.objects.count()
    answer = press(desk, form_address(article), "_continue", slug="taken", article_kind="letter")
    assert answer.status_code == 200
    assert Act.objects.count() == before
    assert other.article_kind != "letter"


# ---- Four eyes at the buttons


SECOND = (
    "Texts of this kind are published by somebody who did not write them last: submit this one for review."
)


def test_the_last_writer_of_a_decision_submits_and_somebody_else_publishes(desk, publisher):
    decision = make_decision(by=publisher, en=False)
    answer = desk.get(form_address(decision))
    assert buttons_of(answer) == {"_continue", "_save", "_submit_for_review"}
    assert text_of(answer, "second-person") == SECOND
    press(desk, form_address(decision), "_submit_for_review")
    second = signed_in(make_user("publisher", "second_publisher", interface_language="en"))
    answer = second.get(form_address(decision))
    assert buttons_of(answer) == {"_continue", "_save", "_publish", "_schedule", "_request_changes"}
    assert text_of(answer, "second-person") is None
    assert messages_of(press(second, form_address(decision), "_publish")) == [
        "Published: readers see the text now."
    ]
    assert decision.revisions.count() == 1


def test_who_changes_a_word_and_presses_publish_has_it_saved_and_reads_why(desk):
    decision = make_decision(en=False)
    answer = press(desk, form_address(decision), "_publish", title="غير ذلك")
    assert messages_of(answer) == [
        "The working copy is saved. You wrote this text last, and texts of this kind are published by somebody else: "
        "submit it for review."
    ]
    assert words_now(decision, "ar")["title"] == "غير ذلك"
    assert state(decision, "ar") == "draft"
    assert buttons_of(desk.get(form_address(decision))) == {"_continue", "_save", "_submit_for_review"}


def test_a_statement_is_an_article_that_wants_four_eyes(desk, publisher):
    for kind, expected in (("statement", "_submit_for_review"), ("news", "_publish")):
        article = make_article(by=publisher, article_kind=kind, en=False)
        assert {"_submit_for_review", "_publish"} & buttons_of(desk.get(form_address(article))) == {expected}
    settings_kinds = {"decision": "_submit_for_review", "page": "_publish"}
    for kind, expected in settings_kinds.items():
        answer = desk.get(f"/admin/{KINDS[kind].replace('_', '/')}/add/")
        assert {"_submit_for_review", "_publish"} & buttons_of(answer) == {expected}
