"""Documents on paper: the PDF of a public text, made outside the request by the worker and kept until what it shows changes.

sheets.py says what stands on it, engine.py and fonts.py make the file, store.py keeps it, pages.py answers readers.
Pango is asked for only where a PDF is made; the rest of the site runs without it.
"""

import ctypes
import sys
from functools import lru_cache
from importlib.util import find_spec

_LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
)


@lru_cache
def missing():
    """The names of what is needed to make PDFs and is not installed."""
    if find_spec("weasyprint") is None:
        return ("WeasyPrint",)
    if sys.platform == "linux":
        # Loading these takes a hundredth of what importing WeasyPrint does.
        return tuple(name for name in _LIBRARIES if not _is_there(name))
    try:
        import weasyprint  # noqa: F401
    except OSError as error:
        return (str(error).splitlines()[0],)
    return ()


def _is_there(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def is_offered():
    """Whether pages lead to PDFs."""
    return not missing()
