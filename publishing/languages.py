"""The languages that the site is written in. Arabic is the first one."""

LANGUAGES = ("ar", "en")
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def direction(code):
    """Language code in (with or without a region, "ar-PS"), "rtl" or "ltr" out."""
    return "rtl" if str(code).lower().replace("_", "-").split("-")[0] in RIGHT_TO_LEFT else "ltr"


def other(code):
    """The site's other language: "ar" in, "en" out, and back."""
    return "en" if code == "ar" else "ar"
