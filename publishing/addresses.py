"""Where documents stand on the site. The route names are the kinds' own names (forum_site/urls.py)."""

from django.urls import reverse
from django.utils.translation import override


def document_address(kind, slug, language=None):
    """The path of a document of ``kind`` (see ``Kind``), in ``language`` or else in the active language."""
    if language is None:
        return reverse(kind, args=[slug])
    with override(language):
        return reverse(kind, args=[slug])
