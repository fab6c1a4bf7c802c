"""Links that show a working copy to somebody without an account: on the form of its text, made and revoked."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.forms.widgets import MediaDefiningClass
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from publishing.desk_addresses import form_address
from publishing.languages import LANGUAGES
from publishing.models import Note, ShareLink
from publishing.preview import document_to_preview
from publishing.refusals import WorkflowError
from publishing.sharing import LONGEST, NAME_LENGTH, may_share, revoke, share, token_of
from publishing.site_address import site_root

#: In the session: the key of the link whose address is still to be shown.
NEW_LINK = "new_share_link"


class ShareForm(forms.Form):
    """For whom a link is, how long it works, and whether it asks for an answer."""

    name = forms.CharField(
        label=_("For whom"),
        max_length=NAME_LENGTH,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
        help_text=_("The name stands above the draft and in the record."),
    )
    days = forms.IntegerField(
        label=_("Works for how many days"), min_value=1, max_value=LONGEST, initial=7,
        widget=forms.NumberInput({"dir": "ltr"}),
    )  # fmt: skip
    is_answer_asked = forms.BooleanField(
        label=_("Ask for an answer: approve, or ask for changes"), required=False, initial=True
    )

    def __init__(self, *args, **kwargs):
        # Other parts of the page have a "name", too.
        super().__init__(*args, auto_id="id_share_%s", **kwargs)


class Sharing(metaclass=MediaDefiningClass):
    """For the admin of documents: the preview, and the links to it, in the form's context."""

    class Media:
        css = {"all": ["css/desk/preview.css"]}
        js = ["js/desk/share.js"]

    def form_context(self, request, obj, language):
        context = super().form_context(request, obj, language)
        if obj is None or obj.working_copy(language) is None:
            return context
        page = reverse("admin:document_preview_page", args=[obj.pk])
        context["preview_address"] = f"{page}?language={language}"
        if may_share(request.user, obj, language):
            context["sharing"] = {
                "links": working_links(obj, language),
                "form": ShareForm(),
                "new_address": _new_address(request, obj, language),
            }
        return context


def working_links(document, language):
    """The links to this text that work, the newest first, each with its ``answers``, the latest first."""
    links = (
        ShareLink.objects.working()
        .filter(document_id=document.pk, language_code=language)
        .order_by("-created_at", "-pk")
    )
    answers = Note.objects.exclude(verdict="").order_by("-created_at", "-pk").defer("text")
    return list(links.select_related("created_by").prefetch_related(Prefetch("notes", answers, "answers")))


@require_POST
def share_text(request, pk, language):
    """Make a link to the text of document ``pk`` in ``language``, then back to its form, which shows the address once."""
    document = _document_to_share(request, pk, language)
    form = ShareForm(request.POST)
    link = _share(request, document, language, form) if form.is_valid() else None
    if link is None:
        context = {
            **admin.site.each_context(request),
            "title": _("Show this text to somebody outside"),
            "subtitle": document.working_title(),
            "document": document,
            "language": language,
            "form": form,
            "back": form_address(document, language),
        }
        return render(request, "admin/publishing/share_refused.html", context)
    request.session[NEW_LINK] = link.pk
    messages.success(request, _("The link is made; its address is shown below the form."))
    return _back(document, language)


@require_POST
def revoke_link(request, pk):
    """Revoke the link ``pk``, then back to the form of its text."""
    link = ShareLink.objects.filter(pk=pk).first()
    if link is None:
        raise Http404("No such link.")
    document = _document_to_share(request, link.document_id, link.language_code)
    try:
        revoke(link, request.user)
    except WorkflowError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The link is revoked: whoever has it sees nothing any more."))
    return _back(document, link.language_code)


def _share(request, document, language, form):
    said = form.cleaned_data
    try:
        link, _token = share(
            document, language, request.user, said["name"], said["days"], said["is_answer_asked"]
        )
    except WorkflowError as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return None
    return link


def _document_to_share(request, pk, language):
    document = document_to_preview(request.user, pk)
    if language not in LANGUAGES:
        raise Http404("No such language.")
    if not may_share(request.user, document, language):
        raise PermissionDenied
    return document


def _back(document, language):
    return HttpResponseRedirect(f"{form_address(document, language)}#share")


def _new_address(request, document, language):
    """The address of the link that this person has just made for this text, shown once; else ""."""
    key = request.session.get(NEW_LINK)
    link = (
        key
        and ShareLink.objects.working()
        .filter(pk=key, document_id=document.pk, language_code=language, created_by=request.user)
        .first()
    )
    if not link:
        return ""
    del request.session[NEW_LINK]
    return f"{site_root(request)}{reverse('shared', args=[token_of(link)])}"
