"""Production, but for the static files: gathering and compressing them takes longer than the whole test."""

from forum_site.settings import *  # noqa: F403
from forum_site.settings import STORAGES

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
