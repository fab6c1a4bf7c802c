"""What the browser tests of the desk share."""

import pytest


@pytest.fixture
def page(page):
    """The page of tests/conftest.py, which also fails on anything that the console calls an error, in every window."""
    errors = []

    def listen(window):
        window.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        window.on("pageerror", lambda error: errors.append(f"script error: {error}"))

    listen(page)
    page.context.on("page", listen)
    yield page
    assert errors == []
