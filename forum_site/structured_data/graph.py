"""The JSON-LD of a page."""

import json

from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from forum_site.structured_data import datasets, documents
from forum_site.structured_data.things import Page, whole_organization, whole_website
from publishing.site import site_settings
from publishing.site_address import site_root

#: Route: what is told on its page.
TELLERS = {
    "article": documents.article,
    "page": documents.standing_page,
    "decision": documents.resolution,
    "recommendation": documents.resolution,
    "decision_committee": documents.set_up,
    "decision_project": documents.set_up,
    "decision_academy": documents.set_up,
    "event": documents.event,
    "session": documents.session,
    "person": documents.person_page,
    "decision_list": datasets.resolution_list,
    "recommendation_list": datasets.resolution_list,
    "follow_up": datasets.follow_up,
    "event_follow_up": datasets.follow_up,
    "open_data": datasets.open_data,
    "home": lambda page, context: [whole_website(page), whole_organization(page)],
}
#: What would end the element, or begin another one: in JSON these stand for the same letters.
_ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def page_of(request):
    """The Page of a request in the active language."""
    return Page(site_root(request), request.path, get_language(), site_settings())


def page_graph(context):
    """The context of a page's template in; the nodes that tell of it out. None for what no search engine should list:
    previews, pages that say "noindex", and a text on the page of a language that it is not written in."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    tell = TELLERS.get(match.url_name) if match else None
    if tell is None or context.get("noindex") or getattr(request, "preview", None):
        return []
    told = tell(page_of(request), context)
    return told if isinstance(told, list) else [told] if told else []


def as_script(nodes):
    """Nodes in; a <script> that is data out, safe whatever the words are. '' for none."""
    if not nodes:
        return ""
    said = {"@context": "https://schema.org", **(nodes[0] if len(nodes) == 1 else {"@graph": nodes})}
    data = json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{data}</script>\n')
