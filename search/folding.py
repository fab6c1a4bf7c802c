"""search.arabic.fold() as a function of the database, for what is looked for among stored words: ``search_fold(text)``.

On SQLite it is fold() itself, put onto every connection. PostgreSQL gets a function of its own, made after each migration
from what fold() does with each single letter: fold() decomposes a text and then exchanges or drops its letters one by one.
"""

import unicodedata
from functools import cache

from django.db import connections

from search.arabic import fold

NAME = "search_fold"

#: Past the second plane of Unicode there is no letter that fold() changes but by decomposing it.
_LAST = 0x1FFFF
_SURROGATES = range(0xD800, 0xE000)
#: What nearly every text has to exchange: the rest is looked for only where a text has any of it.
_COMMON = {*range(0x80), *range(0x600, 0x700)}

_POSTGRES = """
CREATE OR REPLACE FUNCTION {name}(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $fold$
DECLARE folded text := translate(regexp_replace(normalize($1, NFKD), '{dropped}', '', 'g'), '{common}', '{for_common}');
BEGIN
    IF folded ~ '{rest}' THEN folded := {exchanged}; END IF;
    RETURN folded;
END $fold$
"""


def put_onto_connection(sender=None, connection=None, **_signal):
    """Receiver of connection_created: every connection to SQLite knows the function."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(NAME, 1, _fold_or_null, deterministic=True)


def make_function(sender=None, using="default", **_signal):
    """Receiver of post_migrate: PostgreSQL folds as this version of the program does."""
    if connections[using].vendor == "postgresql":
        with connections[using].cursor() as cursor:
            cursor.execute(postgres_function())


@cache
def postgres_function():
    """The statement that makes the function, in PostgreSQL's SQL."""
    changed = _changed_letters()
    dropped = [letter for letter, folded in changed.items() if not folded]
    single = {letter: folded for letter, folded in changed.items() if len(folded) == 1}
    common = {letter: folded for letter, folded in single.items() if ord(letter) in _COMMON}
    rest = {letter: folded for letter, folded in single.items() if letter not in common}
    longer = {letter: folded for letter, folded in changed.items() if len(folded) > 1}
    exchanged = f"translate(folded, '{''.join(rest)}', '{''.join(rest.values())}')"
    for letter, folded in longer.items():
        exchanged = f"replace({exchanged}, '{letter}', '{folded}')"
    return _POSTGRES.format(
        name=NAME,
        dropped=_any_of(dropped),
        common="".join(common),
        for_common="".join(common.values()),
        rest=_any_of([*rest, *longer]),
        exchanged=exchanged,
    )


def _fold_or_null(text):
    return None if text is None else fold(text)


def _changed_letters():
    """{letter: what fold() makes of it}, without those that it leaves alone and those that decompose into others."""
    found = {}
    for code in range(1, _LAST + 1):
        letter = chr(code)
        if code in _SURROGATES or _decomposes(letter):
            continue
        folded = fold(letter)
        if folded != letter:
            found[letter] = folded
    return found


def _decomposes(letter):
    return unicodedata.normalize("NFKD", letter) != letter


def _any_of(letters):
    """Letters, in the order of their codes, in; a bracket expression of PostgreSQL with their ranges out."""
    ranges = []
    for code in map(ord, letters):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in ranges) + "]"
