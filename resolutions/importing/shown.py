"""A Report as its page shows it: what is wrong first, then what changes, each text with its language and direction."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from publishing.dates import digits
from publishing.languages import direction
from publishing.text import plain_text
from resolutions.importing.report import What
from resolutions.importing.sheets import COLUMNS, Sheet

#: Of a long text so many letters are shown, from shortly before where it begins to differ.
LONGEST, BEFORE = 240, 60
#: On one line, and from left to right; addresses, too, but they may be long.
RUNS = {"reference", "event", "due_on", "done_on", "noted_on", "superseded_by"}
LEFT_TO_RIGHT = {*RUNS, "slug_ar", "slug_en", "source_url", "evidence_url"}
BODIES = ("body_ar", "body_en")


@dataclass(frozen=True)
class ShownChange:
    """A change of one column: ``told`` says in words what cannot be shown as before and after."""

    label: str
    before: str
    after: str
    language: str
    direction: str
    is_run: bool
    told: str


def shown_report(report, sheet):
    """The context of the page: ``wrong`` rows, ``changing`` rows with their ``shown_changes``, ``numbers`` of those that
    stay as they are, and what there is to say of the whole."""
    labels = {column.name: str(column.label) for column in COLUMNS[sheet]}
    places = {name: place for place, name in enumerate(["", *labels])}
    for row in report.rows:
        row.shown_changes = [
            _shown(change, labels) for change in sorted(row.changes, key=lambda one: places[one[0]])
        ]
        errors = sorted(row.errors, key=lambda error: places[error[0]])
        row.shown_errors = [(labels.get(name, ""), sentence) for name, sentence in errors]
        row.direction = direction(row.language) if row.language else "auto"
    return {
        "report": report,
        "wrong": [row for row in report.rows if row.errors],
        "changing": [row for row in report.rows if row.what in (What.NEW, What.CHANGED)],
        "numbers": [digits(row.number) for row in report.rows if row.what == What.UNCHANGED],
        "counts": [(what, what.label, digits(report.count(what))) for what in What],
        "seen_sentence": _seen_sentence(report, sheet),
        "button": _button(report),
    }


def _button(report):
    sentence = ngettext("Import %(count)s row", "Import %(count)s rows", report.written)
    return sentence % {"count": digits(report.written)}


def _seen_sentence(report, sheet):
    """What readers will see of it at once, or ''."""
    if not report.seen:
        return ""
    if sheet == Sheet.UPDATES:
        sentence = ngettext(
            "%(count)s of these updates concerns a text that readers see; it will be shown at once.",
            "%(count)s of these updates concern texts that readers see; they will be shown at once.",
            report.seen,
        )
    else:
        sentence = ngettext(
            "%(count)s of these rows changes facts of a text that readers see; these facts will be shown at once.",
            "%(count)s of these rows change facts of texts that readers see; these facts will be shown at once.",
            report.seen,
        )
    return sentence % {"count": digits(report.seen)}


def _shown(change, labels):
    name, before, after = change
    language = "" if name in LEFT_TO_RIGHT else name[-2:] if name.endswith(("_ar", "_en")) else ""
    way = direction(language) if language else "ltr" if name in LEFT_TO_RIGHT else "auto"
    told = ""
    if name in BODIES:
        before, after = plain_text(before), plain_text(after)
        if before == after:
            told = _("The words stay; their headings, lists, links or tables change.")
    return ShownChange(labels[name], *_shortened(before, after), language, way, name in RUNS, told)


def _shortened(before, after):
    """Two texts in; the pieces of them in which they differ first out."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    same = next(
        (place for place, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), None
    )
    start = max(0, (min(len(before), len(after)) if same is None else same) - BEFORE)
    return _piece(before, start), _piece(after, start)


def _piece(text, start):
    piece = text[start : start + LONGEST]
    opening = "… " if start and piece else ""
    return f"{opening}{piece}{' …' if start + LONGEST < len(text) else ''}"
