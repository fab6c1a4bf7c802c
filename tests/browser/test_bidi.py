"""What is drawn where two directions meet: the places of the letters on the screen, not the tags around them.

`drawn` gives the letters of every visible occurrence from left to right. Words that are read from left to right are drawn
as they are written; Arabic ones the other way round.
"""

from datetime import timedelta

import pytest

from events.models import Participation
from publishing.models import PublicText
from publishing.models.site import SiteSettings
from resolutions.followup import record_status_update
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: Runs that Arabic words take apart where nothing isolates them, and some that they leave alone.
RUNS = (
    "2026-03-05",
    "+90 212 555 01 23",
    "75%",
    "-5",
    "$500",
    "C++",
    "https://example.org/news/",
    "2024-report.pdf",
    "MQF-2024-D1",
    "info@example.org",
    "A/RES/67/19",
)
NAME = "Dana Doe (UNHCR)"

#: Every letter of the page that is seen, in the order of the source; spaces that are not drawn have no width.
LETTERS = """() => {
    const letters = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (['SCRIPT', 'STYLE'].includes(node.parentElement.tagName) || !node.parentElement.checkVisibility()) continue;
        for (let place = 0; place < node.length; place++) {
            range.setStart(node, place);
            range.setEnd(node, place + 1);
            const box = range.getBoundingClientRect();
            if (box.width) letters.push([node.data[place], box.left, box.right, box.top]);
        }
    }
    return letters;
}"""


class Drawn:
    """The letters of a page as they stand on the screen."""

    def __init__(self, page, address):
        assert page.goto(address).status < 500
        self.letters = page.evaluate(LETTERS)
        # Line breaks of the source that are drawn as a space.
        self.text = "".join(" " if letter.isspace() else letter for letter, *_box in self.letters)

    def places(self, words):
        """The letters of every occurrence of ``words``, each occurrence on one line."""
        found, start = [], self.text.find(words)
        while start >= 0:
            occurrence = self.letters[start : start + len(words)]
            tops = [top for *_letter, top in occurrence]
            assert max(tops) - min(tops) < 30, (words, "is broken over lines")
            found.append(occurrence)
            start = self.text.find(words, start + 1)
        assert found, (words, self.text)
        return found

    def from_left(self, words):
        """{the letters from left to right} of all occurrences of ``words``."""
        return {
            "".join(letter for letter, *_box in sorted(occurrence, key=lambda letter: letter[1] + letter[2]))
            for occurrence in self.places(words)
        }

    def span(self, words):
        """(left, right) of the first occurrence."""
        letters = self.places(words)[0]
        return min(letter[1] for letter in letters), max(letter[2] for letter in letters)

    def is_right_of(self, first, second):
        return self.span(first)[0] >= self.span(second)[1] - 1


def test_runs_typed_in_an_arabic_text_are_drawn_as_they_were_typed(page, live_server):
    """In a title, a summary and a body; on the page itself, in the list, on the home page and in the search."""
    body = "".join(f"<p>قال المتحدث {run} ثم مضى، وعاد (<strong>{run}</strong>) إليه.</p>" for run in RUNS)
    words = {
        "title": "نص 2026-03-05 بنسبة 75% فيه",
        "summary": "اتصلوا على +90 212 555 01 23 اليوم",
        "body": body,
    }
    article = factories.make_article(ar=words, en=False, live=True)
    shown = Drawn(page, live_server.url + text_of(article).get_absolute_url())
    for run in RUNS:
        assert shown.from_left(run) == {run}
        # The opening parenthesis on the right of what the two enclose.
        assert shown.from_left(f"({run})") == {f"){run}("}

    for path in ("/ar/", "/ar/news/", "/ar/search/?q=نص"):
        shown = Drawn(page, live_server.url + path)
        assert shown.from_left("2026-03-05") == {"2026-03-05"}, path
        assert shown.from_left("75%") == {"75%"}, path
    assert shown.from_left("+90 212 555 01 23") == {"+90 212 555 01 23"}


@pytest.fixture
def session():
    """A session in both languages with two people of Latin names, one named with parentheses, and a room with a number."""
    people = [
        factories.make_person(
            name_ar=NAME, name_en=NAME, role_line_ar="12 عامًا في الميدان", role_line_en="12 years"
        ),
        factories.make_person(name_ar="John Roe", name_en="John Roe", role_line_ar="", role_line_en=""),
    ]
    session = factories.make_session(
        ar="ندوة UNHCR",
        en="UNHCR panel",
        live=True,
        people=people,
        room=factories.make_room(name_ar="Hall 3", name_en="Hall 3"),
    )
    Participation.objects.filter(session=session, person=people[0]).update(role="chair")
    return session


def text_of(document):
    return PublicText.objects.filter(document_id=document.pk).first()


def address_of(document, language, live_server):
    return live_server.url + text_of(document).address_in(language)


def test_a_time_range_begins_on_the_reading_side(page, live_server, session):
    arabic = Drawn(page, address_of(session, "ar", live_server))
    english = Drawn(page, address_of(session, "en", live_server))
    for shown, begins_right in ((arabic, True), (english, False)):
        assert shown.from_left("10:00") == {"10:00"}
        assert shown.from_left("11:00") == {"11:00"}
        start, end = shown.span("10:00"), shown.span("11:00")
        assert (start[0] > end[0]) == begins_right


def test_what_follows_a_latin_name_in_arabic_stands_after_it(page, live_server, session):
    """Unisolated, the 12 that follows "Dana Doe (UNHCR)" is drawn before the name."""
    shown = Drawn(page, address_of(session, "ar", live_server))
    assert shown.from_left(NAME) == {NAME}
    assert shown.from_left("Hall 3") == {"Hall 3"}
    # The name and what the person did, in one line of a list.
    role = "رئاسة الجلسة"
    assert shown.is_right_of(NAME, role)

    programme = Drawn(page, address_of(session.event, "ar", live_server) + "programme/")
    assert programme.from_left(NAME) == {NAME}
    # A title that ends in Latin letters, and the hall beside it.
    assert programme.from_left("UNHCR") >= {"UNHCR"}
    assert programme.from_left("Hall 3") == {"Hall 3"}


def test_a_reference_is_one_run_and_alike_in_both_languages(page, live_server):
    decision = factories.make_decision(live=True)
    reference = decision.reference
    assert reference[:1].isascii() and reference[-1].isdigit()
    for language in ("ar", "en"):
        own = address_of(decision, language, live_server)
        event = address_of(decision.event, language, live_server)
        for address in (own, event, f"{live_server.url}/{language}/decisions/"):
            assert Drawn(page, address).from_left(reference) == {reference}


def test_a_title_in_the_other_language_reads_in_its_own_direction(page, live_server):
    """Its stop and its brackets stand at its own end, on the page of the missing translation and in lists."""
    english = factories.make_article(
        ar=False, en={"title": "It began (in 2024)!", "body": "<p>Begun at 10:00.</p>"}, live=True
    )
    arabic = factories.make_article(
        ar={"title": "بدأ «الملتقى» (عام 2024)!", "body": "<p>بدأ.</p>"}, en=False, live=True
    )
    text = text_of(english)
    shown = Drawn(page, live_server.url + text.address_in("ar"))
    assert shown.from_left("It began (in 2024)!") == {"It began (in 2024)!"}
    text = text_of(arabic)
    shown = Drawn(page, live_server.url + text.address_in("en"))
    # From the left: the exclamation mark, the closing bracket, the year from left to right, and at last the first word.
    [drawn] = shown.from_left("بدأ «الملتقى» (عام 2024)!")
    assert drawn[::-1] == "بدأ «الملتقى» (عام 4202)!"


def test_addresses_files_and_phones_are_drawn_from_left_to_right(page, live_server):
    attachment = factories.make_attachment(title_ar="محضر 2024-report.pdf", title_en="Minutes")
    decision = factories.make_decision(live=True)
    SiteSettings.objects.create(email="info@example.org", phone="+90 212 555 01 23")
    record_status_update(
        decision,
        to_status="in_progress",
        noted_on=decision.adopted_on + timedelta(days=1),
        by=factories.chief(),
        note_ar="وقع هذا.",
        evidence_attachment=attachment,
        evidence_url="https://example.org/news/2024/",
    )
    shown = Drawn(page, address_of(decision, "ar", live_server))
    for run in (
        f"http://testserver/d/{decision.pk}/",
        "https://example.org/news/2024/",
        "info@example.org",
        "+90 212 555 01 23",
    ):
        assert shown.from_left(run) == {run}
    SiteSettings.objects.update(digits="arab")
    shown = Drawn(page, address_of(decision, "ar", live_server))
    assert shown.from_left("+٩٠ ٢١٢ ٥٥٥ ٠١ ٢٣") == {"+٩٠ ٢١٢ ٥٥٥ ٠١ ٢٣"}
