"""What people of the desk set for themselves: the language of the desk, and the mails that they get."""

import pytest
from django.urls import reverse

from accounts.models import User
from tests.desk.forms import messages_of
from tests.personas import make_user, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ROLES = ("author", "translator", "editor", "publisher", "administrator")
ADDRESS = "/admin/my-settings/"
EVERY_MAIL = ["assigned", "submitted", "returned", "published", "noted", "seen_outside"]


def kept(user):
    user = User.objects.get(pk=user.pk)
    return user.interface_language, user.unwanted_mail


@pytest.mark.parametrize("role", ROLES)
def test_everybody_chooses_a_language_and_the_mails(role):
    person = make_user(role)
    desk = signed_in(person)
    form = desk.get(ADDRESS).context["form"]
    assert (form["interface_language"].value(), form["wanted_mail"].value()) == ("ar", EVERY_MAIL)
    sent = {"interface_language": "en", "wanted_mail": ["returned", "noted"]}
    answer = desk.post(ADDRESS, sent)
    assert (answer.status_code, answer.url) == (302, ADDRESS)
    # In the language that was just chosen.
    assert messages_of(answer) == ["Your settings are saved."]
    assert kept(person) == ("en", ["assigned", "submitted", "published", "seen_outside"])
    assert desk.get(ADDRESS).context["form"]["wanted_mail"].value() == ["returned", "noted"]


def test_no_mail_at_all_and_all_of_it_again(author):
    desk = signed_in(author)
    desk.post(ADDRESS, {"interface_language": "ar"})
    assert kept(author) == ("ar", EVERY_MAIL)
    desk.post(ADDRESS, {"interface_language": "ar", "wanted_mail": EVERY_MAIL})
    assert kept(author) == ("ar", [])


def test_nothing_else_of_the_account_is_changed(author, editor):
    before = User.objects.filter(pk=author.pk).values().get()
    sent = {"interface_language": "ar", "wanted_mail": EVERY_MAIL, "is_superuser": "on", "word_languages": ["en"],
            "username": "chief", "pk": str(editor.pk), "id": str(editor.pk)}  # fmt: skip
    signed_in(author).post(ADDRESS, sent)
    after = User.objects.filter(pk=author.pk).values().get()
    assert {name for name in before if before[name] != after[name]} <= {"last_login"}
    assert kept(editor) == ("ar", [])


@pytest.mark.parametrize(
    ("language", "said"),
    [("ar", "صحّح ما أُشير إليه أدناه."), ("en", "Please correct what is marked below.")],
)
@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"interface_language": "fr"}, "interface_language"),
        ({"wanted_mail": ["assigned"]}, "interface_language"),
        ({"interface_language": "en", "wanted_mail": ["parcels"]}, "wanted_mail"),
    ],
)
def test_what_there_is_not_to_choose_changes_nothing(language, said, sent, field):
    person = make_user("author", interface_language=language)
    answer = signed_in(person).post(ADDRESS, sent)
    html = answer.content.decode()
    assert (answer.status_code, f'<html lang="{language}"' in html, said in html) == (200, True, True)
    assert set(answer.context["form"].errors) == {field}
    assert kept(person) == (language, [])


WORDS = {
    "ar": ["إعداداتي", "الرسائل التي تصلني", "كُلّفت بنص", "نص ينتظر مراجعتي", "حفظ", "تُرسل الرسائل إلى"],
    "en": ["My settings", "Mail that I get", "A text is assigned to me", "A text waits for my review", "Save",
           "Mails go to"],
}  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_in_both_languages(language):
    person = make_user("author", interface_language=language)
    html = signed_in(person).get(ADDRESS).content.decode()
    for word in [*WORDS[language], "\u2068author@example.org\u2069", reverse("admin:password_change")]:
        assert word in html
    User.objects.filter(pk=person.pk).update(email="")
    told = {"ar": "ليس في حسابك عنوان بريد إلكتروني", "en": "Your account has no mail address"}[language]
    assert told in signed_in(person).get(ADDRESS).content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_the_desk_links_to_it(role):
    assert f'<a href="{ADDRESS}">' in signed_in(make_user(role)).get("/admin/").content.decode()
