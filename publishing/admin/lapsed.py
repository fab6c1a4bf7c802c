"""A form that was sent after its session had ended: kept on the server until the same person has signed in again.

It is kept in the session, which signing in carries over. It must bear the token with which it was shown to somebody who was
signed in, so that a stranger can leave nothing here; and it is only shown again, never saved by itself.
"""

from datetime import timedelta

from django.contrib import messages
from django.http import QueryDict
from django.utils.translation import gettext as _

from publishing.admin.acts import ACTS
from publishing.admin.conflicts import MERGE, TAKE_THEIRS
from publishing.admin.form_token import read_token

KEPT_FORMS = "kept_forms"
MAX_AGE = timedelta(days=7)
#: In letters, all kept forms together.
MAX_LENGTH = 1_000_000
MOST_FORMS = 5
_BUTTONS = {*ACTS, MERGE, TAKE_THEIRS, "_continue", "_save", "_addanother", "_saveasnew"}


def keep_form(request):
    """Keep what was posted, if it is the form of a document as it was shown to the person who is signed in now, or last.

    Returns whether it is kept."""
    token = read_token(request.POST, MAX_AGE)
    if token is None or token.path != request.path:
        return False
    if request.user.is_authenticated and request.user.pk != token.person:
        return False
    forms = [form for form in request.session.get(KEPT_FORMS, []) if form["place"] != _place(request)]
    fields = [
        (name, values)
        for name, values in request.POST.lists()
        if name not in _BUTTONS and name != "csrfmiddlewaretoken"
    ]
    forms = [{"place": _place(request), "person": token.person, "fields": fields}, *forms][:MOST_FORMS]
    if sum(_length(form) for form in forms) > MAX_LENGTH:
        forms = forms[:1]
    if _length(forms[0]) > MAX_LENGTH:
        return False
    request.session[KEPT_FORMS] = forms
    if not request.user.is_authenticated:
        messages.warning(
            request,
            _("Your session had ended. What you typed is kept: sign in, and it stands in the form again."),
        )
    return True


def take_kept_form(request):
    """What this person typed in the form at this address before they had to sign in: a QueryDict, or None.

    It is taken once; what somebody else typed is forgotten."""
    forms = request.session.get(KEPT_FORMS)
    if not forms:
        return None
    own = [form for form in forms if form["person"] == request.user.pk]
    found = next((form for form in own if form["place"] == _place(request)), None)
    rest = [form for form in own if form is not found]
    if rest:
        request.session[KEPT_FORMS] = rest
    else:
        del request.session[KEPT_FORMS]
    if found is None:
        return None
    posted = QueryDict(mutable=True)
    for name, values in found["fields"]:
        posted.setlist(name, values)
    return posted


def _place(request):
    return f"{request.path}?{request.GET.get('language', '')}"


def _length(form):
    return sum(len(name) + sum(map(len, values)) for name, values in form["fields"])
