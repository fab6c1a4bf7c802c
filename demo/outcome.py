"""What the decisions set up, the steps on the way, and what became of each decision and recommendation."""

from decimal import Decimal

from demo.content.set_ups import SET_UPS
from demo.forum import RESOLUTIONS, day, moment
from resolutions.followup import record_status_update
from resolutions.models import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    Milestone,
    ProjectFigure,
    ProjectPartner,
    ProjectQuestion,
    SponsorshipProject,
    StatusUpdate,
)


def make_outcomes(forum):
    """All of it, for every resolution of ``forum``."""
    for key, about in RESOLUTIONS.items():
        resolution = forum.documents[key]
        for part, make in (
            ("committee", _make_committee),
            ("project", _make_project),
            ("academy", _make_academy),
        ):
            if part in SET_UPS.get(key, ()):
                make(forum, resolution, SET_UPS[key][part])
        for due_on, done_on, arabic, english in about["steps"]:
            Milestone.objects.create(
                resolution=resolution,
                due_on=day(due_on),
                done_on=day(done_on),
                title_ar=arabic,
                title_en=english,
            )
        for update in about["updates"]:
            _record(forum, resolution, *update)


def _record(forum, resolution, noted_on, status, arabic, english, evidence, corrects=None, recorded_on=None):
    """``corrects`` is the place of the entry that it corrects among those of the resolution; ``recorded_on`` the day of its
    record, if it is not its own."""
    kind, what = evidence or ("", "")
    update = record_status_update(
        resolution, forum.users["publisher"], status, day(noted_on), note_ar=arabic, note_en=english,
        evidence_document=forum.documents[what] if kind == "article" else None,
        evidence_attachment=forum.files[what] if kind == "file" else None,
        evidence_url=what if kind == "address" else "",
        corrects=None if corrects is None else resolution.status_updates.order_by("pk")[corrects],
    )  # fmt: skip
    # As if the desk had recorded it on its day, not today.
    at = moment(f"{recorded_on or noted_on}T16:00")
    StatusUpdate.objects.filter(pk=update.pk).update(recorded_at=at)


def _make_committee(forum, decision, about):
    Committee.objects.create(
        decision=decision, prepares=forum.documents[about["prepares"]],
        name_ar=about["name"][0], name_en=about["name"][1],
        mandate_ar=about["mandate"][0], mandate_en=about["mandate"][1],
    )  # fmt: skip
    for order, (person, arabic, english, starts_on, ends_on) in enumerate(about["members"]):
        CommitteeMember.objects.create(
            decision=decision, person=forum.people[person], role_ar=arabic, role_en=english,
            starts_on=day(starts_on), ends_on=day(ends_on), order=order,
        )  # fmt: skip
    for due_on, done_on, arabic, english, article in about["meetings"]:
        Milestone.objects.create(
            resolution=decision, milestone_kind=Milestone.MilestoneKind.MEETING, due_on=day(due_on), done_on=day(done_on),
            title_ar=arabic, title_en=english, source_document=forum.documents[article] if article else None,
        )  # fmt: skip


def _make_project(forum, decision, about):
    SponsorshipProject.objects.create(
        decision=decision, name_ar=about["name"][0], name_en=about["name"][1],
        how_it_works_ar=about["how_it_works"][0], how_it_works_en=about["how_it_works"][1],
    )  # fmt: skip
    for order, (body, arabic, english) in enumerate(about["partners"]):
        ProjectPartner.objects.create(
            decision=decision,
            organisation=forum.organisations[body],
            role_ar=arabic,
            role_en=english,
            order=order,
        )
    for order, (question_ar, answer_ar, question_en, answer_en) in enumerate(about["questions"]):
        ProjectQuestion.objects.create(
            decision=decision, question_ar=question_ar, question_en=question_en, answer_ar=answer_ar, answer_en=answer_en,
            order=order,
        )  # fmt: skip
    for order, (arabic, english, value, reported_on, body) in enumerate(about["figures"]):
        ProjectFigure.objects.create(
            decision=decision, name_ar=arabic, name_en=english, value=Decimal(value), reported_on=day(reported_on),
            source=forum.organisations[body], source_url=f"https://example.org/reports/{reported_on}/", order=order,
        )  # fmt: skip


def _make_academy(forum, decision, about):
    Academy.objects.create(
        decision=decision, site=about["site"], name_ar=about["name"][0], name_en=about["name"][1]
    )
    for order, course in enumerate(about["courses"]):
        title_ar, subject_ar, title_en, subject_en, lecturer, level, language = course
        Course.objects.create(
            decision=decision, title_ar=title_ar, title_en=title_en, subject_ar=subject_ar, subject_en=subject_en,
            lecturer=forum.people[lecturer], level=level, language=language,
            address=f"{about['site']}courses/{order + 1}/", order=order,
        )  # fmt: skip
