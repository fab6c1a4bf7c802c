"""The cache of readers' pages, which most tests do without: they are one transaction each, and no version rises within one."""

import pytest

from publishing import content_version


@pytest.fixture
def page_cache(settings):
    """Turn the cache on, as in production. Every django.test.Client is a process of its own with a memory of its own."""
    settings.READS_CONTENT_VERSION = True
    content_version.forget_all()
    yield
    content_version.forget_all()
