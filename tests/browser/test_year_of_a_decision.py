"""A year in the life of a decision, as the desk records it and as readers see it at each step, and on each day afterwards."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from playwright.sync_api import expect

from resolutions.models import Milestone, Resolution, Status
from tests import factories
from tests.browser import desk
from tests.factories import ISTANBUL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

POINTS = {
    "ar": "<ol><li>تُشكَّل لجنة تحضيرية.</li><li>تقترح اللجنة المكان.</li></ol>",
    "en": "<ol><li>A committee is formed.</li><li>It proposes a place.</li></ol>",
}
PATHS = {"ar": "/ar/decisions/لجنة-تحضيرية/", "en": "/en/decisions/a-committee/"}


def noon(year, month, day):
    return datetime(year, month, day, 12, tzinfo=ISTANBUL)


def forum(clock):
    """The event, its closing statement, and a decision that is written and not public."""
    clock.goes_to(noon(2024, 12, 22))
    event = factories.make_event(ar="ملتقى", en="Forum", code="MQF-2024", live=True)
    statement = factories.make_article(
        ar="البيان الختامي",
        en={"title": "Closing statement", "slug": "statement"},
        article_kind="statement",
        event=event,
    )
    decision = factories.make_decision(
        event,
        ar={"title": "لجنة تحضيرية", "slug": "لجنة-تحضيرية", "body": POINTS["ar"]},
        en={"title": "A committee", "slug": "a-committee", "body": POINTS["en"]},
        adopted_on=None,
        status=Status.PROPOSED,
        due_on=date(2025, 12, 31),
    )
    return event, statement, decision


class Desk:
    """The desk in English, by form and button."""

    def __init__(self, page, address, person):
        person.interface_language = "en"
        person.save()
        self.page, self.address, self.name = page, address, person.username

    def sign_in(self):
        self.page.context.clear_cookies()
        desk.sign_in(self.page, self.address, self.name)

    def record(self, decision, status, day, arabic, english="", evidence="", url="", replaced_by=""):
        page = self.page
        page.goto(f"{self.address}/admin/resolutions/decision/{decision.pk}/status/")
        page.select_option("#id_to_status", status)
        page.fill("#id_noted_on", day)
        page.fill("#id_note_ar", arabic)
        page.fill("#id_note_en", english)
        if evidence:
            self.choose("evidence_document", evidence)
        if replaced_by:
            self.choose("superseded_by", replaced_by)
        page.fill("#id_evidence_url", url)
        with page.expect_navigation():
            page.get_by_role("button", name="Record", exact=True).click()

    def choose(self, field, words):
        self.page.locator(f".field-{field} .select2-selection").click()
        self.page.locator(".select2-search__field").last.fill(words)
        self.page.get_by_role("option").filter(has_text=words).first.click()

    def says(self, message):
        expect(self.page.locator(".messagelist, .errornote, .errorlist").first).to_contain_text(message)


class Reader:
    """Somebody who reads both languages in a browser of their own."""

    def __init__(self, page, address):
        self.page, self.address = page.context.browser.new_context().new_page(), address

    def reads(self, path, *words, without=()):
        self.page.goto(f"{self.address}{path}")
        main = self.page.locator("main")
        for said in words:
            expect(main).to_contain_text(said)
        for hidden in without:
            expect(main).not_to_contain_text(hidden)

    def status(self):
        return self.page.locator(".standing .status").inner_text().strip()


@pytest.fixture
def reader(page, live_server):
    reader = Reader(page, live_server.url)
    yield reader
    reader.page.context.close()


@dataclass
class Year:
    """What the year is made of."""

    clock: object
    reader: Reader
    editors: Desk
    publishers: Desk
    event: object
    statement: object
    decision: object


@pytest.fixture
def year(page, live_server, reader, clock, editor, publisher):
    desks = [Desk(page, live_server.url, person) for person in (editor, publisher)]
    return Year(clock, reader, *desks, *forum(clock))


def test_a_year_in_the_life_of_a_decision(year, page):
    for step in (
        _adopted_with_the_statement,
        _the_committee_is_formed,
        _a_milestone_is_missed,
        _an_update_with_evidence,
        _implemented_with_evidence,
        _replaced_by_a_later_decision,
    ):
        step(year, page)
    # What a citation of each day says, a year later.
    year.clock.goes_to(noon(2026, 1, 10))
    _each_day_is_as_it_was(year.reader)
    assert Milestone.objects.get().done_on == date(2025, 6, 8)
    assert Resolution.objects.get(pk=year.decision.pk).status == "superseded"


def _adopted_with_the_statement(year, page):
    """22 December: the statement and the decision go public together, and the adoption is recorded with its evidence."""
    for document in (year.statement, year.decision):
        factories.go_live(document)
    year.reader.reads(PATHS["en"], "Proposed", "Nothing has been recorded.", without=["Adopted"])
    year.publishers.sign_in()
    year.publishers.record(
        year.decision, "adopted", "2024-12-22", "اعتُمد القرار.", "The decision was adopted.", "البيان الختامي"
    )
    year.publishers.says("Recorded: readers see the new status now.")
    year.reader.reads(PATHS["en"], "since 22 December 2024", "The decision was adopted.", "Closing statement")
    assert year.reader.status() == "Adopted"
    year.reader.reads(PATHS["ar"], "اعتُمد القرار.", "البيان الختامي")


def _the_committee_is_formed(year, page):
    """15 January: the editor enters the committee and a milestone, and says so."""
    year.clock.goes_to(noon(2025, 1, 15))
    year.editors.sign_in()
    page.goto(f"{year.editors.address}/admin/resolutions/decision/{year.decision.pk}/change/")
    page.locator("#milestones-group .add-row a").click()
    page.fill("#id_milestones-0-title_ar", "اقتراح المكان")
    page.fill("#id_milestones-0-title_en", "A place is proposed")
    page.fill("#id_milestones-0-due_on", "2025-03-01")
    if not page.locator("#id_committee-0-name_ar").is_visible():
        page.locator("#committee-group .add-row a").click()
    page.fill("#id_committee-0-name_ar", "اللجنة التحضيرية")
    page.fill("#id_committee-0-name_en", "The preparatory committee")
    desk.press(page, "_save")
    year.editors.record(year.decision, "in_progress", "2025-01-15", "شُكّلت اللجنة.")
    year.editors.says("Recorded: readers see the new status now.")
    year.reader.reads(
        PATHS["en"], "The preparatory committee", "Milestone planned", "A place is proposed",
        "This note is there in Arabic; the English is to follow.",
    )  # fmt: skip
    assert year.reader.status() == "In progress"


def _a_milestone_is_missed(year, page):
    """1 April: the milestone was missed. Readers read it as it is; the editor finds it on the desk."""
    year.clock.goes_to(noon(2025, 4, 1))
    year.editors.sign_in()
    year.reader.reads(
        PATHS["en"], "1 March 2025", "Milestone planned for this day; nothing was recorded of it"
    )
    page.goto(f"{year.editors.address}/admin/")
    expect(page.locator("section", has_text="Overdue follow-ups").first).to_contain_text(
        "A place is proposed"
    )


def _an_update_with_evidence(year, page):
    """10 June: it was reached, and an article shows what was done."""
    year.clock.goes_to(noon(2025, 6, 10))
    year.editors.sign_in()
    article = factories.make_article(
        ar="اقتراح مكان المؤتمر",
        en={"title": "A place for the conference", "slug": "place"},
        event=year.event,
    )
    factories.go_live(article)
    page.goto(f"{year.editors.address}/admin/resolutions/decision/{year.decision.pk}/change/")
    page.fill("#id_milestones-0-done_on", "2025-06-08")
    desk.press(page, "_save")
    year.editors.record(
        year.decision,
        "in_progress",
        "2025-06-10",
        "اقتُرح المكان.",
        "A place was proposed.",
        "اقتراح مكان المؤتمر",
    )
    year.reader.reads(
        PATHS["en"],
        "Milestone reached",
        "8 June 2025",
        "A place for the conference",
        without=["nothing was recorded"],
    )


def _implemented_with_evidence(year, page):
    """1 October: implemented, which needs evidence."""
    year.clock.goes_to(noon(2025, 10, 1))
    year.editors.sign_in()
    year.editors.record(
        year.decision, "implemented", "2025-10-01", "اكتمل عمل اللجنة.", "The committee finished its work."
    )
    year.editors.says("Please correct what is marked below.")
    expect(page.locator(".field-evidence_url")).to_contain_text(
        "needs evidence: an article, a file or an address."
    )
    assert page.input_value("#id_note_en") == "The committee finished its work."
    page.fill("#id_evidence_url", "https://example.org/final-report")
    with page.expect_navigation():
        page.get_by_role("button", name="Record", exact=True).click()
    year.reader.reads(PATHS["en"], "The committee finished its work.", "https://example.org/final-report")
    assert year.reader.status() == "Implemented"


def _replaced_by_a_later_decision(year, page):
    """20 December: a later decision takes its place, which an editor cannot record and a publisher can."""
    year.clock.goes_to(noon(2025, 12, 20))
    year.editors.sign_in()
    later = factories.make_decision(
        year.event, ar="لجنة دائمة", en={"title": "A standing committee", "slug": "standing"}, live=True,
        adopted_on=date(2025, 12, 20),
    )  # fmt: skip
    page.goto(f"{year.editors.address}/admin/resolutions/decision/{year.decision.pk}/status/")
    assert "superseded" not in page.locator("#id_to_status").inner_html()
    year.publishers.sign_in()
    year.publishers.record(
        year.decision, "superseded", "2025-12-20", "حلّت محله لجنة دائمة.", "A standing committee took its place.",
        replaced_by=later.reference,
    )  # fmt: skip
    year.publishers.says("Recorded: readers see the new status now.")
    year.reader.reads(PATHS["en"], "This decision was replaced on 20 December 2025", "A standing committee")
    assert year.reader.status() == "Superseded"
    year.reader.reads(PATHS["ar"], "لجنة دائمة", "حلّت محله لجنة دائمة.")
    year.reader.page.locator(".notice--replaced a").click()
    expect(year.reader.page.locator("h1")).to_have_text("لجنة دائمة")
    expect(year.reader.page.locator("aside.facts")).to_contain_text(year.decision.reference)


def _each_day_is_as_it_was(reader):
    days = {
        "2024-12-21": ("Proposed", []),
        "2024-12-22": ("Adopted", ["The decision was adopted."]),
        "2025-01-15": ("In progress", ["شُكّلت اللجنة."]),
        "2025-04-01": ("In progress", ["nothing was recorded of it"]),
        "2025-06-10": ("In progress", ["A place was proposed.", "Milestone reached"]),
        "2025-10-01": ("Implemented", ["The committee finished its work."]),
        "2025-12-20": ("Superseded", ["A standing committee took its place."]),
    }
    told = [words for _status, said in days.values() for words in said]
    for day, (status, said) in days.items():
        # The words of later days are not on this one's page.
        later = [words for other, (_status, words) in days.items() if other > day for words in words]
        without = [words for words in later if words in told and words != "nothing was recorded of it"]
        reader.reads(
            f"{PATHS['en']}?as_of={day}", "This is the record as it stood on", *said, without=without
        )
        assert reader.status() == status, day
    # By keyboard: the day is typed into the page's own form.
    reader.page.goto(f"{reader.address}{PATHS['en']}")
    reader.page.locator("#id_as_of").fill("2025-10-01")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".notice").first).to_contain_text("1 October 2025")
    assert reader.status() == "Implemented"
