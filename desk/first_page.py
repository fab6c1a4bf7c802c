"""The first page of the desk: what waits for the person who is signed in."""

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.calendar import asked_month, month_of
from desk.links import desk_links
from desk.sections import sections_of
from publishing.models import Kind
from publishing.permissions import may_with_kind

#: As many entries as a day of the month shows here; the calendar shows all.
MOST_A_DAY = 3


def first_page(user):
    """What the template of the first page knows, for ``user``: the sections, the month and the links."""
    sections = sections_of(user)
    return {
        "links": desk_links(user, "index"),
        "sections": sections,
        "month": month_of(user, asked_month(""), MOST_A_DAY),
        "beginnings": [] if sections else _beginnings(user),
    }


def _beginnings(user):
    """What somebody for whom nothing waits could do: (label, address) pairs."""
    found = [
        (_("See what is not translated yet"), f"{reverse('admin:desk_board')}?freshness=missing"),
        (_("See everything on the board"), reverse("admin:desk_board")),
    ]
    if may_with_kind(user, "add", Kind.ARTICLE):
        found.insert(0, (_("Write an article"), reverse("admin:articles_article_add")))
    return found
