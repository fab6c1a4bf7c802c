from modeltranslation.translator import TranslationOptions, register

from media_library.models import Attachment, Image


@register(Image)
class ImageLabels(TranslationOptions):
    fields = ("alt", "caption", "credit")
    required_languages = {"default": ("alt",)}


@register(Attachment)
class AttachmentLabels(TranslationOptions):
    fields = ("title",)
    required_languages = {"default": ("title",)}
