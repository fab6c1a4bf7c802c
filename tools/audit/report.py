"""What a check found, and the table of them all."""

from dataclasses import dataclass, field

#: Of each line of the table as many problems are told.
TOLD = 40


@dataclass
class Row:
    """One line of the table: what was checked on which pages, what was measured against which limit, what is wrong."""

    check: str
    pages: str
    figure: str
    limit: str
    problems: list[str] = field(default_factory=list)

    @property
    def verdict(self):
        return "FAILED" if self.problems else "ok"


def table(rows) -> str:
    """The rows in Markdown, and below them what is wrong, problem by problem."""
    lines = ["| check | pages | measured | limit | |", "|---|---|---|---|---|"]
    lines += [f"| {row.check} | {row.pages} | {row.figure} | {row.limit} | {row.verdict} |" for row in rows]
    for row in rows:
        if row.problems:
            more = len(row.problems) - TOLD
            lines += ["", f"{row.check}, {row.pages}:", *(f"- {said}" for said in row.problems[:TOLD])]
            lines += [f"- and {more} more"] if more > 0 else []
    return "\n".join(lines)
