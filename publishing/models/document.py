from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from parler.managers import TranslatableManager, TranslatableQuerySet
from parler.models import TranslatableModel, TranslatedFieldsModel

from publishing.boundary import require_private
from publishing.languages import LANGUAGES


class Kind(models.TextChoices):
    """What a document is; it also chooses the document's address."""

    EVENT = "event", _("Event")
    SESSION = "session", _("Session")
    DECISION = "decision", _("Decision")
    RECOMMENDATION = "recommendation", _("Recommendation")
    ARTICLE = "article", _("Article")
    PAGE = "page", pgettext_lazy("a standing page such as About", "Page")


class DocumentQuerySet(TranslatableQuerySet):
    def with_working_copies(self):
        """With both languages' working copies loaded: two queries, whatever the number of rows."""
        return self.prefetch_related("translations")

    def in_use(self):
        """Those that are not in the bin."""
        return self.filter(binned_at__isnull=True)

    def binned(self):
        """Those in the bin (publishing/bin.py)."""
        return self.filter(binned_at__isnull=False)


class Document(TranslatableModel):
    """Anything that is published. Its facts are columns, shared by the languages; its words are elsewhere:
    the working copy in DocumentTranslation, everything that was ever saved or published in Revision.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, editable=False)
    source_language = models.CharField(
        _("original language"),
        max_length=5,
        choices=[("ar", _("Arabic")), ("en", _("English"))],
        default="ar",
        help_text=_("The language in which this document is written first; the other is its translation."),
    )
    picture = models.ForeignKey(
        "media_library.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=pgettext_lazy("field label", "picture"),
        help_text=_("Shown at the top of the page and beside the title in lists."),
    )
    topics = models.ManyToManyField(
        "publishing.Topic",
        blank=True,
        related_name="documents",
        verbose_name=pgettext_lazy("field label", "topics"),
        help_text=_("The document is listed on the page of each of these topics."),
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="documents",
        verbose_name=_("created by"),
    )

    binned_at = models.DateTimeField(_("moved to the bin at"), null=True, editable=False)
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("moved to the bin by"),
    )

    objects = TranslatableManager.from_queryset(DocumentQuerySet)()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [
            ("write_own_words", "Can write the words of own documents"),
            ("write_any_words", "Can write the words of every document"),
            ("translate_words", "Can write translations in the languages assigned to them"),
            ("review_words", "Can review submitted words"),
            ("publish_words", "Can publish, schedule and withdraw words"),
        ]
        indexes = [
            # The desk's lists, the newest first.
            models.Index(
                "kind",
                models.F("created_at").desc(),
                models.F("id").desc(),
                name="document_desk_list",
                condition=models.Q(binned_at__isnull=True),
            ),
        ]

    def __str__(self):
        return self.working_title() or f"{self.get_kind_display()} {self.pk or ''}".strip()

    def working_title(self):
        """The title of the working copy: the original's, else the translation's, else ''."""
        for language in (self.source_language, *LANGUAGES):
            title = self.safe_translation_getter("title", language_code=language)
            if title:
                return title
        return ""

    def title_for(self, language=None):
        """The title of the working copy in ``language``, else of the original's, else of the translation's, and the
        language that it is in; "#7" where there is none. No query where the working copies are prefetched."""
        for code in (language, self.source_language, *LANGUAGES):
            copy = self.working_copy(code) if code else None
            if copy:
                return copy.title, code
        return f"#{self.pk}", self.source_language

    def texts_in(self, language):
        """The Revisions of ``language``, the earliest first; no query where the revisions are prefetched."""
        own = [row for row in self.revisions.all() if row.language_code == language]
        return sorted(own, key=lambda row: row.number)

    def working_copy(self, language):
        """The DocumentTranslation of ``language`` or None, read from the prefetched rows where there are any."""
        require_private()
        return next((row for row in self.translations.all() if row.language_code == language), None)

    def _get_translated_model(self, *args, **kwargs):
        require_private()
        return super()._get_translated_model(*args, **kwargs)

    def get_absolute_url(self):
        """The short address: it never changes and leads to the reader's language."""
        return f"/d/{self.pk}/"


class DocumentTranslation(TranslatedFieldsModel):
    """The working copy of a document's words in one language. Nothing public ever reads it."""

    class Stage(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")
        CHANGES_REQUESTED = "changes_requested", _("Changes requested")

    master = models.ForeignKey(Document, models.CASCADE, related_name="translations")
    title = models.CharField(_("title"), max_length=200)
    slug = models.CharField(_("address"), max_length=80)
    kicker = models.CharField(_("kicker"), max_length=80, blank=True)
    summary = models.TextField(_("summary"), max_length=600, blank=True)
    body = models.TextField(_("body"), blank=True)
    byline = models.CharField(_("byline"), max_length=120, blank=True)
    dateline = models.CharField(_("dateline"), max_length=120, blank=True)
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices, default=Stage.DRAFT)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("updated by"),
    )

    class Meta:
        verbose_name = _("working copy")
        verbose_name_plural = _("working copies")
        unique_together = [("language_code", "master")]

    def __str__(self):
        return self.title

    @classmethod
    def from_db(cls, db, field_names, values):
        # Every way to a row leads through here: a relation, a prefetch, parler, the table itself.
        require_private()
        return super().from_db(db, field_names, values)
