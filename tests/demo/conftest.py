"""The demo forum for the tests, and a var/ of their own."""

import pytest
from PIL import Image

from demo import drawings, loader, things


@pytest.fixture
def quick_pictures(monkeypatch):
    """Tiny pictures without renditions, for the tests that look at texts: the drawings have tests of their own."""
    monkeypatch.setattr(drawings, "draw", lambda name: Image.new("RGB", (32, 18), "#2f6f73"))
    monkeypatch.setattr(drawings, "draw_roundel", lambda name: Image.new("RGB", (16, 16), "#2f6f73"))
    monkeypatch.setattr(things, "make_renditions", lambda image: None)


@pytest.fixture
def var(settings, tmp_path, monkeypatch):
    """Where the program keeps its own files; nobody has asked for a password."""
    settings.VAR_DIR = tmp_path / "var"
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    return settings.VAR_DIR


@pytest.fixture
def forum(db, quick_pictures, var):
    """The demo forum in the database; everything that was made, by key."""
    return loader.load(lambda what: None)
