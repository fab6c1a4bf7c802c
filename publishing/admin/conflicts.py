"""Two people on one text: what the second one is shown, and what is put into their form."""

from dataclasses import dataclass, field, replace

from publishing.admin.form_token import FORM_TOKEN, FormToken, read_token
from publishing.diff import LABELS, words_diff
from publishing.merge import merge_words
from publishing.models import WORDS, Revision
from publishing.refusals import Conflict
from publishing.text import normalise, sanitise_html
from publishing.working_copy import SINGLE_LINES, latest_revision

#: Acts on a text that the person should have read.
ACTS_ON_WORDS = ("_publish", "_schedule", "_submit_for_review", "_request_changes", "_mark_up_to_date")
MERGE, TAKE_THEIRS = "_merge", "_take_theirs"


@dataclass(frozen=True)
class Meeting:
    """What the form shows of somebody else's text. ``then`` says what stands in the form now: "mine" (what was typed),
    "unchanged" (theirs, as nothing was typed), "merged" or "theirs"."""

    latest: Revision
    then: str
    #: What they changed, and what saving mine would change in theirs: FieldDiffs.
    their_changes: list = field(default_factory=list)
    my_changes: list = field(default_factory=list)
    #: [(label, LeftOut)] of a merge.
    left_out: list = field(default_factory=list)


def refuse_unread(request, document, language, began):
    """Raise Conflict where the button that was pressed is for a text that has changed since this person read it."""
    if any(name in request.POST for name in ACTS_ON_WORDS):
        latest = latest_revision(document, language)
        if latest and latest.pk != began:
            raise Conflict(_revision(began, document.pk, language), latest)


def show_conflict(request, conflict):
    """Make what was posted a form that knows of the other text. Returns a Meeting."""
    base, language = conflict.base.words if conflict.base else {}, conflict.latest.language_code
    theirs, posted = conflict.latest.words, request.POST.copy()
    has_typed = _typed(posted, base, language) != _typed({}, base, language)
    if not has_typed:
        _put(posted, theirs)
    _begin_from(request, posted, conflict.latest, base=conflict.base)
    return Meeting(
        conflict.latest,
        "mine" if has_typed else "unchanged",
        _changes(base, theirs, language),
        _changes(theirs, _typed(posted, theirs, language), language),
    )


def put_together(request, document_id):
    """Make what was posted a form of both texts, or of theirs, as the button asks. Returns a Meeting, None where there is
    no text to put it together with."""
    token = read_token(request.POST)
    if token is None or str(token.document) != str(document_id):
        return None
    own = Revision.objects.filter(document_id=token.document, language_code=token.language)
    latest = own.select_related("created_by").order_by("-number").first()
    if latest is None:
        return None
    posted, theirs = request.POST.copy(), latest.words
    base = _revision(token.base, token.document, token.language)
    if TAKE_THEIRS in posted:
        then, words, left_out = "theirs", theirs, []
    else:
        merged = merge_words(base.words if base else {}, _typed(posted, theirs, token.language), theirs)
        then, words, left_out = "merged", merged.words, merged.left_out
    _put(posted, words)
    _begin_from(request, posted, latest, base=None)
    return Meeting(
        latest,
        then,
        _changes(base.words if base else {}, theirs, token.language),
        _changes(theirs, _typed(posted, theirs, token.language), token.language),
        [(LABELS[piece.name], piece) for piece in left_out],
    )


def _revision(key, document_id, language):
    return Revision.objects.filter(pk=key, document_id=document_id, language_code=language).first()


def _changes(old, new, language):
    return [diff for diff in words_diff(old, new, language) if diff.is_changed]


def _typed(posted, otherwise, language):
    """The words as they would be stored, as far as they were posted; an address that was left empty is no other one."""
    words = {name: otherwise.get(name) or "" for name in WORDS}
    for name in WORDS:
        text = normalise(posted.get(name) or "", language)
        if name not in posted or name == "slug" and not text:
            continue
        if name in SINGLE_LINES:
            text = " ".join(text.split())
        words[name] = sanitise_html(text) if name == "body" else text
    return words


def _put(posted, words):
    for name in WORDS:
        if name in posted:
            posted[name] = words[name]


def _begin_from(request, posted, latest, base):
    """What is posted next knows the text ``latest``: having seen it, this person overwrites it knowingly."""
    place = latest.document_id, latest.language_code
    token = read_token(posted)
    if token is None or (token.document, token.language) != place:
        token = FormToken(request.user.pk, request.path, *place)
    posted[FORM_TOKEN] = replace(token, began=latest.pk, base=base and base.pk).signed()
    request.POST = posted
