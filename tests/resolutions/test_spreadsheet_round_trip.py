"""The tables of the open data in a spreadsheet program: opened and saved by LibreOffice, every cell is what it was."""

import csv
import zipfile
from datetime import date
from io import StringIO

import pytest

from publishing.models import Revision
from resolutions.followup import record_status_update
from tests.factories import (
    chief,
    make_decision,
    make_event,
    make_organisation,
    make_recommendation,
    make_topic,
)
from tools.office import CSV, MISSING, converted, office_path

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

#: What a careless program takes apart: vowel signs, guillemets, both commas, digits of both kinds, joiners, directions.
ARABIC = [
    "قُرِّرَ إنشاءُ «أكاديميّةٍ» لتعليمِ العَرَبِيَّة، أوّلًا",
    'بيان, وفيه "اقتباس" بعلامتين, وفاصلتان، و؛ أيضًا',
    "الملتقى الـ٤ (٢٠٢٤) والقرار 12 من MQF-2024-D1",
    "می‌خواهم — ﷺ",
]
LINES = "السطر الأوّل، وفيه فاصلة\nالسطر الثاني «وفيه اقتباس»\n\nفقرةٌ أخيرة."
FORMULAS = ["=1+1", "+90 212 000", "-5", "@SUM(A1:A9)", '=HYPERLINK("http://evil.example/","x")']


@pytest.fixture(scope="module")
def office():
    if not office_path():
        pytest.skip(MISSING)


def fill():
    """Resolutions with words of every kind in their titles, summaries, notes, bodies and topics."""
    event = make_event(code="MQF-2024", live=True)
    bodies = [make_organisation(name_ar="وقفُ «القدس»؛ إسطنبول", name_en="The waqf; Istanbul")]
    bodies.append(make_organisation(name_ar="=هيئة", name_en="=body"))
    for number, words in enumerate([*ARABIC, *FORMULAS]):
        make = make_recommendation if number % 2 else make_decision
        made = make(event, ar="ع", en="e", live=True, order=number, due_on=date(2025, 6, 30), responsible=bodies,
                    topics=[make_topic(name_ar=f"موضوع، {number}", name_en=f"Topic, {number}")])  # fmt: skip
        # Past the form of the desk, which would trim and typeset them.
        Revision.objects.filter(document_id=made.pk, language_code="ar").update(title=words, summary=LINES)
        Revision.objects.filter(document_id=made.pk, language_code="en").update(
            title=f"English, {number}", summary=words
        )
        note = f"تحديثٌ: {words}\nسطر ثانٍ"
        record_status_update(made, chief(), "in_progress", date(2025, 1, 31), note_ar=note, note_en=words)


def cells(content):
    """The cells of a table in CSV (bytes), with line ends of one kind."""
    rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    return [[cell.replace("\r\n", "\n") for cell in row] for row in rows]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("path", ["follow-up.csv", "follow-up/everything.csv"])
def test_a_table_comes_back_from_a_spreadsheet_as_it_was(client, tmp_path, path):
    fill()
    sent = client.get(f"/ar/{path}").content
    table = tmp_path / "table.csv"
    table.write_bytes(sent)

    sheet = converted(table, "xlsx", tmp_path, f"--infilter={CSV}")
    back = converted(sheet, f"csv:{CSV}", tmp_path / "back")

    before, after = cells(sent), cells(back.read_bytes())
    assert len(before) > len(ARABIC + FORMULAS)
    assert after == before
    words = {cell for row in after for cell in row}
    assert {*ARABIC, *(f"'{formula}" for formula in FORMULAS)} <= words
    with zipfile.ZipFile(sheet) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/")]
    # <f> holds what is computed.
    assert sheets
    assert [part for part in sheets if "<f>" in part or "<f " in part] == []


@pytest.mark.usefixtures("office")
def test_a_formula_that_is_not_made_harmless_would_be_found(tmp_path):
    """The test of the test."""
    table = tmp_path / "table.csv"
    table.write_text("title\n=1+1\n", encoding="utf-8-sig")
    sheet = converted(table, "xlsx", tmp_path, f"--infilter={CSV}")
    with zipfile.ZipFile(sheet) as parts:
        assert "<f" in parts.read("xl/worksheets/sheet1.xml").decode()
