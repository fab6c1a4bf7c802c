"""What making PDFs may not change for the rest of the program."""

import pytest
from PIL import ImageFile

from forum_site import paper


@pytest.mark.skipif(
    bool(paper.missing()), reason="Pango was not found (Debian: libpango-1.0-0 libpangoft2-1.0-0)."
)
def test_a_broken_upload_is_still_broken_after_a_pdf_was_made():
    from forum_site.paper import engine  # noqa: F401

    assert ImageFile.LOAD_TRUNCATED_IMAGES is False
