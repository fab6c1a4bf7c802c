"""Pages that cross the apps: the home page, topics, people, and the short address of any document."""

from django.db import connection
from django.db.utils import Error as DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from events.models import Participation
from events.programme import in_order
from forum_site.home import home_context
from forum_site.public_people import public_people
from publishing.addresses import document_address
from publishing.labels import is_at, label_at
from publishing.languages import LANGUAGES, other
from publishing.long_lists import LongList
from publishing.models import Document, Kind, PublicText
from publishing.pagination import page_of
from publishing.prepared import prepared
from publishing.small_rows import keys_of
from publishing.topics import topics_at, topics_in_use
from resolutions.as_of import AsOfForm
from resolutions.models import CommitteeMember, Course


@require_safe
def front_door(request):
    """`/`: to the home page in the reader's language."""
    response = redirect("home")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def home(request):
    """The current event, what it decided, its programme, and the latest news; what is featured comes first."""
    return render(request, "home/home.html", home_context(get_language()))


@require_safe
def topic_list(request):
    """The topics under which something is public."""
    return render(request, "topics/topic_list.html", {"topics": topics_in_use()})


@require_safe
def topic(request, slug):
    """Documents of every kind about a topic, latest first."""
    found = label_at(topics_at, slug)
    if found.slug != slug:
        return redirect(found, permanent=True)
    language = get_language()

    def texts():
        return _texts().readable_in(language).newest()

    def of_topic():
        keys = Document.topics.through.objects.filter(topic=found).values("document_id")
        return texts().filter(document_id__in=keys)

    page = page_of(request, LongList(texts, f"topic {found.pk} in {language}", of_topic, _texts_with))
    # Nothing for a search engine where nothing is public yet.
    context = {"topic": found, "page_obj": page, "noindex": not page.object_list}
    context |= _label_languages("topic", found)
    return render(request, "topics/topic.html", context)


@prepared
def _texts_with(*, keys):
    return _texts().filter(pk__in=keys)


def _texts():
    return PublicText.objects.with_facts(Kind.ARTICLE, Kind.DECISION)


@require_safe
def person(request, slug):
    """A person with the sessions, committees, courses and articles that they have a part in, as far as these are public; 404
    for somebody who stands in nothing public."""
    found = label_at(_people_at, slug)
    if found.slug != slug:
        return redirect(found, permanent=True)
    context = {
        "person": found,
        **_parts_of(found),
        "articles": _articles_with(language=get_language(), person=found.pk),
        **_label_languages("person", found),
    }
    return render(request, "people/person.html", context)


@prepared
def _people_at(*, slug):
    return public_people().select_related("portrait").filter(is_at(slug))


@prepared
def _articles_with(*, language, person):
    """The live articles that a person wrote or speaks in, the latest first."""
    keys = keys_of(as_article__people__id=person)
    texts = PublicText.objects.of_kind(Kind.ARTICLE).readable_in(language).newest()
    return texts.with_facts(Kind.ARTICLE).filter(document_id__in=keys)[:10]


def _parts_of(person):
    """What is public of a person's ``sessions``, ``memberships`` and ``courses``: the text of each with what the person is
    there. Four queries."""
    roles = {}
    for row in _participations(person=person.pk):
        roles.setdefault(row.session_id, []).append(row.get_role_display())
    members = {row.decision_id: row for row in _memberships(person=person.pk)}
    courses = _courses(person=person.pk)
    keys = {*roles, *members, *(course.decision_id for course in courses)}
    texts = _texts_of(language=get_language(), keys=keys)
    decisions = {text.document_id: text for text in texts if text.kind == Kind.DECISION}
    memberships = [
        {"text": decisions[key], "row": members[key]} for key in sorted(members) if key in decisions
    ]
    return {
        "sessions": [
            {"text": text, "roles": roles[text.document_id]} for text in texts if text.document_id in roles
        ],
        # The present ones first.
        "memberships": sorted(memberships, key=lambda membership: membership["row"].is_over),
        "courses": [
            {"text": decisions[course.decision_id], "course": course}
            for course in courses
            if course.decision_id in decisions
        ],
    }


@prepared
def _participations(*, person):
    return Participation.objects.filter(person_id=person)


@prepared
def _memberships(*, person):
    rows = CommitteeMember.objects.filter(person_id=person, decision__committee__isnull=False)
    return rows.select_related("decision__committee")


@prepared
def _courses(*, person):
    rows = Course.objects.filter(lecturer_id=person, decision__academy__isnull=False)
    return rows.select_related("decision__academy")


@prepared
def _texts_of(*, language, keys):
    """The live texts of sessions, in the order of programmes, and of decisions."""
    texts = PublicText.objects.readable_in(language).filter(document__id__in=keys)
    return in_order(texts.with_facts(Kind.SESSION, Kind.DECISION, extra=["as_session__event"]))


def _label_languages(route, label):
    """Like ``publishing.pages.both_languages``, for a thing whose words are labels."""
    addresses = {code: document_address(route, getattr(label, f"slug_{code}"), code) for code in LANGUAGES}
    return {
        "switch_url": addresses[other(get_language())],
        "alternates": [{"language": code, "url": address} for code, address in addresses.items()],
    }


@require_safe
def short_address(request, pk):
    """`/d/{id}/`: to the document in the reader's language, or in the other where it is not live in that one; with the day
    of which a citation speaks (``as_of``), where the document has a record of its days, and its language (``lang``)."""
    if pk > 2**63 - 1:
        raise Http404("No such document.")
    asked = request.GET.get("lang")
    language = asked if asked in LANGUAGES else get_language()
    text = PublicText.objects.filter(document_id=pk).readable_in(language).first()
    if text is None:
        raise Http404("No such document.")
    address = text.address_in(language)
    if text.kind in (Kind.DECISION, Kind.RECOMMENDATION) and (day := AsOfForm.asked(request.GET).day):
        address = f"{address}?as_of={day.isoformat()}"
    response = redirect(address)
    patch_vary_headers(response, ["Accept-Language"])
    return response


@never_cache
def healthz(request):
    """200 when the database answers, 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database unavailable\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
