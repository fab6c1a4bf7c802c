"""What people of the desk say to each other about a document, and who does what by when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing.models.document import Document
from publishing.models.revision import Revision

BOTH_LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]


class Assignment(models.Model):
    """Who is to work on the text of a document in one language, and by which day; there may be no text yet."""

    document = models.ForeignKey(
        Document,
        models.CASCADE,
        related_name="assignments",
        verbose_name=pgettext_lazy("field label", "document"),
    )
    language_code = models.CharField(_("language"), max_length=5, choices=BOTH_LANGUAGES)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("assigned to"),
    )
    due_on = models.DateField(pgettext_lazy("of an assignment", "due on"), null=True, blank=True)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint("document", "language_code", name="one_assignment_a_text"),
        ]

    def __str__(self):
        return f"{self.document_id} {self.language_code}: {self.assignee}"


class ShareLinkQuerySet(models.QuerySet):
    def working(self, at=None):
        """Those that open the preview at the moment ``at`` (now if None)."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at or timezone.now())


class ShareLink(models.Model):
    """A link that shows the working copy to somebody without an account, until it expires or is revoked."""

    document = models.ForeignKey(
        Document,
        models.CASCADE,
        related_name="share_links",
        verbose_name=pgettext_lazy("field label", "document"),
    )
    language_code = models.CharField(_("language"), max_length=5, choices=BOTH_LANGUAGES)
    name = models.CharField(_("for whom"), max_length=120)
    is_answer_asked = models.BooleanField(_("asks for an answer"), default=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("of a link", "created by"),
    )
    expires_at = models.DateTimeField(pgettext_lazy("of a link", "expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a preview")
        verbose_name_plural = _("links to previews")
        ordering = ["-created_at"]

    def __str__(self):
        return self.name


class NoteQuerySet(models.QuerySet):
    def open(self):
        """Those that nobody has resolved."""
        return self.filter(resolved_at__isnull=True)


class Note(models.Model):
    """A note on a document, by a person of the desk or by somebody who was sent a preview."""

    class Verdict(models.TextChoices):
        NONE = "", _("No answer")
        APPROVED = "approved", _("Approved")
        CHANGES = "changes", _("Asked for changes")

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="notes", verbose_name=pgettext_lazy("field label", "document")
    )
    #: "" where the note is about the whole document.
    language_code = models.CharField(_("language"), max_length=5, blank=True, choices=BOTH_LANGUAGES)
    text = models.TextField(_("note"), max_length=2000, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="notes",
        verbose_name=_("written by"),
    )
    #: The name that somebody without an account gave, through ``share_link``.
    guest_name = models.CharField(_("name"), max_length=120, blank=True)
    share_link = models.ForeignKey(
        ShareLink, models.SET_NULL, null=True, related_name="notes", verbose_name=_("link to a preview")
    )
    verdict = models.CharField(_("answer"), max_length=10, choices=Verdict.choices, blank=True)
    resolved_at = models.DateTimeField(_("resolved at"), null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("resolved by")
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="note_has_an_author", condition=Q(written_by__isnull=False) | ~Q(guest_name="")
            ),
        ]

    def __str__(self):
        return self.text[:60]

    @property
    def author(self):
        """The person of the desk, or the name that a guest gave."""
        return self.written_by or self.guest_name


class OpenForm(models.Model):
    """Somebody has the form of a text open: since when, and when their browser last said so."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="open_forms")
    language_code = models.CharField(max_length=5, choices=BOTH_LANGUAGES)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="open_forms")
    opened_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("open form")
        verbose_name_plural = _("open forms")
        constraints = [
            models.UniqueConstraint("document", "language_code", "person", name="one_open_form_a_person"),
        ]

    def __str__(self):
        return f"{self.person}: {self.document_id} {self.language_code}"


class Release(models.Model):
    """A named set of texts that go live together: all of them or none.

    Whether it is being prepared, scheduled or out is read off ``live_from``, never stored.
    """

    name = models.CharField(_("name"), max_length=120)
    note = models.TextField(_("note"), max_length=2000, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=pgettext_lazy("of a release", "created by"),
    )
    #: Empty while it is being prepared.
    live_from = models.DateTimeField(_("live from"), null=True, editable=False)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("released by"),
    )

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.name


class ReleaseItem(models.Model):
    """One text of a release; ``revision`` is what the release made public or will, once it is set."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="items", verbose_name=_("release"))
    document = models.ForeignKey(
        Document,
        models.CASCADE,
        related_name="release_items",
        verbose_name=pgettext_lazy("field label", "document"),
    )
    language_code = models.CharField(_("language"), max_length=5, choices=BOTH_LANGUAGES)
    revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("revision")
    )

    class Meta:
        verbose_name = _("text of a release")
        verbose_name_plural = _("texts of a release")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("release", "document", "language_code", name="one_place_in_a_release"),
        ]

    def __str__(self):
        return f"{self.document_id} {self.language_code}"
