from modeltranslation.translator import TranslationOptions, register

from publishing.models import Topic


@register(Topic)
class TopicLabels(TranslationOptions):
    fields = ("name", "slug", "description")
    required_languages = {"default": ("name",)}
