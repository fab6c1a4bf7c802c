"""What every page's template knows."""

from django.utils.functional import SimpleLazyObject, lazy
from django.utils.translation import get_language

from publishing.content_version import remembered
from publishing.languages import direction, other
from publishing.models import Kind, PublicText
from publishing.site import site_settings
from publishing.site_address import site_root

#: Asked for only where a template writes them.
_name = lazy(lambda: site_settings().name, str)
_line = lazy(lambda: site_settings().line, str)


def site(request):
    """The site's name, the direction, the other language and the same page's address in it, and the menu."""
    language = get_language()
    return {
        "LANGUAGE_CODE": language,
        "direction": direction(language),
        "other_language": other(language),
        "switch_url": switch_address(request),
        "site": SimpleLazyObject(site_settings),
        "site_name": _name(),
        "site_line": _line(),
        "site_address": site_root(request),
        "menu_pages": SimpleLazyObject(
            lambda: remembered(f"the menu in {language}", lambda: menu_pages(language))
        ),
    }


def menu_pages(language):
    """The live standing pages that an editor put into the menu, in its order."""
    pages = PublicText.objects.of_kind(Kind.PAGE).readable_in(language).with_facts(Kind.PAGE)
    return list(
        pages.filter(document__as_page__is_in_menu=True).order_by("document__as_page__order", "document_id")
    )


def switch_address(request):
    """The path of this page in the other language, for every page whose path has no slug of a document."""
    first, _slash, rest = request.path_info.lstrip("/").partition("/")
    language = get_language()
    if first != language:
        return f"/{other(language)}/"
    query = request.META.get("QUERY_STRING", "")
    kept = f"?{query}" if query and "page=" not in query else ""
    return f"/{other(language)}/{rest}{kept}"
