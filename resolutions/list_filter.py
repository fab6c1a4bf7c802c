"""What a reader wants to see of the decisions and recommendations: a kind, a status, a body, a topic, an event, what is late."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from media_library.admin_choices import is_key
from media_library.models import label
from people.models import Organisation
from publishing import moments
from publishing.content_version import remembered
from publishing.dates import digits
from publishing.models import Kind, PublicText, Topic
from publishing.prepared import prepared
from publishing.site import site_settings
from publishing.small_rows import Small, at_once
from publishing.topics import as_topics, small_topics
from resolutions import standing
from resolutions.models import Status

KINDS = (Kind.DECISION, Kind.RECOMMENDATION)
#: By name: what a choice is called, and what its first option is called, with which nothing is chosen.
LABELS = {
    "kind": (_("Kind"), _("All kinds")),
    "event": (pgettext_lazy("label before the name of an event", "Event"), _("All events")),
    "status": (_("Status"), pgettext_lazy("any status of a decision", "All statuses")),
    "body": (_("Responsible"), pgettext_lazy("any responsible body", "All bodies")),
    "topic": (pgettext_lazy("filter of decisions", "Topic"), _("All topics")),
    "overdue": (
        pgettext_lazy("filter of decisions: what is late", "Dates"),
        pgettext_lazy("any dates", "All dates"),
    ),
}
#: What "overdue" may be in an address.
OVERDUE = ("day", "update", "any")
_FACTS = "document__as_resolution__"
#: What no row of a list or an overview shows.
_UNSHOWN = ("body", "byline", "dateline", "note")


@dataclass
class Choice:
    """One choice: its name in the address, its (value, label) pairs, the value that was chosen, '' for all, and whether
    what was asked is not on offer."""

    name: str
    options: list
    chosen: str = ""
    is_unknown: bool = False

    @property
    def label(self):
        return LABELS[self.name][0]

    @property
    def all_label(self):
        return LABELS[self.name][1]

    @property
    def is_useful(self):
        """Whether there is anything to choose."""
        return bool(self.chosen) or len(self.options) > 1


def _is_key(asked):
    """Whether a row could have this as its key, written as we write it."""
    return is_key(asked) and asked == str(int(asked))


class ListFilter:
    """The choices that the live resolutions offer in ``language``, and what ``data`` (a QueryDict) chose of them.

    ``kind`` (a Kind) and ``event`` (an Event) say what the address has chosen already: that is no choice any more. What is
    asked for and not on offer finds nothing, and ``is_mistaken`` says so: a feed or a file that somebody shared must not
    turn into that of all resolutions, because the only one of its topic was withdrawn.
    """

    NAMES = ("kind", "status", "body", "topic", "event", "overdue")

    def __init__(self, data, language, kind=None, event=None):
        self.language = language
        self._data = data
        self._asked = {name: (data.get(name) or "").strip() for name in self.NAMES}
        self._kind = kind
        self._event = event
        self.today = timezone.localdate(moments.now())
        self.months = site_settings().months_without_update

    # ---- What is chosen

    @cached_property
    def choices(self):
        """The Choices of the form, without what the address has chosen already."""
        found = [self._choice("status", self._statuses), self._choice("body", self._bodies)]
        found += [self._choice("topic", self._topics), self._choice("overdue", self._overdue)]
        if self._event is None:
            found.insert(0, self._choice("event", self._events))
        if self._kind is None:
            found.insert(0, self._choice("kind", [(kind.value, kind.label) for kind in KINDS]))
        return found

    def _choice(self, name, options):
        chosen = self._chosen(name)
        return Choice(name, list(options), chosen or "", is_unknown=chosen is None)

    def _chosen(self, name):
        """The value that was asked for as it stands in our own addresses; '' where none was, None where there is no such."""
        asked = self._asked[name]
        if not asked:
            return ""
        if name == "topic":
            return self._topic_of(asked)
        on_offer = {
            "kind": lambda: KINDS,
            "status": lambda: Status.values,
            "body": lambda: [value for value, _label in self._bodies],
            "event": lambda: [value for value, _label in self._events],
            "overdue": lambda: OVERDUE,
        }[name]()
        return asked if asked in on_offer else None

    def _topic_of(self, asked):
        """A topic's address in either language, or its key, in; its address in our language out, or None."""
        for topic in self._found_topics:
            if asked in (topic.slug_ar, topic.slug_en):
                return self._slug(topic)
        return next((self._slug(topic) for topic in self._found_topics if asked == str(topic.pk)), None)

    def _slug(self, topic):
        return getattr(topic, f"slug_{self.language}") or topic.slug_ar or topic.slug_en or str(topic.pk)

    @cached_property
    def _picked(self):
        """{name: value} of what was asked for; None for what is not on offer."""
        fixed = {"kind": self._kind, "event": self._event}
        return {
            name: self._chosen(name) for name in self.NAMES if self._asked[name] and fixed.get(name) is None
        }

    @property
    def is_untidy(self):
        """Whether the address says of something that nothing is chosen: what a form without script sends."""
        return any(name in self._data and not asked for name, asked in self._asked.items())

    @property
    def is_filtered(self):
        """Whether less than all is asked for."""
        return bool(self._picked)

    @property
    def is_common(self):
        """Whether all is asked for, or one thing that is on offer: of such there are not too many to remember."""
        return len(self._picked) < 2 and not self.is_mistaken

    @property
    def is_mistaken(self):
        """Whether something is asked for that is not on offer."""
        return None in self._picked.values()

    @property
    def query(self):
        """What was chosen, as it stands in an address; '' for nothing."""
        return urlencode({name: value or self._asked[name] for name, value in self._picked.items()})

    # ---- What is on offer: what live resolutions have, and nothing else

    def _scope(self):
        """The live texts among which there is a choice, one a document."""
        kinds = KINDS if self._kind is None else [self._kind]
        texts = PublicText.objects.of_kind(*kinds).readable_in(self.language)
        return texts if self._event is None else texts.filter(**{f"{_FACTS}event": self._event})

    @property
    def name(self):
        """What tells the texts that were asked for from all others (see ``remembered``)."""
        return f"{self._scope_name} with {self.query}"

    @property
    def _scope_name(self):
        event = f"event {self._event.pk}" if self._event else "all events"
        return f"{self._kind or 'resolutions'} of {event} in {self.language}"

    def _remembered(self, what, find):
        """What ``find()`` gives of these texts, as ``remembered``."""
        return remembered(f"{self._scope_name}: {what}", find)

    @cached_property
    def _statuses(self):
        # What no live resolution is now, one may be tomorrow: an address that was shared stays good.
        present = {row["status"] for row in self._offered["events"]} | {self._asked["status"]}
        return [(status.value, status.label) for status in Status if status in present]

    @cached_property
    def _events(self):
        """By code, the latest first. A code is what an event is called in every reference, in both languages."""
        events = {(row["day"] or "", row["event"], row["code"]) for row in self._offered["events"]}
        return [(code, code) for _day, _key, code in sorted(events, reverse=True)]

    @property
    def _overdue(self):
        months = {"number": digits(self.months)}
        update = ngettext(
            "Last update more than %(number)s month ago",
            "Last update more than %(number)s months ago",
            self.months,
        )
        return [
            ("day", _("A day that was set has passed")),
            ("update", update % months),
            ("any", _("Either of the two")),
        ]

    @cached_property
    def _offered(self):
        """Rows by name: each event with each status of its live resolutions, their bodies, and their topics, with the names of
        both languages. One query."""
        return self._remembered("what they have", self._find_offered)

    def _find_offered(self):
        scope = self._scope().order_by()
        # The rows of a UNION have whole numbers and texts: a day is a text that sorts as it does.
        events = scope.annotate(
            day=Cast(f"{_FACTS}event__starts_on", TextField()),
            code=F(f"{_FACTS}event__code"),
            event=F(f"{_FACTS}event_id"),
            status=F(f"{_FACTS}status"),
        ).distinct()
        living = scope.values("document_id")
        bodies = Organisation.objects.filter(resolutions__in=living).distinct()
        topics = Topic.objects.filter(documents__in=living).distinct()
        return at_once(
            events=Small(events, ("event",), ("day", "code", "status")),
            bodies=Small(bodies, ("pk",), ("name_ar", "name_en")),
            topics=small_topics(topics),
        )

    @cached_property
    def _bodies(self):
        bodies = [Organisation(**row) for row in self._offered["bodies"]]
        named = sorted((label(body, "name"), str(body.pk)) for body in bodies)
        return [(key, name) for name, key in named]

    @cached_property
    def _found_topics(self):
        return as_topics(self._offered["topics"])

    @property
    def _topics(self):
        return [(self._slug(topic), label(topic, "name")) for topic in self._found_topics]

    @property
    def has_any(self):
        """Whether there is anything to choose from."""
        return bool(self._offered["events"])

    # ---- What is found

    def texts(self):
        """The live texts that were asked for, one a document, as a QuerySet: the latest event first, in the order of the
        event, decisions before recommendations; each with its facts, its event, who is responsible, ``last_update_on``, the day
        of the last entry about it, or None, and whether it ``has_late_milestone``."""
        late = standing.with_late_milestone(self.today, "document_id", _FACTS)
        texts = (
            self._found()
            .annotate(has_late_milestone=late)
            .with_facts(Kind.DECISION, extra=["as_resolution__event"])
        )
        # PostgreSQL and SQLite do not agree where an event without dates belongs.
        latest_event = F(f"{_FACTS}event__starts_on").desc(nulls_last=True)
        # "decision" comes before "recommendation" in the alphabet, too.
        texts = texts.order_by(latest_event, f"{_FACTS}event", "kind", f"{_FACTS}order", "document_id")
        return texts.prefetch_related(f"{_FACTS}responsible")

    def counts(self):
        """{(kind, status): number} of what was asked for. One query, where it is not remembered."""
        return remembered(f"{self.name}: numbers", self._count) if self.is_common else self._count()

    def _count(self):
        found = self._found().order_by().values_list("kind", f"{_FACTS}status")
        return Counter({(kind, status): number for kind, status, number in found.annotate(Count("pk"))})

    def told(self, texts):
        """Some of ``texts()`` in; the same in a list, each with ``is_overdue`` and ``is_quiet``, out."""
        texts = list(texts)
        for text in texts:
            text.is_overdue = standing.is_overdue(text.facts, self.today)
            text.is_quiet = standing.is_quiet(text.facts, text.last_update_on, self.today, self.months)
        return texts

    def shown(self, keys):
        """Those of ``texts()`` with these keys of texts, in a list, in no order, without their bodies. Two queries."""
        return _texts_with(keys=keys, today=self.today)

    def _found(self):
        """What is not on offer finds nothing by itself, so nothing of the form is asked for here."""
        texts = self._scope().annotate(last_update_on=standing.last_update_column("document_id"))
        fixed = {"kind": self._kind, "event": self._event}
        for name, asked in self._asked.items():
            if asked and fixed.get(name) is None:
                condition = self._condition(name, asked)
                # One column or a subquery each: no condition may repeat a row.
                texts = texts.none() if condition is None else texts.filter(condition)
        return texts

    def _condition(self, name, asked):
        """The condition (Q) of what was asked for, or None where there can be no such."""
        known = {"kind": KINDS, "status": Status.values, "overdue": OVERDUE}.get(name)
        if "\x00" in asked or (known and asked not in known):
            return None
        if name == "kind":
            return Q(kind=asked)
        if name == "body":
            of_body = Organisation.objects.filter(pk=asked) if _is_key(asked) else None
            return None if of_body is None else Q(document__in=of_body.values("resolutions"))
        if name == "topic":
            return Q(document__in=self._asked_topics(asked).values("documents"))
        if name == "overdue":
            return self._late(asked)
        return Q(**{f"{_FACTS}{'event__code' if name == 'event' else name}": asked})

    @staticmethod
    def _asked_topics(asked):
        """As ``_topic_of``: an address first, and a key only where no topic has such an address."""
        at_address = Topic.objects.filter(Q(slug_ar=asked) | Q(slug_en=asked))
        if not _is_key(asked):
            return at_address
        return Topic.objects.filter(Q(pk__in=at_address) | Q(~Exists(at_address), pk=asked))

    def _late(self, which):
        day = standing.overdue(self.today, _FACTS)
        day |= standing.with_late_milestone(self.today, "document_id", _FACTS)
        update = standing.quiet(self.today, self.months, _FACTS)
        return {"day": day, "update": update, "any": day | update}[which]


@prepared
def _texts_with(*, keys, today):
    texts = PublicText.objects.filter(pk__in=keys).annotate(
        last_update_on=standing.last_update_column("document_id"),
        has_late_milestone=standing.with_late_milestone(today, "document_id", _FACTS),
    )
    texts = texts.with_facts(Kind.DECISION, extra=["as_resolution__event"]).defer(*_UNSHOWN)
    return texts.prefetch_related(f"{_FACTS}responsible")
