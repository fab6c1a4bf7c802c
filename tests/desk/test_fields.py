"""The fields of the desk's forms: their language, their help, their relations, their rows, their clocks."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.admin import site
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.test import RequestFactory
from django.urls import reverse

from articles.models import Article
from events.models import Event, Participation, Session
from resolutions.models import Committee, CommitteeMember, Course, Decision, Milestone, ProjectFigure
from tests import factories
from tests.desk.forms import (
    KINDS,
    WORDS,
    add_address,
    at_clock,
    elements,
    form_address,
    form_id,
    press,
    typed_in,
)
from tests.factories import MAKERS, make_article, make_event, make_session
from tests.personas import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


# ---- Language and direction


@pytest.mark.parametrize("interface", ["ar", "en"])
@pytest.mark.parametrize("kind", list(KINDS))
def test_each_field_has_the_language_and_direction_of_its_content(publisher, kind, interface):
    publisher.interface_language = interface
    publisher.save()
    desk = signed_in(publisher)
    document = MAKERS[kind]()
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        answer = desk.get(form_address(document, language))
        found = {name: same[0] for name, same in elements(answer, form_id(answer)).items()}
        for name in {"title", "summary", "body", "kicker", "byline", "dateline"} & set(found):
            assert (found[name]["lang"], found[name]["dir"]) == (language, direction), name
        assert (found["slug"]["lang"], found["slug"]["dir"]) == (language, "ltr")
        left_to_right = {
            "code",
            "starts_on",
            "time_zone",
            "starts_at_0",
            "recording_url",
            "adopted_on",
            "order",
        }
        for name in left_to_right & set(found):
            assert found[name]["dir"] == "ltr", name


@pytest.mark.parametrize(
    "model", ["people_person", "publishing_topic", "events_venue", "media_library_image"]
)
def test_each_field_of_a_label_has_the_language_and_direction_of_its_content(desk, model):
    answer = desk.get(add_address(model))
    found = {name: same[0] for name, same in elements(answer, form_id(answer)).items()}
    names = {name for name in found if name.endswith(("_ar", "_en"))}
    assert names
    for name in names:
        language = name[-2:]
        right = "ltr" if language == "en" or name.startswith("slug") else "rtl"
        assert (found[name]["lang"], found[name]["dir"]) == (language, right), name


# ---- Help, relations, inlines


def all_forms(user):
    """(name, form, fields) of every form and inline of the desk, as ``user`` finds them when adding."""
    request = RequestFactory().get("/")
    request.user = user
    for model_admin in site._registry.values():
        if not model_admin.has_add_permission(request):
            continue
        yield model_admin.opts.label, model_admin.get_form(request).base_fields
        for inline in model_admin.get_inline_instances(request):
            yield inline.opts.label, inline.get_formset(request).form.base_fields


def test_every_field_of_every_form_has_a_help_text(administrator):
    silent = {
        f"{label}.{name}"
        for label, fields in all_forms(administrator)
        for name, field in fields.items()
        if not field.help_text and not field.widget.is_hidden
    }
    # Django's own fields of an account say what they are.
    own = {"username", "usable_password", "password1", "password2", "first_name", "last_name", "email", "last_login",
           "date_joined"}  # fmt: skip
    assert {name for name in silent if name.rpartition(".")[2] not in own} == set()


def test_every_relation_is_chosen_by_typing(administrator):
    slow = set()
    for label, fields in all_forms(administrator):
        for name, field in fields.items():
            if not hasattr(field, "queryset") or label == "accounts.User":
                continue
            widget = getattr(field.widget, "widget", field.widget)
            if not isinstance(widget, AutocompleteSelect | AutocompleteSelectMultiple):
                slow.add(f"{label}.{name}")
    assert slow == set()


#: Rows of inlines, and the document that they belong to.
ROWS = (Participation, CommitteeMember, Committee, Course, ProjectFigure)
PARENTS = ("decision", "session")


def relations():
    """Every relation of a document or a row of its inlines that is chosen by typing."""
    for model in (Article, Event, Session, Decision, *ROWS):
        for field in (*model._meta.fields, *model._meta.many_to_many):
            is_own = isinstance(field, models.OneToOneField) or (field.name in PARENTS and model in ROWS)
            if field.is_relation and field.editable and field.related_model in site._registry and not is_own:
                yield model, field.name


@pytest.mark.parametrize(("model", "name"), sorted(set(relations()), key=str))
def test_every_relation_answers_what_is_typed(desk, model, name):
    field = model._meta.get_field(name)
    makers = {
        "Event": make_event, "Session": make_session, "Person": factories.make_person, "Image": factories.make_image,
        "Organisation": factories.make_organisation, "Venue": factories.make_venue, "Room": factories.make_room,
        "Topic": factories.make_topic, "Document": make_article, "Attachment": factories.make_attachment,
        "Resolution": factories.make_decision,
    }  # fmt: skip
    thing = makers[field.related_model.__name__]()
    asked = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": name}
    answer = desk.get(reverse("admin:autocomplete"), asked | {"term": ""})
    assert answer.status_code == 200
    assert str(thing.pk) in {row["id"] for row in answer.json()["results"]}


def test_a_closing_statement_is_an_article(desk):
    article, page = make_article(), factories.make_page()
    asked = {"app_label": "events", "model_name": "event", "field_name": "closing_statement", "term": ""}
    found = {row["id"] for row in desk.get(reverse("admin:autocomplete"), asked).json()["results"]}
    assert str(article.pk) in found
    assert str(page.pk) not in found


def inline_row(prefix, index=0, **fields):
    """What is sent for one row of an inline, with the counts that go before."""
    counts = {f"{prefix}-TOTAL_FORMS": str(index + 1)}
    return counts | {f"{prefix}-{index}-{name}": value for name, value in fields.items()}


def test_the_people_of_a_session_are_added_in_its_form(desk):
    session, person = make_session(), factories.make_person()
    row = inline_row("participations", person=str(person.pk), role="chair", order="1")
    assert press(desk, form_address(session), "_continue", **row).status_code == 302
    (participation,) = Participation.objects.filter(session=session)
    assert (participation.person, participation.role, participation.order) == (person, "chair", 1)


def test_what_a_decision_set_up_is_added_in_its_form(desk):
    decision, person, body = factories.make_decision(), factories.make_person(), factories.make_organisation()
    event = make_event()
    rows = {
        **inline_row("milestones", title_ar="مرحلة", title_en="A step", due_on="2025-03-01",
                     milestone_kind="meeting"),
        **inline_row("committee", name_ar="لجنة", name_en="Committee", prepares=str(event.pk)),
        **inline_row("members", person=str(person.pk), role_ar="رئيس", role_en="Chair", order="0",
                     starts_on="2025-01-04", ends_on="2025-02-28"),
        **inline_row("sponsorship_project", name_ar="مشروع", name_en="Project", how_it_works_ar="خطوة"),
        **inline_row("partners", organisation=str(body.pk), role_ar="شريك", order="0"),
        **inline_row("questions", question_ar="من؟", question_en="Who?", answer_ar="هم", answer_en="They", order="0"),
        **inline_row("figures", name_ar="أسر", name_en="Families", value="1250.5", reported_on="2025-03-06", order="0",
                     source=str(body.pk), source_url="reports.example.org/march"),
        **inline_row("academy", name_ar="أكاديمية", name_en="Academy", site="academy.example.org"),
        **inline_row("courses", title_ar="مقرر", title_en="Course", subject_ar="تاريخ", subject_en="History",
                     level="advanced", language="ar", order="0", lecturer=str(person.pk)),
    }  # fmt: skip
    answer = press(desk, form_address(decision), "_continue", **rows)
    assert answer.status_code == 302, answer.context["errors"]
    decision = Decision.objects.get(pk=decision.pk)
    assert decision.committee.prepares == event
    assert decision.sponsorship_project.name_en == "Project"
    # An address typed without a scheme is meant as a safe one.
    assert decision.academy.site == "https://academy.example.org"
    (member,) = decision.members.all()
    assert (member.person, str(member.starts_on), str(member.ends_on)) == (person, "2025-01-04", "2025-02-28")
    assert [(row.question_en, row.answer_en) for row in decision.questions.all()] == [("Who?", "They")]
    (figure,) = decision.figures.all()
    told = (figure.name_en, str(figure.value), str(figure.reported_on), figure.source)
    assert told == ("Families", "1250.50", "2025-03-06", body)
    assert figure.source_url == "https://reports.example.org/march"
    assert [partner.organisation for partner in decision.partners.all()] == [body]
    assert [course.title_en for course in decision.courses.all()] == ["Course"]
    assert [(step.title_ar, step.milestone_kind) for step in decision.milestones.all()] == [
        ("مرحلة", "meeting")
    ]


def test_each_inline_has_a_heading_that_says_what_it_is(desk):
    html = desk.get(add_address("resolutions_decision")).content.decode()
    headings = (
        "Committee\n", "Sponsorship project\n", "Academy\n", "Status updates", "Committee members", "Project partners",
        "Courses", "Milestones", "Questions and answers", "Reported figures",
    )  # fmt: skip
    for heading in headings:
        assert f'class="inline-heading">\n  \n    {heading}' in html, heading


def test_a_milestone_names_itself_in_either_language(desk):
    """modeltranslation's own name field is None where the active language has no words."""
    milestone = Milestone(title_ar="", title_en="A step")
    assert str(milestone) == "A step"
    assert str(factories.Topic(name_ar="موضوع", name_en=None)) == "موضوع"


# ---- References


def test_a_new_decision_has_its_reference_at_once(desk):
    event = make_event(code="MQF-2031")
    press(desk, add_address("resolutions_decision"), "_continue", event=str(event.pk), **WORDS)
    press(
        desk,
        add_address("resolutions_decision"),
        "_continue",
        event=str(event.pk),
        **WORDS | {"title": "آخر"},
    )
    press(desk, add_address("resolutions_recommendation"), "_continue", event=str(event.pk), **WORDS)
    references = set(event.resolutions.values_list("reference", flat=True))
    assert references == {"MQF-2031-D1", "MQF-2031-D2", "MQF-2031-R1"}


def test_the_event_and_status_of_a_decision_are_not_changed_in_its_form(desk):
    decision, other = factories.make_decision(), make_event()
    press(
        desk, form_address(decision), "_continue", event=str(other.pk), status="implemented", reference="X-1"
    )
    again = Decision.objects.get(pk=decision.pk)
    assert (again.event, again.status, again.reference) == (decision.event, "adopted", decision.reference)


# ---- The clocks of a session


TOKYO = ZoneInfo("Asia/Tokyo")


def test_a_session_is_typed_and_shown_in_the_clocks_of_its_event(desk):
    event = make_event(time_zone="Asia/Tokyo")
    starts, ends = (datetime(2024, 12, 21, hour, tzinfo=TOKYO) for hour in (10, 11))
    period = at_clock("starts_at", starts) | at_clock("ends_at", ends)
    press(desk, add_address("events_session"), "_continue", event=str(event.pk), **period, **WORDS)
    session = Session.objects.get(event=event)
    assert (session.starts_at, session.ends_at) == (starts, ends)
    opened = desk.get(form_address(session))
    shown = typed_in(opened)
    assert (shown["starts_at_0"], shown["starts_at_1"], shown["ends_at_1"]) == (
        "2024-12-21",
        "10:00",
        "11:00",
    )
    assert "Times on this form are those of Asia/Tokyo." in opened.content.decode()
    # Saved again as it is shown, it stays where it is.
    press(desk, form_address(session), "_continue")
    session.refresh_from_db()
    assert (session.starts_at, session.ends_at) == (starts, ends)


def test_a_refused_session_shows_the_clocks_that_were_typed(desk):
    event = make_event(time_zone="Asia/Tokyo")
    typed = {
        "starts_at_0": "2024-12-21",
        "starts_at_1": "10:00:00",
        "ends_at_0": "2024-12-21",
        "ends_at_1": "09:00:00",
    }
    answer = press(desk, add_address("events_session"), "_continue", event=str(event.pk), **typed, **WORDS)
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors == {"ends_at": ["The session ends before it starts."]}
    assert {name: typed_in(answer)[name] for name in typed} == typed
