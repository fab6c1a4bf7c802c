"""What is drawn of a programme, measured in the browser; its filter; and a recording that is fetched on request only."""

import pytest
from playwright.sync_api import expect

from tests.factories import in_istanbul, make_event, make_person, make_room, make_session, make_venue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PATHS = {"ar": "/ar/events/ملتقى/programme/", "en": "/en/events/forum/programme/"}
VIDEO = "https://www.youtube-nocookie.com/embed/abc-DEF_123"
#: In the order of time: title, kind, room or None, from, to.
SESSIONS = [
    (("الافتتاح", "Opening"), "opening", None, (9, 0), (10, 0)),
    (("ندوة طويلة", "Long panel"), "panel", 0, (10, 30), (12, 30)),
    (("ورشة قصيرة", "Short workshop"), "workshop", 1, (10, 30), (11, 30)),
    (("ورشة أخرى", "Another workshop"), "workshop", 1, (13, 0), (14, 0)),
    (("الختام", "Closing"), "closing", 0, (15, 0), (16, 0)),
]


@pytest.fixture
def event():
    """A day of five sessions in two rooms, two of them side by side; a recording that could be shown."""
    venue = make_venue()
    event = make_event(
        ar={"title": "الملتقى", "slug": "ملتقى"}, en={"title": "The forum", "slug": "forum"}, live=True, venue=venue
    )  # fmt: skip
    rooms = [
        make_room(venue, name_ar=f"قاعة {number}", name_en=f"Hall {number}", order=number)
        for number in (1, 2)
    ]
    for (arabic, english), kind, room, start, end in SESSIONS:
        make_session(
            event, ar=arabic, en=english, live=True, session_kind=kind, people=[make_person()],
            room=None if room is None else rooms[room], recording_url="https://youtu.be/abc-DEF_123",
            starts_at=in_istanbul(event.starts_on, *start), ends_at=in_istanbul(event.starts_on, *end),
        )  # fmt: skip
    return event


def box(locator):
    """(inline start, inline end, top, bottom) on the page, in a system that runs from left to right whatever its direction."""
    drawn = locator.bounding_box()
    drawn["y"] += locator.page.evaluate("window.scrollY")
    start, end = drawn["x"], drawn["x"] + drawn["width"]
    if locator.page.evaluate("document.documentElement.dir") == "rtl":
        start, end = -end, -start
    return start, end, drawn["y"], drawn["y"] + drawn["height"]


def cell(page, language, title):
    """The cell of the session with this English title."""
    arabic, english = next(titles for titles, *_facts in SESSIONS if titles[1] == title)
    return page.locator(
        ".slot__cell", has=page.get_by_role("link", name=arabic if language == "ar" else english, exact=True)
    )


def is_wider_than_the_screen(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def titles_in_focus_order(page, count):
    """The titles that Tab reaches from the first day's heading on, and where they are drawn."""
    page.evaluate("""() => {
        const heading = document.getElementById("day-1");
        heading.tabIndex = -1;
        heading.focus();
    }""")
    reached = []
    for _step in range(count):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        reached.append((focused.inner_text(), box(focused)))
    return reached


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_wide_programme_is_a_grid_that_reads_from_its_own_side(page, live_server, event, language):
    page.goto(live_server.url + PATHS[language])
    first, second = (box(page.locator(".grid__room").nth(number)) for number in (0, 1))
    time = box(page.locator(".grid__time"))
    # In Arabic: the hours at the right, the first room beside them, the second at the left.
    assert time[1] <= first[0] < first[1] <= second[0]
    assert (page.locator(".grid__room").nth(0).bounding_box()["x"] > second[0]) or language == "en"

    opening, long, short, another = (
        box(cell(page, language, title))
        for title in ("Opening", "Long panel", "Short workshop", "Another workshop")
    )
    assert (long[0], short[0], another[0]) == (first[0], second[0], second[0])
    assert long[2] == short[2]
    assert long[3] > short[3]
    assert (opening[0], opening[1]) == (first[0], second[1])
    assert opening[3] < long[2] < another[2]

    # The start stands where reading begins: right of the end in Arabic.
    hours = page.locator(".slot__time", has_text="09:00").locator("time")
    start, end = box(hours.nth(0)), box(hours.nth(1))
    assert [hours.nth(number).inner_text() for number in (0, 1)] == ["09:00", "10:00"]
    assert start[1] <= end[0]
    assert (start[2], start[3]) == (end[2], end[3])

    focused = titles_in_focus_order(page, len(SESSIONS))
    assert [words for words, _box in focused] == [titles[language == "en"] for titles, *_facts in SESSIONS]
    assert focused == sorted(focused, key=lambda reached: (round(reached[1][2]), reached[1][0]))
    assert not is_wider_than_the_screen(page)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_narrow_programme_is_a_list_in_the_order_of_time(page, live_server, event, language):
    # The second is what a screen of 1280 pixels leaves at 200 %.
    for width in (390, 640):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(live_server.url + PATHS[language])
        boxes = [box(cell(page, language, titles[1])) for titles, *_facts in SESSIONS]
        assert all(before[3] <= after[2] for before, after in zip(boxes, boxes[1:], strict=False))
        assert len({(start, end) for start, end, *_rest in boxes}) == 1
        # Without a column each session names its room; a room that is free is not drawn.
        assert page.locator(".session__room:visible").count() == 4
        assert page.locator(".slot__free:visible").count() == 0
        hours = page.locator(".slot__time:visible")
        drawn = [hours.nth(number).inner_text() for number in range(hours.count())]
        assert [words[:5] for words in drawn] == [
            "09:00",
            "10:00",
            "10:30",
            "12:30",
            "13:00",
            "14:00",
            "15:00",
        ]
        assert not is_wider_than_the_screen(page)


def test_the_filter_answers_at_once_and_without_a_script(page, live_server, event, browser):
    page.goto(live_server.url + PATHS["ar"])
    expect(page.get_by_role("button", name="عرض", exact=True)).to_be_hidden()
    page.focus("#filter-kind")
    page.select_option("#filter-kind", "workshop")
    expect(page.locator(".session__title")).to_have_text(["ورشة قصيرة", "ورشة أخرى"])
    expect(page.locator(".programme-filter [role=status]")).to_contain_text("الجلسات المعروضة: 2 من 5.")
    assert page.url.endswith("/programme/?kind=workshop")
    expect(page.locator("#filter-kind")).to_be_focused()
    page.locator(".language-switch").click()
    expect(page.locator(".session__title")).to_have_text(["Short workshop", "Another workshop"])

    context = browser.new_context(locale="en", java_script_enabled=False)
    plain = context.new_page()
    plain.goto(live_server.url + PATHS["en"])
    plain.select_option("#filter-kind", "opening")
    plain.get_by_role("button", name="Show", exact=True).click()
    expect(plain.locator(".session__title")).to_have_text(["Opening"])
    plain.get_by_role("link", name="Show the whole programme").click()
    expect(plain.locator(".session__title")).to_have_count(5)
    context.close()


def test_a_recording_is_asked_for_by_a_click_alone(browser, live_server, event):
    context = browser.new_context(locale="en", viewport={"width": 390, "height": 844})
    asked, complaints = [], []
    page = context.new_page()
    # Stands in for the other site, which no test asks.
    context.route(
        lambda url: not url.startswith(live_server.url), lambda route: route.fulfill(body="the film")
    )
    page.on(
        "request",
        lambda request: asked.append(request) if not request.url.startswith(live_server.url) else None,
    )
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(live_server.url + PATHS["en"])
    page.get_by_role("link", name="Long panel", exact=True).click()
    button = page.get_by_role("button", name="Show the recording here")
    expect(button).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [request.url for request in asked] == []

    button.focus()
    page.keyboard.press("Enter")
    frame = page.frame_locator('iframe[title="Recording: Long panel"]')
    expect(frame.locator("body")).to_have_text("the film")
    assert [request.url for request in asked] == [VIDEO]
    # It learns which site the reader comes from, not which page, and the keyboard is where the button was.
    assert asked[0].headers["referer"] == f"{live_server.url}/"
    expect(page.locator("iframe")).to_be_focused()
    expect(button).to_have_count(0)
    assert not is_wider_than_the_screen(page)
    context.close()

    context = browser.new_context(locale="en", java_script_enabled=False)
    plain = context.new_page()
    plain.goto(live_server.url + PATHS["en"])
    plain.get_by_role("link", name="Long panel", exact=True).click()
    expect(plain.get_by_role("button", name="Show the recording here")).to_be_hidden()
    expect(plain.get_by_role("link", name="Recording of the session")).to_have_attribute(
        "href", "https://youtu.be/abc-DEF_123"
    )
    context.close()
    assert complaints == []
