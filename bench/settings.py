"""The settings of production, on this machine and without TLS, with one address more: a bare view to measure against."""

from forum_site.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
