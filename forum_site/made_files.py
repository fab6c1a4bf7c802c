"""What the site makes of its texts and keeps until they change: share cards and PDFs.

They lie in a storage of their own (STORAGES["made"]), which no web server serves: whoever asks for one is answered by a view
that looks first whether the text is public. Emptying it loses nothing; everything is made anew when it is asked for.
"""

from hashlib import blake2b

from django.core.files.base import ContentFile
from django.core.files.storage import storages

_DIGEST_BYTES = 16


def read(name):
    """The bytes kept under ``name``, or None: nothing is there, it went meanwhile, or it is only half written."""
    try:
        with _storage().open(name) as file:
            kept = file.read()
    except FileNotFoundError:
        return None
    seal, content = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
    return content if seal == _seal(content) else None


def keep(name, content):
    """Keep ``content`` (bytes) under ``name``, whatever was there."""
    _storage().save(name, ContentFile(_seal(content) + content))


def drop_others(folder, prefix, name):
    """Delete what is kept in ``folder`` under a name that begins with ``prefix``, but for ``name`` (all of it if None)."""
    for other in names_in(folder):
        path = f"{folder}/{other}"
        if other.startswith(prefix) and path != name:
            _storage().delete(path)


def names_in(folder):
    """The names of the files in ``folder``, a list; empty where there is no such folder."""
    try:
        return _storage().listdir(folder)[1]
    except FileNotFoundError:
        return []


def _storage():
    return storages["made"]


def _seal(content):
    return blake2b(content, digest_size=_DIGEST_BYTES).digest()
