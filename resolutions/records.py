"""The live resolutions with everything that the data says of them, in a number of queries that does not grow with them."""

from dataclasses import dataclass
from datetime import UTC

from django.db.models import F, Prefetch

from publishing.languages import LANGUAGES
from publishing.models import Kind, PublicText
from resolutions.entries import in_order, replacement_of
from resolutions.models import (
    CommitteeMember,
    Course,
    Milestone,
    ProjectFigure,
    ProjectPartner,
    Relation,
    StatusUpdate,
)

_FACTS = "document__as_resolution"
#: What every row needs; the further ones are those of what a decision set up.
_RELATED = (
    f"{_FACTS}__responsible",
    "document__topics",
    # The two databases do not agree where a milestone without a day belongs.
    Prefetch(f"{_FACTS}__milestones", Milestone.objects.order_by(F("due_on").asc(nulls_last=True), "pk")),
    Prefetch(f"{_FACTS}__relations", Relation.objects.select_related("other").order_by("pk")),
    Prefetch(
        f"{_FACTS}__status_updates",
        StatusUpdate.objects.select_related("superseded_by", "evidence_attachment").order_by(
            "noted_on", "pk"
        ),
    ),
)
_SET_UPS = (
    Prefetch(f"{_FACTS}__members", CommitteeMember.objects.select_related("person")),
    Prefetch(f"{_FACTS}__partners", ProjectPartner.objects.select_related("organisation")),
    f"{_FACTS}__questions",
    Prefetch(f"{_FACTS}__figures", ProjectFigure.objects.select_related("source")),
    Prefetch(f"{_FACTS}__courses", Course.objects.select_related("lecturer")),
)


@dataclass
class Record:
    """A resolution (``facts``), its live texts by language, and ``entries``: its updates that count, the earliest first."""

    facts: object
    texts: dict
    entries: list

    @property
    def replaced_by(self):
        """The Resolution that takes its place, or None; whether readers see it is for the caller to ask."""
        key = replacement_of(self.entries)
        return next(
            (entry.superseded_by for entry in self.entries if key and entry.superseded_by_id == key), None
        )


def records(documents, with_set_ups=False):
    """The Records of ``documents`` (keys, or a QuerySet of keys) that are live in any language: by event, decisions first,
    in the order of the event. Six queries, with what the decisions set up eleven."""
    texts = PublicText.objects.of_kind(Kind.DECISION, Kind.RECOMMENDATION).filter(document_id__in=documents)
    extra = ["as_resolution__event"]
    if with_set_ups:
        extra += [f"as_resolution__{name}" for name in ("committee", "sponsorship_project", "academy")]
    texts = texts.with_facts(Kind.DECISION, extra=extra).order_by("document_id", "language_code")
    texts = texts.prefetch_related(*_RELATED, *(_SET_UPS if with_set_ups else ()))
    living = {}
    for text in texts:
        living.setdefault(text.document_id, {})[text.language_code] = text
    found = [_record(own) for own in living.values()]
    return sorted(found, key=_place)


def _record(texts):
    facts = next(iter(texts.values())).facts
    return Record(facts, texts, in_order(facts.status_updates.all()))


def _place(record):
    facts = record.facts
    # "decision" comes before "recommendation" in the alphabet, too.
    return facts.event.code, facts.kind, facts.order, facts.pk


def public_among(keys):
    """Keys of documents in; the set of those that readers see in any language out. One query, none for no keys."""
    keys = {key for key in keys if key}
    return (
        set(PublicText.objects.filter(document_id__in=keys).values_list("document_id", flat=True))
        if keys
        else set()
    )


def both(row, name):
    """The label ``name`` of a row as {language: words, None where there are none}."""
    return {code: getattr(row, f"{name}_{code}") or None for code in LANGUAGES}


def moment(value):
    """A date and time in; ISO 8601 in UTC to the second out, "2026-01-31T09:30:00Z"."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
