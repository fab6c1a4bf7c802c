"""What every key and column of the open data means: what readers see at /{lang}/open-data/, and what the tests hold the
schema (resolutions/schema) and the tables against."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing.languages import LANGUAGES

#: The types of values. Those by language are objects with "ar" and "en" in JSON, and a column for each in CSV.
TYPES = {
    "number": pgettext_lazy("type of a value", "number"),
    "decimal": pgettext_lazy("type of a value", "decimal number, as text"),
    "text": pgettext_lazy("type of a value", "text"),
    "code": pgettext_lazy("type of a value", "code"),
    "date": pgettext_lazy("type of a value", "date"),
    "moment": pgettext_lazy("type of a value", "date and time (UTC)"),
    "address": pgettext_lazy("type of a value", "web address"),
    "yes_no": pgettext_lazy("type of a value", "yes or no"),
    "words": pgettext_lazy("type of a value", "text by language"),
    "lists": pgettext_lazy("type of a value", "list by language"),
    "addresses": pgettext_lazy("type of a value", "web address by language"),
    "moments": pgettext_lazy("type of a value", "date and time by language"),
    "object": pgettext_lazy("type of a value", "object"),
    "list": pgettext_lazy("type of a value", "list"),
}
BY_LANGUAGE = ("words", "lists", "addresses", "moments")


@dataclass(frozen=True)
class Key:
    """A key: its name, its type (of TYPES), what it means, and whether it may be null or an empty cell."""

    name: str
    type: str
    meaning: Promise
    is_optional: bool = False

    @property
    def type_name(self):
        return TYPES[self.type]

    @property
    def columns(self):
        """Its columns in a table."""
        return [f"{self.name}_{code}" for code in LANGUAGES] if self.type in BY_LANGUAGE else [self.name]


@dataclass(frozen=True)
class Part:
    """Keys that stand together: ``name`` is that of $defs in the schema, "file" for what stands above the rows, "entry" for
    the columns of the table of entries."""

    name: str
    title: Promise
    keys: tuple


FILE = Part("file", _("Above the rows"), (
    Key("schema", "address", _("The JSON Schema that the answer follows.")),
    Key("dictionary", "addresses", _("This page.")),
    Key("licence", "object", _("Under which the data may be used.")),
    Key("count", "number", _("How many rows there are.")),
    Key("items", "list", _("The rows: by event, decisions first, in the order of the event.")),
))  # fmt: skip

LICENCE = Part("licence", _("Licence"), (
    Key("id", "text", _("The identifier of the licence (SPDX).")),
    Key("name", "text", _("The name of the licence.")),
    Key("url", "address", _("Where the licence can be read.")),
    Key("attribution", "words", _("Who is to be named as the source.")),
))  # fmt: skip

RESOLUTION = Part("resolution", _("A decision or recommendation"), (
    Key("id", "number", _("The number of the document. It never changes and is never given out again.")),
    Key("reference", "text", _("The code by which it is cited, the same in both languages. It never changes.")),
    Key("kind", "code", _("Whether it is a decision or a recommendation.")),
    Key("event", "text", _("The code of the event that adopted it; the reference begins with it.")),
    Key("status", "code", _("What has become of it.")),
    Key("adopted_on", "date", _("The day of its adoption; empty while it is proposed."), is_optional=True),
    Key("due_on", "date", _("The day by which it is to be carried out, if one was set."), is_optional=True),
    Key("address", "address", _("Its short address, which never changes and leads to the language of the reader.")),
    Key("source_language", "text", _("The code of the language in which it was written first.")),
    Key("session", "address", _("The short address of the session in which it was adopted, if readers can see it."),
        is_optional=True),
    Key("is_overdue", "yes_no", _("Whether the day by which it was to be carried out has passed, and it is not.")),
    Key("last_update_on", "date", _("The day of the last update that no later one corrects."), is_optional=True),
    Key("milestones_total", "number", _("How many milestones it has.")),
    Key("milestones_done", "number", _("How many of them were reached.")),
    Key("replaced_by", "text", _("The reference of what took its place, where it was superseded."), is_optional=True),
    Key("relations", "list", _("What it does to other decisions and recommendations; in CSV, the code and the reference.")),
    Key("title", "words", _("Its title; empty in a language in which it is not public.")),
    Key("summary", "words", _("Its summary, without markup.")),
    Key("url", "addresses", _("The address of its page. It changes with the title; the old one leads on.")),
    Key("responsible", "lists", _("The bodies that are to carry it out.")),
    Key("topics", "lists", _("The names of its topics.")),
    Key("text_since", "moments", _("Since when the public text has stood as it does.")),
))  # fmt: skip

RELATION = Part("relation", _("Relations"), (
    Key("nature", "code", _("What this one does to the other.")),
    Key("reference", "text", _("The reference of the other one.")),
))  # fmt: skip

WHOLE = Part("whole_resolution", _("What the complete download adds"), (
    Key("body", "words", _("The whole text, as HTML. An address in it that begins with a slash is one of this site.")),
    Key("milestones", "list", _("The steps and meetings on the way, by the day for which they are planned.")),
    Key("updates", "list", _("All that was recorded, the earliest first, also what was corrected later.")),
    Key("committee", "object", _("The committee that it set up."), is_optional=True),
    Key("project", "object", _("The sponsorship project that it set up."), is_optional=True),
    Key("academy", "object", _("The academy that it set up."), is_optional=True),
))  # fmt: skip

MILESTONE = Part("milestone", _("Milestones"), (
    Key("id", "text", _("The identifier of the entry on this site. It never changes.")),
    Key("kind", "code", _("Whether it is a step or a meeting.")),
    Key("title", "words", _("What it is, in one line.")),
    Key("due_on", "date", _("The day for which it is planned."), is_optional=True),
    Key("done_on", "date", _("The day on which it was reached."), is_optional=True),
    Key("source_article", "address", _("The short address of an article that reports it."), is_optional=True),
    Key("source_url", "address", _("A page elsewhere that shows it."), is_optional=True),
))  # fmt: skip

UPDATE = Part("update", _("Updates"), (
    Key("id", "text", _("The identifier of the entry on this site. It never changes.")),
    Key("noted_on", "date", _("The day from which the status holds.")),
    Key("from_status", "code", _("The status before.")),
    Key("to_status", "code", _("The status after.")),
    Key("note", "words", _("What happened; it may be there in one language first.")),
    Key("evidence_article", "address", _("The short address of an article that reports it."), is_optional=True),
    Key("evidence_file", "address", _("A file that shows it."), is_optional=True),
    Key("evidence_url", "address", _("A page elsewhere that shows it."), is_optional=True),
    Key("superseded_by", "text", _("The reference of what takes its place."), is_optional=True),
    Key("corrects", "text", _("The identifier of the entry in whose place this one stands."), is_optional=True),
    Key("recorded_at", "moment", _("When it was recorded.")),
))  # fmt: skip

COMMITTEE = Part("committee", _("Committee"), (
    Key("name", "words", _("Its name.")),
    Key("mandate", "words", _("What it is to do.")),
    Key("prepares", "address", _("The short address of the event that it prepares."), is_optional=True),
    Key("members", "list", _("Its members, in their order.")),
))  # fmt: skip

MEMBER = Part("member", _("Members"), (
    Key("person", "object", _("Who the member is.")),
    Key("role", "words", _("What the member does in the committee.")),
    Key("starts_on", "date", _("The first day of the term."), is_optional=True),
    Key("ends_on", "date", _("The last day of the term; empty while it lasts."), is_optional=True),
))  # fmt: skip

PROJECT = Part("project", _("Sponsorship project"), (
    Key("name", "words", _("Its name.")),
    Key("how_it_works", "lists", _("How it works, step by step.")),
    Key("partners", "list", _("The bodies that take part.")),
    Key("questions", "list", _("What readers ask about it, with the answers.")),
    Key("figures", "list", _("What was reported about it in figures.")),
))  # fmt: skip

PARTNER = Part("partner", _("Partners"), (
    Key("organisation", "object", _("Which body it is.")),
    Key("role", "words", _("What it does in the project.")),
))  # fmt: skip

QUESTION = Part("question", _("Questions and answers"), (
    Key("question", "words", _("The question.")),
    Key("answer", "words", _("The answer.")),
))  # fmt: skip

FIGURE = Part("figure", _("Figures"), (
    Key("name", "words", _("What is counted.")),
    Key("value", "decimal", _("The number.")),
    Key("reported_on", "date", _("The day on which it was reported.")),
    Key("source", "object", _("Who reported it.")),
    Key("source_url", "address", _("Where the report can be read."), is_optional=True),
))  # fmt: skip

ACADEMY = Part("academy", _("Academy"), (
    Key("name", "words", _("Its name.")),
    Key("site", "address", _("Its web site."), is_optional=True),
    Key("courses", "list", _("Its courses, in their order.")),
))  # fmt: skip

COURSE = Part("course", _("Courses"), (
    Key("title", "words", _("Its name.")),
    Key("subject", "words", _("What it is about.")),
    Key("lecturer", "object", _("Who teaches it."), is_optional=True),
    Key("level", "code", _("How much it asks of those who take it.")),
    Key("language", "text", _("The code of the language of teaching.")),
    Key("url", "address", _("Its page."), is_optional=True),
))  # fmt: skip

NAMED = Part("named", _("A person or a body"), (
    Key("id", "number", _("The number of the person or the body. It never changes.")),
    Key("name", "words", _("The name.")),
    Key("is_sample", "yes_no", _("Whether it is made up, for a demonstration of the site.")),
))  # fmt: skip

ENTRY = Part("entry", _("The table of entries"), (
    Key("entry", "text", _("The identifier of the entry on this site. It never changes."), is_optional=True),
    Key("entry_kind", "code", _("What the row tells of. A row without it is of something about which nothing is recorded yet."),
        is_optional=True),
    Key("day", "date", _("The day of the adoption or of the update, or on which the milestone was reached."),
        is_optional=True),
    Key("due_on", "date", _("The day for which the milestone is planned."), is_optional=True),
    Key("from_status", "code", _("The status before."), is_optional=True),
    Key("to_status", "code", _("The status after."), is_optional=True),
    Key("article", "address", _("The short address of an article that reports it."), is_optional=True),
    Key("file", "address", _("A file that shows it."), is_optional=True),
    Key("link", "address", _("A page elsewhere that shows it."), is_optional=True),
    Key("superseded_by", "text", _("The reference of what takes its place."), is_optional=True),
    Key("corrects", "text", _("The identifier of the entry in whose place this one stands."), is_optional=True),
    Key("recorded_at", "moment", _("When it was recorded."), is_optional=True),
    Key("entry_words", "words", _("The note of the update, or the title of the milestone.")),
))  # fmt: skip

PARTS = (
    FILE, LICENCE, RESOLUTION, RELATION, WHOLE, MILESTONE, UPDATE, COMMITTEE, MEMBER, PROJECT, PARTNER, QUESTION, FIGURE,
    ACADEMY, COURSE, NAMED, ENTRY,
)  # fmt: skip

#: What may stand behind the question mark of an address, and what it chooses.
FILTERS = (
    Key("kind", "code", _("Decisions alone, or recommendations alone.")),
    Key("status", "code", _("Those that have this status.")),
    Key("body", "number", _("Those for which this body is responsible: its number.")),
    Key("topic", "text", _("Those about this topic: the last part of the address of its page, in either language.")),
    Key("event", "text", _("Those of the event with this code.")),
    Key("overdue", "code", _("day: a day has passed; update: nothing was recorded for long; any: either of these.")),
)  # fmt: skip
