"""What a decision set up: a committee, a sponsorship project, or an academy."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from media_library.models import label
from publishing.regions import language_choices
from resolutions.models.resolution import Resolution

IN_ORDER = _("Lower numbers are listed first.")


class Committee(models.Model):
    """A committee that a decision formed."""

    decision = models.OneToOneField(
        Resolution,
        models.CASCADE,
        related_name="committee",
        verbose_name=pgettext_lazy("field label", "decision"),
    )
    name = models.CharField(
        _("name"), max_length=160, help_text=_("The heading of its part of the decision's page.")
    )
    mandate = models.TextField(
        _("mandate"), blank=True, help_text=_("What it is to do, in a sentence or two.")
    )
    prepares = models.ForeignKey(
        "events.Event", models.SET_NULL, null=True, blank=True, related_name="prepared_by", verbose_name=_("prepares"),
        help_text=_("The event that it prepares; its page and the decision's link to each other."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("committee")
        verbose_name_plural = _("committees")

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"


class CommitteeMember(models.Model):
    """A member of the committee that a decision formed."""

    decision = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="members",
        verbose_name=pgettext_lazy("field label", "decision"),
    )
    person = models.ForeignKey(
        "people.Person", models.PROTECT, related_name="memberships",
        verbose_name=pgettext_lazy("field label", "person"),
        help_text=_("Named on the decision's page, in the order below."),
    )  # fmt: skip
    role = models.CharField(
        _("role"),
        max_length=120,
        blank=True,
        help_text=_("Such as chair or secretary; shown beside the name."),
    )
    starts_on = models.DateField(
        _("member from"), null=True, blank=True, help_text=_("The first day of the term.")
    )
    ends_on = models.DateField(
        _("member until"), null=True, blank=True, help_text=_("The last day; empty while the term lasts.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=IN_ORDER)

    class Meta:
        verbose_name = _("committee member")
        verbose_name_plural = _("committee members")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "person"], name="committee_member_once",
                                    violation_error_message=_("This person is already a member."))
        ]  # fmt: skip

    def __str__(self):
        return str(self.person)

    def clean(self):
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day is before the first one.")})

    @property
    def is_over(self):
        """Whether the last day of the term has passed."""
        return bool(self.ends_on and self.ends_on < timezone.localdate())

    @property
    def is_to_come(self):
        """Whether the term has not begun."""
        return bool(self.starts_on and self.starts_on > timezone.localdate())


def lines_of(words):
    """A text of several lines, or None, in; those that say something out."""
    return [line.strip() for line in (words or "").splitlines() if line.strip()]


class SponsorshipProject(models.Model):
    """A project in which families sponsor families. The site explains it; it collects nothing."""

    decision = models.OneToOneField(
        Resolution,
        models.CASCADE,
        related_name="sponsorship_project",
        verbose_name=pgettext_lazy("field label", "decision"),
    )
    name = models.CharField(
        _("name"), max_length=160, help_text=_("The heading of its part of the decision's page.")
    )
    how_it_works = models.TextField(
        _("how it works"), blank=True, help_text=_("One step a line; they are shown as a numbered list.")
    )

    class Meta:
        verbose_name = _("sponsorship project")
        verbose_name_plural = _("sponsorship projects")

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"

    @property
    def steps(self):
        """The lines of ``how_it_works`` in the active language."""
        return lines_of(self.how_it_works)


class ProjectPartner(models.Model):
    """An institution that takes part in a sponsorship project."""

    decision = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="partners",
        verbose_name=pgettext_lazy("field label", "decision"),
    )
    organisation = models.ForeignKey(
        "people.Organisation", models.PROTECT, related_name="partnerships",
        verbose_name=pgettext_lazy("field label", "organisation"),
        help_text=_("Named on the decision's page, with a link to its web site."),
    )  # fmt: skip
    role = models.CharField(
        _("role"),
        max_length=160,
        blank=True,
        help_text=_("What it does in the project; shown beside its name."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=IN_ORDER)

    class Meta:
        verbose_name = _("project partner")
        verbose_name_plural = _("project partners")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "organisation"], name="project_partner_once",
                                    violation_error_message=_("This organisation is already a partner."))
        ]  # fmt: skip

    def __str__(self):
        return str(self.organisation)


class ProjectQuestion(models.Model):
    """What readers ask about a sponsorship project, and the answer."""

    decision = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="questions",
        verbose_name=pgettext_lazy("field label", "decision"),
    )
    question = models.CharField(_("question"), max_length=200, help_text=_("As a reader would ask it."))
    answer = models.TextField(
        _("answer"), help_text=_("In a few sentences; an empty line begins a paragraph.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=IN_ORDER)

    class Meta:
        verbose_name = _("question and answer")
        verbose_name_plural = _("questions and answers")
        ordering = ["order", "pk"]

    def __str__(self):
        return label(self, "question") or f"#{self.pk}"


class ProjectFigure(models.Model):
    """A figure that somebody reported about a project: the site repeats it with its day and its source."""

    decision = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="figures",
        verbose_name=pgettext_lazy("field label", "decision"),
    )
    name = models.CharField(
        _("what is counted"), max_length=120, help_text=_("Such as: families in the project.")
    )
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2, help_text=_("The number alone."))
    reported_on = models.DateField(_("reported on"), help_text=_("The day on which the figure was reported."))
    source = models.ForeignKey(
        "people.Organisation", models.PROTECT, related_name="figures", verbose_name=_("reported by"),
        help_text=_("Who reported the figure; named beside it."),
    )  # fmt: skip
    source_url = models.URLField(
        _("address of the report"), blank=True, help_text=_("Where readers find the report.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=IN_ORDER)

    class Meta:
        verbose_name = _("reported figure")
        verbose_name_plural = _("reported figures")
        ordering = ["order", "-reported_on", "pk"]

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"

    def clean(self):
        super().clean()
        if self.reported_on and self.reported_on > timezone.localdate():
            raise ValidationError({"reported_on": _("That day has not come yet.")})


class Academy(models.Model):
    """A learning platform that a decision founded."""

    decision = models.OneToOneField(
        Resolution,
        models.CASCADE,
        related_name="academy",
        verbose_name=pgettext_lazy("field label", "decision"),
    )
    name = models.CharField(
        _("name"), max_length=160, help_text=_("The heading of its part of the decision's page.")
    )
    site = models.URLField(
        _("web site"), blank=True, help_text=_("Where learners enrol; readers follow a link to it.")
    )

    class Meta:
        verbose_name = _("academy")
        verbose_name_plural = _("academies")

    def __str__(self):
        return label(self, "name") or f"#{self.pk}"


class Course(models.Model):
    """A course of the academy."""

    class Level(models.TextChoices):
        INTRODUCTORY = "introductory", _("Introductory")
        INTERMEDIATE = "intermediate", _("Intermediate")
        ADVANCED = "advanced", _("Advanced")

    decision = models.ForeignKey(
        Resolution,
        models.CASCADE,
        related_name="courses",
        verbose_name=pgettext_lazy("field label", "decision"),
    )
    title = models.CharField(
        _("title"), max_length=160, help_text=_("The name of the course in the list of courses.")
    )
    subject = models.CharField(
        _("subject"), max_length=120, help_text=_("Courses of one subject stand together.")
    )
    lecturer = models.ForeignKey(
        "people.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="courses",
        verbose_name=_("lecturer"),
        help_text=_("Who teaches it; named beside the course."),
    )
    level = models.CharField(_("level"), max_length=20, choices=Level.choices, default=Level.INTRODUCTORY,
                             help_text=_("Shown beside the title."))  # fmt: skip
    language = models.CharField(
        _("language"),
        max_length=5,
        choices=language_choices,
        default="ar",
        help_text=_("The language of teaching."),
    )
    address = models.URLField(
        _("web address"), blank=True, help_text=_("The page of the course; readers follow a link to it.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=IN_ORDER)

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["order", "pk"]

    def __str__(self):
        return label(self, "title") or f"#{self.pk}"
