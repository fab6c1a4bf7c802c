"""The size of a file, which may lie in a store across the network: asked once for each file, as a file never changes."""

from hashlib import blake2b

from django.core.cache import cache

_MISSING = -1


def size_of(attachment):
    """An Attachment in; its bytes out, None where its file is gone."""
    name = attachment.file.name or ""
    key = f"file-size-{blake2b(name.encode(), digest_size=16).hexdigest()}"
    size = cache.get(key)
    if size is None:
        size = _asked(attachment.file)
        # What is missing may be put back.
        cache.set(key, size, 60 if size == _MISSING else None)
    return None if size == _MISSING else size


def _asked(file):
    try:
        return file.size
    except (OSError, ValueError):
        return _MISSING
