"""The people of the desk together with what they may do, in four queries however many they are."""

from collections import defaultdict

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from publishing.permissions import Task, may
from publishing.sorting import sort_key


class Colleague:
    """A person of the desk with their permissions at hand: ``publishing.permissions`` takes it for a user."""

    is_authenticated = True

    def __init__(self, user, permissions):
        self.user = user
        self.pk, self.word_languages = user.pk, user.word_languages
        self.is_active, self.is_staff = user.is_active, user.is_staff
        self._permissions = permissions

    def has_perm(self, name):
        """Whether the person holds the permission "app.codename"."""
        return self.user.is_superuser or name in self._permissions


def colleagues():
    """Everybody of the desk (active, may sign in there) as Colleagues, in the order of their names."""
    users = get_user_model().objects.filter(is_active=True, is_staff=True).prefetch_related("groups")
    of_group, of_user = _permissions("group"), _permissions("user")
    found = [
        Colleague(user, of_user[user.pk].union(*(of_group[group.pk] for group in user.groups.all())))
        for user in users
    ]
    return sorted(found, key=lambda colleague: sort_key(str(colleague.user)))


def who_may_work_on(document, language):
    """The users who may write or review the words of ``document`` in ``language``, in the order of their names."""
    return [colleague.user for colleague in colleagues() if may_work_on(colleague, document, language)]


def may_work_on(user, document, language):
    """Whether ``user`` (or a Colleague) is of the desk and may write or review the words."""
    return user.is_staff and any(may(user, task, document, language) for task in (Task.WRITE, Task.REVIEW))


def _permissions(holder):
    """{key of a group or a user: {"app.codename", …}}, ``holder`` being "group" or "user"."""
    held = defaultdict(set)
    rows = Permission.objects.filter(**{f"{holder}__isnull": False})
    for key, app, codename in rows.values_list(holder, "content_type__app_label", "codename"):
        held[key].add(f"{app}.{codename}")
    return held
