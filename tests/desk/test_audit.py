"""The record of acts: sentences in the reader's language, filters that give whole sets, CSV, and who may read it."""

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override, pgettext

from accounts.models import User
from desk.sentences import BY_A_PERSON, BY_NOBODY
from publishing import assignments, bin, notes, sharing, workflow
from publishing.log import record
from publishing.models import Act
from resolutions import followup
from tests.desk.forms import form_address
from tests.factories import chief, go_live, make_article, make_decision, make_session, second_chief, write
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = pytest.mark.django_db

ACTS, CSV = "/admin/acts/", "/admin/acts/acts.csv"


def plain(html):
    """HTML in; its text out, as it is read."""
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def rows_of(desk, **asked):
    """What the page says: [(sentence, detail)], the latest first."""
    answer = desk.get(ACTS, asked)
    assert answer.status_code == 200, asked
    html = answer.content.decode()
    found = []
    for said in re.findall(r'<div class="act-said">(.*?)</li>', html, re.DOTALL):
        sentence, *details = (plain(text) for text in re.findall(r"<p[^>]*>(.*?)</p>", said, re.DOTALL))
        found.append((sentence, *details))
    return found


def acts_of(desk, **asked):
    """The keys of the acts on the page, as a set."""
    answer = desk.get(ACTS, asked)
    assert answer.status_code == 200, asked
    return {act.pk for act in answer.context["page_obj"].object_list}


def errors_of(desk, **asked):
    return {name: list(errors) for name, errors in desk.get(ACTS, asked).context["form"].errors.items()}


def table(answer):
    """The rows of a CSV, its mark taken off."""
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


def act(name, language="", by=None, document=None, **more):
    """An act that is only written down."""
    return record(
        name, document or make_article(ar=None, en=None, source_language="ar"), language, by, **more
    )


# ---- Sentences


def every_act_on(article):
    """Do to ``article`` (original Arabic) whatever can be done to an article."""
    someone, other = chief(), second_chief()
    workflow.submit(article, "ar", someone, "Please read.")
    workflow.request_changes(article, "ar", other, "A name is wrong.")
    assignments.assign(article, "en", someone, other)
    note = notes.write_note(article, someone, "Who wrote this?")
    notes.resolve(note, other)
    notes.reopen(note, other)
    notes.write_note(article, other, "Better so.", "en")
    link, _token = sharing.share(article, "ar", someone, "The guest", 3, is_answer_asked=True)
    notes.guest_note(link, "A guest", "Fine.", "approved")
    sharing.revoke(link, someone)
    workflow.schedule(article, "en", other, timezone.now() + timedelta(days=2))
    workflow.cancel_schedule(article, "en", other)
    workflow.restore(article, "ar", someone, article.revisions.first())
    bin.move_to_bin(article, someone)
    bin.take_back(article, someone)
    workflow.publish(article, "ar", other, note="At last.")
    workflow.mark_up_to_date(article, "en", someone, article.revisions.get(language_code="ar"))
    workflow.withdraw(article, "ar", other)
    workflow.change_source_language(article, "en", someone)
    record(Act.Name.CHANGE_FACTS, article, by=someone, note="picture,topics")


SAID = [
    ("chief saved the Arabic working copy of “خبر”.",),
    ("chief saved the English working copy of “News”.",),
    ("chief submitted the Arabic text of “خبر” for review.", "Please read."),
    ("second asked for changes to the Arabic text of “خبر”.", "A name is wrong."),
    ("chief assigned the English text of “خبر”.", "\u2068second\u2069"),
    ("chief left a note on “خبر”.", "Who wrote this?"),
    ("second resolved a note on “خبر”.", "Who wrote this?"),
    ("second opened a note on “خبر” again.", "Who wrote this?"),
    ("second left a note on the English text of “خبر”.", "Better so."),
    ("chief made a link to a preview of the Arabic text of “خبر”.", "The guest"),
    ("Somebody who was sent a preview answered about the Arabic text of “خبر”.", "A guest: Approved: Fine."),
    ("chief revoked a link to a preview of the Arabic text of “خبر”.", "The guest"),
    ("second scheduled the English text of “News”.",),
    ("second cancelled the schedule of the English text of “News”.",),
    ("chief restored an earlier Arabic text of “خبر”.",),
    ("chief moved “خبر” to the bin.",),
    ("chief took “خبر” back from the bin.",),
    ("second published the Arabic text of “خبر”.", "At last."),
    ("chief said that the English translation agrees with the original “خبر”.",),
    ("second withdrew the Arabic text of “خبر”.",),
    ("chief made the English text the original of “خبر”.",),
    ("chief changed the facts of “News”.", "picture and topics"),
]


@pytest.mark.usefixtures("in_english")
def test_everything_that_is_done_is_told_in_a_sentence(desk):
    every_act_on(make_article(ar="خبر", en="News"))
    assert rows_of(desk)[::-1] == SAID


def test_every_act_has_its_sentences():
    """In both languages where it is about a text, and nothing is left over."""
    both = {name for name, language in BY_A_PERSON if language}
    assert {name for name, _language in [*BY_A_PERSON, *BY_NOBODY]} == set(Act.Name)
    for name in both:
        assert {(name, "ar"), (name, "en")} <= set(BY_A_PERSON)
    for messages in (BY_A_PERSON, BY_NOBODY):
        for (name, _language), message in messages.items():
            wanted = {"%(title)s"} | ({"%(name)s"} if messages is BY_A_PERSON else set())
            assert set(re.findall(r"%\(\w+\)s", str(message))) == wanted, name


@pytest.mark.parametrize("language", ["ar", "en"])
def test_sentences_are_in_the_language_of_the_reader(language, publisher):
    publisher.interface_language = language
    publisher.save()
    for name, code in BY_A_PERSON:
        act(name, code, chief())
    for name, code in BY_NOBODY:
        act(name, code)
    with override(language):
        kind = gettext("Article")
        expected = [
            str(message) % {"name": "chief", "title": kind}
            for message in [*BY_A_PERSON.values(), *BY_NOBODY.values()]
        ]
    assert [said[0] for said in rows_of(signed_in(publisher))][::-1] == expected


def test_an_act_without_a_sentence_of_its_own_is_told_all_the_same(desk):
    act(Act.Name.PUBLISH, "ar")
    act(Act.Name.SAVE, "", chief())
    assert rows_of(desk) == [
        ("chief: Saved the working copy. “Article”",),
        ("The program: Published. “Article”",),
    ]


def test_names_and_titles_are_isolated_and_lead_to_the_form(desk):
    person = make_user("editor", first_name="ليلى", last_name="<b>حسن</b>")
    article = make_article(ar='خبر "مهم" & <i>عاجل</i>', en=False, by=person)
    html = desk.get(ACTS).content.decode()
    assert '<bdi class="act-name">ليلى &lt;b&gt;حسن&lt;/b&gt;</bdi> saved' in html
    title = "خبر &quot;مهم&quot; &amp; &lt;i&gt;عاجل&lt;/i&gt;"
    assert f'“<a href="{form_address(article)}"><bdi lang="ar" dir="rtl">{title}</bdi></a>”' in html


def test_the_title_of_the_original_keeps_its_direction(desk):
    article = make_article(ar="الأصل", en="The translation")
    workflow.mark_up_to_date(article, "en", chief(), article.revisions.get(language_code="ar"))
    address = form_address(article, "en")
    html = desk.get(ACTS, {"act": "mark_up_to_date"}).content.decode()
    assert f'<a href="{address}"><bdi lang="ar" dir="rtl">الأصل</bdi></a>' in html


def test_what_is_gone_is_named_without_a_link(desk):
    article = make_article(ar="خبر حُذف", en=False)
    bin.move_to_bin(article, chief())
    bin.empty(timezone.now())
    assert [said[0] for said in rows_of(desk)] == [
        "“خبر حُذف” was deleted for good, its days in the bin being over.",
        "chief moved “خبر حُذف” to the bin.",
        "chief saved the Arabic working copy of “خبر حُذف”.",
    ]
    assert form_address(article).partition("?")[0] not in desk.get(ACTS).content.decode()


def test_nobody_is_led_to_a_form_that_they_may_not_see(desk, publisher):
    decision = make_decision()
    group = publisher.groups.get()
    address = form_address(decision).partition("?")[0]
    assert address in desk.get(ACTS).content.decode()
    group.permissions.remove(*group.permissions.filter(codename__in=["view_decision", "change_decision"]))
    html = desk.get(ACTS, {"document": decision.pk}).content.decode()
    assert address not in html
    assert decision.working_title() in html


def test_facts_are_named_as_the_form_names_them(desk, publisher):
    session, decision = make_session(), make_decision()
    record(Act.Name.CHANGE_FACTS, session, by=chief(), note="event,starts_at,participation")
    record(Act.Name.CHANGE_FACTS, decision, by=chief(), note="due_on,committeemember,of_another_time")
    assert [said[1] for said in rows_of(desk, act="change_facts")] == [
        "due on, committee members and of_another_time",
        "event, starts at and participations",
    ]
    publisher.interface_language = "ar"
    publisher.save()
    with override("ar"):
        names = [pgettext("field label", "event"), gettext("starts at"), gettext("participations")]
    said = rows_of(desk, act="change_facts")[1][1]
    assert all(name in said for name in names)


@pytest.mark.parametrize(("language", "status"), [("en", "In progress"), ("ar", "قيد التنفيذ")])
def test_a_recorded_status_is_told_with_its_name(language, status, publisher):
    publisher.interface_language = language
    publisher.save()
    decision = make_decision(ar="قرار الأكاديمية")
    followup.record_status_update(
        decision, chief(), "in_progress", timezone.localdate(), note_ar="بدأ العمل."
    )
    (written,) = Act.objects.filter(name=Act.Name.RECORD_STATUS)
    assert (written.document_id, written.language_code, written.by, written.note) == (
        decision.pk, "", chief(), "in_progress",
    )  # fmt: skip
    ((_said, detail),) = rows_of(signed_in(publisher), act="record_status")
    assert detail == status


def test_a_refused_status_leaves_no_act():
    decision = make_decision()
    with pytest.raises(workflow.WorkflowError):
        followup.record_status_update(decision, chief(), "implemented", timezone.localdate(), note_ar="تم.")
    assert not Act.objects.filter(name=Act.Name.RECORD_STATUS).exists()


@pytest.mark.parametrize(
    ("language", "moment"), [("en", "23 December 2024, 12:00"), ("ar", "23 ديسمبر 2024، 12:00")]
)
def test_each_act_says_when_it_was(language, moment, publisher, clock):
    publisher.interface_language = language
    publisher.save()
    act(Act.Name.SAVE, "ar", chief())
    assert (
        f'<time datetime="2024-12-23T12:00:00+03:00">{moment}</time>'
        in signed_in(publisher).get(ACTS).content.decode()
    )


# ---- Filters


def test_filters_give_whole_sets(desk):
    first, second = (
        make_article(ar="الخيمة الأولى", en=False),
        make_article(ar="الثانية", en="The second tent"),
    )
    go_live(second, "en")
    bin.move_to_bin(first, chief())
    emptied = act(Act.Name.EMPTY_BIN)
    made = {
        (row.document_id, row.name, row.language_code): row.pk for row in Act.objects.exclude(pk=emptied.pk)
    }
    save_1, save_ar, save_en = (
        made[key, "save", code] for key, code in ((first.pk, "ar"), (second.pk, "ar"), (second.pk, "en"))
    )
    live, moved = made[second.pk, "publish", "en"], made[first.pk, "bin", ""]
    everything = {save_1, save_ar, save_en, live, moved, emptied.pk}
    for asked, expected in (
        ({}, everything),
        ({"by": chief().pk}, {save_1, save_ar, save_en, moved}),
        ({"by": second_chief().pk}, {live}),
        ({"by": "program"}, {emptied.pk}),
        ({"act": "save"}, {save_1, save_ar, save_en}),
        ({"language": "ar"}, {save_1, save_ar}),
        ({"language": "whole"}, {moved, emptied.pk}),
        ({"document": first.pk}, {save_1, moved}),
        ({"document": "الخيمة"}, {save_1, moved}),
        ({"document": "TENT"}, {save_en, live}),
        ({"document": "nothing of the kind"}, set()),
        ({"act": "save", "language": "ar", "document": second.pk}, {save_ar}),
        ({"by": "", "act": "", "language": "", "document": "", "since": "", "until": ""}, everything),
    ):
        assert acts_of(desk, **asked) == expected, asked


def test_days_are_those_of_the_clocks_here_and_include_the_last(desk, clock):
    written = {}
    for moment in ("2024-12-20T23:59:59+03:00", "2024-12-21T00:00:00+03:00", "2024-12-22T23:59:59+03:00",
                   "2024-12-23T00:00:00+03:00"):  # fmt: skip
        clock.goes_to(timezone.datetime.fromisoformat(moment))
        written[moment[8:13]] = act(Act.Name.SAVE, "ar", chief()).pk
    late, begin, end, after = written.values()
    for asked, expected in (
        ({"since": "2024-12-21"}, {begin, end, after}),
        ({"until": "2024-12-22"}, {late, begin, end}),
        ({"since": "2024-12-21", "until": "2024-12-22"}, {begin, end}),
        ({"since": "2024-12-20", "until": "2024-12-20"}, {late}),
        ({"since": "1900-01-01", "until": "2100-12-31"}, {late, begin, end, after}),
    ):
        assert acts_of(desk, **asked) == expected, asked


NONE_OF_THEM = ["This is none of the choices; all are shown."]
NO_DAY = ["This is no day; write it like 2026-05-31."]
OUT_OF_RANGE = ["Choose a day between 1900 and 2100."]


@pytest.mark.parametrize(("asked", "errors"), [
    ({"by": "x"}, {"by": NONE_OF_THEM}), ({"by": "9" * 30}, {"by": NONE_OF_THEM}), ({"act": "x"}, {"act": NONE_OF_THEM}),
    ({"language": "tr"}, {"language": NONE_OF_THEM}), ({"since": "x"}, {"since": NO_DAY}),
    ({"until": "2024-02-30"}, {"until": NO_DAY}), ({"since": "0001-01-01"}, {"since": OUT_OF_RANGE}),
    ({"until": "9999-12-31"}, {"until": OUT_OF_RANGE}),
    ({"since": "2024-12-22", "until": "2024-12-21"}, {"until": ["The last day is before the first one."]}),
    ({"page": "x"}, {}), ({"page": "99"}, {}), ({"page": "-1"}, {}), ({"unknown": "x"}, {}),
])  # fmt: skip
def test_what_means_nothing_is_said_and_left_out(desk, asked, errors):
    made = {act(Act.Name.SAVE, "ar", chief()).pk}
    assert errors_of(desk, **asked) == errors
    assert acts_of(desk, **asked) == made
    html = desk.get(ACTS, asked).content.decode()
    for name, (message,) in errors.items():
        assert f'<span class="act-wrong" id="id_{name}_error">{message}</span>' in html
    assert len(table(desk.get(CSV, asked))) == 2


def test_a_number_that_no_document_has_finds_nothing(desk):
    act(Act.Name.SAVE, "ar", chief())
    for asked in ("999999", "9" * 30):
        assert acts_of(desk, document=asked) == set()
        assert "Nothing was done that is like this." in desk.get(ACTS, {"document": asked}).content.decode()


def test_the_page_says_whose_acts_it_shows(desk):
    article = make_article(ar="خبر واحد", en=False)
    html = desk.get(ACTS, {"document": article.pk}).content.decode()
    address = form_address(article).partition("?")[0]
    assert f'Only what was done with: <a href="{address}" lang="ar" dir="rtl">خبر واحد</a>' in html


def test_the_form_keeps_what_was_asked_and_so_does_the_link_to_the_table(desk):
    make_article(ar="خبر واحد", en=False)
    asked = {"by": str(chief().pk), "act": "save", "language": "ar", "document": "خبر"}
    asked |= {"since": "2020-01-01", "until": "2100-01-01"}
    answer = desk.get(ACTS, asked)
    form = answer.context["form"]
    assert {name: form[name].value() for name in form.fields} == asked
    (link,) = re.findall(r'<a href="(/admin/acts/acts\.csv[^"]*)"', answer.content.decode())
    assert len(table(desk.get(link.replace("&amp;", "&")))) == 2


def test_people_who_did_something_can_be_chosen_and_no_others(desk):
    make_user("author")
    make_user("editor", first_name="زيد")
    for person in (User.objects.get(username="editor"), chief()):
        act(Act.Name.SAVE, "ar", person)
    choices = [label for _value, label in desk.get(ACTS).context["form"].fields["by"].choices]
    assert [str(label) for label in choices] == ["All", "chief", "زيد", "The program"]


def test_a_long_record_has_pages_that_keep_the_filters(desk, monkeypatch):
    monkeypatch.setattr("desk.audit.PAGE_SIZE", 2)
    made = [act(Act.Name.SAVE, "ar", chief()).pk for _number in range(3)]
    act(Act.Name.SUBMIT, "ar", chief())
    assert acts_of(desk, act="save") == set(made[1:])
    html = desk.get(ACTS, {"act": "save"}).content.decode()
    assert 'href="?act=save&amp;page=2"' in html
    assert "Page 1 of 2" in html
    assert acts_of(desk, act="save", page=2) == {made[0]}
    assert len(table(desk.get(CSV, {"act": "save"}))) == 4


#: The session, the person, their permissions, the people to choose from, how many there are, the acts, the site's settings.
QUERIES = 7


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_much_for_one_act_as_for_three(desk, count):
    for number in range(count):
        act(
            Act.Name.SAVE,
            "ar",
            make_user("editor", f"editor-{number}"),
            make_article(ar=None, en=None, source_language="ar"),
        )
    with CaptureQueriesContext(connection) as asked:
        assert len(rows_of(desk)) == count
    assert len(asked) == QUERIES
    with CaptureQueriesContext(connection) as asked:
        assert len(table(desk.get(CSV))) == count + 1
    # A table has neither filters nor a heading.
    assert len(asked) == QUERIES - 2


# ---- CSV


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_table_is_in_the_language_of_the_reader(language, publisher, clock):
    publisher.interface_language = language
    publisher.save()
    article = make_article(ar="خبر", en="News, with a comma")
    record(Act.Name.CHANGE_FACTS, article, by=chief(), note="picture,topics")
    act(Act.Name.EMPTY_BIN)
    answer = signed_in(publisher).get(CSV)
    assert answer.streaming
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="acts-2024-12-23.csv"'
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    # Whatever is active while the lines are sent.
    with override("en" if language == "ar" else "ar"):
        header, *rows = table(answer)
    with override(language):
        names = [
            gettext("Day and time"), pgettext("who did something", "Who"), gettext("What was done"), gettext("Language"),
            gettext("Kind"), gettext("Title"), gettext("Note"), gettext("Number of the document"),
        ]  # fmt: skip
        at, kind = "2024-12-23 12:00:00", gettext("Article")
        labels = [str(Act.Name(name).label) for name in ("empty_bin", "change_facts", "save")]
        languages = {"ar": gettext("Arabic"), "en": gettext("English")}
        program = gettext("The program")
    assert header == names
    number, gone = str(article.pk), str(Act.objects.get(name="empty_bin").document_id)
    facts = rows[1].pop(6)
    assert rows == [
        [at, program, labels[0], "", kind, "", "", gone],
        [at, "chief", labels[1], "", kind, "خبر", number],
        [at, "chief", labels[2], languages["en"], kind, "News, with a comma", "", number],
        [at, "chief", labels[2], languages["ar"], kind, "خبر", "", number],
    ]
    if language == "en":
        assert facts == "picture and topics"


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@x", " =1"])
def test_nothing_in_the_table_runs_as_a_formula(desk, sign):
    person = make_user("editor", first_name=sign.strip())
    act(Act.Name.NOTE, "", person, note=sign)
    write(make_article(ar=None, en=None, source_language="ar"), "ar", title=sign.strip() or "x")
    cells = [value for row in table(desk.get(CSV)) for value in row]
    assert not [value for value in cells if value.lstrip(" ").startswith(("=", "+", "-", "@"))]
    assert {f"'{sign}", f"'{sign.strip()}"} <= set(cells)


def test_a_long_table_is_made_line_by_line(desk):
    for _number in range(3):
        act(Act.Name.SAVE, "ar", chief())
    lines = list(desk.get(CSV).streaming_content)
    assert len(lines) == 4


# ---- Who may


@pytest.mark.parametrize(("role", "status"), [
    ("author", 403), ("translator", 403), ("editor", 200), ("publisher", 200), ("administrator", 200),
])  # fmt: skip
def test_who_may_read_the_record(role, status):
    desk = signed_in(make_user(role, word_languages=["en"] if role == "translator" else []))
    for address in (ACTS, CSV):
        assert desk.get(address).status_code == status
        assert desk.post(address, {}).status_code == 405


def test_strangers_read_nothing(reader):
    outsider = signed_in(User.objects.create_user("outsider", "outsider@example.org", PASSWORD))
    for browser in (reader, outsider):
        for address in (ACTS, CSV):
            answer = browser.get(address)
            assert (answer.status_code, answer.url.partition("?")[0]) == (302, reverse("admin:login"))


def test_an_act_of_the_bin_leads_there(desk):
    article = make_article(ar="في السلة", en=False)
    bin.move_to_bin(article, chief())
    html = desk.get("/admin/bin/").content.decode()
    assert f'href="{ACTS}?document={article.pk}"' in html
    assert "/admin/acts/" not in signed_in(make_user("author")).get("/admin/bin/").content.decode()


def test_a_document_that_no_column_could_hold_is_no_filter_and_no_error(desk):
    for number in ("0" * 20 + "9" * 25, "9" * 19, "9" * 20):
        for name in ("desk_acts", "desk_acts_csv"):
            assert desk.get(reverse(f"admin:{name}"), {"document": number}).status_code == 200
