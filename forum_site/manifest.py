"""What a device asks for to put the site on its home screen: the web manifest, and the icon that browsers guess at."""

from django.conf import settings
from django.http import FileResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe

from forum_site.cards.identity import as_hexadecimal
from publishing.languages import direction
from publishing.site import site_settings

#: File under static/img/, sides in pixels, and whether a device may cut it to its own shape.
ICONS = (
    ("icon-192.png", 192, "any"),
    ("icon-512.png", 512, "any"),
    ("icon-maskable-192.png", 192, "maskable"),
    ("icon-maskable-512.png", 512, "maskable"),
)
#: A longer name than this is cut under an icon.
SHORT_NAME = 12
WEEK = 7 * 86_400


@conditional_page
@require_safe
def web_manifest(request):
    """`/{lang}/site.webmanifest`, with the site's name in that language and its direction."""
    site, language = site_settings(), get_language()
    short = {"short_name": site.name} if len(site.name) <= SHORT_NAME else {}
    manifest = {
        "name": site.name,
        **short,
        "description": site.line,
        "lang": language,
        "dir": direction(language),
        "id": "/",
        "start_url": reverse("home"),
        "scope": "/",
        # A site to read, with the browser's own way back.
        "display": "minimal-ui",
        "background_color": as_hexadecimal("paper"),
        "theme_color": as_hexadecimal("surface"),
        "icons": [
            {"src": static(f"img/{name}"), "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
            for name, side, purpose in ICONS
        ],
    }
    return JsonResponse(
        manifest,
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )


@require_safe
def favicon(request):
    """`/favicon.ico`, for whoever asks without having read a page."""
    icon = (settings.BASE_DIR / "static" / "img" / "favicon.ico").open("rb")
    return FileResponse(
        icon, content_type="image/x-icon", headers={"Cache-Control": f"public, max-age={WEEK}"}
    )
