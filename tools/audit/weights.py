"""What a first visit costs on a phone, whom it asks, how the pictures are given, and what moves while it is drawn."""

import time
from collections import Counter

from tools.audit.browser import PHONE, looked_at
from tools.audit.report import Row

#: Bytes of a first view: HTML, style sheets, fonts and scripts as they were transferred, with their headers.
BUDGET = 100_000
SHIFT = 0.05
COUNTED = {"Document": "HTML", "Stylesheet": "CSS", "Font": "fonts", "Script": "scripts"}
#: Pictures of the media library; drawings of the site itself are SVG.
PICTURES = """() => [...document.images].flatMap(image => {
    const box = image.getBoundingClientRect(), wrong = [];
    if (!image.hasAttribute('width') || !image.hasAttribute('height')) wrong.push('no width and height');
    if (!image.hasAttribute('alt')) wrong.push('no alt');
    const drawing = new URL(image.currentSrc || image.src, location).pathname.endsWith('.svg');
    if (!drawing) {
        const sources = image.closest('picture')?.querySelectorAll('source') ?? [];
        const sets = [image, ...sources].filter(element => element.srcset);
        // Of a portrait there is nothing smaller to choose.
        if (image.width > 320 && !sets.length) wrong.push('no srcset');
        if (!sets.every(element => element.sizes || / \\dx/.test(element.srcset))) wrong.push('no sizes');
        if (image.complete && !/\\.(webp|avif)$/.test(new URL(image.currentSrc, location).pathname))
            wrong.push('neither WebP nor AVIF');
        const below = box.top > innerHeight;
        if (below && image.loading !== 'lazy') wrong.push('below the fold and not lazy');
        if (!below && image.loading === 'lazy' && box.top < innerHeight / 2 && box.width)
            wrong.push('in the first view and lazy');
    }
    return wrong.map(what => `${image.currentSrc || image.src}: ${what}`);
})"""
WATCH_SHIFTS = """
    window.shifted = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        const moved = entry.sources.map(source => source.node?.className || source.node?.nodeName);
        if (!entry.hadRecentInput) window.shifted.push([entry.value, moved.join(', ')]);
    })).observe({type: 'layout-shift', buffered: true});
"""


def weights(root, pages, main) -> list[Row]:
    """One row a main page with what it weighs; one for other hosts that were asked, and one for the pictures."""
    found = looked_at(main, lambda browser, share: (_first_view(browser, root, page) for page in share))
    found.sort(key=lambda view: view[0].address)
    rows = [_weight_row(page, sizes) for page, sizes, _others, _wrong in found]
    others = [f"{page.shown} asks {url}" for page, _sizes, urls, _wrong in found for url in urls]
    wrong = [f"{page.shown}: {what}" for page, _sizes, _others, pictures in found for what in pictures]
    seen = f"{len(main)} kinds"
    return [
        *rows,
        Row("requests to other hosts", seen, str(len(others)), "0", others),
        Row("pictures: WebP or AVIF, sizes, lazy", seen, f"{len(wrong)} wrong", "0", wrong),
    ]


def _weight_row(page, sizes):
    total = sum(sizes[kind] for kind in COUNTED)
    parts = ", ".join(f"{name} {sizes[kind] / 1000:.0f}" for kind, name in COUNTED.items() if sizes[kind])
    problems = [f"{total} bytes are more than {BUDGET}."] if total > BUDGET else []
    return Row("first view, kB", page.kind, f"{total / 1000:.0f} ({parts})", f"{BUDGET / 1000:.0f}", problems)


def _first_view(browser, root, page):
    """The page, {part: bytes transferred}, addresses of other hosts that were asked, what is wrong with pictures."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True)
    window = context.new_page()
    devtools = context.new_cdp_session(window)
    kinds, sizes, others = {}, Counter(), []
    devtools.on("Network.responseReceived", lambda said: kinds.update({said["requestId"]: said["type"]}))
    devtools.on(
        "Network.loadingFinished",
        lambda said: sizes.update({kinds.get(said["requestId"]): int(said["encodedDataLength"])}),
    )
    devtools.send("Network.enable")
    window.on("request", lambda asked: others.append(asked.url) if _is_elsewhere(root, asked.url) else None)
    window.goto(root + page.address, wait_until="networkidle")
    wrong = window.evaluate(PICTURES)
    context.close()
    return page, sizes, others, wrong


def _is_elsewhere(root, url):
    return not url.startswith((root + "/", "data:", "blob:", "about:"))


def shift(root, pages, main) -> list[Row]:
    """One row: how far the main pages move while they are drawn on a phone whose fonts come a second late."""
    found = looked_at(main, lambda browser, share: (_shifted(browser, root, page) for page in share))
    worst, problems = 0, []
    for page, shifts in found:
        total = sum(value for value, _moved in shifts)
        worst = max(worst, total)
        if total > SHIFT:
            problems.append(
                f"{page.shown}: {total:.3f}, moved: {'; '.join(moved for _value, moved in shifts)}"
            )
    return [Row("layout shift", f"{len(main)} kinds", f"{worst:.3f} at most", str(SHIFT), problems)]


def _shifted(browser, root, page):
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True)
    window = context.new_page()
    window.add_init_script(WATCH_SHIFTS)
    window.route("**/*.woff2", lambda route: (time.sleep(1), route.continue_()))
    window.goto(root + page.address, wait_until="networkidle")
    # Pictures further down are loaded, and leave the rest in its place.
    window.evaluate(
        """async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
            scrollTo(0, y); await new Promise(drawn => setTimeout(drawn, 60)); } }"""
    )
    window.wait_for_load_state("networkidle")
    shifts = window.evaluate("window.shifted")
    context.close()
    return page, shifts
