"""The demo's accounts, one a role, and their password."""

import secrets
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from accounts.models import User


@dataclass(frozen=True)
class Role:
    """A demo account: its name, its group, what it may do in a few words, and the facts of its row."""

    username: str
    group: str
    can: str
    fields: dict


ROLES = (
    Role("author", "author", _("writes articles and submits them"), {}),
    Role("translator", "translator", _("writes the English of every text"), {"word_languages": ["en"]}),
    Role("editor", "editor", _("writes, reviews and keeps the facts"), {}),
    Role("publisher", "publisher", _("also publishes, schedules and withdraws"), {}),
    Role("admin", "administrator", _("also looks after the accounts"), {"is_superuser": True}),
)


def make_accounts():
    """Make the accounts, without a password yet. Returns them by username."""
    return {role.username: _make_account(role) for role in ROLES}


def _make_account(role):
    user = User(username=role.username, email=f"{role.username}@example.org", is_staff=True, **role.fields)
    user.set_unusable_password()
    user.save()
    user.groups.add(Group.objects.get(name=role.group))
    return user


def settle_password(given, kept_in):
    """Give the accounts their password and return it, or None where it cannot be known any more.

    ``given`` is what the person asked for ("" for none); ``kept_in`` is the path where a random password is kept, for
    its owner only, so that a later call can print it again.
    """
    users = list(User.objects.filter(username__in=[role.username for role in ROLES]))
    if given:
        kept_in.unlink(missing_ok=True)
        _set_password(users, given)
        return given
    kept = kept_in.read_text().strip() if kept_in.exists() else ""
    with_password = [user for user in users if user.has_usable_password()]
    if with_password:
        return kept if kept and any(user.check_password(kept) for user in with_password) else None
    password = kept or secrets.token_urlsafe(9)
    kept_in.parent.mkdir(parents=True, exist_ok=True)
    kept_in.touch(mode=0o600)
    kept_in.chmod(0o600)
    kept_in.write_text(f"{password}\n")
    _set_password(users, password)
    return password


def _set_password(users, password):
    """Set it where it is another one: a new hash would sign everybody out."""
    others = [user for user in users if not (user.has_usable_password() and user.check_password(password))]
    # A hash is slow by design; one serves all, since the password is the same.
    hashed = make_password(password) if others else ""
    User.objects.filter(pk__in=[user.pk for user in others]).update(password=hashed)
