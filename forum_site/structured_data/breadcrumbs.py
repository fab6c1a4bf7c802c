"""The way to a page, read off the list that readers see, so that the two cannot differ."""

from html.parser import HTMLParser

from forum_site.structured_data.things import node

#: Words inside these are no part of a name.
_UNREAD = {"svg", "script", "style"}


class _Way(HTMLParser):
    """Steps as [name, address or None], one an <li>."""

    def __init__(self):
        super().__init__()
        self.steps, self._unread = [], 0

    def handle_starttag(self, tag, attrs):
        if tag == "li":
            self.steps.append(["", None])
        elif tag in _UNREAD:
            self._unread += 1
        elif tag == "a" and self.steps and self.steps[-1][1] is None:
            self.steps[-1][1] = dict(attrs).get("href")

    def handle_endtag(self, tag):
        if tag in _UNREAD:
            self._unread -= 1

    def handle_data(self, data):
        if self.steps and not self._unread:
            self.steps[-1][0] += data


def breadcrumb_list(page, html):
    """The Page and the HTML of its breadcrumbs in; a BreadcrumbList out, or None where there is no way to tell of."""
    way = _Way()
    way.feed(html)
    steps = [(" ".join(name.split()), address) for name, address in way.steps if name.strip()]
    if len(steps) < 2:
        return None
    # Only the page itself stands there without an address.
    steps[-1] = steps[-1][0], steps[-1][1] or page.path
    linked = [step for step in steps if step[1]]
    items = [
        node("ListItem", position=number, name=name, item=page.at(address))
        for number, (name, address) in enumerate(linked, start=1)
    ]
    return node("BreadcrumbList", itemListElement=items)
