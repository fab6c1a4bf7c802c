"""Importing through the desk: the form, the trial run, the import, in both languages of the interface."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from publishing.models import PublicText
from resolutions.models import Resolution, ResolutionImport
from tests.desk.forms import messages_of
from tests.factories import chief, make_decision, make_event, write
from tests.personas import make_user, signed_in
from tests.resolutions.tables import as_csv, as_xlsx, written

pytestmark = pytest.mark.django_db

KINDS = ("decision", "recommendation")
HEAD = ("reference", "kind", "event", "title_ar", "title_en", "due_on")
CHANGE = ("MQF-2024-D1", "", "", "قرار معدَّل", "", "2026-05-31")
NEW = ("", "recommendation", "MQF-2024", "توصية جديدة", "A new one", "")
SAME = ("MQF-2024-D2", "", "", "", "", "")


@pytest.fixture(autouse=True)
def _decisions():
    event = make_event(code="MQF-2024", live=True)
    make_decision(event, ar={"title": "قرار أول"}, en={"title": "First"}, live=True)
    make_decision(event, ar={"title": "قرار ثان"}, en=None, live=True)


def address(page="import", kind="decision", *parts):
    return reverse(f"admin:resolutions_{kind}_{page}", args=parts)


def choose(desk, *rows, sheet="resolutions", kind="decision", name="decisions.csv", make=as_csv, data=None):
    """Choose a file with these rows in the form and send it."""
    content = make(*rows) if data is None else data
    return desk.post(address("import", kind), {"sheet": sheet, "file": SimpleUploadedFile(name, content)})


def words_of(answer):
    """What a page says: its content without tags, in one line."""
    content = answer.content.decode().partition('<div id="content"')[2]
    return " ".join(re.sub(r"<[^>]*>", " ", content).split())


def shown(answer):
    return re.search(r'name="shown" value="(\w+)"', answer.content.decode())[1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_tried_and_then_imported(desk, kind):
    public = list(PublicText.objects.order_by("pk").values())
    before = written()
    answer = choose(desk, HEAD, CHANGE, NEW, SAME, kind=kind, make=as_xlsx, name="قرارات.xlsx")
    kept = ResolutionImport.objects.get()
    assert (answer.status_code, answer.url) == (302, address("import_trial", kind, kept.pk))
    trial = desk.get(answer.url)
    said = words_of(trial)
    assert "Nothing is written yet. This is what the import would change." in said
    assert "New 1 Changed 1 Unchanged 1 Cannot be imported 0" in said
    assert (
        "Row 2 Changed MQF-2024-D1 قرار معدَّل Column Now After the import Title (Arabic) قرار أول قرار معدَّل Due on — 2026-05-31"
        in said
    )
    assert (
        "Row 3 New MQF-2024-R1 توصية جديدة Column After the import Reference MQF-2024-R1 Kind Recommendation"
        in said
    )
    assert "Rows that change nothing 4" in said
    assert (
        "1 of these rows changes facts of a text that readers see; these facts will be shown at once." in said
    )
    assert 'value="Import 2 rows"' in trial.content.decode()
    assert written() == before

    done = desk.post(answer.url, {"shown": shown(trial)})
    assert (done.status_code, done.url) == (302, address("changelist", kind))
    assert messages_of(done) == [
        "Imported: 2 rows. The words are in the working copies; readers see them once they are published."
    ]
    assert Resolution.objects.get(reference="MQF-2024-R1").working_title() == "توصية جديدة"
    assert Resolution.objects.get(reference="MQF-2024-D1").working_title() == "قرار معدَّل"
    assert list(PublicText.objects.order_by("pk").values()) == public
    earlier = "Earlier imports قرارات.xlsx Decisions and recommendations 2 rows publisher "
    assert earlier in words_of(desk.get(address("import", kind)))


def test_words_and_their_languages_on_the_trial_run(publisher):
    publisher.interface_language = "ar"
    publisher.save()
    desk = signed_in(publisher)
    trial = desk.get(choose(desk, HEAD, CHANGE, NEW).url).content.decode()
    assert '<html lang="ar" dir="rtl"' in trial
    assert '<div lang="ar" dir="rtl">قرار معدَّل</div>' in trial
    assert '<div lang="en" dir="ltr">A new one</div>' in trial
    assert '<bdi dir="ltr" class="import-run">2026-05-31</bdi>' in trial


def test_a_file_with_mistakes_is_not_imported(desk):
    before = written()
    trial = desk.get(choose(desk, HEAD, CHANGE, ("", "law", "MQF-2024", "جديد", "", "31/12/2025")).url)
    said = words_of(trial)
    assert "Nothing can be imported while a row has a mistake. Correct the file, and choose it again." in said
    assert (
        "Row Column What to do 3 Kind Write one of these: \u2068Decision\u2069 and \u2068Recommendation\u2069. "
        "3 Due on This is no day; write it like 2026-05-31."
    ) in said
    assert 'name="shown"' not in trial.content.decode()
    again = desk.post(trial.wsgi_request.path, {"shown": ""})
    assert (again.status_code, words_of(again)[-200:]) == (200, said[-200:])
    assert written() == before
    assert ResolutionImport.objects.get().done_at is None


def test_what_somebody_changed_since_the_trial_run_is_shown_anew(desk):
    answer = choose(desk, HEAD, CHANGE)
    trial = desk.get(answer.url)
    write(Resolution.objects.get(reference="MQF-2024-D1"), "ar", title="عنوان زميل")
    before = written()
    stopped = desk.post(answer.url, {"shown": shown(trial)})
    assert stopped.status_code == 200
    assert messages_of(stopped) == [
        "Nothing was imported: since you looked, somebody has changed what the file is about. "
        "This is what the import would change now."
    ]
    assert "Title (Arabic) عنوان زميل قرار معدَّل" in words_of(stopped)
    assert written() == before
    assert desk.post(answer.url, {"shown": shown(stopped)}).status_code == 302
    assert Resolution.objects.get(reference="MQF-2024-D1").working_title() == "قرار معدَّل"


@pytest.mark.parametrize("sent", [{}, {"shown": ""}, {"shown": "f" * 32}])
def test_nothing_is_imported_that_was_not_shown(desk, sent):
    before = written()
    assert desk.post(choose(desk, HEAD, CHANGE).url, sent).status_code == 200
    assert written() == before


def test_a_second_press_imports_nothing_more(desk):
    answer = choose(desk, HEAD, NEW)
    sent = {"shown": shown(desk.get(answer.url))}
    desk.post(answer.url, sent)
    before = written()
    for again in (desk.post(answer.url, sent), desk.get(answer.url)):
        assert (again.status_code, again.url) == (302, address())
        assert (
            messages_of(again)[-1] == "This file is imported already. Choose it again to import it once more."
        )
    assert written() == before


def test_a_file_that_changes_nothing_has_no_button(desk):
    trial = desk.get(choose(desk, HEAD, SAME).url)
    assert "This file would change nothing: all that it says is on the site already." in words_of(trial)
    assert 'name="shown"' not in trial.content.decode()


def test_updates_say_how_many_readers_will_see(desk):
    hidden = make_decision(make_event(code="HIDDEN"))
    head = ("reference", "noted_on", "to_status", "note_ar")
    rows = [
        (reference, "2025-01-02", "in_progress", "بدأ العمل")
        for reference in ("MQF-2024-D1", hidden.reference)
    ]
    trial = desk.get(choose(desk, head, *rows, sheet="updates").url)
    assert "1 of these updates concerns a text that readers see; it will be shown at once." in words_of(trial)
    done = desk.post(trial.wsgi_request.path, {"shown": shown(trial)})
    assert messages_of(done) == ["Imported: 2 rows."]


def test_ignored_columns_are_named(desk):
    trial = desk.get(
        choose(desk, ("id", "reference", "status", "due_on"), (1, "MQF-2024-D1", "x", "2026-05-31")).url
    )
    assert "These columns are not imported: id status" in words_of(trial)


NO_COLUMN = "There is no column “\u2068{}\u2069” in this sheet."
REFUSED = {
    "no file": (None, "resolutions", "Choose a file: CSV or XLSX."),
    "empty": (b"", "resolutions", "The file is empty. Choose a file with a head and at least one row."),
    "pdf": (b"%PDF-1.4", "resolutions", "This is no workbook that can be read."),
    "binary": (bytes(range(256)), "resolutions", "The letters of this file are not in UTF-8"),
    "head": (as_csv(["reference", "colour"], ["x", "y"]), "resolutions", NO_COLUMN.format("colour")),
    "another sheet": (as_csv(["reference", "due_on"], ["x", "y"]), "updates", NO_COLUMN.format("due_on")),
    "no such sheet": (as_csv(HEAD, NEW), "people", "Select a valid choice. people is not one of the available choices."),
    "large": (b"a" * (5 * 1024**2 + 1), "resolutions", "The file is larger than 5 MB. Divide it into several."),
}  # fmt: skip


@pytest.mark.parametrize("sort", list(REFUSED))
def test_a_file_that_cannot_be_read_is_refused_at_its_field(desk, sort):
    data, sheet, sentence = REFUSED[sort]
    sent = {"sheet": sheet}
    if data is not None:
        sent["file"] = SimpleUploadedFile("x.xlsx" if sort == "pdf" else "x.csv", data)
    answer = desk.post(address(), sent)
    assert (answer.status_code, ResolutionImport.objects.count()) == (200, 0)
    assert sentence in words_of(answer)


def test_refusals_are_in_the_language_of_the_person(publisher):
    publisher.interface_language = "ar"
    publisher.save()
    desk = signed_in(publisher)
    said = words_of(desk.get(choose(desk, HEAD, ("MQF-2024-D1", "", "", "", "", "31/12/2025")).url))
    assert "هذا ليس تاريخًا صحيحًا؛ اكتبه على هذا النحو: \u20662026-05-31\u2069." in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("sheet", ["resolutions", "milestones", "updates"])
def test_a_template_can_be_brought_back_and_brings_nothing(desk, kind, sheet, form):
    answer = desk.get(address("import_template", kind, sheet, form))
    assert answer["Content-Disposition"] == f'attachment; filename="{sheet}.{form}"'
    trial = desk.get(choose(desk, data=answer.content, sheet=sheet, kind=kind, name=f"{sheet}.{form}").url)
    assert "This file would change nothing" in words_of(trial)


def test_there_is_no_template_of_anything_else(desk):
    for sheet, form in (("people", "csv"), ("updates", "pdf")):
        assert desk.get(address("import_template", "decision", sheet, form)).status_code == 404


def test_a_trial_run_belongs_to_who_made_it(desk, administrator):
    answer = choose(desk, HEAD, NEW)
    before = written()
    colleague = signed_in(administrator)
    assert colleague.get(answer.url).status_code == 404
    assert colleague.post(answer.url, {"shown": shown(desk.get(answer.url))}).status_code == 404
    assert written() == before


def test_what_was_left_for_a_day_is_dropped_and_what_was_done_is_kept(desk):
    old, done, young = (
        ResolutionImport.objects.create(sheet="updates", file_name=name, created_by=chief())
        for name in ("old", "done", "young")
    )
    long_ago = timezone.now() - timedelta(days=2)
    ResolutionImport.objects.filter(pk__in=[old.pk, done.pk]).update(created_at=long_ago)
    ResolutionImport.objects.filter(pk=done.pk).update(done_at=long_ago, table={"written": 3})
    choose(desk, HEAD, NEW)
    assert set(ResolutionImport.objects.values_list("file_name", flat=True)) == {
        "done",
        "young",
        "decisions.csv",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_button_is_there_for_those_who_may(kind):
    for role, is_there in (("author", False), ("translator", False), ("editor", True), ("publisher", True)):
        fields = {"word_languages": ["en"]} if role == "translator" else {}
        answer = signed_in(make_user(role, **fields)).get(address("changelist", kind))
        assert (f'href="{address("import", kind)}"' in answer.content.decode()) is is_there, role


@pytest.mark.parametrize("kind", KINDS)
def test_authors_and_translators_bring_nothing(kind):
    before = written()
    for role, fields in (("author", {}), ("translator", {"word_languages": ["en"]})):
        desk = signed_in(make_user(role, **fields))
        assert choose(desk, HEAD, NEW, kind=kind).status_code == 403
        assert desk.get(address("import_template", kind, "updates", "csv")).status_code == 403
    assert (written(), ResolutionImport.objects.count()) == (before, 0)


def test_a_form_without_its_token_is_refused(publisher):
    desk = Client(enforce_csrf_checks=True)
    desk.force_login(publisher)
    assert choose(desk, HEAD, NEW).status_code == 403


def test_the_list_of_earlier_imports_costs_the_same_for_one_and_three(desk, django_assert_num_queries):
    def add(number):
        for _n in range(number):
            ResolutionImport.objects.create(
                sheet="updates",
                file_name="x.csv",
                created_by=chief(),
                done_at=timezone.now(),
                table={"written": 1},
            )

    desk.get(address())
    for number in (1, 2):
        add(number)
        with django_assert_num_queries(5):
            desk.get(address())
