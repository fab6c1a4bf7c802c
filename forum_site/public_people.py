"""Which people readers can know of."""

from django.db.models import Exists, OuterRef, Q

from people.models import Person
from publishing.models import PublicText

#: Where a person stands in a document, seen from the document, and what must be there for that to show.
PLACES = {
    "as_session__participations__person": None,
    "as_article__people": None,
    "as_resolution__members__person": "as_resolution__committee",
    "as_resolution__courses__lecturer": "as_resolution__academy",
}


def public_people():
    """The Persons who stand in something that is public, by key: a name is not announced here before its session, committee,
    course or article is."""
    stands = Q()
    for place, needed in PLACES.items():
        texts = PublicText.objects.filter(**{f"document__{place}": OuterRef("pk")})
        if needed:
            texts = texts.filter(**{f"document__{needed}__isnull": False})
        stands |= Q(Exists(texts))
    return Person.objects.filter(stands).order_by("pk")
