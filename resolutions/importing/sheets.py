"""The three sheets that can be imported, column by column: what each is called, what it means, and an example."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext_lazy

from publishing.languages import LANGUAGES, name_in_language
from publishing.lists import isolated, joined
from publishing.refusals import WorkflowError
from resolutions.importing.values import key_of
from resolutions.models import ResolutionImport
from resolutions.open_rows import FACTS, WORDS

Sheet = ResolutionImport.Sheet


@dataclass(frozen=True)
class Column:
    """A column: its ``name`` in the head of the file, which is the same in both languages, its ``label``, by which it is
    known, too, what it means, and what the template's example has in it."""

    name: str
    label: str | Promise
    meaning: str | Promise
    example: str = ""
    is_required: bool = False

    @property
    def language(self):
        """The language of what stands in it, or ''."""
        ending = self.name.rpartition("_")[2]
        return ending if ending in LANGUAGES else ""


def _of_words(name, label, meaning, arabic, english, is_required=False):
    return [
        Column(f"{name}_{code}", name_in_language(label, code), meaning, example, is_required)
        for code, example in zip(LANGUAGES, (arabic, english), strict=True)
    ]


#: A row with this at the beginning of its reference is left out, as the example of a template is.
REMARK = "#"
REFERENCE = gettext_lazy("reference")
DAY_MEANING = gettext_lazy("A day, written like 2026-05-31.")
NAMES_MEANING = gettext_lazy("As in the file that the site gives out: their names in this language.")

RESOLUTIONS = [
    Column("reference", REFERENCE, gettext_lazy("Which one it is. Empty: a new one; the import gives it a reference.")),
    Column("kind", gettext_lazy("kind"), gettext_lazy("Decision or recommendation. A new one needs it; later it stays."),
           "decision"),
    Column("event", pgettext_lazy("field label", "event"),
           gettext_lazy("The code of the event. A new one needs it; later it stays."), "MQF-2024"),
    *_of_words("title", gettext_lazy("Title"), gettext_lazy("A new one needs a title in one of the two languages."),
               "تأسيس أكاديمية للمعلمين", "An academy for teachers"),
    *_of_words("slug", gettext_lazy("Address"),
               gettext_lazy("The last part of the page's address. Empty: it stays, or is made from the title."), "", ""),
    *_of_words("summary", gettext_lazy("Summary"), gettext_lazy("Two sentences for lists; 600 characters at most."),
               "يؤسس الملتقى أكاديمية تدرّب المعلمين.", "The forum founds an academy that trains teachers."),
    *_of_words("body", gettext_lazy("Body"),
               gettext_lazy("An empty line begins a paragraph, “1.” a numbered point. HTML is taken, too."),
               "قرر الملتقى ما يأتي:\n\n1. تأسيس الأكاديمية.\n2. بدء المساقات في الخريف.",
               "The forum decided:\n\n1. To found the academy.\n2. To begin courses in autumn."),
    Column("due_on", gettext_lazy("due on"), DAY_MEANING, "2026-05-31"),
    Column("responsible", gettext_lazy("responsible bodies"),
           gettext_lazy("Names in either language, or numbers, of organisations that are on the site; “;” between them.")),
    *_of_words("responsible", gettext_lazy("responsible bodies"), NAMES_MEANING, "", ""),
    Column("topics", pgettext_lazy("field label", "topics"),
           gettext_lazy("Names or addresses of topics that are on the site; “;” between them.")),
    *_of_words("topics", pgettext_lazy("field label", "topics"), NAMES_MEANING, "", ""),
    Column("order", gettext_lazy("order"), gettext_lazy("Its place in the list of the event: lower numbers first."), "1"),
    Column("source_language", gettext_lazy("original language"),
           gettext_lazy("Arabic or English: in which it was written first."), "ar"),
]  # fmt: skip

MILESTONES = [
    Column("reference", REFERENCE, gettext_lazy("Of the decision or recommendation."), "MQF-2024-D1", is_required=True),
    Column("id", gettext_lazy("number of the milestone"),
           gettext_lazy("Which milestone it is. Empty: the one that has this title, or else a new one.")),
    *_of_words("title", gettext_lazy("Title"), gettext_lazy("A new one needs a title in both languages."),
               "افتتاح التسجيل", "Enrolment opens"),
    Column("milestone_kind", gettext_lazy("kind"), gettext_lazy("Step or meeting."), "step"),
    Column("due_on", gettext_lazy("due on"), DAY_MEANING, "2026-03-01"),
    Column("done_on", gettext_lazy("done on"), gettext_lazy("The day on which it was reached; none that is still to come.")),
    Column("source_url", gettext_lazy("address as source"),
           gettext_lazy("A page elsewhere that shows it; readers follow a link to it.")),
]  # fmt: skip

UPDATES = [
    Column("reference", REFERENCE, gettext_lazy("Of the decision or recommendation."), "MQF-2024-D1", is_required=True),
    Column("noted_on", gettext_lazy("day"), gettext_lazy("The day from which the status holds; like 2026-05-31."),
           "2026-05-31", is_required=True),
    Column("to_status", gettext_lazy("status after"), gettext_lazy("The name of the status, as the site shows it."),
           "in_progress", is_required=True),
    Column("note_ar", gettext_lazy("Note in Arabic"), gettext_lazy("What happened; one of the two notes is needed."),
           "بدأ التسجيل في المساق الأول."),
    Column("note_en", gettext_lazy("Note in English"), gettext_lazy("What happened; one of the two notes is needed."),
           "Enrolment for the first course has begun."),
    Column("evidence_url", gettext_lazy("address as evidence"),
           gettext_lazy("A page elsewhere that shows it; “Implemented” needs one.")),
    Column("superseded_by", gettext_lazy("replaced by"),
           gettext_lazy("For “Superseded”: the reference of what takes its place.")),
]  # fmt: skip

COLUMNS = {Sheet.RESOLUTIONS: RESOLUTIONS, Sheet.MILESTONES: MILESTONES, Sheet.UPDATES: UPDATES}
#: Columns of the file that the site gives out, as other forms of a column of ours; no template has them.
OTHER_FORMS = {"responsible_ar", "responsible_en", "topics_ar", "topics_en"}
#: What the site gives out and an import cannot take: it follows from acts, or from other rows.
IGNORED = {*FACTS, *(f"{name}_{code}" for name in WORDS for code in LANGUAGES)} - {
    column.name for column in RESOLUTIONS
}


def own_columns(sheet):
    """The columns of ``sheet`` that are explained and stand in its template."""
    return [column for column in COLUMNS[sheet] if column.name not in OTHER_FORMS]


def columns_of(sheet, head):
    """The Column of each name in ``head``, None where it is one that is ignored.

    A column is known by its name or by its label in either language, in small letters or capitals. Raises WorkflowError
    where one is unknown, is there twice, or one that is needed is missing."""
    known = _by_name(sheet)
    found = []
    for name in head:
        column = known.get(key_of(name))
        if column is None and not (sheet == Sheet.RESOLUTIONS and key_of(name) in map(key_of, IGNORED)):
            raise WorkflowError(_unknown(sheet, name))
        if column and column in found:
            message = _("The column “%(name)s” is there twice. Take one of the two out.")
            raise WorkflowError(message % {"name": isolated(name)})
        found.append(column)
    missing = [column for column in COLUMNS[sheet] if column.is_required and column not in found]
    if missing or not any(found):
        raise WorkflowError(_missing(missing or COLUMNS[sheet][:1]))
    return found


def _by_name(sheet):
    known = {}
    for language in LANGUAGES:
        with override(language):
            known |= {key_of(str(column.label)): column for column in reversed(COLUMNS[sheet])}
    return known | {key_of(column.name): column for column in COLUMNS[sheet]}


def _unknown(sheet, name):
    names = joined([isolated(column.name) for column in own_columns(sheet)])
    message = _("There is no column “%(name)s” in this sheet. Its columns are: %(names)s.")
    return message % {"name": isolated(name[:60]), "names": names}


def _missing(columns):
    names = joined([isolated(column.name) for column in columns])
    return _("The head of the file lacks: %(names)s. Add it, or choose another kind of table.") % {
        "names": names
    }
