"""The settings of the audited demo: its own, with static files as production serves them, and what nginx does there."""

from forum_site.settings import *  # noqa: F403
from forum_site.settings import LOGGING, MIDDLEWARE, STORAGES

ROOT_URLCONF = "tools.audit.urls"
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
WHITENOISE_USE_FINDERS = False
# Stands in for `gzip on` of docs/operating.md.
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]
# What goes wrong on purpose is not told; what goes wrong otherwise is a page that answers 500, which the audit tells.
LOGGING["loggers"] = {"django": {"level": "CRITICAL"}}
