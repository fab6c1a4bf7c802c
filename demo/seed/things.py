"""What the sample documents share: people, bodies, a venue with its rooms, topics, a few pictures, an account."""

from dataclasses import dataclass

from accounts.models import User
from demo import things
from events.models import Room, Venue
from media_library.models import Image
from people.models import Organisation, Person
from publishing.models import Topic

USERNAME = "seed"
TOPICS, ORGANISATIONS, ROOMS, PICTURES = 8, 40, 3, 6
LEAST_PEOPLE, MOST_PEOPLE = 20, 1000


@dataclass
class Things:
    """The keys of what there is."""

    user: int
    topics: list
    people: list
    organisations: list
    rooms: list
    venue: int
    pictures: list


def make_things(size):
    """Things for a forum of ``size`` documents; those of an earlier seeding are used again."""
    user, _is_new = User.objects.get_or_create(username=USERNAME, defaults={"password": "!"})
    venue = _venue()
    people = min(max(size // 100, LEAST_PEOPLE), MOST_PEOPLE)
    return Things(
        user=user.pk,
        topics=_numbered(Topic, "موضوع تجريبي", "Sample topic", TOPICS),
        people=_numbered(Person, "شخص تجريبي", "Sample person", people, is_sample=True),
        organisations=_numbered(Organisation, "هيئة تجريبية", "Sample body", ORGANISATIONS, is_sample=True),
        rooms=list(venue.rooms.values_list("pk", flat=True)),
        venue=venue.pk,
        pictures=_pictures(user),
    )


def _numbered(model, arabic, english, count, **fields):
    """The keys of ``count`` rows of ``model`` that are called by these words and a number."""
    there = model.objects.filter(name_en__startswith=f"{english} ")
    has_slug = any(field.name == "slug" for field in model._meta.fields)
    rows = []
    for number in range(there.count() + 1, count + 1):
        names = {"name_ar": f"{arabic} {number}", "name_en": f"{english} {number}"}
        if has_slug:
            slugs = (f"{name} {number}".lower().replace(" ", "-") for name in (arabic, english))
            names |= dict(zip(("slug_ar", "slug_en"), slugs, strict=True))
        rows.append(model(**names, **fields))
    model.objects.bulk_create(rows)
    return list(there.order_by("pk").values_list("pk", flat=True)[:count])


def _venue():
    names = {"name_ar": "مبنى تجريبي", "name_en": "Sample building", "city_ar": "مدينة تجريبية"}
    venue, is_new = Venue.objects.get_or_create(
        name_en=names["name_en"], defaults=names | {"city_en": "Sample town", "country": "TR"}
    )
    if is_new:
        Room.objects.bulk_create(
            Room(venue=venue, name_ar=f"قاعة {number}", name_en=f"Hall {number}", order=number)
            for number in range(1, ROOMS + 1)
        )
    return venue


def _pictures(user):
    """A handful of files that all documents share; those of the demo where it is loaded."""
    if not Image.objects.exists():
        things.make_pictures(user)
    return list(Image.objects.order_by("pk").values_list("pk", flat=True)[:PICTURES])
