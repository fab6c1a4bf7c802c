"""How much one file may bring: far more than a forum decides, and little enough to be read and done while somebody waits."""

MOST_BYTES = 5 * 1024**2
#: Of an XLSX, which is a ZIP: what comes out of it.
MOST_BYTES_UNPACKED = 24 * 1024**2
MOST_PARTS = 500
#: A new row in both languages is 45 queries, 20 ms: ten seconds at most, for which others' saves wait on SQLite.
MOST_ROWS = 500
MOST_COLUMNS = 60
MOST_LETTERS = 100_000
