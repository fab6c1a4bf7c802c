"""The whole index made anew, a few texts at a time: each lot is one short transaction, before and after which the site finds
them as well as ever."""

from django.db import reset_queries
from django.db.models import Q
from django.utils import timezone

from publishing.models import Revision
from search import index, vocabulary
from search.index_tables import tidy
from search.models import SEARCHED, SearchWord

__all__ = ["rebuild", "texts", "tidy"]

#: So many texts are put in at once: publishers wait no longer than that takes.
LOT = 200
_COLUMNS = ("title", *SEARCHED, "body", *index.COPIED)


def texts(only_missing):
    """The Revisions that readers find now or later; only those that are not in the index, if asked."""
    now = timezone.now()
    found = Revision.objects.filter(Q(live_until__isnull=True) | Q(live_until__gt=now))
    found = found.filter(live_from__isnull=False, published_at__isnull=False)
    return found.filter(search_entry__isnull=True) if only_missing else found


def rebuild(only_missing):
    """Put all texts into the index, or those that are missing. Yields after each lot how many it had.

    What is given a period meanwhile is put there by whoever publishes it; words that are in no text any more go at the end.
    """
    words_before = SearchWord.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    seen, last = {}, 0
    while True:
        lot = list(texts(only_missing).filter(pk__gt=last).order_by("pk").only(*_COLUMNS)[:LOT])
        if not lot:
            break
        last = lot[-1].pk
        index.add_all(lot, is_anew=not only_missing)
        for language, found in map(index.offered_words, lot):
            seen.setdefault(language, set()).update(found)
        # In development Django keeps the statements of all lots in memory otherwise.
        reset_queries()
        yield len(lot)
    if not only_missing:
        vocabulary.keep_only(seen, words_before)
