"""Where documents stand on the site. The route names are the kinds' own names (forum_site/urls.py)."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, override

#: A long list names a hundred addresses, and every page some ten.
KEPT = 4096


def document_address(kind, slug, language=None):
    """The path of a document of ``kind`` (see ``Kind``), in ``language`` or else in the active language."""
    return _address(kind, slug, language or get_language(), get_script_prefix())


@lru_cache(KEPT)
def _address(kind, slug, language, _prefix):
    with override(language):
        return reverse(kind, args=[slug])
