"""What templates say to other machines: structured data, share cards, addresses."""

from django import template
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from forum_site.cards.pages import card_of, card_of_site
from forum_site.structured_data import graph
from forum_site.structured_data.breadcrumbs import breadcrumb_list
from publishing.models import Kind

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context):
    """{% structured_data %}: what the page is, as JSON-LD."""
    return graph.as_script(graph.page_graph(context))


@register.simple_tag
def share_card(text=None):
    """{% share_card text as card %}: the picture that stands for a public text, or for the site where there is no text:
    its ``url``, ``width``, ``height`` and ``alt``. None for a text that is in no database (a preview)."""
    if not text:
        return card_of_site()
    return card_of(text) if text.pk else None


@register.simple_tag
def embed_address(text):
    """{% embed_address text as address %}: the path of the card that other sites may frame, for decisions and
    recommendations; '' for anything else, and for a preview."""
    is_offered = text and text.pk and text.kind in (Kind.DECISION, Kind.RECOMMENDATION)
    return reverse("embed", args=[text.document_id, text.language_code]) if is_offered else ""


@register.simple_tag(takes_context=True)
def same_page_in(context, language):
    """{% same_page_in other_language as address %}: the path of a page that is there in both languages by its nature."""
    _slash, _language, rest = context["request"].path.split("/", 2)
    return iri_to_uri(f"/{language}/{rest}")


@register.tag
def breadcrumbs_for_machines(parser, token):
    """{% breadcrumbs_for_machines %} the list {% end_breadcrumbs_for_machines %}: what readers see, and the same as data."""
    nodelist = parser.parse(["end_breadcrumbs_for_machines"])
    parser.delete_first_token()
    return _Breadcrumbs(nodelist)


class _Breadcrumbs(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        shown = self.nodelist.render(context)
        request = context.get("request")
        if request is None or context.get("noindex") or getattr(request, "preview", None):
            return shown
        way = breadcrumb_list(graph.page_of(request), shown)
        return shown + graph.as_script([way] if way else [])
