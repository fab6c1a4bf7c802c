"""The sections of "my desk": each a few rows that ask something of the person, and the address of the rest.

A section costs one query or two, however many rows there are; it counts them in the same query.
"""

from dataclasses import dataclass, field

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    When,
    Window,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from desk.ages import age, delay, is_past
from desk.behind import changed_since
from desk.queries import (
    LIGHT_COPIES,
    assignment_of,
    kinds_for,
    languages_of,
    last_writer,
    light_copies,
    open_assignments,
    rights,
    wants_four_eyes,
)  # fmt: skip
from publishing.desk_addresses import form_address
from publishing.freshness import Freshness, in_freshness
from publishing.languages import NAMES
from publishing.models import Act, Document, DocumentTranslation, Revision
from publishing.models.revision import LONG_WORDS
from publishing.permissions import Task
from publishing.site import site_settings
from publishing.states import LIGHT_REVISIONS, Stage
from resolutions.followup import may_add_note
from resolutions.models import Milestone, Resolution, StatusUpdate
from resolutions.standing import OPEN, last_update_column, overdue, quiet

#: As many rows as a section shows.
MOST = 10


@dataclass
class Row:
    """A line of a section: a text (or a thing to follow up), what is told about it, and where it leads."""

    title: str
    title_language: str
    kind: str
    address: str
    language_name: str | Promise = ""
    badge: str = ""
    badge_name: str = ""
    since_label: str | Promise = ""
    since: object = None
    since_age: str = ""
    due_on: object = None
    delay: str = ""
    is_overdue: bool = False
    assignee: User | None = None
    note: str = ""


@dataclass
class Section:
    """A part of the first page; ``more`` are (label, address) pairs that lead to the rest."""

    name: str
    title: str | Promise
    rows: list[Row]
    total: int
    more: list = field(default_factory=list)


def sections_of(user):
    """The Sections of the desk of ``user`` that have something in them, the most pressing first."""
    made = [
        make(user)
        for make in (
            to_review,
            returned,
            assigned,
            drafts,
            out_of_date,
            missing_notes,
            scheduled,
            follow_ups,
        )
    ]
    return [section for section in made if section.rows]


# ---- Working copies


def to_review(user):
    """In review, where the person may review and did not write a text that wants four eyes; first what is theirs or nobody's."""
    copies = _copies(user, Task.REVIEW).filter(stage=Stage.IN_REVIEW).alias(writer=last_writer("master_id"))
    is_own = Case(When(wants_four_eyes("master__") & Q(writer=user.pk), then=True), default=False)
    is_others = Case(When(~Q(assignee_id=user.pk) & Q(assignee_id__isnull=False), then=1), default=0)
    submitted = _latest_act(Act.Name.SUBMIT).values("at")[:1]
    copies = copies.alias(is_own=is_own, is_others=is_others).filter(is_own=False)
    copies = copies.annotate(since=Subquery(submitted))
    found = list(copies.order_by("is_others", *_BY_DUE, "since", "pk")[:MOST])
    names = _people(found)
    rows = [
        _copy_row(copy, since_label=_("Submitted:"), since=copy.since, assignee=names.get(copy.assignee_id))
        for copy in found
    ]
    return _section("to_review", _("Waiting for my review"), found, rows, user, "state=in_review")


def returned(user):
    """Changes are requested, and the person wrote the text last, has it assigned or created the document."""
    is_mine = (
        Q(updated_by=user.pk) | Q(writer=user.pk) | Q(assignee_id=user.pk) | Q(master__created_by=user.pk)
    )
    copies = _copies(user, Task.WRITE).alias(writer=last_writer("master_id"))
    asked = _latest_act(Act.Name.REQUEST_CHANGES)
    copies = copies.annotate(since=Subquery(asked.values("at")[:1]), asked=Subquery(asked.values("note")[:1]))
    copies = copies.filter(is_mine, stage=Stage.CHANGES_REQUESTED)
    found = list(copies.order_by(*_BY_DUE, "-since", "pk")[:MOST])
    rows = [
        _copy_row(copy, since_label=_("Returned:"), since=copy.since, note=copy.asked or "") for copy in found
    ]
    return _section("returned", _("Returned to me"), found, rows, user, "state=changes_requested")


def drafts(user):
    """Working copies that the person saved last and that are not public as they stand, but for those that were returned."""
    newest = Revision.objects.filter(
        document_id=OuterRef("master_id"), language_code=OuterRef("language_code")
    ).order_by("-number")
    copies = _copies(user, Task.WRITE).filter(updated_by=user.pk).exclude(stage=Stage.CHANGES_REQUESTED)
    # A text without a period of its own is neither public nor planned, and was not withdrawn.
    copies = copies.alias(
        newest=Subquery(newest.values("pk")[:1]), dated=Subquery(newest.values("live_from")[:1])
    )
    copies = copies.filter(newest__isnull=False, dated__isnull=True)
    found = list(copies.order_by("-updated_at", "-pk")[:MOST])
    rows = [
        _copy_row(
            copy,
            badge_name=_stage_name(copy),
            badge=_stage_label(copy),
            since_label=_("Saved:"),
            since=copy.updated_at,
        )
        for copy in found
    ]
    return _section("drafts", _("My drafts"), found, rows, user, "mine=saved")


def out_of_date(user):
    """Translations that the person may write and whose original says something else by now; their own first."""
    stale = Q(pk__in=())
    for language in languages_of(user):
        document = Document.objects.filter(pk=OuterRef("master_id"))
        stale |= Q(Exists(in_freshness(document, language, Freshness.OUT_OF_DATE)), language_code=language)
    is_others = Case(When(assignee_id=user.pk, then=0), default=1)
    copies = _copies(user, Task.WRITE).filter(stale).alias(is_others=is_others)
    found = list(copies.order_by("is_others", *_BY_DUE, "updated_at", "pk")[:MOST])
    names = _people(found)
    prefetch_related_objects([copy.master for copy in found], LIGHT_COPIES, LIGHT_REVISIONS)
    rows = [
        _copy_row(copy, since_label=_("The original changed:"), since=changed_since(copy.master),
                  assignee=names.get(copy.assignee_id))
        for copy in found
    ]  # fmt: skip
    return _section("out_of_date", _("Out of date"), found, rows, user, "freshness=out_of_date")


_BY_DUE = [F("due_on").asc(nulls_last=True)]
_TOTAL = Window(Count("pk"))


def _copies(user, task):
    """The working copies with which ``user`` may do ``task``, with the assignment of each and how many there are in all."""
    copies = DocumentTranslation.objects.filter(rights(user, task, "master__"), master__binned_at=None)
    return copies.select_related("master").annotate(
        assignee_id=assignment_of("master_id", "language_code", "assignee_id"),
        due_on=assignment_of("master_id", "language_code", "due_on"),
        total=_TOTAL,
    )  # fmt: skip


def _latest_act(name):
    acts = Act.objects.filter(
        name=name, document_id=OuterRef("master_id"), language_code=OuterRef("language_code")
    )
    return acts.order_by("-at", "-pk")


def _people(copies):
    """The assignees of ``copies`` by their keys, in one query."""
    return User.objects.in_bulk({copy.assignee_id for copy in copies if copy.assignee_id})


def _stage_name(copy):
    return copy.stage if copy.stage != Stage.DRAFT else ""


def _stage_label(copy):
    return copy.get_stage_display() if copy.stage != Stage.DRAFT else ""


def _copy_row(copy, since=None, **told):
    return Row(
        title=copy.title, title_language=copy.language_code, kind=copy.master.get_kind_display(),
        address=form_address(copy.master, copy.language_code), language_name=NAMES[copy.language_code],
        since=since, since_age=age(since) if since else "", **_due(copy.due_on), **told,
    )  # fmt: skip


def _due(day):
    return {"due_on": day, "delay": delay(day) if day else "", "is_overdue": is_past(day)}


def _section(name, title, found, rows, user, query):
    """A Section of ``rows`` made from ``found``, whose rest is on the board with the filters ``query``."""
    total = found[0].total if found else 0
    if len(languages := languages_of(user)) == 1:
        query = f"language={languages[0]}&{query}"
    more = [(_("All on the board"), f"{reverse('admin:desk_board')}?{query}")]
    return Section(name, title, rows, total, more)


# ---- Other rows


def assigned(user):
    """What is assigned to the person and asks something of them, there being a text or not; the first due first."""
    found = open_assignments().filter(
        assignee=user.pk, document__kind__in=kinds_for(user), language_code__in=languages_of(user)
    )
    found = found.select_related("document").prefetch_related(light_copies("document__"))
    found = list(found.annotate(total=_TOTAL).order_by(*_BY_DUE, "pk")[:MOST])
    rows = [_assigned_row(row) for row in found]
    return _section("assigned", _("Assigned to me"), found, rows, user, "mine=assigned&order=due")


def _assigned_row(assignment):
    document, language = assignment.document, assignment.language_code
    title, title_language = document.title_for(language)
    copy = document.working_copy(language)
    return Row(
        title, title_language, document.get_kind_display(), form_address(document, language), NAMES[language],
        badge_name=_stage_name(copy) if copy else Freshness.MISSING.value,
        badge=_stage_label(copy) if copy else Freshness.MISSING.label,
        **_due(assignment.due_on),
    )  # fmt: skip


def scheduled(user):
    """Texts that go public later, the next one first."""
    texts = Revision.objects.scheduled().filter(
        document__binned_at=None, kind__in=kinds_for(user), language_code__in=languages_of(user)
    )
    texts = texts.select_related("document").defer(*LONG_WORDS, "note").annotate(total=_TOTAL)
    found = list(texts.order_by("live_from", "pk")[:MOST])
    rows = [
        Row(text.title, text.language_code, text.get_kind_display(), form_address(text.document, text.language_code),
            NAMES[text.language_code], since_label=_("Goes public:"), since=text.live_from)
        for text in found
    ]  # fmt: skip
    section = _section("scheduled", _("Scheduled"), found, rows, user, "state=scheduled")
    section.more.append((_("Calendar"), reverse("admin:desk_calendar")))
    return section


def missing_notes(user):
    """Entries of the record whose note is there in one language only, for those who may write the other; the latest first."""
    wanted = Q(pk__in=())
    for kind in kinds_for(user, "change"):
        for language in languages_of(user):
            if may_add_note(user, language, kind):
                wanted |= Q(resolution__kind=kind) & (
                    Q(**{f"note_{language}": ""}) | Q(**{f"note_{language}": None})
                )
    updates = StatusUpdate.objects.standing().filter(wanted, resolution__binned_at=None)
    updates = updates.select_related("resolution").prefetch_related(light_copies("resolution__"))
    found = list(updates.annotate(total=_TOTAL).order_by("-recorded_at", "-pk")[:MOST])
    total = found[0].total if found else 0
    return Section(
        "missing_notes", _("Notes to follow in the other language"), [_note_row(row) for row in found], total
    )


def _note_row(update):
    """An entry; it leads to where its other note is written."""
    resolution, language = update.resolution, update.missing_note
    title, title_language = resolution.title_for()
    address = reverse(f"admin:resolutions_{resolution.kind}_status_note", args=[resolution.pk, update.pk])
    return Row(
        title, title_language, resolution.get_kind_display(), address, NAMES[language], badge_name="status",
        badge=update.get_to_status_display(), since_label=_("Recorded:"), since=update.recorded_at,
        since_age=age(update.recorded_at), note=update.note_ar or update.note_en,
    )  # fmt: skip


def follow_ups(user):
    """Milestones and resolutions whose day has passed, and resolutions of which nothing was recorded for long, for those who
    record what became of them."""
    title = _("Overdue follow-ups")
    if not user.has_perm("resolutions.record_status_update"):
        return Section("follow_ups", title, [], 0)
    today, months = timezone.localdate(), site_settings().months_without_update
    ours = Resolution.objects.in_use().filter(kind__in=kinds_for(user)).prefetch_related(LIGHT_COPIES)
    late = list(ours.filter(overdue(today)).annotate(total=_TOTAL).order_by("due_on", "pk")[:MOST])
    steps = list(_late_milestones(user, today).annotate(total=_TOTAL).order_by("due_on", "pk")[:MOST])
    silent = ours.exclude(overdue(today)).annotate(last_update_on=last_update_column())
    silent = silent.filter(quiet(today, months)).annotate(total=_TOTAL)
    silent = list(silent.order_by(Coalesce("last_update_on", "adopted_on"), "pk")[:MOST])
    rows = [_late_row(row) for row in late] + [_step_row(row) for row in steps]
    rows += [_silent_row(row) for row in silent]
    total = sum(found[0].total for found in (late, steps, silent) if found)
    more = [
        (model._meta.verbose_name_plural, reverse(f"admin:resolutions_{model._meta.model_name}_changelist"))
        for model in Resolution.__subclasses__()
    ]
    return Section(
        "follow_ups", title, sorted(rows, key=lambda row: row.due_on or row.since)[:MOST], total, more
    )


def _late_milestones(user, today):
    """Those of a resolution of which nothing more is awaited are nobody's work any more."""
    steps = Milestone.objects.filter(due_on__lt=today, done_on=None, resolution__status__in=OPEN)
    steps = steps.filter(resolution__binned_at=None, resolution__kind__in=kinds_for(user))
    return steps.select_related("resolution").prefetch_related(light_copies("resolution__"))


def _silent_row(resolution):
    """A resolution of which nothing was recorded for long; it leads to where something is."""
    row = _late_row(resolution)
    # Its day has not come, or there is none: that is not what is asked for.
    row.due_on, row.delay, row.is_overdue = None, "", False
    row.since = resolution.last_update_on or resolution.adopted_on
    row.since_label = _("Last update:") if resolution.last_update_on else _("Adopted, and no update since:")
    row.since_age = age(row.since)
    return row


def _late_row(resolution):
    """A resolution; it leads to where its status is recorded."""
    address = reverse(f"admin:resolutions_{resolution.kind}_status", args=[resolution.pk])
    return _follow_up(resolution, resolution.due_on, address)


def _step_row(milestone):
    """A milestone; it leads to the form of its resolution, where the day on which it was reached is entered."""
    resolution = milestone.resolution
    row = _follow_up(resolution, milestone.due_on, form_address(resolution))
    row.note = str(milestone)
    return row


def _follow_up(resolution, due_on, address):
    title, language = resolution.title_for()
    return Row(
        title, language, resolution.get_kind_display(), address, badge_name="status",
        badge=resolution.get_status_display(), **(_due(due_on) if due_on else {}),
    )  # fmt: skip
