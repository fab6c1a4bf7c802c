"""A document is moved to the bin, not deleted."""

from datetime import timedelta

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from media_library.admin_choices import is_key
from publishing import bin, workflow
from publishing.admin.lists import state_cell, title_cell
from publishing.languages import LANGUAGES
from publishing.lists import isolated
from publishing.models import Document
from publishing.permissions import may_change_facts, may_with_kind
from publishing.refusals import WorkflowError


class BinInsteadOfDeletion:
    """For the admin of documents: what Django calls deleting moves them to the bin (publishing/bin.py)."""

    actions = ["delete_selected"]

    # ---- Who may

    def has_delete_permission(self, request, obj=None):
        """What was ever public is withdrawn, never deleted."""
        if obj is None or obj.binned_at or not super().has_delete_permission(request, obj):
            return False
        return may_change_facts(request.user, obj) and not bin.was_ever_public(obj)

    def has_bin_permission(self, request):
        """Whether there can be documents in this list that the person may move to the bin."""
        return bool(self.kind) and may_with_kind(request.user, "delete", self.kind)

    # ---- Moving

    def delete_view(self, request, object_id, extra_context=None):
        """By GET what will happen, by POST it happens."""
        document = self.get_object(request, unquote(object_id))
        if document is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_delete_permission(request, document):
            raise PermissionDenied
        if request.method != "POST":
            return self._ask(request, document)
        if not self._moved(request, [document]):
            return HttpResponseRedirect(self._address_of("change", document.pk))
        return HttpResponseRedirect(self._address_of("changelist"))

    @admin.action(permissions=["bin"], description=gettext_lazy("Move to the bin"))
    def delete_selected(self, request, queryset):
        """All that are ticked or, where one of them has to stay, none."""
        self._moved(request, list(queryset))

    def delete_model(self, request, obj):
        bin.move_to_bin(obj, request.user)

    def delete_queryset(self, request, queryset):
        bin.move_all_to_bin(list(queryset), request.user)

    def _moved(self, request, documents):
        """Whether they could be moved; the person is told in either case."""
        try:
            bin.move_all_to_bin(documents, request.user)
        except WorkflowError as refusal:
            messages.error(request, str(refusal))
            return False
        if len(documents) == 1:
            said = _("“%(title)s” is in the bin now.") % {"title": isolated(documents[0])}
        else:
            count = len(documents)
            said = ngettext(
                "%(count)s document is in the bin now.", "%(count)s documents are in the bin now.", count
            ) % {"count": count}
        bin_address = reverse(f"{self.admin_site.name}:desk_bin")
        messages.success(request, format_html('{} <a href="{}">{}</a>', said, bin_address, _("Open the bin")))
        return True

    def _ask(self, request, document):
        try:
            bin.require_may_go(document)
            refusal = ""
        except WorkflowError as error:
            refusal = str(error)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Move to the bin"),
            "opts": self.opts,
            "original": document,
            "document_title": title_cell(document),
            "states": [(code, state_cell(document, code)) for code in LANGUAGES],
            "refusal": refusal,
            "until": timezone.now() + timedelta(days=bin.BIN_DAYS),
            "back": self._address_of("change", document.pk),
        }
        return TemplateResponse(request, "admin/publishing/move_to_bin.html", context)

    def _address_of(self, page, *args):
        name = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=args)

    # ---- What is in the bin

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """The addresses of a document in the bin lead there."""
        if (
            is_key(object_id)
            and self.model._base_manager.filter(pk=object_id, binned_at__isnull=False).exists()
        ):
            messages.warning(request, _("This document is in the bin; take it back first."))
            return HttpResponseRedirect(reverse(f"{self.admin_site.name}:desk_bin"))
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (UniqueBesideTheBin, form), {})

    def save_model(self, request, obj, form, change):
        """Saving writes all columns: under the lock, so that a form does not take back what went to the bin while it
        was open, nor belong to what did."""
        if change:
            workflow.lock(obj)
        bin.require_place(obj)
        super().save_model(request, obj, form, change)


class UniqueBesideTheBin:
    """For the form of a document: says so where the bin has what must be unique, such as the code of an event."""

    def validate_unique(self):
        super().validate_unique()
        for name, errors in self.errors.items():
            if name == NON_FIELD_ERRORS:
                continue
            for place, error in enumerate(errors.data):
                holder = error.code == "unique" and self._holder_in_bin(name)
                if holder:
                    message = _(
                        "“%(title)s”, which is in the bin, has the same; take it back or choose another."
                    )
                    errors.data[place] = ValidationError(message % {"title": isolated(holder)}, "unique")

    def _holder_in_bin(self, name):
        rows = self.instance._meta.model._base_manager.filter(**{name: getattr(self.instance, name)})
        return Document.objects.binned().filter(pk__in=rows.values("pk")).first()
