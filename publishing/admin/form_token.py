"""What the form of a document was opened with, signed and sent along with it: which text, and which facts."""

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from django.core import signing
from django.db.models import Model, QuerySet

#: The name of the hidden input.
FORM_TOKEN = "form_token"  # noqa: S105  (a name, no secret)
_SALT = "publishing.form"


@dataclass(frozen=True)
class FormToken:
    """A form as it was shown: to whom (their key), at which path, of which document (its key; None while it is added)
    and language."""

    person: int
    path: str
    document: int | None
    language: str
    #: The Revision that the words were taken from; None where there was none.
    began: int | None = None
    #: After a conflict: the one that they were first taken from.
    base: int | None = None
    #: {name of a fact: its value, as ``plain`` gives it}.
    facts: dict = field(default_factory=dict)

    def signed(self):
        """As it is sent."""
        return signing.dumps(asdict(self), salt=_SALT, compress=True)


def read_token(posted, max_age=None):
    """What was posted in; its FormToken out, None where it is missing, forged or older than ``max_age`` (a timedelta)."""
    try:
        return FormToken(**signing.loads(posted.get(FORM_TOKEN) or "", salt=_SALT, max_age=max_age))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def plain(value):
    """The value of a fact in; the same as JSON can hold it out, equal where two values are the same to a person."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, list | tuple | set | QuerySet):
        return sorted((plain(part) for part in value), key=str)
    if isinstance(value, datetime):
        # An input shows no fractions of a second.
        try:
            return value.astimezone(UTC).replace(microsecond=0).isoformat()
        except OverflowError:
            # A typing slip such as the year 1; the form's own checks say so.
            return value.isoformat()
    if value is None or value == "":
        return None
    if isinstance(value, bool | int):
        return value
    return str(value).replace("\r\n", "\n")
