"""The languages that the site is written in. Arabic is the first one."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("ar", "en")
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})

NAMES = {"ar": _("Arabic"), "en": _("English")}


def name_in_language(name, language):
    """ "Caption" and "ar" in; "Caption (Arabic)" out, in the language of the reader and only when it is read."""
    return format_lazy("{name} ({language})", name=name, language=NAMES[language])


def direction(code):
    """Language code in (with or without a region, "ar-PS"), "rtl" or "ltr" out."""
    return "rtl" if str(code).lower().replace("_", "-").split("-")[0] in RIGHT_TO_LEFT else "ltr"


def other(code):
    """The site's other language: "ar" in, "en" out, and back."""
    return "en" if code == "ar" else "ar"
