"""Who works on a text and by when, and what people say to each other about it: in the form, and each as a page."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import PermissionDenied
from django.forms.widgets import MediaDefiningClass
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from media_library.admin_choices import RowField, is_key
from publishing import assignments, notes
from publishing.admin.opening import text_to_open
from publishing.colleagues import who_may_work_on
from publishing.desk_addresses import form_address
from publishing.languages import LANGUAGES, NAMES
from publishing.models import Act, Assignment, DocumentTranslation, Note
from publishing.permissions import may_assign, may_open
from publishing.refusals import WorkflowError


class NoteForm(forms.Form):
    """A new note. The act says what is wrong with it, so that nothing that was typed is cut."""

    text = forms.CharField(
        label=gettext_lazy("New note"), required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )  # fmt: skip
    is_whole = forms.BooleanField(label=gettext_lazy("It is about both languages."), required=False)


class AssignmentForm(forms.Form):
    """Who works on a text and by when."""

    assignee = RowField(
        label=gettext_lazy("Assigned to"), queryset=None, required=False, empty_label=gettext_lazy("Nobody"),
        help_text=gettext_lazy("Those who may write or review this text. They are told by mail."),
    )  # fmt: skip
    due_on = forms.DateField(
        label=pgettext_lazy("assignment", "Due on"), required=False, widget=AdminDateWidget(attrs={"dir": "ltr"}),
        help_text=gettext_lazy("The day by which the text should be done."),
    )  # fmt: skip


class NotesAndAssignment(metaclass=MediaDefiningClass):
    """For the admin of documents."""

    class Media:
        css = {"all": ["css/desk/notes.css"]}
        js = ["js/desk/notes.js"]

    def form_context(self, request, obj, language):
        return {**super().form_context(request, obj, language), **_work_context(request, obj, language)}


def _work_context(request, document, language):
    if document is None:
        return {}
    assignment = _assignment(document, language)
    return {
        "assignment": assignment,
        "is_overdue": assignments.is_overdue(assignment, document),
        "may_assign": may_assign(request.user, document),
        "returned": _returned(document, language),
        **_notes_context(document, NoteForm(auto_id="note-%s")),
    }


def _assignment(document, language):
    rows = Assignment.objects.filter(document_id=document.pk, language_code=language)
    return rows.select_related("assignee").first()


def _notes_context(document, form):
    rows = Note.objects.filter(document_id=document.pk).select_related("written_by", "resolved_by")
    by_state = {False: [], True: []}
    for note in rows:
        by_state[bool(note.resolved_at)].append(note)
    return {"open_notes": by_state[False], "resolved_notes": by_state[True], "note_form": form}


def _returned(document, language):
    """The act by which the text was returned to its writer, while that is still to be answered; else None."""
    copy = document.working_copy(language)
    if copy is None or copy.stage != DocumentTranslation.Stage.CHANGES_REQUESTED:
        return None
    acts = Act.objects.filter(document_id=document.pk, language_code=language, name=Act.Name.REQUEST_CHANGES)
    return acts.select_related("by").first()


# ---- Pages


def notes_page(request, pk, language):
    """The notes of document ``pk``. What is posted becomes a note on the text in ``language``, or on the whole document."""
    document = text_to_open(request.user, pk, language)
    form = NoteForm(request.POST or None, auto_id="note-%s")
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        about = "" if cleaned["is_whole"] else language
        try:
            note = notes.write_note(document, request.user, cleaned["text"], about)
        except WorkflowError as error:
            form.add_error(error.field or None, str(error))
        else:
            return HttpResponseRedirect(f"{form_address(document, language)}#note-{note.pk}")
    context = _page_context(request, document, language, _("Notes"))
    return render(request, "admin/publishing/notes_page.html", context | _notes_context(document, form))


def assignment_page(request, pk, language):
    """The form in which is said who works on the text of document ``pk`` in ``language``, and by when."""
    document = text_to_open(request.user, pk, language)
    if not may_assign(request.user, document):
        raise PermissionDenied
    before = _assignment(document, language)
    initial = {"assignee": before and before.assignee_id, "due_on": before and before.due_on}
    form = AssignmentForm(request.POST or None, initial=initial)
    _let_choose(form, who_may_work_on(document, language))
    if request.method == "POST" and form.is_valid() and _assign(request, document, language, form):
        return HttpResponseRedirect(form_address(document, language))
    title = {"ar": _("Who works on the Arabic text?"), "en": _("Who works on the English text?")}[language]
    context = _page_context(request, document, language, title) | {
        "form": form,
        "adminform": AdminForm(form, [(None, {"fields": list(form.fields)})], {}),
        # The calendar does not bring what it is built of.
        "media": forms.Media(js=["admin/js/core.js"]) + form.media,
    }
    return render(request, "admin/publishing/assignment_page.html", context)


@require_POST
def resolve_note(request, pk):
    """Resolve note ``pk`` and go back to the tab of the posted ``language``."""
    return _settle(request, pk, notes.resolve)


@require_POST
def reopen_note(request, pk):
    """Open note ``pk`` again and go back to the tab of the posted ``language``."""
    return _settle(request, pk, notes.reopen)


def _settle(request, pk, act):
    in_use = Note.objects.filter(document__binned_at__isnull=True).select_related("document")
    note = get_object_or_404(in_use, pk=pk if is_key(pk) else None)
    if not may_open(request.user, note.document):
        raise PermissionDenied
    try:
        act(note, request.user)
    except WorkflowError as error:
        messages.error(request, str(error))
    language = request.POST.get("language")
    tab = language if language in LANGUAGES else note.language_code
    return HttpResponseRedirect(f"{form_address(note.document, tab)}#notes")


def _let_choose(form, people):
    """The people by name; two queries in all, since the form is not to ask for each of them again."""
    field = form.fields["assignee"]
    field.queryset = Assignment._meta.get_field("assignee").related_model.objects.filter(
        pk__in=[person.pk for person in people]
    )
    field.choices = [("", field.empty_label), *((person.pk, str(person)) for person in people)]


def _assign(request, document, language, form):
    cleaned = form.cleaned_data
    try:
        assignments.assign(document, language, request.user, cleaned["assignee"], cleaned["due_on"])
    except WorkflowError as error:
        form.add_error(error.field or None, str(error))
        return False
    messages.success(request, _("Saved who works on this text and by when."))
    return True


def _page_context(request, document, language, title):
    return {
        **admin.site.each_context(request),
        "title": title,
        "subtitle": str(document),
        "original": document,
        "language": language,
        "language_name": NAMES[language],
        "back": form_address(document, language),
    }
