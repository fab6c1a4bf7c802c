"""What became of a decision is recorded in a form of its own, the only one that changes the status."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override

from resolutions.models import Decision, StatusUpdate
from tests import factories
from tests.desk.forms import FormReader, form_address, messages_of
from tests.personas import signed_in

pytestmark = pytest.mark.django_db
SENT = {
    "to_status": "in_progress",
    "noted_on": "2025-01-02",
    "note_ar": "بدأ العمل.",
    "note_en": "Work has begun.",
}


@pytest.fixture(params=["ar", "en"])
def desk(request, editor):
    editor.interface_language = request.param
    editor.save()
    desk = signed_in(editor)
    desk.language = request.param
    return desk


def address(resolution):
    return reverse(f"admin:resolutions_{resolution._meta.model_name}_status", args=[resolution.pk])


def say(desk, message, **values):
    with override(desk.language):
        said = gettext(message)
    return said % values if values else said


def refused(desk, decision, **typed):
    """The errors with which the form came back; what was typed must be in it and nothing may be recorded."""
    before = decision.status
    answer = desk.post(address(decision), SENT | typed)
    assert answer.status_code == 200
    html = answer.content.decode()
    for value in (SENT | typed).values():
        assert value in html, value
    assert StatusUpdate.objects.filter(resolution=decision, note_ar=SENT["note_ar"]).count() == 0
    decision.refresh_from_db()
    assert decision.status == before
    return {name: list(errors) for name, errors in answer.context["form"].errors.items()}


@pytest.mark.parametrize("make", [factories.make_decision, factories.make_recommendation])
def test_a_status_is_recorded_with_day_and_note(desk, editor, make):
    resolution = make()
    answer = desk.post(address(resolution), SENT)
    assert answer.status_code == 302
    assert answer.url == form_address(resolution).partition("?")[0]
    assert messages_of(answer) == [say(desk, "Recorded: readers see the new status now.")]
    (update,) = StatusUpdate.objects.all()
    assert (update.from_status, update.to_status, update.noted_on) == (
        "adopted",
        "in_progress",
        date(2025, 1, 2),
    )
    assert (update.note_ar, update.note_en, update.recorded_by) == ("بدأ العمل.", "Work has begun.", editor)
    resolution.refresh_from_db()
    assert resolution.status == "in_progress"


def test_the_form_says_what_it_is_about_and_each_note_its_language(desk):
    decision = factories.make_decision(ar="قرار الأكاديمية")
    answer = desk.get(address(decision))
    html = answer.content.decode()
    assert "قرار الأكاديمية" in html
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        assert f'<textarea name="note_{language}"' in html
        tag = html.partition(f'<textarea name="note_{language}"')[2].partition(">")[0]
        assert f'lang="{language}"' in tag
        assert f'dir="{direction}"' in tag


def test_only_what_may_follow_is_offered(desk):
    decision = factories.make_decision(status="in_progress")
    answer = desk.get(address(decision))
    offered = {value for value, _label in answer.context["form"].fields["to_status"].choices}
    assert offered == {"in_progress", "implemented", "stalled"}
    assert "superseded_by" not in answer.context["form"].fields
    assert set(refused(desk, decision, to_status="adopted")) == {"to_status"}


def test_a_note_is_needed_in_one_language(desk):
    decision = factories.make_decision()
    answer = desk.post(address(decision), SENT | {"note_ar": "", "note_en": " "})
    message = say(desk, "Say in a note what happened, in Arabic or in English.")
    assert answer.context["form"].errors == {"note_ar": [message]}
    assert StatusUpdate.objects.count() == 0
    assert desk.post(address(decision), SENT | {"note_ar": ""}).status_code == 302


def test_a_day_before_the_adoption_is_refused(desk):
    decision = factories.make_decision()
    assert refused(desk, decision, noted_on="2024-12-01") == {
        "noted_on": [say(desk, "That day is before the adoption.")]
    }


def test_a_day_before_the_last_update_is_refused(desk):
    decision = factories.make_decision()
    desk.post(address(decision), SENT | {"noted_on": "2025-03-01", "note_ar": "الأول"})
    decision.refresh_from_db()
    message = say(desk, "A later update is recorded already; choose its day or a later one.")
    assert refused(desk, decision, noted_on="2025-02-01") == {"noted_on": [message]}


@pytest.mark.parametrize("day", ["", "yesterday", "2025-02-31"])
def test_a_day_that_is_none_is_refused(desk, day):
    assert set(refused(desk, factories.make_decision(), noted_on=day)) == {"noted_on"}


def test_implemented_needs_evidence(desk):
    decision = factories.make_decision()
    message = say(desk, "“Implemented” needs evidence: an article, a file or an address.")
    assert refused(desk, decision, to_status="implemented") == {"evidence_url": [message]}
    sent = SENT | {"to_status": "implemented", "evidence_url": "example.org/report"}
    assert desk.post(address(decision), sent).status_code == 302
    assert StatusUpdate.objects.get().evidence_url == "https://example.org/report"


def test_evidence_is_an_article_or_a_file_of_the_site(desk):
    decision, article, page = (
        factories.make_decision(),
        factories.make_article(live=True),
        factories.make_page(),
    )
    file = factories.make_attachment()
    for wrong in (str(page.pk), "x", "9" * 30):
        answer = desk.post(address(decision), SENT | {"evidence_document": wrong})
        assert set(answer.context["form"].errors) == {"evidence_document"}
        answer = desk.post(address(decision), SENT | {"evidence_attachment": f"{wrong}0"})
        assert set(answer.context["form"].errors) == {"evidence_attachment"}
    assert StatusUpdate.objects.count() == 0
    sent = {
        "to_status": "implemented",
        "evidence_document": str(article.pk),
        "evidence_attachment": str(file.pk),
    }
    assert desk.post(address(decision), SENT | sent).status_code == 302
    update = StatusUpdate.objects.get()
    assert (update.evidence_document_id, update.evidence_attachment) == (article.pk, file)


@pytest.mark.parametrize(
    "wrong", ["javascript:alert(1)", "not an address", "http://" + "x" * 300 + ".example"]
)
def test_an_address_that_is_none_is_refused(desk, wrong):
    assert set(refused(desk, factories.make_decision(), evidence_url=wrong)) == {"evidence_url"}


def test_a_nul_in_a_note_is_refused(desk):
    answer = desk.post(address(factories.make_decision()), SENT | {"note_ar": "a\x00b"})
    assert set(answer.context["form"].errors) == {"note_ar"}


def test_what_is_recorded_is_read_in_the_form_of_the_decision_and_not_changed_there(desk):
    decision = factories.make_decision()
    desk.post(address(decision), SENT)
    html = desk.get(form_address(decision)).content.decode()
    assert "بدأ العمل." in html
    reader = FormReader("decision_form")
    reader.feed(html)
    names = {element.get("name") for element in reader.elements}
    assert not {name for name in names if name and name.startswith("status_updates-") and "note" in name}
    assert Decision.objects.get().status == "in_progress"
