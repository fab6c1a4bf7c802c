"""Who may do what to which words: the one place that knows. A right is a language × a kind of document × a task.

Roles are groups (forum_site/migrations/0002_roles_of_the_desk.py) that hold the permissions named here.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.languages import LANGUAGES
from publishing.models import Kind

#: The admin's permission for each kind of document, as "app.{act}_model".
ADMIN_PERMISSION = {
    Kind.EVENT: "events.{}_event",
    Kind.SESSION: "events.{}_session",
    Kind.DECISION: "resolutions.{}_decision",
    Kind.RECOMMENDATION: "resolutions.{}_recommendation",
    Kind.ARTICLE: "articles.{}_article",
    Kind.PAGE: "articles.{}_page",
}


class Task(models.TextChoices):
    """What a person may be allowed to do to the words of a document in one language."""

    WRITE = "write", _("write")
    SUBMIT = "submit", _("submit for review")
    REVIEW = "review", _("review")
    PUBLISH = "publish", _("publish")


def may(user, task, document, language):
    """Whether ``user`` may do ``task`` (a Task) to the words of ``document`` in ``language`` ("ar" or "en").

    ``document`` is None for one that is being added, of a kind that the person may add."""
    if not user or not user.is_active or not _works_in(user, language):
        return False
    if document is not None and not may_with_kind(user, "change", document.kind):
        return False
    if task == Task.REVIEW:
        return user.has_perm("publishing.review_words")
    if task == Task.PUBLISH:
        return user.has_perm("publishing.publish_words")
    return _may_write(user, document, language)


def may_with_kind(user, act, kind):
    """Whether ``user`` may "view", "add", "change" or "delete" documents of ``kind``; of a kind not yet known (""), yes."""
    return not kind or user.has_perm(ADMIN_PERMISSION[kind].format(act))


def _works_in(user, language):
    """People work in both languages unless their account names some."""
    if language not in LANGUAGES or not user.is_authenticated:
        return False
    return not user.word_languages or language in user.word_languages


def _may_write(user, document, language):
    if user.has_perm("publishing.write_any_words"):
        return True
    if user.has_perm("publishing.write_own_words") and document.created_by_id in (None, user.pk):
        # A document that nobody has made yet is the author's own as soon as it is saved.
        return document.created_by_id == user.pk or document.pk is None
    if user.has_perm("publishing.translate_words"):
        return language in user.word_languages and language != document.source_language
    return False


def needs_four_eyes(document):
    """Whether the last writer of a text of ``document`` may not publish it: a setting (FOUR_EYES) names the kinds of
    documents and of articles."""
    if document.kind in settings.FOUR_EYES:
        return True
    return document.kind == Kind.ARTICLE and document.as_article.article_kind in settings.FOUR_EYES


def is_own_text(user, document, revision):
    """Whether ``user`` wrote ``revision``, in a document whose texts want a second pair of eyes."""
    return bool(revision and revision.created_by_id == user.pk and needs_four_eyes(document))


def may_change_facts(user, document):
    """Whether ``user`` may change what both languages share: dates, people, pictures, relations.

    ``document`` is None for "some document of its kind"."""
    if document is not None and not may_with_kind(user, "change", document.kind):
        return False
    if user.has_perm("publishing.write_any_words"):
        return True
    own = document is None or document.pk is None or document.created_by_id == user.pk
    return user.has_perm("publishing.write_own_words") and own


def may_assign(user, document):
    """Whether ``user`` may say who works on ``document`` and by when."""
    return bool(user and user.is_active) and (
        user.has_perm("publishing.review_words") or may_change_facts(user, document)
    )


def may_open(user, document):
    """Whether ``user`` may read what is not published of ``document``, and leave notes on it."""
    return may_see_working_copies(user) and may_with_kind(user, "view", document.kind)


def may_see_working_copies(user):
    """Whether ``user`` may read what is not published: everybody of the desk."""
    return bool(user and user.is_active and user.is_staff)
