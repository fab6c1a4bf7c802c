"""The original beside its translation, and whether the one still follows the other."""

from dataclasses import dataclass, field

from django.db.models import Model
from django.forms import MediaDefiningClass
from django.utils.translation import gettext as _

from publishing import workflow
from publishing.diff import words_diff
from publishing.freshness import Freshness, freshness_of, shown_source, source_text
from publishing.languages import LANGUAGES, direction
from publishing.log import record
from publishing.models import Act, Revision
from publishing.models.revision import TRANSLATED_WORDS
from publishing.permissions import Task, may
from publishing.states import state_of
from publishing.text import sanitise_html
from publishing.working_copy import latest_revision


@dataclass(frozen=True)
class SourceWord:
    """What the original says where a field of its translation is filled; for the body it is HTML, sanitised."""

    text: str
    is_html: bool
    #: The words that changed since the translation was made, as HTML; "" where none did or nobody knows.
    changes: str = ""


@dataclass(frozen=True)
class Original:
    """What the form of a translation shows of its original."""

    language: str
    freshness: Freshness
    #: The text that is shown (a Revision), or None where the original has no words yet.
    source: Revision | None = None
    #: Whether the shown text is in review, scheduled or public, not a mere working copy.
    is_settled: bool = False
    #: Whether it is known from which text the translation was made.
    is_compared: bool = False
    words: dict[str, SourceWord] = field(default_factory=dict)

    @property
    def direction(self):
        return direction(self.language)

    @property
    def is_out_of_date(self):
        return self.freshness == Freshness.OUT_OF_DATE


def original_of(document, language):
    """The Original of the translation of ``document`` into ``language``; None where that is the original itself."""
    freshness = freshness_of(document, language)
    if freshness is None:
        return None
    light, own = shown_source(document), document.texts_in(language)
    latest = own[-1] if own else None
    if light is None:
        return Original(document.source_language, freshness)
    keys = {light.pk, latest and latest.source_revision_id} - {None}
    # The list of revisions that the form has loaded is without their words.
    texts = Revision.objects.select_related("created_by").in_bulk(keys)
    source, base = texts[light.pk], texts.get(latest and latest.source_revision_id)
    is_stale = freshness == Freshness.OUT_OF_DATE
    return Original(
        language=document.source_language,
        freshness=freshness,
        source=source,
        is_settled=source_text(document) is not None,
        is_compared=base is not None,
        words=_source_words(source, base if is_stale else None),
    )


def _source_words(source, base):
    """The Revision ``source``, and the one that the translation was made from (or None), in; {name: SourceWord} out."""
    fields = words_diff(base.words, source.words, source.language_code) if base else []
    changes = {diff.name: diff.html for diff in fields if diff.is_changed}
    return {
        name: SourceWord(
            text=sanitise_html(source.body) if name == "body" else getattr(source, name),
            is_html=name == "body",
            changes=changes.get(name, ""),
        )
        for name in TRANSLATED_WORDS
    }


class TranslationWork(metaclass=MediaDefiningClass):
    """For the admin of documents: the tab that opens, the original beside the words, and what a save says of both."""

    class Media:
        css = {"all": ["css/desk/diff.css", "css/desk/translation.css"]}
        js = ["js/desk/translation.js"]

    # ---- Which tab

    def get_object(self, request, object_id, from_field=None):
        """Read here once for all: what is typed may be another original language."""
        document = super().get_object(request, object_id, from_field)
        request.language_of_tab = self._language_of_tab(request, document)
        return document

    def language_of(self, request):
        """The language of the open tab: ``?language=``, else the tab that was sent, else the one that the person can
        work in: the only one that they may write, else the original."""
        return getattr(request, "language_of_tab", None) or self._language_of_tab(request, None)

    def _language_of_tab(self, request, document):
        for asked in (request.GET.get("language"), request.POST.get("_language")):
            if asked in LANGUAGES:
                return asked
        if document is None:
            return LANGUAGES[0]
        own = [code for code in LANGUAGES if may(request.user, Task.WRITE, document, code)]
        return own[0] if len(own) == 1 else document.source_language

    # ---- What the form shows

    def forget_refused_original(self, form, document):
        """A form that comes back shows the document as it is, whichever original language was typed."""
        document.source_language = form.initial.get("source_language", document.source_language)

    def form_context(self, request, obj, language):
        original = original_of(obj, language) if obj else None
        sent = request.POST.get("source_revision")
        is_same = bool(original and original.source and sent == str(original.source.pk))
        return {
            **super().form_context(request, obj, language),
            "original_text": original,
            # Ticked for the text that was shown, not for another one that has come since.
            "agrees": is_same and "agrees" in request.POST,
        }

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        original = context.get("original_text")
        words = original.words if original else {}
        context["form_parts"] = [
            (fieldset, _beside(fieldset, words) if "words" in fieldset.classes.split() else None)
            for fieldset in context["adminform"]
        ]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def asks_for_minor(self, request, obj):
        """Whether the form asks if a change of the original is a minor one: readers know an earlier text of it, and
        there is a translation that might be out of date."""
        language = self.language_of(request)
        if (
            obj is None
            or language != obj.source_language
            or not may(request.user, Task.PUBLISH, obj, language)
        ):
            return False
        is_translated = any(obj.working_copy(code) for code in LANGUAGES if code != language)
        return is_translated and state_of(obj, language).living is not None

    # ---- What a save says

    def save_model(self, request, obj: Model, form, change):
        """Another original language is an act of its own, done after the other facts."""
        wanted = obj.source_language
        if change:
            obj.source_language = form.initial.get("source_language", wanted)
        super().save_model(request, obj, form, change)
        if obj.source_language != wanted:
            workflow.change_source_language(obj, wanted, request.user)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change:
            self._record_facts(request, form, formsets)
            self._follow_original(request, form)

    def _record_facts(self, request, form, formsets):
        own = {fact.name for fact in (*self.opts.fields, *self.opts.many_to_many)} - {"source_language"}
        changed = [name for name in form.changed_data if name in own]
        changed += [formset.model._meta.model_name for formset in formsets if formset.has_changed()]
        if changed:
            record(Act.Name.CHANGE_FACTS, form.instance, by=request.user, note=",".join(changed))

    def _follow_original(self, request, form):
        """The translation agrees with the text that was shown beside it, if the person says so or has just begun it."""
        document, language = form.instance, self.language_of(request)
        shown = form.cleaned_data.get("source_revision")
        if shown is None or form.words is None or language == document.source_language:
            return
        if form.cleaned_data.get("agrees") and "_mark_up_to_date" not in request.POST:
            workflow.mark_up_to_date(document, language, request.user, shown)
        elif document.working_copy(language) is None:
            # Read before the save: this is the first text, and the original may have gone on while it was written.
            first = latest_revision(document, language)
            if first.source_revision_id != shown.pk:
                note = _("Translated from revision %(number)s") % {"number": shown.number}
                workflow.mark_up_to_date(document, language, request.user, shown, note)


def _beside(fieldset, words):
    """The lines of the ``fieldset`` of the words, each with the SourceWord of its field or None."""
    return [(line, words.get(_name(line.fields[0]))) for line in fieldset]


def _name(field_or_reader):
    return getattr(field_or_reader, "__name__", field_or_reader)
