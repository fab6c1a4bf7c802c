"""Who is told of what by mail, in which words; and that no mail undoes or breaks what was done."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from publishing import workflow
from publishing.assignments import assign
from publishing.models import Document, PublicText, ShareLink
from publishing.notes import guest_note, write_note
from publishing.workflow import WorkflowError
from tests.factories import chief, make_article, make_event, write
from tests.personas import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """``sent(act, …)``: do it; {address: mail} of what then went out, one mail a person."""

    def do(act, *given, **named):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act(*given, **named)
        assert [len(message.to) for message in mail.outbox] == [1] * len(mail.outbox)
        found = {message.to[0].partition("@")[0]: message for message in mail.outbox}
        assert len(found) == len(mail.outbox)
        return found

    return do


@pytest.fixture
def article(author):
    """An article of the author's in Arabic, with a translation by nobody in particular."""
    return make_article(by=author, ar="خبر الأصل", en="The news")


def html_of(message):
    (html, kind), = message.alternatives  # fmt: skip
    assert kind == "text/html"
    return html


# ---- To whom


def test_a_submitted_text_is_told_to_everybody_who_may_review_that_language(article, author, sent):
    make_user("editor")
    make_user("publisher")
    make_user("administrator")
    make_user("editor", "arabic", word_languages=["ar"])
    make_user("editor", "english", word_languages=["en"])
    make_user("translator", word_languages=["en", "ar"])
    make_user("editor", "gone", is_active=False)
    outside = make_user("editor", "outside")
    outside.is_staff = False
    outside.save()
    all_of_both = {"editor", "publisher", "administrator"}
    assert set(sent(workflow.submit, article, "ar", author)) == all_of_both | {"arabic"}
    assert set(sent(workflow.submit, article, "en", author)) == all_of_both | {"english"}


def test_a_submitted_text_is_told_to_its_assignee_alone_if_they_may_review_it(article, author, sent, editor):
    make_user("publisher")
    assign(article, "ar", author, editor)
    assert set(sent(workflow.submit, article, "ar", author)) == {"editor"}
    assert set(sent(workflow.submit, article, "en", author)) == {"editor", "publisher"}
    # Who works on it and submits it is not who reviews it.
    assert set(sent(workflow.submit, article, "ar", editor)) == {"publisher"}
    assign(article, "ar", author, author)
    assert set(sent(workflow.submit, article, "ar", author)) == {"editor", "publisher"}


def test_a_returned_text_is_told_to_whoever_wrote_it_last(article, author, translator, editor, sent):
    workflow.submit(article, "ar", author)
    assert set(sent(workflow.request_changes, article, "ar", editor, "مصدر؟")) == {"author"}
    write(article, "en", by=translator, title="The news of the day")
    workflow.submit(article, "en", translator)
    assert set(sent(workflow.request_changes, article, "en", editor, "Source?")) == {"translator"}
    write(article, "ar", by=editor, title="خبر آخر")
    workflow.submit(article, "ar", editor)
    assert set(sent(workflow.request_changes, article, "ar", editor, "مصدر؟")) == set()


def test_a_published_text_is_told_to_its_writer_and_to_the_maker_of_the_document(
    article, author, translator, publisher, sent
):
    write(article, "en", by=translator, title="The news of the day")
    assert set(sent(workflow.publish, article, "ar", publisher)) == {"author"}
    assert set(sent(workflow.publish, article, "en", publisher)) == {"author", "translator"}
    write(article, "ar", by=publisher, title="خبر آخر")
    assert set(sent(workflow.publish, article, "ar", publisher)) == {"author"}


def test_whoever_did_it_is_not_told(sent, publisher):
    own = make_article(by=publisher)
    for act, *given in ((workflow.submit,), (workflow.publish,), (assign, publisher)):
        assert sent(act, own, "ar", publisher, *given) == {}
    assert sent(write_note, own, publisher, "A note") == {}


def test_an_assignee_is_told_and_of_a_new_day_too(article, author, editor, sent):
    assert set(sent(assign, article, "ar", author, editor)) == {"editor"}
    assert set(sent(assign, article, "ar", author, editor, date(2026, 3, 5))) == {"editor"}
    assert sent(assign, article, "ar", author, editor, date(2026, 3, 5)) == {}
    assert sent(assign, article, "ar", author, None) == {}
    assert sent(assign, article, "ar", author, author) == {}


def test_a_note_is_told_to_everybody_who_works_on_the_document(
    article, author, translator, publisher, editor, sent
):
    assert set(sent(write_note, article, editor, "من قال؟")) == {"author"}
    assert set(sent(write_note, article, publisher, "متى؟", "ar")) == {"author", "editor"}
    write(article, "en", by=translator, title="The news of the day")
    make_user("administrator", "assigned")
    assign(article, "en", publisher, type(author).objects.get(username="assigned"))
    everybody = {"author", "editor", "publisher", "translator", "assigned"}
    assert set(sent(write_note, article, author, "أمس.")) == everybody - {"author"}
    # Whose words were written over is no longer asked; whoever wrote a note still is.
    write(article, "en", by=editor, title="Other words")
    assert set(sent(write_note, article, chief(), "ثم؟")) == everybody - {"translator"}


@pytest.fixture
def link(article, editor):
    """A preview of the Arabic text that the editor has sent."""
    return ShareLink.objects.create(
        document=article, language_code="ar", name="اللجنة", is_answer_asked=True, created_by=editor,
        expires_at=timezone.now() + timedelta(days=1),
    )  # fmt: skip


def test_an_answer_from_outside_is_told_to_whoever_sent_the_preview_and_to_who_works_on_it(
    link, editor, sent
):
    told = sent(guest_note, link, "سميرة", "حسن", "approved")
    assert set(told) == {"editor", "author"}
    assert told["editor"].subject == "رد بشأن «⁨خبر الأصل⁩»"
    assert told["author"].subject == "ملاحظة على «⁨خبر الأصل⁩»"
    # Not twice to somebody who is both.
    write_note(link.document, editor, "ننتظر الجواب")
    assert set(sent(guest_note, link, "سميرة", "حسن", "approved")) == {"editor", "author"}
    editor.unwanted_mail = ["seen_outside"]
    editor.save()
    assert set(sent(guest_note, link, "سميرة", "حسن", "approved")) == {"author"}


@pytest.mark.parametrize(
    "change",
    [{"is_active": False}, {"is_staff": False}, {"email": ""}, {"unwanted_mail": ["assigned", "returned"]}],
    ids=str,
)
def test_people_who_are_told_nothing(article, author, editor, change, sent):
    workflow.submit(article, "ar", author)
    type(author).objects.filter(pk=author.pk).update(**change)
    assert sent(workflow.request_changes, article, "ar", editor, "مصدر؟") == {}


def test_a_mail_that_is_not_wanted_leaves_the_other_kinds(article, author, editor, sent):
    author.unwanted_mail = ["returned", "published", "assigned", "submitted", "seen_outside"]
    author.save()
    workflow.submit(article, "ar", author)
    assert sent(workflow.request_changes, article, "ar", editor, "مصدر؟") == {}
    assert set(sent(write_note, article, editor, "مصدر؟")) == {"author"}


def test_who_may_no_longer_open_a_document_is_not_told_of_it(article, author, editor, sent):
    author.groups.clear()
    assert sent(write_note, article, editor, "مصدر؟") == {}


def test_what_is_refused_or_undone_is_told_to_nobody(article, author, editor, sent):
    def refused():
        with pytest.raises(WorkflowError):
            workflow.request_changes(article, "ar", editor, "مصدر؟")

    def undone():
        with pytest.raises(RuntimeError), transaction.atomic():
            workflow.submit(article, "ar", author)
            raise RuntimeError

    assert (sent(refused), sent(undone)) == ({}, {})


# ---- In which words

ARABIC_HTML = ['<html lang="ar" dir="rtl">', '<body dir="rtl">']
ENGLISH_HTML = ['<html lang="en" dir="ltr">', '<body dir="ltr">']


@pytest.fixture
def submission(article, author, sent):
    """The mail about a submitted text to an editor who reads ``language``."""

    def told(language, note="غيّرتُ <الخاتمة>"):
        make_user("editor", language, interface_language=language)
        author.first_name, author.last_name = "Samira", "<Haddad>"
        return sent(workflow.submit, article, "ar", author, note)[language]

    return told


def test_an_arabic_mail(article, submission):
    message = submission("ar")
    assert message.subject == "للمراجعة: «⁨خبر الأصل⁩»"
    assert message.from_email == "multaqa@localhost"
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    link = f"http://testserver/admin/articles/article/{article.pk}/change/?language=ar"
    assert message.body.splitlines() == [
        "أرسل ⁨Samira <Haddad>⁩ هذا النص للمراجعة.", "",
        "المادة: ⁨خبر الأصل⁩", "اللغة: العربية", "",
        "غيّرتُ <الخاتمة>", "",
        "افتح في مكتب التحرير:", link, "",
        "--", "الملتقى المقدسي", "وصلتك هذه الرسالة لأنك تراجع النصوص بهذه اللغة.", "اختر الرسائل التي تصلك.",
        "http://testserver/admin/my-settings/",
    ]  # fmt: skip
    html = html_of(message)
    for part in (*ARABIC_HTML, "أرسل <bdi>Samira &lt;Haddad&gt;</bdi> هذا النص للمراجعة.", f'href="{link}"',
                 '<bdi lang="ar" dir="rtl">خبر الأصل</bdi>', '<div class="said" dir="auto">غيّرتُ &lt;الخاتمة&gt;</div>',
                 'href="http://testserver/admin/my-settings/"'):  # fmt: skip
        assert part in html
    assert len(re.findall('<table[^>]* dir="rtl">', html)) == html.count("<table") == 2


def test_an_english_mail_about_an_arabic_text(submission):
    message = submission("en")
    assert message.subject == "For review: “⁨خبر الأصل⁩”"
    lines = message.body.splitlines()
    assert lines[:4] == [
        "⁨Samira <Haddad>⁩ submitted this text for review.", "", "Document: ⁨خبر الأصل⁩", "Language: Arabic",
    ]  # fmt: skip
    assert lines[-4:-1] == [
        "Maqdisi Forum", "You get this mail because you review texts in this language.",
        "Choose which mails you get.",
    ]  # fmt: skip
    html = html_of(message)
    for part in (*ENGLISH_HTML, "<bdi>Samira &lt;Haddad&gt;</bdi> submitted this text for review.",
                 '<bdi lang="ar" dir="rtl">خبر الأصل</bdi>'):  # fmt: skip
        assert part in html
    assert len(re.findall('<table[^>]* dir="ltr">', html)) == html.count("<table") == 2


def test_each_kind_of_mail_says_what_happened_and_why_it_comes(
    article, author, editor, publisher, link, sent
):
    for person in (author, editor, publisher):
        person.interface_language = "en"
        person.save()
    workflow.submit(article, "ar", author)
    day = date(2026, 3, 5)
    mails = [
        sent(workflow.request_changes, article, "ar", editor, "مصدر؟")["author"],
        sent(workflow.publish, article, "en", publisher)["author"],
        sent(assign, article, "en", author, editor, day)["editor"],
        sent(write_note, article, editor, "متى؟")["author"],
        sent(guest_note, link, "Yusuf", "First\nsecond", "changes")["editor"],
    ]
    told = [(m.subject, m.body.splitlines()[0], m.body.splitlines()[-3]) for m in mails]
    assert told == [
        ("Returned to you: “⁨خبر الأصل⁩”", "⁨editor⁩ asks you to change this text.",
         "You get this mail because you wrote this text last."),
        ("Published: “⁨The news⁩”", "⁨publisher⁩ published this text; readers see it now.",
         "You get this mail because you wrote this text or made the document."),
        ("Assigned to you: “⁨The news⁩”", "⁨author⁩ assigned this text to you.",
         "You get this mail because the text is assigned to you."),
        ("A note on “⁨خبر الأصل⁩”", "⁨editor⁩ left a note on this document.",
         "You get this mail because you work on this document or wrote a note on it."),
        ("An answer about “⁨خبر الأصل⁩”", "⁨Yusuf⁩ answered the preview that you sent.",
         "You get this mail because you made the link to this preview."),
    ]  # fmt: skip
    assert "Due on: ⁨5 March 2026⁩" in mails[2].body
    assert "Answer: Asked for changes\n\nFirst\nsecond\n" in mails[4].body
    assert "First<br>second" in html_of(mails[4])
    form = f"http://testserver/admin/articles/article/{article.pk}/change/"
    links = [next(line for line in m.body.splitlines() if line.startswith("http")) for m in mails]
    assert links == [
        f"{form}?language=ar", f"{form}?language=en", f"{form}?language=en", f"{form}#notes",
        f"{form}?language=ar#notes",
    ]  # fmt: skip


def test_a_text_that_is_not_written_yet_is_named_by_its_original(editor, translator, sent):
    event = make_event(ar="ملتقى القدس", en=False)
    message = sent(assign, event, "en", editor, translator)["translator"]
    assert message.subject == "كُلّفت بنص: «⁨ملتقى القدس⁩»"
    assert f"http://testserver/admin/events/event/{event.pk}/change/?language=en\n" in message.body


def test_without_an_address_of_the_site_links_lead_to_this_machine(article, author, editor, sent, settings):
    settings.SITE_ADDRESS = ""
    body = sent(assign, article, "ar", author, editor)["editor"].body
    assert f"\nhttp://localhost:8000/admin/articles/article/{article.pk}/change/?language=ar\n" in body
    assert body.endswith("\nhttp://localhost:8000/admin/my-settings/\n")


def test_a_subject_is_one_line_whatever_is_in_a_title(article, author, editor, sent):
    Document.objects.get(pk=article.pk).translations.update(title="a\nBcc: everybody@example.org")
    message = sent(assign, article, "ar", author, editor)["editor"]
    assert message.subject == "كُلّفت بنص: «⁨a Bcc: everybody@example.org⁩»"
    assert message.recipients() == ["editor@example.org"]


# ---- When it goes wrong


class NoServer(BaseEmailBackend):
    def open(self):
        raise ConnectionRefusedError("nobody listens")


class FirstFails(BaseEmailBackend):
    asked = []

    def send_messages(self, messages):
        self.asked.append(messages[0].to[0])
        if len(self.asked) == 1:
            raise OSError("no such mailbox")
        return 1


def test_a_mail_server_that_does_not_answer_undoes_no_act(article, author, publisher, sent, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.NoServer"
    assert sent(workflow.publish, article, "ar", publisher) == {}
    assert PublicText.objects.filter(document_id=article.pk, language_code="ar").exists()
    assert [record.getMessage() for record in caplog.records] == [
        f"No mail went out about document {article.pk}: published."
    ]
    assert "nobody listens" in caplog.text


def test_one_mail_that_fails_does_not_keep_the_others(
    article, author, editor, publisher, sent, settings, caplog
):
    settings.EMAIL_BACKEND = f"{__name__}.FirstFails"
    FirstFails.asked = []
    sent(workflow.submit, article, "ar", author)
    assert set(FirstFails.asked) == {"editor@example.org", "publisher@example.org"}
    failed = type(author).objects.get(email=FirstFails.asked[0])
    assert [record.getMessage() for record in caplog.records] == [
        f"The mail to user {failed.pk} about document {article.pk} failed."
    ]


def test_telling_many_asks_the_database_as_often_as_telling_one(
    article, author, django_assert_num_queries, django_capture_on_commit_callbacks
):
    from publishing import notices

    def ask(count):
        document = Document.objects.get(pk=article.pk)
        with django_capture_on_commit_callbacks() as callbacks, django_assert_num_queries(5):
            notices.submitted(document, "ar", author)
        mail.outbox.clear()
        with django_assert_num_queries(1):
            for send in callbacks:
                send()
        assert len(mail.outbox) == count

    make_user("editor", "first")
    ask(1)
    make_user("editor", "second")
    make_user("editor", "third")
    ask(3)
