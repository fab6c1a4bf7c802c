"""The record of acts: who did what to which text and when, to be read, filtered and taken along as CSV."""

import csv
from datetime import datetime, time, timedelta

from django import forms
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy, override, pgettext, pgettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from desk.links import desk_links
from desk.queries import kinds_for
from desk.sentences import detail, sentence
from media_library.admin_choices import is_key
from publishing.day_field import DayField
from publishing.desk_addresses import form_address
from publishing.languages import NAMES, direction
from publishing.models import Act, Document
from publishing.sorting import sort_key
from publishing.spreadsheets import MARK, cell
from publishing.text import normalise

PAGE_SIZE = 100
#: In the address, where no person did it, and where an act is about no one language.
PROGRAM, WHOLE = "program", "whole"
#: Their notes are names and labels; those of the others are somebody's own words.
SAID_BY_US = (
    Act.Name.CHANGE_FACTS, Act.Name.RECORD_STATUS, Act.Name.ASSIGN, Act.Name.SHARE, Act.Name.REVOKE_SHARE,
)  # fmt: skip


class _Echo:
    """A file for the csv module that hands each line back."""

    def write(self, line):
        return line


class Choice(forms.ChoiceField):
    """One of the choices, or all of them."""

    def __init__(self, label):
        unknown = gettext_lazy("This is none of the choices; all are shown.")
        super().__init__(label=label, required=False, error_messages={"invalid_choice": unknown})

    def offer(self, choices):
        """Give it its choices, after the one that leaves everything as it is."""
        self.choices = [("", pgettext_lazy("choices of a filter", "All")), *choices]


class ActFilter(forms.Form):
    """What the address asks for. A value that means nothing is said to mean nothing, and left out."""

    by = Choice(pgettext_lazy("who did something", "Who"))
    act = Choice(gettext_lazy("What was done"))
    language = Choice(gettext_lazy("Language"))
    document = forms.CharField(
        label=pgettext_lazy("of a document", "Title or number"), required=False, max_length=200,
        widget=forms.TextInput({"dir": "auto"}),
    )  # fmt: skip
    since = DayField(pgettext_lazy("the first of two days", "From"))
    until = DayField(pgettext_lazy("the last of two days", "Up to and including"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = User.objects.filter(Exists(Act.objects.filter(by=OuterRef("pk"))))
        in_order = sorted(people, key=lambda user: sort_key(str(user)))
        self.fields["by"].offer(
            [*((str(user.pk), str(user)) for user in in_order), (PROGRAM, _("The program"))]
        )
        self.fields["act"].offer(Act.Name.choices)
        self.fields["language"].offer([*NAMES.items(), (WHOLE, _("The whole document"))])

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day is before the first one."))
        return cleaned

    def acts(self):
        """The Acts that are asked for, with who did them and to what, the latest first."""
        asked, acts = self.cleaned_data, Act.objects.select_related("by", "document")
        if asked.get("by"):
            acts = acts.filter(by=None if asked["by"] == PROGRAM else asked["by"])
        if asked.get("act"):
            acts = acts.filter(name=asked["act"])
        if asked.get("language"):
            acts = acts.filter(language_code="" if asked["language"] == WHOLE else asked["language"])
        if asked.get("document"):
            acts = acts.filter(**_about(asked["document"]))
        if asked.get("since"):
            acts = acts.filter(at__gte=_start_of(asked["since"]))
        if asked.get("until"):
            acts = acts.filter(at__lt=_start_of(asked["until"] + timedelta(days=1)))
        return acts

    @property
    def asked(self):
        """{name: value} of what is asked for, as it stands in the address."""
        return {name: self.data.get(name) for name, value in self.cleaned_data.items() if value}


@require_safe
def acts_page(request):
    """The acts that the address asks for, as sentences, PAGE_SIZE a page."""
    form = _form(request)
    page = Paginator(form.acts(), PAGE_SIZE).get_page(request.GET.get("page"))
    kinds = set(kinds_for(request.user))
    context = {
        **site.each_context(request),
        "title": _("Record of acts"),
        "links": desk_links(request.user, "desk_acts"),
        "form": form,
        "page_obj": page,
        "rows": [_row(act, kinds) for act in page],
        "document": _document_of(form, kinds),
        "query": urlencode(form.asked),
    }
    return render(request, "admin/desk/audit.html", context)


@require_safe
def acts_csv(request):
    """The same acts, all of them, as a table: streamed, in the reader's language."""
    acts = _form(request).acts()
    response = StreamingHttpResponse(_lines(acts, get_language()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="acts-{timezone.localdate():%Y-%m-%d}.csv"'
    return response


def _form(request):
    if not request.user.has_perm("publishing.view_act"):
        raise PermissionDenied
    form = ActFilter(request.GET)
    form.full_clean()
    return form


def _about(asked):
    """A number is that of a document (a link brought it); anything else is looked for in the titles, in any spelling."""
    return {"document": int(asked)} if is_key(asked) else {"title__folded": normalise(asked, "")}


def _start_of(day):
    return timezone.make_aware(datetime.combine(day, time.min))


def _row(act, kinds):
    return {
        "at": act.at,
        "sentence": sentence(act, _address(act, kinds)),
        "detail": detail(act),
        "is_quoted": act.name not in SAID_BY_US,
    }


def _address(act, kinds):
    """The form of its document, in the tab of its language; '' where it is gone or not to be seen."""
    if act.document is None or act.kind not in kinds:
        return ""
    return form_address(act.document, act.language_code or act.document.source_language)


def _document_of(form, kinds):
    """The document whose acts are asked for by its number: its title, language and form; None where there is none."""
    asked = form.cleaned_data.get("document") or ""
    found = Document.objects.filter(pk=asked, kind__in=kinds).first() if is_key(asked) else None
    if found is None:
        return None
    language = found.source_language
    return {
        "title": str(found),
        "language": language,
        "direction": direction(language),
        "address": form_address(found),
    }


def _lines(acts, language):
    """The lines of the CSV, each made in the reader's language: other requests may come between two of them."""
    table = csv.writer(_Echo())
    with override(language):
        names = [
            _("Day and time"), pgettext("who did something", "Who"), _("What was done"), _("Language"), _("Kind"),
            _("Title"), _("Note"), _("Number of the document"),
        ]  # fmt: skip
    yield MARK + table.writerow(names)
    for act in acts.iterator(chunk_size=500):
        with override(language):
            row = [cell(value) for value in _values(act)]
        yield table.writerow(row)


def _values(act):
    return [
        f"{timezone.localtime(act.at):%Y-%m-%d %H:%M:%S}",
        act.by if act.by_id else _("The program"),
        act.get_name_display(),
        NAMES.get(act.language_code, ""),
        act.get_kind_display(),
        act.title,
        detail(act),
        act.document_id,
    ]
