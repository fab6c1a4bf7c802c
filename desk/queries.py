"""What the pages of the desk ask of the database: the same rights as publishing/permissions.py, said of whole sets."""

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery

from publishing.assignments import FINISHING
from publishing.freshness import Freshness, in_freshness
from publishing.languages import LANGUAGES
from publishing.models import Act, Assignment, Document, DocumentTranslation, Kind, Revision
from publishing.permissions import Task, may_with_kind
from publishing.states import State, in_state

NOTHING = Q(pk__in=())


def light_copies(path=""):
    """The prefetch of the working copies of documents at ``path`` ("document__"): one query for both languages.

    It defers nothing: parler reads every column of a row when it is made, so a deferred one costs a query."""
    return Prefetch(f"{path}translations", DocumentTranslation.objects.all())


LIGHT_COPIES = light_copies()


def kinds_for(user, act="view"):
    """The kinds of documents (a list of Kind) that ``user`` may "view", "change" …"""
    return [kind for kind in Kind if may_with_kind(user, act, kind)]


def languages_of(user):
    """The languages in which ``user`` works, Arabic first: all of them where the account names none."""
    return [code for code in LANGUAGES if not user.word_languages or code in user.word_languages]


def rights(user, task, path=""):
    """permissions.may as a condition (Q) on rows with a ``language_code`` whose document is at ``path`` ("master__").

    It holds for the rows whose words ``user`` may WRITE or REVIEW.
    """
    of_kinds = Q(**{f"{path}kind__in": kinds_for(user, "change")})
    in_languages = Q(language_code__in=languages_of(user))
    if task == Task.REVIEW:
        return of_kinds & in_languages if user.has_perm("publishing.review_words") else NOTHING
    if user.has_perm("publishing.write_any_words"):
        return of_kinds & in_languages
    found = NOTHING
    if user.has_perm("publishing.write_own_words"):
        found |= Q(**{f"{path}created_by": user.pk})
    if user.has_perm("publishing.translate_words"):
        is_translation = ~Q(language_code=F(f"{path}source_language"))
        found |= is_translation & Q(language_code__in=user.word_languages)
    return of_kinds & in_languages & found


def wants_four_eyes(path=""):
    """permissions.needs_four_eyes as a condition on rows whose document is at ``path``."""
    names = settings.FOUR_EYES
    return Q(**{f"{path}kind__in": names}) | Q(**{f"{path}as_article__article_kind__in": names})


def last_writer(document, language="language_code"):
    """The key of whoever wrote the latest text, for annotate(); ``document`` and ``language`` name columns of the row."""
    texts = Revision.objects.filter(document_id=OuterRef(document), language_code=OuterRef(language))
    return Subquery(texts.order_by("-number").values("created_by")[:1])


def open_assignments():
    """The Assignments that still ask something of somebody: of documents in use, but for texts that are public, or will
    be, as they stand and follow their original; unless they were assigned again since."""
    # Asked of one document at a time, by its key, so that a database never looks for all such documents first.
    document, finished = Document.objects.filter(pk=OuterRef("document_id")), Q()
    for language in LANGUAGES:
        at_rest = Q()
        for state in (State.LIVE, State.SCHEDULED):
            at_rest |= Q(Exists(in_state(document, language, state)))
        is_stale = Exists(in_freshness(document, language, Freshness.OUT_OF_DATE))
        finished |= Q(language_code=language) & at_rest & ~is_stale
    acts = Act.objects.filter(document_id=OuterRef("document_id"), language_code=OuterRef("language_code"))
    acts = acts.filter(name__in=[Act.Name.ASSIGN, *FINISHING]).order_by("-at", "-pk")
    found = Assignment.objects.filter(document__binned_at=None).alias(
        last_act=Subquery(acts.values("name")[:1])
    )
    return found.filter(~finished | Q(last_act=Act.Name.ASSIGN))


def assignment_of(document, language, field):
    """``field`` of the assignment of a text, for annotate(); ``document`` and ``language`` name columns of the row.

    For texts that somebody has yet to do something about: whether the assignment is open is not asked."""
    found = Assignment.objects.filter(document_id=OuterRef(document), language_code=OuterRef(language))
    return Subquery(found.values(field)[:1])
