"""`/{lang}/_components/`: every component of the site in every state and both directions, for whoever works on the looks."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from selectolax.lexbor import LexborHTMLParser

from forum_site.components import COMPONENTS
from publishing.languages import direction, other

#: Attributes that name the id of another element.
_NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


@never_cache
@require_safe
def components(request):
    """For people of the desk, and for developers; nobody else learns that it is there. No query but that for who asks."""
    if not (settings.DEBUG or request.user.is_staff):
        raise Http404("For the people of the desk.")
    shown = [(component, list(_states(component, request))) for component in COMPONENTS]
    return render(request, "specimens/specimen.html", {"components": shown, "noindex": True})


def _states(component, request):
    """(name of the state, a block for each language): Arabic stands on the right of either page."""
    languages = (get_language(), other(get_language()))
    for number, (name, context_in) in enumerate(component.states.items()):
        blocks = []
        for language in languages:
            html = drawn(component, context_in, language, request)
            html = _with_ids_of_its_own(html, f"{component.name}-{number}-{language}")
            blocks.append({"language": language, "direction": direction(language), "html": html})
        yield name, blocks


def drawn(component, context_in, language, request):
    """One state (a function of the language) of a Component in one language: HTML."""
    with override(language):
        html = render_to_string(component.template, context_in(language), request)
        if not component.inside:
            return html
        tag, _dot, name = component.inside.partition(".")
        return format_html('<{} class="{}">{}</{}>', mark_safe(tag), name, html, mark_safe(tag))


def _with_ids_of_its_own(html, mark):
    """HTML in; the same with ``mark`` behind every id out: a component stands many times on this page, once on others."""
    tree = LexborHTMLParser(f"<body>{html}")
    for node in tree.css("[id]"):
        node.attrs["id"] = f"{node.attributes['id']}-{mark}"
    for node in tree.css('[fill^="url(#"]'):
        node.attrs["fill"] = node.attributes["fill"].replace(")", f"-{mark})")
    for name in _NAMING:
        for node in tree.css(f"[{name}]"):
            node.attrs[name] = " ".join(f"{one}-{mark}" for one in node.attributes[name].split())
    return mark_safe(tree.body.inner_html)
