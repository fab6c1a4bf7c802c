"""The page that frames previews: one language or both, on a desktop or a phone, as it stands or as on a day."""

from urllib.parse import urlencode

from django.contrib import admin
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from publishing.desk_addresses import form_address
from publishing.languages import LANGUAGES, NAMES, direction
from publishing.preview import document_to_preview, keep_nowhere, text_at
from publishing.preview_day import DayForm, in_words, why_not_public

BOTH = "both"
#: What can be chosen, by the name of the choice in the address; the first is taken where the address names none.
CHOICES = {
    "language": (
        _("Language of the preview"),
        {**NAMES, BOTH: _("Both side by side")},
    ),
    "width": (
        _("Width of the preview"),
        {
            "desktop": pgettext_lazy("width of a preview", "Desktop"),
            "phone": pgettext_lazy("width of a preview", "Phone"),
        },
    ),
}


@require_safe
def preview_page(request, pk):
    """The previews of document ``pk``: ``?language=ar|en|both``, ``?width=desktop|phone``, ``?on=`` and ``?at=``."""
    document = document_to_preview(request.user, pk)
    day = DayForm.asked(request.GET)
    chosen = _chosen(request.GET, document)
    languages = LANGUAGES if chosen["language"] == BOTH else (chosen["language"],)
    context = {
        **admin.site.each_context(request),
        # The room is for the page.
        "is_nav_sidebar_enabled": False,
        "title": _("Preview"),
        "subtitle": document.working_title(),
        "document": document,
        "back": form_address(document, languages[0]),
        "groups": _groups(request.GET, chosen),
        "day": day,
        "moment_in_words": in_words(day.moment) if day.moment else "",
        "hidden": chosen,
        "without_day": f"?{urlencode(chosen)}",
        "width": chosen["width"],
        "frames": [] if day.errors else [_frame(document, language, day) for language in languages],
    }
    return keep_nowhere(render(request, "admin/publishing/preview.html", context))


def _chosen(query, document):
    """What is chosen; the original where no language is, and what ``CHOICES`` does not know is not chosen."""
    chosen = {"language": document.source_language, "width": "desktop"}
    for name, (_label, options) in CHOICES.items():
        if query.get(name) in options:
            chosen[name] = query[name]
    return chosen


def _groups(query, chosen):
    """The choices as links, each keeping what is chosen beside it."""
    day = {name: query[name] for name in ("on", "at") if query.get(name)}
    return [
        {
            "label": label,
            "links": [
                {
                    "address": f"?{urlencode({**chosen, name: value, **day})}",
                    "label": words,
                    "is_chosen": chosen[name] == value,
                }
                for value, words in options.items()
            ],
        }
        for name, (label, options) in CHOICES.items()
    ]


def _frame(document, language, day):
    """What stands in the column of ``language``: the address to frame, or the sentences that say why there is nothing."""
    frame = {"language": language, "direction": direction(language), "name": NAMES[language], "reasons": []}
    if day.moment:
        if text_at(document, language, day.moment) is None:
            frame["reasons"] = why_not_public(document, language, day.moment)
    elif document.working_copy(language) is None:
        frame["reasons"] = [_("There is no text in this language yet.")]
    asked = {name: day.data[name] for name in ("on", "at") if day.is_bound and day.data.get(name)}
    address = reverse("admin:document_preview", args=[document.pk, language])
    return frame | {"address": f"{address}?{urlencode(asked)}" if asked else address}
