"""The pages of what decisions set up: committees, sponsorship projects, academies."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from django.utils.translation import override

from forum_site.paper.sheets import WHOLE, live_text, sheet_of
from publishing import workflow
from resolutions.models import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    Milestone,
    ProjectFigure,
    ProjectPartner,
    ProjectQuestion,
    SponsorshipProject,
)
from resolutions.set_ups import courses_by_subject
from tests.factories import (
    chief,
    go_live,
    make_article,
    make_decision,
    make_event,
    make_organisation,
    make_person,
    write,
)
from tests.pages.reading import Page, absolute, get, moved
from tests.pages.structured import complaints_about, nodes_of

pytestmark = pytest.mark.django_db

NAMES = ("committee", "project", "academy")
SLUGS = {"ar": "قرار", "en": "decision"}
TODAY = timezone.localdate


def address(name, language="en"):
    return f"/{language}/decisions/{SLUGS[language]}/{name}/"


@pytest.fixture
def decision():
    return make_decision(
        make_event(live=True, code="MQF-2024"), ar={"slug": "قرار", "title": "القرار"},
        en={"slug": "decision", "title": "The decision"}, live=True,
    )  # fmt: skip


def make_committee(decision, **facts):
    words = {"name_ar": "اللجنة التحضيرية", "name_en": "Preparatory committee", "mandate_ar": "تُعدّ المؤتمر.",
             "mandate_en": "It prepares the conference."}  # fmt: skip
    return Committee.objects.create(decision=decision, **(words | facts))


def make_project(decision, **facts):
    words = {"name_ar": "مشروع المؤاخاة", "name_en": "Brotherhood project", "how_it_works_ar": "الخطوة الأولى",
             "how_it_works_en": "First step\n\nSecond step"}  # fmt: skip
    return SponsorshipProject.objects.create(decision=decision, **(words | facts))


def make_academy(decision, **facts):
    words = {"name_ar": "الأكاديمية", "name_en": "The academy", "site": "https://academy.example/"}
    return Academy.objects.create(decision=decision, **(words | facts))


def make_member(decision, name, **facts):
    person = make_person(name_ar=f"عضو {name}", name_en=name, role_line_ar="", role_line_en="")
    return CommitteeMember.objects.create(decision=decision, person=person, **facts)


def make_meeting(decision, title, **facts):
    facts = {"milestone_kind": Milestone.MilestoneKind.MEETING} | facts
    return Milestone.objects.create(resolution=decision, title_ar=f"ع {title}", title_en=title, **facts)


def make_course(decision, title, subject="History", **facts):
    return Course.objects.create(
        decision=decision,
        title_ar=f"ع {title}",
        title_en=title,
        subject_ar=f"ع {subject}",
        subject_en=subject,
        **facts,
    )


def make_figure(decision, value="1250.00", **facts):
    given = {
        "name_ar": "أسر",
        "name_en": "Families",
        "value": Decimal(value),
        "reported_on": date(2025, 3, 6),
    }
    source = facts.pop("source", None) or make_organisation(name_ar="الجهة", name_en="The reporter")
    return ProjectFigure.objects.create(decision=decision, source=source, **(given | facts))


def make_all(decision):
    make_committee(decision)
    make_project(decision)
    make_academy(decision)


def sections(page):
    """The headings of what stands in <main>."""
    return Page(page.html.split("</main>")[0]).words_of("h2")


# ---- Each page


def test_a_page_names_its_decision_with_its_reference_and_status_and_leads_back(decision):
    make_all(decision)
    headings = {
        "committee": "Preparatory committee",
        "project": "Brotherhood project",
        "academy": "The academy",
    }
    kickers = {"committee": "A committee formed by a decision", "project": "A project founded by a decision",
               "academy": "An academy founded by a decision"}  # fmt: skip
    for name in NAMES:
        page = get(address(name))
        assert page.words_of("h1") == [headings[name]]
        assert page.words_of("p", klass="kicker") == [kickers[name]]
        assert page.words_of("p", klass="standing") == [f"{decision.reference} The decision Adopted"]
        way = page.html.split('class="page breadcrumbs"')[1].split("</nav>")[0]
        assert [
            part in way for part in ('href="/en/"', 'href="/en/decisions/"', 'href="/en/decisions/decision/"')
        ] == [True] * 3
        assert page.title.strip() == f"{headings[name]} · {decision.reference} · Maqdisi Forum"
        ((told, _words),) = page.all("meta", property="og:title")
        assert told["content"] == headings[name]
        # The card of a decision is found from its own page.
        assert "oembed" not in page.html


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_page_says_where_it_is_and_where_its_other_language_is(decision, language):
    make_all(decision)
    other = {"ar": "en", "en": "ar"}[language]
    for name in NAMES:
        page = get(address(name, language))
        assert page.language == (language, {"ar": "rtl", "en": "ltr"}[language])
        assert page.switch == address(name, other)
        assert page.canonical == [absolute(address(name, language))]
        assert page.alternates == {code: absolute(address(name, code)) for code in ("ar", "en")}
        nodes = nodes_of(page.html)
        assert [complaint for node in nodes for complaint in complaints_about(node)] == []
        (way,) = (node for node in nodes if node["@type"] == "BreadcrumbList")
        assert [item["position"] for item in way["itemListElement"]] == [1, 2, 3, 4]
        assert way["itemListElement"][3]["item"] == absolute(address(name, language))


def test_a_page_tells_search_engines_of_the_body_and_of_the_decision(decision):
    make_all(decision)
    make_member(decision, "Zayd")
    make_member(decision, "Gone", ends_on=date(2025, 1, 1))
    told = {}
    for name in NAMES:
        (told[name],) = (node for node in nodes_of(get(address(name)).html) if node["@type"] == "WebPage")
        assert told[name]["about"]["url"] == absolute("/en/decisions/decision/")
    assert [row["name"] for row in told["committee"]["mainEntity"]["member"]] == ["Zayd"]
    assert told["academy"]["mainEntity"]["url"] == "https://academy.example/"
    assert (told["project"]["name"], "mainEntity" in told["project"]) == ("Brotherhood project", False)


def test_there_is_no_page_of_what_the_decision_has_not_set_up(decision):
    make_project(decision)
    assert get(address("project")).words_of("h1") == ["Brotherhood project"]
    for name in ("committee", "academy"):
        get(address(name), 404)
        get(address(name, "ar"), 404)
    get("/en/decisions/no-such-decision/project/", 404)
    # A recommendation sets up nothing.
    get("/en/recommendations/decision/project/", 404)


def test_a_page_is_public_as_long_as_its_decision_is(decision):
    draft = make_decision(ar={"slug": "مسودة"}, en={"slug": "draft"})
    for one in (decision, draft):
        make_all(one)
    for name in NAMES:
        get(address(name))
        get(f"/en/decisions/draft/{name}/", 404)
    for language in SLUGS:
        workflow.withdraw(decision, language, chief())
    for name in NAMES:
        get(address(name), 404)
        get(address(name, "ar"), 404)


def test_an_old_address_leads_to_the_page_at_its_new_one(decision):
    make_all(decision)
    write(decision, "en", slug="renamed", title="The decision", body="<p>As it was.</p>")
    go_live(decision, "en")
    assert {name: moved(address(name)) for name in NAMES} == {
        name: f"/en/decisions/renamed/{name}/" for name in NAMES
    }


def test_a_decision_that_is_not_translated_has_a_page_that_says_so():
    decision = make_decision(ar={"slug": "وحدها", "title": "بالعربية"}, en=None, live=True)
    make_all(decision)
    for name in NAMES:
        page = get(f"/en/decisions/وحدها/{name}/")
        assert (page.is_indexed, page.words_of("h1")) == (False, ["بالعربية"])


# ---- Committees


def test_members_are_told_with_their_roles_and_terms(decision):
    make_committee(decision)
    yesterday, tomorrow = TODAY() - timedelta(days=1), TODAY() + timedelta(days=1)
    make_member(decision, "Zayd", role_en="Chair", starts_on=date(2025, 1, 4), order=1)
    make_member(decision, "Layla", order=2)
    make_member(decision, "Last day", ends_on=TODAY(), order=3)
    make_member(decision, "To come", starts_on=tomorrow, order=4)
    make_member(
        decision, "Gone", role_en="Secretary", starts_on=date(2025, 1, 4), ends_on=date(2025, 2, 28), order=0
    )
    make_member(decision, "Gone yesterday", ends_on=yesterday, order=5)
    page = get(address("committee"))
    day = {
        "today": f"{TODAY():%-d %B %Y}",
        "yesterday": f"{yesterday:%-d %B %Y}",
        "tomorrow": f"{tomorrow:%-d %B %Y}",
    }
    assert page.words_of("li", klass="member") == [
        "Chair Zayd since 4 January 2025",
        "Layla",
        f"Last day until {day['today']}",
        f"To come from {day['tomorrow']}",
        "Secretary Gone from 4 January 2025 until 28 February 2025",
        f"Gone yesterday until {day['yesterday']}",
    ]
    assert sections(page) == ["Members", "Former members", "Meetings"]
    former = page.main.split("Former members")[1]
    assert ("Gone" in former, "Zayd" in former, "Last day" in former) == (True, False, False)
    assert page.main.startswith(
        "A committee formed by a decision Preparatory committee It prepares the conference."
    )
    assert "منذ 4 يناير 2025" in get(address("committee", "ar")).main


def test_without_members_and_meetings_the_page_says_so(decision):
    make_committee(decision, mandate_ar="", mandate_en="")
    page = get(address("committee"))
    assert "Its members have not been announced." in page.main
    assert "No meeting has been recorded yet." in page.main
    assert "Former members" not in page.main
    ((told, _words),) = page.all("meta", name="description")
    assert told["content"] == "Its members, its meetings and what it prepares."


def test_sample_people_and_bodies_are_marked(decision):
    make_all(decision)
    sample = make_person(name_en="Made up", is_sample=True)
    CommitteeMember.objects.create(decision=decision, person=sample)
    make_member(decision, "Real")
    make_course(decision, "A course", lecturer=sample)
    body = make_organisation(name_en="Sample body", is_sample=True)
    ProjectPartner.objects.create(decision=decision, organisation=body)
    make_figure(decision, source=body)
    marks = {name: len(get(address(name)).all("span", klass="sample")) for name in NAMES}
    assert marks == {"committee": 1, "project": 2, "academy": 1}


def test_meetings_are_told_the_latest_first_with_their_sources(decision):
    make_committee(decision)
    article, secret = make_article(en="Minutes", live=True), make_article(en="Secret minutes")
    make_meeting(
        decision, "First", due_on=date(2025, 1, 15), done_on=date(2025, 1, 4), source_document=article
    )
    make_meeting(decision, "Second", done_on=date(2025, 2, 1), source_url="https://elsewhere.example/minutes",
                 source_document=secret)  # fmt: skip
    make_meeting(decision, "Forgotten", due_on=date(2025, 3, 1))
    make_meeting(decision, "Next", due_on=date(2099, 5, 15))
    make_meeting(decision, "Some day")
    make_meeting(decision, "A step", milestone_kind="step", done_on=date(2025, 1, 20))
    page = get(address("committee"))
    assert page.words_of("li", klass="meeting") == [
        "No day set yet Some day",
        "Planned for 15 May 2099 Next",
        "Planned for 1 March 2025 Forgotten It has not been recorded that this meeting was held.",
        "Held on 1 February 2025 · 2 Sha'ban 1446 AH Second https://elsewhere.example/minutes",
        "Held on 4 January 2025 · 4 Rajab 1446 AH First Reported in: Minutes",
    ]
    assert "Secret minutes" not in page.html
    assert page.links["https://elsewhere.example/minutes"] == "https://elsewhere.example/minutes"


def test_the_event_that_it_prepares_is_named_when_it_is_public(decision):
    event = make_event(ar={"slug": "مؤتمر"}, en={"slug": "conference", "title": "The conference"})
    make_committee(decision, prepares=event)
    assert "The conference" not in get(address("committee")).html.replace("It prepares the conference.", "")
    assert "What it prepares" not in get(address("committee")).main
    go_live(event)
    assert get(address("committee")).links["/en/events/conference/"] == "The conference"
    workflow.withdraw(event, "en", chief())
    workflow.withdraw(event, "ar", chief())
    assert "What it prepares" not in get(address("committee")).main


# ---- Projects


def test_how_a_project_works_and_who_takes_part(decision):
    make_project(decision)
    site = "https://partner.example/"
    for order, (name, facts) in enumerate({"First partner": {"site": site}, "Second partner": {}}.items()):
        body = make_organisation(name_en=name, kind="association", **facts)
        ProjectPartner.objects.create(
            decision=decision, organisation=body, role_en="Reports" if order else "", order=order
        )
    page = get(address("project"))
    assert page.words_of("ol", klass="steps") == ["1 First step 2 Second step"]
    assert page.words_of("li", klass="partner") == [
        "Association First partner The partner’s own site : First partner",
        "Association Second partner Reports",
    ]
    ((link, _words),) = page.all("a", href=site)
    assert link["rel"] == "noopener"
    for sentence in (
        "This site reports on the project. It collects no applications, no personal data and no money.",
        "Questions about taking part belong on the partner institutions’ own sites.",
    ):
        assert sentence in page.main
    assert len(page.all("form")) == 1  # The search.


def test_answers_have_paragraphs_and_no_markup_of_their_own(decision):
    make_project(decision)
    ProjectQuestion.objects.create(
        decision=decision, question_ar="س؟", question_en="Who <b>pays</b>?", answer_ar="ج",
        answer_en="First.\n\n<script>x</script>", order=1,
    )  # fmt: skip
    ProjectQuestion.objects.create(
        decision=decision, question_ar="م؟", question_en="What?", answer_ar="ج", answer_en="That."
    )
    page = get(address("project"))
    assert page.words_of("li", klass="question") == [
        "What? That.",
        "Who <b>pays</b>? First. <script>x</script>",
    ]
    assert "<script>x" not in page.html
    answer = page.html.split('class="question__answer">')[2].split("</div>")[0]
    assert answer == "<p>First.</p>\n\n<p>&lt;script&gt;x&lt;/script&gt;</p>"


def test_figures_are_told_with_their_day_and_their_source(decision, settings):
    make_project(decision)
    make_figure(decision, "1250.00", source_url="https://reporter.example/march", order=1)
    make_figure(decision, "2.50", order=2)
    page = get(address("project"))
    assert page.words_of("p", klass="reported-figure__value") == ["1,250", "2.5"]
    first, second = page.words_of("li", klass="reported-figure")
    assert first == (
        "1,250 Families Reported on 6 March 2025 · 6 Ramadan 1446 AH Reported by The reporter The report : Families"
    )
    assert "The report :" not in second
    assert page.links["https://reporter.example/march"] == "The report : Families"
    settings.MULTAQA_DIGITS = "arab"
    assert get(address("project", "ar")).words_of("p", klass="reported-figure__value") == ["١٬٢٥٠", "٢٫٥"]
    assert get(address("project")).words_of("p", klass="reported-figure__value") == ["1,250", "2.5"]


def test_without_anything_the_page_of_a_project_says_so(decision):
    make_project(decision, how_it_works_ar="", how_it_works_en="")
    page = get(address("project"))
    assert sections(page) == ["How it works", "Partners", "Where to ask"]
    assert "How it works has not been announced." in page.main
    assert "Its partners have not been announced." in page.main


# ---- Academies


def test_courses_stand_by_subject_and_by_level(decision):
    make_academy(decision)
    lecturer = make_person(name_en="A lecturer", slug_en="a-lecturer", is_sample=False)
    make_course(decision, "Hard history", level="advanced", order=1)
    make_course(decision, "Law", subject="Law", level="intermediate", language="en", order=2)
    make_course(
        decision,
        "Easy history",
        level="introductory",
        lecturer=lecturer,
        address="https://academy.example/1",
        order=3,
    )
    make_course(decision, "Middle history", level="intermediate", order=4)
    page = get(address("academy"))
    assert sections(page) == ["History", "Law", "Where to enrol"]
    assert page.words_of("li", klass="course") == [
        "Introductory Easy history Taught in: Arabic · A lecturer The page of the course : Easy history",
        "Intermediate Middle history Taught in: Arabic",
        "Advanced Hard history Taught in: Arabic",
        "Intermediate Law Taught in: English",
    ]
    assert page.links["/en/people/a-lecturer/"] == "A lecturer"
    for away in ("https://academy.example/1", "https://academy.example/"):
        ((link, _words),) = page.all("a", href=away)
        assert link["rel"] == "noopener"
    assert page.links["https://academy.example/"] == "The academy’s own site"


def test_subjects_stand_in_the_order_of_their_first_courses():
    rows = [Course(subject_ar=subject, title_en=title, level=level) for subject, title, level in
            [("B", "1", "advanced"), ("A", "2", "advanced"), ("B", "3", "introductory"), ("A", "4", "advanced")]]  # fmt: skip
    found = courses_by_subject(rows)
    assert [(subject, [row.title_en for row in rows]) for subject, rows in found] == [
        ("B", ["3", "1"]),
        ("A", ["2", "4"]),
    ]


def test_without_courses_and_site_the_page_of_an_academy_says_so(decision):
    make_academy(decision, site="")
    page = get(address("academy"))
    assert "Its courses have not been announced." in page.main
    assert "Where to enrol has not been announced." in page.main
    assert page.all("a", klass="button") == []


# ---- What leads there


def test_the_page_of_the_decision_leads_to_what_it_set_up(decision):
    make_all(decision)
    assert set(get("/en/decisions/decision/").links) >= {address(name) for name in NAMES}
    assert set(get("/ar/decisions/قرار/").links) >= {address(name, "ar") for name in NAMES}


def test_people_lead_to_the_committee_and_the_academy_that_they_have_a_part_in(decision):
    make_all(decision)
    hidden = make_decision(en={"title": "Secret decision", "slug": "secret"})
    make_committee(hidden, name_en="Secret committee")
    make_academy(hidden, name_en="Secret academy")
    older = make_decision(en={"title": "Older decision", "slug": "older"}, live=True)
    make_committee(older, name_en="Older committee")
    person = make_person(name_en="A person", slug_en="a-person", role_line_en="", biography_en="")
    for one, facts in (
        (older, {"starts_on": date(2020, 1, 1), "ends_on": date(2021, 1, 1)}),
        (decision, {"starts_on": date(2025, 1, 4), "role_en": "Chair", "role_ar": "رئاسة اللجنة"}),
        (hidden, {}),
    ):
        CommitteeMember.objects.create(decision=one, person=person, **facts)
    make_course(decision, "A course", lecturer=person)
    make_course(hidden, "Secret course", lecturer=person)
    page = get("/en/people/a-person/")
    assert sections(page) == ["Committees", "Courses"]
    assert page.links[address("committee")] == "Preparatory committee"
    assert page.links[address("academy")] == "A course"
    assert page.links["/en/decisions/older/committee/"] == "Older committee"
    assert page.words_of("li", klass="row") == [
        "Chair · since 4 January 2025 Preparatory committee Formed by: The decision Adopted "
        + decision.reference,
        "from 1 January 2020 until 1 January 2021 Older committee Formed by: Older decision Adopted "
        + older.reference,
        "A course History · Introductory · Arabic The academy",
    ]
    assert "Secret" not in page.html
    assert get("/ar/people/" + person.slug_ar + "/").links[address("committee", "ar")] == "اللجنة التحضيرية"


def test_on_paper_stands_all_of_it(decision):
    make_all(decision)
    make_member(decision, "Zayd", role_en="Chair", starts_on=date(2025, 1, 4))
    make_member(decision, "Gone", starts_on=date(2025, 1, 4), ends_on=date(2025, 2, 28))
    partner = make_organisation(name_en="A partner", site="https://partner.example/")
    ProjectPartner.objects.create(decision=decision, organisation=partner, role_en="Reports")
    ProjectQuestion.objects.create(
        decision=decision, question_ar="س", question_en="What?", answer_ar="ج", answer_en="That."
    )
    make_figure(decision, source_url="https://reporter.example/march")
    make_course(decision, "A course", address="https://academy.example/1")
    with override("en"):
        sheet = sheet_of(live_text(decision.pk, "en"), WHOLE, "http://testserver")
    page = Page(sheet.html)
    rows = page.words_of("tr")
    assert [row for row in rows if not row.startswith(("Status", "Adopted on", "Event"))] == [
        "Zayd Chair since 4 January 2025",
        "Gone from 4 January 2025 until 28 February 2025",
        "A partner Reports https://partner.example/",
        "Families 1,250 6 March 2025 · The reporter https://reporter.example/march",
        "A course History · Introductory · Arabic https://academy.example/1",
    ]
    for words in ("Former members", "First step", "What? That.", "Where to enrol: https://academy.example/",
                  "It collects no applications, no personal data and no money."):  # fmt: skip
        assert words in page.words


# ---- Queries


def fill(decision, number):
    """Rows of every kind, ``number`` of each."""
    make_committee(decision, prepares=make_event(live=True))
    make_project(decision)
    make_academy(decision)
    for each in range(number):
        make_member(decision, f"Member {each}")
        make_member(decision, f"Former {each}", ends_on=date(2025, 1, 1))
        make_meeting(
            decision, f"Meeting {each}", done_on=date(2025, 1, 1), source_document=make_article(live=True)
        )
        ProjectPartner.objects.create(decision=decision, organisation=make_organisation())
        ProjectQuestion.objects.create(
            decision=decision, question_ar="س", question_en="Q", answer_ar="ج", answer_en="A"
        )
        make_figure(decision)
        make_course(decision, f"Course {each}", lecturer=make_person())


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("committee", 7), ("project", 7), ("academy", 5)])
def test_queries_do_not_grow_with_the_rows(
    client, django_assert_num_queries, decision, name, queries, number
):
    fill(decision, number)
    client.get("/en/")
    with django_assert_num_queries(queries):
        assert client.get(address(name)).status_code == 200


def test_an_event_names_the_committees_that_prepare_it(decision):
    conference = make_event(ar={"slug": "مؤتمر"}, en={"slug": "conference"}, live=True)
    make_committee(decision, prepares=conference)
    hidden = make_decision(en={"title": "Secret decision", "slug": "secret"})
    make_committee(hidden, prepares=conference, name_en="Secret committee")
    page = get("/en/events/conference/")
    assert page.links[address("committee")] == "Preparatory committee"
    assert "Prepared by Preparatory committee" in page.main
    assert "Secret" not in page.html
    assert get("/ar/events/مؤتمر/").links[address("committee", "ar")] == "اللجنة التحضيرية"
