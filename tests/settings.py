"""The settings of the test suite: the site's own, with nothing taken from the person's .env or left in var/.

DATABASE_URL alone is honoured: without it the suite runs on SQLite, with it (tests/with_postgres.sh) on PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# A folder of this process (each worker of a parallel run has its own): database, media, secret key.
_FOLDER = Path(tempfile.mkdtemp(prefix="multaqa-tests-"))
(_FOLDER / "static").mkdir()
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)

os.environ.update(
    MULTAQA_MODE="test",
    VAR_DIR=str(_FOLDER),
    MEDIA_ROOT=str(_FOLDER / "media"),
    MADE_ROOT=str(_FOLDER / "made"),
    STATIC_ROOT=str(_FOLDER / "static"),
    SECRET_KEY="only for the tests: kept nowhere, protects nothing",
    ALLOWED_HOSTS="localhost,127.0.0.1,testserver",
    SITE_ADDRESS="http://testserver",
    CSRF_TRUSTED_ORIGINS="",
    TIME_ZONE="Europe/Istanbul",
    MULTAQA_DIGITS="latn",
    EMAIL_URL="memory://",
    LOG_LEVEL="WARNING",
)
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_FOLDER / 'multaqa.sqlite3'}")

from forum_site.settings import *  # noqa: E402, F403
from forum_site.settings import DATABASES  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A real file, so that concurrent writers meet as in production; in memory they would share a connection.
    DATABASES["default"]["TEST"] = {"NAME": str(_FOLDER / "test.sqlite3")}
    # What a power cut would lose does not matter here, and half the time is saved.
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"

# Hundreds of sign-ins in a run: a fast hash instead of a safe one.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Each test's browser builds the chain of middleware anew; looking for static files when they are asked for, and not then, takes
# a tenth off the suite. (How production serves them is looked at by `make audit`.)
WHITENOISE_AUTOREFRESH = True
