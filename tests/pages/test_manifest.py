"""The web manifest and the icons: named by every page, all there, of the size that they say."""

from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from PIL import Image, ImageChops

from publishing.models import SiteSettings
from tests.pages.reading import get

pytestmark = pytest.mark.django_db


def icon_at(address):
    return Image.open(settings.BASE_DIR / urlsplit(address).path.lstrip("/"))


@pytest.mark.parametrize(
    ("language", "name", "direction"), [("ar", "الملتقى المقدسي", "rtl"), ("en", "Maqdisi Forum", "ltr")]
)
def test_the_manifest_is_in_the_language_of_the_page(client, language, name, direction):
    ((link, _words),) = get(f"/{language}/news/").all("link", rel="manifest")
    response = client.get(link["href"])
    assert response["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    assert (manifest["name"], manifest["lang"], manifest["dir"]) == (name, language, direction)
    assert (manifest["start_url"], manifest["scope"]) == (f"/{language}/", "/")
    assert client.get(manifest["start_url"]).status_code == 200
    for icon in manifest["icons"]:
        assert "x".join(map(str, icon_at(icon["src"]).size)) == icon["sizes"], icon
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


def test_the_manifest_says_what_an_editor_calls_the_site(client):
    SiteSettings.objects.create(name_en="Forum", line_en="A line", name_ar="الملتقى")
    told = client.get("/en/site.webmanifest").json()
    assert (told["name"], told["short_name"], told["description"]) == ("Forum", "Forum", "A line")


def test_the_icons_are_those_of_the_mark(client, tmp_path):
    """Drawn anew from static/img/mark.svg they are the same: run tools/draw_icons.py where this fails."""
    from tools.draw_icons import draw_all

    draw_all(tmp_path)
    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert drawn == [
        "apple-touch-icon.png", "favicon.ico", "icon-192.png", "icon-512.png", "icon-maskable-192.png", "icon-maskable-512.png",
    ]  # fmt: skip
    for name in drawn:
        ours, anew = (
            Image.open(folder / name).convert("RGBA")
            for folder in (settings.BASE_DIR / "static" / "img", tmp_path)
        )
        assert ImageChops.difference(ours, anew).getbbox() is None, name
    page = get("/ar/")
    ((touch, _words),) = page.all("link", rel="apple-touch-icon")
    assert icon_at(touch["href"]).size == (180, 180)
    # What a device cuts off a maskable icon is ground alone.
    corner = icon_at("/static/img/icon-maskable-192.png").crop((0, 0, 192, 24))
    assert len(corner.getcolors()) == 1


def test_the_icon_that_nobody_asked_for(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Content-Type"]) == (200, "image/x-icon")
    assert Image.open(BytesIO(b"".join(response.streaming_content))).info["sizes"] == {
        (16, 16),
        (32, 32),
        (48, 48),
    }
    assert client.post("/favicon.ico").status_code == 405
