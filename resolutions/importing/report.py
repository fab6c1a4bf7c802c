"""What an import does, or would do, row by row: to be shown, and to be compared with what was shown before."""

from dataclasses import dataclass, field
from hashlib import blake2b

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing.refusals import WorkflowError


class What(models.TextChoices):
    """What becomes of a row."""

    NEW = "new", pgettext_lazy("a row of an import", "New")
    CHANGED = "changed", pgettext_lazy("a row of an import", "Changed")
    UNCHANGED = "unchanged", pgettext_lazy("a row of an import", "Unchanged")
    REFUSED = "refused", _("Cannot be imported")


@dataclass
class Row:
    """A row of the file: its number, and the text of each column that it has; what becomes of it as it is taken.

    ``changes`` are (name of the column, before, after), ``errors`` (name of the column or "", sentence)."""

    number: int
    cells: dict
    what: What = What.UNCHANGED
    changes: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    #: What the row is about: the reference, the title, and the language of the title.
    reference: str = ""
    title: str = ""
    language: str = ""
    #: Whether it changes facts of a text that readers see now.
    is_seen: bool = False

    def is_about(self, resolution):
        self.reference = resolution.reference or ""
        self.title, self.language = resolution.title_for()

    def refuse(self, name, sentence):
        """Note that the row cannot be taken because of the column ``name`` ("" for the whole row)."""
        self.errors.append((name, str(sentence)))

    def read(self, name, reader, otherwise):
        """What ``reader`` makes of the cell; ``otherwise`` where there is no such column, and where it refuses."""
        if name not in self.cells:
            return otherwise
        try:
            return reader(self.cells[name])
        except WorkflowError as error:
            self.refuse(name, error)
            return otherwise

    def change(self, name, before, after):
        """Note a change, if it is one; None is shown as nothing. Returns whether it is one."""
        before, after = ("" if value is None else str(value) for value in (before, after))
        if before != after:
            self.changes.append((name, before, after))
        return before != after


@dataclass
class Report:
    """Every row in the order of the file, the columns that were ignored, and whether it was done."""

    rows: list
    ignored: list
    is_done: bool = False

    @property
    def is_refused(self):
        return any(row.errors for row in self.rows)

    @property
    def written(self):
        """How many rows bring something."""
        return self.count(What.NEW) + self.count(What.CHANGED)

    @property
    def seen(self):
        """How many rows change facts of texts that readers see."""
        return sum(row.is_seen for row in self.rows)

    def count(self, what):
        return sum(row.what == what for row in self.rows)

    @property
    def digest(self):
        """The same for two reports that would change the same things."""
        told = repr([(row.number, row.what.value, row.changes) for row in self.rows])
        return blake2b(told.encode(), digest_size=16).hexdigest()
