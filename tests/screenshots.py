"""The pictures of the README and the guides: `make screenshots` writes them to docs/images/.

Loads the demo into a database of its own in a temporary folder, serves it, and looks at it with the system's Chromium.
A page that does not answer 200, or that can be scrolled sideways, stops the run with its address. What the desk is doing in
them is the demo's (demo/desk_work.py); only two people on one text, and a link to a preview, are made here.
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
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit

from PIL import Image
from playwright.sync_api import sync_playwright

from tools.chromium import ARGUMENTS, MISSING, chromium_path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "images"
LANGUAGES = ("ar", "en")
# What is seen without scrolling on a desk and on a telephone; the telephone's pixels are doubled, to stay readable.
VIEWPORTS = {
    1280: {"viewport": {"width": 1280, "height": 900}, "device_scale_factor": 1},
    390: {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
}
IN_THE_DARK_TOO = ("home", "decision")
MOST_BYTES = 5_000_000
#: Who works at the desk in the pictures.
PEOPLE = ("author", "translator", "editor", "publisher")
#: What each language of the desk types, where two people meet on one text: the one who saves first, then the other.
MEETING = {
    "ar": (
        "قائمة من عشرين مصطلحًا، مع الصواب وسببه ومصدره.",
        "قائمة قصيرة بمصطلحات عن القدس والأقصى يكثر الخطأ فيها، مع الصواب وسببه.",
    ),
    "en": (
        "قائمة من ثلاثين مصطلحًا يكثر الخطأ فيها، مع الصواب وسببه ومصدره.",
        "قائمة بمصطلحات عن القدس والأقصى، مع الصواب وسببه، يراجعها أهل الاختصاص.",
    ),
}


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
        "MADE_ROOT": str(folder / "made"),
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
        context.set_default_timeout(60_000)
        try:
            yield context.new_page()
        finally:
            context.close()

    def take(self, page, path, name, from_element=None):
        """A picture of what is seen at ``path`` without scrolling, or from ``from_element`` on, in docs/images/."""
        go(page, path)
        self.take_open(page, name, from_element)

    def take_open(self, page, name, from_element=None):
        """The same of the page as it is open now, as docs/images/``name``.webp; empty room below is cut off."""
        page.evaluate("document.fonts.ready")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"):
            raise SystemExit(f"{page.url} can be scrolled sideways ({name}).")
        if from_element:
            page.locator(from_element).first.evaluate("element => element.scrollIntoView({block: 'start'})")
        picture = Image.open(io.BytesIO(page.screenshot(clip=seen_of(page)))).convert("RGB")
        target = PICTURES / f"{name}.webp"
        picture.save(target, quality=80, method=6)
        self.bytes += target.stat().st_size
        print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB")


def seen_of(page):
    """What is seen of ``page`` without scrolling, but for the empty room below a page of the desk."""
    size = page.viewport_size
    bottom = page.evaluate("document.querySelector('#container #content')?.getBoundingClientRect().bottom")
    return {"x": 0, "y": 0, "width": size["width"], "height": min(bottom or size["height"], size["height"])}


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
        "decision": in_both_languages(page, "/ar/decisions/", r"/ar/decisions/(?!feed/)[^/]+/", "main h1"),
        "follow-up": {"ar": "/ar/follow-up/", "en": "/en/follow-up/"},
        "search": {"ar": "/ar/search/?q=%D8%A7%D9%86%D8%B5%D8%A7%D8%B1", "en": "/en/search/?q=ansar"},
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


def signed_in(photographer, person, language, password):
    """What the browser keeps after ``person`` signed in and chose ``language`` for the desk."""
    with photographer.page(language) as page:
        go(page, "/accounts/login/?next=/admin/")
        page.fill('input[name="login"]', person)
        page.fill('input[name="password"]', password)
        page.locator('input[name="password"]').press("Enter")
        page.wait_for_url("**/admin/")
        if page.get_attribute("html", "lang") != language:
            page.locator(f'.desk-language button[value="{language}"]').click()
            page.wait_for_load_state("load")
        # The greeting is not to stand in the first picture, nor the menu in any: the room is for what is shown.
        go(page, "/admin/")
        page.evaluate("localStorage.setItem('django.admin.navSidebarIsOpen', 'false')")
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


class Desk:
    """The desk in one language, with everybody of PEOPLE signed in."""

    def __init__(self, photographer, language, password):
        self.photographer, self.language = photographer, language
        self.states = {person: signed_in(photographer, person, language, password) for person in PEOPLE}

    def page(self, person, width=1280):
        """A page of ``person``."""
        return self.photographer.page(self.language, width, state=self.states[person])

    def take(self, person, path, name, widths=(1280,), from_element=None):
        """What ``person`` sees at ``path``, as docs/images/desk-``name``-``language``-``width``.webp."""
        for width in widths:
            with self.page(person, width) as page:
                self.photographer.take(page, path, f"desk-{name}-{self.language}-{width}", from_element)

    def take_open(self, page, name, from_element=None):
        """The same of a page that is open."""
        self.photographer.take_open(page, f"desk-{name}-{self.language}-1280", from_element)

    def linked(self, person, path, selector):
        """Where the first link that is found with ``selector`` at ``path`` leads."""
        with self.page(person) as page:
            go(page, path)
            return page.locator(selector).first.get_attribute("href")


def take_desk(photographer, password, title):
    """Every screen of the desk, in both languages; those that are used on the way in the width of a telephone, too."""
    for language in LANGUAGES:
        desk = Desk(photographer, language, password)
        take_articles(desk, title)
        take_pages(desk)
        take_translation(desk)
        take_notes(desk)
        take_sharing(desk)
        take_meeting(desk)


def take_articles(desk, title):
    """The list of articles, and the form of the article called ``title``."""
    form = desk.linked(
        "publisher", f"/admin/articles/article/?q={quote(title)}", "#result_list .field-title_column a"
    )
    desk.take("publisher", "/admin/articles/article/", "list", VIEWPORTS)
    desk.take("publisher", f"{urlsplit(form).path}?language={desk.language}", "form", VIEWPORTS)


def take_pages(desk):
    """The pages that cross documents."""
    desk.take("editor", "/admin/", "mine", VIEWPORTS)
    desk.take("editor", "/admin/board/?order=due", "board")
    desk.take("editor", "/admin/board/?order=due", "board", [390], ".board-counts")
    # The demo's next text goes public in two weeks.
    month = f"{date.today() + timedelta(days=14):%Y-%m}"
    desk.take("editor", f"/admin/calendar/?month={month}", "calendar", from_element=".desk-months")
    release = desk.linked("publisher", "/admin/publishing/release/", "#result_list .field-name_column a")
    desk.take("publisher", f"{release.removesuffix('change/')}check/", "release")
    desk.take("editor", "/admin/bin/", "bin")
    desk.take("editor", "/admin/acts/", "acts")
    desk.take("editor", "/admin/my-settings/", "settings")


def take_translation(desk):
    """A translation that is behind its original, the history of that, and both as readers would see them."""
    form = desk.linked("translator", "/admin/", 'section[aria-labelledby="desk-out_of_date"] li a')
    key = re.search(r"/(\d+)/change/", form)[1]
    desk.take("translator", form, "translation", from_element=".language-tabs")
    desk.take("translator", form, "translation", [390], ".field-summary")
    desk.take("editor", f"/admin/articles/article/{key}/history/?language=ar", "history")
    desk.take("editor", f"/admin/history/{key}/ar/compare/?from=1&to=2", "compare")
    desk.take("editor", f"/admin/preview/{key}/?language=both", "preview")


def take_notes(desk):
    """Who works on a text, and what is said about it."""
    form = desk.linked("author", "/admin/", 'section[aria-labelledby="desk-assigned"] li a')
    key = re.search(r"/(\d+)/change/", form)[1]
    desk.take("author", form, "notes", from_element="#notes")
    desk.take("editor", f"/admin/assignment/{key}/ar/", "assignment")


def take_sharing(desk):
    """A link to a preview as it has just been made, and what somebody sees who follows it."""
    waiting = 'section[aria-labelledby="desk-to_review"] li a'
    form = desk.linked("editor", "/admin/", f'{waiting}[href$="language={desk.language}"]')
    with desk.page("editor") as page:
        go(page, form)
        page.fill("#id_share_name", {"ar": "مراجعة اللغة", "en": "Language reviewer"}[desk.language])
        page.locator('.share-form input[type="submit"]').click()
        page.wait_for_selector("#share-address")
        address = page.input_value("#share-address")
        desk.take_open(page, "share", "#share")
    with desk.photographer.page(desk.language) as page:
        desk.photographer.take(page, address, f"shared-{desk.language}-1280")


def take_meeting(desk):
    """Two people on one text, as the second one sees it."""
    form = desk.linked("author", "/admin/", 'section[aria-labelledby="desk-assigned"] li a')
    theirs, mine = MEETING[desk.language]
    with ExitStack() as both:
        first, second = (both.enter_context(desk.page(person)) for person in ("author", "editor"))
        for page, summary in ((first, theirs), (second, mine)):
            go(page, form)
            page.fill("#id_summary", summary)
        for page in (first, second):
            page.locator('.publishing-row [name="_continue"]').click()
            page.wait_for_load_state("load")
        desk.take_open(second, "meeting")


def main():
    if not chromium_path():
        raise SystemExit(MISSING)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served_demo() as (address, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        photographer = Photographer(browser, address)
        title = take_public_pages(photographer)
        take_desk(photographer, password, title)
        browser.close()
    print(f"{photographer.bytes / 1_000_000:.1f} MB in all")
    if photographer.bytes > MOST_BYTES:
        raise SystemExit("That is more than the repository should carry.")


if __name__ == "__main__":
    main()
