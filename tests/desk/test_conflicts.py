"""Two people on one document: the second sees the first, both texts stay, and no fact is undone behind a back."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from publishing import workflow
from publishing.models import Act, Document, PublicText, Revision
from publishing.states import State
from tests import factories
from tests.desk.forms import (
    at_clock,
    elements,
    form_address,
    form_id,
    is_public,
    messages_of,
    press,
    state,
    typed_in,
    words_now,
)
from tests.factories import make_article, write
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db

BASE = {
    "title": "خبر الملتقى",
    "summary": "موجز.",
    "body": "<p>افتُتح الملتقى صباح السبت.</p><p>ويختتم أعماله غدًا.</p>",
}
THEIR_BODY = "<p>افتُتح الملتقى صباح السبت.</p><p>ويختتم أعماله مساء غد.</p>"
MY_BODY = "<p>افتُتح الملتقى صباح السبت في إسطنبول.</p><p>ويختتم أعماله غدًا.</p>"
BOTH_BODIES = "<p>افتُتح الملتقى صباح السبت في إسطنبول.</p><p>ويختتم أعماله مساء غد.</p>"
ENGLISH_ONLY = (
    "saved this text",
    "not saved yet",
    "What has changed",
    "Put the two together",
    "Take the other",
)


@pytest.fixture
def article():
    return make_article(ar=BASE, en=False)


@pytest.fixture
def other(db):
    return make_user("editor", "samira", first_name="سميرة", last_name="خالد")


def text_of(html):
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def panel(answer):
    """The words of what stands above the form about another's text; '' where nothing does."""
    found = re.search(r'<section class="meeting".*?</section>', answer.content.decode(), re.DOTALL)
    return found[0] if found else ""


def meeting(desk, article, other, theirs, language="ar", **mine):
    """Both open the form; the other saves ``theirs``; this one types ``mine``. What would be sent, out."""
    opened = typed_in(desk.get(form_address(article, language)))
    write(article, language, by=other, **theirs)
    return opened | mine


def send(desk, article, sent, button="_continue", language="ar"):
    return desk.post(form_address(article, language), sent | {button: "1"})


def buttons_in(html):
    return set(re.findall(r'<input type="submit" name="(\w+)"', html))


# ---- Words: what the second one is shown


def test_the_second_to_save_sees_who_what_and_their_own_text(desk, article, other):
    sent = meeting(desk, article, other, {"body": THEIR_BODY}, title="عنواني", body=MY_BODY)
    before = Revision.objects.count()
    answer = send(desk, article, sent)
    assert (answer.status_code, Revision.objects.count()) == (200, before)
    html = panel(answer)
    said = text_of(html)
    assert re.search(r"سميرة خالد saved this text while you had it open \( \d\d:\d\d \)", said)
    assert "<bdi>سميرة خالد</bdi>" in html
    assert "Yours is not saved yet; it stands in the form as you wrote it." in said
    # What they changed, word by word, and what mine would do to it.
    assert "What has changed Body" in said
    assert "<del>غدًا</del> <ins>مساء غد</ins>" in html
    assert "What yours would change in it Title" in said
    assert buttons_in(html) == {"_merge", "_take_theirs"}
    again = typed_in(answer)
    assert (again["title"], again["body"]) == ("عنواني", MY_BODY)
    assert words_now(article, "ar")["body"] == THEIR_BODY
    assert messages_of(answer) == []
    assert answer.context["errors"] == []


def test_it_is_said_in_arabic_too(publisher, article, other):
    desk = signed_in(publisher)
    sent = meeting(desk, article, other, {"title": "عنوانهم"}, title="عنواني")
    said = text_of(panel(send(desk, article, sent)))
    assert "سميرة خالد" in said
    assert [words for words in ENGLISH_ONLY if words in said] == []


def test_a_text_of_another_day_is_told_with_its_date(desk, article, other):
    sent = meeting(desk, article, other, {"title": "عنوانهم"}, title="عنواني")
    long_ago = factories.in_istanbul(date(2024, 12, 21), 9, 5)
    Revision.objects.filter(created_by=other).update(created_at=long_ago)
    assert "<bdi>21/12/2024, 09:05</bdi>" in panel(send(desk, article, sent))


def test_a_text_of_my_own_from_another_window_is_told_as_such(desk, publisher, article):
    sent = meeting(desk, article, publisher, {"title": "من نافذة أخرى"}, title="عنواني")
    assert "You saved this text in another window" in panel(send(desk, article, sent))


def test_somebody_whose_account_is_gone_is_somebody(desk, article, other):
    sent = meeting(desk, article, other, {"title": "عنوانهم"}, title="عنواني")
    Revision.objects.filter(created_by=other).update(created_by=None)
    assert "Somebody saved this text" in text_of(panel(send(desk, article, sent)))


def test_names_and_words_of_others_are_escaped(desk, article, other):
    other.first_name = "<b>x</b>"
    other.save()
    sent = meeting(desk, article, other, {"title": "<script>1</script>"}, title="عنواني")
    html = panel(send(desk, article, sent))
    assert "<b>x</b>" not in html
    assert "<script>" not in html


# ---- Words: what becomes of it


def test_having_seen_it_saving_again_overwrites(desk, publisher, article, other):
    sent = meeting(desk, article, other, {"body": THEIR_BODY}, title="عنواني", body=MY_BODY)
    shown = send(desk, article, sent)
    answer = send(desk, article, typed_in(shown))
    assert answer.status_code == 302
    assert words_now(article, "ar") == BASE | {"title": "عنواني", "body": MY_BODY}
    # Theirs is in the history.
    assert [row.created_by for row in article.revisions.order_by("number")][1:] == [other, publisher]


def test_a_third_text_is_shown_as_well_before_it_is_overwritten(desk, article, other):
    sent = meeting(desk, article, other, {"title": "الثاني"}, title="عنواني")
    shown = send(desk, article, sent)
    write(article, "ar", by=other, title="الثالث")
    again = send(desk, article, typed_in(shown))
    assert again.status_code == 200
    assert "الثالث" in panel(again)
    assert send(desk, article, typed_in(again)).status_code == 302
    assert words_now(article, "ar")["title"] == "عنواني"


def test_the_two_are_put_together_and_saved_after_reading(desk, article, other):
    theirs = {"body": THEIR_BODY, "summary": "موجزهم."}
    sent = meeting(desk, article, other, theirs, title="عنواني", body=MY_BODY)
    shown = send(desk, article, sent)
    before = Revision.objects.count()
    merged = send(desk, article, typed_in(shown), "_merge")
    assert (merged.status_code, Revision.objects.count()) == (200, before)
    form = typed_in(merged)
    assert (form["title"], form["summary"], form["body"]) == ("عنواني", "موجزهم.", BOTH_BODIES)
    said = text_of(panel(merged))
    assert "The two texts are put together below Nothing is saved yet: read the text, then save it." in said
    assert "Not taken over" not in said
    assert buttons_in(panel(merged)) == set()
    assert send(desk, article, form).status_code == 302
    assert words_now(article, "ar") == {"title": "عنواني", "summary": "موجزهم.", "body": BOTH_BODIES}


def test_what_both_changed_stays_mine_and_theirs_is_listed(desk, article, other):
    theirs = {"title": "عنوانهم", "body": THEIR_BODY.replace("صباح السبت", "صباح السبت الماضي")}
    sent = meeting(desk, article, other, theirs, title="عنواني", body=MY_BODY)
    merged = send(desk, article, typed_in(send(desk, article, sent)), "_merge")
    form = typed_in(merged)
    assert (form["title"], form["body"]) == ("عنواني", BOTH_BODIES)
    html = panel(merged)
    listed = re.search(r'<ul class="left-out">.*?</ul>', html, re.DOTALL)[0]
    assert text_of(listed) == "Title عنوانهم Body افتُتح الملتقى صباح السبت الماضي."
    assert '<div lang="ar" dir="rtl"><p>افتُتح الملتقى صباح السبت الماضي.</p></div>' in listed


def test_what_they_took_away_is_listed_as_taken_away(desk, article, other):
    theirs = {"summary": "", "body": "<p>ويختتم أعماله غدًا.</p>"}
    sent = meeting(desk, article, other, theirs, summary="موجزي.", body=MY_BODY)
    html = panel(send(desk, article, typed_in(send(desk, article, sent)), "_merge"))
    assert html.count("the other text is without this") == 2
    assert html.count('class="left-out__removed"') == 2


def test_putting_together_takes_in_what_came_after_the_panel(desk, article, other):
    sent = meeting(desk, article, other, {"summary": "موجزهم."}, title="عنواني")
    shown = send(desk, article, sent)
    write(article, "ar", by=other, body=THEIR_BODY)
    form = typed_in(send(desk, article, typed_in(shown), "_merge"))
    assert (form["title"], form["summary"], form["body"]) == ("عنواني", "موجزهم.", THEIR_BODY)
    assert send(desk, article, form).status_code == 302


def test_the_other_text_is_taken(desk, article, other):
    sent = meeting(desk, article, other, {"body": THEIR_BODY}, title="عنواني")
    shown = send(desk, article, sent)
    taken = send(desk, article, typed_in(shown), "_take_theirs")
    form = typed_in(taken)
    assert (form["title"], form["body"]) == (BASE["title"], THEIR_BODY)
    assert "The form shows the text of سميرة خالد" in text_of(panel(taken))
    before = Revision.objects.count()
    assert send(desk, article, form).status_code == 302
    assert Revision.objects.count() == before


def test_two_begin_one_translation(desk, article, other):
    opened = typed_in(desk.get(form_address(article, "en")))
    write(article, "en", by=other, title="Theirs", body="<p>Theirs.</p>")
    shown = send(desk, article, opened | {"title": "Mine", "body": "<p>Mine.</p>"}, language="en")
    assert shown.status_code == 200
    merged = send(desk, article, typed_in(shown), "_merge", language="en")
    listed = re.search(r'<ul class="left-out">.*?</ul>', panel(merged), re.DOTALL)[0]
    assert text_of(listed) == "Title Theirs Body Theirs."
    assert send(desk, article, typed_in(merged), language="en").status_code == 302
    assert words_now(article, "en") == {"title": "Mine", "summary": "", "body": "<p>Mine.</p>"}


def test_a_mistake_in_the_form_does_not_make_the_newer_text_seen(desk, article, other):
    sent = meeting(desk, article, other, {"body": THEIR_BODY}, title="")
    refused = send(desk, article, sent)
    assert (refused.status_code, panel(refused)) == (200, "")
    shown = send(desk, article, typed_in(refused) | {"title": "عنواني"})
    assert "saved this text" in panel(shown)
    assert words_now(article, "ar")["title"] == BASE["title"]


def test_merging_a_form_with_a_mistake_shows_the_mistake(desk, article, other):
    sent = meeting(desk, article, other, {"body": THEIR_BODY}, title="عنواني")
    shown = typed_in(send(desk, article, sent))
    merged = send(desk, article, shown | {"title": ""}, "_merge")
    form = typed_in(merged)
    assert (form["title"], form["body"]) == ("", THEIR_BODY)
    assert merged.context["adminform"].form.errors["title"]


# ---- What is no conflict


def test_arabic_and_english_do_not_conflict(desk, other):
    article = make_article(ar=BASE, en="News")
    opened = typed_in(desk.get(form_address(article, "en")))
    write(article, "ar", by=other, title="عنوانهم")
    assert send(desk, article, opened | {"title": "Later news"}, language="en").status_code == 302
    assert (words_now(article, "ar")["title"], words_now(article, "en")["title"]) == ("عنوانهم", "Later news")


def test_two_who_wrote_the_same_do_not_conflict(desk, article, other):
    sent = meeting(desk, article, other, {"title": "عنوان واحد"}, title="عنوان واحد")
    assert send(desk, article, sent).status_code == 302


@pytest.mark.parametrize("button", ["_continue", "_save"])
def test_facts_alone_are_saved_beside_anothers_newer_words(desk, article, other, button):
    sent = meeting(desk, article, other, {"title": "عنوانهم"}, article_kind="letter")
    answer = send(desk, article, sent, button)
    assert answer.status_code == 302
    assert words_now(article, "ar")["title"] == "عنوانهم"
    article.refresh_from_db()
    assert article.article_kind == "letter"
    told = [said for said in messages_of(answer) if "meanwhile" in said]
    assert told == [
        "The words are those that \u2068سميرة خالد\u2069 saved meanwhile; you had changed none of them."
    ]


def test_saving_twice_in_a_row_from_one_page_is_no_conflict(desk, article):
    sent = typed_in(desk.get(form_address(article))) | {"title": "عنواني"}
    assert send(desk, article, sent).status_code == 302
    assert send(desk, article, sent).status_code == 302
    assert article.revisions.count() == 2


# ---- Acts on a text that was not read


@pytest.mark.parametrize("typed", [{}, {"title": "عنواني"}], ids=["nothing", "words"])
@pytest.mark.parametrize("button", ["_publish", "_schedule"])
def test_a_text_that_was_not_read_is_not_published(desk, article, other, button, typed):
    sent = meeting(desk, article, other, {"title": "عنوانهم"}, **typed)
    sent |= at_clock("live_from", factories.timezone.localtime() + factories.timedelta(days=1))
    acts = Act.objects.count()
    answer = send(desk, article, sent, button)
    assert answer.status_code == 200
    assert (Act.objects.count(), PublicText.objects.count()) == (acts, 0)
    assert Revision.objects.filter(live_from__isnull=False).count() == 0
    form = typed_in(answer)
    if typed:
        assert form["title"] == "عنواني"
        assert "Yours is not saved yet" in panel(answer)
    else:
        # There is nothing of theirs in the way of the newer text.
        assert form["title"] == "عنوانهم"
        assert "You had changed no word, so the form shows the text as it is now." in text_of(panel(answer))
        assert buttons_in(panel(answer)) == set()
    again = send(desk, article, form, button)
    assert again.status_code == 302
    (revision,) = Revision.objects.filter(live_from__isnull=False)
    assert revision.title == form["title"]


def test_a_text_that_was_not_read_is_neither_submitted_nor_returned(editor, author):
    article = make_article(ar=BASE, en=False, by=author)
    desk, chief = signed_in(author), factories.chief()
    sent = meeting(desk, article, chief, {"title": "أحدث"})
    assert send(desk, article, sent, "_submit_for_review").status_code == 200
    assert article.translations.get(language_code="ar").stage == "draft"
    workflow.submit(article, "ar", author)
    desk = signed_in(editor)
    sent = meeting(desk, article, chief, {"title": "أحدث من ذلك"}, note="السبب")
    shown = send(desk, article, sent, "_request_changes")
    assert shown.status_code == 200
    assert article.translations.get(language_code="ar").stage == "in_review"
    assert send(desk, article, typed_in(shown), "_request_changes").status_code == 302
    assert article.translations.get(language_code="ar").stage == "changes_requested"


def test_what_is_public_is_withdrawn_whatever_the_draft(desk, other):
    article = make_article(ar=BASE, en=False, live=True)
    sent = meeting(desk, article, other, {"title": "مسودة أحدث"})
    assert send(desk, article, sent, "_withdraw").status_code == 302
    assert not is_public(article, "ar")


def test_one_who_may_publish_but_not_write_is_shown_the_newer_text(other):
    """A forged press of the button: the words of the form are closed to them."""
    reviewer = make_user("publisher", "reviewer", word_languages=["en"], interface_language="en")
    article = make_article(ar=BASE, en="News")
    desk = signed_in(reviewer)
    sent = typed_in(desk.get(form_address(article, "en")))
    write(article, "en", by=other, title="Later")
    assert send(desk, article, sent, "_publish", "en").status_code == 200
    assert state(article, "en") == State.DRAFT


# ---- The token


@pytest.mark.parametrize("token", [None, "", "x", "x:y:z", "\u0661:\ufffd", "a" * 5000])
def test_a_form_without_a_token_overwrites_nothing_unseen(desk, article, token):
    sent = typed_in(desk.get(form_address(article))) | {"title": "عنواني"}
    del sent["form_token"]
    if token is not None:
        sent["form_token"] = token
    shown = send(desk, article, sent)
    assert shown.status_code == 200
    assert words_now(article, "ar")["title"] == BASE["title"]
    assert "What has changed" in panel(shown)
    assert send(desk, article, typed_in(shown)).status_code == 302
    assert words_now(article, "ar")["title"] == "عنواني"


def test_the_token_of_another_document_or_language_is_none(desk, article):
    another = make_article(ar=BASE, en="News")
    for address in (form_address(another), form_address(another, "en")):
        token = typed_in(desk.get(address))["form_token"]
        sent = typed_in(desk.get(form_address(article))) | {"title": "عنواني", "form_token": token}
        assert send(desk, article, sent).status_code == 200
        assert send(desk, article, sent, "_merge").status_code == 200
    assert words_now(article, "ar")["title"] == BASE["title"]


def test_the_other_text_is_shown_to_nobody_who_may_not_open_the_form(article, author, translator):
    chief = signed_in(factories.chief())
    sent = typed_in(chief.get(form_address(article)))
    write(article, "ar", title="سر")
    for person in (author, translator):
        for button in ("_continue", "_merge", "_take_theirs", "_publish"):
            answer = send(signed_in(person), article, sent | {"title": "عنواني"}, button)
            assert answer.status_code == 403
            assert "سر" not in text_of(answer.content.decode()).split()


def test_every_kind_of_document_asks(desk, other):
    for kind, make in factories.MAKERS.items():
        document = make(ar=True, en=False)
        opened = typed_in(desk.get(form_address(document)))
        write(document, "ar", by=other, title="عنوانهم")
        answer = send(desk, document, opened | {"title": "عنواني"})
        assert (kind, answer.status_code) == (kind, 200)
        assert "سميرة خالد" in panel(answer)


# ---- Facts


def test_two_who_change_different_facts_do_not_undo_each_other(desk, other):
    topics = [factories.make_topic(), factories.make_topic()]
    picture = factories.make_image()
    session = factories.make_session(topics=[topics[0]], session_kind="panel")
    mine = typed_in(desk.get(form_address(session)))
    theirs = typed_in(signed_in(other).get(form_address(session)))
    theirs |= {"session_kind": "workshop", "topics": [str(topics[1].pk)], "picture": str(picture.pk),
               "languages": ["ar", "en"], "countries": ["TR", "PS"]}  # fmt: skip
    theirs |= at_clock("starts_at", factories.in_istanbul(date(2024, 12, 22), 9))
    theirs |= at_clock("ends_at", factories.in_istanbul(date(2024, 12, 22), 10))
    answer = signed_in(other).post(form_address(session), theirs | {"_continue": "1"})
    assert answer.status_code == 302, answer.context["errors"]
    saved = Document.objects.get(pk=session.pk).as_session
    after_them = facts_of(saved)
    answer = send(desk, session, mine | {"recording_url": "https://example.org/v"})
    assert answer.status_code == 302, answer.context["errors"]
    saved.refresh_from_db()
    assert facts_of(saved) == after_them
    assert saved.recording_url == "https://example.org/v"
    assert saved.session_kind == "workshop"


def facts_of(session):
    names = (
        "session_kind",
        "starts_at",
        "ends_at",
        "languages",
        "countries",
        "picture_id",
        "room_id",
        "event_id",
    )
    return {name: getattr(session, name) for name in names} | {
        "topics": list(session.topics.values_list("pk", flat=True))
    }


def test_a_fact_that_two_changed_is_said_at_its_field(desk, other, article):
    opened = typed_in(desk.get(form_address(article)))
    press(signed_in(other), form_address(article), "_continue", article_kind="interview")
    answer = send(desk, article, opened | {"article_kind": "letter"})
    assert answer.status_code == 200
    errors = answer.context["adminform"].form.errors
    assert errors == {
        "article_kind": [
            "Meanwhile somebody else changed this to “\u2068Interview\u2069”. Save again to put yours in its place."
        ]
    }
    form = typed_in(answer)
    assert form["article_kind"] == "letter"
    assert send(desk, article, form).status_code == 302
    article.refresh_from_db()
    assert article.article_kind == "letter"


def test_each_sort_of_fact_is_read_out(desk, other):
    topic, third = factories.make_topic(name_en="Water"), factories.make_topic(name_en="Bread")
    venue = factories.make_venue(name_en="Grand Hall")
    event = factories.make_event(topics=[])
    opened = typed_in(desk.get(form_address(event)))
    theirs = {
        "starts_on": "2024-12-20", "venue": str(venue.pk), "topics": [str(topic.pk), str(third.pk)],
        "code": "THEIRS", "languages": ["ar"],
    }  # fmt: skip
    other.interface_language = "en"
    other.save()
    answer = press(signed_in(other), form_address(event), "_continue", **theirs)
    assert answer.status_code == 302, answer.context["errors"]
    mine = {
        "starts_on": "2024-12-19", "venue": str(factories.make_venue().pk), "topics": [str(third.pk)], "code": "MINE",
        "languages": ["en"],
    }  # fmt: skip
    answer = send(desk, event, opened | mine)
    errors = answer.context["adminform"].form.errors
    said = {name: re.search("“\u2068(.*)\u2069”", words[0])[1] for name, words in errors.items()}
    assert set(said) == set(mine)
    assert (said["starts_on"], said["venue"], said["code"]) == ("20/12/2024", "Grand Hall", "THEIRS")
    assert set(said["topics"].split(" and ")) == {"Water", "Bread"}
    answer = send(desk, event, typed_in(answer))
    assert answer.status_code == 302, answer.context["errors"]
    event.refresh_from_db()
    assert (str(event.starts_on), event.code, event.languages) == ("2024-12-19", "MINE", ["en"])
    assert list(event.topics.all()) == [third]


def test_a_fact_that_another_emptied_is_said(desk, other):
    article = make_article(ar=BASE, picture=factories.make_image())
    mine = factories.make_image()
    opened = typed_in(desk.get(form_address(article)))
    press(signed_in(other), form_address(article), "_continue", picture="")
    answer = send(desk, article, opened | {"picture": str(mine.pk)})
    assert answer.context["adminform"].form.errors == {
        "picture": ["Meanwhile somebody else emptied this. Save again to put yours in its place."]
    }


def test_a_fact_that_both_changed_alike_is_saved(desk, other, article):
    opened = typed_in(desk.get(form_address(article)))
    press(signed_in(other), form_address(article), "_continue", article_kind="letter")
    assert send(desk, article, opened | {"article_kind": "letter"}).status_code == 302


def test_facts_that_were_left_alone_stay_theirs_through_a_conflict_of_words(desk, other, article):
    opened = typed_in(desk.get(form_address(article)))
    press(signed_in(other), form_address(article), "_continue", article_kind="letter", title="عنوانهم")
    shown = send(desk, article, opened | {"title": "عنواني"})
    assert "سميرة خالد" in panel(shown)
    assert send(desk, article, typed_in(shown)).status_code == 302
    article.refresh_from_db()
    assert (article.article_kind, words_now(article, "ar")["title"]) == ("letter", "عنواني")


def test_facts_are_told_in_arabic(publisher, other, article):
    desk = signed_in(publisher)
    opened = typed_in(desk.get(form_address(article)))
    press(signed_in(other), form_address(article), "_continue", article_kind="interview")
    errors = send(desk, article, opened | {"article_kind": "letter"}).context["adminform"].form.errors
    assert "Meanwhile" not in errors["article_kind"][0]
    assert "\u2068مقابلة\u2069" in errors["article_kind"][0]


# ---- What stands in the form, and what it costs


def test_the_form_names_the_text_it_was_opened_with(desk, article):
    opened = desk.get(form_address(article))
    marks = re.search(r'<div id="careful"[^>]*>', opened.content.decode())[0]
    assert f'data-began="{article.revisions.latest("number").pk}"' in marks
    assert "data-unsaved" not in marks
    (token,) = elements(opened, form_id(opened))["form_token"]
    assert token["type"] == "hidden"


def test_one_who_only_reads_gets_neither_token_nor_copy(translator, article):
    html = signed_in(translator).get(form_address(article)).content.decode()
    assert 'name="form_token"' not in html
    assert 'id="careful"' not in html


# ---- At once


def post_at_once(clients, address, forms):
    start = Barrier(len(clients))

    def post(client, form):
        try:
            connection.ensure_connection()
            start.wait(timeout=30)
            return client.post(address, form | {"_continue": "1"})
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as pool:
        return [
            job.result(timeout=60)
            for job in [pool.submit(post, *pair) for pair in zip(clients, forms, strict=True)]
        ]


@pytest.mark.django_db(transaction=True)
def test_of_four_who_save_at_once_one_wins_and_the_others_are_told(transactional_db):
    article = make_article(ar=BASE, en=False)
    people = [make_user("editor", f"editor{number}", interface_language="en") for number in range(4)]
    clients = [signed_in(person) for person in people]
    forms = [
        typed_in(client.get(form_address(article))) | {"title": f"عنوان {number}"}
        for number, client in enumerate(clients)
    ]
    answers = post_at_once(clients, form_address(article), forms)
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 302]
    winner = next(number for number, answer in enumerate(answers) if answer.status_code == 302)
    assert [row.title for row in article.revisions.order_by("number")] == [BASE["title"], f"عنوان {winner}"]
    for number, answer in enumerate(answers):
        if number != winner:
            assert f"editor{winner} saved this text" in text_of(panel(answer))
            assert typed_in(answer)["title"] == f"عنوان {number}"


@pytest.mark.django_db(transaction=True)
def test_facts_that_four_change_at_once_are_all_kept(transactional_db):
    event = factories.make_event(live=False)
    changes = [{"code": "NEW"}, {"time_zone": "Asia/Amman"}, {"is_current": "on"}, {"ends_on": "2024-12-25"}]
    clients = [
        signed_in(make_user("editor", f"editor{number}", interface_language="en"))
        for number in range(len(changes))
    ]
    forms = [
        typed_in(client.get(form_address(event))) | change
        for client, change in zip(clients, changes, strict=True)
    ]
    answers = post_at_once(clients, form_address(event), forms)
    assert [answer.status_code for answer in answers] == [302] * 4
    event.refresh_from_db()
    assert (event.code, event.time_zone, event.is_current, str(event.ends_on)) == (
        "NEW",
        "Asia/Amman",
        True,
        "2024-12-25",
    )
