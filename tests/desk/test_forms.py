"""The form of every kind of document: what is typed is saved as the working copy, and only the buttons make it public."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from articles.models import Article
from publishing.models import Act, Document, PublicText, Revision
from publishing.states import State
from tests import factories
from tests.desk.forms import (
    KINDS,
    WORDS,
    add_address,
    at_clock,
    buttons_of,
    facts_of,
    form_address,
    is_public,
    list_address,
    messages_of,
    press,
    state,
    typed_in,
    words_now,
)
from tests.factories import MAKERS, make_article, write
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db

#: The kinds whose last writer does not publish them.
FOUR_EYES = {"decision", "recommendation"}
SECOND_PERSON = (
    "You wrote this text last, and texts of this kind are published by somebody else: submit it for review."
)


def second_publisher():
    return make_user("publisher", "second_publisher", interface_language="en")


# ---- Each kind: add, save, publish


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_is_added_saved_and_published(desk, publisher, kind):
    model = MAKERS[kind].__globals__[kind.capitalize()]
    before = set(model.objects.values_list("pk", flat=True))
    answer = press(desk, add_address(KINDS[kind]), "_continue", **WORDS, **facts_of(kind))
    (document,) = model.objects.exclude(pk__in=before)
    assert answer.url == form_address(document)
    assert words_now(document, "ar") == WORDS
    assert (document.kind, document.source_language, document.created_by) == (kind, "ar", publisher)
    assert state(document, "ar") == State.DRAFT
    assert not is_public(document, "ar")

    answer = press(desk, form_address(document), "_publish", title="تقرير أحدث")
    assert answer.url == form_address(document)
    assert words_now(document, "ar") == WORDS | {"title": "تقرير أحدث"}
    by = publisher
    if kind in FOUR_EYES:
        assert messages_of(answer) == [f"The working copy is saved. {SECOND_PERSON}"]
        assert not is_public(document, "ar")
        by = second_publisher()
        answer = press(signed_in(by), form_address(document), "_publish")
    assert messages_of(answer) == ["Published: readers see the text now."]
    (text,) = PublicText.objects.filter(document_id=document.pk)
    assert (text.language_code, text.title, text.kind) == ("ar", "تقرير أحدث", kind)
    assert (text.published_by, text.created_by) == (by, publisher)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - FOUR_EYES))
def test_every_kind_is_added_and_published_at_once(desk, kind):
    model = MAKERS[kind].__globals__[kind.capitalize()]
    facts = facts_of(kind)
    before = set(model.objects.values_list("pk", flat=True))
    press(desk, add_address(KINDS[kind], "en"), "_publish", title="A report", body="<p>Text.</p>", **facts)
    (document,) = model.objects.exclude(pk__in=before)
    assert document.source_language == "en"
    assert is_public(document, "en")
    assert words_now(document, "ar") is None


@pytest.mark.parametrize("kind", sorted(FOUR_EYES))
def test_what_wants_four_eyes_is_saved_and_not_published_at_once(desk, kind):
    model = MAKERS[kind].__globals__[kind.capitalize()]
    facts = facts_of(kind)
    before = set(model.objects.values_list("pk", flat=True))
    answer = press(desk, add_address(KINDS[kind]), "_publish", **WORDS, **facts)
    assert messages_of(answer) == [f"The working copy is saved. {SECOND_PERSON}"]
    (document,) = model.objects.exclude(pk__in=before)
    assert answer.url == form_address(document)
    assert words_now(document, "ar") == WORDS
    assert state(document, "ar") == State.DRAFT


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_form_opens_with_few_queries_and_is_sent_back_as_it_was(desk, kind):
    document = MAKERS[kind](live=True)
    with CaptureQueriesContext(connection) as queries:
        answer = desk.get(form_address(document))
    assert answer.status_code == 200
    assert len(queries) <= 27
    revisions = Revision.objects.filter(document_id=document.pk).count()
    sent_back = desk.post(form_address(document), typed_in(answer) | {"_continue": "1"})
    assert sent_back.status_code == 302, sent_back.context["errors"]
    # Nothing was typed, so nothing is new.
    assert Revision.objects.filter(document_id=document.pk).count() == revisions
    assert state(document, "ar") == State.LIVE


# ---- The acts


def test_saving_shows_readers_nothing(desk):
    article = make_article(live=True)
    public = PublicText.objects.get(document_id=article.pk, language_code="ar").title
    answer = press(desk, form_address(article), "_continue", title="عنوان جديد")
    assert (
        messages_of(answer)[-1]
        == "Saved. Readers see changed facts at once, changed words once they are published."
    )
    assert words_now(article, "ar")["title"] == "عنوان جديد"
    assert PublicText.objects.get(document_id=article.pk, language_code="ar").title == public
    assert state(article, "ar") == State.CHANGED


def test_saving_and_returning_to_the_list(desk):
    article = make_article()
    answer = press(desk, form_address(article), "_save", title="عنوان جديد")
    assert answer.url == list_address("articles_article")
    assert words_now(article, "ar")["title"] == "عنوان جديد"


def test_a_text_is_published_until_a_moment(desk):
    article = make_article()
    until = (
        (timezone.now() + timedelta(days=3)).astimezone(ZoneInfo("Europe/Istanbul")).replace(microsecond=0)
    )
    press(desk, form_address(article), "_publish", **at_clock("live_until", until))
    text = PublicText.objects.get(document_id=article.pk)
    assert (text.language_code, text.live_until) == ("ar", until)


def test_a_text_is_scheduled_and_the_schedule_cancelled(desk):
    article = make_article()
    begin = datetime(2050, 1, 2, 9, 30, tzinfo=ZoneInfo("Europe/Istanbul"))
    end = begin + timedelta(days=1)
    period = at_clock("live_from", begin) | at_clock("live_until", end)
    answer = press(desk, form_address(article), "_schedule", **period)
    assert messages_of(answer) == ["Scheduled: the text goes public at the moment that you chose."]
    (revision,) = Revision.objects.filter(document_id=article.pk, live_from__isnull=False)
    assert (revision.language_code, revision.live_from, revision.live_until) == ("ar", begin, end)
    assert state(article, "ar") == State.SCHEDULED
    assert not is_public(article, "ar")

    opened = desk.get(form_address(article))
    assert {"_cancel_schedule", "_withdraw"} <= buttons_of(opened)
    answer = press(desk, form_address(article), "_cancel_schedule")
    assert messages_of(answer) == ["The schedule is cancelled; the text stays in the working copy."]
    assert state(article, "ar") == State.DRAFT


def test_a_text_is_withdrawn_in_one_language_alone(desk):
    article = make_article(live=True)
    answer = press(desk, form_address(article, "en"), "_withdraw", note="A mistake.")
    assert messages_of(answer) == ["Withdrawn: readers no longer see the text."]
    assert (is_public(article, "ar"), is_public(article, "en")) == (True, False)
    assert state(article, "en") == State.ENDED
    assert Act.objects.get(document_id=article.pk, name=Act.Name.WITHDRAW).note == "A mistake."


def test_a_text_is_submitted_returned_and_submitted_again(author, editor):
    for person in (author, editor):
        person.interface_language = "en"
        person.save()
    article = make_article(by=author, en=False)
    answer = press(signed_in(author), form_address(article), "_submit_for_review")
    assert messages_of(answer) == ["Submitted for review."]
    assert article.working_copy("ar").stage == "in_review"

    desk = signed_in(editor)
    assert "_request_changes" in buttons_of(desk.get(form_address(article)))
    answer = press(desk, form_address(article), "_request_changes", note="Name the source.")
    assert messages_of(answer) == ["Returned to its writer with your note."]
    assert Document.objects.get(pk=article.pk).working_copy("ar").stage == "changes_requested"
    # Nothing to return any more.
    assert "_request_changes" not in buttons_of(desk.get(form_address(article)))


def test_the_buttons_follow_the_state(desk):
    article = make_article(en=False)
    always = {"_continue", "_save", "_publish", "_schedule"}
    assert buttons_of(desk.get(add_address("articles_article"))) == always
    assert buttons_of(desk.get(form_address(article))) == always
    factories.go_live(article)
    assert buttons_of(desk.get(form_address(article))) == {*always, "_withdraw"}
    write(article, "ar", title="أحدث")
    factories.scheduled(article, "ar")
    assert buttons_of(desk.get(form_address(article))) == {*always, "_withdraw", "_cancel_schedule"}
    assert buttons_of(desk.get(form_address(article, "en"))) == always


# ---- Words of the tab, facts of both


def test_the_tabs_hold_the_words_of_their_language(desk):
    article = make_article(
        ar={"title": "خبر", "body": "<p>متن</p>"}, en={"title": "News", "body": "<p>Body</p>"}
    )
    arabic, english = (typed_in(desk.get(form_address(article, language))) for language in ("ar", "en"))
    assert (arabic["title"], arabic["slug"], arabic["body"]) == ("خبر", "خبر", "<p>متن</p>")
    assert (english["title"], english["slug"], english["body"]) == ("News", "news", "<p>Body</p>")


def test_a_save_touches_the_words_of_its_tab_only(desk):
    article = make_article(ar="خبر", en="News")
    press(desk, form_address(article, "en"), "_continue", title="Later news")
    assert words_now(article, "ar")["title"] == "خبر"
    assert words_now(article, "en")["title"] == "Later news"


def test_facts_are_the_same_in_both_tabs(desk):
    topic, picture = factories.make_topic(), factories.make_image()
    article = make_article()
    facts = {"article_kind": "interview", "picture": str(picture.pk), "topics": [str(topic.pk)]}
    press(desk, form_address(article, "en"), "_continue", **facts)
    arabic = typed_in(desk.get(form_address(article)))
    assert (arabic["article_kind"], arabic["picture"], arabic["topics"]) == (
        "interview", str(picture.pk), str(topic.pk)
    )  # fmt: skip


def test_without_a_language_in_the_address_the_form_opens_in_the_tab_of_the_work(desk, translator):
    arabic, english = make_article(ar="خبر", en="News"), make_article(ar="بيان", en="A statement")
    Article.objects.filter(pk=english.pk).update(source_language="en")
    for article, source in ((arabic, "خبر"), (english, "A statement")):
        address = form_address(article).partition("?")[0]
        assert typed_in(desk.get(address))["title"] == source
    address = form_address(arabic).partition("?")[0]
    assert typed_in(signed_in(translator).get(address))["title"] == "News"
    assert typed_in(desk.get("/admin/articles/article/add/"))["_language"] == "ar"


def test_a_form_is_saved_in_the_tab_in_which_it_was_opened(desk):
    """Somebody may have made the other language the original since; the address of the form names no tab."""
    article = make_article(ar="خبر", en="News")
    address = form_address(article).partition("?")[0]
    sent = typed_in(desk.get(address)) | {"title": "خبر أحدث", "_continue": "1"}
    Article.objects.filter(pk=article.pk).update(source_language="en")
    assert desk.post(address, sent).url == form_address(article)
    assert words_now(article, "ar")["title"] == "خبر أحدث"
    assert words_now(article, "en")["title"] == "News"


def test_a_document_begun_in_the_english_tab_is_an_english_one(desk):
    assert typed_in(desk.get(add_address("articles_article", "en")))["source_language"] == "en"
    assert typed_in(desk.get(add_address("articles_article")))["source_language"] == "ar"


def test_an_unknown_language_of_the_tab_is_arabic(desk):
    article = make_article(ar="خبر", en="News")
    assert typed_in(desk.get(form_address(article, "fr")))["title"] == "خبر"


# ---- Links out of the form


def test_the_form_leads_to_the_public_page_and_to_the_preview(desk):
    article = make_article(ar="خبر", en="News")
    html = desk.get(form_address(article)).content.decode()
    assert f'href="/admin/preview/{article.pk}/?language=ar"' in html
    assert "View on site" not in html.partition('<ul class="object-tools">')[2].partition("</ul>")[0]
    factories.go_live(article)
    for language in ("ar", "en"):
        html = desk.get(form_address(article, language)).content.decode()
        address = PublicText.objects.get(document_id=article.pk, language_code=language).address_in(language)
        assert f'<a href="{address}" class="viewsitelink">' in html
        assert f'href="/admin/preview/{article.pk}/?language={language}"' in html


def test_a_form_without_words_in_its_language_has_no_preview(desk):
    article = make_article(en=False)
    assert "/admin/preview/" not in desk.get(form_address(article, "en")).content.decode()
    assert desk.get(add_address("articles_article")).status_code == 200


def test_a_document_without_any_words_has_a_name_and_a_form(desk):
    article = Article.objects.create(kind="article")
    with override("en"):
        assert str(article) == f"Article {article.pk}"
    assert desk.get(form_address(article)).status_code == 200


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_has_its_history(desk, kind):
    document = MAKERS[kind]()
    assert desk.get(form_address(document, act="history")).status_code == 200
