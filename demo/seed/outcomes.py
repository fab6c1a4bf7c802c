"""What became of the sample decisions and recommendations: steps on the way, and the entries of their status."""

from datetime import timedelta

from demo.seed.rows import Rows
from resolutions.models import Milestone, Status, StatusUpdate

#: What a resolution went through, one of these.
WAYS = (
    (Status.PROPOSED, Status.ADOPTED),
    (Status.PROPOSED, Status.ADOPTED, Status.IN_PROGRESS),
    (Status.PROPOSED, Status.ADOPTED, Status.IN_PROGRESS, Status.IMPLEMENTED),
    (Status.PROPOSED, Status.ADOPTED, Status.STALLED),
)
EVIDENCE = "https://example.org/sample-report"


class Outcomes:
    """Keeps the rows; ``things`` are the keys of what all documents share."""

    def __init__(self, things, random):
        self.things, self.random = things, random
        self.rows = {model: Rows(model) for model in (Milestone, StatusUpdate)}

    def add(self, resolution, moment, writers):
        """Keep what became of ``resolution``, adopted on the day of ``moment``; the facts of its own row."""
        day = moment.date()
        lines = {language: writer.line() for language, writer in writers.items()}
        for place in range(3):
            due = day + timedelta(days=40 * (place + 1))
            done = due if place == 0 else None
            self.rows[Milestone].add(
                resolution_id=resolution, due_on=due, done_on=done, **_in_both("title", lines, 120)
            )
        way = self.random.choice(WAYS)
        for place, (before, after) in enumerate(zip(way, way[1:], strict=False)):
            self.rows[StatusUpdate].add(
                resolution_id=resolution, noted_on=day + timedelta(days=place), from_status=before.value,
                to_status=after.value, recorded_by_id=self.things.user, recorded_at=moment + timedelta(days=place),
                evidence_url=EVIDENCE if after == Status.IMPLEMENTED else "", **_in_both("note", lines, 300),
            )  # fmt: skip
        return {"status": way[-1].value, "adopted_on": day, "due_on": day + timedelta(days=300)}


def _in_both(field, lines, length):
    """The columns of a label in both languages; the plain one holds what the Arabic does."""
    words = {f"{field}_{language}": line[:length] for language, line in lines.items()}
    return {field: words[f"{field}_ar"], **words}
