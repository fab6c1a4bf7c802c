"""Who has the form of a text open: said to the next person who opens it."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from publishing.languages import LANGUAGES
from publishing.models import Document, OpenForm
from publishing.permissions import Task, may, may_change_facts

#: The browser says every minute that a form is open; one of which nothing was heard for longer than this is closed.
OPEN_FOR = timedelta(minutes=3)
#: Whoever comes back sooner than this has not stopped working: "since" stays.
SITTING = timedelta(minutes=10)
#: The row is not written more often than this.
WRITTEN_EVERY = timedelta(seconds=50)


def note_opened(document, language, person):
    """Note that ``person`` has the form of ``document`` in ``language`` open. Returns the OpenForms of the others who have,
    the earliest first."""
    now = timezone.now()
    rows = OpenForm.objects.filter(document_id=document.pk, language_code=language).select_related("person")
    rows = rows.filter(Q(seen_at__gt=now - OPEN_FOR) | Q(person=person)).order_by("opened_at", "pk")
    own = next((row for row in rows if row.person_id == person.pk), None)
    if own is None or now - own.seen_at >= WRITTEN_EVERY:
        since = own.opened_at if own and now - own.seen_at < SITTING else now
        _write(
            OpenForm(
                document_id=document.pk, language_code=language, person=person, opened_at=since, seen_at=now
            )
        )
    return [row for row in rows if row.person_id != person.pk]


def note_closed(document, language, person):
    """Note that ``person`` has closed it; one who opens it again at once has it open since the same moment as before."""
    now = timezone.now()
    own = OpenForm.objects.filter(document_id=document.pk, language_code=language, person=person)
    own.filter(seen_at__gt=now - OPEN_FOR).update(seen_at=now - OPEN_FOR)


def _write(row):
    # One query, whether there is such a row or another window has just written it.
    OpenForm.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["document", "language_code", "person"],
        update_fields=["opened_at", "seen_at"],
    )


@require_POST
def form_is_open(request, pk, language):
    """The browser says that the form of document ``pk`` in ``language`` is still open, or with ``closed`` that it is not.

    ``person`` is the key of whom the form was shown to: somebody else may have signed in in another tab since."""
    document = Document.objects.in_use().filter(pk=pk).first() if language in LANGUAGES else None
    if document is None:
        raise Http404("No such text.")
    if not may(request.user, Task.WRITE, document, language) and not may_change_facts(request.user, document):
        raise PermissionDenied
    if request.POST.get("person", str(request.user.pk)) != str(request.user.pk):
        return HttpResponse(status=204)
    if "closed" in request.POST:
        note_closed(document, language, request.user)
    else:
        note_opened(document, language, request.user)
    return HttpResponse(status=204)
