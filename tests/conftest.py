"""What every test can use: compiled catalogues, a clean start, a browser; and what a run may not leave out.

REQUIRE_ALL=1 (CI=true sets it) makes a skipped test, for want of Chromium for example, a failure.
"""

import gc
import os
import shutil
from pathlib import Path

import pytest

from tools.chromium import ARGUMENTS, MISSING, chromium_path

# Playwright keeps an event loop in the thread that also talks to the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

pytest_plugins = ["tests.personas", "tests.clock", "tests.page_cache", "tests.redis_server"]

ROOT = Path(__file__).resolve().parent.parent
REQUIRE_ALL = os.environ.get("REQUIRE_ALL", "0") not in ("", "0") or os.environ.get("CI") == "true"


def pytest_configure(config):
    """Compile the catalogues before Django reads them; every worker asks, the first one compiles."""
    from forum_site.catalogues import compile_stale

    config.addinivalue_line("markers", "any_database: nothing that it shows depends on which database it is")
    compile_stale(ROOT)


def pytest_collection_modifyitems(config, items):
    """Leave the tests of one database out of a run on the other: they are not missing there, they do not apply; and out of
    the run on PostgreSQL what no database has a part in, which the run on SQLite shows."""
    on_postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    left_out = [item for item in items if _is_of_another_run(item, on_postgres)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def pytest_collection_finish(session):
    """Modules and tests stay to the end: the garbage collector need not look through them again and again."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def _is_of_another_run(item, on_postgres):
    if not on_postgres:
        return bool(item.get_closest_marker("postgresql_only"))
    # What a browser draws is the same on both; what it sends is tested without one, on both.
    elsewhere = any(item.get_closest_marker(name) for name in ("sqlite_only", "any_database", "browser"))
    # Without one of these, pytest-django lets no test near a database.
    asks = item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(item.fixturenames)
    return elsewhere or not (asks or item.get_closest_marker("postgresql_only"))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    """With REQUIRE_ALL a run that skipped something has failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if REQUIRE_ALL and exitstatus == 0 and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    """Say plainly what was left out and why."""
    left_out = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        left_out.setdefault(reason.removeprefix("Skipped: "), []).append(report.nodeid)
    if not left_out:
        return
    terminalreporter.section("left out, and with REQUIRE_ALL=1 a failure" if REQUIRE_ALL else "left out")
    for reason, tests in left_out.items():
        terminalreporter.line(f"{len(tests)} tests: {reason}")


@pytest.fixture(autouse=True)
def _every_test_starts_clean(settings, tmp_path):
    """Arabic as for a reader who asked for nothing, an empty cache, and files that no other test sees."""
    from django.core.cache import cache
    from django.utils import translation

    settings.MEDIA_ROOT = str(tmp_path / "media")
    shutil.rmtree(settings.MADE_ROOT, ignore_errors=True)
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)


# ---- A browser


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium, driven by Playwright."""
    if not chromium_path():
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A page of 1280 by 800 of a reader who prefers Arabic.

    The test fails if a script broke, the content security policy stopped something, or another host was asked.
    """
    context = browser.new_context(locale="ar", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
    page.on("console", lambda said: complaints.extend(_policy_reports(said.text)))
    page.on("request", lambda request: complaints.extend(_foreign_addresses(request.url)))
    yield page
    context.close()
    assert complaints == []


def _policy_reports(text):
    return [text] if "Content Security Policy" in text else []


def _foreign_addresses(url):
    ours = ("http://localhost", "http://127.0.0.1", "data:", "blob:", "about:")
    return [] if url.startswith(ours) else [f"another host was asked: {url}"]
