"""Notes between people of the desk, and what guests answer to a preview: the acts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from publishing import notes
from publishing.models import Act, Document, Note, ShareLink
from publishing.notes import guest_note, reopen, resolve, write_note
from publishing.workflow import WorkflowError
from tests.factories import chief, make_article
from tests.personas import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

NOTE_ACTS = (Act.Name.NOTE, Act.Name.RESOLVE_NOTE, Act.Name.REOPEN_NOTE)
ROLES = ("author", "translator", "editor", "publisher", "administrator")


def kept():
    return [
        (str(note.author), note.language_code, note.text, note.verdict, bool(note.resolved_at))
        for note in Note.objects.order_by("pk")
    ]


def acts():
    found = Act.objects.filter(name__in=NOTE_ACTS).order_by("pk")
    return [(act.name, act.by and act.by.username, act.language_code, act.note) for act in found]


def refused(message, field, act, *given):
    """``act`` is refused with these words, and leaves nothing."""
    before = kept(), acts()
    with pytest.raises(WorkflowError) as caught:
        act(*given)
    assert (str(caught.value), caught.value.field) == (message, field)
    assert (kept(), acts()) == before


# ---- Between people of the desk


@pytest.mark.parametrize("role", ROLES)
def test_everybody_of_the_desk_writes_on_every_document(role):
    person, article = make_user(role), make_article()
    write_note(article, person, "من قال هذا؟", "ar")
    write_note(article, person, "A picture?")
    assert kept() == [(role, "ar", "من قال هذا؟", "", False), (role, "", "A picture?", "", False)]
    assert acts() == [("note", role, "ar", "من قال هذا؟"), ("note", role, "", "A picture?")]


def test_nobody_else_does(editor):
    article = make_article()
    outside, gone = make_user("editor", "outside"), make_user("editor", "gone", is_active=False)
    outside.is_staff = False
    ungrouped = make_user("editor", "ungrouped")
    ungrouped.groups.clear()
    note = write_note(article, editor, "Who said so?")
    message = "You may not read or write notes on this document."
    for person in (outside, gone, ungrouped, None):
        refused(message, "", write_note, article, person, "A note")
        refused(message, "", resolve, note, person)
        refused(message, "", reopen, note, person)


def test_a_note_is_kept_as_texts_are(editor):
    write_note(make_article(), editor, "  سطر\r\nﻣﺎ ی\u202e  ", "ar")
    assert kept()[0][2] == "سطر\nما ي"


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200f\u200e", None])
def test_an_empty_note_is_none(editor, text):
    refused("Write something in the note first.", "text", write_note, make_article(), editor, text)


def test_a_note_that_is_too_long_is_refused_and_not_cut(editor):
    article = make_article()
    refused("This is longer than 2000 characters.", "text", write_note, article, editor, "ن" * 2001)
    write_note(article, editor, "ن" * 2000)
    assert [len(row[2]) for row in kept()] == [2000]
    assert [len(row[3]) for row in acts()] == [300]


def test_a_note_is_resolved_and_opened_again(editor, author):
    note = write_note(make_article(), editor, "Who said so?", "en")
    resolve(note, author)
    note.refresh_from_db()
    assert (note.resolved_by, bool(note.resolved_at)) == (author, True)
    resolve(note, editor)
    note.refresh_from_db()
    assert note.resolved_by == author
    reopen(note, editor)
    reopen(note, author)
    note.refresh_from_db()
    assert (note.resolved_by, note.resolved_at) == (None, None)
    assert acts() == [
        ("note", "editor", "en", "Who said so?"),
        ("resolve_note", "author", "en", "Who said so?"),
        ("reopen_note", "editor", "en", "Who said so?"),
    ]


def test_nothing_is_written_on_what_is_in_the_bin(editor):
    article = make_article()
    note = write_note(article, editor, "Who said so?")
    Document.objects.filter(pk=article.pk).update(binned_at=timezone.now())
    message = "This document is in the bin; take it back first."
    refused(message, "", write_note, article, editor, "Another")
    refused(message, "", resolve, note, editor)
    refused(message, "", guest_note, a_link(article), "Samira", "Well", "approved")


# ---- From outside


def a_link(article=None, **fields):
    defaults = {
        "document": article or make_article(), "language_code": "ar", "name": "اللجنة", "is_answer_asked": True,
        "created_by": chief(), "expires_at": timezone.now() + timedelta(days=1),
    }  # fmt: skip
    return ShareLink.objects.create(**(defaults | fields))


def test_a_guest_answers_with_a_name_a_verdict_and_a_text():
    link = a_link()
    guest_note(link, "  سميرة\n  حداد ", "الفقرة الثانية طويلة.", "changes")
    guest_note(link, "Yusuf", "", "approved")
    note = guest_note(link, "Yusuf", "One more thing.", "")
    assert (note.share_link, note.written_by) == (link, None)
    assert kept() == [
        ("سميرة حداد", "ar", "الفقرة الثانية طويلة.", "changes", False),
        ("Yusuf", "ar", "", "approved", False),
        ("Yusuf", "ar", "One more thing.", "", False),
    ]
    assert acts() == [
        ("note", None, "ar", "سميرة حداد: Asked for changes: الفقرة الثانية طويلة."),
        ("note", None, "ar", "Yusuf: Approved"),
        ("note", None, "ar", "Yusuf: One more thing."),
    ]


@pytest.mark.parametrize(
    ("name", "text", "verdict", "message", "field"),
    [
        ("", "Well", "approved", "Say who you are, please.", "name"),
        (" \u200f", "Well", "approved", "Say who you are, please.", "name"),
        ("S" * 121, "Well", "approved", "This is longer than 120 characters.", "name"),
        ("Samira", "W" * 2001, "approved", "This is longer than 2000 characters.", "text"),
        ("Samira", " ", "changes", "Say what should change.", "text"),
        ("Samira", "", "", "Write something in the note first.", "text"),
        ("Samira", "Well", "published", "Choose one of the answers.", "verdict"),
        ("Samira", "Well", None, "Choose one of the answers.", "verdict"),
    ],
)
def test_what_a_guest_cannot_answer(name, text, verdict, message, field):
    refused(message, field, guest_note, a_link(), name, text, verdict)


@pytest.mark.parametrize(
    "fields",
    [{"is_answer_asked": False}, {"revoked_at": timezone.now()}, {"expires_at": timezone.now()}],
    ids=["asks for none", "revoked", "expired"],
)
def test_a_link_that_takes_no_answers(fields):
    message = "This link takes no answers any more."
    refused(message, "", guest_note, a_link(**fields), "Samira", "Well", "approved")


def test_a_link_takes_so_many_answers_and_no_more(monkeypatch):
    monkeypatch.setattr(notes, "MOST_ANSWERS", 2)
    link, another = a_link(), a_link()
    for _number in range(2):
        guest_note(link, "Samira", "Well", "approved")
    message = "This link has had as many answers as it takes."
    refused(message, "", guest_note, link, "Samira", "Well", "approved")
    guest_note(another, "Samira", "Well", "approved")
    assert len(kept()) == 3
