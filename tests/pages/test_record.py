"""The permanent record of a resolution: its time line, how it stood on a day, what replaced it, and how it is cited."""

import re
from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, override

from publishing import workflow
from resolutions.followup import record_status_update
from resolutions.models import Milestone, Relation, Status
from tests.factories import (
    ISTANBUL,
    chief,
    draft_over_live,
    go_live,
    make_article,
    make_attachment,
    make_decision,
    make_event,
    make_organisation,
    make_recommendation,
    make_topic,
    second_chief,
    withdrawn,
    write,
)
from tests.pages.reading import get, moved

pytestmark = pytest.mark.django_db

WORDS = {
    "ar": {
        "title": "لجنة تحضيرية",
        "slug": "لجنة",
        "summary": "موجز",
        "body": "<ol><li>أول</li><li>ثانٍ</li></ol>",
    },
    "en": {
        "title": "A committee",
        "slug": "committee",
        "summary": "Summary",
        "body": "<ol><li>One</li><li>Two</li></ol>",
    },
}
PATHS = {"ar": "/ar/decisions/لجنة/", "en": "/en/decisions/committee/"}
ADOPTED_ON = date(2024, 12, 22)


def noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=ISTANBUL)


@pytest.fixture
def event(clock):
    event = make_event(ar="ملتقى القدس", en="Jerusalem Forum", code="MQF-2024")
    go_live(event)
    return event


@pytest.fixture
def decision(event):
    """Proposed, with words that are public since 23 December 2024."""
    decision = make_decision(event, **WORDS, adopted_on=None, status=Status.PROPOSED)
    go_live(decision)
    return decision


def record(decision, to_status, day, note_ar="ملاحظة", note_en="A note", **more):
    return record_status_update(decision, chief(), to_status, day, note_ar, note_en, **more)


def run_on(words):
    """Words as they stand on the page: the reader of the tests puts a space at every tag."""
    return re.sub(r" (?=[.:;،؛](?: |$))", "", words)


def lines(page):
    """The lines of the time line, top down."""
    return page.words_of("li", klass="timeline__entry")


# ---- The time line


def test_the_time_line_tells_everything_with_its_day_and_source(decision, event, clock):
    clock.goes_to(noon(date(2025, 6, 1)))
    report, proof = (make_article(ar=None, en=title, event=event) for title in ("The report", "The proof"))
    about = make_article(ar=None, en="About it", resolutions=[decision])
    go_live(report, at=noon(date(2025, 2, 2)))
    go_live(proof, at=noon(date(2025, 3, 3)))
    go_live(about, at=noon(date(2025, 4, 4)))
    hidden = make_article(ar=None, en="A draft about it", resolutions=[decision])
    steps = (
        ("First meeting", date(2025, 2, 1), date(2025, 2, 2), {"source_document": report}),
        ("Place named", date(2025, 5, 1), None, {}),
        ("Final report", date(2030, 1, 1), None, {}),
        ("Some day", None, None, {"source_document": hidden, "source_url": "https://example.org/draft"}),
    )
    for title, due_on, done_on, more in steps:
        Milestone.objects.create(
            resolution=decision, title_ar=title, title_en=title, due_on=due_on, done_on=done_on, **more
        )
    record(decision, "adopted", ADOPTED_ON, note_en="Adopted in the hall.")
    record(decision, "in_progress", date(2025, 3, 3), note_en="It began.", evidence_document=proof)
    page = get(PATHS["en"])
    assert lines(page) == [
        "Milestone, no day set yet Some day",
        "1 January 2030 Milestone planned Final report",
        "1 May 2025 Milestone planned for this day; nothing was recorded of it Place named",
        "4 April 2025 News about it About it",
        "3 March 2025 In progress It began. Recorded on 1 June 2025 Evidence The proof",
        "2 February 2025 Milestone reached First meeting Source The report",
        "22 December 2024 Adopted Adopted in the hall. Recorded on 1 June 2025",
    ]
    assert "Milestones reached: 1 of 4" in page.main
    assert "In progress since 3 March 2025 What became of it" in page.main
    assert "draft" not in page.html
    # What has come to an end waits for no milestone any more.
    record(decision, "implemented", date(2025, 5, 5), evidence_url="https://example.org/")
    assert "1 May 2025 Milestone planned Place named" in lines(get(PATHS["en"]))


def test_a_note_that_is_missing_is_marked_in_its_language(decision, clock):
    record(decision, "adopted", ADOPTED_ON, note_en="")
    page = get(PATHS["en"])
    assert 'lang="ar" dir="rtl">ملاحظة' in page.html
    assert "This note is there in Arabic; the English is to follow." in page.main
    record(decision, "adopted", ADOPTED_ON, note_ar="", note_en="Later")
    with override("ar"):
        said = gettext("This note is there in English; the Arabic is to follow.")
    arabic = get(PATHS["ar"])
    assert 'lang="en" dir="ltr">Later' in arabic.html and arabic.main.count(said) == 1
    # Each page tells of the notes that it lacks, and of no other.
    assert get(PATHS["en"]).main.count("is to follow.") == 1


def test_a_correction_and_what_it_corrects_name_each_other(decision, clock):
    record(decision, "adopted", ADOPTED_ON)
    clock.goes_to(noon(date(2025, 1, 10)))
    wrong = record(decision, "in_progress", date(2025, 1, 10), note_en="Five members.")
    clock.goes_to(noon(date(2025, 1, 15)))
    record(decision, "in_progress", date(2025, 1, 10), note_en="Seven members, not five.", corrects=wrong)
    assert lines(get(PATHS["en"]))[:2] == [
        "10 January 2025 In progress Corrects the entry of 10 January 2025 Seven members, not five."
        " Recorded on 15 January 2025",
        "10 January 2025 In progress Corrected by the entry that was recorded on 15 January 2025 Five members.",
    ]


def test_an_adoption_without_an_entry_is_told_all_the_same(event):
    decision = make_decision(event, **WORDS, live=True, adopted_on=ADOPTED_ON)
    assert lines(get(PATHS["en"])) == ["22 December 2024 The forum adopted the decision."]
    assert "Adopted since 22 December 2024" in get(PATHS["en"]).main
    assert decision.status == "adopted"


def test_the_day_since_which_a_status_holds_is_that_of_its_first_entry(decision, clock):
    clock.goes_to(noon(date(2025, 6, 1)))
    record(decision, "adopted", ADOPTED_ON)
    record(decision, "in_progress", date(2025, 1, 1))
    record(decision, "in_progress", date(2025, 3, 1))
    page = get(PATHS["en"])
    assert "In progress since 1 January 2025 Last update: 1 March 2025 What became of it" in page.main


def test_what_has_been_quiet_and_what_is_late_is_said_neutrally(decision, clock):
    decision.due_on = date(2025, 6, 30)
    decision.save()
    record(decision, "adopted", ADOPTED_ON)
    clock.goes_to(noon(date(2025, 6, 22)))
    assert "(more than" not in get(PATHS["en"]).main
    clock.goes_to(noon(date(2025, 7, 1)))
    assert (
        "Was due on 30 June 2025 Last update: 22 December 2024 (more than 6 months ago)"
        in get(PATHS["en"]).main
    )


# ---- Points


def test_points_have_the_same_anchors_in_both_languages(decision):
    for language, words in (("ar", ["أول", "ثانٍ"]), ("en", ["One", "Two"])):
        items = [(attrs["id"], said) for attrs, said in get(PATHS[language]).all("li") if "id" in attrs]
        assert [item for item in items if item[0].startswith("p")] == [("p1", words[0]), ("p2", words[1])]


# ---- As it stood


def test_the_record_as_it_stood_on_a_day(decision, event, clock):
    record(decision, "adopted", ADOPTED_ON)
    clock.goes_to(noon(date(2025, 1, 10)))
    record(decision, "in_progress", date(2025, 1, 10), note_ar="بدأ", note_en="It began.")
    Milestone.objects.create(
        resolution=decision,
        title_ar="محطة",
        title_en="Step",
        due_on=date(2025, 1, 20),
        done_on=date(2025, 2, 2),
    )
    clock.goes_to(noon(date(2025, 2, 1)))
    write(decision, "en", **WORDS["en"] | {"title": "A new title", "body": "<ol><li>Changed</li></ol>"})
    go_live(decision, "en")
    clock.goes_to(noon(date(2025, 3, 1)))
    about = make_article(ar=None, en="News of March", resolutions=[decision], live=True)
    page = get(f"{PATHS['en']}?as_of=2025-01-15")
    assert page.words_of("h1") == ["A committee"]
    assert "This is the record as it stood on 15 January 2025." in run_on(page.main)
    assert "One" in page.main and "Changed" not in page.main
    assert "In progress since 10 January 2025" in page.main
    assert lines(page) == [
        "20 January 2025 Milestone planned Step",
        "10 January 2025 In progress It began.",
        "22 December 2024 Adopted A note Recorded on 23 December 2024",
    ]
    assert "Milestones reached: 0 of 1" in page.main
    # The last moment of the day is of it; what came before the first text has a status and no words.
    assert "Changed" in get(f"{PATHS['en']}?as_of=2025-02-01").main
    assert lines(get(f"{PATHS['en']}?as_of=2025-02-01"))[0] == (
        "20 January 2025 Milestone planned for this day; nothing was recorded of it Step"
    )
    before = get(f"{PATHS['en']}?as_of=2024-12-22")
    assert "In this language no words of that day are to be read here." in before.main
    assert "Adopted since 22 December 2024" in before.main and "One" not in before.main
    proposed = get(f"{PATHS['en']}?as_of=2024-12-21").main
    assert "Proposed" in proposed and "Proposed since" not in proposed
    # Arabic has one text, and the page of a day leads to the same day.
    arabic = get(f"{PATHS['ar']}?as_of=2025-02-15")
    assert arabic.words_of("h1") == ["لجنة تحضيرية"]
    assert page.switch == f"{PATHS['ar']}?as_of=2025-01-15"
    assert not page.is_indexed and page.canonical == []
    assert page.alternates == {}
    assert about.pk


def test_the_texts_of_a_record_lead_to_their_days(decision, clock):
    clock.goes_to(noon(date(2025, 2, 1)))
    write(decision, "en", **WORDS["en"] | {"body": "<ol><li>Changed</li></ol>"})
    assert "?as_of=" not in "".join(get(PATHS["en"]).links)
    go_live(decision, "en")
    links = get(PATHS["en"]).links
    assert [address for address in links if address.startswith("?as_of")] == [
        "?as_of=2025-02-01",
        "?as_of=2024-12-23",
    ]
    assert "One" in get(f"{PATHS['en']}?as_of=2024-12-23").main


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("soon", "This is no day; write it like 2026-05-31."),
        ("2025-02-30", "This is no day; write it like 2026-05-31."),
        ("9999-01-01", "Choose a day between 1900 and 2100."),
        ("2024-12-24", "That day has not come yet."),
        ("\x00", "This is no day; write it like 2026-05-31."),
        ("2024-12-22", ""),
        ("", ""),
    ],
)
def test_a_day_that_is_none(decision, asked, said):
    answer = Client().get(PATHS["en"], {"as_of": asked})
    assert answer.status_code == 200
    html = answer.content.decode()
    assert said in html
    assert ("This is the record" in html) == (asked == "2024-12-22")


def test_a_day_brings_nothing_back_that_was_withdrawn(decision, event, clock):
    clock.goes_to(noon(date(2025, 1, 10)))
    proof = make_article(ar=None, en="Withdrawn proof", event=event, live=True)
    new = make_decision(event, ar=None, en="Withdrawn successor", live=True)
    record(decision, "adopted", ADOPTED_ON)
    record(decision, "in_progress", date(2025, 1, 10), evidence_document=proof)
    record(decision, "superseded", date(2025, 1, 10), superseded_by=new)
    clock.goes_to(noon(date(2025, 2, 10)))
    assert "Withdrawn proof" in get(f"{PATHS['en']}?as_of=2025-01-10").html
    workflow.withdraw(proof, "en", chief())
    workflow.withdraw(new, "en", chief())
    for path in (PATHS["en"], f"{PATHS['en']}?as_of=2025-01-10"):
        assert "Withdrawn" not in get(path).html
    workflow.withdraw(decision, "en", chief())
    # As without a day: the address that was once right leads to the language that there is.
    assert moved(f"{PATHS['en']}?as_of=2025-01-10").startswith("/en/decisions/")
    assert "One" not in get("/en/decisions/لجنة/?as_of=2025-01-10").main
    workflow.withdraw(decision, "ar", chief())
    get(f"{PATHS['ar']}?as_of=2025-01-10", 404)
    get(f"{PATHS['en']}?as_of=2025-01-10", 404)


def test_a_withdrawal_takes_back_what_was_read_before_it(decision, clock):
    clock.goes_to(noon(date(2025, 1, 10)))
    workflow.withdraw(decision, "en", chief())
    clock.goes_to(noon(date(2025, 2, 1)))
    write(decision, "en", **WORDS["en"] | {"body": "<ol><li>Put right</li></ol>"})
    go_live(decision, "en")
    clock.goes_to(noon(date(2025, 3, 1)))
    write(decision, "en", **WORDS["en"] | {"body": "<ol><li>Newer</li></ol>"})
    go_live(decision, "en")
    links = get(PATHS["en"]).links
    assert [address for address in links if address.startswith("?as_of")] == [
        "?as_of=2025-03-01",
        "?as_of=2025-02-01",
    ]
    for day in ("2024-12-23", "2025-01-05", "2025-01-20"):
        page = get(f"{PATHS['en']}?as_of={day}")
        assert "In this language no words of that day are to be read here." in page.main
        assert "One" not in page.main and "Put right" not in page.main
    assert "Put right" in get(f"{PATHS['en']}?as_of=2025-02-01").main


def test_what_is_to_come_today_is_on_no_page_of_today(decision, clock):
    clock.goes_to(noon(date(2025, 2, 1)))
    write(decision, "en", **WORDS["en"] | {"body": "<ol><li>In two hours</li></ol>"})
    workflow.schedule(decision, "en", second_chief(), clock.after(hours=2), clock.after(hours=4))
    page = get(f"{PATHS['en']}?as_of=2025-02-01")
    assert "One" in page.main and "In two hours" not in page.html
    clock.goes_on(hours=3)
    assert "In two hours" in get(f"{PATHS['en']}?as_of=2025-02-01").main


def test_a_day_is_kept_where_a_page_has_moved(decision, clock):
    clock.goes_to(noon(date(2025, 2, 1)))
    write(decision, "en", **WORDS["en"] | {"slug": "renamed"})
    go_live(decision, "en")
    assert moved(f"{PATHS['en']}?as_of=2024-12-23") == "/en/decisions/renamed/?as_of=2024-12-23"


def test_newer_articles_do_not_push_those_of_the_day_out(decision, clock, monkeypatch):
    monkeypatch.setattr("resolutions.around.MOST_ARTICLES", 2)
    for number, title in enumerate(["Of the day", "Later", "Last", "Very last"], start=1):
        clock.goes_to(noon(date(2025, number, 1)))
        make_article(ar=None, en=title, resolutions=[decision], live=True)
    assert lines(get(f"{PATHS['en']}?as_of=2025-01-01")) == ["1 January 2025 News about it Of the day"]
    assert len(lines(get(PATHS["en"]))) == 2


def test_a_draft_is_on_no_day(decision, clock):
    clock.goes_to(noon(date(2025, 2, 1)))
    draft_over_live(decision, "en", title="A draft of ours")
    for path in (PATHS["en"], f"{PATHS['en']}?as_of=2025-02-01"):
        assert "A draft of ours" not in get(path).html


# ---- Replacement and other relations


def test_what_is_replaced_says_so_at_its_top_and_both_link(decision, event, clock):
    clock.goes_to(noon(date(2025, 5, 5)))
    record(decision, "adopted", ADOPTED_ON)
    new = make_decision(
        event, ar={"title": "قرار لاحق"}, en={"title": "A later decision", "slug": "later"}, live=True
    )
    record(decision, "superseded", date(2025, 4, 1), superseded_by=new)
    page = get(PATHS["en"])
    (notice,) = map(run_on, page.words_of("div", klass="notice--replaced"))
    assert (
        notice
        == f"This decision was replaced on 1 April 2025. In its place: {new.reference} A later decision"
    )
    assert page.html.index("notice--replaced") < page.html.index("prose--resolution")
    assert "/en/decisions/later/" in page.links
    (arabic,) = get(PATHS["ar"]).words_of("div", klass="notice--replaced")
    assert "قرار لاحق" in arabic
    later = get("/en/decisions/later/")
    assert f"Replaces {decision.reference} A committee" in later.main
    assert PATHS["en"] in later.links
    assert later.words_of("div", klass="notice--replaced") == []
    # On the day before, nothing had taken its place.
    before = get(f"{PATHS['en']}?as_of=2025-03-31")
    assert "A later decision" not in before.html and "Adopted since" in before.main
    assert "A committee" not in get("/en/decisions/later/?as_of=2025-03-31").main


def test_relations_are_told_from_both_sides(decision, event):
    recommendation = make_recommendation(event, ar=None, en={"title": "A plan", "slug": "plan"}, live=True)
    parent = make_decision(event, ar=None, en={"title": "The parent", "slug": "parent"}, live=True)
    hidden = make_decision(event, ar=None, en="A hidden one")
    withdrawn(gone := make_decision(event, ar=None, en="One that is gone"), "en")
    Relation.objects.create(resolution=decision, nature="carries_out", other=recommendation)
    Relation.objects.create(resolution=decision, nature="follows_from", other=parent)
    for unseen in (hidden, gone):
        Relation.objects.create(resolution=decision, nature="carries_out", other=unseen)
        Relation.objects.create(resolution=unseen, nature="follows_from", other=decision)
    told = {
        PATHS["en"]: [
            f"Carries out {recommendation.reference} A plan",
            f"Follows from {parent.reference} The parent",
        ],
        "/en/recommendations/plan/": [f"Carried out by {decision.reference} A committee"],
        "/en/decisions/parent/": [f"Followed by {decision.reference} A committee"],
    }
    for path, expected in told.items():
        page = get(path)
        words = [said for said in page.words_of("div") if re.match("Carrie|Follow", said)]
        assert words == expected
        assert "A hidden one" not in page.html and "One that is gone" not in page.html


# ---- Citation


def test_the_sentences_of_a_citation(decision, event):
    record(decision, "adopted", ADOPTED_ON)
    address = f"http://testserver/d/{decision.pk}/?as_of=2024-12-23&lang="
    expected = {
        "ar": f"ملتقى القدس. {decision.reference}: لجنة تحضيرية.",
        "en": f"Jerusalem Forum. {decision.reference}: A committee. Decision adopted on 22 December 2024; "
        f"text of 23 December 2024. {address}en",
    }
    for language in ("ar", "en"):
        page = get(PATHS[language])
        said = {
            attrs["lang"]: (attrs["dir"], run_on(words))
            for attrs, words in page.all("p", klass="cite__sentence")
        }
        assert said["en"] == ("ltr", expected["en"])
        direction, words = said["ar"]
        assert direction == "rtl" and words.startswith(expected["ar"]) and words.endswith(f"{address}ar")
        assert "22 ديسمبر 2024" in words and "23 ديسمبر 2024" in words


def test_only_what_is_public_is_cited(event):
    decision = make_decision(event, **WORDS, adopted_on=None, status=Status.PROPOSED)
    go_live(decision, "en")
    page = get(PATHS["en"])
    (sentence,) = page.words_of("p", klass="cite__sentence")
    assert "Proposed decision; text of 23 December 2024." in sentence
    assert get(f"/d/{decision.pk}/en/cite.bib")
    for path in (f"/d/{decision.pk}/ar/cite.bib", f"/d/{event.pk}/en/cite.bib", f"/d/{decision.pk}/en/cite.txt",
                 f"/d/{decision.pk}/fr/cite.bib", f"/d/{10**20}/en/cite.ris"):  # fmt: skip
        get(path, 404)


def test_bibtex_and_ris(decision, clock):
    record(decision, "adopted", ADOPTED_ON)
    clock.goes_on(minutes=1)
    write(decision, "en", **WORDS["en"] | {"title": "A & B: 50% of {all} \\ #1_a"})
    go_live(decision, "en")
    address = f"http://testserver/d/{decision.pk}/?as_of=2024-12-23&lang="
    answer = Client().get(f"/d/{decision.pk}/en/cite.bib")
    assert answer["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="{decision.reference}.bib"'
    assert answer.content.decode() == (
        f"@misc{{{decision.reference},\n"
        "  author = {{Jerusalem Forum}},\n"
        "  title = {{A \\& B: 50\\% of \\{all\\} \\textbackslash{} \\#1\\_a}},\n"
        f"  number = {{{decision.reference}}},\n"
        "  howpublished = {Decision},\n"
        "  date = {2024-12-22},\n"
        "  year = {2024},\n"
        "  version = {2024-12-23},\n"
        f"  url = {{{address}en}},\n"
        "  langid = {english},\n"
        "}\n"
    )
    answer = Client().get(f"/d/{decision.pk}/ar/cite.ris", headers={"accept-language": "en"})
    assert answer["Content-Language"] == "ar"
    assert answer["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert answer.content.decode().split("\r\n") == [
        "TY  - GEN", "AU  - ملتقى القدس,", "TI  - لجنة تحضيرية", f"AN  - {decision.reference}", "M3  - قرار",
        "PY  - 2024", "DA  - 2024/12/22/", "ET  - 2024-12-23", "LA  - ar", f"UR  - {address}ar", "ER  - ", "",
    ]  # fmt: skip
    assert (
        Client().get(f"/d/{decision.pk}/ar/cite.ris", headers={"if-none-match": answer["ETag"]}).status_code
        == 304
    )


def test_the_short_address_leads_to_the_day_that_it_names(decision, clock):
    clock.goes_to(noon(date(2025, 3, 1)))
    short = f"/d/{decision.pk}/"
    english = {"accept-language": "en"}
    assert moved(f"{short}?as_of=2024-12-23", 302, headers=english) == f"{PATHS['en']}?as_of=2024-12-23"
    for nothing in ("", "?as_of=", "?as_of=x", "?as_of=2099-01-01", "?other=1"):
        assert moved(f"{short}{nothing}", 302, headers=english) == PATHS["en"]
    # The language of a citation goes before that of the reader.
    assert (
        moved(f"{short}?as_of=2024-12-23&lang=ar", 302, headers=english) == f"{PATHS['ar']}?as_of=2024-12-23"
    )
    assert moved(f"{short}?lang=xx", 302, headers=english) == PATHS["en"]
    article = make_article(ar=None, en={"slug": "news"}, live=True)
    assert moved(f"/d/{article.pk}/?as_of=2024-12-23", 302, headers=english) == "/en/news/news/"


# ---- Queries


def test_queries_do_not_grow_with_the_record(decision, event, clock, django_assert_num_queries):
    clock.goes_to(noon(date(2025, 6, 1)))
    record(decision, "adopted", ADOPTED_ON)

    def grows(number):
        proof = make_article(ar=None, resolutions=[decision], live=True)
        record(
            decision,
            "in_progress",
            date(2025, 1, number),
            evidence_document=proof,
            evidence_attachment=make_attachment(),
        )
        decision.responsible.add(make_organisation())
        decision.topics.add(make_topic())
        Milestone.objects.create(resolution=decision, title_ar="محطة", title_en="Step", source_document=proof)
        other = make_decision(event, ar=None, live=True)
        Relation.objects.create(resolution=decision, nature="carries_out", other=other)
        record(other, "superseded", date(2025, 1, 1), superseded_by=decision)

    grows(1)
    for rows in (1, 3):
        while decision.milestones.count() < rows:
            grows(decision.milestones.count() + 1)
        for query, queries in (("", 8), ("?as_of=2025-05-01", 9)):
            with django_assert_num_queries(queries):
                get(f"{PATHS['en']}{query}")
    assert timezone.localdate() == date(2025, 6, 1)
