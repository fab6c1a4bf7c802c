"""The bin at the desk: moving there, what is in it, who may take back, and that nothing else leads to what is in it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from accounts.models import User
from articles.models import Article
from publishing import bin, notes, sharing
from publishing.admin.pages import PAGES
from publishing.models import Act, Document
from tests import factories
from tests.desk.forms import (
    KINDS,
    add_address,
    facts_of,
    form_address,
    list_address,
    messages_of,
    press,
    typed_in,
)
from tests.factories import MAKERS, chief, make_article, make_decision, make_event, make_session
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = pytest.mark.django_db

BIN = "/admin/bin/"
ROLES = ("author", "translator", "editor", "publisher", "administrator")


def take_back_address(document):
    return reverse("admin:desk_take_back", args=[document.pk])


def desk_of(role, language="en"):
    words = ["en"] if role == "translator" else []
    return signed_in(make_user(role, word_languages=words, interface_language=language))


def binned(*documents):
    """The documents, moved to the bin."""
    bin.move_all_to_bin(documents, chief())
    return documents[0]


def in_the_bin():
    return set(Document.objects.binned().values_list("pk", flat=True))


def shown(desk, **asked):
    """The keys of the documents on the bin's page, from top to bottom."""
    return [row["document"].pk for row in desk.get(BIN, asked).context["rows"]]


def facts_in(document):
    """What stands in the form of ``document``, without what is new whenever it is opened."""
    standing = typed_in(signed_in(chief()).get(form_address(document)))
    return {name: value for name, value in standing.items() if "token" not in name}


def plain(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


# ---- Moving there


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_question_is_asked_before_anything_moves(language):
    desk, article = desk_of("publisher", language), make_article(ar="خبر ينتظر", en="News that waits")
    factories.scheduled(article, "ar")
    address = form_address(article, act="delete").partition("?")[0]
    assert f'href="{address}"' in desk.get(form_address(article)).content.decode()

    html = desk.get(address).content.decode()
    assert '<span lang="ar" dir="rtl">خبر ينتظر</span>' in html
    with override(language):
        for said in (
            "Move to the bin",
            "A text that is scheduled does not go public: its schedule is cancelled.",
            "No, leave it where it is",
        ):
            assert gettext(said) in html
    assert in_the_bin() == set()

    answer = desk.post(address)
    assert (answer.status_code, answer.url) == (302, list_address("articles_article"))
    assert in_the_bin() == {article.pk}
    with override(language):
        said = gettext("“%(title)s” is in the bin now.") % {"title": "\u2068خبر ينتظر\u2069"}
        assert messages_of(answer) == [f'{said} <a href="/admin/bin/">{gettext("Open the bin")}</a>']
    (act,) = Act.objects.filter(name=Act.Name.BIN)
    assert (act.document_id, act.by.username, act.title) == (article.pk, "publisher", "خبر ينتظر")


def test_the_button_says_what_it_does(desk):
    html = desk.get(form_address(make_article())).content.decode()
    (link,) = re.findall(r'<a class="deletelink"[^>]*>(.*?)</a>', html)
    assert link == "Move to the bin"


def test_what_has_to_stay_says_why_and_has_no_button(desk):
    event = make_event()
    make_session(event, ar="جلسة تمنع")
    html = desk.get(form_address(event, act="delete")).content.decode()
    reason = (
        "1 document in use belongs to it: \u2068جلسة تمنع\u2069. "
        "Move that one to the bin first, or give it another place."
    )
    assert f'<p class="errornote">{reason}</p>' in html
    assert 'type="submit" class="default"' not in html
    answer = desk.post(form_address(event, act="delete"))
    assert (answer.status_code, answer.url) == (302, form_address(event).partition("?")[0])
    assert messages_of(answer) == [reason]
    assert in_the_bin() == set()


@pytest.mark.parametrize("kind", list(KINDS))
def test_many_are_moved_from_the_list(desk, kind):
    documents = [MAKERS[kind]() for _number in range(3)]
    html = desk.get(list_address(KINDS[kind])).content.decode()
    assert '<option value="delete_selected">Move to the bin</option>' in html
    ticked = [str(document.pk) for document in documents[:2]]
    answer = desk.post(list_address(KINDS[kind]), {"action": "delete_selected", "_selected_action": ticked})
    assert messages_of(answer) == ['2 documents are in the bin now. <a href="/admin/bin/">Open the bin</a>']
    assert in_the_bin() == {document.pk for document in documents[:2]}


def test_of_many_none_is_moved_where_one_has_to_stay(desk):
    draft, public = make_article(), make_article(ar="خبر منشور", live=True)
    answer = desk.post(
        list_address("articles_article"),
        {"action": "delete_selected", "_selected_action": [str(draft.pk), str(public.pk)]},
    )
    assert messages_of(answer) == [
        "None of them was moved, because of “\u2068خبر منشور\u2069”. "
        "What readers have seen is kept: it can be withdrawn, but not deleted."
    ]
    assert in_the_bin() == set()


def test_an_author_moves_own_articles_from_the_list_and_no_others(author):
    own, strange = make_article(by=author), make_article()
    for ticked, moved in (([own.pk, strange.pk], set()), ([own.pk], {own.pk})):
        signed_in(author).post(
            list_address("articles_article"), {"action": "delete_selected", "_selected_action": ticked}
        )
        assert in_the_bin() == moved


@pytest.mark.parametrize(("role", "model", "has"), [
    ("translator", "articles_article", False), ("author", "articles_article", True),
    ("author", "events_event", False), ("editor", "events_event", True), ("editor", "resolutions_resolution", False),
])  # fmt: skip
def test_the_list_offers_it_to_those_who_may(role, model, has):
    make_article(), make_decision()
    assert ('value="delete_selected"' in desk_of(role).get(list_address(model)).content.decode()) == has


# ---- What is in it


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_bin_says_what_is_in_it(language, clock):
    mover = make_user("editor", first_name="ليلى", last_name="حسن")
    article = make_article(ar="خبر مهمل", en="Neglected news")
    session = make_session(ar=False, en="English only")
    clock.goes_on(minutes=5)
    bin.move_to_bin(article, mover)
    clock.goes_on(minutes=5)
    bin.move_to_bin(session, mover)

    desk = desk_of("publisher", language)
    assert shown(desk) == [session.pk, article.pk]
    html = desk.get(BIN).content.decode()
    assert '<p class="bin-title"><span lang="ar" dir="rtl">خبر مهمل</span></p>' in html
    assert '<p class="bin-translation"><span lang="en" dir="ltr">Neglected news</span></p>' in html
    assert '<p class="bin-title"><span lang="en" dir="ltr">English only</span></p>' in html
    facts = [plain(row) for row in re.findall(r"<dl class=.bin-facts.>(.*?)</dl>", html, re.DOTALL)]
    with override(language):
        labels = [gettext(kind) for kind in ("Session", "Article")]
    moments = (
        ("23 ديسمبر 2024، 12:10", "23 ديسمبر 2024، 12:05", "22 يناير 2025")
        if language == "ar"
        else ("23 December 2024, 12:10", "23 December 2024, 12:05", "22 January 2025")
    )
    for said, label, moment in zip(facts, labels, moments[:2], strict=True):
        for part in (label, "ليلى حسن", moment, moments[2]):
            assert part in said


def test_an_empty_bin_says_so_and_a_document_without_words_has_its_number(desk):
    assert "The bin is empty." in desk.get(BIN).content.decode()
    article = binned(make_article(ar=None, en=None, source_language="ar"))
    assert f"Article <bdi>#{article.pk}</bdi>" in desk.get(BIN).content.decode()


def test_a_long_bin_has_pages(desk, monkeypatch):
    monkeypatch.setattr("desk.bin.PAGE_SIZE", 2)
    documents = [binned(make_article()) for _number in range(3)]
    newest_first = [document.pk for document in reversed(documents)]
    assert shown(desk) == newest_first[:2]
    assert shown(desk, page=2) == newest_first[2:]
    for bad in ("x", "-1", "99", "9" * 30):
        assert desk.get(BIN, {"page": bad}).status_code == 200


#: The session, the person, their permissions, how many there are, the rows, their titles, the site's settings.
QUERIES = 7


@pytest.mark.parametrize("count", [1, 3])
def test_the_bin_asks_as_much_for_one_as_for_three(desk, count):
    binned(*[MAKERS[kind]() for kind in ("article", "page", "event")][:count])
    desk.get(BIN)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(shown(desk)) == count
    assert len(asked) == QUERIES


# ---- Taking back

MAY_TAKE_BACK = {"author": 403, "translator": 403, "editor": 302, "publisher": 302, "administrator": 302}


@pytest.mark.parametrize("role", ROLES)
def test_who_may_look_and_who_may_take_back(role):
    article, desk = binned(make_article()), desk_of(role)
    html = desk.get(BIN).content.decode()
    assert shown(desk) == [article.pk]
    assert (take_back_address(article) in html) == (MAY_TAKE_BACK[role] == 302)
    assert desk.post(take_back_address(article)).status_code == MAY_TAKE_BACK[role]
    assert in_the_bin() == (set() if MAY_TAKE_BACK[role] == 302 else {article.pk})


def test_an_author_takes_back_what_is_their_own(author):
    article = binned(make_article(by=author))
    desk = signed_in(author)
    assert take_back_address(article) in desk.get(BIN).content.decode()
    assert desk.post(take_back_address(article)).status_code == 302
    assert in_the_bin() == set()


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_taken_back_is_in_its_list_and_form_again(kind, language):
    document = MAKERS[kind](ar="عاد إلينا")
    before = facts_in(document)
    binned(document)
    desk = desk_of("publisher", language)
    answer = desk.post(take_back_address(document))
    assert (answer.status_code, answer.url) == (302, BIN)
    with override(language):
        said = gettext("“%(title)s” is back in its list.") % {"title": "\u2068عاد إلينا\u2069"}
        link = f'<a href="{form_address(document)}">{gettext("Open its form")}</a>'
    assert messages_of(answer) == [f"{said} {link}"]
    assert document.pk in {row.pk for row in desk.get(list_address(KINDS[kind])).context["cl"].result_list}
    assert facts_in(document) == before
    (act,) = Act.objects.filter(name=Act.Name.TAKE_BACK)
    assert (act.document_id, act.by.username) == (document.pk, "publisher")


def test_what_cannot_come_back_says_why(desk):
    event = make_event(ar="الملتقى")
    session = make_session(event)
    binned(session)
    binned(event)
    answer = desk.post(take_back_address(session))
    assert messages_of(answer) == [
        "It belongs to “\u2068الملتقى\u2069”, which is in the bin; take that back first."
    ]
    desk.post(take_back_address(event))
    answer = desk.post(take_back_address(event))
    assert messages_of(answer)[-1] == "This document is not in the bin."


def test_addresses_that_mean_nothing(desk, reader):
    article = binned(make_article())
    assert desk.get(take_back_address(article)).status_code == 405
    assert desk.post(BIN).status_code == 405
    for pk in ("999999", "9" * 30):
        assert desk.post(f"/admin/bin/{pk}/take-back/").status_code == 404
    outsider = signed_in(User.objects.create_user("outsider", "outsider@example.org", PASSWORD))
    for browser in (reader, outsider):
        for answer in (browser.get(BIN), browser.post(take_back_address(article))):
            assert (answer.status_code, answer.url.partition("?")[0]) == (302, reverse("admin:login"))
    assert in_the_bin() == {article.pk}


# ---- Nothing else leads there


@pytest.mark.parametrize("kind", list(KINDS))
def test_what_is_in_the_bin_is_in_no_list_and_its_addresses_lead_to_the_bin(desk, kind):
    kept, gone = MAKERS[kind](), MAKERS[kind]()
    binned(gone)
    assert {row.pk for row in desk.get(list_address(KINDS[kind])).context["cl"].result_list} == {kept.pk}
    for act in ("change", "delete", "history"):
        answer = desk.get(form_address(gone, act=act))
        assert (answer.status_code, answer.url) == (302, BIN), act
        assert messages_of(answer)[-1] == "This document is in the bin; take it back first."
    sent = typed_in(desk.get(form_address(kept))) | {"title": "عنوان", "_save": "1"}
    assert desk.post(form_address(gone), sent).url == BIN
    assert in_the_bin() == {gone.pk}
    for language in ("ar", "en"):
        assert desk.get(reverse("admin:document_preview", args=[gone.pk, language])).status_code == 404
    # One that never was is not in the bin.
    answer = desk.get(form_address(gone).replace(f"/{gone.pk}/", "/999999/"))
    assert answer.url == reverse("admin:index")


def test_no_page_about_one_document_opens_what_is_in_the_bin(desk):
    """Every page of the desk about one text, by GET and by POST: nothing is shown and nothing is written."""
    article = make_article()
    note = notes.write_note(article, chief(), "A note")
    link, _token = sharing.share(article, "ar", chief(), "Guest", 3)
    binned(article)
    before = Act.objects.count()
    for route, _view, name in PAGES:
        values = {"pk": article.pk, "language": "ar", "number": 1}
        values |= {"note_resolve": {"pk": note.pk}, "note_reopen": {"pk": note.pk}}.get(name, {})
        values |= {"document_share_revoke": {"pk": link.pk}}.get(name, {})
        wanted = {part for part in values if f":{part}>" in route}
        address = reverse(f"admin:{name}", kwargs={part: values[part] for part in wanted})
        opened, sent = desk.get(address), desk.post(address, {"text": "Text", "name": "Guest", "days": "3"})
        assert opened.status_code in (404, 405), address
        assert "A note" not in opened.content.decode()
        assert sent.status_code != 500, address
    assert Act.objects.count() == before
    note.refresh_from_db()
    link.refresh_from_db()
    assert (note.resolved_at, link.revoked_at) == (None, None)


def test_no_status_is_recorded_of_what_is_in_the_bin(desk):
    decision = binned(make_decision())
    address = form_address(decision, act="status")
    assert (desk.get(address).status_code, desk.post(address, {}).status_code) == (404, 404)


@pytest.mark.parametrize(("field", "make"), [
    (("articles", "article", "event"), make_event), (("events", "session", "event"), make_event),
    (("resolutions", "decision", "session"), make_session), (("articles", "article", "resolutions"), make_decision),
    (("articles", "article", "sessions"), make_session),
    (("events", "event", "closing_statement"), make_article),
])  # fmt: skip
def test_what_is_in_the_bin_is_offered_by_no_field(desk, field, make):
    kept, gone = make(ar="نص مشترك"), make(ar="نص مشترك")
    binned(gone)
    asked = dict(zip(("app_label", "model_name", "field_name"), field, strict=True))
    answer = desk.get(reverse("admin:autocomplete"), asked | {"term": "مشترك"})
    assert [row["id"] for row in answer.json()["results"]] == [str(kept.pk)]


def test_nothing_is_added_to_an_event_in_the_bin(desk):
    event = binned(make_event(ar="ملتقى في السلة"))
    message = "It belongs to “\u2068ملتقى في السلة\u2069”, which is in the bin; take that back first."
    for kind in ("session", "decision"):
        facts = facts_of(kind) | {"event": str(event.pk)}
        before = Document.objects.count()
        answer = press(desk, add_address(KINDS[kind]), "_save", title="جديد", body="<p>متن</p>", **facts)
        assert answer.context["adminform"].form.errors == {"event": [message]}
        assert Document.objects.count() == before


def test_the_code_of_an_event_in_the_bin_is_taken_and_the_form_says_so(desk):
    binned(make_event(code="MQF-2024", ar="الملتقى المهمل"))
    message = (
        "“\u2068الملتقى المهمل\u2069”, which is in the bin, has the same; take it back or choose another."
    )
    facts = facts_of("event") | {"code": "MQF-2024"}
    answer = press(desk, add_address("events_event"), "_save", title="جديد", **facts)
    assert answer.context["adminform"].form.errors == {"code": [message]}
    other = make_event(code="MQF-2026")
    answer = press(desk, form_address(other), "_save", code="MQF-2024")
    assert answer.context["adminform"].form.errors == {"code": [message]}
    # One that is in use is named as before.
    make_event(code="MQF-2025")
    answer = press(desk, form_address(other), "_save", code="MQF-2025")
    assert answer.context["adminform"].form.errors == {"code": ["Event with this Code already exists."]}


def test_a_form_that_was_read_before_does_not_take_back(desk, monkeypatch):
    """A save writes all columns, also the empty mark that the row had when it was read."""
    from django.contrib.admin import site

    article = make_article(ar="قبل النقل")
    sent = typed_in(desk.get(form_address(article))) | {"title": "بعد النقل", "_save": "1"}
    admin = site._registry[Article]
    stale = Article.objects.with_working_copies().get(pk=article.pk)
    binned(article)
    monkeypatch.setattr(type(admin), "get_object", lambda *args, **kwargs: stale)
    answer = desk.post(form_address(article), sent)
    assert answer.status_code == 200
    assert "This document is in the bin; take it back first." in answer.content.decode()
    assert 'value="بعد النقل"' in answer.content.decode()
    assert in_the_bin() == {article.pk}
    assert Document.objects.get().working_copy("ar").title == "قبل النقل"


def test_the_bin_is_emptied_by_those_who_move_something(desk):
    old, new = make_article(), make_article()
    binned(old)
    Document.objects.filter(pk=old.pk).update(binned_at=timezone.now() - timedelta(days=30))
    desk.post(form_address(new, act="delete"))
    assert shown(desk) == [new.pk]
    assert not Document.objects.filter(pk=old.pk).exists()
