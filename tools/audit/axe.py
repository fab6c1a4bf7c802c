"""axe-core on every page: on a desk in the light and on a phone in the dark; the main pages also the other way round."""

from tools.audit.browser import DESK, PHONE, looked_at
from tools.audit.packages import AXE
from tools.audit.report import Row

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = {"desk, light": (DESK, "light"), "phone, dark": (PHONE, "dark")}
MORE_VIEWS = {"phone, light": (PHONE, "light"), "desk, dark": (DESK, "dark")}
RUN = """rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(result => result.violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id} (${rule.help}): ${node.html.slice(0, 160)} ` +
        (node.any[0] ? `[${node.any[0].message.slice(0, 160)}]` : ''))))"""


def axe(root, pages, main) -> list[Row]:
    """One row: the violations in ``pages``, those of them in ``main`` looked at in all four views."""
    main = {page.address for page in main}

    def look(browser, share):
        context = browser.new_context(reduced_motion="reduce")
        context.set_default_timeout(60_000)
        context.add_init_script(path=AXE)
        window = context.new_page()
        for page in share:
            window.set_viewport_size(DESK)
            window.emulate_media(color_scheme="light")
            window.goto(root + page.address)
            views = {**VIEWS, **MORE_VIEWS} if page.address in main else VIEWS
            for name, (size, scheme) in views.items():
                window.set_viewport_size(size)
                window.emulate_media(color_scheme=scheme)
                for violation in window.evaluate(RUN, RULES):
                    yield f"{page.shown} ({name}): {violation}"

    violations = looked_at(pages, look)
    seen = f"{len(pages)}, light and dark; {len(main)} in four views"
    return [Row("axe", seen, f"{len(violations)} violations", "0", violations)]
