"""Which documents the translation board shows: read from the address, where a value that means nothing is ignored."""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Subquery
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.queries import open_assignments
from events.models import Event
from publishing.admin.search import TITLES, documents_with
from publishing.freshness import Freshness, in_freshness
from publishing.languages import LANGUAGES, NAMES
from publishing.models import Assignment, Document, DocumentTranslation, Kind
from publishing.states import Stage, State, in_state
from publishing.text import normalise

STATES = [
    *State.choices,
    *((stage.value, stage.label) for stage in (Stage.IN_REVIEW, Stage.CHANGES_REQUESTED)),
]
# Translators: choices of the filter "Whose" of the board; they are texts.
MINE = [("assigned", _("assigned to me")), ("saved", _("last saved by me"))]
# Translators: the orders in which the board lists documents.
ORDERS = [("changed", _("recently changed first")), ("due", _("due first"))]
SIZES = (50, 100, 200, 500)
#: What is counted above the board: the name in the address, its value, how many it is of.
COUNTED = [
    ("state", Stage.IN_REVIEW), ("state", Stage.CHANGES_REQUESTED), ("freshness", Freshness.OUT_OF_DATE),
    ("freshness", Freshness.MISSING),
]  # fmt: skip


@dataclass
class Choice:
    """A list of choices of the form: the name in the address, its label, the options, and the value chosen ('' for all)."""

    name: str
    label: str
    options: list
    value: str = ""


class BoardFilters:
    """What the address of the board asks for, for a person who may view documents of ``kinds``."""

    def __init__(self, asked, user, kinds):
        """``asked`` is request.GET."""
        self.user, self.kinds = user, kinds
        self.choices = {choice.name: choice for choice in self._choices()}
        for choice in self.choices.values():
            value = asked.get(choice.name, "")
            choice.value = value if value in {str(option) for option, _label in choice.options} else ""
        #: What was chosen, by the name in the address; '' where nothing was.
        self.values = {name: choice.value for name, choice in self.choices.items()}
        self.query = normalise(asked.get("q", "")[:200], "")
        size = asked.get("size", "")
        self.size = int(size) if size in map(str, SIZES) else 100

    def _choices(self):
        events = []
        if Kind.EVENT in self.kinds:
            found = Event.objects.in_use().order_by("-code").values_list("pk", "code")
            events = [(str(pk), code) for pk, code in found]
        return [
            Choice(
                "kind",
                pgettext_lazy("filter of the board", "Kind"),
                [(kind.value, kind.label) for kind in self.kinds],
            ),
            Choice("event", _("Event"), events),
            Choice("language", _("Language"), list(NAMES.items())),
            Choice("state", pgettext_lazy("filter of the board", "State"), STATES),
            Choice("freshness", pgettext_lazy("filter of the board", "Translation"), Freshness.choices),
            Choice("mine", pgettext_lazy("filter of the board", "Whose"), MINE),
            Choice("order", pgettext_lazy("filter of the board", "Order"), ORDERS),
        ]

    @property
    def languages(self):
        """The languages that are looked at."""
        return [self.values["language"]] if self.values["language"] else LANGUAGES

    @property
    def asked(self):
        """What was asked for, as {name: value}, without what is empty or usual."""
        values = self.values | {"q": self.query}
        if self.size != 100:
            values["size"] = str(self.size)
        return {name: value for name, value in values.items() if value}

    def address(self, **changed):
        """The query of an address that asks for the same but for ``changed`` ('' leaves a filter out)."""
        return "?" + urlencode({name: value for name, value in (self.asked | changed).items() if value})

    def scope(self):
        """The documents by what is said of the whole document: kind, event, words of the title."""
        documents = Document.objects.in_use().filter(
            kind__in=[self.values["kind"]] if self.values["kind"] else self.kinds
        )
        if self.values["event"]:
            of_event = Q(pk=self.values["event"])
            for path in ("as_session", "as_resolution", "as_article"):
                of_event |= Q(**{f"{path}__event": self.values["event"]})
            documents = documents.filter(of_event)
        if self.query:
            documents = documents.filter(documents_with(self.query, TITLES))
        return documents

    def documents(self):
        """All documents asked for, in their order."""
        documents = self.scope()
        if self.values["language"] or self.values["state"] or self.values["freshness"] or self.values["mine"]:
            documents = documents.filter(self._has_text())
        copies = DocumentTranslation.objects.filter(master_id=OuterRef("pk")).order_by()
        saved = copies.values("master_id").annotate(last=Max("updated_at")).values("last")
        by_save = [F("saved").desc(nulls_last=True), "-pk"]
        documents = documents.alias(saved=Subquery(saved))
        if self.values["order"] != "due":
            return documents.order_by(*by_save)
        return documents.alias(due=self._first_due()).order_by(F("due").asc(nulls_last=True), *by_save)

    def _first_due(self):
        """The first day by which a text of a document is due, for alias()."""
        # Their keys first: within the other question, whether they are open is asked anew for each document (measured on
        # PostgreSQL: six minutes for 500 documents instead of a second).
        found = open_assignments().filter(language_code__in=self.languages, due_on__isnull=False)
        due = Assignment.objects.filter(pk__in=list(found.values_list("pk", flat=True)))
        due = due.filter(document_id=OuterRef("pk")).order_by().values("document_id")
        return Subquery(due.annotate(first=Min("due_on")).values("first"))

    def _has_text(self):
        """The condition that one text, in one of the languages asked for, is everything that is asked of a text."""
        found = Q(pk__in=())
        for language in self.languages:
            texts = _this_document()
            if self.values["state"]:
                texts = in_state(texts, language, self.values["state"])
            if self.values["freshness"]:
                texts = in_freshness(texts, language, self.values["freshness"])
            if self.values["mine"]:
                texts = texts.filter(self._is_mine(language))
            if not (self.values["state"] or self.values["freshness"] or self.values["mine"]):
                texts = texts.filter(translations__language_code=language)
            found |= Q(Exists(texts))
        return found

    def _is_mine(self, language):
        if self.values["mine"] == "assigned":
            mine = open_assignments().filter(assignee=self.user.pk, language_code=language)
            return Q(pk__in=list(mine.values_list("document_id", flat=True)))
        copies = DocumentTranslation.objects.filter(master_id=OuterRef("pk"), updated_by=self.user.pk)
        return Q(Exists(copies.filter(language_code=language)))

    def counts(self):
        """How many texts of the scope wait for something: [{"language", "label", "count", "address"}], in one query."""
        asked = {}
        for language in self.languages:
            for name, value in COUNTED:
                find = in_state if name == "state" else in_freshness
                is_so = Exists(find(_this_document(), language, value))
                asked[f"{language}_{value.value}"] = Count("pk", filter=Q(is_so))
        counted = self.scope().order_by().aggregate(**asked)
        return [
            {
                "language": NAMES[language],
                "label": value.label,
                "count": counted[f"{language}_{value.value}"],
                "address": self.address(
                    **{"state": "", "freshness": "", "language": language, name: value.value}
                ),
            }
            for language in self.languages
            for name, value in COUNTED
            if counted[f"{language}_{value.value}"]
        ]


def _this_document():
    """The document of the row that a condition is about, to be looked up by its key: see queries.open_assignments."""
    return Document.objects.filter(pk=OuterRef("pk"))
