"""Made-up committees, projects and academies for the components page. A state: a language in, the context of a template out."""

from datetime import date
from decimal import Decimal
from functools import partial

from forum_site import component_samples as sample
from publishing.models import Kind
from resolutions.models import Course


def set_up(language):
    """What a decision set up: all three at once."""
    say = partial(sample.say, language)
    steps = [
        say("تسجيل الأسر", "Families register"),
        say("ربط كل أسرتين", "Two families are brought together"),
    ]
    return {
        "text": sample.text(language, Kind.DECISION),
        "committee": sample.Sample(
            name=say("اللجنة التحضيرية", "Preparatory committee"),
            mandate=say("تضع جدول الأعمال.", "It sets the agenda."),
        ),
        "members": [membership(language)["row"]],
        "prepares_text": sample.text(language, Kind.EVENT),
        "project": sample.Sample(name=say("مشروع المؤاخاة", "The brotherhood project"), steps=steps),
        "partners": [partner(language)["row"]],
        "questions": [question(language)["row"]],
        "academy": sample.Sample(name=say("أكاديمية نموذجية", "Sample academy"), site="https://example.org/"),
        "courses": [course("introductory")(language)["course"]],
    }


def membership(language, **more):
    committee = sample.Sample(name=sample.say(language, "اللجنة التحضيرية", "Preparatory committee"))
    given = {
        "person": sample.person(language),
        "role": sample.say(language, "رئاسة اللجنة", "Chair"),
        "starts_on": date(2025, 1, 4),
        "ends_on": None,
        "is_to_come": False,
        "decision": sample.Sample(committee=committee),
    }
    return {"row": sample.Sample(**(given | more)), "text": sample.text(language, Kind.DECISION)}


def meeting(**more):
    def state(language):
        given = {
            "title": sample.say(language, "الاجتماع الأول", "First meeting"),
            "done_on": None,
            "due_on": None,
            "is_unreported": False,
            "source_text": None,
            "source_url": "",
        }
        return {"meeting": sample.Sample(**(given | more))}

    return state


def reported_meeting(language):
    return meeting(done_on=date(2025, 1, 4), source_text=sample.text(language, Kind.ARTICLE, 2))(language)


def partner(language):
    body = sample.body(language, site="https://example.org/")
    body.get_kind_display = sample.say(language, "جمعية", "Association")
    return {
        "row": sample.Sample(
            organisation=body, role=sample.say(language, "التقارير الدورية", "Reports at intervals")
        )
    }


def question(language):
    words = (
        ("من ينفّذ المشروع؟", "Who carries the project out?"),
        ("مؤسسات متخصصة.\n\nأسماؤها في هذه الصفحة.", "Specialised institutions.\n\nThis page names them."),
    )
    asked, answer = (sample.say(language, *pair) for pair in words)
    return {"row": sample.Sample(question=asked, answer=answer)}


def figure(language):
    name = sample.say(language, "أسر في المشروع", "Families in the project")
    return {
        "row": sample.Sample(
            name=name, value=Decimal("1250.00"), reported_on=date(2025, 3, 1), source=sample.body(language),
            source_url="https://example.org/report",
        )
    }  # fmt: skip


def course(level):
    def state(language):
        say = partial(sample.say, language)
        made = sample.Sample(
            title=say("مدخل إلى تاريخ القدس", "An introduction to the history of Jerusalem"), subject=say("تاريخ", "History"),
            address="https://example.org/course", level=level, get_level_display=Course.Level(level).label, language="ar",
            lecturer=sample.person(language, 3),
            decision=sample.Sample(academy=sample.Sample(name=say("أكاديمية نموذجية", "Sample academy"))),
        )  # fmt: skip
        return {"course": made, "text": sample.text(language, Kind.DECISION, 1)}

    return state
