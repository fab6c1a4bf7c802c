"""Where things of the desk stand, for what links to them from elsewhere: mails, pages that cross kinds of documents."""

from django.urls import reverse

from publishing.permissions import ADMIN_PERMISSION


def form_address(document, language=""):
    """The path of the form of ``document`` (of any class), in the tab of ``language`` ("" for the first one)."""
    app, model = ADMIN_PERMISSION[document.kind].format("change").split(".change_")
    path = reverse(f"admin:{app}_{model}_change", args=[document.pk])
    return f"{path}?language={language}" if language else path
