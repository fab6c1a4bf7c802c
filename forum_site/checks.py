"""What must hold before the site starts; a wrong set-up speaks at once instead of failing later."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from PIL import features

from forum_site import paper


@register(Tags.compatibility)
def apps_in_order(app_configs, **kwargs):
    """modeltranslation must come before the admin, else the admin does not find its models (measured)."""
    apps = list(settings.INSTALLED_APPS)
    if apps.index("modeltranslation") > apps.index("forum_site.apps.MultaqaAdminConfig"):
        return [Error("modeltranslation must come before the admin in INSTALLED_APPS.", id="multaqa.E001")]
    return []


@register(Tags.caches)
def no_cached_translations(app_configs, **kwargs):
    """With parler's cache, a save that is rolled back leaves its text in the shared cache (measured)."""
    if settings.PARLER_ENABLE_CACHING:
        return [Error("PARLER_ENABLE_CACHING must be False.", id="multaqa.E002")]
    return []


@register(Tags.security)
def made_files_are_private(app_configs, **kwargs):
    """What is made of a text is shown only while the text is public; whatever lies among the media is shown to everybody."""
    made, media = Path(settings.MADE_ROOT).resolve(), Path(settings.MEDIA_ROOT).resolve()
    if made.is_relative_to(media):
        return [
            Error("MADE_ROOT must not be inside MEDIA_ROOT, which is served to everybody.", id="multaqa.E003")
        ]
    return []


@register(Tags.security)
def buckets_fit_together(app_configs, **kwargs):
    """Uploads are for everybody, made files for the program alone; and all machines must find what one of them has made."""
    found = []
    if settings.MADE_BUCKET and settings.MADE_BUCKET == settings.MEDIA_BUCKET:
        told = "MADE_BUCKET must be another bucket than MEDIA_BUCKET, which everybody may read."
        found.append(Error(told, id="multaqa.E010"))
    if settings.MEDIA_BUCKET and not settings.MADE_BUCKET:
        told = "Uploads are in a bucket and made files on a disk: a PDF appears only on the machine whose worker made it."
        found.append(
            Warning(told, hint="Name a bucket that nobody else may read: MADE_BUCKET.", id="multaqa.W010")
        )
    if settings.MEDIA_ADDRESS and not settings.MEDIA_ADDRESS.startswith(("https://", "http://")):
        told = (
            "MEDIA_ADDRESS must be a whole address (https://…); uploads at the site's own /media/ need none."
        )
        found.append(Error(told, id="multaqa.E011"))
    if settings.SITE_ADDRESS and f"{settings.MEDIA_ADDRESS}/".startswith(f"{settings.SITE_ADDRESS}/"):
        told = (
            "MEDIA_ADDRESS is for another host than the site's; uploads at the site's own /media/ need none."
        )
        found.append(Error(told, id="multaqa.E012"))
    return found


@register(Tags.security)
def several_machines_have_what_they_share(app_configs, **kwargs):
    """A network is told of changes by an http request; copies of the database are of the same kind as it."""
    found = []
    if settings.CDN_PURGE_ADDRESS and not settings.CDN_PURGE_ADDRESS.startswith(("https://", "http://")):
        found.append(Error("CDN_PURGE_ADDRESS must be a whole address (https://…).", id="multaqa.E013"))
    if not isinstance(settings.CDN_PURGE_HEADERS, dict):
        found.append(Error('CDN_PURGE_HEADERS must be a JSON object: {"name": "value"}.', id="multaqa.E014"))
    kinds = {settings.DATABASES[name]["ENGINE"] for name in ("default", *settings.REPLICAS)}
    if len(kinds) > 1 or (settings.REPLICAS and kinds != {"django.db.backends.postgresql"}):
        found.append(
            Error("REPLICA_URLS needs PostgreSQL, for the copies and for DATABASE_URL.", id="multaqa.E015")
        )
    return found


@register(Tags.compatibility)
def pdfs_can_be_made(app_configs, **kwargs):
    """Without Pango there are no PDFs: pages then have no links to them, and printing is up to the browser."""
    missing = paper.missing()
    if not missing:
        return []
    told = f"PDFs cannot be made and pages have no links to them: {', '.join(missing)} not found."
    hint = "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    return [Warning(told, hint=hint, id="multaqa.W002")]


@register(Tags.compatibility)
def cards_can_be_written(app_configs, **kwargs):
    """Without raqm, which needs FriBiDi, Pillow draws Arabic reversed and unjoined: cards then have no words at all."""
    missing = [name for name in ("raqm", "fribidi") if not features.check(name)]
    if not missing:
        return []
    told = (
        f"Share cards with Arabic on them have no words: this Pillow comes without {' and '.join(missing)}."
    )
    hint = "Debian: apt-get install libraqm0 libfribidi0, or install Pillow from a wheel, which brings both."
    return [Warning(told, hint=hint, id="multaqa.W003")]
