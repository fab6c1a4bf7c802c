from modeltranslation.translator import TranslationOptions, register

from events.models import Room, Venue


@register(Venue)
class VenueLabels(TranslationOptions):
    fields = ("name", "city", "address")
    required_languages = {"default": ("name", "city")}


@register(Room)
class RoomLabels(TranslationOptions):
    fields = ("name",)
    required_languages = {"default": ("name",)}
