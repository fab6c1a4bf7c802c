"""The words that a search may offer instead of one without hits: those of titles, kickers and summaries.

They are compared by their trigrams, as the pg_trgm of PostgreSQL does it, but in rows of our own: so both databases offer
the same. A word stays here when its text goes; whether a text that is live has it is asked of the index (search/query.py).
"""

import unicodedata

from django.db import connection, transaction

from search.marks import AS_IT_IS
from search.match import any_of
from search.models import SearchWord, WordPart

#: Longer words are nobody's slip of the pen.
LONGEST = 40
#: What two words must share of their trigrams, and how many words are looked at.
ALIKE, LOOKED_AT = 0.3, 8

#: Of one of the words asked for, by its number.
_NEAR = """
SELECT {number}, found.shared, word.size, word.word, word.shown FROM (
    SELECT word_id, count(*) AS shared FROM search_wordpart WHERE part IN ({parts})
    GROUP BY word_id HAVING count(*) >= %s
) found JOIN search_searchword word ON word.id = found.word_id
"""


def add(of_texts):
    """(language, {folded: as written}) of texts in; those words that are not there yet are added."""
    told = {}
    for language, found in of_texts:
        told.setdefault(language, {}).update(found)
    for language, found in told.items():
        known = SearchWord.objects.filter(language_code=language, word__in=list(found))
        _add(language, found, set(found) - set(known.values_list("word", flat=True)))


@transaction.atomic
def _add(language, found, missing):
    new = [
        SearchWord(
            language_code=language, word=word, shown=shown(found[word]), size=len(parts_of(language, word))
        )
        for word in sorted(missing)
    ]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True)
    rows = SearchWord.objects.filter(language_code=language, word__in=missing).values_list("pk", "word")
    parts = [
        WordPart(word_id=pk, part=part) for pk, word in rows for part in sorted(parts_of(language, word))
    ]
    WordPart.objects.bulk_create(parts, ignore_conflicts=True)


def keep_only(seen, last):
    """Drop the words that are not in ``seen`` ({language: folded words}), of those whose keys are ``last`` or less."""
    rows = SearchWord.objects.filter(pk__lte=last).values_list("pk", "language_code", "word")
    gone = [pk for pk, language, word in rows if word not in seen.get(language, ())]
    for start in range(0, len(gone), 500):
        SearchWord.objects.filter(pk__in=gone[start : start + 500]).delete()


def shown(written):
    """A word as it is written in; the same without its tashkeel and tatweel out."""
    bare = "".join(letter for letter in written if unicodedata.category(letter) not in ("Mn", "Cf", "Lm"))
    return unicodedata.normalize("NFC", bare)[:100]


def parts_of(language, word):
    """A folded word in; its trigrams out, without the article, with its beginning and end as pg_trgm has them."""
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    padded = f"  {bare} "
    return {f"{language}{padded[start : start + 3]}" for start in range(len(padded) - 2)}


def near(language, words):
    """Folded words in; [(one of them, likeness, a word like it, the same as written)] out, for each the LOOKED_AT most like
    it. One query."""
    own = [parts_of(language, word[:LONGEST]) for word in words]
    selected, params = [], []
    for number, parts in enumerate(own):
        selected.append(_NEAR.format(number=number, parts=", ".join(["%s"] * len(parts))))
        params += [*sorted(parts), max(1, int(len(parts) * ALIKE))]
    if not selected:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(selected), params)
        rows = cursor.fetchall()
    found = {}
    for number, shared, size, word, written in rows:
        likeness = shared / (len(own[number]) + size - shared)
        if likeness >= ALIKE and word != words[number]:
            found.setdefault(number, []).append((words[number], likeness, word, written))
    return [each for rated in found.values() for each in sorted(rated, key=_nearest_first)[:LOOKED_AT]]


def exactly(language, word):
    """The expression of the index for texts that have this very ``word`` in their title, kicker or summary."""
    return any_of(connection.vendor, language, AS_IT_IS, [word])


def _nearest_first(rated):
    _asked, likeness, word, _written = rated
    return -likeness, word
