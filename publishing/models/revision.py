from hashlib import blake2b

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing import moments
from publishing.addresses import document_address
from publishing.languages import direction
from publishing.models.document import Document, Kind

#: The words of a document: everything that is written, translated and published as one.
WORDS = ("title", "slug", "kicker", "summary", "body", "byline", "dateline")

#: What a translation has to follow; the address is the translation's own affair.
TRANSLATED_WORDS = ("title", "kicker", "summary", "body", "byline", "dateline")

#: What no list shows: these stay in the database there.
LONG_WORDS = ("summary", "body", "kicker", "byline", "dateline")

#: Where the facts of each kind are, seen from the document.
FACTS = {
    Kind.EVENT: "as_event",
    Kind.SESSION: "as_session",
    Kind.DECISION: "as_resolution",
    Kind.RECOMMENDATION: "as_resolution",
    Kind.ARTICLE: "as_article",
    Kind.PAGE: "as_page",
}


def sense_of(words):
    """Words (a dict) in; what tells them from other words out: 32 hexadecimal digits (BLAKE2b)."""
    told = "\x1f".join(words.get(name) or "" for name in TRANSLATED_WORDS)
    return blake2b(told.encode(), digest_size=16).hexdigest()


def is_live(at=None):
    """The condition (Q) of what the public reads at the moment ``at`` (if None now, or that of the preview of a day)."""
    at = at or moments.now()
    return Q(Q(live_until__isnull=True) | Q(live_until__gt=at), live_from__lte=at)


def is_read_in(language, at=None):
    """The condition (Q) of the one live Revision of a document that is shown in ``language``: that in it, or the other where
    ``language`` has none that is live."""
    own = Revision.objects.live(at).filter(document_id=OuterRef("document_id"), language_code=language)
    return Q(language_code=language) | ~Exists(own)


class RevisionQuerySet(models.QuerySet):
    def live(self, at=None):
        """Those that the public reads at the moment ``at`` (if None now, or that of the preview of a day)."""
        return self.filter(is_live(at))

    def scheduled(self, at=None):
        """Those whose period has not begun."""
        return self.filter(live_from__gt=at or moments.now())

    def ever_public(self, at=None):
        """Those that the public reads or once read."""
        return self.filter(live_from__lte=at or moments.now())

    def in_language(self, language):
        return self.filter(language_code=language)

    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)

    def readable_in(self, language, at=None):
        """One text a document: in ``language``, or in the other where ``language`` has none that is live."""
        return self.filter(is_read_in(language, at))

    def newest(self):
        """By the moment when the document was first published, the latest first."""
        return self.order_by("-published_at", "-document_id")

    def with_facts(self, *kinds, extra=()):
        """With the facts of these kinds, the picture, and ``extra`` relations (seen from the document) in one query."""
        paths = {FACTS[kind] for kind in kinds} | {"picture", *extra}
        return self.select_related("document", *(f"document__{path}" for path in sorted(paths)))


class Revision(models.Model):
    """The words of a document in one language as they were once saved, and when the public reads them.

    Never edited or deleted by the application: publishing gives a revision its one period, from ``live_from``
    up to, not including, ``live_until``.
    """

    document = models.ForeignKey(
        Document,
        models.CASCADE,
        related_name="revisions",
        verbose_name=pgettext_lazy("field label", "document"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    language_code = models.CharField(
        _("language"), max_length=5, choices=[("ar", _("Arabic")), ("en", _("English"))]
    )
    number = models.PositiveIntegerField(_("number"))

    title = models.CharField(_("title"), max_length=200)
    slug = models.CharField(_("address"), max_length=80)
    kicker = models.CharField(_("kicker"), max_length=80, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("body"), blank=True)
    byline = models.CharField(_("byline"), max_length=120, blank=True)
    dateline = models.CharField(_("dateline"), max_length=120, blank=True)

    note = models.CharField(_("note"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("saved at"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("saved by")
    )
    #: The text of the original that this translation was made from, or was last found to agree with.
    source_revision = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="translations", verbose_name=_("translated from")
    )
    #: Two texts of an original with one sense need no two translations: the same words, or a change called minor.
    sense = models.CharField(max_length=32, editable=False, default="")

    live_from = models.DateTimeField(_("live from"), null=True)
    live_until = models.DateTimeField(_("live until"), null=True)
    #: The end that an editor asked for; ``live_until`` is sooner where another text takes over before it.
    expires_at = models.DateTimeField(_("expires at"), null=True)
    #: When this document was first public in this language; it orders the lists, so that an update moves nothing up.
    published_at = models.DateTimeField(_("published at"), null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("published by")
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["document", "language_code", "number"]
        constraints = [
            models.UniqueConstraint("document", "language_code", "number", name="revision_number_unique"),
            models.CheckConstraint(
                name="revision_period_has_a_length",
                condition=Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")),
            ),
            models.CheckConstraint(
                name="revision_period_has_a_start",
                condition=Q(live_from__isnull=False) | Q(live_until__isnull=True),
            ),
        ]
        # Seen from the query of a page: what it filters by, what it orders by, and the moments that tell whether a text is
        # live, so that the texts of a long list are counted and cut without reading a row.
        indexes = [
            models.Index(
                "kind",
                "language_code",
                F("published_at").desc(),
                F("document").desc(),
                "live_from",
                "live_until",
                name="revision_lists",
                condition=Q(live_from__isnull=False),
            ),
            models.Index(
                "language_code",
                F("published_at").desc(),
                F("document").desc(),
                name="revision_newest",
                condition=Q(live_from__isnull=False),
            ),
            # Whether a document has a live text, in which language, and its place in a list: without reading a row.
            models.Index(
                "document",
                "language_code",
                "live_from",
                "live_until",
                "published_at",
                "kind",
                name="revision_of_document",
                condition=Q(live_from__isnull=False),
            ),
            # Every request may ask for the next moment at which a text begins or ends to be public.
            models.Index("live_from", name="revision_begins", condition=Q(live_from__isnull=False)),
            models.Index("live_until", name="revision_ends", condition=Q(live_until__isnull=False)),
            models.Index(
                "kind",
                "slug",
                "language_code",
                name="revision_addresses",
                condition=Q(live_from__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.language_code} {self.number})"

    def get_kind_display(self):
        # Django's own writes out all choices each time, and a list asks for each of its rows.
        return str(Kind(self.kind).label)

    def get_absolute_url(self):
        """The path within the language that the reader is reading now."""
        return document_address(self.kind, self.slug)

    @property
    def facts(self):
        """The row with the facts of this kind (an Article, a Session …), shared by both languages."""
        return getattr(self.document, FACTS[self.kind])

    @property
    def direction(self):
        return direction(self.language_code)

    @property
    def words(self):
        """The words as a dict, as ``workflow.save_working_copy`` takes them."""
        return {name: getattr(self, name) for name in WORDS}

    @property
    def is_updated(self):
        """Whether the public has read an earlier text of this document in this language."""
        return bool(self.published_at and self.live_from and self.live_from > self.published_at)

    def address_in(self, language):
        """The path of this text on the site in ``language``; in another language than its own it leads to the
        page that says that the translation is missing."""
        return document_address(self.kind, self.slug, language)


class PublicTextManager(models.Manager.from_queryset(RevisionQuerySet)):
    def get_queryset(self):
        return super().get_queryset().live()


class PublicText(Revision):
    """A revision that the public reads now. The only door through which public pages reach words."""

    objects = PublicTextManager()

    class Meta:
        proxy = True
        verbose_name = _("public text")
        verbose_name_plural = _("public texts")
