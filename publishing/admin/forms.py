"""The form of a document: its facts as fields of its model, its words as fields of the language of the tab."""

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime, AdminTextareaWidget, AdminTextInputWidget
from django.forms import SplitDateTimeField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField

from media_library.admin_choices import is_key
from publishing.admin.careful_form import CarefulForm
from publishing.languages import direction
from publishing.models import WORDS, Revision
from publishing.permissions import Task, may, may_change_facts
from publishing.refusals import Conflict, WorkflowError, slug_holder, slug_taken_message
from publishing.states import state_of
from publishing.text import is_blank_html
from publishing.working_copy import clean_words

EDITOR = {
    "Bold": True, "Italic": True, "Heading": {"levels": [2, 3]}, "BulletList": True, "OrderedList": True,
    "ListItem": True, "Blockquote": True, "HardBreak": True, "HorizontalRule": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Table": True, "TableRow": True, "TableHeader": True, "TableCell": True, "HTML": True,
}  # fmt: skip

#: What is neither a word nor a fact: it says what to do with them.
FIELDS_OF_ACTS = ("note", "live_from", "live_until", "is_minor", "agrees", "source_revision")


class DocumentForm(CarefulForm, forms.ModelForm):
    """Saves the facts only; the admin hands ``form.words`` to publishing/workflow.py.

    The admin's get_form gives subclasses a ``language``, a ``user``, the ``kind`` of document, and the ``refusal``
    (a WorkflowError) with which the workflow answered what was posted, if it did.
    """

    language = "ar"
    user = None
    shown_words = WORDS
    kind = ""
    refusal = None

    title = forms.CharField(
        label=_("Title"), max_length=200, widget=AdminTextInputWidget,
        help_text=_("The heading of the page, and its name in lists and in search engines."),
    )  # fmt: skip
    slug = forms.CharField(
        label=_("Address"), max_length=200, required=False, widget=AdminTextInputWidget,
        help_text=_(
            "The last part of the page's address. Left empty, it is made from the title. Old addresses go on working."
        ),
    )  # fmt: skip
    kicker = forms.CharField(
        label=_("Kicker"), max_length=80, required=False, widget=AdminTextInputWidget,
        help_text=_("A word or two above the title."),
    )  # fmt: skip
    summary = forms.CharField(
        label=_("Summary"), max_length=600, required=False, widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text=_("Two sentences for lists, for search engines and under the title."),
    )  # fmt: skip
    body = ProseEditorFormField(
        label=_("Body"), required=False, widget=AdminTextareaWidget, config={"extensions": EDITOR},
        help_text=_("The text of the page. A text without a body cannot be published."),
    )  # fmt: skip
    byline = forms.CharField(
        label=_("Byline"), max_length=120, required=False, widget=AdminTextInputWidget,
        help_text=_("Who wrote it, as readers see it."),
    )  # fmt: skip
    dateline = forms.CharField(
        label=_("Dateline"), max_length=120, required=False, widget=AdminTextInputWidget,
        help_text=_("The place that the report comes from; it opens the text."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Note on this change"), max_length=300, required=False, widget=AdminTextInputWidget,
        help_text=_("Kept with the revision, for colleagues; readers do not see it."),
    )  # fmt: skip
    live_from = SplitDateTimeField(
        label=_("Publish from"), required=False, widget=AdminSplitDateTime,
        help_text=_("For “Schedule”: the moment at which the text goes public."),
    )  # fmt: skip
    live_until = SplitDateTimeField(
        label=_("Public until"), required=False, widget=AdminSplitDateTime,
        help_text=_("Empty means: until it is withdrawn or replaced."),
    )  # fmt: skip
    is_minor = forms.BooleanField(
        label=_("Minor change"), required=False,
        help_text=_("A slip mended, nothing said differently: the translations stay up to date."),
    )  # fmt: skip
    agrees = forms.BooleanField(
        label=_("This translation now agrees with the original"), required=False,
        help_text=_("Saved with it, the translation is up to date with the original as it is shown here."),
    )  # fmt: skip
    #: The text of the original that was shown beside the words.
    source_revision = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.words = None
        self._fill_from_working_copy()
        self._fill_period()
        self._mark_language()
        self._close_what_is_not_theirs()

    def _fill_from_working_copy(self):
        copy = self.instance.working_copy(self.language) if self.instance.pk else None
        for name in self.word_fields:
            self.initial.setdefault(name, getattr(copy, name, ""))

    def _fill_period(self):
        """Show when the scheduled text begins and ends, or else when the public one does."""
        if not self.instance.pk:
            return
        state = state_of(self.instance, self.language)
        shown = state.pending or state.living
        if state.pending:
            self.initial.setdefault("live_from", state.pending.live_from)
        if shown:
            self.initial.setdefault("live_until", shown.expires_at)

    @property
    def word_fields(self):
        """The words that this kind of document shows; those that it does not show stay as they are."""
        return [name for name in WORDS if name in self.shown_words]

    def _mark_language(self):
        """Give each word field the language and direction of what is typed into it."""
        for name in self.word_fields:
            self.fields[name].widget.attrs |= {"lang": self.language, "dir": direction(self.language)}
        # An address is left to right, whatever its letters (Arabic checklist, line 21).
        self.fields["slug"].widget.attrs["dir"] = "ltr"

    def _close_what_is_not_theirs(self):
        self.may_write = may(self.user, Task.WRITE, self.instance, self.language)
        facts_are_open = may_change_facts(self.user, self.instance)
        own = {*self.word_fields, *FIELDS_OF_ACTS}
        for name, field in self.fields.items():
            if name in self.word_fields:
                field.disabled = not self.may_write
            elif name not in own:
                field.disabled = not facts_are_open

    def clean_source_revision(self):
        """The Revision of this document that was shown, or None."""
        key = self.cleaned_data["source_revision"]
        own = Revision.objects.filter(document_id=self.instance.pk)
        return own.filter(pk=key).first() if key and is_key(key) else None

    def clean(self):
        cleaned = super().clean()
        if self.may_write and "title" in cleaned:
            self._clean_words(cleaned)
        self._clean_act(cleaned)
        if self.refusal and not isinstance(self.refusal, Conflict):
            # A conflict is told above the form.
            self._refuse(self.refusal)
        return cleaned

    def _refuse(self, error):
        """Show a WorkflowError at the field that it is about."""
        self.add_error(error.field if error.field in self.fields else None, str(error))

    def _clean_words(self, cleaned):
        words = {name: cleaned.get(name, "") for name in self.word_fields}
        try:
            self.words = clean_words(words, self.language)
        except WorkflowError as error:
            self._refuse(error)
            return
        if not words.get("slug"):
            # Left empty: the workflow makes a free one.
            self.words["slug"] = ""
        elif holder := slug_holder(
            self.instance.pk, self.kind, self.language, self.words["slug"], timezone.now()
        ):
            self.add_error("slug", slug_taken_message(self.words["slug"], holder))
        self.words = {name: self.words[name] for name in self.word_fields}

    def _clean_act(self, cleaned):
        """What the pressed button asks for must be possible, so that the form comes back with what was typed."""
        act = next(
            (name for name in ("_publish", "_schedule", "_submit_for_review") if name in self.data), None
        )
        if act and is_blank_html(cleaned.get("body", self.initial.get("body"))):
            self.add_error("body", _("The text has no body yet; write one before it is published."))
        if "_request_changes" in self.data and not cleaned.get("note"):
            self.add_error("note", _("Say in a note what should change."))
        live_from, live_until = cleaned.get("live_from"), cleaned.get("live_until")
        if act == "_schedule" and "live_from" not in self.errors:
            if live_from is None:
                self.add_error("live_from", _("Choose the moment at which the text goes public."))
            elif live_from <= timezone.now():
                self.add_error(
                    "live_from",
                    _("The moment to publish has passed; choose one in the future, or publish now."),
                )
        begin = live_from if act == "_schedule" else timezone.now()
        if act in ("_schedule", "_publish") and begin and live_until and live_until <= begin:
            self.add_error("live_until", _("The text would end before it begins; choose a later end."))
