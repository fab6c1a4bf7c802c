"""Who may do what to which words: the one place that knows.

Roles are groups (forum_site/migrations/0001_roles.py) that hold the permissions named here.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.languages import LANGUAGES


class Task(models.TextChoices):
    """What a person may be allowed to do to the words of a document in one language."""

    WRITE = "write", _("write")
    SUBMIT = "submit", _("submit for review")
    REVIEW = "review", _("review")
    PUBLISH = "publish", _("publish")


def may(user, task, document, language):
    """Whether ``user`` may do ``task`` (a Task) to the words of ``document`` in ``language`` ("ar" or "en")."""
    if not user or not user.is_active or language not in LANGUAGES:
        return False
    if task == Task.REVIEW:
        return user.has_perm("publishing.review_words")
    if task == Task.PUBLISH:
        return user.has_perm("publishing.publish_words")
    return _may_write(user, document, language)


def _may_write(user, document, language):
    if user.has_perm("publishing.write_any_words"):
        return True
    if user.has_perm("publishing.write_own_words") and document.created_by_id in (None, user.pk):
        # A document that nobody has made yet is the author's own as soon as it is saved.
        return document.created_by_id == user.pk or document.pk is None
    if user.has_perm("publishing.translate_words"):
        return language in user.word_languages and language != document.source_language
    return False


def may_change_facts(user, document):
    """Whether ``user`` may change what both languages share: dates, people, pictures, relations.

    ``document`` is None for "some document of its kind"."""
    if user.has_perm("publishing.write_any_words"):
        return True
    own = document is None or document.pk is None or document.created_by_id == user.pk
    return user.has_perm("publishing.write_own_words") and own


def may_see_working_copies(user):
    """Whether ``user`` may read what is not published: everybody of the desk."""
    return bool(user and user.is_active and user.is_staff)
