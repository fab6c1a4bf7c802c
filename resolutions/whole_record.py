"""The whole record of a resolution: its words, its milestones, all its updates and what it set up, only what is public."""

from resolutions.models.setups import lines_of
from resolutions.open_rows import in_each_language, named_in_rows, row, short_address
from resolutions.records import both, moment, public_among


def whole_records(found, root):
    """Records with what they set up in; one dict for each out, a row of the lists with more. One query."""
    public = public_among([*named_in_rows(found), *_named(found)])
    return [_Whole(record, public, root).told() for record in found]


def _named(found):
    """The keys of the documents that these Records name beside those of their rows."""
    for record in found:
        for update in record.facts.status_updates.all():
            yield update.evidence_document_id
            yield update.superseded_by_id
        yield from (milestone.source_document_id for milestone in record.facts.milestones.all())
        committee = getattr(record.facts, "committee", None)
        yield committee and committee.prepares_id


class _Whole:
    """Tells one Record; ``public`` are the keys of the other documents that readers see."""

    def __init__(self, record, public, root):
        self.record, self.facts, self.public, self.root = record, record.facts, public, root

    def told(self):
        return row(self.record, self.public, self.root) | {
            "body": in_each_language(self.record.texts, lambda text: text.body),
            "milestones": [self._milestone(milestone) for milestone in self.facts.milestones.all()],
            "updates": [self._update(update) for update in self.facts.status_updates.all()],
            "committee": self._committee(),
            "project": self._project(),
            "academy": self._academy(),
        }

    def _address(self, key):
        return short_address(key, self.root, self.public)

    def _milestone(self, milestone):
        return {
            "id": milestone_id(milestone),
            "kind": milestone.milestone_kind,
            "title": both(milestone, "title"),
            "due_on": milestone.due_on,
            "done_on": milestone.done_on,
            "source_article": self._address(milestone.source_document_id),
            "source_url": milestone.source_url or None,
        }

    def _update(self, update):
        file, successor = update.evidence_attachment, update.superseded_by
        return {
            "id": update_id(update),
            "noted_on": update.noted_on,
            "from_status": update.from_status,
            "to_status": update.to_status,
            "note": both(update, "note"),
            "evidence_article": self._address(update.evidence_document_id),
            "evidence_file": whole(file.file.url, self.root) if file else None,
            "evidence_url": update.evidence_url or None,
            "superseded_by": successor.reference if successor and successor.pk in self.public else None,
            "corrects": entry_id(update.resolution_id, "u", update.corrects_id)
            if update.corrects_id
            else None,
            "recorded_at": moment(update.recorded_at),
        }

    def _committee(self):
        committee = getattr(self.facts, "committee", None)
        return committee and {
            "name": both(committee, "name"),
            "mandate": both(committee, "mandate"),
            "prepares": self._address(committee.prepares_id),
            "members": [
                {
                    "person": _named_row(member.person),
                    "role": both(member, "role"),
                    "starts_on": member.starts_on,
                    "ends_on": member.ends_on,
                }
                for member in self.facts.members.all()
            ],
        }

    def _project(self):
        project = getattr(self.facts, "sponsorship_project", None)
        return project and {
            "name": both(project, "name"),
            "how_it_works": {code: lines_of(words) for code, words in both(project, "how_it_works").items()},
            "partners": [
                {"organisation": _named_row(partner.organisation), "role": both(partner, "role")}
                for partner in self.facts.partners.all()
            ],
            "questions": [
                {"question": both(asked, "question"), "answer": both(asked, "answer")}
                for asked in self.facts.questions.all()
            ],
            "figures": [self._figure(figure) for figure in self.facts.figures.all()],
        }

    def _figure(self, figure):
        return {
            "name": both(figure, "name"),
            # As it was written: a number in JSON would lose what a decimal has.
            "value": str(figure.value),
            "reported_on": figure.reported_on,
            "source": _named_row(figure.source),
            "source_url": figure.source_url or None,
        }

    def _academy(self):
        academy = getattr(self.facts, "academy", None)
        return academy and {
            "name": both(academy, "name"),
            "site": academy.site or None,
            "courses": [
                {
                    "title": both(course, "title"),
                    "subject": both(course, "subject"),
                    "lecturer": _named_row(course.lecturer) if course.lecturer else None,
                    "level": course.level,
                    "language": course.language,
                    "url": course.address or None,
                }
                for course in self.facts.courses.all()
            ],
        }


def _named_row(row):
    """A person or a body: a number that does not change, the names, and whether it is made up for the demo."""
    return {"id": row.pk, "name": both(row, "name"), "is_sample": row.is_sample}


def whole(address, root):
    """The address of a file as it is stored in; one that leads there from anywhere out."""
    return f"{root}{address}" if address.startswith("/") else address


def entry_id(resolution, letter, key):
    """The id of an entry, "d12-u34": unique on the site, the same for ever."""
    return f"d{resolution}-{letter}{key}"


def milestone_id(milestone):
    return entry_id(milestone.resolution_id, "m", milestone.pk)


def update_id(update):
    return entry_id(update.resolution_id, "u", update.pk)


def adoption_id(resolution):
    """Of the adoption of the resolution with this key, where no update says it: "d12-adopted"."""
    return f"d{resolution}-adopted"
