"""The pictures of the README and the guides: `make screenshots` writes them to docs/images/.

Loads the demo into a database of its own in a temporary folder, serves it, and looks at it with the system's Chromium.
A page that does not answer 200, or that can be scrolled sideways, stops the run with its address.
"""

import io
import os
import re
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from conftest import CHROMIUM, CHROMIUM_ARGUMENTS
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "images"
LANGUAGES = ("ar", "en")
# What is seen without scrolling on a desk and on a telephone; the telephone's pixels are doubled, to stay readable.
VIEWPORTS = {
    1280: {"viewport": {"width": 1280, "height": 900}, "device_scale_factor": 1},
    390: {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
}
IN_THE_DARK_TOO = ("home", "decision")
MOST_BYTES = 3_000_000


@contextmanager
def served_demo():
    """The demo forum on a free port; its address and the password of its accounts."""
    with tempfile.TemporaryDirectory(prefix="multaqa-pictures-") as folder, socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        taken.close()
        address, password = f"http://127.0.0.1:{port}", secrets.token_urlsafe(12)
        environment = environment_of_the_demo(Path(folder), address, password)
        for command in (["migrate", "--no-input", "--verbosity", "0"], ["compile_catalogues"], ["load_demo"]):
            subprocess.run(
                [sys.executable, "manage.py", *command],
                cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        granian = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--port", str(port)]
        granian += ["--blocking-threads", "2", "--log-level", "warning", "forum_site.wsgi:application"]
        server = subprocess.Popen(granian, cwd=ROOT, env=environment)
        try:
            wait_for(f"{address}/healthz", server)
            yield address, password
        finally:
            server.terminate()
            server.wait(20)


def environment_of_the_demo(folder, address, password):
    """The environment of a forum that writes to ``folder`` only, whatever the person's own settings say."""
    (folder / "static").mkdir()
    return {
        **os.environ,
        "MULTAQA_MODE": "demo",
        "VAR_DIR": str(folder),
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
        "DATABASE_URL": f"sqlite:///{folder / 'multaqa.sqlite3'}",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_ADDRESS": address,
        "SERVES_MEDIA": "True",
        "DEMO_PASSWORD": password,
    }


def wait_for(address, server):
    """Return when ``address`` answers; a server that ended, or does not answer in 30 seconds, is an error."""
    for _attempt in range(150):
        if server.poll() is not None:
            raise SystemExit(f"The server ended with {server.returncode}.")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"{address} does not answer.")


class Photographer:
    """Chromium at the served demo."""

    def __init__(self, browser, address):
        self.browser, self.address, self.bytes = browser, address, 0

    @contextmanager
    def page(self, language, width=1280, colours="light", state=None):
        """A page of a person with this language and screen; ``state`` is what a sign-in left."""
        context = self.browser.new_context(
            base_url=self.address, locale=language, color_scheme=colours, storage_state=state,
            timezone_id="Europe/Istanbul", reduced_motion="reduce", **VIEWPORTS[width],
        )  # fmt: skip
        context.set_default_timeout(15_000)
        try:
            yield context.new_page()
        finally:
            context.close()

    def take(self, page, path, name):
        """A picture of what is seen at ``path`` without scrolling, in docs/images/``name``.webp."""
        go(page, path)
        page.evaluate("document.fonts.ready")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"):
            raise SystemExit(f"{path} can be scrolled sideways ({name}).")
        target = PICTURES / f"{name}.webp"
        Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(target, quality=80, method=6)
        self.bytes += target.stat().st_size
        print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB")


def go(page, path):
    """Open ``path``; anything but 200 stops the run."""
    response = page.goto(path, wait_until="load")
    if response.status != 200:
        raise SystemExit(f"{path} answers {response.status}.")


def addresses(page):
    """The pages to show: {name: {language: path}}, found as a reader finds them, from the home page on."""
    return {
        "home": {"ar": "/ar/", "en": "/en/"},
        "article": in_both_languages(page, "/ar/news/", r"/ar/news/(?!feed/)[^/]+/", "main img"),
        "programme": in_both_languages(page, "/ar/", r"/ar/events/[^/]+/programme/", "main time"),
        "decision": in_both_languages(page, "/ar/decisions/", r"/ar/decisions/[^/]+/", "main h1"),
    }


def in_both_languages(page, start, form, shows):
    """The first page linked at ``start`` that is there in both languages and ``shows`` something: {language: path}."""
    go(page, start)
    links = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.getAttribute('href'))")
    for path in dict.fromkeys(link for link in links if re.fullmatch(form, link)):
        go(page, path)
        elsewhere = page.query_selector('link[rel="alternate"][hreflang="en"]')
        if elsewhere and page.query_selector(shows):
            return {"ar": path, "en": urlsplit(elsewhere.get_attribute("href")).path}
    raise SystemExit(f"Nothing linked at {start} is there in both languages.")


def signed_in(photographer, language, password):
    """What the browser keeps after a publisher signed in and chose ``language`` for the desk."""
    with photographer.page(language) as page:
        go(page, "/accounts/login/?next=/admin/")
        page.fill('input[name="login"]', "publisher")
        page.fill('input[name="password"]', password)
        page.locator('input[name="password"]').press("Enter")
        page.wait_for_url("**/admin/")
        if page.get_attribute("html", "lang") != language:
            page.locator(f'.desk-language button[value="{language}"]').click()
            page.wait_for_load_state("load")
        return page.context.storage_state()


def take_public_pages(photographer):
    """Every public page in both languages and widths; returns the title of the article."""
    with photographer.page("ar") as page:
        found = addresses(page)
        go(page, found["article"]["ar"])
        title = page.inner_text("h1")
    for name, paths in found.items():
        for language in LANGUAGES:
            for width in VIEWPORTS:
                with photographer.page(language, width) as page:
                    photographer.take(page, paths[language], f"{name}-{language}-{width}")
            if name in IN_THE_DARK_TOO:
                with photographer.page(language, colours="dark") as page:
                    photographer.take(page, paths[language], f"{name}-{language}-1280-dark")
    return title


def take_desk(photographer, password, title):
    """The list of articles and the form of the article called ``title``, in both languages and widths."""
    for language in LANGUAGES:
        state = signed_in(photographer, language, password)
        with photographer.page(language, state=state) as page:
            go(page, f"/admin/articles/article/?q={quote(title)}")
            form = page.get_attribute("#result_list .field-title_column a", "href")
            form = f"{urlsplit(form).path}?language={language}"
        for width in VIEWPORTS:
            with photographer.page(language, width, state=state) as page:
                photographer.take(page, "/admin/articles/article/", f"desk-list-{language}-{width}")
                photographer.take(page, form, f"desk-form-{language}-{width}")


def main():
    if not CHROMIUM:
        raise SystemExit("Chromium was not found; install it (Debian: chromium) or set CHROMIUM to its path.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served_demo() as (address, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        photographer = Photographer(browser, address)
        title = take_public_pages(photographer)
        take_desk(photographer, password, title)
        browser.close()
    print(f"{photographer.bytes / 1_000_000:.1f} MB in all")
    if photographer.bytes > MOST_BYTES:
        raise SystemExit("That is more than the repository should carry.")


if __name__ == "__main__":
    main()
