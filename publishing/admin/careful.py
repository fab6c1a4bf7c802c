"""Nothing that was typed is lost: two people on one text, a lapsed session, a closed tab."""

from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.db import connection
from django.forms import MediaDefiningClass
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.admin.conflicts import MERGE, TAKE_THEIRS, put_together, refuse_unread, show_conflict
from publishing.admin.form_token import FormToken
from publishing.admin.lapsed import take_kept_form
from publishing.admin.open_forms import note_opened
from publishing.dates import shown
from publishing.lists import isolated
from publishing.models import Document
from publishing.refusals import Conflict

#: The cookie that tells the browser which of its local copies were saved; static/js/desk/careful.js forgets them.
SAVED_COPIES = "saved_copies"
_SAVED_FOR = timedelta(days=30)
_MOST_SAVED = 20


class CarefulSaving(metaclass=MediaDefiningClass):
    """For the admin of documents."""

    class Media:
        css = {"all": ["css/desk/diff.css", "css/desk/careful.css"]}
        js = ["js/desk/careful.js"]

    def get_object(self, request, object_id, from_field=None):
        """Whoever sends a form waits for the one who sent another form of this document a moment before."""
        if request.method == "POST" and connection.in_atomic_block:
            list(Document.objects.filter(pk=object_id).select_for_update().values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_only_shown = getattr(request, "is_only_shown", False)
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The form again with what was typed before signing in, with another's text beside it, or with both in one."""
        request.meeting, request.was_saved = None, False
        refusal = getattr(request, "refusal", None)
        if isinstance(refusal, Conflict):
            request.meeting = show_conflict(request, refusal)
        elif request.method == "POST" and (MERGE in request.POST or TAKE_THEIRS in request.POST):
            request.is_only_shown = True
            request.meeting = put_together(request, object_id)
        elif request.method == "GET":
            self._show_kept_form(request)
        response = super().changeform_view(request, object_id, form_url, extra_context)
        return self._told_saved(request, response, object_id) if request.was_saved else response

    def _show_kept_form(self, request):
        posted = take_kept_form(request)
        if posted is None:
            return
        # As if it were sent now, but for saving it.
        request.method, request.POST, request.is_only_shown = "POST", posted, True
        messages.warning(
            request,
            _("This is what you typed before you had to sign in. It is not saved yet: please save it."),
        )

    def save_model(self, request, obj, form, change):
        language = self.language_of(request)
        if change:
            refuse_unread(request, obj, language, form.began_from)
        super().save_model(request, obj, form, change)

    def tell_of_newer_text(self, request, form, revision):
        """``revision`` is the working copy after the save: say so where it is somebody else's, as this person typed nothing."""
        if revision.created_by_id != request.user.pk and revision.pk != form.began_from:
            messages.info(
                request,
                _("The words are those that %(name)s saved meanwhile; you had changed none of them.")
                % {"name": isolated(revision.created_by or _("Somebody"))},
            )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.was_saved = True

    def _told_saved(self, request, response, object_id):
        """The answer, with the news that the local copy of what was typed has done its service."""
        key = self._copy_key(request, object_id)
        before = [copy for copy in request.COOKIES.get(SAVED_COPIES, "").split("~") if copy and copy != key]
        response.set_cookie(
            SAVED_COPIES,
            "~".join([*before, key][-_MOST_SAVED:]),
            max_age=_SAVED_FOR,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
        return response

    def _copy_key(self, request, object_id):
        """What the browser calls its local copy of a text: nobody else who signs in there is offered it."""
        parts = request.user.pk, self.opts.model_name, object_id or "new", self.language_of(request)
        return ".".join(map(str, parts))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if add or self.has_change_permission(request, obj):
            context |= self._careful_context(request, context["adminform"].form, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _careful_context(self, request, form, obj):
        language = self.language_of(request)
        token = self._token(request, form, obj, language)
        return {
            "form_token": token.signed(),
            "began_from": token.began or "",
            "copy_key": self._copy_key(request, obj and obj.pk),
            "is_unsaved": form.is_bound,
            "open_address": reverse("admin:document_open", args=[obj.pk, language]) if obj else "",
            "others": [
                (row.person, _clock(row.opened_at))
                for row in (note_opened(obj, language, request.user) if obj else ())
            ],
            **_meeting_context(request),
        }

    def _token(self, request, form, obj, language):
        facts = form.facts_seen if obj else {}
        if form.opened_with:
            token = replace(form.opened_with, facts=facts)
            return replace(token, person=request.user.pk, path=request.path)
        latest = None if form.is_bound or obj is None else _latest(obj, language)
        return FormToken(
            request.user.pk, request.path, obj and obj.pk, language, began=latest and latest.pk, facts=facts
        )


def _latest(document, language):
    own = [row for row in document.revisions.all() if row.language_code == language]
    return max(own, key=lambda row: row.number, default=None)


def _meeting_context(request):
    if request.meeting is None:
        return {}
    latest = request.meeting.latest
    return {
        "meeting": request.meeting,
        "is_own_text": latest.created_by_id == request.user.pk,
        "latest_by": latest.created_by or _("Somebody"),
        "latest_at": _clock(latest.created_at),
        "their_heading": _("What has changed"),
        "my_heading": _("What yours would change in it"),
    }


def _clock(moment):
    """The time on today's clocks, with the date if it is of another day."""
    moment = timezone.localtime(moment)
    is_today = moment.date() == timezone.localdate()
    return shown(moment, "TIME_FORMAT" if is_today else "SHORT_DATETIME_FORMAT")
