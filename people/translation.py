from modeltranslation.translator import TranslationOptions, register

from people.models import Organisation, Person


@register(Person)
class PersonLabels(TranslationOptions):
    fields = ("name", "slug", "role_line", "biography")
    required_languages = {"default": ("name",)}


@register(Organisation)
class OrganisationLabels(TranslationOptions):
    fields = ("name",)
    required_languages = {"default": ("name",)}
