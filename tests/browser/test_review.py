"""Review, as three people do it: submitted, returned with a note, mended, submitted again, published; and refused."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from publishing.models import Act, Note, PublicText
from publishing.states import state_of
from resolutions.models import Decision
from tests import factories
from tests.browser import desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def in_english(author, editor, publisher):
    """Three people whose desk is English."""
    for person in (author, editor, publisher):
        person.interface_language = "en"
        person.save()


def change_person(page, live_server, username):
    page.context.clear_cookies()
    desk.sign_in(page, live_server.url, username)


def told_by_mail():
    """(to whom, the subject) of each mail since the last look; isolates left out."""
    found = [
        (message.to[0].partition("@")[0], re.sub("[\u2068\u2069]", "", message.subject))
        for message in mail.outbox
    ]
    mail.outbox.clear()
    return sorted(found)


def test_review_and_return(page, live_server, in_english):
    # The author writes, asks a question and submits.
    desk.sign_in(page, live_server.url, "author")
    page.goto(f"{live_server.url}/admin/articles/article/add/?language=en")
    page.fill("#id_title", "The forum opens")
    desk.surface(page).click()
    desk.write_paragraphs(page, ["The forum opened on Saturday."])
    desk.press(page, "_submit_for_review")
    assert desk.told(page) == ["Submitted for review."]
    form = page.url
    assert told_by_mail() == [
        ("editor", "For review: “The forum opens”"),
        ("publisher", "For review: “The forum opens”"),
    ]

    # The editor opens it from the mail, and returns it with a note.
    change_person(page, live_server, "editor")
    page.goto(form)
    desk.press(page, "_request_changes")
    expect(page.locator(".field-note .errorlist")).to_have_text("Say in a note what should change.")
    page.fill("#id_note", "Where did it open?")
    desk.press(page, "_request_changes")
    assert desk.told(page) == ["Returned to its writer with your note."]
    assert told_by_mail() == [("author", "Returned to you: “The forum opens”")]

    # The author reads why, mends it, answers and submits again.
    change_person(page, live_server, "author")
    page.goto(form)
    assert page.locator(".returned").inner_text().split("\n")[0] == "editor returned this text to be changed:"
    expect(page.locator(".returned__note")).to_have_text("Where did it open?")
    page.fill("#note-text", "In Istanbul; I have added it.")
    with page.expect_navigation():
        page.get_by_role("button", name="Leave the note").click()
    page.fill("#id_title", "The forum opens in Istanbul")
    desk.press(page, "_submit_for_review")
    expect(page.locator(".returned")).to_have_count(0)
    assert told_by_mail() == [
        ("editor", "For review: “The forum opens in Istanbul”"),
        ("publisher", "For review: “The forum opens in Istanbul”"),
    ]  # fmt: skip

    # The publisher resolves the note and publishes; readers see the second version, and the author is told.
    change_person(page, live_server, "publisher")
    page.goto(form)
    page.get_by_role("link", name="1 open note").click()
    expect(page.get_by_role("heading", name="Notes on this document")).to_be_in_viewport()
    expect(page.locator("#notes .note__text")).to_have_text("In Istanbul; I have added it.")
    with page.expect_navigation():
        page.get_by_role("button", name="Resolve").click()
    expect(page.get_by_text("No open notes", exact=True)).to_have_count(1)
    desk.press(page, "_publish")
    assert told_by_mail() == [("author", "Published: “The forum opens in Istanbul”")]
    assert [text.title for text in PublicText.objects.all()] == ["The forum opens in Istanbul"]
    assert list(Act.objects.order_by("pk").values_list("name", "by__username")) == [
        ("save", "author"), ("submit", "author"), ("request_changes", "editor"), ("note", "author"),
        ("save", "author"), ("submit", "author"), ("resolve_note", "publisher"), ("publish", "publisher"),
    ]  # fmt: skip


def test_the_last_writer_of_a_decision_is_refused_and_reads_why(page, live_server, publisher):
    decision = factories.make_decision(ar="قرار الملتقى", en=None, event=factories.make_event(live=True))
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/resolutions/decision/{decision.pk}/change/")
    # Somebody else wrote it, so it may be published; not so with one's own words in it.
    page.fill("#id_title", "قرار الملتقى معدَّلًا")
    desk.press(page, "_publish")
    why = "أنت آخر من كتب هذا النص، والنصوص من هذا النوع ينشرها شخص آخر: أرسله للمراجعة."
    assert len(desk.told(page)) == 1
    assert why in desk.told(page)[0]
    expect(page.locator("#id_title")).to_have_value("قرار الملتقى معدَّلًا")
    expect(page.locator('input[name="_publish"]')).to_have_count(0)
    assert not PublicText.objects.filter(document_id=decision.pk).exists()
    # What it says can be done.
    desk.press(page, "_submit_for_review")
    assert state_of(Decision.objects.get(pk=decision.pk), "ar").stage == "in_review"


def test_a_note_being_written_outlives_saving_and_signing_out(page, live_server, publisher):
    article = factories.make_article()
    desk.sign_in(page, live_server.url, "publisher")
    form = f"{live_server.url}/admin/articles/article/{article.pk}/change/"
    page.goto(form)
    page.fill("#note-text", "من قال هذا؟")
    page.fill("#id_title", "عنوان آخر")
    desk.press(page, "_continue")
    expect(page.locator("#note-text")).to_have_value("من قال هذا؟")
    # The session ends before the note is sent: after signing in it is still there.
    page.context.clear_cookies(name="sessionid")
    page.locator(".notes__new button").click()
    page.fill('input[name="login"]', "publisher")
    page.fill('input[name="password"]', desk.PASSWORD)
    page.press('input[name="password"]', "Enter")
    page.wait_for_url(f"**/admin/notes/{article.pk}/ar/")
    expect(page.locator("#note-text")).to_have_value("من قال هذا؟")
    page.locator(".notes__new button").click()
    page.wait_for_url(f"{form}?language=ar#notes")
    expect(page.locator(".note__text")).to_have_text("من قال هذا؟")
    expect(page.locator("#note-text")).to_have_value("")
    assert [note.text for note in Note.objects.all()] == ["من قال هذا؟"]


def test_somebody_is_given_a_text_with_a_day_from_the_calendar(page, live_server, publisher, editor):
    article = factories.make_article()
    desk.sign_in(page, live_server.url, "publisher")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/?language=en")
    page.locator(".text-work a").first.click()
    assert (page.get_attribute("html", "dir"), page.locator("#content h1").inner_text()) == (
        "rtl", "المكلَّف بالنص الإنجليزي",
    )  # fmt: skip
    page.select_option("#id_assignee", label="editor")
    page.locator(".datetimeshortcuts a").first.click()
    with page.expect_navigation():
        page.click('.submit-row input[type="submit"]')
    told = page.locator(".text-work").inner_text()
    assert "المكلَّف: editor" in told
    assert "موعد الإنجاز:" in told
    assert told_by_mail() == [("editor", f"كُلّفت بنص: «{article.working_copy('en').title}»")]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_fit_the_screen(page, live_server, publisher, width, language):
    publisher.interface_language = language
    publisher.save()
    article = factories.make_article()
    factories.workflow.submit(article, "ar", factories.chief())
    factories.workflow.request_changes(article, "ar", publisher, "ملاحظة طويلة " * 20)
    page.set_viewport_size({"width": width, "height": 844})
    desk.sign_in(page, live_server.url, "publisher")
    for path in (
        f"articles/article/{article.pk}/change/",
        f"notes/{article.pk}/ar/",
        f"assignment/{article.pk}/ar/",
        "my-settings/",
    ):
        assert page.goto(f"{live_server.url}/admin/{path}").status == 200, path
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), path
