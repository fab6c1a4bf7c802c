"""The news about the forum, and the site's standing pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from parler.managers import TranslatableManager

from publishing.models import Document
from publishing.models.document import DocumentQuerySet


class Article(Document):
    """A piece of news, a statement, a report, an interview or a letter."""

    document_ptr = models.OneToOneField(
        Document,
        models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="as_article",
        verbose_name=_("document"),
    )

    class ArticleKind(models.TextChoices):
        NEWS = "news", pgettext_lazy("a kind of article", "News")
        STATEMENT = "statement", pgettext_lazy("a kind of article", "Statement")
        REPORT = "report", pgettext_lazy("a kind of article", "Report")
        INTERVIEW = "interview", pgettext_lazy("a kind of article", "Interview")
        LETTER = "letter", pgettext_lazy("a kind of article", "Letter")

    article_kind = models.CharField(
        _("kind of article"),
        max_length=20,
        choices=ArticleKind.choices,
        default=ArticleKind.NEWS,
        help_text=_("Shown above the title where the text has no kicker of its own."),
    )
    event = models.ForeignKey(
        "events.Event",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=pgettext_lazy("field label", "event"),
        help_text=_("The article is listed on the page of this event."),
    )
    resolutions = models.ManyToManyField(
        "resolutions.Resolution",
        blank=True,
        related_name="articles",
        verbose_name=pgettext_lazy("field label", "decisions and recommendations"),
        help_text=_("Those that the article is about; it is listed on their pages."),
    )
    sessions = models.ManyToManyField(
        "events.Session",
        blank=True,
        related_name="articles",
        verbose_name=pgettext_lazy("field label", "sessions"),
        help_text=_("Those that the article is about; it is listed on their pages."),
    )
    people = models.ManyToManyField(
        "people.Person",
        blank=True,
        related_name="articles",
        verbose_name=pgettext_lazy("field label", "people"),
        help_text=_("Those who wrote the article or speak in it; it is listed on their pages."),
    )

    objects = TranslatableManager.from_queryset(DocumentQuerySet)()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def get_article_kind_display(self):
        # As that of Revision.kind.
        return str(self.ArticleKind(self.article_kind).label)


class Page(Document):
    """A standing page of the site, such as "About" or "Contact"."""

    document_ptr = models.OneToOneField(
        Document,
        models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="as_page",
        verbose_name=_("document"),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Pages with a lower number stand first in the menu.")
    )
    is_in_menu = models.BooleanField(
        _("shown in the menu"), default=True, help_text=_("The page is linked at the foot of every page.")
    )

    objects = TranslatableManager.from_queryset(DocumentQuerySet)()

    class Meta:
        verbose_name = pgettext_lazy("a standing page such as About", "page")
        verbose_name_plural = pgettext_lazy("standing pages such as About", "pages")
        ordering = ["order", "pk"]
