"""The sheet of decisions and recommendations: facts into their columns, words into the working copy, nothing to the public."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from people.models import Organisation
from publishing import workflow
from publishing.dates import digits
from publishing.languages import LANGUAGES, NAMES, other
from publishing.lists import isolated
from publishing.log import record
from publishing.models import Act, Kind, PublicText, Topic
from publishing.permissions import may_change_facts, may_with_kind
from publishing.refusals import WorkflowError
from publishing.text import normalise
from publishing.working_copy import latest_revision
from resolutions.importing import values
from resolutions.importing.finding import Names, event_with, resolution_at
from resolutions.importing.report import What
from resolutions.models import Resolution, Status
from resolutions.numbering import assign_reference

KINDS = [(kind.value, kind.label) for kind in (Kind.DECISION, Kind.RECOMMENDATION)]
WORDS = ("title", "slug", "summary", "body")
RELATIONS = ("responsible", "topics")


class ResolutionRows:
    """Takes one row after the other for the person ``by``; ``note`` is kept with the texts."""

    def __init__(self, by, note):
        self.by, self.note = by, note
        self.names = {
            "responsible": Names(
                Organisation.objects.all(),
                _(
                    "There is no organisation “%(name)s” on the site. Correct the name, or add the organisation first."
                ),
            ),
            "topics": Names(
                Topic.objects.all(),
                _("There is no topic “%(name)s” on the site. Correct the name, or add the topic first."),
            ),
        }
        self.seen = {}

    def in_order(self, rows):
        return rows

    def take(self, row):
        """Do what the Row says; what cannot be done is in its ``errors``."""
        resolution = self._found(row) if row.cells.get("reference") else self._begun(row)
        if resolution is None:
            return
        is_new = row.what == What.NEW
        changed = self._change_facts(row, resolution, is_new)
        self._change_source(row, resolution, is_new)
        for language in (resolution.source_language, other(resolution.source_language)):
            self._change_words(row, resolution, language)
        if is_new:
            row.change("reference", "", assign_reference(resolution))
        elif changed:
            record(Act.Name.CHANGE_FACTS, resolution, by=self.by, note=",".join(changed))
            row.is_seen = PublicText.objects.filter(document_id=resolution.pk).exists()
        row.is_about(Resolution.objects.get(pk=resolution.pk))
        if row.changes and not is_new:
            row.what = What.CHANGED

    # ---- Which one

    def _found(self, row):
        try:
            resolution = resolution_at(row.cells["reference"])
        except WorkflowError as error:
            row.refuse("reference", error)
            return None
        row.is_about(resolution)
        first = self.seen.setdefault(resolution.pk, row.number)
        if first != row.number:
            message = _("Row %(number)s is about the same one. Put the two together.")
            row.refuse("reference", message % {"number": digits(first)})
        if not may_with_kind(self.by, "change", resolution.kind):
            row.refuse("", _("You may not change the facts of this document."))
        self._require_same(row, resolution)
        return resolution

    def _require_same(self, row, resolution):
        kind = row.read("kind", lambda text: text and values.choice(text, KINDS), resolution.kind)
        if kind and kind != resolution.kind:
            row.refuse("kind", _("The kind of one that has a reference does not change."))
        event = row.cells.get("event")
        if event and values.key_of(event) != values.key_of(resolution.event.code):
            row.refuse("event", _("The event of one that has a reference does not change."))

    def _begun(self, row):
        row.what = What.NEW
        titles = {language: row.cells.get(f"title_{language}", "") for language in LANGUAGES}
        row.language = next((language for language in LANGUAGES if titles[language]), "")
        row.title = titles.get(row.language, "")
        kind = self._needed(row, "kind", lambda text: values.choice(text, KINDS))
        event = self._needed(row, "event", event_with)
        if not row.title:
            row.refuse("title_ar", _("A new one needs a title in one of the two languages."))
        if kind and not (may_with_kind(self.by, "add", kind) and may_change_facts(self.by, None)):
            row.refuse("", _("You may not add decisions or recommendations."))
        if row.errors:
            self._read_facts(row, Resolution())
            return None
        self._refuse_twin(row, kind, event, titles)
        resolution = Resolution(
            kind=kind, event=event, status=Status.PROPOSED, created_by=self.by, source_language=row.language
        )
        row.change("kind", "", Kind(kind).label)
        row.change("event", "", event.code)
        return resolution

    def _needed(self, row, name, reader):
        """What a new one cannot be without: an empty cell is refused as an unknown name is."""
        return row.read(name, reader, None) if name in row.cells else self._missing(row, name, reader)

    def _missing(self, row, name, reader):
        try:
            return reader("")
        except WorkflowError as error:
            row.refuse(name, error)
        return None

    def _refuse_twin(self, row, kind, event, titles):
        """The same file brought twice would make everything twice."""
        twins = Resolution.objects.in_use().filter(kind=kind, event=event)
        for language, title in titles.items():
            own = {
                "translations__language_code": language,
                "translations__title": " ".join(normalise(title, language).split()),
            }
            twin = twins.filter(**own).first() if title else None
            if twin:
                message = _(
                    "%(reference)s of this event has this title already. Write the reference into the row to change it."
                )
                row.refuse(f"title_{language}", message % {"reference": isolated(twin.reference)})

    # ---- Facts

    def _change_facts(self, row, resolution, is_new):
        """Write the facts. Returns the names of those that changed."""
        present = self._present(resolution, is_new)
        wanted = self._read_facts(row, resolution, present)
        changed = [name for name in wanted if wanted[name] != present[name]]
        resolution.due_on, resolution.order = wanted["due_on"], wanted["order"]
        if changed and not is_new and not may_change_facts(self.by, resolution):
            row.refuse("", _("You may not change the facts of this document."))
        try:
            resolution.clean()
        except ValidationError as error:
            for name, sentences in error.message_dict.items():
                row.refuse(name, sentences[0])
        if is_new:
            resolution.save()
        elif changed:
            resolution.save(update_fields=["due_on", "order"])
        for name in RELATIONS:
            if name in changed:
                getattr(resolution, name).set(wanted[name])
        for name in changed:
            row.change(name, *(self._shown(name, facts[name]) for facts in (present, wanted)))
        return changed

    def _present(self, resolution, is_new):
        related = {
            name: frozenset() if is_new else frozenset(getattr(resolution, name).values_list("pk", flat=True))
            for name in RELATIONS
        }
        return {"due_on": resolution.due_on, "order": resolution.order, **related}

    def _read_facts(self, row, resolution, present=None):
        present = present or {"due_on": None, "order": 0, **dict.fromkeys(RELATIONS, frozenset())}
        return {
            "due_on": row.read("due_on", values.day, present["due_on"]),
            "order": row.read("order", values.place_in_order, present["order"]),
            **{name: self._read_names(row, name, present[name]) for name in RELATIONS},
        }

    def _read_names(self, row, name, present):
        """From its column, and from those that the site gives out for each language: one that says something else than
        what is there changes it."""
        wanted = present
        for column in (name, *(f"{name}_{language}" for language in LANGUAGES)):
            said = row.read(column, lambda text: self.names[name].read(text, present), present)
            if said == present:
                continue
            if wanted not in (present, said):
                row.refuse(column, _("The columns of this fact say different things. Keep one of them."))
            wanted = said
        return wanted

    def _shown(self, name, value):
        if name in RELATIONS:
            return self.names[name].shown(value)
        return value

    def _change_source(self, row, resolution, is_new):
        present = resolution.source_language
        choices = list(NAMES.items())
        wanted = row.read(
            "source_language", lambda text: values.choice(text, choices) if text else present, present
        )
        if wanted == present:
            return
        row.change("source_language", "" if is_new else NAMES[present], NAMES[wanted])
        if is_new:
            resolution.source_language = wanted
            resolution.save(update_fields=["source_language"])
            return
        try:
            workflow.change_source_language(resolution, wanted, self.by)
        except WorkflowError as error:
            row.refuse("source_language", error)

    # ---- Words

    def _change_words(self, row, resolution, language):
        """The words that the row has in ``language`` into its working copy; where it has none the language is left alone."""
        said = {name: row.cells[f"{name}_{language}"] for name in WORDS if f"{name}_{language}" in row.cells}
        if not any(said.values()):
            return
        before = latest_revision(resolution, language)
        if before and not said.get("slug"):
            said.pop("slug", None)
        if "title" in said and not said["title"]:
            row.refuse(f"title_{language}", _("A text needs a title."))
            return
        if "body" in said:
            said["body"] = values.body_html(said["body"])
        try:
            after = workflow.save_working_copy(resolution, language, said, self.by, self.note)
        except WorkflowError as error:
            row.refuse(f"{error.field}_{language}" if error.field in WORDS else "", error)
            return
        for name in WORDS:
            row.change(f"{name}_{language}", before and getattr(before, name), getattr(after, name))
