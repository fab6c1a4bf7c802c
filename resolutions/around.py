"""What the page of a resolution shows beside its own words, in five queries however much of it there is.

The text comes with its facts, its event, and the committee, project and academy that it set up: one row (views.py). Then:

1. the small rows of up to nine tables: who is responsible, the topics, the relations, what it replaces, and what the page
   names or counts of what it set up;
2. its updates with their files, and
3. its milestones, which have too many columns to be read together with others;
4. the texts of all that these rows name, in both languages, and of the resolution itself since it was first public: that is
   what the page says of its languages, its changes and how to cite it;
5. the articles about it.

The record of a day asks once more, for the words of that day.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, IntegerField, Q
from django.db.models.functions import Cast
from django.utils import timezone

from events.views import texts_about
from people.models import Organisation
from publishing import moments
from publishing.models import Revision
from publishing.models.revision import LONG_WORDS
from publishing.prepared import prepared
from publishing.public_changes import is_read_at
from publishing.small_rows import Small, small_rows
from publishing.topics import as_topics, topic_rows
from resolutions.as_of import end_of
from resolutions.models import Milestone, StatusUpdate
from resolutions.relations import Relations, related_to, relation_rows
from resolutions.set_ups import found_in, named_rows

#: The articles of a time line: the latest so many.
MOST_ARTICLES = 30


@dataclass(frozen=True)
class Around:
    """``small`` are the small rows by name, ``own`` the Revisions of the resolution that were ever public, the earliest
    first, ``living`` the live texts by (document, language), ``texts`` those of ``living`` by document that are read in the
    language of the page, ``articles`` the live texts of those about it, the latest first."""

    small: dict
    updates: list
    milestones: list
    relations: Relations
    own: list
    living: dict
    texts: dict
    articles: list

    @property
    def responsible(self):
        """The Organisations, in their order."""
        return sorted((_body(**row) for row in self.small["responsible"]), key=lambda body: body.pk)

    @property
    def topics(self):
        """The Topics, in their order."""
        return as_topics(self.small["topics"])

    def texts_of(self, document):
        """{language: live text} of the document with this key."""
        return {language: text for (key, language), text in self.living.items() if key == document}


def around(text, until=None):
    """The Around of the live text of a resolution, or as it was at the end of a day (a date)."""
    facts, language = text.facts, text.language_code
    updates = _updates(resolution=facts.pk)
    milestones = _milestones(resolution=facts.pk)
    set_ups = () if until else tuple(name for name, found in found_in(facts).items() if found)
    today = timezone.localdate()
    small = _small(set_ups, resolution=facts.pk, until=until or date.max, today=today)
    relations = related_to(facts, updates, small, until)
    keys = _named(facts, updates, milestones, relations) | {facts.pk}
    found = _texts_named(document=facts.pk, keys=keys)
    now = moments.now()
    living = {(row.document_id, row.language_code): row for row in found if is_read_at(row, now)}
    return Around(
        small,
        updates,
        milestones,
        relations,
        own=[row for row in found if row.document_id == text.document_id],
        living=living,
        texts=_readable(living, language),
        articles=_articles(
            MOST_ARTICLES,
            language=language,
            resolution=facts.pk,
            until=end_of(until) if until else moments.now(),
        ),
    )


@prepared
def _updates(*, resolution):
    return StatusUpdate.objects.filter(resolution_id=resolution).select_related("evidence_attachment")


@prepared
def _milestones(*, resolution):
    return Milestone.objects.filter(resolution_id=resolution)


@small_rows
def _small(set_ups, *, resolution, until, today):
    # The rows of a UNION have whole numbers and texts, and PostgreSQL takes a truth for neither.
    bodies = Organisation.objects.filter(resolutions__pk=resolution)
    bodies = bodies.annotate(sample=Cast("is_sample", IntegerField()))
    return {
        "responsible": Small(bodies, ("pk", "sample"), ("name_ar", "name_en", "site")),
        "topics": topic_rows(resolution),
        **relation_rows(resolution, until),
        **named_rows(set_ups, resolution, today),
    }


def _body(sample, **columns):
    return Organisation(is_sample=bool(sample), **columns)


def _named(facts, updates, milestones, relations):
    """The keys of the documents that the page names."""
    keys = {facts.event_id, facts.session_id, *relations.keys()}
    for update in updates:
        keys |= {update.evidence_document_id, update.superseded_by_id}
    keys |= {milestone.source_document_id for milestone in milestones}
    committee = found_in(facts)["committee"]
    return (keys | {committee and committee.prepares_id}) - {None}


@prepared
def _texts_named(*, document, keys):
    """The live Revisions of the documents ``keys`` in both languages, and all of ``document`` that were ever public, the
    earliest first: with the facts of resolutions, without long words."""
    now = moments.now()
    texts = Revision.objects.ever_public(now).filter(document__id__in=keys)
    texts = texts.filter(Q(document_id=document) | Q(live_until__isnull=True) | Q(live_until__gt=now))
    texts = texts.select_related("document__as_resolution").defer(*LONG_WORDS, "note")
    return texts.annotate(source_sense=F("source_revision__sense")).order_by("live_from", "pk")


def _readable(living, language):
    """{document: text}: the one in ``language``, or else the other."""
    in_order = sorted(living.items(), key=lambda item: item[0][1] == language)
    return {document: text for (document, _language), text in in_order}


@prepared
def _articles(most, *, language, resolution, until):
    texts = texts_about("resolutions", language, resolution).filter(published_at__lte=until)
    return texts.select_related("document").defer(*LONG_WORDS, "note")[:most]
