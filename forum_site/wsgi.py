"""The WSGI entry point that granian serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum_site.settings")
application = get_wsgi_application()

# What is loaded stays, and a page leaves little behind that only the collector finds: it looks less often, and not at what stays
# (measured: a twentieth of the time in which a page is made).
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
