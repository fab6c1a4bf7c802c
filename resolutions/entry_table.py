"""What became of every resolution as one table: a row for each adoption, milestone and update."""

from django.utils.translation import gettext_lazy as _

from publishing.languages import LANGUAGES
from publishing.spreadsheets import cell
from resolutions.models import Status
from resolutions.whole_record import adoption_id

#: The columns of the resolution, the same on each of its rows, and then those of the entry; the words once a language.
FACTS = ("id", "reference", "kind", "event", "status", "address")
WORDS = ("title",)
ENTRY_FACTS = (
    "entry", "entry_kind", "day", "due_on", "from_status", "to_status", "article", "file", "link", "superseded_by",
    "corrects", "recorded_at",
)  # fmt: skip
ENTRY_WORDS = ("entry_words",)

#: The codes of ``entry_kind`` with their words.
KINDS = (("adopted", _("Adoption")), ("milestone", _("milestone")), ("update", _("status update")))

HEAD = (
    *FACTS,
    *(f"{name}_{code}" for name in WORDS for code in LANGUAGES),
    *ENTRY_FACTS,
    *(f"{name}_{code}" for name in ENTRY_WORDS for code in LANGUAGES),
)


def lines(wholes):
    """What ``whole_records`` tells in; the cells of each row out. A resolution of which there is nothing to tell yet has one
    row, with nothing in the columns of the entry."""
    for whole in wholes:
        own = [cell(whole[name]) for name in FACTS] + _words(whole, WORDS)
        for entry in _entries(whole) or [{}]:
            yield own + [cell(entry.get(name)) for name in ENTRY_FACTS] + _words(entry, ENTRY_WORDS)


def _words(row, names):
    return [cell((row.get(name) or {}).get(code)) for name in names for code in LANGUAGES]


def _entries(whole):
    """The adoption where no update says it, then the milestones, then the updates in the order of their days."""
    adoption = [_adoption(whole)] if whole["adopted_on"] and not _is_recorded(whole["updates"]) else []
    milestones = [_milestone(milestone) for milestone in whole["milestones"]]
    return adoption + milestones + [_update(update) for update in whole["updates"]]


def _is_recorded(updates):
    corrected = {update["corrects"] for update in updates}
    step = (Status.PROPOSED, Status.ADOPTED)
    return any(
        (update["from_status"], update["to_status"]) == step and update["id"] not in corrected
        for update in updates
    )


def _adoption(whole):
    return {
        "entry": adoption_id(whole["id"]),
        "entry_kind": "adopted",
        "day": whole["adopted_on"],
        "to_status": Status.ADOPTED.value,
    }


def _milestone(milestone):
    return {
        "entry": milestone["id"],
        "entry_kind": "milestone",
        "day": milestone["done_on"],
        "due_on": milestone["due_on"],
        "article": milestone["source_article"],
        "link": milestone["source_url"],
        "entry_words": milestone["title"],
    }


def _update(update):
    return {
        "entry": update["id"],
        "entry_kind": "update",
        "day": update["noted_on"],
        "from_status": update["from_status"],
        "to_status": update["to_status"],
        "article": update["evidence_article"],
        "file": update["evidence_file"],
        "link": update["evidence_url"],
        "superseded_by": update["superseded_by"],
        "corrects": update["corrects"],
        "recorded_at": update["recorded_at"],
        "entry_words": update["note"],
    }
