"""Who takes part in sessions, as pages show them: each person once, with all that they do."""

from dataclasses import dataclass, field

from events.models import Participation
from publishing.prepared import prepared
from publishing.sorting import sort_key

_CHAIR = Participation.Role.CHAIR


@dataclass
class TakingPart:
    """A Person and the names of their roles, in the language of the page."""

    person: object
    roles: list = field(default_factory=list)


def people_of_session(session_facts):
    """Who takes part in one session: the chair first, the others in the order of the editors. One query."""
    rows = _taking_part(sessions=[session_facts.pk])
    return _by_person(sorted(rows, key=lambda row: row.role != _CHAIR))


def people_of_event(days):
    """Who takes part in the sessions of ``days``, by name (without ال and hamza). One query."""
    rows = _taking_part(sessions=_sessions_of(days))
    return sorted(_by_person(rows), key=lambda taking_part: sort_key(taking_part.person.name))


def put_people(days):
    """Give every text of a session in ``days`` its ``chairs`` and ``speakers`` (lists of Persons). One query."""
    texts = {text.document_id: text for day in days for text in day.sessions}
    for text in texts.values():
        text.chairs, text.speakers = [], []
    for row in _taking_part(sessions=list(texts)):
        text = texts[row.session_id]
        (text.chairs if row.role == _CHAIR else text.speakers).append(row.person)


@prepared
def _taking_part(*, sessions):
    return Participation.objects.filter(session__id__in=sessions).select_related("person__portrait")


def _sessions_of(days):
    return [text.document_id for day in days for text in day.sessions]


def _by_person(rows):
    people = {}
    for row in rows:
        taking_part = people.setdefault(row.person_id, TakingPart(row.person))
        role = row.get_role_display()
        if role not in taking_part.roles:
            taking_part.roles.append(role)
    return list(people.values())
