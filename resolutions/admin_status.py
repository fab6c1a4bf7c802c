"""The form in which an editor records what became of a decision or recommendation."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.widgets import (
    AdminDateWidget,
    AdminTextareaWidget,
    AdminURLFieldWidget,
)
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media_library.admin_choices import ChooseOne, is_key
from media_library.models import Attachment
from publishing.models import Document
from publishing.refusals import WorkflowError
from resolutions.entries import in_order, status_before
from resolutions.followup import NEXT, add_note, may_add_note, may_record, may_take, record_status_update
from resolutions.models import Resolution, Status, StatusUpdate

RIGHT_TO_LEFT, LEFT_TO_RIGHT = (
    {"lang": "ar", "dir": "rtl", "rows": 4},
    {"lang": "en", "dir": "ltr", "rows": 4},
)


class SafeAddressField(forms.URLField):
    """An address typed without a scheme is meant as a safe one."""

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", **kwargs)


class StatusForm(forms.ModelForm):
    """A dated StatusUpdate; the choices of status are those that may follow the present one."""

    to_status = forms.ChoiceField(label=gettext_lazy("New status"), choices=Status.choices)
    noted_on = forms.DateField(
        label=gettext_lazy("Day"), widget=AdminDateWidget(attrs={"dir": "ltr"}),
        help_text=gettext_lazy("The day from which the status holds."),
    )  # fmt: skip
    note_ar = forms.CharField(
        label=gettext_lazy("Note in Arabic"), required=False, widget=AdminTextareaWidget(attrs=RIGHT_TO_LEFT),
        help_text=gettext_lazy("What happened, in a sentence or two; readers see it."),
    )  # fmt: skip
    note_en = forms.CharField(
        label=gettext_lazy("Note in English"), required=False, widget=AdminTextareaWidget(attrs=LEFT_TO_RIGHT),
        help_text=gettext_lazy("One of the two is needed; readers of the other language see it too."),
    )  # fmt: skip

    class Meta:
        model = StatusUpdate
        fields = [
            "to_status",
            "noted_on",
            "note_ar",
            "note_en",
            "evidence_document",
            "evidence_attachment",
            "evidence_url",
            "superseded_by",
        ]
        widgets = {"evidence_url": AdminURLFieldWidget(attrs={"dir": "ltr"})}
        field_classes = {"evidence_url": SafeAddressField}

    def __init__(self, *args, resolution, by, admin_site, corrects=None, **kwargs):
        super().__init__(*args, **kwargs)
        before = resolution.status
        if corrects:
            before = status_before(corrects, in_order(resolution.status_updates.all()))
        offered = {status for status in NEXT[before] if may_take(by, before, status)}
        self.fields["to_status"].choices = [
            (value, label) for value, label in Status.choices if value in offered
        ]
        self._let_choose("evidence_document", Document.objects.filter(kind="article"), admin_site)
        self._let_choose("evidence_attachment", Attachment.objects.all(), admin_site)
        if Status.SUPERSEDED in offered and before != Status.SUPERSEDED:
            others = Resolution.objects.in_use().exclude(pk=resolution.pk)
            self._let_choose("superseded_by", others, admin_site)
        else:
            del self.fields["superseded_by"]

    def _let_choose(self, name, rows, admin_site):
        """Rows to be chosen by typing. The widget comes first: it gets its choices when the field gets its rows."""
        self.fields[name].widget = ChooseOne(StatusUpdate._meta.get_field(name), admin_site)
        self.fields[name].queryset = rows

    def _post_clean(self):
        """Nothing: followup.record_status_update makes and checks the row."""


class NoteForm(forms.Form):
    """The note that a StatusUpdate lacks in one language."""

    def __init__(self, *args, language, **kwargs):
        super().__init__(*args, **kwargs)
        own = StatusForm.base_fields[f"note_{language}"]
        self.fields[f"note_{language}"] = forms.CharField(label=own.label, widget=own.widget, strip=False)


#: What the form of a correction begins with.
KEPT = ("to_status", "noted_on", "note_ar", "note_en", "evidence_document", "evidence_attachment", "evidence_url",
        "superseded_by")  # fmt: skip


def record_status_view(model_admin):
    """The view ``(request, pk, update_pk=None)`` for the resolutions of ``model_admin``; with the key of a StatusUpdate it
    asks for its correction."""

    def view(request, pk, update_pk=None):
        if not request.user.has_perm("resolutions.record_status_update"):
            raise PermissionDenied
        resolution, corrects = _found(model_admin, pk, update_pk)
        if not may_record(request.user, resolution.kind):
            raise PermissionDenied
        if corrects and not may_take(request.user, corrects.from_status, corrects.to_status):
            raise PermissionDenied
        initial = {name: getattr(corrects, name) for name in KEPT} if corrects else None
        form = StatusForm(
            request.POST or None, initial=initial, resolution=resolution, by=request.user, corrects=corrects,
            admin_site=model_admin.admin_site,
        )  # fmt: skip
        if request.method == "POST" and form.is_valid():
            act = partial(
                record_status_update, resolution, request.user, **form.cleaned_data, corrects=corrects
            )
            if _done(request, form, act, _("Recorded: readers see the new status now.")):
                return HttpResponseRedirect(_address(model_admin, "change", pk))
        title = _("Correct an entry") if corrects else _("Record what became of it")
        return _page(request, model_admin, resolution, form, title, corrects)

    return view


def add_note_view(model_admin):
    """The view ``(request, pk, update_pk)`` that asks for the note that a StatusUpdate lacks in one language."""

    def view(request, pk, update_pk):
        resolution, update = _found(model_admin, pk, update_pk)
        language = update.missing_note
        if not language:
            messages.info(request, _("Both notes of this entry are there."))
            return HttpResponseRedirect(_address(model_admin, "change", pk))
        if not may_add_note(request.user, language, resolution.kind):
            raise PermissionDenied
        form = NoteForm(request.POST or None, language=language)
        if request.method == "POST" and form.is_valid():
            act = partial(add_note, update, request.user, language, form.cleaned_data[f"note_{language}"])
            if _done(request, form, act, _("The note is recorded: readers see it now.")):
                return HttpResponseRedirect(_address(model_admin, "change", pk))
        title = _("Add the note that is missing")
        return _page(request, model_admin, resolution, form, title, update)

    return view


def _found(model_admin, pk, update_pk):
    """The resolution and, with a key, its StatusUpdate; Http404."""
    resolution = get_object_or_404(model_admin.model.objects.in_use(), pk=pk if is_key(pk) else None)
    if update_pk is None:
        return resolution, None
    key = update_pk if is_key(update_pk) else None
    return resolution, get_object_or_404(StatusUpdate, pk=key, resolution=resolution.pk)


def _address(model_admin, name, pk):
    opts = model_admin.opts
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}", args=[pk])


def _page(request, model_admin, resolution, form, title, entry):
    context = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "subtitle": str(resolution),
        "opts": model_admin.opts,
        "original": resolution,
        "entry": entry,
        "form": form,
        "adminform": AdminForm(form, [(None, {"fields": list(form.fields)})], {}),
        "media": model_admin.media + form.media,
        "back": _address(model_admin, "change", resolution.pk),
    }
    return render(request, "admin/resolutions/record_status.html", context)


def _done(request, form, act, message):
    try:
        act()
    except WorkflowError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return False
    messages.success(request, message)
    return True


def links_of_entry(update, user):
    """What ``user`` may do with an entry of the record, as links (HTML); '' where there is nothing."""
    name = f"admin:resolutions_{update.resolution.kind}"
    found = []
    if update.missing_note and may_add_note(user, update.missing_note, update.resolution.kind):
        label = _("Add the Arabic note") if update.missing_note == "ar" else _("Add the English note")
        found.append((f"{name}_status_note", label))
    is_corrected = hasattr(update, "correction")
    may_correct = may_record(user, update.resolution.kind)
    if may_correct and not is_corrected and may_take(user, update.from_status, update.to_status):
        found.append((f"{name}_correct_status", _("Correct it")))
    links = [(reverse(name, args=[update.resolution_id, update.pk]), label) for name, label in found]
    said = format_html_join(" · ", '<a href="{}">{}</a>', links)
    return format_html("{} {}", _("Corrected by a later entry."), said) if is_corrected else said
