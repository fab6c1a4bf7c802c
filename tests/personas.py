"""The people of the tests, one fixture a role, so that a test of access reads as a sentence."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from accounts.models import User
from forum_site.roles import ROLES

PASSWORD = "saffron-lantern-417"


def make_user(role, username=None, **fields):
    """A person of the desk in the group ``role`` (a key of ROLES)."""
    user = User(username=username or role, email=f"{username or role}@example.org", is_staff=True, **fields)
    user.set_password(PASSWORD)
    user.save()
    user.groups.add(group_of(role))
    return user


def group_of(role):
    """The group that the migration made; made again where a transactional test has emptied the tables."""
    group, is_new = Group.objects.get_or_create(name=role)
    if is_new:
        group.permissions.add(*(_permission(name) for name in ROLES[role]))
    return group


def _permission(name):
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def signed_in(user):
    """A browser in which ``user`` is signed in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reader(db):
    """A browser in which nobody is signed in."""
    return Client()


@pytest.fixture
def author(db):
    """Writes articles of their own."""
    return make_user("author")


@pytest.fixture
def translator(db):
    """Translates into English."""
    return make_user("translator", word_languages=["en"])


@pytest.fixture
def editor(db):
    """Writes and reviews everything, publishes nothing."""
    return make_user("editor")


@pytest.fixture
def publisher(db):
    """Publishes, too."""
    return make_user("publisher")


@pytest.fixture
def administrator(db):
    """Looks after the accounts, too."""
    return make_user("administrator")
