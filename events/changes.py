"""How often, and when last, what readers see of an event's sessions has changed: what calendars call SEQUENCE."""

from django.contrib.admin.models import LogEntry
from django.db.models import Count, Max, Q

from publishing.models import Act, Kind, Revision
from publishing.moments import now


def changes_of(event, texts, people=()):
    """{document id: (number, moment)} for ``texts``, PublicTexts of ``event`` or of its sessions, in both languages alike;
    ``people`` are the Persons named in them.

    The number counts the texts that began or ceased to be public and the changes of facts: those of the session, and those
    of all events, whose venue and zone stand in the entries. Neither revisions nor acts are ever deleted, and a session
    that moves to another event takes nothing back, so the number never shrinks. The moment also knows of a new name
    of the venue, of a room or of a person. Three queries.
    """
    ids = {text.document_id for text in texts}
    words, (own, shared), named_at = _of_words(ids), _of_facts(ids), _names_changed_at(event, texts, people)
    changes = {}
    for pk in ids:
        known = [words[pk], own.get(pk), shared]
        known = [change for change in known if change]
        moments = [moment for _number, moment in known] + ([named_at] if named_at else [])
        changes[pk] = sum(number for number, _moment in known), max(moments)
    return changes


def _of_words(ids):
    """Each text began once; one that ended has ended once, and a text in the other language may stand in for it."""
    moment = now()
    ended = Q(live_until__lte=moment)
    public = Revision.objects.filter(document_id__in=ids).ever_public(moment).order_by()
    counted = public.values_list("document_id").annotate(
        begun=Count("pk"), over=Count("pk", filter=ended),
        last_begun=Max("live_from"), last_over=Max("live_until", filter=ended),
    )  # fmt: skip
    return {pk: (begun + over, max(filter(None, moments))) for pk, begun, over, *moments in counted}


def _of_facts(ids):
    """({document id: (number, moment)} of the documents that are no events, (number, moment) of all events or None)."""
    acts = Act.objects.filter(Q(document_id__in=ids) | Q(kind=Kind.EVENT), name=Act.Name.CHANGE_FACTS)
    rows = list(acts.order_by().values_list("kind", "document_id").annotate(Count("pk"), Max("at")))
    own = {pk: (number, moment) for kind, pk, number, moment in rows if kind != Kind.EVENT}
    shared = [(number, moment) for kind, _pk, number, moment in rows if kind == Kind.EVENT]
    if not shared:
        return own, None
    return own, (sum(number for number, _moment in shared), max(moment for _number, moment in shared))


def _names_changed_at(event, texts, people):
    """When the venue, one of the rooms or one of the people was last changed; they are no documents and leave no act."""
    rooms = {getattr(text.facts, "room_id", None) for text in texts} - {None}
    keys = {
        ("events", "room"): rooms,
        ("events", "venue"): {event.venue_id},
        ("people", "person"): {person.pk for person in people},
    }
    named = Q(pk__in=[])
    for (app, model), of_model in keys.items():
        of_type = Q(content_type__app_label=app, content_type__model=model)
        named |= of_type & Q(object_id__in=[str(pk) for pk in of_model])
    return LogEntry.objects.filter(named).aggregate(moment=Max("action_time"))["moment"]
