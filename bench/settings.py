"""The settings of the demo, with the addresses of the site and one more: a bare view to measure against."""

from forum_site.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
