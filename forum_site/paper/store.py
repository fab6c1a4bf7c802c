"""Keeps the PDFs: one file for each text and part of it, named by what it shows, so that a changed fact makes a new one.

The name ends in a digest with the site's secret key: nobody can guess the address of a file in the store.
"""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import override
from django_tasks import task

from forum_site.paper.sheets import live_text, sheet_of
from publishing.boundary import public_page
from publishing.site import reading_site
from work.queue import once


def kept(sheet):
    """The PDF of a Sheet as bytes, or None where it has not been made."""
    if not default_storage.exists(sheet.file):
        return None
    with default_storage.open(sheet.file) as file:
        data = file.read()
    # A file that is just being written is not there yet.
    return data if data.rstrip().endswith(b"%%EOF") else None


def ask_for(sheet):
    """See to it that the worker makes the PDF of a Sheet; what became of it so far (work.queue.once)."""
    return once(make_pdf, sheet.text.document_id, sheet.text.language_code, sheet.part, sheet.root)


@task
def make_pdf(pk, language, part, root):
    """Make the PDF of the text of document ``pk`` as it is public now, and drop the earlier ones. The worker calls it."""
    with reading_site(), public_page(), override(language):
        text = live_text(pk, language)
        sheet = sheet_of(text, part, root) if text else None
        if sheet and kept(sheet) is None:
            from forum_site.paper.engine import made

            default_storage.delete(sheet.file)
            default_storage.save(sheet.file, ContentFile(made(sheet.html, root)))
    _drop_others(pk, language, part, sheet)


def _drop_others(pk, language, part, sheet):
    """Delete what was kept of this part but for ``sheet``; all of it where that is None, the text being gone."""
    try:
        _folders, names = default_storage.listdir(f"pdf/{pk}")
    except FileNotFoundError:
        return
    for name in names:
        path = f"pdf/{pk}/{name}"
        if name.startswith(f"{language}-{part}-") and not (sheet and path == sheet.file):
            default_storage.delete(path)
