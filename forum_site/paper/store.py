"""Keeps the PDFs (forum_site/made_files.py): one file for each text and part of it, named by what it shows, so that a changed
fact makes a new one.
"""

from django.utils.translation import override
from django_tasks import task

from forum_site import made_files
from forum_site.paper.sheets import live_text, sheet_of
from publishing.boundary import public_page
from publishing.site import reading_site
from work.queue import once


def kept(sheet):
    """The PDF of a Sheet as bytes, or None where it has not been made."""
    return made_files.read(sheet.file)


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

            made_files.keep(sheet.file, made(sheet.html, root))
    made_files.drop_others(f"pdf/{pk}", f"{language}-{part}-", sheet and sheet.file)
