"""The wall between working copies and the public.

While a public page is made, asking for a working copy is an error, so that a page that forgets to use a
live text breaks in the first test instead of showing a draft.
"""

from contextlib import contextmanager
from contextvars import ContextVar

_is_public = ContextVar("making_a_public_page", default=False)


class WorkingCopyIsPrivate(RuntimeError):
    """Public code asked for the words of a working copy; it must read a PublicText."""


@contextmanager
def public_page():
    """Within this block no working copy can be read."""
    token = _is_public.set(True)
    try:
        yield
    finally:
        _is_public.reset(token)


def require_private():
    """Raise WorkingCopyIsPrivate inside a ``public_page`` block."""
    if _is_public.get():
        raise WorkingCopyIsPrivate(
            "A public page asked for a working copy; read publishing.PublicText instead."
        )


def sees_working_copies(view):
    """Mark a view for staff (a preview, say) that may read working copies."""
    view.sees_working_copies = True
    return view
