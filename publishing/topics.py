"""The topics that lead somewhere, and those of a document."""

from django.db.models import Count, Exists, OuterRef, Subquery

from publishing.content_version import remembered
from publishing.labels import is_at
from publishing.models import Document, PublicText, Topic
from publishing.prepared import prepared
from publishing.small_rows import Small


def topics_in_use():
    """The Topics that at least one public document has, in their order, each with the ``number`` of these: a list that is
    shared, and that nobody may change. One query, where it is not remembered."""
    return remembered("the topics in use", lambda: [topic for topic in _counted() if topic.number])


def _counted():
    is_public = Exists(PublicText.objects.filter(document_id=OuterRef("document_id")))
    # A document has a topic once: no row is counted twice.
    of_topic = Document.topics.through.objects.filter(is_public, topic_id=OuterRef("pk")).order_by()
    number = of_topic.values("topic_id").annotate(number=Count("pk")).values("number")
    return Topic.objects.annotate(number=Subquery(number))


def topic_rows(document):
    """The topics of a document (its key) as a Small, to be read together with other rows; ``as_topics`` makes Topics of them."""
    return small_topics(Topic.objects.filter(documents__pk=document))


@prepared
def topics_at(*, slug):
    """The Topic at ``slug`` in either language, in a list: for ``label_at``."""
    return Topic.objects.filter(is_at(slug))


def topics_of(document):
    """The Topics of a document (its key), in their order. One query."""
    return _topics_of(document=document)


@prepared
def _topics_of(*, document):
    return Topic.objects.filter(documents__id=document)


def small_topics(topics):
    """A QuerySet of Topics as a Small, as ``topic_rows``."""
    return Small(topics, ("pk", "order"), ("name_ar", "name_en", "slug_ar", "slug_en"))


def as_topics(rows):
    """What was read of ``topic_rows`` in; the Topics in their order, with their names and addresses, out."""
    return sorted((Topic(**row) for row in rows), key=lambda topic: (topic.order, topic.pk))
