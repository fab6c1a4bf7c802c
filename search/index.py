"""The entries of the index: made when a revision is given its period, and by `manage.py reindex`.

The words of a revision never change, and its moments are copied by the database: an entry is never updated here, only made.
"""

from functools import lru_cache
from itertools import chain

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from publishing.models import Document, Revision
from publishing.text import plain_text
from search import places, vocabulary
from search.arabic import WORDS_REMEMBERED, terms, words, written_words
from search.marks import AS_IT_IS, IN_TITLE, marked
from search.models import SEARCHED, SearchEntry

#: PostgreSQL takes a mebibyte of terms; a text with more is found by its first ones.
MOST_BYTES = 900_000
#: Between the title and the other parts, so that no phrase goes across.
_BORDER = ("\n",)
#: What an entry has of its revision; its moments are kept the same by the database.
COPIED = ("document_id", "language_code", "kind", "live_from", "live_until", "published_at")


def add(revision):
    """Put ``revision``, which has just been given its period, into the index, in place of texts that nobody will read again.
    For publishing.periods.BEGINNERS."""
    own = SearchEntry.objects.filter(document_id=revision.document_id, language_code=revision.language_code)
    own.filter(Q(live_until__lte=timezone.now()) | Q(revision=revision)).delete()
    taken = {places.number_at(place) for place in own.values_list("place", flat=True)}
    entry = entry_of(revision, taken)
    if entry:
        entry.save(force_insert=True)
        vocabulary.add([offered_words(revision)])


def add_all(revisions, is_anew):
    """Put the Revisions into the index; those that are there anew, or not at all. Their documents are locked for a moment, as
    by whoever publishes one of them, so that none gets another period meanwhile."""
    drafts = {revision.pk: _draft(revision) for revision in revisions}
    documents = {revision.document_id for revision in revisions}
    with transaction.atomic():
        list(
            Document.objects.select_for_update(of=("self",))
            .filter(pk__in=documents)
            .order_by("pk")
            .values("pk")
        )
        known = SearchEntry.objects.filter(document_id__in=documents)
        if is_anew:
            known.filter(pk__in=drafts).delete()
        taken, there = {}, set()
        for pk, document_id, code, place in known.values_list("pk", "document_id", "language_code", "place"):
            there.add(pk)
            taken.setdefault((document_id, code), set()).add(places.number_at(place))
        now = timezone.now()
        rows = Revision.objects.filter(pk__in=drafts).only(*COPIED)
        held = [row for row in rows if row.pk not in there and is_to_be_found(row, now)]
        entries = [
            entry_of(row, taken.setdefault((row.document_id, row.language_code), set()), drafts[row.pk])
            for row in held
        ]
        SearchEntry.objects.bulk_create(filter(None, entries))
    vocabulary.add(map(offered_words, revisions))


def is_to_be_found(revision, now):
    """Whether readers find ``revision`` at ``now`` or later."""
    if revision.live_from is None or revision.published_at is None:
        return False
    return revision.live_until is None or revision.live_until > now


def entry_of(revision, taken, draft=None):
    """The SearchEntry of ``revision``, unsaved; ``taken``, the numbers of the other texts of its document and language, gains
    its own. None where there is no number left, which the rules of publishing do not allow to happen."""
    number = next((each for each in range(places.TEXTS) if each not in taken), None)
    if number is None:
        return None
    taken.add(number)
    found, folded = draft or _draft(revision)
    own = {name: getattr(revision, name) for name in COPIED}
    place = places.place_of(revision.document_id, revision.language_code, revision.published_at, number)
    return SearchEntry(revision_id=revision.pk, place=place, terms=found, folded=folded, **own)


def index_terms(revision, parts=None):
    """The terms of a Revision, each with its mark, a space between two."""
    code = revision.language_code
    every = dict.fromkeys(written_words(" ".join(parts or parts_of(revision))))
    found = [_as_indexed(code, IN_TITLE, word) for word in written_words(revision.title)]
    found.append([marked(code, AS_IT_IS, word) for word in _exact_words(revision)])
    found += [_as_indexed(code, "", word) for word in every]
    return _within(MOST_BYTES, " ".join(dict.fromkeys(chain.from_iterable(found))))


def folded_text(revision, parts=None):
    """The folded words of a Revision, each between two spaces, and a line between its parts."""
    folded = [word for part in parts or parts_of(revision) for word in (*words(part), *_BORDER)]
    return f" {' '.join(folded)} "


def parts_of(revision):
    """What readers may look for in a Revision: its title and other words, without their HTML."""
    return [revision.title, *(getattr(revision, name) for name in SEARCHED), plain_text(revision.body)]


def offered_words(revision):
    """The language of a Revision, and the words of it that may be offered to readers: {folded: as written}."""
    return revision.language_code, _exact_words(revision)


def remove_what_is_over():
    """Drop the entries of texts that nobody reads any more."""
    SearchEntry.objects.filter(live_until__lte=timezone.now()).delete()


def _draft(revision):
    parts = parts_of(revision)
    return index_terms(revision, parts), folded_text(revision, parts)


def _exact_words(revision):
    found = {}
    for written in written_words(f"{revision.title} {revision.kicker} {revision.summary}"):
        for word in _folded(written):
            found.setdefault(word[: vocabulary.LONGEST], written)
    return found


@lru_cache(maxsize=2 * WORDS_REMEMBERED)
def _as_indexed(language, mark, word):
    return tuple(marked(language, mark, term) for term in terms(word))


@lru_cache(maxsize=WORDS_REMEMBERED)
def _folded(written):
    return tuple(words(written))


def _within(most, text):
    encoded = text.encode()
    if connection.vendor == "sqlite" or len(encoded) <= most:
        return text
    return encoded[:most].decode(errors="ignore").rpartition(" ")[0]
