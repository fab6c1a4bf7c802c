"""What a resolution has to do with others, seen from both sides: what it carries out, follows from or replaces."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from publishing.small_rows import Small
from resolutions.entries import in_order, replacement_of
from resolutions.models import Relation, Status, StatusUpdate


@dataclass
class Relations:
    """The keys of the others: of what took its place (or None), of what it replaces, and (nature, is_from_here, key)."""

    replaced_by: int | None = None
    replaces: list = field(default_factory=list)
    related: list = field(default_factory=list)

    def keys(self):
        """The key of each other resolution."""
        return {self.replaced_by, *self.replaces, *(key for _nature, _is_from_here, key in self.related)}

    def shown(self, texts):
        """``replaced_by`` (a live text or None), ``replaces`` (texts) and ``related`` ((words, text) pairs) of a page,
        with the live ``texts`` by their documents: what readers cannot see is not named."""
        return {
            "replaced_by": texts.get(self.replaced_by),
            "replaces": [texts[key] for key in self.replaces if key in texts],
            "related": [
                (_words(nature, is_from_here), texts[key])
                for nature, is_from_here, key in self.related
                if key in texts
            ],
        }


def relation_rows(resolution, until):
    """What ``related_to`` needs of a resolution (its key) up to the end of a day (a date), as Smalls by name."""
    replacing = StatusUpdate.objects.standing().filter(noted_on__lte=until)
    replacing = replacing.filter(superseded_by_id=resolution, to_status=Status.SUPERSEDED)
    rows = Relation.objects.filter(Q(resolution_id=resolution) | Q(other_id=resolution))
    return {
        "relations": Small(rows, ("pk", "resolution_id", "other_id"), ("nature",)),
        "replacing": Small(replacing, ("resolution_id",)),
    }


def related_to(facts, updates, rows, until=None):
    """The Relations of the Resolution ``facts``, whose StatusUpdates are ``updates`` and whose ``rows`` are those of
    ``relation_rows``; with ``until`` (a date) as they were at the end of that day. Nothing is asked of the database."""
    standing = [entry for entry in in_order(updates) if until is None or entry.noted_on <= until]
    relations = sorted(rows["relations"], key=lambda row: (row["nature"], row["pk"]))
    return Relations(
        replaced_by=replacement_of(standing),
        replaces=sorted({row["resolution_id"] for row in rows["replacing"]}),
        related=[(row["nature"], *_other(row, facts.pk)) for row in relations],
    )


def _other(row, key):
    """Whether a relation goes out from the resolution ``key``, and the key of the other one."""
    is_from_here = row["resolution_id"] == key
    return is_from_here, row["other_id" if is_from_here else "resolution_id"]


def _words(nature, is_from_here):
    """The label before the other's title; what stands before it is the page's own resolution."""
    return {
        (Relation.Nature.CARRIES_OUT, True): _("Carries out"),
        (Relation.Nature.CARRIES_OUT, False): _("Carried out by"),
        (Relation.Nature.FOLLOWS_FROM, True): _("Follows from"),
        (Relation.Nature.FOLLOWS_FROM, False): _("Followed by"),
    }[(nature, is_from_here)]
