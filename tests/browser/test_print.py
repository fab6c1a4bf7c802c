"""Pages as Chromium prints them, read as its viewer reads them: numbered, with their address, nothing to click."""

import pytest

from events.models import Event
from tests import factories
from tests.factories import in_istanbul
from tests.paper.reading import Paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

A4, LYING = (595, 842), (842, 595)
#: Of the menu and of the buttons, in both languages.
CLICKED = ("Search", "Copy the address", "Home", "بحث", "الرئيسية", "نسخ الرابط")


@pytest.fixture
def in_the_dark(page):
    """A reader whose screen is dark."""
    page.emulate_media(color_scheme="dark")
    return page


def printed(page, address):
    """The Paper that the browser prints of the page at ``address``."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return Paper(page.pdf(prefer_css_page_size=True))


def as_printed(page):
    """The colours of the page's ground and words, whether its menu can be seen, and whether it is wider than A4 leaves room
    for: what is wider is printed smaller, all of it."""
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 657, "height": 900})
    return page.evaluate(
        """() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color,
                  document.querySelector('.site-nav').checkVisibility(),
                  document.documentElement.scrollWidth > innerWidth]"""
    )


@pytest.mark.parametrize(
    ("language", "title", "word"), [("ar", "قرار طويل", "فقرة"), ("en", "A long decision", "Paragraph")]
)
def test_a_decision(in_the_dark, live_server, language, title, word):
    body = "".join(
        f"<p>{word} {number}. {'كلمة ' * 60 if language == 'ar' else 'word ' * 60}</p>"
        for number in range(30)
    )
    link = '<p><a href="https://example.org/source">example</a></p>'
    rows = "".join(f"<tr><td>{word} {'x' * 30}</td>{'<td>1234567</td>' * 6}</tr>" for _row in range(3))
    table = f"<table><thead><tr>{'<th>head</th>' * 7}</tr></thead><tbody>{rows}</tbody></table>"
    decision = factories.make_decision(**{language: {"title": title, "body": link + table + body}}, live=True)
    paper = printed(in_the_dark, f"{live_server.url}/d/{decision.pk}/")
    if language == "en":
        in_the_dark.goto(f"{live_server.url}/en/decisions/a-long-decision/")
        paper = printed(in_the_dark, in_the_dark.url)
    assert title in paper.words
    assert 3 <= len(paper.pages) <= 6
    assert set(paper.sizes) == {A4}
    for number, words in enumerate(paper.pages, start=1):
        assert f"{number} / {len(paper.pages)}" in words or f"{len(paper.pages)} / {number}" in words
        assert decision.reference in words
        assert f"http://testserver/d/{decision.pk}/" in words
    assert "https://example.org/source" in paper.words
    # Nothing of a wide table is cut off.
    assert paper.is_whole
    assert [words for words in CLICKED if words in paper.words] == []
    assert as_printed(in_the_dark) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", False, False]


@pytest.mark.parametrize(("language", "words"), [("ar", "قاعة مكة"), ("en", "First hall")])
def test_a_programme(in_the_dark, live_server, language, words):
    event = factories.make_event(ar={"slug": "forum"}, en={"slug": "forum"}, live=True)
    names = [
        ("قاعة مكة", "First hall"),
        ("قاعة يافا", "Second hall"),
        ("قاعة حيفا", "Third hall"),
    ]
    rooms = [factories.make_room(event.venue, name_ar=arabic, name_en=english) for arabic, english in names]
    for day in (event.starts_on, event.ends_on):
        for room in rooms:
            times = {"starts_at": in_istanbul(day, 9), "ends_at": in_istanbul(day, 10)}
            factories.make_session(event, live=True, room=room, **times)
    paper = printed(in_the_dark, f"{live_server.url}/{language}/events/forum/programme/")
    # A day a page, the rooms above its columns on each.
    assert paper.sizes == [LYING] * 2
    assert all(words in page for page in paper.pages)
    assert all(f"http://testserver/d/{event.pk}/" in page for page in paper.pages)
    assert paper.is_whole
    assert [clicked for clicked in CLICKED if clicked in paper.words] == []
    assert Event.objects.count() == 1
