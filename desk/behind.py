"""Since when the translations of a document are behind."""

from publishing.freshness import source_text


def changed_since(document):
    """When the original came to say what its translations do not say yet; no query where prefetched."""
    source = source_text(document)
    told = (source.language_code, source.sense)
    return min(row.created_at for row in document.revisions.all() if (row.language_code, row.sense) == told)
