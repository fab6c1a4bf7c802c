"""Telling people of the desk what happened to a text: by mail, once the transaction is done (publishing/mail.py).

Nobody is told of what they did themselves, nor of a document that they may not open.
"""

from publishing.colleagues import colleagues
from publishing.languages import LANGUAGES
from publishing.mail import News, send_when_done
from publishing.models import Note
from publishing.permissions import Task, may, may_open
from publishing.working_copy import latest_revision


def submitted(document, language, by, note=""):
    """A text waits for review: the assignee is told if they may review it, else everybody who may."""
    staff = colleagues()
    reviewers = {person.pk for person in staff if may(person, Task.REVIEW, document, language)} - {by.pk}
    assignees = set(_assignees(document, language)) & reviewers
    _tell(assignees or reviewers, News("submitted", document, language, by, note), staff)


def returned(document, language, by, note, revision):
    """A reviewer returned ``revision``: its writer is told."""
    _tell({revision.created_by_id}, News("returned", document, language, by, note))


def published(document, language, by, note, revision):
    """Somebody published ``revision``: who wrote it and who made the document are told."""
    writers = {revision.created_by_id, document.created_by_id}
    _tell(writers, News("published", document, language, by, note))


def assigned(assignment, by):
    """``by`` gave a text to the assignee of ``assignment`` (an Assignment)."""
    news = News("assigned", assignment.document, assignment.language_code, by, due_on=assignment.due_on)
    _tell({assignment.assignee_id}, news)


def noted(note):
    """Somebody left ``note`` (a Note): everybody who works on the document is told, and of an answer to a shared
    preview whoever sent it."""
    document, sender = note.document, note.share_link and note.share_link.created_by_id
    told = {"document": document, "language": note.language_code, "by": note.author, "note": note.text}
    if sender:
        _tell({sender}, News("seen_outside", **told, verdict=note.verdict))
    _tell(_involved(document) - {sender}, News("noted", **told, verdict=note.verdict))


def _involved(document):
    """The keys of the people who work or worked on ``document``: its maker, the last writer of each language, the
    assignees, and whoever wrote a note."""
    latest = [latest_revision(document, language) for language in LANGUAGES]
    return {
        document.created_by_id,
        *(revision.created_by_id for revision in latest if revision),
        *_assignees(document),
        *Note.objects.filter(document_id=document.pk).values_list("written_by", flat=True),
    }


def _assignees(document, *languages):
    rows = document.assignments.filter(language_code__in=languages or LANGUAGES)
    return rows.values_list("assignee", flat=True)


def _tell(people, news, staff=None):
    """Send ``news`` to those of ``people`` (keys; None is nobody) who are to get it; ``staff`` are all colleagues()."""
    people = people - {None, getattr(news.by, "pk", None)}
    if not people:
        return
    told = [
        colleague.user
        for colleague in staff or colleagues()
        if colleague.pk in people
        and may_open(colleague, news.document)
        and colleague.user.email
        and news.notice not in colleague.user.unwanted_mail
    ]
    send_when_done(told, news)
