"""Bringing decisions, recommendations, milestones and updates from a file: the form, the trial run, the import."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import IntegerField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from media_library.admin_choices import is_key
from publishing.characters import fit_to_store
from publishing.dates import digits
from publishing.refusals import WorkflowError
from resolutions.importing.examples import FORMS
from resolutions.importing.limits import MOST_BYTES
from resolutions.importing.reading import Table, read_table, too_large
from resolutions.importing.running import run
from resolutions.importing.sheets import Sheet, columns_of, own_columns
from resolutions.importing.shown import shown_report
from resolutions.models import ResolutionImport

#: A trial run that nobody imported is kept so long.
KEPT_FOR = timedelta(days=1)
EARLIER_SHOWN = 20


class ImportForm(forms.Form):
    """What a file holds, and the file; ``table`` is what was read of it."""

    sheet = forms.ChoiceField(
        label=gettext_lazy("What the file holds"),
        choices=Sheet.choices,
        initial=Sheet.RESOLUTIONS,
        widget=forms.RadioSelect,
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ".csv,.xlsx"}),
        help_text=gettext_lazy(
            "CSV in UTF-8, or the first sheet of an XLSX workbook; 5 MB and 500 rows at most."
        ),
        error_messages={"required": gettext_lazy("Choose a file: CSV or XLSX.")},
    )
    table = None

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        if file is None or "sheet" not in cleaned:
            return cleaned
        try:
            if file.size > MOST_BYTES:
                raise WorkflowError(too_large())
            self.table = read_table(file.read(), file.name)
            columns_of(cleaned["sheet"], self.table.columns)
        except WorkflowError as error:
            self.add_error("file", str(error))
        return cleaned

    def keep(self, by):
        """Keep what was read for the trial run, and drop what was left lying. Returns the ResolutionImport."""
        old = ResolutionImport.objects.filter(done_at=None, created_at__lt=timezone.now() - KEPT_FOR)
        old.delete()
        return ResolutionImport.objects.create(
            sheet=self.cleaned_data["sheet"],
            file_name=fit_to_store(self.cleaned_data["file"].name)[-200:],
            table=self.table.as_json(),
            created_by=by,
        )


class Importing:
    """For the admin of decisions and that of recommendations: "Import" above the list, and the pages behind it."""

    change_list_template = "admin/resolutions/change_list.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("import/", wrap(self.import_view), name=self._name("import")),
            path("import/<int:pk>/", wrap(self.trial_view), name=self._name("import_trial")),
            path(
                "import/template/<slug:sheet>.<slug:form>",
                wrap(self.template_view),
                name=self._name("import_template"),
            ),
            *super().get_urls(),
        ]

    def _name(self, page):
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _address(self, page, *parts):
        return reverse(f"{self.admin_site.name}:{self._name(page)}", args=parts)

    def changelist_view(self, request, extra_context=None):
        may = self.has_add_permission(request)
        context = {"import_address": self._address("import") if may else "", **(extra_context or {})}
        return super().changelist_view(request, context)

    def import_view(self, request):
        """The form; a file that can be read leads to its trial run."""
        self._require_right(request)
        form = ImportForm(request.POST or None, request.FILES or None)
        if request.method == "POST":
            form = ImportForm(request.POST, request.FILES)
            if form.is_valid():
                kept = form.keep(request.user)
                return HttpResponseRedirect(self._address("import_trial", kept.pk))
        context = {
            "form": form,
            "sheets": [
                {
                    "name": name,
                    "label": label,
                    "columns": own_columns(name),
                    "templates": self._templates(name),
                }
                for name, label in Sheet.choices
            ],
            "earlier": _earlier(),
        }
        return self._page(request, "import", _("Import"), "", context)

    def trial_view(self, request, pk):
        """What the import would change; sent, the import itself, if it still is what was shown."""
        self._require_right(request)
        own = ResolutionImport.objects.filter(created_by=request.user)
        kept = get_object_or_404(own, pk=pk if is_key(pk) else None)
        if kept.done_at:
            messages.info(
                request, _("This file is imported already. Choose it again to import it once more.")
            )
            return HttpResponseRedirect(self._address("import"))
        try:
            report = self._import(request, kept) if request.method == "POST" else _run(kept, is_trial=True)
        except WorkflowError as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(self._address("import"))
        if report is None or report.is_done:
            return HttpResponseRedirect(self._address("changelist"))
        context = {
            "kept": kept,
            **shown_report(report, kept.sheet),
            "import_address": self._address("import"),
        }
        return self._page(request, "import_trial", _("Trial run"), kept.file_name, context)

    def _import(self, request, kept):
        """The Report of the import; None where it was done in the meantime, by a second press of the button."""
        with transaction.atomic():
            held = ResolutionImport.objects.select_for_update().get(pk=kept.pk)
            if held.done_at:
                return None
            report = _run(held, shown=request.POST.get("shown", ""))
            if report.is_done:
                held.done_at = timezone.now()
                held.table["written"] = report.written
                held.save(update_fields=["done_at", "table"])
        if report.is_done:
            messages.success(request, _done_sentence(report, kept.sheet))
        elif not report.is_refused:
            messages.warning(
                request,
                _(
                    "Nothing was imported: since you looked, somebody has changed what the file is about. "
                    "This is what the import would change now."
                ),
            )
        return report

    def template_view(self, request, sheet, form):
        """The template of a sheet, as a file."""
        self._require_right(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405)
        if sheet not in Sheet.values or form not in FORMS:
            raise Http404("No such template.")
        make, kind = FORMS[form]
        response = HttpResponse(make(sheet), content_type=kind)
        response["Content-Disposition"] = f'attachment; filename="{sheet}.{form}"'
        return response

    def _templates(self, sheet):
        return [(form.upper(), self._address("import_template", sheet, form)) for form in FORMS]

    def _require_right(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _page(self, request, name, title, subtitle, context):
        shared = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": subtitle,
            "opts": self.opts,
            "list_address": self._address("changelist"),
        }
        return render(request, f"admin/resolutions/{name}.html", shared | context)


def _run(kept, is_trial=False, shown=None):
    table = Table.from_json(kept.table)
    return run(kept.sheet, table, kept.created_by, is_trial, kept.file_name, shown)


def _done_sentence(report, sheet):
    sentence = ngettext("Imported: %(count)s row.", "Imported: %(count)s rows.", report.written)
    told = sentence % {"count": digits(report.written)}
    if sheet == Sheet.RESOLUTIONS:
        told += " " + _("The words are in the working copies; readers see them once they are published.")
    return told


def _earlier():
    """The latest imports that were done, without their tables, each with the number of ``rows`` that it wrote."""
    done = ResolutionImport.objects.filter(done_at__isnull=False).order_by("-done_at", "-pk")
    done = done.annotate(rows=Cast(KT("table__written"), IntegerField())).defer("table")
    return done.select_related("created_by")[:EARLIER_SHOWN]
