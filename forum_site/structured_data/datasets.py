"""The open data as schema.org knows it: a Dataset with its downloads, on the pages that show the same as lists."""

from django.urls import reverse
from django.utils.translation import gettext as _

from forum_site.structured_data.things import node, organization
from publishing.languages import LANGUAGES
from publishing.licences import licence
from publishing.models import Kind

_TYPES = {"json": "application/json", "csv": "text/csv"}


def resolution_list(page, context):
    """The decisions, or the recommendations; None for a part of a list: the whole is told of on its own page."""
    if not _is_whole(context):
        return None
    if context["kind"] == Kind.DECISION:
        name, about = _("Decisions"), _("What the forum decided to do itself, and what has become of it.")
        return _dataset(page, name, about, "decisions_json", "decisions_csv")
    name, about = _("Recommendations"), _("What the forum recommended to others, and what has become of it.")
    return _dataset(page, name, about, "recommendations_json", "recommendations_csv")


def follow_up(page, context):
    """What became of all decisions and recommendations, or of those of an event."""
    if not _is_whole(context):
        return None
    name = _("What became of the decisions and recommendations")
    text = context.get("text")
    if text:
        files = "event_follow_up_json", "event_follow_up_csv"
        return _dataset(page, f"{name} · {text.title}", _about_all(), *files, slug=text.slug)
    return _dataset(page, name, _about_all(), "follow_up_json", "follow_up_csv")


def open_data(page, _context):
    """Everything at once."""
    about = _("All decisions and recommendations and what became of them, as files for everybody to use.")
    return _dataset(page, _("Open data"), about, "everything_json", "everything_csv")


def _about_all():
    return _(
        "Every decision and recommendation: how far it is, who is responsible, by when, and what was last recorded."
    )


def _is_whole(context):
    shown, chosen = context.get("page_obj"), context.get("filter")
    return not (chosen and chosen.is_filtered) and (shown is None or shown.number == 1)


def _dataset(page, name, about, *files, slug=None):
    return node(
        "Dataset",
        id=f"{page.url}#data",
        name=f"{page.site.name}: {name}",
        description=about,
        url=page.url,
        inLanguage=list(LANGUAGES),
        license=licence(page.site.data_licence).address,
        creator=organization(page),
        isAccessibleForFree=True,
        distribution=[_download(page, file, slug) for file in files],
    )


def _download(page, route, slug):
    return node(
        "DataDownload",
        encodingFormat=_TYPES[route.rpartition("_")[2]],
        contentUrl=page.at(reverse(route, args=[slug] if slug else [])),
    )
