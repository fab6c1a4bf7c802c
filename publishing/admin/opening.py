"""Who may see a page of the desk about one document, and which document that is."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from media_library.admin_choices import is_key
from publishing.languages import LANGUAGES
from publishing.models import Document
from publishing.permissions import may_open


def text_to_open(user, pk, language):
    """The Document ``pk``, its working copies loaded, for a page about its text in ``language``.

    404 where it is not in use or the language is none; 403 where ``user`` may not open it.
    """
    document = Document.objects.in_use().with_working_copies().filter(pk=pk).first() if is_key(pk) else None
    if document is None or language not in LANGUAGES:
        raise Http404("No such document or language.")
    if not may_open(user, document):
        raise PermissionDenied
    return document
