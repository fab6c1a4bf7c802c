"""One row a resolution, as the lists of the open data have it; both languages in one row, only what is live."""

from django.utils import timezone

from publishing.languages import LANGUAGES, other
from resolutions.records import moment, public_among
from resolutions.standing import is_overdue

#: The columns of the CSV; those of WORDS once for each language. Columns are added at the end of either, none is taken away.
FACTS = (
    "id", "reference", "kind", "event", "status", "adopted_on", "due_on", "address", "source_language", "session",
    "is_overdue", "last_update_on", "milestones_total", "milestones_done", "replaced_by", "relations",
)  # fmt: skip
WORDS = ("title", "summary", "url", "responsible", "topics", "text_since")


def named_in_rows(found):
    """The keys of the documents that the rows of these Records would name."""
    for record in found:
        yield record.facts.session_id
        yield record.replaced_by and record.replaced_by.pk
        yield from (relation.other_id for relation in record.facts.relations.all())


def rows(found, root):
    """Records in; a dict of FACTS and WORDS for each out, each of WORDS a dict by language. One query: what is named and
    not live is left out."""
    public = public_among(named_in_rows(found))
    return [row(record, public, root) for record in found]


def row(record, public, root):
    """The dict of one Record; ``public`` are the keys of the other documents that readers see."""
    return _facts(record, public, root) | _words(record, root)


def _facts(record, public, root):
    facts, successor = record.facts, record.replaced_by
    milestones = facts.milestones.all()
    return {
        "id": facts.pk,
        "reference": facts.reference,
        "kind": facts.kind,
        "event": facts.event.code,
        "status": facts.status,
        "adopted_on": facts.adopted_on,
        "due_on": facts.due_on,
        "address": short_address(facts.pk, root),
        "source_language": facts.source_language,
        "session": short_address(facts.session_id, root, public),
        "is_overdue": is_overdue(facts, timezone.localdate()),
        "last_update_on": record.entries[-1].noted_on if record.entries else None,
        "milestones_total": len(milestones),
        "milestones_done": sum(1 for milestone in milestones if milestone.done_on),
        "replaced_by": successor.reference if successor and successor.pk in public else None,
        "relations": [
            {"nature": relation.nature, "reference": relation.other.reference}
            for relation in facts.relations.all()
            if relation.other_id in public
        ],
    }


def _words(record, root):
    texts, bodies, topics = record.texts, record.facts.responsible.all(), _topics(record)
    return {
        "title": in_each_language(texts, lambda text: text.title),
        "summary": in_each_language(texts, lambda text: text.summary),
        "url": in_each_language(texts, lambda text: f"{root}{text.address_in(text.language_code)}"),
        "responsible": {code: [_name(body, code) for body in bodies] for code in LANGUAGES},
        "topics": {code: [_name(topic, code) for topic in topics] for code in LANGUAGES},
        "text_since": in_each_language(texts, lambda text: moment(text.live_from)),
    }


def in_each_language(texts, of):
    """``of(text)`` of each live text by language; None where that language is not live."""
    return {code: of(texts[code]) if code in texts else None for code in LANGUAGES}


def short_address(key, root, public=None):
    """The address of a document that never changes; None without a key, or where it is not among the ``public`` ones."""
    return f"{root}/d/{key}/" if key and (public is None or key in public) else None


def _topics(record):
    # Those of the document of the text: the facts are the same document, but what was fetched hangs on this one.
    return next(iter(record.texts.values())).document.topics.all()


def _name(row, code):
    return getattr(row, f"name_{code}") or getattr(row, f"name_{other(code)}") or f"#{row.pk}"
