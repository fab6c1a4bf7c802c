"""What a decision set up, as readers see it: a committee, a sponsorship project, an academy."""

from itertools import groupby

from django.utils import timezone

from publishing.models import Kind, PublicText
from resolutions.models import Course, Milestone, Resolution

#: What a decision can set up: its name in addresses and in the context of pages, and its row seen from the decision.
SET_UPS = {"committee": "committee", "project": "sponsorship_project", "academy": "academy"}
_LEVELS = Course.Level.values


def found_in(facts):
    """{"committee": Committee or None, "project": …, "academy": …} of the decision ``facts``. One query."""
    row = Resolution.objects.select_related(*SET_UPS.values()).get(pk=facts.pk)
    return {name: getattr(row, accessor, None) for name, accessor in SET_UPS.items()}


def set_up_by(facts, language):
    """What the decision ``facts`` set up: the context of the page of the decision and of its paper, with None and empty lists
    for what there is not. One query, and those of what there is."""
    found = found_in(facts)
    return {
        **found,
        **committee_rows(facts, found["committee"], language),
        **project_rows(facts, found["project"]),
        **academy_rows(facts, found["academy"]),
    }


def committee_rows(facts, committee, language):
    """``members`` and ``former_members``, each in order, and ``prepares_text``: the live text of the event that the committee
    prepares, or None. Two queries where there is one."""
    if committee is None:
        return {"members": [], "former_members": [], "prepares_text": None}
    rows = list(facts.members.select_related("person__portrait"))
    return {
        "members": [row for row in rows if not row.is_over],
        "former_members": [row for row in rows if row.is_over],
        "prepares_text": _event_text(committee.prepares_id, language),
    }


def _event_text(pk, language):
    if pk is None:
        return None
    texts = PublicText.objects.of_kind(Kind.EVENT).readable_in(language)
    return texts.with_facts(Kind.EVENT, extra=["as_event__venue"]).filter(document_id=pk).first()


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


def meetings_of(facts, language):
    """The meetings among the milestones, the latest first and before all those that have no day yet; each with
    ``source_text``, the live text of the article that reports it, or None. At most two queries."""
    rows = list(facts.milestones.filter(milestone_kind=Milestone.MilestoneKind.MEETING))
    sources = {row.source_document_id for row in rows if row.source_document_id}
    texts = PublicText.objects.of_kind(Kind.ARTICLE).readable_in(language).filter(document_id__in=sources)
    by_document = {text.document_id: text for text in texts} if sources else {}
    today = timezone.localdate()
    for row in rows:
        row.source_text = by_document.get(row.source_document_id)
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
