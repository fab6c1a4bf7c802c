"""Which people readers can know of."""

from django.db.models import Exists, OuterRef, Q

from people.models import Person
from publishing.models import PublicText

#: Where a person stands in a document, seen from the document.
PLACES = (
    "as_session__participations__person",
    "as_article__people",
    "as_resolution__members__person",
    "as_resolution__courses__lecturer",
)


def public_people():
    """The Persons who stand in something that is public, by key: a name is not announced here before its session, committee,
    course or article is."""
    stands = Q()
    for place in PLACES:
        stands |= Q(Exists(PublicText.objects.filter(**{f"document__{place}": OuterRef("pk")})))
    return Person.objects.filter(stands).order_by("pk")
