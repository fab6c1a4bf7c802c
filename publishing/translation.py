from modeltranslation.translator import TranslationOptions, register

from publishing.models import SiteSettings, SocialAccount, Topic


@register(Topic)
class TopicLabels(TranslationOptions):
    fields = ("name", "slug", "description")
    required_languages = {"default": ("name",)}


@register(SiteSettings)
class SiteLabels(TranslationOptions):
    fields = ("name", "line", "contact")


@register(SocialAccount)
class AccountLabels(TranslationOptions):
    fields = ("label",)
