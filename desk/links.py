"""The pages of the desk that cross kinds of documents, for those who may see them."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

#: The name of the address, what the link says, and the permission that it needs ("" for none of its own).
PAGES = [
    ("index", _("My desk"), ""),
    ("desk_board", _("Translation board"), ""),
    ("desk_calendar", _("Calendar"), ""),
    ("publishing_release_changelist", _("Releases"), "publishing.view_release"),
    ("desk_acts", _("Record of acts"), "publishing.view_act"),
    ("desk_bin", _("Bin"), ""),
    ("publishing_sitesettings_changelist", _("Site settings"), "publishing.change_sitesettings"),
]


def desk_links(user, here=""):
    """The links for ``user``: [{"label", "address", "is_here"}]; ``here`` names the page that shows them."""
    found = []
    for name, label, permission in PAGES:
        if permission and not user.has_perm(permission):
            continue
        found.append({"label": label, "address": reverse(f"admin:{name}"), "is_here": name == here})
    return found
