"""The PDFs of an archive: readers wait for the worker to make one; an archive makes it here and now."""

import logging

from django.urls import resolve

from forum_site.paper.sheets import WHOLE
from forum_site.paper.store import make_pdf

log = logging.getLogger(__name__)

ROUTES = {"pdf", "programme_pdf"}


def is_made(address, root):
    """See to it that the PDF at an address is kept; ``root`` is what its links begin with. False, and a line in the log,
    where it cannot be made."""
    asked = resolve(address).kwargs
    try:
        make_pdf.call(asked["pk"], asked["language"], asked.get("part", WHOLE), root)
    except Exception:
        log.exception("No PDF for the archive: %s", address)
        return False
    return True
