"""Where a text stands among all: one number, so that an index finds the newest hits of a frequent word without the others.

From its highest bits down: the second of the first publication, the document, the language, and which of the texts of this
document and language it is (one is live, another may be scheduled).
"""

from bisect import bisect_left
from collections import Counter
from datetime import datetime
from functools import lru_cache

from django.utils import timezone

SECOND = 1 << 30
_DOCUMENTS = 1 << 26
#: So many texts of one document and language the index can hold.
TEXTS = 8


def place_of(document_id, language, published_at, number):
    """``published_at`` aware, ``number`` below TEXTS; the place out."""
    own = (document_id % _DOCUMENTS) * 2 + (language == "en")
    return int(published_at.timestamp() // 1) * SECOND + own * TEXTS + number


def number_at(place):
    """Which of the texts of its document and language stands at ``place``."""
    return place % TEXTS


def year_at(place):
    """The year of the first publication, in the time zone of the site."""
    return datetime.fromtimestamp(place // SECOND, timezone.get_default_timezone()).year


def years_of(places):
    """How many places are in each year: a Counter. Years are stretches of places: none is looked at by itself."""
    in_order, found, begin = sorted(places), Counter(), 0
    while begin < len(in_order):
        year = year_at(in_order[begin])
        end = bisect_left(in_order, places_in(year)[1], begin)
        found[year] = end - begin
        begin = end
    return found


@lru_cache(maxsize=1 << 8)
def places_in(year):
    """The first place in a ``year`` of the site's time zone, and the first behind it."""
    zone = timezone.get_default_timezone()
    return tuple(int(datetime(each, 1, 1, tzinfo=zone).timestamp()) * SECOND for each in (year, year + 1))
