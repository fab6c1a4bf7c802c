"""The overviews of what became of the decisions and recommendations, and the filters of their lists, as readers see them."""

import re
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from dateutil.relativedelta import relativedelta
from django.test import Client
from django.utils import timezone

from publishing.models import Document, Revision
from resolutions.models import Milestone, Resolution, StatusUpdate
from tests.factories import (
    go_live,
    make_decision,
    make_event,
    make_organisation,
    make_recommendation,
    make_topic,
    withdrawn,
    write,
)
from tests.pages.reading import Page, absolute, get

pytestmark = pytest.mark.django_db

WHOLE = {"ar": "/ar/follow-up/", "en": "/en/follow-up/"}
OF_EVENT = {"ar": "/ar/events/ملتقى/follow-up/", "en": "/en/events/forum/follow-up/"}
LISTS = ("decisions", "recommendations")


def noted(resolution, day):
    return StatusUpdate.objects.create(
        resolution_id=resolution.pk,
        noted_on=day,
        from_status="adopted",
        to_status="in_progress",
        note_en="Begun.",
    )


@pytest.fixture
def event():
    return make_event(
        ar={"title": "الملتقى", "slug": "ملتقى"},
        en={"title": "The forum", "slug": "forum"},
        code="MQF-2024",
        live=True,
    )


@pytest.fixture
def record(event):
    """Two decisions and a recommendation of the forum, one of another event; a draft and a withdrawn one beside them."""
    body = make_organisation(name_ar="الوقف", name_en="The endowment")
    topic = make_topic(name_ar="القانون", name_en="Law")
    other = make_event(code="MQF-2022", starts_on=date(2022, 5, 1), ends_on=date(2022, 5, 1))
    rows = {
        "Committee": make_decision(
            event, ar="لجنة", en="Committee", order=1, status="in_progress", responsible=[body], topics=[topic],
            due_on=date(2025, 6, 30), live=True,
        ),
        "Academy": make_decision(event, ar="أكاديمية", en="Academy", order=2, status="implemented", live=True),
        "Jurists": make_recommendation(event, ar="فقهاء", en="Jurists", topics=[topic], live=True),
        "Older": make_decision(other, ar="أقدم", en="Older", status="superseded", live=True),
    }  # fmt: skip
    hidden = {
        "status": "stalled",
        "responsible": [make_organisation(name_en="Secret body", name_ar="جهة سرية")],
    }
    make_decision(event, ar="مسودة", en="Draft", **hidden)
    for language in ("ar", "en"):
        withdrawn(make_decision(event, ar="مسحوب", en="Withdrawn", **hidden), language)
    noted(rows["Committee"], date(2025, 3, 12))
    return rows


def rows_of(page):
    """Every row of the overview's table as its words, cell by cell."""
    table = page.html.split('class="follow-up-table"')[1].split("</table>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", table.split("</thead>")[1], re.DOTALL)
    return [
        [words_in(cell) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)] for row in rows
    ]


def words_in(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html.replace("<br>", "; ")).split()).replace(" ;", ";")


def described(page):
    """{id: words} of what is said of the drawings."""
    return dict(re.findall(r'<desc id="([^"]+)">([^<]*)</desc>', page.html))


def titles(page):
    return [row[1] for row in rows_of(page)] if "follow-up-table" in page.html else []


def chosen_in(page):
    return [attrs["value"] for attrs, _words in page.all("option") if "selected" in attrs]


# ---- The overviews


def test_an_overview_shows_each_with_its_facts(record):
    page = get(WHOLE["en"])
    assert page.words_of("h1") == ["What became of the decisions and recommendations"]
    assert rows_of(page) == [
        ["MQF-2024-D1", "Committee", "Decision", "In progress", "The endowment", "Was due on 30 June 2025",
         "12 March 2025 (more than 6 months ago)"],
        ["MQF-2024-D2", "Academy", "Decision", "Implemented", "—", "—", "No update recorded yet"],
        ["MQF-2024-R1", "Jurists", "Recommendation", "Adopted", "—", "—",
         "No update recorded (adopted more than 6 months ago)"],
        ["MQF-2022-D1", "Older", "Decision", "Superseded", "—", "—", "No update recorded yet"],
    ]  # fmt: skip
    assert titles(get(WHOLE["ar"])) == ["لجنة", "أكاديمية", "فقهاء", "أقدم"]


def test_the_overview_of_an_event_has_its_own_alone(record):
    assert titles(get(OF_EVENT["en"])) == ["Committee", "Academy", "Jurists"]
    page = get(OF_EVENT["ar"])
    assert titles(page) == ["لجنة", "أكاديمية", "فقهاء"]
    assert "الملتقى" in page.words_of("p", klass="kicker")
    assert page.all("select", name="event") == []


@pytest.mark.parametrize("paths", [WHOLE, OF_EVENT])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_hidden_is_shown_counted_or_on_offer(record, paths, language):
    page = get(paths[language])
    for secret in ("Draft", "Withdrawn", "مسودة", "مسحوب", "Secret body", "جهة سرية", "stalled"):
        assert secret not in page.main.replace("progress-stalled", ""), secret
    assert "stalled" not in [attrs["value"] for attrs, _words in page.all("option")]


def test_the_table_names_itself_its_columns_and_its_rows(record):
    page = get(WHOLE["en"])
    ((_attrs, caption),) = page.all("caption", klass="visually-hidden")[1:]
    assert (
        caption == "Decisions and recommendations: status, who is responsible, by when, and the last update"
    )
    table = page.html.split('class="follow-up-table"')[1].split("</table>")[0]
    assert len(re.findall(r'<th scope="col"', table)) == 7
    named = [words_in(words) for words in re.findall(r'<th scope="row"[^>]*>(.*?)</th>', table, re.DOTALL)]
    assert named == titles(page)


@pytest.mark.parametrize("paths", [WHOLE, OF_EVENT])
def test_both_languages_know_each_other_and_a_filter_stays(record, paths):
    ar, en = paths["ar"], paths["en"]
    page = get(en)
    assert page.switch == ar
    assert page.canonical == [absolute(en)]
    assert page.alternates == {"ar": absolute(ar), "en": absolute(en)}
    filtered = get(f"{en}?status=adopted&page=1")
    assert filtered.switch == f"{ar}?status=adopted"
    assert filtered.canonical == page.canonical
    assert filtered.is_indexed


def test_a_forum_without_decisions_says_so(event):
    for paths in (WHOLE, OF_EVENT):
        page = get(paths["en"])
        assert "No decision or recommendation has been published yet." in page.main
        assert page.all("form", klass="list-filter") == []
        assert page.all("svg", klass="progress__bar") == []


def test_an_old_address_of_the_event_leads_to_its_overview(event):
    write(event, "en", title="The forum", slug="forum-2024")
    go_live(event, "en")
    response = Client().get(OF_EVENT["en"])
    assert (response.status_code, response["Location"]) == (301, "/en/events/forum-2024/follow-up/")


# ---- Filters


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=recommendation", ["Jurists"]),
        ("status=implemented", ["Academy"]),
        ("status=stalled", []),
        ("topic=law", ["Committee", "Jurists"]),
        ("topic=القانون&kind=decision", ["Committee"]),
        ("event=MQF-2022", ["Older"]),
        ("overdue=day", ["Committee"]),
        ("overdue=update", ["Committee", "Jurists"]),
        ("body={body}", ["Committee"]),
    ],
)
def test_a_choice_has_an_address(record, query, found):
    query = query.format(body=record["Committee"].responsible.get().pk)
    english, arabic = (get(f"{WHOLE[language]}?{query}") for language in ("en", "ar"))
    assert titles(english) == found
    assert len(titles(arabic)) == len(found)
    assert english.words_of("p", role="status") == [f"Found: {len(found)}. Show the whole list"]
    assert english.links[WHOLE["en"]]
    assert len(chosen_in(english)) == query.count("=")
    if not found:
        assert "No decision or recommendation is all of this." in english.main


def test_the_same_choice_is_there_as_data_and_as_a_feed(record):
    page = get(f"{OF_EVENT['en']}?status=adopted&topic=القانون")
    kept = "?status=adopted&topic=law"
    base = "/en/events/forum/follow-up"
    assert page.data("application/json") == [f"{base}.json{kept}"]
    assert page.data("text/csv") == [f"{base}.csv{kept}"]
    assert f"{base}/feed/{kept}" in page.data("application/atom+xml")
    for address in (f"{base}.json{kept}", f"{base}.csv{kept}", f"{base}/feed/{kept}"):
        assert address in page.links
        assert Client().get(address).status_code == 200
    for name in LISTS:
        page = get(f"/en/{name}/?status=adopted")
        assert page.data("application/json") == [f"/en/{name}.json?status=adopted"]
        assert f"/en/{name}/feed/?status=adopted" in page.data("application/atom+xml")


@pytest.mark.parametrize(
    "path", ["/en/follow-up/", "/en/events/forum/follow-up/", "/en/decisions/", "/ar/recommendations/"]
)
def test_what_a_form_sends_becomes_the_address_to_share(record, path):
    sent = f"{path}?kind=&status=adopted&body=&topic=&overdue="
    response = Client().get(sent)
    assert (response.status_code, response["Location"]) == (302, f"{path}?status=adopted")
    nothing = Client().get(f"{path}?status=&topic=")
    assert (nothing.status_code, nothing["Location"]) == (302, path)


@pytest.mark.parametrize(
    "path", ["/en/follow-up/", "/en/events/forum/follow-up/", "/en/decisions/", "/en/recommendations/"]
)
@pytest.mark.parametrize(
    "query",
    [
        "status=%00",
        "body=" + "9" * 300,
        "body=-1",
        "topic=%ff",
        "event=%00x",
        "overdue=1",
        "topic=" + quote("س" * 900),
    ],
)
def test_a_hostile_address_is_answered_with_a_word(record, path, query):
    page = get(f"{path}?{query}")
    if "/events/" in path and query.startswith("event="):
        assert len(titles(page)) == 3
        return
    ((_attrs, said),) = page.all("p", role="status")
    assert (
        said == "This address asks for something that is not in the list, or no longer. Show the whole list"
    )
    assert "Committee" not in page.main


def test_a_list_is_chosen_from_in_the_same_way(record):
    page = get("/en/decisions/?status=implemented")
    links = set(page.links.values())
    assert ("Academy" in links, "Committee" in links) == (True, False)
    assert page.all("select", name="kind") == []
    assert chosen_in(page) == ["implemented"]
    assert page.switch == "/ar/decisions/?status=implemented"
    assert page.canonical == [absolute("/en/decisions/")]


def test_pages_of_a_choice_keep_it(event):
    for number in range(21):
        make_decision(event, ar=None, en=f"Number {number}", order=number, live=True)
    first, second = get("/en/decisions/?status=adopted"), get("/en/decisions/?status=adopted&page=2")
    assert "?status=adopted&page=2" in first.links
    assert "?status=adopted&page=1" in second.links
    assert second.switch == "/ar/decisions/?status=adopted"
    # The second page of a choice is no page of the whole list.
    assert second.canonical == [absolute("/en/decisions/")]
    get("/en/decisions/?status=adopted&page=3", 404)


def test_a_list_says_when_something_was_last_recorded(record):
    today = timezone.localdate()
    noted(record["Committee"], today)
    assert "Last update:" in get("/en/decisions/").main
    words = " ".join(get("/en/decisions/").main.split())
    assert "Was due on 30 June 2025" in words
    assert "(more than" not in words
    StatusUpdate.objects.filter(noted_on=today).update(noted_on=today - relativedelta(months=6, days=1))
    StatusUpdate.objects.filter(noted_on=date(2025, 3, 12)).delete()
    words = " ".join(get("/en/decisions/").main.split())
    assert re.search(r"Last update: \d+ \w+ \d{4} \(more than 6 months ago\)", words)


def test_a_milestone_whose_day_has_passed_is_told(record):
    Milestone.objects.create(
        resolution=record["Jurists"],
        title_en="A step",
        title_ar="خطوة",
        due_on=timezone.localdate() - timedelta(days=1),
    )
    assert rows_of(get(f"{WHOLE['en']}?overdue=day"))[1][5] == "The day of a milestone has passed"


# ---- Progress


def test_the_drawing_says_its_numbers_and_the_table_has_the_same(record):
    page = get(WHOLE["en"])
    bars = page.all("svg", klass="progress__bar", role="img")
    labels = {attrs["id"]: words for attrs, words in page.all("p") if "id" in attrs} | described(page)
    told = [[labels[name] for name in attrs["aria-labelledby"].split()] for attrs, _words in bars]
    assert told == [
        ["Decisions 3", "Implemented: 1, In progress: 1 and Superseded: 1"],
        ["Recommendations 1", "Adopted: 1"],
    ]
    table = page.html.split('class="progress__table"')[1].split("</table>")[0]
    rows = [words_in(row) for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)]
    assert rows == [
        "Status Decisions Recommendations All",
        "Implemented 1 0 1",
        "In progress 1 0 1",
        "Adopted 0 1 1",
        "Superseded 1 0 1",
        "All 3 1 4",
    ]
    assert "style=" not in page.html.split('class="progress"')[1].split("</section>")[0]


def test_the_drawing_begins_where_the_language_does(record):
    places = {}
    for language in ("ar", "en"):
        page = get(f"{WHOLE[language]}?kind=decision")
        places[language] = [
            (attrs["class"].split("--")[1], attrs["x"])
            for attrs, _words in page.all("rect")
            if "progress__part" in attrs.get("class", "") and "x" in attrs
        ]
    assert places["en"] == [("implemented", "0%"), ("in_progress", "33.333%"), ("superseded", "66.667%")]
    assert places["ar"] == [("implemented", "66.667%"), ("in_progress", "33.333%"), ("superseded", "0%")]


def test_each_status_of_the_drawing_has_a_pattern_of_its_own(record):
    page = get(WHOLE["en"])
    patterns = {attrs["id"] for attrs, _words in page.all("pattern")}
    used = {attrs["fill"] for attrs, _words in page.all("rect") if "fill" in attrs}
    assert used == {"url(#progress-in_progress)", "url(#progress-adopted)", "url(#progress-superseded)"}
    assert {name.removeprefix("url(#").removesuffix(")") for name in used} < patterns
    assert len(patterns) == 5


def test_the_numbers_are_those_of_the_choice(record):
    page = get(f"{WHOLE['en']}?topic=law")
    assert list(described(page).values()) == ["In progress: 1", "Adopted: 1"]


# ---- From where


def test_the_overviews_are_linked(record, event):
    for path in ("/en/decisions/", "/en/recommendations/", OF_EVENT["en"], "/en/"):
        assert WHOLE["en"] in get(path).links
    assert OF_EVENT["en"] in get("/en/events/forum/").links
    type(event).objects.filter(pk=event.pk).update(is_current=True)
    assert OF_EVENT["ar"] in get("/ar/").links


def test_an_event_without_decisions_has_no_link_to_its_overview(event):
    assert OF_EVENT["en"] not in get("/en/events/forum/").links


# ---- Queries


@pytest.mark.parametrize(
    ("path", "queries"),
    [("/en/follow-up/", 6), ("/ar/events/ملتقى/follow-up/", 8), ("/en/decisions/", 6), ("/ar/recommendations/", 6),
     ("/en/follow-up/?status=adopted&topic=law&overdue=any", 6)],
)  # fmt: skip
def test_a_list_asks_as_much_for_three_hundred_as_for_three(event, path, queries, django_assert_num_queries):
    law = make_topic(name_en="Law")
    bodies = [make_organisation(), make_organisation()]
    for make in (make_decision, make_recommendation):
        for number in range(3):
            make(event, order=number, responsible=bodies, topics=[law], due_on=date(2025, 1, 1), live=True)
    client = Client()
    with django_assert_num_queries(queries):
        three = Page(client.get(path).content.decode())
    multiply(event, 150)
    with django_assert_num_queries(queries):
        many = Page(client.get(path).content.decode())
    assert len(many.main) > 4 * len(three.main)
    assert Resolution.objects.count() == 306


def multiply(event, number):
    """``number`` more of each kind, live in both languages, written past the workflow, which is not what is measured."""
    for kind, letter in (("decision", "D"), ("recommendation", "R")):
        first = Resolution.objects.filter(kind=kind).first()
        bodies, topics = list(first.responsible.all()), list(first.topics.all())
        for count in range(number):
            made = Resolution(
                kind=kind, event=event, order=count, status="adopted", adopted_on=date(2024, 12, 22),
                due_on=date(2025, 1, 1), reference=f"{event.code}-{letter}{count + 100}",
            )  # fmt: skip
            made.save()
            made.responsible.set(bodies)
            made.topics.set(topics)
            for text in Revision.objects.live().filter(document_id=first.pk):
                text.pk, text.document_id, text.slug = None, made.pk, f"{letter}-{count}-{text.language_code}"
                text.save(force_insert=True)
    assert Document.objects.filter(kind="decision").count() == number + 3
