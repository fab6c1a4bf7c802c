"""The accounts of the desk: an administrator looks after them, and rises above their own role by none."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.models import User
from tests.desk.forms import add_address, form_address, list_address, press, typed_in
from tests.factories import chief
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = pytest.mark.django_db

ROLES = ("author", "translator", "editor", "publisher", "administrator")


def desk_of(role):
    return signed_in(make_user(role, word_languages=["en"] if role == "translator" else []))


# ---- Accounts


def account(desk, user):
    return typed_in(desk.get(form_address(user)))


def test_an_administrator_makes_an_account_and_gives_it_a_role(administrator):
    desk = signed_in(administrator)
    words = {"username": "new", "password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    assert press(desk, add_address("accounts_user"), "_continue", **words).status_code == 302
    person = User.objects.get(username="new")
    assert (person.is_staff, person.interface_language) == (False, "ar")
    group = Group.objects.get(name="translator")
    typed = {
        "is_staff": "on",
        "groups": [str(group.pk)],
        "word_languages": ["en"],
        "interface_language": "en",
    }
    assert press(desk, form_address(person), "_save", **typed).status_code == 302
    person = User.objects.get(username="new")
    assert (person.is_staff, person.word_languages, person.interface_language) == (True, ["en"], "en")
    assert list(person.groups.all()) == [group]


def test_an_administrator_makes_nobody_a_superuser(administrator):
    desk = signed_in(administrator)
    for person in (administrator, make_user("author", "accomplice")):
        assert {"is_superuser", "user_permissions"} & set(account(desk, person)) == set()
        press(desk, form_address(person), "_save", is_superuser="on", user_permissions=["1", "2"])
        person.refresh_from_db()
        assert person.is_superuser is False
        assert person.user_permissions.count() == 0


def test_an_administrator_does_not_touch_a_superuser(administrator):
    above, desk = chief(), signed_in(administrator)
    kept = above.password
    assert desk.post(form_address(above), {"username": "chief", "_save": "1"}).status_code == 403
    assert desk.post(form_address(above, act="delete"), {"post": "yes"}).status_code == 403
    address = reverse("admin:auth_user_password_change", args=[above.pk])
    words = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    assert desk.get(address).status_code == 403
    assert desk.post(address, words).status_code == 403
    bulk = {"action": "delete_selected", "_selected_action": [str(above.pk)], "post": "yes"}
    desk.post(list_address("accounts_user"), bulk)
    above.refresh_from_db()
    assert above.password == kept


@pytest.mark.parametrize("role", ["author", "translator", "editor", "publisher"])
def test_nobody_else_sees_accounts_or_sets_passwords(role):
    person, desk = make_user("author", "somebody"), desk_of(role)
    kept = person.password
    address = reverse("admin:auth_user_password_change", args=[person.pk])
    words = {"password1": "another-long-word", "password2": "another-long-word"}
    assert (desk.get(address).status_code, desk.post(address, words).status_code) == (403, 403)
    person.refresh_from_db()
    assert person.password == kept


@pytest.mark.parametrize("role", ROLES)
def test_everybody_changes_their_own_password(role):
    desk = desk_of(role)
    words = {
        "old_password": PASSWORD,
        "new_password1": "linen-harbour-93",
        "new_password2": "linen-harbour-93",
    }
    assert desk.post(reverse("admin:password_change"), words).status_code == 302
    assert User.objects.get(username=role).check_password("linen-harbour-93")
