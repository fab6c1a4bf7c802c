"""Bad input at the desk, in all but the words: facts, rows, keys, labels, files; and what was typed is still there."""

import pytest
from django.contrib.admin.sites import site

from events.models import Event, Session
from media_library.models import Attachment, Image
from people.models import Person
from publishing.models import Document
from tests import factories
from tests.desk.forms import add_address, form_address, press
from tests.desk.mistakes import WORDS, assert_typed_is_there, errors_of, press_add, say
from tests.factories import make_article, make_event, make_session, write
from tests.media_library.files import SVG, picture_bytes, png_of, upload
from tests.personas import signed_in

pytestmark = pytest.mark.django_db

#: In both languages of the desk, as a person reads it.
INTERFACES = ("ar", "en")


@pytest.fixture(params=INTERFACES)
def desk(request, publisher):
    publisher.interface_language = request.param
    publisher.save()
    desk = signed_in(publisher)
    desk.language = request.param
    return desk


# ---- Facts


def test_days_and_codes_of_an_event(desk):
    facts = {"code": "mqf 2024", "time_zone": "Mars/Olympus", "starts_on": "2024-12-22", "ends_on": "2024-12-21",
             "languages": ["xx"]}  # fmt: skip
    answer = press_add(desk, model="events_event", **facts)
    assert {"code", "time_zone", "languages"} <= set(errors_of(answer))
    assert_typed_is_there(answer, code="mqf 2024", title=WORDS["title"])
    typed = {
        "code": "MQF-1",
        "time_zone": "Europe/Istanbul",
        "starts_on": "2024-12-22",
        "ends_on": "2024-12-21",
    }
    answer = press_add(desk, model="events_event", **typed)
    assert say(desk, "The last day is before the first one.") in errors_of(answer)["ends_on"]
    make_event(code="MQF-1")
    answer = press_add(desk, model="events_event", code="MQF-1", time_zone="Europe/Istanbul")
    assert set(errors_of(answer)) == {"code"}
    assert set(Event.objects.values_list("code", flat=True)) == {"MQF-1"}


def at(name, day, hour):
    return {f"{name}_0": day, f"{name}_1": hour}


@pytest.mark.parametrize(
    ("start", "end", "field", "message"),
    [
        (
            ("2024-12-20", "10:00"),
            ("2024-12-20", "11:00"),
            "starts_at",
            "The session is outside the days of its event.",
        ),
        (("2024-12-21", "10:00"), ("2024-12-21", "10:00"), "ends_at", "The session ends before it starts."),
        (("2024-12-21", "10:00"), ("", ""), "ends_at", "Give both the start and the end, or neither."),
    ],
)
def test_times_of_a_session(desk, start, end, field, message):
    event = make_event()
    typed = at("starts_at", *start) | at("ends_at", *end)
    answer = press_add(desk, model="events_session", event=str(event.pk), **typed)
    assert errors_of(answer)[field] == [say(desk, message)]
    assert_typed_is_there(answer, **typed, event=str(event.pk), title=WORDS["title"])
    assert Session.objects.count() == 0


def test_two_sessions_in_one_room(desk):
    venue = factories.make_venue()
    event, room = make_event(venue=venue), factories.make_room(venue)
    make_session(event, ar="الأولى", room=room)
    typed = at("starts_at", "2024-12-21", "10:30") | at("ends_at", "2024-12-21", "11:30")
    answer = press_add(desk, model="events_session", event=str(event.pk), room=str(room.pk), **typed)
    assert errors_of(answer) == {
        "room": [say(desk, "“%(title)s” is in this room at that time.", title="الأولى")]
    }


@pytest.mark.parametrize("event", ["", "x", "0", "-1", "9" * 30, "²", "٣"])
def test_a_session_of_no_event(desk, event):
    answer = press_add(desk, model="events_session", event=event)
    assert set(errors_of(answer)) == {"event"}
    answer = desk.get(add_address("events_session"), {"event": event})
    assert answer.status_code == 200


def test_relations_to_nothing(desk):
    answer = press_add(desk, picture="999999", topics=["x"], resolutions=["5"], event="abc")
    assert set(errors_of(answer)) == {"picture", "topics", "resolutions", "event"}
    assert_typed_is_there(answer, title=WORDS["title"], body=WORDS["body"])


def test_a_choice_that_there_is_not(desk):
    answer = press_add(desk, article_kind="poem", source_language="tlh")
    assert set(errors_of(answer)) == {"article_kind", "source_language"}


def test_one_person_twice_in_one_role(desk):
    session, person = make_session(), factories.make_person()
    rows = {"participations-TOTAL_FORMS": "2"}
    for row in ("0", "1"):
        rows |= {f"participations-{row}-person": str(person.pk), f"participations-{row}-role": "chair",
                 f"participations-{row}-order": row}  # fmt: skip
    answer = press(desk, form_address(session), "_continue", title="عنوان آخر", **rows)
    assert answer.status_code == 200
    assert answer.context["errors"]
    assert_typed_is_there(answer, title="عنوان آخر")
    assert session.participations.count() == 0


def row_errors(answer, prefix):
    """{field: [messages]} of the first row of an inline in a form that came back."""
    assert answer.status_code == 200
    (formset,) = (
        row.formset for row in answer.context["inline_admin_formsets"] if row.formset.prefix == prefix
    )
    return {name: list(errors) for name, errors in formset.errors[0].items()}


def test_a_term_that_ends_before_it_begins(desk):
    decision, person = factories.make_decision(), factories.make_person()
    row = {"person": str(person.pk), "starts_on": "2025-02-01", "ends_on": "2025-01-31", "order": "0"}
    typed = {"members-TOTAL_FORMS": "1"} | {f"members-0-{name}": value for name, value in row.items()}
    answer = press(desk, form_address(decision), "_continue", **typed)
    assert row_errors(answer, "members") == {"ends_on": [say(desk, "The last day is before the first one.")]}
    assert_typed_is_there(answer, **{"members-0-starts_on": "2025-02-01", "members-0-ends_on": "2025-01-31"})
    assert decision.members.count() == 0


@pytest.mark.parametrize(
    ("field", "typed"),
    [("value", "1" * 13), ("value", "1.005"), ("value", "many"), ("value", "NaN"), ("value", "Infinity"), ("value", ""),
     ("reported_on", "2099-01-01"), ("reported_on", "yesterday"), ("reported_on", ""), ("source", "999999"), ("source", ""),
     ("source_url", "javascript:alert(1)"), ("name_ar", "أ" * 121), ("order", "-1")],
)  # fmt: skip
def test_a_figure_that_nobody_can_have_reported(desk, field, typed):
    decision, body = factories.make_decision(), factories.make_organisation()
    row = {"name_ar": "أسر", "name_en": "Families", "value": "1250", "reported_on": "2025-03-06", "source": str(body.pk),
           "source_url": "https://example.org/", "order": "0"}  # fmt: skip
    sent = {"figures-TOTAL_FORMS": "1"} | {
        f"figures-0-{name}": value for name, value in (row | {field: typed}).items()
    }
    answer = press(desk, form_address(decision), "_continue", **sent)
    assert set(row_errors(answer, "figures")) == {field}
    if field != "source":
        assert_typed_is_there(answer, **{f"figures-0-{field}": typed})
    assert decision.figures.count() == 0


def test_a_question_needs_its_answer(desk):
    decision = factories.make_decision()
    row = {"question_ar": "من؟", "question_en": "Who?", "order": "0"}
    sent = {"questions-TOTAL_FORMS": "1"} | {f"questions-0-{name}": value for name, value in row.items()}
    answer = press(desk, form_address(decision), "_continue", **sent)
    required = [say(desk, "This field is required.")]
    assert row_errors(answer, "questions") == {"answer_ar": required, "answer_en": required}


def test_a_form_whose_rows_cannot_be_counted(desk):
    session = make_session()
    answer = press(desk, form_address(session), "_continue", **{"participations-TOTAL_FORMS": "many"})
    assert answer.status_code == 200


@pytest.mark.parametrize("key", ["abc", "0", "9" * 30, "_00", "-1", "²"])
@pytest.mark.parametrize(
    "model", ["events_session", "articles_article", "resolutions_decision", "people_person"]
)
def test_a_form_of_nothing(desk, key, model):
    app, name = model.split("_")
    for act in ("change", "delete", "history"):
        answer = desk.get(f"/admin/{app}/{name}/{key}/{act}/")
        assert answer.status_code == 404 or answer.headers["Location"] == "/admin/", (act, answer)


@pytest.mark.parametrize("path", ["preview/9999999999999999999999/ar/", "preview/1/fr/", "preview/x/ar/",
                                  "resolutions/decision/99999999999999999999/status/"])  # fmt: skip
def test_an_address_of_nothing(desk, path):
    assert desk.get(f"/admin/{path}").status_code == 404


# ---- Labels


def test_a_label_needs_both_names_and_says_it_once(desk):
    answer = press(
        desk, add_address("people_person"), "_continue", name_ar="متحدث نموذجي", role_line_ar="باحث"
    )
    assert errors_of(answer) == {"name_en": [say(desk, "This field is required.")]}
    assert_typed_is_there(answer, name_ar="متحدث نموذجي", role_line_ar="باحث")


def test_a_label_whose_address_is_taken(desk):
    factories.make_person(name_ar="متحدث نموذجي", name_en="Sample speaker")
    names = {"name_ar": "آخر", "name_en": "Another"}
    answer = press(desk, add_address("people_person"), "_continue", **names, slug_en="sample-speaker")
    message = "The address “%(slug)s” is taken; choose another one."
    assert errors_of(answer) == {"slug_en": [say(desk, message, slug="sample-speaker")]}
    assert_typed_is_there(answer, **names, slug_en="sample-speaker")
    assert press(desk, add_address("people_person"), "_continue", **names).status_code == 302
    assert Person.objects.get(name_en="Another").slug_en == "another"


@pytest.mark.parametrize("model", ["people_person", "publishing_topic"])
def test_a_label_whose_address_folds_to_nothing(desk, model):
    answer = press(desk, add_address(model), "_continue", name_ar="؟؟", name_en="Name", slug_en="---")
    assert set(errors_of(answer)) & {"slug_ar", "slug_en"}
    assert_typed_is_there(answer, name_ar="؟؟", name_en="Name", slug_en="---")


def test_labels_with_the_same_name_get_addresses_of_their_own(desk):
    for _time in range(2):
        press(desk, add_address("people_person"), "_continue", name_ar="متحدث", name_en="Speaker")
    assert set(Person.objects.values_list("slug_ar", "slug_en")) == {
        ("متحدث", "speaker"),
        ("متحدث-2", "speaker-2"),
    }


# ---- Files (every kind of bad picture is in tests/media_library)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (SVG, "a.svg"), (SVG, "a.png"), (picture_bytes("TIFF"), "a.jpg"), (png_of(60_000, 60_000), "a.png"),
        (b"words, no picture", "a.jpg"), (b"", "a.png"), (picture_bytes()[:200], "a.jpg"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_picture(desk, content, name):
    words = {
        "alt_ar": "نقش",
        "alt_en": "Pattern",
        "caption_ar": "شرح",
        "ppoi": "0.5x0.5",
        "licence": "own-work",
    }
    answer = press(desk, add_address("media_library_image"), "_continue", **words, file=upload(content, name))
    errors = errors_of(answer)
    assert set(errors) == {"file"}
    assert all(errors["file"])
    assert_typed_is_there(answer, **words)
    assert Image.objects.count() == 0


def test_no_picture_at_all(desk):
    answer = press(desk, add_address("media_library_image"), "_continue", alt_ar="نقش", alt_en="Pattern")
    assert errors_of(answer) == {"file": [say(desk, "This field is required.")]}


def test_a_file_of_no_allowed_kind(desk):
    words = {"title_ar": "ملف", "title_en": "File", "language": "ar"}
    answer = press(
        desk, add_address("media_library_attachment"), "_continue", **words, file=upload(b"MZ", "a.exe")
    )
    assert set(errors_of(answer)) == {"file"}
    assert_typed_is_there(answer, **words)
    assert Attachment.objects.count() == 0


# ---- Anything at all


@pytest.mark.parametrize("model", sorted(f"{m._meta.app_label}_{m._meta.model_name}" for m in site._registry))
def test_an_empty_post_is_never_an_error_of_the_program(administrator, model):
    desk = signed_in(administrator)
    answer = desk.post(add_address(model), {})
    assert answer.status_code in (200, 403)
    answer = desk.post(
        add_address(model), {"title": "\x00", "_publish": "1", "live_from_0": "\x00", "event": "\x00"}
    )
    assert answer.status_code in (200, 403)


def test_writing_beside_the_form_changes_nothing_public(desk):
    """A posted ``kind``, ``created_by`` or ``stage`` is not a field of the form."""
    article = make_article(en=False)
    write(article, "ar", title="عنوان")
    press(
        desk,
        form_address(article),
        "_continue",
        kind="page",
        created_by="1",
        stage="in_review",
        created_at="x",
    )
    again = Document.objects.get(pk=article.pk)
    assert (again.kind, again.created_by, again.working_copy("ar").stage) == (
        "article",
        article.created_by,
        "draft",
    )
