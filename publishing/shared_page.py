"""The page behind a shared link: a working copy for somebody without an account, and the answer that they give."""

from django import forms
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from publishing.boundary import public_page, sees_working_copies
from publishing.models import Document, Note
from publishing.notes import LIMITS, guest_note
from publishing.preview import keep_nowhere, show, text_of_copy, with_texts
from publishing.refusals import WorkflowError
from publishing.sharing import find
from publishing.text import normalise


class PlainText(forms.CharField):
    """Text without what no text holds: controls, bidi overrides."""

    def to_python(self, value):
        return normalise(super().to_python(value), get_language())


class AnswerForm(forms.Form):
    """What the reader of a draft says of it. No button decides: Enter in the name must not approve anything."""

    verdict = forms.ChoiceField(
        label=_("Your answer"),
        choices=[
            (Note.Verdict.APPROVED.value, _("I approve this text.")),
            (Note.Verdict.CHANGES.value, _("I ask for changes.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    name = PlainText(
        label=_("Your name"),
        max_length=LIMITS["name"],
        widget=forms.TextInput({"dir": "auto", "autocomplete": "name"}),
        error_messages={"required": _("Say who you are, please.")},
    )
    text = PlainText(
        label=_("What you want to say"),
        max_length=LIMITS["text"],
        required=False,
        widget=forms.Textarea({"rows": 6, "dir": "auto"}),
    )


@sees_working_copies
@require_http_methods(["GET", "HEAD", "POST"])
def shared(request, token):
    """The working copy that the link with ``token`` shows, in the real page; where it asks for an answer, a form below.

    A link that does not work, for whatever reason, is a page that is not there.
    """
    link = find(token)
    text = link and _text_of(link)
    if text is None:
        return _nothing_here(request)
    if request.method == "POST" and not link.is_answer_asked:
        return _private(HttpResponseNotAllowed(["GET", "HEAD"]))
    with override(link.language_code):
        if "answered" in request.GET and request.method != "POST":
            return _thanks(request, link)
        form = (
            AnswerForm(request.POST if request.method == "POST" else None) if link.is_answer_asked else None
        )
        if form and form.is_valid() and _answer(link, form):
            return _private(HttpResponseRedirect(f"{request.path}?answered=1"))
    return _private(show(request, text, link=link, form=form), has_form=form is not None)


def _text_of(link):
    document = with_texts(Document.objects.filter(pk=link.document_id)).get()
    return text_of_copy(document, link.language_code)


def _answer(link, form):
    """Write the answer to the notes. Returns whether it was taken; the form says why not."""
    said = form.cleaned_data
    try:
        guest_note(link, said["name"], said["text"], said["verdict"])
    except WorkflowError as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return False
    return True


def _thanks(request, link):
    request.preview = {"link": link}
    with public_page():
        return _private(render(request, "shared/thanks.html"))


def _nothing_here(request):
    """One and the same for a link that has expired, was revoked, or never was."""
    with public_page():
        return _private(render(request, "shared/gone.html", {"noindex": True}, status=404))


def _private(response, has_form=False):
    """The ``response`` as one whose address is told to nobody."""
    # With "no-referrer" a browser sends "Origin: null" with the form, which is refused as if it came from another site.
    response.headers["Referrer-Policy"] = "same-origin" if has_form else "no-referrer"
    return keep_nowhere(response)
