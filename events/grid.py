"""A day of a programme as a table: a column a room, a row a stretch of time, no cell twice.

Built for tables of HTML: a cell knows over how many rows and columns it goes, a row names only the cells that begin in it.
"""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

#: More do not fit beside each other on a page.
MOST_COLUMNS = 6


@dataclass
class Cell:
    """Sessions (PublicTexts) of one room that overlap, nearly always one; without any a room that is free.

    ``begins`` is the number of its first row; ``is_for_all`` says that nothing else is on: it goes across all rooms.
    """

    column: int
    starts_at: object
    ends_at: object
    sessions: list
    begins: int = 0
    rows: int = 1
    columns: int = 1
    is_for_all: bool = False


@dataclass
class Row:
    """A stretch of time and the cells that begin in it. It is a break where nothing is on."""

    starts_at: object
    ends_at: object
    cells: list
    is_break: bool = False

    @property
    def sessions(self):
        """The texts of the sessions that begin in it; none where others only go on."""
        return [text for cell in self.cells for text in cell.sessions]

    @property
    def is_even(self):
        """Whether its hours are those of every session in it, so that none need name its own."""
        hours = {(text.facts.starts_at, text.facts.ends_at) for text in self.sessions}
        return self.is_break or hours == {(self.starts_at, self.ends_at)}


class Grid:
    """``columns``: Rooms in their order, and None last where a session has no room. ``rows``: Rows by time."""

    def __init__(self, sessions, rooms, is_whole=True):
        """The texts of a day's sessions, which all have a start, by start; the rooms that they are in.

        Where they are not the whole day, nothing is said of what is between and beside them.
        """
        self._is_whole = is_whole
        self.columns = [*rooms, None]
        self._cells = self._occupied(sessions)
        if all(cell.is_for_all for cell in self._cells if cell.column == len(rooms)):
            self.columns.pop()
        self.rows = [row for row in self._rows() if is_whole or not row.is_break]

    @property
    def is_table(self):
        """Whether rooms stand side by side; else the rows are a list, in which each session names its room."""
        return 1 < len(self.columns) <= MOST_COLUMNS

    def _occupied(self, sessions):
        """A Cell for every session, one for those that overlap in one room."""
        places = {room and room.pk: number for number, room in enumerate(self.columns)}
        cells = []
        for text, (starts_at, ends_at) in zip(sessions, _periods(sessions), strict=True):
            column = places[text.facts.room_id]
            before = next((cell for cell in reversed(cells) if cell.column == column), None)
            if before and starts_at < before.ends_at:
                before.sessions.append(text)
                before.ends_at = max(before.ends_at, ends_at)
            else:
                cells.append(Cell(column, starts_at, ends_at, [text]))
        for cell in cells:
            cell.is_for_all = self._is_for_all(cell, cells)
        return cells

    def _is_for_all(self, cell, cells):
        """Whether it is alone in its time, and for everybody by its kind, for want of a room, or as in the first room."""
        beside = [
            other for other in cells if other.starts_at < cell.ends_at and other.ends_at > cell.starts_at
        ]
        is_plenary = cell.sessions[0].facts.session_kind in ("opening", "closing")
        is_plenary = is_plenary or self.columns[cell.column] is None
        return beside == [cell] and (is_plenary or (self._is_whole and cell.column == 0))

    def _rows(self):
        moments = sorted({moment for cell in self._cells for moment in (cell.starts_at, cell.ends_at)})
        rows = [Row(starts_at, ends_at, []) for starts_at, ends_at in pairwise(moments)]
        for cell in self._cells:
            covered = [
                number for number, row in enumerate(rows) if cell.starts_at <= row.starts_at < cell.ends_at
            ]
            cell.begins, cell.rows = covered[0], len(covered)
            cell.columns = len(self.columns) if cell.is_for_all else 1
        for number, row in enumerate(rows):
            row.is_break = not any(cell.begins <= number < cell.begins + cell.rows for cell in self._cells)
        for cell in sorted([*self._cells, *self._free(rows)], key=lambda cell: cell.column):
            rows[cell.begins].cells.append(cell)
        return rows

    def _free(self, rows):
        """A Cell for every stretch of rows in which a room has nothing while another has."""
        taken = {(number, column) for cell in self._cells for number, column in self._squares(cell)}
        free = []
        for column in range(len(self.columns)):
            for number, row in enumerate(rows):
                if row.is_break or (number, column) in taken:
                    continue
                last = free[-1] if free else None
                if last and last.column == column and last.begins + last.rows == number:
                    last.rows, last.ends_at = last.rows + 1, row.ends_at
                else:
                    free.append(Cell(column, row.starts_at, row.ends_at, [], begins=number))
        return free

    def _squares(self, cell):
        columns = range(len(self.columns)) if cell.is_for_all else [cell.column]
        rows = range(cell.begins, cell.begins + cell.rows)
        return [(number, column) for number in rows for column in columns]


def _periods(sessions):
    """The start and end of each; one whose end is not known goes on to the next start, the last for an hour."""
    starts = sorted({text.facts.starts_at for text in sessions})
    following = dict(pairwise(starts))
    for text in sessions:
        start = text.facts.starts_at
        yield start, text.facts.ends_at or following.get(start) or start + timedelta(hours=1)
