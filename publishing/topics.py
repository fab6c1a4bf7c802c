"""The topics that lead somewhere."""

from django.db.models import Count

from publishing.models import PublicText, Topic


def topics_in_use():
    """The Topics that at least one public document has, in their order, each with the ``number`` of these; one query."""
    public = PublicText.objects.values("document_id")
    return Topic.objects.filter(documents__in=public).annotate(number=Count("documents", distinct=True))
