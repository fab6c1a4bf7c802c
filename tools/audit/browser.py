"""Chromium for the checks: a browser a thread, because two cores can look at two pages at once."""

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from tools.chromium import ARGUMENTS, MISSING, chromium_path

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
AT_ONCE = 2


@contextmanager
def _chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path() or sys.exit(MISSING), args=ARGUMENTS
        )
        yield browser
        browser.close()


def looked_at(pages, look) -> list:
    """``look(browser, its pages)`` in several threads, each with a browser and a share of the ``pages``.
    Returns all that the looks yielded, in the order of the pages' shares."""

    def one_browser(share):
        with _chromium() as browser:
            return list(look(browser, share))

    shares = [pages[number::AT_ONCE] for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [found for share in pool.map(one_browser, shares) for found in share]
