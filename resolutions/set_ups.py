"""What a decision set up, as readers see it: a committee, a sponsorship project, an academy."""

from itertools import groupby

from django.db.models import Q
from django.utils import timezone

from people.models import Person
from publishing.models import Kind, PublicText
from publishing.small_rows import Small
from resolutions.models import CommitteeMember, Course, Milestone, ProjectPartner, ProjectQuestion

#: What a decision can set up: its name in addresses and in the context of pages, and its row seen from the decision.
SET_UPS = {"committee": "committee", "project": "sponsorship_project", "academy": "academy"}
#: Where these are, seen from the document of the decision: for ``document_page``.
SET_UP_PATHS = [f"as_resolution__{accessor}" for accessor in SET_UPS.values()]
#: What the page of a decision says of a member.
_PERSON = ("person__name_ar", "person__name_en", "person__slug_ar", "person__slug_en")
_LEVELS = Course.Level.values


def found_in(facts):
    """{"committee": Committee or None, "project": …, "academy": …} of the decision ``facts``. No query where it was loaded
    with SET_UP_PATHS."""
    return {name: getattr(facts, accessor, None) for name, accessor in SET_UPS.items()}


def named_rows(set_ups, decision, today):
    """What the page of a decision (its key) names or counts of its ``set_ups`` (names of SET_UPS), as Smalls by name: ``named``
    reads them."""
    rows = {}
    if "committee" in set_ups:
        members = CommitteeMember.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=today), decision_id=decision
        )
        rows["members"] = Small(members, ("pk", "order", "person_id"), ("role_ar", "role_en", *_PERSON))
    if "project" in set_ups:
        rows["partners"] = Small(ProjectPartner.objects.filter(decision_id=decision), ("pk",))
        rows["questions"] = Small(ProjectQuestion.objects.filter(decision_id=decision), ("pk",))
    if "academy" in set_ups:
        rows["courses"] = Small(Course.objects.filter(decision_id=decision), ("pk",))
    return rows


def named(facts, rows, texts):
    """The context of what the page of the decision ``facts`` says of what it set up: ``rows`` are those of ``named_rows``,
    ``texts`` the live texts by document. Nothing is asked of the database where ``found_in`` asks nothing."""
    found = found_in(facts)
    members = sorted(rows.get("members", []), key=lambda row: (row["order"], row["pk"]))
    return {
        **found,
        "members": [_member(row) for row in members],
        "prepares_text": found["committee"] and texts.get(found["committee"].prepares_id),
        **{name: rows.get(name, []) for name in ("partners", "questions", "courses")},
    }


def _member(row):
    person = {name.removeprefix("person__"): row.pop(name) for name in _PERSON}
    return CommitteeMember(person=Person(pk=row["person_id"], **person), **row)


def set_up_by(facts, language):
    """All of what the decision ``facts`` set up: the context of its paper, with None and empty lists for what there is not."""
    found = found_in(facts)
    prepares = found["committee"] and found["committee"].prepares_id
    return {
        **found,
        **committee_rows(facts, found["committee"]),
        "prepares_text": live_texts([prepares], language).get(prepares),
        **project_rows(facts, found["project"]),
        **academy_rows(facts, found["academy"]),
    }


def committee_rows(facts, committee):
    """``members`` and ``former_members``, each in order. One query where there is a committee."""
    rows = list(facts.members.select_related("person__portrait")) if committee else []
    return {
        "members": [row for row in rows if not row.is_over],
        "former_members": [row for row in rows if row.is_over],
    }


def live_texts(keys, language):
    """{document: live text} of the events and articles ``keys``; events with their facts. One query where there is a key."""
    keys = {key for key in keys if key}
    texts = PublicText.objects.readable_in(language).with_facts(Kind.EVENT, extra=["as_event__venue"])
    return (
        {text.document_id: text for text in texts.filter(document_id__in=keys).defer("body")} if keys else {}
    )


def project_rows(facts, project):
    """``partners``, ``questions`` and ``figures``, each in order. Three queries where there is a project."""
    if project is None:
        return {"partners": [], "questions": [], "figures": []}
    return {
        "partners": list(facts.partners.select_related("organisation")),
        "questions": list(facts.questions.all()),
        "figures": list(facts.figures.select_related("source")),
    }


def academy_rows(facts, academy):
    """``courses`` in order. One query where there is an academy."""
    return {"courses": list(facts.courses.select_related("lecturer")) if academy else []}


def meetings_of(facts):
    """The Milestones that are meetings. One query."""
    return list(facts.milestones.filter(milestone_kind=Milestone.MilestoneKind.MEETING))


def told_meetings(rows, texts):
    """The rows of ``meetings_of``, the latest first and before all those that have no day yet; each with ``source_text``, the
    live text of the article that reports it (of ``texts``, by document), or None."""
    today = timezone.localdate()
    for row in rows:
        row.source_text = texts.get(row.source_document_id)
        row.is_unreported = bool(row.due_on and not row.done_on and row.due_on < today)
    undated = [row for row in rows if not (row.done_on or row.due_on)]
    dated = [row for row in rows if row.done_on or row.due_on]
    return undated + sorted(dated, key=lambda row: (row.done_on or row.due_on, row.pk), reverse=True)


def courses_by_subject(courses):
    """[(subject, courses)]: the subjects in the order of their first courses, within each the introductory ones first."""
    places = {}
    for course in courses:
        places.setdefault(course.subject, len(places))
    courses = sorted(courses, key=lambda course: (places[course.subject], _LEVELS.index(course.level)))
    return [(subject, list(rows)) for subject, rows in groupby(courses, key=lambda course: course.subject)]
