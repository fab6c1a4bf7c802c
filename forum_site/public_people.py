"""Which people readers can know of."""

from django.db.models import Q

from people.models import Person
from publishing.models import PublicText


def public_people():
    """The Persons who stand in something that is public, by key: a name is not announced here before its session, committee,
    course or article is."""
    live = PublicText.objects.all()
    stands = Q(participations__session__revisions__in=live) | Q(articles__revisions__in=live)
    stands |= Q(memberships__decision__revisions__in=live) | Q(courses__decision__revisions__in=live)
    return Person.objects.filter(pk__in=Person.objects.filter(stands).order_by().values("pk")).order_by("pk")
