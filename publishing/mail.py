"""The mails of the desk: each in its recipient's language, as HTML and as plain text.

They go out when the transaction is done. A mail server that does not answer undoes no act and breaks no page: it is logged.
"""

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from publishing import dates
from publishing.desk_addresses import form_address
from publishing.languages import NAMES, direction
from publishing.lists import isolated
from publishing.models import Note
from publishing.site import site_settings

log = logging.getLogger(__name__)

#: For mails that are written where SITE_ADDRESS is not set: where `make run` and runserver serve.
OWN_MACHINE = "http://localhost:8000"

#: By User.Notice: the subject, what happened, and why the mail comes to this person.
WORDS = {
    "submitted": (
        _("For review: “{title}”"),
        _("{name} submitted this text for review."),
        _("You get this mail because you review texts in this language."),
    ),
    "returned": (
        _("Returned to you: “{title}”"),
        _("{name} asks you to change this text."),
        _("You get this mail because you wrote this text last."),
    ),
    "published": (
        _("Published: “{title}”"),
        _("{name} published this text; readers see it now."),
        _("You get this mail because you wrote this text or made the document."),
    ),
    "assigned": (
        _("Assigned to you: “{title}”"),
        _("{name} assigned this text to you."),
        _("You get this mail because the text is assigned to you."),
    ),
    "noted": (
        _("A note on “{title}”"),
        _("{name} left a note on this document."),
        _("You get this mail because you work on this document or wrote a note on it."),
    ),
    "seen_outside": (
        _("An answer about “{title}”"),
        _("{name} answered the preview that you sent."),
        _("You get this mail because you made the link to this preview."),
    ),
}


@dataclass(frozen=True)
class News:
    """What happened: the kind of notice (a User.Notice value), to which document and language ("" for the whole), by
    whom (a user, or the name of a guest), and what was said."""

    notice: str
    document: object
    language: str
    by: object
    note: str = ""
    due_on: object = None
    verdict: str = ""


_is_quiet = ContextVar("telling_nobody", default=False)


@contextmanager
def quiet():
    """Within this block acts tell nobody: for what brings many texts in at once."""
    token = _is_quiet.set(True)
    try:
        yield
    finally:
        _is_quiet.reset(token)


def send_when_done(people, news):
    """Send ``news`` to ``people`` (users) when the transaction has succeeded."""
    if people and not _is_quiet.get():
        transaction.on_commit(partial(_send, people, news))


def site_root():
    """Scheme and host without a slash at the end: a mail has no request that would know them."""
    return settings.SITE_ADDRESS or OWN_MACHINE


def letter(person, news):
    """The mail to ``person`` (a user) about ``news``, in their language."""
    with override(person.interface_language):
        context = _context(person.interface_language, news)
        # One line, whatever is in a title.
        subject = " ".join(context["subject"].split())
        mail = EmailMultiAlternatives(
            subject,
            render_to_string("mail/notice.txt", context),
            to=[person.email],
            headers={"Auto-Submitted": "auto-generated", "Content-Language": person.interface_language},
        )
        mail.attach_alternative(render_to_string("mail/notice.html", context), "text/html")
        return mail


def _send(people, news):
    """Send the mails over one connection. Whatever goes wrong is logged: the act is done."""
    try:
        prefetch_related_objects([news.document], "translations")
        with get_connection(timeout=settings.EMAIL_TIMEOUT or 10) as connection:
            for person in people:
                _send_one(person, news, connection)
    except Exception:
        log.exception("No mail went out about document %s: %s.", news.document.pk, news.notice)


def _send_one(person, news, connection):
    try:
        connection.send_messages([letter(person, news)])
    except Exception:
        log.exception("The mail to user %s about document %s failed.", person.pk, news.document.pk)


def _context(language, news):
    subject, happened, reason = WORDS[news.notice]
    title, title_language = news.document.title_for(news.language)
    anchor = "#notes" if news.notice in ("noted", "seen_outside") else ""
    return {
        "language": language,
        "direction": direction(language),
        "site_name": site_settings().name,
        "subject": str(subject).format(title=isolated(title)),
        "happened": str(happened).format(name=isolated(news.by)),
        "happened_html": format_html(str(happened), name=format_html("<bdi>{}</bdi>", news.by)),
        "title": title,
        "title_language": title_language,
        "title_direction": direction(title_language),
        "text_language": NAMES.get(news.language, ""),
        "due_on": news.due_on and dates.shown(news.due_on, "DATE_FORMAT"),
        "verdict": Note.Verdict(news.verdict).label if news.verdict else "",
        "note": news.note,
        "reason": reason,
        "link": f"{site_root()}{form_address(news.document, news.language)}{anchor}",
        "settings_link": f"{site_root()}{reverse('admin:my_settings')}",
    }
