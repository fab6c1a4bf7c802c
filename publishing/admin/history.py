"""The revisions of a text: listed, read, compared, restored.

Whoever may open a document may look; whoever may write its words in the language may restore.
"""

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Prefetch
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from media_library.admin_choices import is_key
from publishing import workflow
from publishing.admin.acts import tabs
from publishing.admin.opening import text_to_open
from publishing.dates import digits
from publishing.desk_addresses import form_address
from publishing.diff import words_diff
from publishing.languages import LANGUAGES, NAMES
from publishing.lists import joined
from publishing.models import Act, Revision
from publishing.models.revision import LONG_WORDS
from publishing.pagination import page_of
from publishing.permissions import ADMIN_PERMISSION, Task, may
from publishing.refusals import WorkflowError, database_refusals
from publishing.text import sanitise_html
from publishing.working_copy import latest_revision

PAGE_SIZE = 50


class HistoryPages:
    """For the admin of documents: its history is that of the texts first, then that of the form."""

    object_history_template = "admin/publishing/history.html"

    def history_view(self, request, object_id, extra_context=None):
        """Django's own page (who saved the form), with the revisions of ``?language=`` (else of the original)."""
        answer = super().history_view(request, object_id, extra_context)
        if isinstance(answer, TemplateResponse):
            answer.context_data |= _history(request, answer.context_data["object"])
        return answer


def history_address(document, language):
    """The path of the history of ``document`` (of any class) in ``language``."""
    app, model = ADMIN_PERMISSION[document.kind].format("change").split(".change_")
    path = reverse(f"admin:{app}_{model}_history", args=[document.pk])
    return f"{path}?language={language}"


def _history(request, document):
    asked = request.GET.get("language")
    language = asked if asked in LANGUAGES else document.source_language
    page = page_of(request, _revisions(document, language), PAGE_SIZE)
    shown, latest = list(page), latest_revision(document, language)
    return {
        "title": _("History"),
        "subtitle": str(document),
        "back": form_address(document, language),
        "language": language,
        "language_name": NAMES[language],
        "tabs": tabs(document, language),
        "page": page,
        "page_range": page.paginator.get_elided_page_range(page.number),
        "rows": [_row(revision, latest) for revision in shown],
        "preset": {"to": shown[0].number, "from": shown[1].number} if len(shown) > 1 else {},
        "latest": latest,
        "may_restore": may(request.user, Task.WRITE, document, language),
    }


def _revisions(document, language):
    """The revisions, the newest first, with whom and what a list says of them."""
    acts = Act.objects.filter(document_id=document.pk, language_code=language).exclude(name=Act.Name.SAVE)
    own = Revision.objects.filter(document_id=document.pk, language_code=language)
    return (
        own.select_related("created_by", "source_revision")
        .defer(*LONG_WORDS, *(f"source_revision__{name}" for name in LONG_WORDS))
        .prefetch_related(Prefetch("acts", acts.select_related("by").order_by("at", "pk")))
        .order_by("-number")
    )


def _row(revision, latest):
    """What the templates say of a revision: whether it is the working copy as it stands, and where its period is."""
    now, period = timezone.now(), ""
    if revision.live_from:
        is_over = revision.live_until and revision.live_until <= now
        period = "scheduled" if revision.live_from > now else "over" if is_over else "live"
    return {"revision": revision, "is_latest": revision == latest, "period": period}


@require_safe
def read_revision(request, pk, language, number):
    """The words of revision ``number`` of a text, as readers would see them."""
    document = text_to_open(request.user, pk, language)
    revision = _revision(document, language, number)
    context = _context(request, document, language)
    context |= {
        "title": _("Revision %(number)s") % {"number": digits(revision.number)},
        "row": _row(revision, context["latest"]),
        "revision": revision,
        "body": sanitise_html(revision.body),
    }
    return render(request, "admin/publishing/history_revision.html", context)


@require_safe
def compare_revisions(request, pk, language):
    """What changed from revision ``?from=`` to revision ``?to=``, word by word."""
    document = text_to_open(request.user, pk, language)
    old, new = (_revision(document, language, request.GET.get(name)) for name in ("from", "to"))
    fields = words_diff(old.words, new.words, language)
    same = [str(field.label) for field in fields if not field.is_changed and getattr(new, field.name)]
    context = _context(request, document, language)
    context |= {
        "title": _("Comparison of two revisions"),
        "sides": [_row(revision, context["latest"]) for revision in (old, new)],
        "fields": [field for field in fields if field.is_changed],
        "same": joined(same) if same else "",
    }
    return render(request, "admin/publishing/history_compare.html", context)


@require_POST
def restore_revision(request, pk, language, number):
    """Make revision ``number`` the working copy again. ``seen`` is the number of the text that the person saw as the
    working copy: where it is another one by now, they are asked to look again."""
    document = text_to_open(request.user, pk, language)
    revision = _revision(document, language, number)
    try:
        with database_refusals(), transaction.atomic():
            workflow.lock(document)
            _require_seen(document, language, request.POST.get("seen"))
            workflow.restore(document, language, request.user, revision)
    except WorkflowError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(history_address(document, language))
    said = _(
        "The working copy has the words of revision %(number)s again. Readers see no change until you publish it."
    )
    messages.success(request, said % {"number": digits(revision.number)})
    return HttpResponseRedirect(form_address(document, language))


def _require_seen(document, language, seen):
    if seen and seen != str(latest_revision(document, language).number):
        raise WorkflowError(
            _("Somebody has saved this text since you looked; compare it with the newest revision.")
        )


def _context(request, document, language):
    """What the pages about single revisions share."""
    return {
        **admin.site.each_context(request),
        "subtitle": str(document),
        "document": document,
        "language": language,
        "language_name": NAMES[language],
        "back": form_address(document, language),
        "history": history_address(document, language),
        "latest": latest_revision(document, language),
        "may_restore": may(request.user, Task.WRITE, document, language),
    }


def _revision(document, language, number):
    found = Revision.objects.filter(document_id=document.pk, language_code=language)
    found = found.select_related("created_by", "source_revision")
    revision = found.filter(number=int(number)).first() if is_key(number) else None
    if revision is None:
        raise Http404("No such revision of this text.")
    return revision
