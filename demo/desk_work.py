"""What goes on at the demo's desk: who works on what, what they say to each other, and what is to go out together."""

from datetime import timedelta

from django.utils import timezone

from demo.content.desk_work import ASSIGNMENTS, NOTES, RELEASE, SHARED
from publishing.assignments import assign
from publishing.models import Note, Release
from publishing.notes import guest_note, resolve, write_note
from publishing.releases import add_text
from publishing.sharing import share


def make_desk_work(forum):
    """Assignments, notes, a release that is being prepared, and a preview that was sent and answered."""
    for key, language, assignee, days, by in ASSIGNMENTS:
        due_on = timezone.localdate() + timedelta(days=days)
        assign(forum.documents[key], language, forum.users[by], forum.users[assignee], due_on)
    for key, language, by, text, resolved_by in NOTES:
        note = write_note(forum.documents[key], forum.users[by], text, language)
        if resolved_by:
            resolve(note, forum.users[resolved_by])
    _prepare_release(forum)
    _share(forum)


def _prepare_release(forum):
    name, note, texts = RELEASE
    release = Release.objects.create(name=name, note=note, created_by=forum.users["editor"])
    for key, language in texts:
        add_text(release, forum.documents[key], language, forum.users["editor"])


def _share(forum):
    key, language, by, name, days, guest, answer = SHARED
    link, _token = share(
        forum.documents[key], language, forum.users[by], name, days=days, is_answer_asked=True
    )
    guest_note(link, guest, answer, Note.Verdict.CHANGES)
