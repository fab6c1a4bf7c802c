"""The settings of Multaqa: one file, driven by the environment (.env.example documents every variable).

MULTAQA_MODE chooses what may be left unsaid:
- production (the default): nothing is guessed; without SECRET_KEY, ALLOWED_HOSTS or DATABASE_URL the program
  refuses to start.
- demo: `make run`; a forum on this machine, errors shown as readers see them, data in var/.
- development: the same with Django's debug pages.
- test: what the test suite needs.
"""

import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from environs import Env

from publishing.languages import name_in_language

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()
env.read_env(str(BASE_DIR / ".env"), recurse=False)

MULTAQA_MODE = env.str("MULTAQA_MODE", "production")
if MULTAQA_MODE not in ("production", "demo", "development", "test"):
    raise ImproperlyConfigured(
        f"MULTAQA_MODE is {MULTAQA_MODE!r}; it must be production, demo, development or test."
    )
IS_PRODUCTION = MULTAQA_MODE == "production"
DEBUG = MULTAQA_MODE == "development"
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))


def _kept_secret_key():
    """The secret key of a demo or development checkout: made once, kept in VAR_DIR, readable by its owner only."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


SECRET_KEY = env.str("SECRET_KEY", "")
# Outside production it may be empty: then it is the address that a request asked for.
SITE_ADDRESS = env.str("SITE_ADDRESS", "").rstrip("/")
# The host in the ids of feed and calendar entries, which never change (RFC 4151, RFC 7986), even where the site moves.
ID_HOST = env.str("ID_HOST", "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", [])
DATABASE_URL = env.str("DATABASE_URL", "")
if IS_PRODUCTION:
    _required = {
        "SECRET_KEY": SECRET_KEY,
        "ALLOWED_HOSTS": ALLOWED_HOSTS,
        "DATABASE_URL": DATABASE_URL,
        "SITE_ADDRESS": SITE_ADDRESS,
    }
    _missing = [name for name, value in _required.items() if not value]
    if _missing:
        raise ImproperlyConfigured(
            f"Multaqa does not start in production without {', '.join(_missing)} in the environment; "
            ".env.example documents each. (For a demo on this machine: make run.)"
        )
else:
    SECRET_KEY = SECRET_KEY or _kept_secret_key()
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
    DATABASE_URL = DATABASE_URL or f"sqlite:///{VAR_DIR / 'multaqa.sqlite3'}"

CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    # Before the admin, else its registrations are not found (measured: NotRegistered at start-up).
    "modeltranslation",
    "forum_site.apps.MultaqaAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "parler",
    "imagefield",
    "django_prose_editor",
    "csp",
    "allauth",
    "allauth.account",
    "django_tasks",
    "django_tasks_db",
    # After it: the desk shows nothing of its rows.
    "work",
    "accounts",
    "media_library",
    "publishing",
    "people",
    "events",
    "resolutions",
    "articles",
    "desk",
    "search",
    "forum_site.apps.ForumSiteConfig",
    # Its one command loads a forum to try the program with; it refuses in production.
    "demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Before the cache: the version that it reads must be that of the copy from which the page comes.
    "forum_site.routers.read_from_a_replica",
    "forum_site.page_cache.pages_for_readers",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "forum_site.middleware.read_the_settings_once",
    "forum_site.middleware.speak_the_readers_language",
    "forum_site.middleware.plain_addresses",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "forum_site.middleware.KeepWorkingCopiesPrivate",
]

ROOT_URLCONF = "forum_site.urls"
WSGI_APPLICATION = "forum_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
                "forum_site.context.site",
            ],
        },
    }
]

# ---- Data
DATABASES = {"default": env.dj_db_url("DATABASE_URL", DATABASE_URL, conn_max_age=60)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Measured: with these, no locked write among 2,170 concurrent ones; with WAL alone 1,891 failed.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
else:
    # Compiling a query takes longer than these queries do (measured: 8 to 12 s, for one that runs in milliseconds).
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
# PostgreSQL keeps the plans of the queries of public pages (publishing/prepared.py). Off behind a pooler that gives each
# transaction another session.
PREPARES_STATEMENTS = env.bool("PREPARES_STATEMENTS", True)
# Copies of the database that only read: what readers without an account ask for comes from one of them (routers.py).
REPLICA_URLS = env.list("REPLICA_URLS", [])
REPLICAS = [f"replica{number}" for number in range(1, len(REPLICA_URLS) + 1)]
for _name, _address in zip(REPLICAS, REPLICA_URLS, strict=True):
    # Asked before each request whether it is still there: a copy may go, and the site stays.
    DATABASES[_name] = dj_database_url.parse(_address, conn_max_age=60, conn_health_checks=True)
    DATABASES[_name].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DATABASE_ROUTERS = ["forum_site.routers.ReplicaRouter"] if REPLICAS else []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

STATIC_URL = "/static/"
STATIC_ROOT = env.str("STATIC_ROOT", str(VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "forum_site.style_sheets.SiteSheetFinder",
    "forum_site.style_sheets.StaticFolderFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
# Uploads: a folder of this machine, or a bucket that several machines share (forum_site/buckets.py).
MEDIA_ROOT = env.str("MEDIA_ROOT", str(VAR_DIR / "media"))
MEDIA_BUCKET = env.str("MEDIA_BUCKET", "")
# Another address than the site's own, of a bucket or a network in front of it, from which readers get the uploads.
MEDIA_ADDRESS = env.str("MEDIA_ADDRESS", "").rstrip("/")
MEDIA_URL = f"{MEDIA_ADDRESS}/" if MEDIA_ADDRESS else "/media/"
# In production a web server in front serves the media; see docs/operating.md.
SERVES_MEDIA = env.bool("SERVES_MEDIA", not IS_PRODUCTION and not MEDIA_BUCKET)
# Share cards and PDFs: served by nobody but the program, which knows what is public.
MADE_ROOT = env.str("MADE_ROOT", str(VAR_DIR / "made"))
MADE_BUCKET = env.str("MADE_BUCKET", "")
# Where buckets are, if not at Amazon. The keys are in the usual AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
BUCKET_ENDPOINT = env.str("BUCKET_ENDPOINT", "") or None
BUCKET_REGION = env.str("BUCKET_REGION", "") or None


def storage(kind, bucket, **folder):
    """An entry of STORAGES: the ``bucket``, if one is named, as the class ``kind`` of buckets.py; else the ``folder``."""
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": folder}
    place = {"bucket_name": bucket, "endpoint_url": BUCKET_ENDPOINT, "region_name": BUCKET_REGION}
    return {"BACKEND": f"forum_site.buckets.{kind}", "OPTIONS": place}


STORAGES = {
    "default": storage("UploadsBucket", MEDIA_BUCKET),
    "made": storage("MadeBucket", MADE_BUCKET, location=MADE_ROOT, base_url=None, allow_overwrite=True),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if IS_PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not IS_PRODUCTION
WHITENOISE_AUTOREFRESH = DEBUG
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
IMAGEFIELD_BIN_DEPTH = 2
IMAGEFIELD_AUTOGENERATE = False

# ---- What is remembered; see "The cache" in docs/operating.md
# Without an address each process keeps to itself what it remembers; with redis://… all share it.
CACHE_URL = env.str("CACHE_URL", "")


def shared_caches(address):
    """CACHES for several processes that share a Redis at redis://…, rediss://… or unix://…: what is counted for all (the limit
    on sign-ins), and readers' pages, which do without it while it is down."""
    # A cache that is down must not hold a reader up.
    asked = {"LOCATION": address, "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}}
    return {
        "default": {"BACKEND": "forum_site.steady_cache.RedisOrMemory", "KEY_PREFIX": "multaqa", **asked},
        "pages": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "KEY_PREFIX": "multaqa:pages",
            **asked,
        },
    }


if CACHE_URL:
    CACHES = shared_caches(CACHE_URL)
# How much of the memory of each process anonymous readers' pages may take; 0 keeps none.
PAGE_CACHE_MEGABYTES = env.int("PAGE_CACHE_MEGABYTES", 32)
# A content delivery network that keeps pages until it is told of a change asks for this address to tell it to (purge.py).
CDN_PURGE_ADDRESS = env.str("CDN_PURGE_ADDRESS", "")
# What such a call needs besides, as JSON: {"Authorization": "Bearer …"}.
CDN_PURGE_HEADERS = env.json("CDN_PURGE_HEADERS", {})
# Off in tests but for those of the cache: there a whole test may be one transaction.
READS_CONTENT_VERSION = env.bool("READS_CONTENT_VERSION", MULTAQA_MODE != "test")

# ---- Work outside requests (`manage.py work` does it)
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "OPTIONS": {"id_function": "work.queue.next_id"},
    }
}

# ---- Languages
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["forum_site.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "Europe/Istanbul")
# The site's name and the line under it, by language; what an editor says in the admin wins (publishing/site.py).
SITE_NAME = {"ar": env.str("SITE_NAME_AR", "الملتقى المقدسي"), "en": env.str("SITE_NAME_EN", "Maqdisi Forum")}
SITE_LINE = {
    "ar": env.str("SITE_LINE_AR", "قرارات الملتقى وتوصياته، وما آلت إليه"),
    "en": env.str("SITE_LINE_EN", "What the forum decided and recommended, and what became of it"),
}
# The digits of numbers and dates: "latn" (0-9) or "arab" (٠-٩); again an editor may say otherwise.
MULTAQA_DIGITS = env.str("MULTAQA_DIGITS", "latn")

# Kinds of documents and of articles whose texts are published by somebody else than their last writer.
FOUR_EYES = env.list("FOUR_EYES", ["decision", "recommendation", "statement"])
# Whether readers of a translation are told that its original has changed since.
TELLS_OUT_OF_DATE = env.bool("TELLS_OUT_OF_DATE", True)

PARLER_DEFAULT_LANGUAGE_CODE = "ar"
PARLER_LANGUAGES = {
    None: ({"code": "ar"}, {"code": "en"}),
    # No language stands in for another: a missing translation is shown as missing.
    "default": {"fallbacks": [], "hide_untranslated": False},
}
# With parler's cache on, a save that is rolled back leaves its text in the shared cache (measured).
PARLER_ENABLE_CACHING = False
MODELTRANSLATION_DEFAULT_LANGUAGE = "ar"
MODELTRANSLATION_LANGUAGES = ("ar", "en")
MODELTRANSLATION_FALLBACK_LANGUAGES = ()
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = name_in_language

# ---- Sign-in
AUTHENTICATION_BACKENDS = [
    "accounts.backends.PermissionsAtOnce",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "accounts.adapter.StaffOnly"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/300s/key"}
# How many proxies stand in front, so that the rate limit counts readers and not the proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 0)

# ---- Mail
EMAIL_CONFIG = env.dj_email_url("EMAIL_URL", "console:" if not IS_PRODUCTION else "smtp://localhost:25")
EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL_CONFIG["EMAIL_HOST"]
EMAIL_PORT = EMAIL_CONFIG["EMAIL_PORT"]
EMAIL_HOST_USER = EMAIL_CONFIG["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = EMAIL_CONFIG["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = EMAIL_CONFIG["EMAIL_USE_TLS"]
EMAIL_USE_SSL = EMAIL_CONFIG["EMAIL_USE_SSL"]
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "multaqa@localhost")

# ---- Security
CSRF_FAILURE_VIEW = "forum_site.errors.outdated_form"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if IS_PRODUCTION:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    if env.bool("BEHIND_TLS_PROXY", True):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The hash is that of the empty string: the rich text editor asks for a <style> of its own unless an empty one is there.
EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, EMPTY_STYLE],
        "img-src": [SELF, "data:", *([MEDIA_URL] if MEDIA_ADDRESS else [])],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO" if IS_PRODUCTION else "WARNING")},
}
