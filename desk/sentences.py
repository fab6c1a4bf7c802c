"""What people did, as sentences in the reader's language: a whole message for each act and language of the text."""

from functools import cache

from django.apps import apps
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publishing.languages import direction, other
from publishing.lists import joined
from publishing.models import Act, Document
from publishing.models.revision import FACTS
from resolutions.models import Status

Name = Act.Name

#: (act, language of the text) → what a person did. "" is the whole document, or a language that does not matter.
BY_A_PERSON = {
    (Name.SAVE, "ar"): gettext_lazy("%(name)s saved the Arabic working copy of “%(title)s”."),
    (Name.SAVE, "en"): gettext_lazy("%(name)s saved the English working copy of “%(title)s”."),
    (Name.SUBMIT, "ar"): gettext_lazy("%(name)s submitted the Arabic text of “%(title)s” for review."),
    (Name.SUBMIT, "en"): gettext_lazy("%(name)s submitted the English text of “%(title)s” for review."),
    (Name.REQUEST_CHANGES, "ar"): gettext_lazy("%(name)s asked for changes to the Arabic text of “%(title)s”."),
    (Name.REQUEST_CHANGES, "en"): gettext_lazy("%(name)s asked for changes to the English text of “%(title)s”."),
    (Name.PUBLISH, "ar"): gettext_lazy("%(name)s published the Arabic text of “%(title)s”."),
    (Name.PUBLISH, "en"): gettext_lazy("%(name)s published the English text of “%(title)s”."),
    (Name.SCHEDULE, "ar"): gettext_lazy("%(name)s scheduled the Arabic text of “%(title)s”."),
    (Name.SCHEDULE, "en"): gettext_lazy("%(name)s scheduled the English text of “%(title)s”."),
    (Name.CANCEL_SCHEDULE, "ar"): gettext_lazy("%(name)s cancelled the schedule of the Arabic text of “%(title)s”."),
    (Name.CANCEL_SCHEDULE, "en"): gettext_lazy("%(name)s cancelled the schedule of the English text of “%(title)s”."),
    (Name.WITHDRAW, "ar"): gettext_lazy("%(name)s withdrew the Arabic text of “%(title)s”."),
    (Name.WITHDRAW, "en"): gettext_lazy("%(name)s withdrew the English text of “%(title)s”."),
    (Name.RESTORE, "ar"): gettext_lazy("%(name)s restored an earlier Arabic text of “%(title)s”."),
    (Name.RESTORE, "en"): gettext_lazy("%(name)s restored an earlier English text of “%(title)s”."),
    (Name.MARK_UP_TO_DATE, "ar"): gettext_lazy(
        "%(name)s said that the Arabic translation agrees with the original “%(title)s”."
    ),
    (Name.MARK_UP_TO_DATE, "en"): gettext_lazy(
        "%(name)s said that the English translation agrees with the original “%(title)s”."
    ),
    (Name.CHANGE_SOURCE, "ar"): gettext_lazy("%(name)s made the Arabic text the original of “%(title)s”."),
    (Name.CHANGE_SOURCE, "en"): gettext_lazy("%(name)s made the English text the original of “%(title)s”."),
    (Name.CHANGE_FACTS, ""): gettext_lazy("%(name)s changed the facts of “%(title)s”."),
    (Name.RECORD_STATUS, ""): gettext_lazy("%(name)s recorded what became of “%(title)s”."),
    (Name.ADD_STATUS_NOTE, "ar"): gettext_lazy("%(name)s added the Arabic note to what was recorded of “%(title)s”."),
    (Name.ADD_STATUS_NOTE, "en"): gettext_lazy("%(name)s added the English note to what was recorded of “%(title)s”."),
    (Name.ASSIGN, "ar"): gettext_lazy("%(name)s assigned the Arabic text of “%(title)s”."),
    (Name.ASSIGN, "en"): gettext_lazy("%(name)s assigned the English text of “%(title)s”."),
    (Name.NOTE, ""): gettext_lazy("%(name)s left a note on “%(title)s”."),
    (Name.NOTE, "ar"): gettext_lazy("%(name)s left a note on the Arabic text of “%(title)s”."),
    (Name.NOTE, "en"): gettext_lazy("%(name)s left a note on the English text of “%(title)s”."),
    (Name.RESOLVE_NOTE, ""): gettext_lazy("%(name)s resolved a note on “%(title)s”."),
    (Name.RESOLVE_NOTE, "ar"): gettext_lazy("%(name)s resolved a note on the Arabic text of “%(title)s”."),
    (Name.RESOLVE_NOTE, "en"): gettext_lazy("%(name)s resolved a note on the English text of “%(title)s”."),
    (Name.REOPEN_NOTE, ""): gettext_lazy("%(name)s opened a note on “%(title)s” again."),
    (Name.REOPEN_NOTE, "ar"): gettext_lazy("%(name)s opened a note on the Arabic text of “%(title)s” again."),
    (Name.REOPEN_NOTE, "en"): gettext_lazy("%(name)s opened a note on the English text of “%(title)s” again."),
    (Name.SHARE, "ar"): gettext_lazy("%(name)s made a link to a preview of the Arabic text of “%(title)s”."),
    (Name.SHARE, "en"): gettext_lazy("%(name)s made a link to a preview of the English text of “%(title)s”."),
    (Name.REVOKE_SHARE, "ar"): gettext_lazy(
        "%(name)s revoked a link to a preview of the Arabic text of “%(title)s”."
    ),
    (Name.REVOKE_SHARE, "en"): gettext_lazy(
        "%(name)s revoked a link to a preview of the English text of “%(title)s”."
    ),
    (Name.BIN, ""): gettext_lazy("%(name)s moved “%(title)s” to the bin."),
    (Name.TAKE_BACK, ""): gettext_lazy("%(name)s took “%(title)s” back from the bin."),
}  # fmt: skip

#: The same for what nobody of the desk did.
BY_NOBODY = {
    (Name.EMPTY_BIN, ""): gettext_lazy("“%(title)s” was deleted for good, its days in the bin being over."),
    (Name.NOTE, "ar"): gettext_lazy("Somebody who was sent a preview answered about the Arabic text of “%(title)s”."),
    (Name.NOTE, "en"): gettext_lazy("Somebody who was sent a preview answered about the English text of “%(title)s”."),
}  # fmt: skip


def sentence(act, address=""):
    """An Act (with ``by``) in; its sentence as HTML out, name and title isolated, the title a link if it has an address."""
    parts = {"name": format_html('<bdi class="act-name">{}</bdi>', _person(act)), "title": _title(act)}
    if address:
        parts["title"] = format_html('<a href="{}">{}</a>', address, parts["title"])
    return mark_safe(conditional_escape(_message(act)) % (parts | {"act": conditional_escape(_label(act))}))


def detail(act):
    """What is said besides, in the reader's language: the facts that changed, the new status, or the note as it is."""
    if act.name == Name.CHANGE_FACTS:
        labels = [_fact_label(act.kind, name.strip()) for name in act.note.split(",") if name.strip()]
        return joined([str(label) for label in labels])
    if act.name == Name.RECORD_STATUS and act.note in Status.values:
        return str(Status(act.note).label)
    return act.note


def _message(act):
    by_whom = BY_A_PERSON if act.by_id else BY_NOBODY
    message = by_whom.get((act.name, act.language_code)) or by_whom.get((act.name, ""))
    # Translators: an act of which the record knows no better sentence, such as "The program: Published. “Title”"
    return message or _("%(name)s: %(act)s. “%(title)s”")


def _label(act):
    return act.get_name_display()


def _person(act):
    # Translators: who did it, where no person did: it stands where the name of a person would
    return str(act.by) if act.by_id else _("The program")


def _title(act):
    """What it was called then, isolated; the kind where it had no words yet."""
    language = _language_of_title(act)
    if not language:
        return format_html("<bdi>{}</bdi>", act.title or act.get_kind_display())
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), act.title)


def _language_of_title(act):
    """Known of the title of a text; that of a whole document may be in either language."""
    if not (act.revision_id and act.title):
        return ""
    return other(act.language_code) if act.name == Name.MARK_UP_TO_DATE else act.language_code


def _fact_label(kind, name):
    """What the form calls the field or the rows ``name`` of a document of ``kind``; the name itself for one of before."""
    labels = _labels_of(kind)
    return labels.get(name, name)


@cache
def _labels_of(kind):
    """{name of a field, or of a model whose rows belong to the document: its label, in the language of whoever reads it}."""
    if kind not in FACTS:
        return {}
    facts = Document._meta.get_field(FACTS[kind]).related_model
    fields = {
        field.name: field.verbose_name for field in facts._meta.get_fields() if hasattr(field, "verbose_name")
    }
    models = {model._meta.model_name: model._meta.verbose_name_plural for model in apps.get_models()}
    return models | fields
