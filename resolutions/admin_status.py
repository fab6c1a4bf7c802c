"""The form in which an editor records what became of a decision or recommendation."""

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
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media_library.admin_choices import ChooseOne, is_key
from media_library.models import Attachment
from publishing.models import Document
from publishing.refusals import WorkflowError
from resolutions.followup import NEXT, record_status_update
from resolutions.models import Status, StatusUpdate

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
        ]
        widgets = {"evidence_url": AdminURLFieldWidget(attrs={"dir": "ltr"})}
        field_classes = {"evidence_url": SafeAddressField}

    def __init__(self, *args, resolution, admin_site, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = NEXT[resolution.status]
        self.fields["to_status"].choices = [
            (value, label) for value, label in Status.choices if value in allowed
        ]
        self._let_choose("evidence_document", Document.objects.filter(kind="article"), admin_site)
        self._let_choose("evidence_attachment", Attachment.objects.all(), admin_site)

    def _let_choose(self, name, rows, admin_site):
        """Rows to be chosen by typing. The widget comes first: it gets its choices when the field gets its rows."""
        self.fields[name].widget = ChooseOne(StatusUpdate._meta.get_field(name), admin_site)
        self.fields[name].queryset = rows

    def _post_clean(self):
        """Nothing: followup.record_status_update makes and checks the row."""


def record_status_view(model_admin):
    """The view ``(request, pk)`` for the resolutions of ``model_admin``."""

    def view(request, pk):
        if not request.user.has_perm("resolutions.record_status_update"):
            raise PermissionDenied
        resolution = get_object_or_404(model_admin.model.objects.in_use(), pk=pk if is_key(pk) else None)
        opts = model_admin.opts
        back = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[pk])
        form = StatusForm(request.POST or None, resolution=resolution, admin_site=model_admin.admin_site)
        if request.method == "POST" and form.is_valid() and _record(request, resolution, form):
            return HttpResponseRedirect(back)
        context = {
            **model_admin.admin_site.each_context(request),
            "title": _("Record what became of it"),
            "subtitle": str(resolution),
            "opts": opts,
            "original": resolution,
            "form": form,
            "adminform": AdminForm(form, [(None, {"fields": list(form.fields)})], {}),
            "media": model_admin.media + form.media,
            "back": back,
        }
        return render(request, "admin/resolutions/record_status.html", context)

    return view


def _record(request, resolution, form):
    try:
        record_status_update(resolution, request.user, **form.cleaned_data)
    except WorkflowError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return False
    messages.success(request, _("Recorded: readers see the new status now."))
    return True
