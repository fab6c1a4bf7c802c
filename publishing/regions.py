"""Names of countries and languages in Arabic and English, from the Unicode language database (Babel)."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

from publishing.languages import LANGUAGES
from publishing.sorting import sort_key

# Where the site's usage differs from the database's: the short names, and the name that the state asks for.
_COUNTRY_NAMES = {
    "PS": {"ar": "فلسطين", "en": "Palestine"},
    "TR": {"ar": "تركيا", "en": "Türkiye"},
}
# Codes in the database that name no country: groups, islands with a code of their own for the post, test codes.
_NO_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())

# The languages that a session may be held in or interpreted into, or a course taught in.
_SPOKEN = (
    "am ar az bn bs de dv en es fa fr ha id it ja kk ko ku ky ms nl ps pt ro ru si so sq sr sv sw ta tg tr ug ur uz zh"
).split()


def country_name(code, language=None):
    """An ISO 3166 code in; the country's name out, in the active language or the one asked for; else the code."""
    return _countries(_language(language)).get(code, code)


def language_name(code, language=None):
    """A language code in; its name out, in the active language or the one asked for; else the code."""
    return Locale(_language(language)).languages.get(code, code)


def country_choices():
    """(code, name) of every country, by name, in the active language."""
    return _sorted(_countries(_language(None)))


def language_choices():
    """(code, name) of the languages spoken at events, by name, in the active language."""
    return _sorted({code: language_name(code) for code in _SPOKEN})


@lru_cache(maxsize=len(LANGUAGES))
def _countries(language):
    named = {
        code: name
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }
    return named | {code: names[language] for code, names in _COUNTRY_NAMES.items()}


def _sorted(names):
    return sorted(names.items(), key=lambda pair: sort_key(pair[1]))


def _language(code):
    """The asked-for language, or the active one, if the site is written in it; Arabic otherwise."""
    code = code or get_language()
    return code if code in LANGUAGES else LANGUAGES[0]
