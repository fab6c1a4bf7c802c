"""The texts of a release as rows, and the release's own badge."""

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from publishing.admin.lists import state_cell
from publishing.dates import shown
from publishing.desk_addresses import form_address
from publishing.languages import direction
from publishing.models import Document
from publishing.releases import ReleaseState, state_of, title_of
from publishing.states import LIGHT_REVISIONS

#: A release is shown in the colours of what its texts are.
_COLOURS = {ReleaseState.PREPARED: "draft", ReleaseState.SCHEDULED: "scheduled", ReleaseState.OUT: "live"}


def with_documents(items):
    """``items`` (a QuerySet of ReleaseItems) with all that ``row`` shows: three queries more, whatever their number."""
    documents = Document.objects.with_working_copies().prefetch_related(LIGHT_REVISIONS)
    return items.select_related("revision").prefetch_related(Prefetch("document", documents))


def row(item):
    """What a template shows of a ReleaseItem: its title with its direction, its form, its state."""
    # The title may be of the other language, where this one has no text yet.
    copy = item.document.working_copy(item.language_code)
    language = item.language_code if copy or item.revision else ""
    return {
        "item": item,
        "title": item.revision.title if item.revision else title_of(item),
        "language": language,
        "direction": direction(language) if language else "auto",
        "address": form_address(item.document, item.language_code),
        # Whether a translation follows its original is said by the check: the release may bring the original, too.
        "state": state_cell(item.document, item.language_code, told=()),
    }


def state_badge(release):
    """Where ``release`` stands, with the moment, as a badge."""
    state = state_of(release)
    return format_html(
        '<span class="text-state text-state--{}">{}</span>', _COLOURS[state], state_sentence(release, state)
    )


def state_sentence(release, state):
    """The same in words."""
    if state == ReleaseState.PREPARED:
        return state.label
    moment = {"moment": shown(timezone.localtime(release.live_from), "DATETIME_FORMAT")}
    if state == ReleaseState.SCHEDULED:
        return _("Scheduled for %(moment)s") % moment
    return _("Released on %(moment)s") % moment
