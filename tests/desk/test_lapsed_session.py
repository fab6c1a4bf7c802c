"""A form that is sent after its session has ended comes back after signing in, filled; nobody else sees a word of it."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from publishing.admin import lapsed
from publishing.models import Document, Revision
from tests import factories
from tests.desk.forms import add_address, form_address, messages_of, press, typed_in, words_now
from tests.factories import make_article, write
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = pytest.mark.django_db
SIGN_IN = "/accounts/login/"
KEPT = "Your session had ended. What you typed is kept: sign in, and it stands in the form again."
BACK = "This is what you typed before you had to sign in. It is not saved yet: please save it."
TYPED = {"title": "عنوان كُتب طويلًا", "body": "<p>متن كُتب في ساعة.</p>", "note": "ملاحظة"}


@pytest.fixture
def article():
    return make_article(ar="خبر", en="News")


@pytest.fixture
def editors(editor):
    editor.interface_language = "en"
    editor.save()
    return editor


def sign_in(browser, username, wanted="/admin/"):
    return browser.post(SIGN_IN, {"login": username, "password": PASSWORD, "next": wanted})


def send_after_sign_out(browser, address, button="_continue", **typed):
    """Open, sign out elsewhere, send; the address to which signing in leads out."""
    sent = typed_in(browser.get(address)) | typed | {button: "1"}
    browser.logout()
    answer = browser.post(address, sent)
    assert answer.status_code == 302
    door = browser.get(answer.url, follow=True)
    last, _status = door.redirect_chain[-1]
    assert urlsplit(last).path == SIGN_IN
    return parse_qs(urlsplit(last).query)["next"][0]


@pytest.mark.parametrize("button", ["_continue", "_save", "_submit_for_review", "_merge"])
@pytest.mark.parametrize(
    "address_of", [form_address, lambda article: form_address(article).partition("?")[0]]
)
def test_the_form_comes_back_filled_and_unsaved_and_is_then_saved(editors, article, button, address_of):
    browser, address = signed_in(editors), address_of(article)
    wanted = send_after_sign_out(browser, address, button, **TYPED, article_kind="letter")
    assert wanted == address
    before = Revision.objects.count()
    answer = sign_in(browser, "editor", wanted)
    assert answer.url == address
    form = browser.get(answer.url)
    assert (form.status_code, Revision.objects.count()) == (200, before)
    filled = typed_in(form)
    assert {name: filled[name] for name in TYPED} == TYPED
    assert filled["article_kind"] == "letter"
    assert messages_of(form)[-1] == BACK
    assert form.context["errors"] == []
    assert "data-unsaved" in form.content.decode()
    assert browser.post(address, filled | {"_continue": "1"}).status_code == 302
    assert words_now(article, "ar")["title"] == TYPED["title"]
    article.refresh_from_db()
    assert article.article_kind == "letter"
    # Once only.
    assert "data-unsaved" not in browser.get(address).content.decode()


def test_the_door_says_that_what_was_typed_is_kept(editors, article):
    browser = signed_in(editors)
    browser.cookies["desk_language"] = "en"
    sent = typed_in(browser.get(form_address(article))) | TYPED
    browser.logout()
    browser.cookies["desk_language"] = "en"
    answer = browser.post(form_address(article), sent, follow=True)
    assert KEPT in answer.content.decode()


def test_a_new_document_comes_back_too(editors):
    browser, address = signed_in(editors), add_address("articles_article")
    wanted = send_after_sign_out(browser, address, **TYPED, article_kind="letter")
    form = browser.get(sign_in(browser, "editor", wanted).url)
    filled = typed_in(form)
    assert {name: filled[name] for name in TYPED} == TYPED
    assert Document.objects.count() == 0
    assert browser.post(address, filled | {"_continue": "1"}).status_code == 302
    assert words_now(Document.objects.get(), "ar")["title"] == TYPED["title"]


def test_rows_of_other_tables_come_back_too(editors):
    session, person = factories.make_session(), factories.make_person()
    browser, address = signed_in(editors), form_address(session)
    rows = {"participations-TOTAL_FORMS": "1", "participations-0-person": str(person.pk),
            "participations-0-role": "chair", "participations-0-order": "3"}  # fmt: skip
    wanted = send_after_sign_out(browser, address, **rows)
    filled = typed_in(browser.get(sign_in(browser, "editor", wanted).url))
    assert {name: filled[name] for name in rows} == rows
    assert browser.post(address, filled | {"_save": "1"}).status_code == 302
    assert session.participations.get().person == person


def test_a_mistake_in_it_is_shown(editors, article):
    browser = signed_in(editors)
    wanted = send_after_sign_out(browser, form_address(article), title="", body="<p>متن.</p>")
    form = browser.get(sign_in(browser, "editor", wanted).url)
    assert list(form.context["adminform"].form.errors) == ["title"]
    assert typed_in(form)["body"] == "<p>متن.</p>"


def test_a_newer_text_is_not_overwritten_by_it(editors, article):
    browser, address = signed_in(editors), form_address(article)
    wanted = send_after_sign_out(browser, address, **TYPED)
    write(article, "ar", title="أحدث")
    filled = typed_in(browser.get(sign_in(browser, "editor", wanted).url))
    shown = browser.post(address, filled | {"_continue": "1"})
    assert 'id="meeting"' in shown.content.decode()
    assert words_now(article, "ar")["title"] == "أحدث"


def test_several_forms_come_back(editors, article):
    browser, another = signed_in(editors), make_article()
    forms = {
        address: typed_in(browser.get(address)) | {"title": f"عنوان {number}"}
        for number, address in enumerate(
            (form_address(article), form_address(article, "en"), form_address(another))
        )
    }
    browser.logout()
    for address, sent in forms.items():
        browser.post(address, sent)
    sign_in(browser, "editor")
    for address, sent in forms.items():
        assert typed_in(browser.get(address))["title"] == sent["title"]


# ---- Not for others


def test_another_person_sees_nothing_of_it_and_it_is_forgotten(editors, article, publisher):
    browser = signed_in(editors)
    wanted = send_after_sign_out(browser, form_address(article), **TYPED)
    form = browser.get(sign_in(browser, "publisher", wanted).url)
    assert typed_in(form)["title"] == "خبر"
    assert TYPED["title"] not in form.content.decode()
    assert BACK not in messages_of(form)
    assert lapsed.KEPT_FORMS not in browser.session
    browser.logout()
    sign_in(browser, "editor")
    assert typed_in(browser.get(form_address(article)))["title"] == "خبر"


def test_one_who_may_not_open_that_form_sees_nothing_of_it(editors, article):
    make_user("translator", "stranger", word_languages=["en"])
    browser = signed_in(editors)
    wanted = send_after_sign_out(browser, form_address(article), **TYPED)
    form = browser.get(sign_in(browser, "stranger", wanted).url)
    assert TYPED["title"] not in form.content.decode()


@pytest.mark.parametrize("token", [None, "", "x", "e30:1abc:def"])
def test_a_stranger_leaves_nothing_in_the_session(reader, article, token):
    sent = TYPED | ({"form_token": token} if token is not None else {})
    assert reader.post(form_address(article), sent | {"_continue": "1"}).status_code == 302
    assert Session.objects.count() == 0


def test_a_token_of_another_form_keeps_nothing(editors, article):
    browser, another = signed_in(editors), make_article()
    sent = typed_in(browser.get(form_address(another))) | TYPED
    browser.logout()
    browser.post(form_address(article), sent)
    assert lapsed.KEPT_FORMS not in browser.session


def test_a_form_that_is_too_old_or_too_long_is_not_kept(editors, article, monkeypatch):
    browser = signed_in(editors)
    sent = typed_in(browser.get(form_address(article))) | TYPED
    browser.logout()
    browser.post(form_address(article), sent | {"body": "ا" * (lapsed.MAX_LENGTH + 1)})
    assert lapsed.KEPT_FORMS not in browser.session
    monkeypatch.setattr(lapsed, "MAX_AGE", timedelta(seconds=-1))
    browser.post(form_address(article), sent)
    assert lapsed.KEPT_FORMS not in browser.session


def test_many_forms_keep_within_their_room(editors, article, monkeypatch):
    monkeypatch.setattr(lapsed, "MAX_LENGTH", 5000)
    browser = signed_in(editors)
    addresses = [form_address(article), form_address(article, "en")]
    forms = [typed_in(browser.get(address)) | {"body": "ا" * 3000} for address in addresses]
    browser.logout()
    for address, sent in zip(addresses, forms, strict=True):
        browser.post(address, sent)
    # The last one matters most.
    (kept,) = browser.session[lapsed.KEPT_FORMS]
    assert kept["place"].endswith("?en")


def test_the_password_of_nobody_is_kept(editors, article):
    browser = signed_in(editors)
    send_after_sign_out(browser, form_address(article), **TYPED)
    (kept,) = browser.session[lapsed.KEPT_FORMS]
    names = {name for name, _values in kept["fields"]}
    assert not names & {"csrfmiddlewaretoken", "_continue"}
    assert names >= {*TYPED, "form_token"}


# ---- Signed in anew in another window: the page has an old token of Django's


def strict(person):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(person)
    return browser


def test_a_form_from_before_signing_in_anew_comes_back_filled(editors, article):
    browser = strict(editors)
    sent = typed_in(browser.get(form_address(article))) | TYPED
    browser.logout()
    door = browser.get(SIGN_IN)
    token = door.context["csrf_token"]
    answer = browser.post(
        SIGN_IN,
        {"login": "editor", "password": PASSWORD, "csrfmiddlewaretoken": str(token), "next": "/admin/"},
    )
    assert answer.status_code == 302
    before = Revision.objects.count()
    answer = browser.post(form_address(article), sent | {"_publish": "1"})
    assert (answer.status_code, answer.url) == (302, form_address(article))
    form = browser.get(answer.url)
    assert messages_of(form)[-1] == BACK
    filled = typed_in(form)
    assert {name: filled[name] for name in TYPED} == TYPED
    assert Revision.objects.count() == before
    assert browser.post(form_address(article), filled | {"_continue": "1"}).status_code == 302
    assert words_now(article, "ar")["title"] == TYPED["title"]


def test_a_form_of_one_person_sent_as_another_is_refused(editors, publisher, article):
    sent = typed_in(strict(editors).get(form_address(article))) | TYPED
    publisher.interface_language = "en"
    publisher.save()
    browser = strict(publisher)
    answer = browser.post(form_address(article), sent | {"_continue": "1"})
    assert answer.status_code == 403
    assert "This page is out of date" in answer.content.decode()
    assert lapsed.KEPT_FORMS not in browser.session
    assert TYPED["title"] not in browser.get(form_address(article)).content.decode()


def test_a_form_without_djangos_token_is_not_saved(editors, article):
    browser = strict(editors)
    address = form_address(article)
    assert browser.post(address, {"title": "x", "_continue": "1"}).status_code == 403
    assert words_now(article, "ar")["title"] == "خبر"


@pytest.mark.parametrize(
    ("referer", "led_to"),
    [
        (
            "http://testserver/admin/people/person/1/change/",
            "http://testserver/admin/people/person/1/change/",
        ),
        ("https://elsewhere.example/", "/en/"),
        ("javascript:alert(1)", "/en/"),
        ("", "/en/"),
    ],
)
def test_other_forms_lead_back_to_their_page(editors, referer, led_to):
    answer = strict(editors).post("/admin/people/person/add/", {"name_ar": "x"}, headers={"referer": referer})
    html = answer.content.decode()
    assert answer.status_code == 403
    assert f'<a class="button" href="{led_to}">' in html
    assert "Nothing was changed." in html


def test_the_page_is_arabic_for_arabs(editor):
    html = strict(editor).post("/admin/people/person/add/", {"name_ar": "x"}).content.decode()
    assert '<html lang="ar" dir="rtl"' in html
    assert "This page is out of date" not in html


# ---- The copy in the browser is forgotten once its text is saved


def test_the_browser_is_told_which_copy_was_saved(editors, article):
    browser = signed_in(editors)
    press(browser, form_address(article), "_continue", title="أول")
    assert browser.cookies["saved_copies"].value == f"{editors.pk}.article.{article.pk}.ar"
    press(browser, form_address(article, "en"), "_save", title="Second")
    press(browser, add_address("articles_article"), "_save", title="جديد")
    assert browser.cookies["saved_copies"].value.split("~") == [
        f"{editors.pk}.article.{article.pk}.ar",
        f"{editors.pk}.article.{article.pk}.en",
        f"{editors.pk}.article.new.ar",
    ]


def test_the_browser_is_not_told_so_of_what_was_refused(editors, article):
    browser = signed_in(editors)
    press(browser, form_address(article), "_continue", title="")
    sent = typed_in(browser.get(form_address(article))) | {"title": "عنواني"}
    write(article, "ar", title="أحدث")
    browser.post(form_address(article), sent | {"_continue": "1"})
    assert "saved_copies" not in browser.cookies
