"""Writing the record of editorial acts."""

from publishing.models import Act


def record(name, document, language="", by=None, revision=None, note=""):
    """Write an Act: ``name`` (an Act.Name), the document, the language ("" for both), the person (None for the program),
    the Revision that it is about, and what was said. Returns it."""
    return Act.objects.create(
        name=name,
        document_id=document.pk,
        kind=document.kind,
        title=(revision.title if revision else document.working_title())[:200],
        language_code=language,
        by=by,
        revision=revision,
        note=note[:300],
    )
