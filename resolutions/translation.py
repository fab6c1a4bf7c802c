from modeltranslation.translator import TranslationOptions, register

from resolutions.models import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    Milestone,
    ProjectFigure,
    ProjectPartner,
    ProjectQuestion,
    SponsorshipProject,
    StatusUpdate,
)


@register(Committee)
class CommitteeLabels(TranslationOptions):
    fields = ("name", "mandate")
    required_languages = {"default": ("name",)}


@register(SponsorshipProject)
class SponsorshipProjectLabels(TranslationOptions):
    fields = ("name", "how_it_works")
    required_languages = {"default": ("name",)}


@register(Academy)
class AcademyLabels(TranslationOptions):
    fields = ("name",)
    required_languages = {"default": ("name",)}


@register((CommitteeMember, ProjectPartner))
class RoleLabels(TranslationOptions):
    fields = ("role",)


@register(ProjectQuestion)
class ProjectQuestionLabels(TranslationOptions):
    fields = ("question", "answer")
    required_languages = {"default": ("question", "answer")}


@register(ProjectFigure)
class ProjectFigureLabels(TranslationOptions):
    fields = ("name",)
    required_languages = {"default": ("name",)}


@register(Course)
class CourseLabels(TranslationOptions):
    fields = ("title", "subject")
    required_languages = {"default": ("title", "subject")}


@register(Milestone)
class MilestoneLabels(TranslationOptions):
    fields = ("title",)
    required_languages = {"default": ("title",)}


@register(StatusUpdate)
class StatusUpdateLabels(TranslationOptions):
    fields = ("note",)
