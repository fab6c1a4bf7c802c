"""What a second reading of the desk found: nothing is lost, reverted or replaced behind somebody's back."""

from datetime import date

import pytest

from articles.models import Page
from media_library.models import Attachment
from publishing.models import Document
from resolutions.followup import record_status_update
from resolutions.models import Resolution, Status
from tests.desk.forms import form_address, press
from tests.factories import chief, make_attachment, make_decision, make_page, write
from tests.personas import signed_in

pytestmark = pytest.mark.django_db


def test_words_that_a_form_does_not_show_stay_as_they_are(publisher):
    page = make_page(ar="عن الملتقى")
    write(page, "ar", kicker="كلمة", byline="هيئة التحرير")
    revisions = page.revisions.count()
    press(signed_in(publisher), form_address(Page.objects.get(pk=page.pk)), "_continue")
    copy = Document.objects.get(pk=page.pk).working_copy("ar")
    assert (copy.kicker, copy.byline) == ("كلمة", "هيئة التحرير")
    assert page.revisions.count() == revisions


def test_a_status_recorded_while_a_form_is_saved_is_not_written_back(publisher, monkeypatch):
    from resolutions.admin import DecisionAdmin

    decision, save_form = make_decision(), DecisionAdmin.save_form

    def save_form_late(self, request, form, change):
        document = save_form(self, request, form, change)
        record_status_update(
            Resolution.objects.get(pk=decision.pk),
            chief(),
            Status.IN_PROGRESS,
            date(2025, 1, 10),
            note_ar="بدأت",
        )
        return document

    monkeypatch.setattr(DecisionAdmin, "save_form", save_form_late)
    press(signed_in(publisher), form_address(decision), "_continue", order="7")
    saved = Resolution.objects.get(pk=decision.pk)
    assert (saved.status, saved.order) == (Status.IN_PROGRESS, 7)


def test_an_author_changes_own_uploads_only(author, editor):
    others, own = make_attachment(), make_attachment()
    Attachment.objects.filter(pk=own.pk).update(uploaded_by=author)
    for file, status in ((others, 403), (own, 302)):
        address = f"/admin/media_library/attachment/{file.pk}/change/"
        typed = {"title_ar": "جديد", "title_en": "New", "language": "ar"}
        assert signed_in(author).post(address, typed).status_code == status
        assert signed_in(editor).post(address, typed).status_code == 302
