"""What is to be known before texts go public together: what stands in the way, and what is missing."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from publishing.dates import digits, shown
from publishing.languages import other
from publishing.links import dead_links, pictures_without_words
from publishing.lists import isolated
from publishing.models import Document, Kind, Note, ReleaseItem, Revision
from publishing.permissions import Task
from publishing.refusals import (
    WorkflowError,
    release_message,
    require,
    require_complete,
    require_in_use,
    require_second_person,
    slug_taken_message,
)
from publishing.typeset import count_points


class Level(models.TextChoices):
    """How much a problem weighs."""

    REFUSES = "refuses", gettext_lazy("Cannot go public")
    WARNS = "warns", gettext_lazy("Worth a look")


@dataclass(frozen=True)
class Problem:
    """Something about one text (a ReleaseItem), said in a sentence of the active language."""

    level: Level
    item: ReleaseItem
    sentence: str


def check(items, by=None, at=None):
    """The Problems of ``items`` (ReleaseItems of one release) if they went public at the moment ``at`` (now if None), in
    the order of the items, what refuses first.

    ``by`` is who would release them; without a person only what holds for everybody is said. Refused is what the acts of
    workflow.py refuse. The number of queries does not grow with the items.
    """
    scene = Scene(items, at)
    found = []
    for item in items:
        found += [Problem(Level.REFUSES, item, sentence) for sentence in _refusals(scene, item, by)]
        found += [Problem(Level.WARNS, item, sentence) for sentence in _warnings(scene, item)]
    return found


class Scene:
    """Everything that the checks look at, loaded once: texts by (document, language)."""

    def __init__(self, items, at=None):
        self.items, self.now, self.is_planned = items, timezone.now(), at is not None
        self.at = at or self.now
        ids = {item.document_id for item in items}
        documents = Document.objects.filter(pk__in=ids).select_related("picture", "as_article")
        self.documents = documents.prefetch_related("translations").in_bulk()
        self.rows = {}
        for row in _texts_that_matter(ids, self.now):
            self.rows.setdefault((row.document_id, row.language_code), []).append(row)
        self.going_out = {key: self.latest(*key) for key in map(_key, items) if self.latest(*key)}
        self.holders = self._holders()
        self.plans = self._other_releases(ids)
        self.notes = list(
            Note.objects.open().filter(document_id__in=ids).values_list("document_id", "language_code")
        )
        self.dead_links = dead_links(self.going_out.values(), self.at, self.going_out.values())

    def latest(self, document_id, language):
        """The Revision that holds the working copy, or None."""
        return self.rows.get((document_id, language), [None])[-1]

    def living(self, document_id, language, at):
        """The Revision that readers see at ``at`` if nothing is released, or None."""
        rows = self.rows.get((document_id, language), [])
        dated = [row for row in rows if row.live_from and row.live_from <= at]
        return next((row for row in dated if not (row.live_until and row.live_until <= at)), None)

    def pending(self, document_id, language):
        """The Revision that is scheduled, or None."""
        rows = self.rows.get((document_id, language), [])
        return next((row for row in rows if row.live_from and row.live_from > self.now), None)

    def read_afterwards(self, document_id, language):
        """The Revision that readers see once all are out, or None."""
        key = document_id, language
        return self.going_out.get(key) or self.living(*key, self.at)

    def _holders(self):
        """Texts of any document that are or will be public at an address that one of ours wants."""
        slugs = {text.slug for text in self.going_out.values()}
        dated = Revision.objects.filter(slug__in=slugs, live_from__isnull=False)
        in_time = dated.filter(Q(live_until__isnull=True) | Q(live_until__gt=self.at))
        columns = ("document_id", "kind", "language_code", "slug", "title", "live_from", "live_until")
        return list(in_time.order_by("live_from").only(*columns))

    def _other_releases(self, ids):
        """{revision: Release} of what other releases will make public."""
        to_come = ReleaseItem.objects.filter(document_id__in=ids, release__live_from__gt=self.now)
        return {item.revision_id: item.release for item in to_come.select_related("release")}


def _texts_that_matter(ids, now):
    """The latest text of each language, and those that are public now or later; in the order of their numbers."""
    own = Revision.objects.filter(
        document_id=OuterRef("document_id"), language_code=OuterRef("language_code")
    )
    is_latest = ~Exists(own.filter(number__gt=OuterRef("number")))
    is_dated = Q(live_from__isnull=False) & (Q(live_until__isnull=True) | Q(live_until__gt=now))
    texts = Revision.objects.filter(Q(is_latest) | is_dated, document_id__in=ids)
    return texts.annotate(source_sense=F("source_revision__sense")).order_by("number")


def _key(item):
    return item.document_id, item.language_code


# ---- What refuses


def _refusals(scene, item, by):
    document, text = scene.documents[item.document_id], scene.latest(*_key(item))
    yield from _caught(require_in_use, document)
    if by is not None:
        yield from _caught(require, by, Task.PUBLISH, document, item.language_code)
    yield from _caught(require_complete, text)
    if text is None:
        return
    if by is not None:
        yield from _caught(require_second_person, by, document, text)
    if text == scene.living(*_key(item), scene.now):
        yield _("This very text is public already; there is nothing new to publish.")
    pending = scene.pending(*_key(item))
    if pending and pending.pk in scene.plans and (scene.is_planned or pending == text):
        yield release_message(scene.plans[pending.pk])
    if holder := _holder(scene, text, pending):
        yield slug_taken_message(text.slug, holder)


def _caught(rule, *arguments):
    try:
        rule(*arguments)
    except WorkflowError as refusal:
        yield str(refusal)


def _holder(scene, text, pending):
    """The text of another document that has the address of ``text`` in its time: a public one, or one that goes out too."""
    end = None if scene.is_planned or pending == text else pending and pending.live_from
    rivals = [row for row in scene.holders if end is None or row.live_from < end]
    for rival in [*rivals, *scene.going_out.values()]:
        is_same_place = (rival.kind, rival.language_code, rival.slug) == (
            text.kind,
            text.language_code,
            text.slug,
        )
        if is_same_place and rival.document_id != text.document_id:
            return rival
    return None


# ---- What is worth a look


def _warnings(scene, item):
    text = scene.latest(*_key(item))
    if text is not None:
        yield from _about_translations(scene, item, text)
        yield from _about_points(scene, item, text)
        yield from _about_pictures(scene, item, text)
        yield from _about_plans(scene, item, text)
        for address in scene.dead_links.get(text.pk, ()):
            yield _("The link to %(address)s leads to nothing that readers can see.") % {
                "address": isolated(address)
            }
    count = sum(
        pk == item.document_id and language in ("", item.language_code) for pk, language in scene.notes
    )
    if count:
        sentence = ngettext("%(count)s note is not resolved.", "%(count)s notes are not resolved.", count)
        yield sentence % {"count": digits(count)}


def _about_translations(scene, item, text):
    """Whether readers of the other language are left out, or read a translation of something else."""
    document, elsewhere = scene.documents[item.document_id], other(item.language_code)
    counterpart = scene.read_afterwards(item.document_id, elsewhere)
    if counterpart is None:
        yield {
            "ar": _("The Arabic text is neither public nor in this release."),
            "en": _("The English text is neither public nor in this release."),
        }[elsewhere]
    elif item.language_code != document.source_language:
        if text.source_sense != counterpart.sense:
            yield _("This translation is out of date: the original says something else.")
    elif (item.document_id, elsewhere) not in scene.going_out and counterpart.source_sense != text.sense:
        yield {
            "ar": _("With this text the public Arabic translation is out of date."),
            "en": _("With this text the public English translation is out of date."),
        }[elsewhere]


def _about_points(scene, item, text):
    """Whether a point of a resolution has another number in the other language: #p2 is then another thing there."""
    counterpart = scene.read_afterwards(item.document_id, other(item.language_code))
    if text.kind not in (Kind.DECISION, Kind.RECOMMENDATION) or counterpart is None:
        return
    here, there = count_points(text.body), count_points(counterpart.body)
    if here and there and here != there:
        sentence = _(
            "It has %(here)s points, and %(there)s in the other language: their addresses do not agree."
        )
        yield sentence % {"here": digits(here), "there": digits(there)}


def _about_pictures(scene, item, text):
    picture = scene.documents[item.document_id].picture
    if picture and not getattr(picture, f"alt_{item.language_code}"):
        yield _("The picture has no description in this language for those who cannot see it.")
    if count := pictures_without_words(text.body):
        sentence = ngettext(
            "%(count)s picture in the text has no description for those who cannot see it.",
            "%(count)s pictures in the text have no description for those who cannot see them.",
            count,
        )
        yield sentence % {"count": digits(count)}


def _about_plans(scene, item, text):
    """A text that somebody scheduled by itself: it goes first, or comes after all."""
    pending = scene.pending(*_key(item))
    if pending is None or pending.pk in scene.plans and (scene.is_planned or pending == text):
        return
    moment = {"moment": isolated(shown(timezone.localtime(pending.live_from), "DATETIME_FORMAT"))}
    if scene.is_planned or pending == text:
        yield _("It is scheduled by itself for %(moment)s; the release takes the place of that.") % moment
    else:
        yield _("An earlier text is scheduled for %(moment)s and takes the place of this one then.") % moment
