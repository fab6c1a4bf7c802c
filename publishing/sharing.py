"""Links that show a working copy to somebody without an account: made, revoked, and found again by their token.

The token is the key of the ShareLink, signed; until when it works, and for what, is in the row.
"""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from publishing.log import record
from publishing.models import Act, ShareLink
from publishing.permissions import Task, may
from publishing.refusals import WorkflowError, database_refusals
from publishing.text import normalise
from publishing.workflow import lock
from publishing.working_copy import latest_revision

LONGEST = 30
NAME_LENGTH = 120
#: Changed, it makes every link that was ever sent stop working.
_SALT = "publishing.sharing"


def may_share(user, document, language):
    """Whether ``user`` may show the text of ``document`` in ``language`` to somebody outside: who may work on it."""
    return any(may(user, task, document, language) for task in (Task.WRITE, Task.REVIEW, Task.PUBLISH))


def share(document, language, by, name, days, is_answer_asked=False):
    """Make a link for ``name`` that works for ``days`` (1 to 30). Returns (the ShareLink, its token).

    Raises WorkflowError, in which case nothing has been written.
    """
    _require(by, document, language)
    name = plain_line(name)
    if not name:
        raise WorkflowError(_("Say whom the link is for."), "name")
    if len(name) > NAME_LENGTH:
        raise WorkflowError(_("This is longer than %(limit)s characters.") % {"limit": NAME_LENGTH}, "name")
    if not 1 <= days <= LONGEST:
        raise WorkflowError(_("A link works for 1 to %(days)s days.") % {"days": LONGEST}, "days")
    with database_refusals(), transaction.atomic():
        locked = lock(document)
        revision = latest_revision(locked, language)
        if revision is None:
            raise WorkflowError(_("There is no text in this language yet; write and save one first."))
        link = ShareLink.objects.create(
            document=locked,
            language_code=language,
            name=name,
            is_answer_asked=is_answer_asked,
            created_by=by,
            expires_at=timezone.now() + timedelta(days=days),
        )
        record(Act.Name.SHARE, locked, language, by, revision, name)
    return link, token_of(link)


def revoke(link, by):
    """Make ``link`` stop working at once. One that was revoked before stays as it was."""
    _require(by, link.document, link.language_code)
    with database_refusals(), transaction.atomic():
        locked = lock(link.document)
        if ShareLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now()):
            record(
                Act.Name.REVOKE_SHARE,
                locked,
                link.language_code,
                by,
                latest_revision(locked, link.language_code),
                link.name,
            )


def token_of(link):
    """What stands in the address of ``link``."""
    return _signer().sign(str(link.pk))


def find(token):
    """The ShareLink with this token, if it works: neither forged nor expired nor revoked, its document not in the bin."""
    try:
        key = _signer().unsign(token)
    except signing.BadSignature:
        return None
    links = ShareLink.objects.working().filter(document__binned_at__isnull=True)
    return links.select_related("created_by").filter(pk=key).first()


def plain_line(text):
    """What somebody typed into one line in; the same without controls and needless spaces out, "" if nothing shows."""
    line = " ".join(normalise(text, get_language()).split())
    return line if any(letter.isprintable() and not letter.isspace() for letter in line) else ""


def _signer():
    return signing.Signer(salt=_SALT, sep=".")


def _require(by, document, language):
    if not may_share(by, document, language):
        raise WorkflowError(_("You may not show this text to anybody outside."))
