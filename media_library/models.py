"""Pictures and files that texts, people and sessions use. Their descriptions are labels, needed in both languages."""

from pathlib import PurePosixPath

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from imagefield.fields import PPOIField

from media_library.fields import DocumentField, PictureField


class Image(models.Model):
    """A picture, cleaned on its way in (uploads.clean_picture), with the words that go with it."""

    class Licence(models.TextChoices):
        ALL_RIGHTS_RESERVED = "all-rights-reserved", _("All rights reserved")
        CC_BY = "cc-by", _("Creative Commons Attribution (CC BY 4.0)")
        CC_BY_SA = "cc-by-sa", _("Creative Commons Attribution-ShareAlike (CC BY-SA 4.0)")
        PUBLIC_DOMAIN = "public-domain", _("Public domain (CC0)")
        OWN_WORK = "own-work", _("Own work of the forum")
        PERMISSION = "permission", _("Used with permission")

    LICENCE_ADDRESSES = {
        Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
        Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
        Licence.PUBLIC_DOMAIN: "https://creativecommons.org/publicdomain/zero/1.0/",
    }

    file = PictureField(
        _("picture"),
        upload_to="pictures/%Y/%m",
        max_length=255,
        width_field="width",
        height_field="height",
        ppoi_field="ppoi",
        help_text=_(
            "A JPEG, PNG, WebP or AVIF file of up to 25 MB. The place and camera that the file may name are removed."
        ),
    )
    ppoi = PPOIField(
        _("focal point"),
        help_text=_("Click on what matters in the picture: cards and portraits are cut around that point."),
    )
    width = models.PositiveIntegerField(_("width"), null=True, blank=True, editable=False)
    height = models.PositiveIntegerField(_("height"), null=True, blank=True, editable=False)
    alt = models.CharField(
        _("description for those who cannot see it"),
        max_length=250,
        help_text=_(
            "One sentence that says what the picture shows. It is read aloud, and shown when the picture is missing."
        ),
    )
    caption = models.CharField(
        _("caption"),
        max_length=400,
        blank=True,
        help_text=_("Shown under the picture on the page of a text. Leave it empty for none."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=160,
        blank=True,
        help_text=_("Who made the picture; shown beside the caption."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=30,
        choices=Licence.choices,
        default=Licence.ALL_RIGHTS_RESERVED,
        help_text=_("What others may do with the picture; shown beside the credit."),
    )
    renditions = models.JSONField(
        _("renditions"),
        default=dict,
        blank=True,
        editable=False,
        help_text=_("The smaller copies that pages show; a worker makes them when the picture was saved."),
    )
    renditions_asked = models.CharField(
        _("number of the request for renditions"),
        max_length=32,
        default="",
        blank=True,
        editable=False,
        help_text=_(
            "Renewed whenever the file or the focal point changes; only the last request is answered."
        ),
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="images",
        verbose_name=_("uploaded by"),
        help_text=_("Who to ask about the picture; never shown on the site."),
    )
    created_at = models.DateTimeField(
        _("uploaded on"), auto_now_add=True, help_text=_("The newest pictures come first in the library.")
    )

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return label(self, "alt") or _file_name(self)

    @property
    def licence_address(self):
        """Where the licence can be read; '' for those that have no page."""
        return self.LICENCE_ADDRESSES.get(self.licence, "")


class Attachment(models.Model):
    """A file for readers to download: the text of a closing statement, slides, a table."""

    class Language(models.TextChoices):
        ARABIC = "ar", _("Arabic")
        ENGLISH = "en", _("English")

    file = DocumentField(
        _("file"),
        upload_to="files/%Y/%m",
        max_length=255,
        help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument, EPUB, CSV or plain text, up to 25 MB."),
    )
    title = models.CharField(
        _("title"),
        max_length=160,
        help_text=_("Readers see this as the link; the file's own name is not shown."),
    )
    language = models.CharField(
        _("language of the file"),
        max_length=5,
        choices=Language.choices,
        default=Language.ARABIC,
        help_text=_("Shown beside the link, so that readers know before they download."),
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="attachments",
        verbose_name=_("uploaded by"),
        help_text=_("Who to ask about the file; never shown on the site."),
    )
    created_at = models.DateTimeField(
        _("uploaded on"), auto_now_add=True, help_text=_("The newest files come first in the library.")
    )

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return label(self, "title") or _file_name(self)

    @property
    def kind(self):
        """The kind of file in the letters that readers know it by: "PDF", "DOCX"."""
        return PurePosixPath(self.file.name or "").suffix.lstrip(".").upper()


def label(thing, field):
    """A labelled thing and "alt" in; its words out, in the active language or else in another; '' without any."""
    languages = [code for code, _name in settings.LANGUAGES]
    for language in sorted(languages, key=lambda code: code != get_language()):
        if words := getattr(thing, f"{field}_{language}", None):
            return words
    return ""


def _file_name(thing):
    return PurePosixPath(thing.file.name or "").name or f"#{thing.pk}"
