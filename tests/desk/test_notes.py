"""Notes, assignment and what a reviewer said when returning a text: in the form and on their own pages, for every role."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from publishing import workflow
from publishing.assignments import assign
from publishing.models import Act, Assignment, Document, Note
from publishing.notes import resolve, write_note
from tests.desk.forms import form_address, press
from tests.factories import chief, make_article, make_page
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db

ROLES = ("author", "translator", "editor", "publisher", "administrator")


def desk_of(role, **fields):
    return signed_in(make_user(role, word_languages=["en"] if role == "translator" else [], **fields))


def page_of(document, language="ar"):
    """Where notes are posted to."""
    return reverse("admin:document_notes", args=[document.pk, language])


def assignment_of(document, language="ar"):
    return reverse("admin:document_assignment", args=[document.pk, language])


def plain(answer):
    """The page as text, every run of blanks as one."""
    return " ".join(re.sub("<[^>]*>", " ", answer.content.decode()).split())


def rows():
    return [(note.written_by.username, note.language_code, note.text) for note in Note.objects.order_by("pk")]


# ---- Notes


@pytest.mark.parametrize("role", ROLES)
def test_everybody_of_the_desk_leaves_and_resolves_notes(role):
    article, desk = make_article(), desk_of(role)
    answer = desk.post(page_of(article, "en"), {"text": "Who said so?"})
    note = Note.objects.get()
    assert (answer.status_code, answer.url) == (302, f"{form_address(article, 'en')}#note-{note.pk}")
    desk.post(page_of(article, "en"), {"text": "صورة؟", "is_whole": "on"})
    assert rows() == [(role, "en", "Who said so?"), (role, "", "صورة؟")]
    for name, is_resolved in (("note_resolve", True), ("note_reopen", False)):
        address = reverse(f"admin:{name}", args=[note.pk])
        assert desk.get(address).status_code == 405
        answer = desk.post(address, {"language": "en"})
        assert (answer.status_code, answer.url) == (302, f"{form_address(article, 'en')}#notes")
        assert bool(Note.objects.get(pk=note.pk).resolved_at) is is_resolved


def test_strangers_and_people_without_rights_get_nowhere(reader):
    article = make_article()
    note = write_note(article, chief(), "ملاحظة")
    outsider = make_user("editor", "outsider")
    outsider.is_staff = False
    outsider.save()
    ungrouped = make_user("editor", "ungrouped")
    ungrouped.groups.clear()
    addresses = [page_of(article), assignment_of(article), reverse("admin:note_resolve", args=[note.pk]),
                 reverse("admin:note_reopen", args=[note.pk]), reverse("admin:my_settings")]  # fmt: skip
    for browser in (reader, signed_in(outsider)):
        for address in addresses:
            for answer in (browser.get(address), browser.post(address, {"text": "A note"})):
                assert answer.status_code == 302
                assert answer.url.startswith(reverse("admin:login"))
    for address in addresses[:-1]:
        assert signed_in(ungrouped).post(address, {"text": "A note"}).status_code == 403
    for address in addresses[:2]:
        assert signed_in(ungrouped).get(address).status_code == 403
    assert (rows(), Assignment.objects.count()) == ([("chief", "", "ملاحظة")], 0)
    assert Note.objects.get().resolved_at is None


@pytest.mark.parametrize("text", ["", "  ", "ن" * 2001])
def test_a_note_that_is_refused_comes_back_as_it_was_typed(desk, text):
    article = make_article()
    answer = desk.post(page_of(article), {"text": text, "is_whole": "on"})
    assert answer.status_code == 200
    form = answer.context["note_form"]
    said = "This is longer than 2000 characters." if text.strip() else "Write something in the note first."
    assert form.errors == {"text": [said]}
    assert (said in plain(answer), form["text"].value(), form["is_whole"].value()) == (True, text, True)
    assert rows() == []


@pytest.mark.parametrize("address", ["/admin/notes/{}/fr/", "/admin/notes/99999999999999999999/ar/",
                                     "/admin/assignment/{}/fr/", "/admin/assignment/99999999999999999999/ar/",
                                     "/admin/note/99999999999999999999/resolve/", "/admin/note/77/reopen/"])  # fmt: skip
def test_what_there_is_not(desk, address):
    address = address.format(make_article().pk)
    assert desk.post(address, {"text": "A note"}).status_code == 404


def test_a_document_in_the_bin_has_no_notes_to_write(desk):
    article = make_article()
    note = write_note(article, chief(), "ملاحظة")
    Document.objects.filter(pk=article.pk).update(binned_at=timezone.now())
    for address in (page_of(article), assignment_of(article), reverse("admin:note_resolve", args=[note.pk])):
        assert desk.post(address, {"text": "A note"}).status_code == 404


def test_the_form_shows_open_notes_first_and_folds_the_resolved(desk):
    article = make_article()
    person = make_user("editor", first_name="Samira", last_name="<Haddad>")
    resolve(write_note(article, person, "عولجت هذه"), person)
    write_note(article, person, "سطر <أول>\nسطر ثان", "ar")
    write_note(article, person, "The picture?")
    answer = desk.get(form_address(article))
    html = answer.content.decode()
    assert '<a href="#notes">2 open notes</a>' in html
    assert '<p class="note__text" dir="auto">سطر &lt;أول&gt;<br>سطر ثان</p>' in html
    assert "<bdi>Samira &lt;Haddad&gt;</bdi>" in html
    opened, _fold, resolved = html[html.index('id="notes"') :].partition("<details")
    assert (opened.count('class="note"'), resolved.count('class="note"')) == (2, 1)
    assert "1 resolved note" in resolved
    assert "عولجت هذه" in resolved
    assert "Resolved by <bdi>Samira &lt;Haddad&gt;</bdi>" in resolved
    # Outside the form of the words.
    assert html.index('id="notes"') > html.index('name="_save"')


def test_an_answer_from_outside_is_marked_as_such(desk):
    article = make_article()
    Note.objects.create(
        document=article, language_code="ar", guest_name="سميرة", verdict="changes", text="طويل"
    )
    assert "سميرة from outside the desk Arabic Asked for changes" in plain(desk.get(form_address(article)))


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", ["الملاحظات", "ملاحظات على هذه المادة", "ملاحظة جديدة", "تخص اللغتين معًا.", "إضافة الملاحظة", "العودة إلى النص"]),
     ("en", ["Notes", "Notes on this document", "New note", "It is about both languages.", "Leave the note",
             "Back to the text"])],
)  # fmt: skip
def test_the_page_of_notes_in_both_languages(language, words):
    desk, article = desk_of("author", interface_language=language), make_article()
    answer = desk.get(page_of(article))
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in answer.content.decode()
    for word in words:
        assert word in plain(answer)


# ---- Assignment


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("author", False),
        ("translator", False),
        ("editor", True),
        ("publisher", True),
        ("administrator", True),
    ],
)
def test_who_says_who_works_on_a_text(role, may):
    article, desk = make_article(), desk_of(role)
    assert desk.get(assignment_of(article, "en")).status_code == (200 if may else 403)
    sent = {"assignee": str(chief().pk), "due_on": "2026-03-05"}
    answer = desk.post(assignment_of(article, "en"), sent)
    assert answer.status_code == (302 if may else 403)
    kept = {(row.language_code, row.assignee.username, row.due_on) for row in Assignment.objects.all()}
    assert kept == ({("en", "chief", date(2026, 3, 5))} if may else set())
    assert (assignment_of(article) in desk.get(form_address(article)).content.decode()) is may
    if may:
        assert answer.url == form_address(article, "en")


def test_an_author_says_who_works_on_their_own(author, editor):
    article, desk = make_article(by=author), signed_in(author)
    assert desk.post(assignment_of(article), {"assignee": str(editor.pk)}).status_code == 302
    assert Assignment.objects.get().assignee == editor


def test_the_choice_holds_those_who_may_work_on_the_text(desk, publisher, translator, author):
    article = make_article(by=author)
    names = {
        language: [name for _key, name in desk.get(assignment_of(article, language)).context["form"].fields["assignee"].choices]
        for language in ("ar", "en")
    }  # fmt: skip
    assert names == {
        "ar": ["Nobody", "author", "publisher"],
        "en": ["Nobody", "author", "publisher", "translator"],
    }


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [({"assignee": "translator"}, "assignee", "Select a valid choice. That choice is not one of the available choices."),
     ({"assignee": "99999999999999999999"}, "assignee",
      "Select a valid choice. That choice is not one of the available choices."),
     ({"due_on": "soon"}, "due_on", "Enter a valid date.")],
)  # fmt: skip
def test_what_cannot_be_assigned_is_said_beside_what_was_typed(desk, translator, typed, field, said):
    article = make_article()
    typed = {name: str(translator.pk) if value == "translator" else value for name, value in typed.items()}
    answer = desk.post(assignment_of(article), typed)
    assert answer.status_code == 200
    assert answer.context["form"].errors == {field: [said]}
    assert (Assignment.objects.count(), Act.objects.filter(name="assign").count()) == (0, 0)


def test_the_form_says_who_works_on_the_text_and_by_when(desk, translator):
    article = make_article()
    form = form_address(article, "en")
    assert "Assigned to nobody Change who works on it No open notes" in plain(desk.get(form))
    assign(article, "en", chief(), translator, timezone.localdate() + timedelta(days=400))
    text = plain(desk.get(form))
    assert "Assigned to translator Change who works on it Due on" in text
    assert "Overdue" not in text
    assign(article, "en", chief(), translator, date(2024, 3, 5))
    assert "Due on 5 March 2024 Overdue" in plain(desk.get(form))
    assert "Assigned to nobody" in plain(desk.get(form_address(article)))


def test_the_form_says_so_in_arabic(translator):
    article = make_article()
    assign(article, "en", chief(), translator, date(2024, 3, 5))
    write_note(article, chief(), "أولى")
    write_note(article, chief(), "ثانية")
    text = plain(desk_of("editor").get(form_address(article, "en")))
    assert "المكلَّف: translator تغيير المكلَّف موعد الإنجاز: 5 مارس 2024 تجاوز موعده ملاحظتان مفتوحتان" in text


def test_saving_the_words_leaves_the_assignment_and_the_notes(desk, translator):
    page = make_page()
    assign(page, "ar", chief(), chief(), date(2026, 3, 5))
    write_note(page, chief(), "ملاحظة")
    press(desk, form_address(page), "_continue", title="عنوان آخر")
    assert (Assignment.objects.get().assignee, len(rows())) == (chief(), 1)
    assert Document.objects.get(pk=page.pk).working_copy("ar").title == "عنوان آخر"


# ---- What a reviewer said


@pytest.fixture
def returned(author, editor):
    """An article that the editor returned with a note."""
    article = make_article(by=author)
    workflow.submit(article, "ar", author)
    workflow.request_changes(article, "ar", editor, "العنوان <طويل>")
    return article


@pytest.mark.parametrize(
    ("language", "said"),
    [("ar", "أعاد {} هذا النص لتعديله:"), ("en", "{} returned this text to be changed:")],
)
def test_a_returned_text_shows_its_writer_what_to_change(returned, author, language, said):
    author.interface_language = language
    author.save()
    html = signed_in(author).get(form_address(returned)).content.decode()
    assert said.format("<bdi>editor</bdi>") in html
    assert '<p class="returned__note" dir="auto">العنوان &lt;طويل&gt;</p>' in html
    # Above the words.
    assert html.index('class="returned"') < html.index('id="id_title"')


def test_the_note_is_that_of_the_last_return_and_of_this_text(returned, author, editor):
    desk = signed_in(author)
    assert 'class="returned"' not in desk.get(form_address(returned, "en")).content.decode()
    press(desk, form_address(returned), "_submit_for_review", title="عنوان")
    assert 'class="returned"' not in desk.get(form_address(returned)).content.decode()
    workflow.request_changes(returned, "ar", editor, "والمتن أيضًا")
    html = desk.get(form_address(returned)).content.decode()
    assert ("والمتن أيضًا" in html, "العنوان &lt;طويل&gt;" in html) == (True, False)


# ---- Queries


def test_the_form_asks_as_often_for_three_notes_as_for_one(desk):
    article = make_article()

    def asked():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(form_address(article)).status_code == 200
        return [query["sql"] for query in captured]

    asked()
    resolve(write_note(article, chief(), "أولى"), chief())
    write_note(article, chief(), "ثانية")
    one = asked()
    for number in range(3):
        person = make_user("editor", f"person{number}")
        resolve(write_note(article, person, "ملاحظة"), person)
        write_note(article, person, "ملاحظة")
    assert len(asked()) == len(one)
    own = [
        sql
        for sql in one
        if sql.startswith('SELECT "publishing_note".') or 'FROM "publishing_assignment"' in sql
    ]
    assert len(own) == 2


def test_the_pages_ask_as_often_for_three_as_for_one(desk, django_assert_num_queries):
    article = make_article()

    def ask(notes_queries, assignment_queries):
        with django_assert_num_queries(notes_queries):
            desk.get(page_of(article))
        with django_assert_num_queries(assignment_queries):
            desk.get(assignment_of(article))

    write_note(article, chief(), "أولى")
    ask(7, 11)
    for number in range(3):
        write_note(article, make_user("editor", f"person{number}"), "ملاحظة")
    ask(7, 11)
