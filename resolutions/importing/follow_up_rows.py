"""The sheets of milestones and of updates: rows that belong to a decision or recommendation."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from media_library.admin_choices import is_key
from publishing.dates import OUR_TIMES
from publishing.languages import LANGUAGES
from publishing.log import record
from publishing.models import Act, PublicText
from publishing.permissions import may_change_facts
from publishing.refusals import WorkflowError
from publishing.text import normalise
from resolutions.followup import record_status_update
from resolutions.importing import values
from resolutions.importing.finding import resolution_at
from resolutions.importing.report import What
from resolutions.importing.sheets import MILESTONES, UPDATES
from resolutions.models import Milestone, Status, StatusUpdate

TITLES = ("title_ar", "title_en")


def _resolution_of(row):
    """The Resolution that the Row belongs to, or None, which is noted."""
    resolution = row.read("reference", resolution_at, None)
    if resolution:
        row.is_about(resolution)
    return resolution


def _is_seen(resolution):
    return PublicText.objects.filter(document_id=resolution.pk).exists()


class MilestoneRows:
    """Takes one row after the other for the person ``by``."""

    facts = ("milestone_kind", "due_on", "done_on", "source_url")

    def __init__(self, by, note):
        self.by = by

    def in_order(self, rows):
        return rows

    def take(self, row):
        resolution = _resolution_of(row)
        wanted = self._read(row)
        milestone = resolution and self._found(row, resolution, wanted)
        if milestone is None:
            return
        act = "change" if milestone.pk else "add"
        row.what = What.UNCHANGED if milestone.pk else What.NEW
        changed = [
            name for name, value in wanted.items() if row.change(name, *self._shown(milestone, name, value))
        ]
        if not changed:
            return
        if not (may_change_facts(self.by, resolution) and self.by.has_perm(f"resolutions.{act}_milestone")):
            row.refuse("", _("You may not change the facts of this document."))
        for name in changed:
            setattr(milestone, name, wanted[name])
        self._save(row, milestone)
        row.what = What.CHANGED if act == "change" else What.NEW
        row.is_seen = _is_seen(resolution)
        record(Act.Name.CHANGE_FACTS, resolution, by=self.by, note="milestone")

    def _read(self, row):
        """What the row says, by column."""
        readers = {
            **{
                f"title_{code}": lambda text, code=code: " ".join(normalise(text, code).split())
                for code in LANGUAGES
            },
            "milestone_kind": self._kind,
            "due_on": values.day,
            "done_on": values.day,
            "source_url": str,
        }
        said = {name: row.read(name, readers[name], None) for name in readers if name in row.cells}
        refused = {name for name, _sentence in row.errors}
        return {name: value for name, value in said.items() if name not in refused}

    @staticmethod
    def _kind(text):
        kinds = Milestone.MilestoneKind
        return values.choice(text, kinds.choices) if text else kinds.STEP.value

    def _found(self, row, resolution, wanted):
        """The milestone with the number or the title of the row, or a new one."""
        own = resolution.milestones.all()
        if number := values.bare(row.cells.get("id", "")):
            found = own.filter(pk=number).first() if is_key(number) else None
            if found is None:
                row.refuse(
                    "id", _("It has no milestone of this number. Leave the cell empty, or correct it.")
                )
            return found
        titles = {name: wanted[name] for name in TITLES if wanted.get(name)}
        found = [one for one in own if any(getattr(one, name) == title for name, title in titles.items())]
        if len(found) > 1:
            row.refuse(
                next(iter(titles)),
                _("Several milestones have this title. Write the number of the one that is meant."),
            )
            return None
        return found[0] if found else Milestone(resolution=resolution)

    def _shown(self, milestone, name, value):
        """What stands in the column before and after, as it is shown."""
        before = getattr(milestone, name) if milestone.pk else None
        if name == "milestone_kind":
            label = dict(Milestone.MilestoneKind.choices)
            return before and label[before], value and label[value]
        return before, value

    def _save(self, row, milestone):
        empty = [name for name in TITLES if not getattr(milestone, name)]
        for name in empty:
            row.refuse(name, _("A milestone needs its title in both languages."))
        try:
            milestone.full_clean(exclude=["title", *empty])
        except ValidationError as error:
            for name, sentences in error.message_dict.items():
                row.refuse(name if name in {column.name for column in MILESTONES} else "", sentences[0])
        if not row.errors:
            milestone.save()


class UpdateRows:
    """Takes one row after the other for the person ``by``, the earliest day first."""

    def __init__(self, by, note):
        self.by = by

    def in_order(self, rows):
        return sorted(rows, key=self._day)

    @staticmethod
    def _day(row):
        try:
            return values.day(row.cells["noted_on"]) or OUR_TIMES[0]
        except WorkflowError:
            return OUR_TIMES[0]

    def take(self, row):
        resolution = _resolution_of(row)
        said = {
            "noted_on": row.read("noted_on", self._day_of_update, None),
            "to_status": row.read("to_status", lambda text: values.choice(text, Status.choices), None),
            **{f"note_{code}": normalise(row.cells.get(f"note_{code}", ""), code) for code in LANGUAGES},
            "evidence_url": row.cells.get("evidence_url", ""),
            "superseded_by": row.read(
                "superseded_by", lambda text: resolution_at(text) if text else None, None
            ),
        }
        if row.errors or self._is_recorded(resolution, said):
            return
        before = {"to_status": resolution.get_status_display()}
        try:
            record_status_update(resolution, self.by, **said)
        except WorkflowError as error:
            row.refuse(error.field if error.field in {column.name for column in UPDATES} else "", error)
            return
        row.what, row.is_seen = What.NEW, _is_seen(resolution)
        successor = said["superseded_by"]
        after = said | {
            "to_status": Status(said["to_status"]).label,
            "superseded_by": successor and successor.reference,
        }
        for name, value in after.items():
            row.change(name, before.get(name), value)

    @staticmethod
    def _day_of_update(text):
        if not text:
            raise WorkflowError(_("Write the day from which the status holds."))
        return values.day(text)

    def _is_recorded(self, resolution, said):
        """Whether this was recorded before: the same day, status and notes."""
        same = {name: said[name] for name in ("noted_on", "to_status", "note_ar", "note_en")}
        return StatusUpdate.objects.filter(resolution=resolution, **same).exists()
