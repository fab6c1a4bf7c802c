"""The door of the desk: one way in, counted, in the person's language, for people of the desk only."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.translation import gettext, override

from accounts.models import User
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
SIGN_IN = "/accounts/login/"


def is_signed_in(browser):
    return "_auth_user_id" in browser.session


def sign_in(browser, username, password=PASSWORD, **more):
    return browser.post(SIGN_IN, {"login": username, "password": password, **more})


def in_arabic(message):
    with override("ar"):
        return gettext(message)


# ---- One way in


def test_a_person_of_the_desk_signs_in(reader, publisher):
    answer = sign_in(reader, "publisher")
    assert (answer.status_code, answer.url) == (302, "/admin/")
    assert is_signed_in(reader)
    assert reader.get("/admin/").status_code == 200


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/articles/article/", "/admin/login/", "/admin/preview/1/ar/"]
)
def test_the_admin_sends_a_stranger_to_the_one_sign_in(reader, path):
    answer = reader.get(path, follow=True)
    last, _status = answer.redirect_chain[-1]
    assert urlsplit(last).path == SIGN_IN
    assert answer.templates[0].name == "account/login.html"


def test_a_direct_post_to_the_login_of_the_admin_signs_nobody_in(reader, publisher):
    for fields in (
        {"username": "publisher", "password": PASSWORD},
        {"username": "publisher", "password": PASSWORD, "login": "publisher", "next": "/admin/"},
    ):
        answer = reader.post("/admin/login/", fields)
        assert answer.status_code == 302
        assert urlsplit(answer.url).path == SIGN_IN
        assert not is_signed_in(reader)


def test_after_signing_in_the_person_is_where_they_wanted_to_go(reader, publisher):
    asked = "/admin/articles/article/?state_ar=draft"
    asked_to_sign_in = reader.get(asked, follow=True)
    wanted = parse_qs(urlsplit(asked_to_sign_in.redirect_chain[-1][0]).query)["next"][0]
    assert sign_in(reader, "publisher", next=wanted).url == asked


@pytest.mark.parametrize(
    "elsewhere",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/", "javascript:alert(1)"],
)
def test_signing_in_leads_to_no_other_site(reader, publisher, elsewhere):
    answer = sign_in(reader, "publisher", next=elsewhere)
    assert answer.status_code == 302
    assert answer.url == "/admin/"


# ---- Who may not


def test_a_wrong_password_is_refused_and_the_name_stays(reader, publisher):
    answer = sign_in(reader, "publisher", "something else")
    assert answer.status_code == 200
    assert not is_signed_in(reader)
    refusal = in_arabic("The username and/or password you specified are not correct.")
    assert list(answer.context["form"].non_field_errors()) == [refusal]
    assert 'value="publisher"' in answer.content.decode()
    assert "something else" not in answer.content.decode()


def test_who_is_not_of_the_desk_is_not_signed_in(reader, db):
    outsider = User.objects.create_user("outsider", "outsider@example.org", PASSWORD)
    answer = reader.post(SIGN_IN, {"login": "outsider", "password": PASSWORD}, follow=True)
    assert outsider.is_staff is False
    assert not is_signed_in(reader)
    assert (
        in_arabic("This account is closed, or it is not an account of the desk. Please ask an administrator.")
        in answer.content.decode()
    )


def test_a_closed_account_is_not_signed_in(reader, db):
    make_user("editor", is_active=False)
    sign_in(reader, "editor")
    assert not is_signed_in(reader)


def test_who_loses_the_desk_loses_it_at_once(publisher):
    desk = signed_in(publisher)
    assert desk.get("/admin/").status_code == 200
    User.objects.filter(pk=publisher.pk).update(is_staff=False)
    assert desk.get("/admin/", follow=True).status_code == 403
    assert desk.get("/admin/articles/article/", follow=True).status_code == 403


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/register/", "/accounts/password/reset/"])
def test_there_is_no_registration(reader, path):
    assert reader.get(path).status_code == 404
    assert reader.post(path, {"username": "new"}).status_code == 404


def test_nobody_can_register_where_allauth_would_send_them(reader, db):
    fields = {"username": "new", "password1": PASSWORD, "password2": PASSWORD}
    for answer in (
        reader.get("/accounts/no-registration/"),
        reader.post("/accounts/no-registration/", fields),
    ):
        assert (answer.status_code, answer.url) == (302, SIGN_IN)
    assert list(User.objects.values_list("username", flat=True)) == []


# ---- Attempts are counted


def test_five_wrong_passwords_close_the_account_for_a_while(reader, publisher):
    for attempt in range(5):
        sign_in(reader, "publisher", f"wrong {attempt}")
    answer = sign_in(reader, "publisher")
    assert answer.status_code == 200
    assert not is_signed_in(reader)
    assert in_arabic("Too many failed login attempts. Try again later.") in answer.content.decode()


def test_too_many_attempts_from_one_place_are_answered_with_429_and_a_clear_page(reader, publisher):
    answers = [sign_in(reader, f"guess{attempt}", "wrong") for attempt in range(31)]
    answer = answers[-1]
    assert {earlier.status_code for earlier in answers[:10]} == {200}
    assert answer.status_code == 429
    html = answer.content.decode()
    assert '<html lang="ar" dir="rtl">' in html
    assert in_arabic("Too many attempts to sign in. Please wait a minute, then try again.") in html
    # The right password does not help either, until the minute is over.
    assert sign_in(reader, "publisher").status_code == 429
    assert not is_signed_in(reader)


# ---- In which language


@pytest.mark.parametrize("accepted", ["en", "en-GB,en;q=0.9,ar;q=0.1", "fr", ""])
def test_the_desk_is_arabic_whatever_the_browser_asks_for(reader, publisher, accepted):
    sign_in_page = reader.get(SIGN_IN, headers={"accept-language": accepted})
    assert '<html lang="ar" dir="rtl">' in sign_in_page.content.decode()
    front = signed_in(publisher).get("/admin/", headers={"accept-language": accepted})
    assert '<html lang="ar" dir="rtl">' in front.content.decode()
    assert front.headers["Content-Language"] == "ar"


def test_the_choice_of_language_is_kept_with_the_person(publisher):
    desk = signed_in(publisher)
    answer = desk.post("/accounts/language/", {"language": "en", "next": "/admin/articles/article/"})
    assert (answer.status_code, answer.url) == (302, "/admin/articles/article/")
    publisher.refresh_from_db()
    assert publisher.interface_language == "en"
    # In another browser, too.
    front = signed_in(publisher).get("/admin/", headers={"accept-language": "ar"})
    assert '<html lang="en" dir="ltr">' in front.content.decode()


def test_the_choice_of_language_before_signing_in_holds_for_the_sign_in_page(reader, db):
    reader.post("/accounts/language/", {"language": "en", "next": SIGN_IN})
    html = reader.get(SIGN_IN).content.decode()
    assert '<html lang="en" dir="ltr">' in html
    assert "User name" in html


@pytest.mark.parametrize("language", ["fr", "", "ar; DROP TABLE", "AR"])
def test_an_unknown_language_changes_nothing(publisher, language):
    desk = signed_in(publisher)
    assert desk.post("/accounts/language/", {"language": language}).url == "/admin/"
    publisher.refresh_from_db()
    assert publisher.interface_language == "ar"


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""]
)
def test_choosing_a_language_leads_to_no_other_site(publisher, elsewhere):
    answer = signed_in(publisher).post("/accounts/language/", {"language": "en", "next": elsewhere})
    assert answer.url == "/admin/"


def test_a_language_is_chosen_by_post_only(publisher):
    assert signed_in(publisher).get("/accounts/language/?language=en").status_code == 405


# ---- Signing out


def test_signing_out_of_the_desk(publisher):
    desk = signed_in(publisher)
    assert in_arabic("Do you want to sign out?") in desk.get("/accounts/logout/").content.decode()
    answer = desk.post("/admin/logout/")
    assert answer.status_code == 200
    assert '<html lang="ar" dir="rtl">' in answer.content.decode()
    assert not is_signed_in(desk)
