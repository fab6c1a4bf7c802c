"""What a reader wants to see of the hits: a kind, a topic, an event, a year; each as a link that can be passed on."""

from dataclasses import dataclass
from functools import cache, cached_property

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from media_library.models import label
from publishing.content_version import remembered
from publishing.dates import digits
from publishing.languages import LANGUAGES
from publishing.models import Kind, PublicText, Topic
from search.query import Choice

#: In the order of the page and of its addresses.
LABELS = {
    "kind": _("Kind"),
    "topic": pgettext_lazy("what hits of a search are about", "Topic"),
    "event": pgettext_lazy("label before the name of an event", "Event"),
    "year": pgettext_lazy("in which texts were published", "Year"),
}
_YEARS = range(1900, 2200)
#: So many options of a group are offered, those with the most hits (of years the latest): a page is no index of all events.
MOST = 12


@dataclass(frozen=True)
class Name:
    """What a topic or an event is called: a ``label``, in ``language``, and what stands for it in addresses, by language."""

    label: str
    slugs: dict
    language: str = ""


@dataclass(frozen=True)
class Option:
    """A link to a part of the hits: what it holds, how many, and whether it is the part that is shown (then it leads back)."""

    label: str
    number: int
    address: str
    is_chosen: bool = False
    language: str = ""


@dataclass(frozen=True)
class Group:
    """The Options of one choice, the chosen one first."""

    name: str
    options: list

    @property
    def label(self):
        return LABELS[self.name]

    def divides(self, total):
        """Whether an option shows less than all hits."""
        return len(self.options) > 1 or any(option.number < total for option in self.options)

    @property
    def chosen(self):
        """The Option that is chosen, or None."""
        return next((option for option in self.options if option.is_chosen), None)


class Choices:
    """What ``data`` (request.GET) asks for besides its words, in ``language``. What there is not is not chosen."""

    def __init__(self, data, language):
        self.language = language
        self._data = data
        #: {name: key} of what is chosen: a Kind's value, the key of a Topic or of an event's Document, a year.
        self.chosen = {name: key for name in LABELS if (key := self._key(name)) is not None}

    @property
    def choice(self):
        """The Choice, as ``find`` takes it."""
        return Choice(**self.chosen)

    @property
    def is_untidy(self):
        """Whether the address says something else than ours would: it names what there is not, or in another language."""
        return any(self._data.getlist(name) not in ([], [self._value(name)]) for name in LABELS)

    def address(self, words, language=None, **changed):
        """The address of the hits of ``words``, with what is chosen but for ``changed`` (name=None: not chosen)."""
        language = language or self.language
        chosen = self.chosen | changed
        asked = {"q": words} | {
            name: self._said(name, chosen[name], language) for name in LABELS if chosen.get(name) is not None
        }
        return f"{_page_in(language)}?{urlencode(asked)}"

    def groups(self, words, counts, total):
        """{name: {key: number}} of the ``total`` hits in; the Groups in which there is something to choose out."""
        groups = [Group(name, self._options(name, words, counts.get(name, {}))) for name in LABELS]
        return [group for group in groups if group.chosen or group.divides(total)]

    # ---- What is asked for

    def _key(self, name):
        asked = self._data.get(name, "").strip()
        if not asked:
            return None
        if name == "kind":
            return asked if asked in Kind.values else None
        if name == "year":
            return int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in _YEARS else None
        names = self._names(name)
        own = [key for key, told in names.items() if told.slugs.get(self.language) == asked]
        return next(iter(own or [key for key, told in names.items() if asked in told.slugs.values()]), None)

    def _value(self, name):
        return self._said(name, self.chosen[name], self.language) if name in self.chosen else None

    def _said(self, name, key, language):
        """A key in; how an address names it out."""
        if name in ("kind", "year"):
            return str(key)
        slugs = self._names(name)[key].slugs
        return slugs.get(language) or next(iter(slugs.values()))

    # ---- What there is to choose

    def _options(self, name, words, counts):
        chosen = self.chosen.get(name)
        keys = [key for key in counts if self._is_known(name, key)]
        if chosen is not None and chosen not in keys:
            keys.append(chosen)
        order = {"year": lambda key: -key, "kind": Kind.values.index}.get(
            name, lambda key: -counts.get(key, 0)
        )
        keys.sort(key=lambda key: (key != chosen, order(key)))
        return [self._option(name, key, words, counts.get(key, 0)) for key in keys[:MOST]]

    def _option(self, name, key, words, number):
        is_chosen = self.chosen.get(name) == key
        address = self.address(words, **{name: None if is_chosen else key})
        if name == "kind":
            return Option(Kind(key).label, number, address, is_chosen)
        if name == "year":
            return Option(digits(key), number, address, is_chosen)
        told = self._names(name)[key]
        return Option(told.label, number, address, is_chosen, told.language)

    def _is_known(self, name, key):
        return name in ("kind", "year") or key in self._names(name)

    def _names(self, name):
        return self._topics if name == "topic" else self._events

    @cached_property
    def _topics(self):
        return remembered(f"topics of the search in {self.language}", self._find_topics)

    @cached_property
    def _events(self):
        return remembered(f"events of the search in {self.language}", self._find_events)

    def _find_topics(self):
        return {
            topic.pk: Name(
                label(topic, "name"),
                {code: slug for code in LANGUAGES if (slug := getattr(topic, f"slug_{code}"))}
                or {self.language: str(topic.pk)},
            )
            for topic in Topic.objects.all()
        }

    def _find_events(self):
        texts = PublicText.objects.of_kind(Kind.EVENT).order_by("document_id")
        events = {}
        for key, code, slug, title in texts.values_list("document_id", "language_code", "slug", "title"):
            events.setdefault(key, {})[code] = slug, title
        return {key: self._event_name(told) for key, told in events.items()}

    def _event_name(self, told):
        language = self.language if self.language in told else next(iter(told))
        return Name(told[language][1], {code: slug for code, (slug, _title) in told.items()}, language)


@cache
def _page_in(language):
    """The path of the search; a page names it two dozen times."""
    with override(language):
        return reverse("search")
