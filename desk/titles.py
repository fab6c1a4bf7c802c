"""What a document is called on the pages of the desk, and since when its translations are behind."""

from publishing.freshness import source_text
from publishing.languages import LANGUAGES


def title_of(document):
    """The title of the original's working copy, else of the translation's, and its language; "#7" where there is none.

    No query where the working copies are prefetched."""
    for language in (document.source_language, *LANGUAGES):
        copy = document.working_copy(language)
        if copy:
            return copy.title, language
    return f"#{document.pk}", document.source_language


def title_in(document, language):
    """The title of the working copy in ``language``, else ``title_of``; and the language that it is in."""
    copy = document.working_copy(language)
    return (copy.title, language) if copy else title_of(document)


def changed_since(document):
    """When the original came to say what its translations do not say yet; no query where prefetched."""
    source = source_text(document)
    told = (source.language_code, source.sense)
    return min(row.created_at for row in document.revisions.all() if (row.language_code, row.sense) == told)
