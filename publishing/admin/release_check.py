"""The page that says what is missing in a release, and from which it is released."""

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from media_library.admin_choices import is_key
from publishing import releases
from publishing.admin.release_rows import row, state_badge, with_documents
from publishing.dates import digits
from publishing.models import Release
from publishing.preflight import Level, check
from publishing.releases import ReleaseRefused, ReleaseState
from publishing.workflow import WorkflowError


class MomentForm(forms.Form):
    """When a release goes public."""

    at = forms.SplitDateTimeField(
        label=gettext_lazy("Release on"), widget=AdminSplitDateTime,
        error_messages={"required": gettext_lazy("Choose the moment at which the texts go public.")},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        names = _("Day of the release"), _("Time of the release")
        for part, name in zip(self.fields["at"].widget.widgets, names, strict=True):
            part.attrs |= {"aria-label": name, "dir": "ltr"}


def check_view(model_admin):
    """The view ``(request, pk)`` of the check, for the site of ``model_admin``."""

    def view(request, pk):
        if not releases.may_prepare(request.user):
            raise PermissionDenied
        release = get_object_or_404(
            Release.objects.select_related("released_by"), pk=pk if is_key(pk) else None
        )
        moment = MomentForm(request.POST if "_schedule" in request.POST else None)
        if request.method == "POST":
            if not releases.may_release(request.user):
                raise PermissionDenied
            if _done(request, release, moment):
                return HttpResponseRedirect(request.path)
        context = {
            **model_admin.admin_site.each_context(request),
            **_texts(request, release, moment),
            "title": _("Check and release"),
            "subtitle": release.name,
            "opts": model_admin.opts,
            "original": release,
            "release": release,
            "badge": state_badge(release),
            "state": releases.state_of(release).value,
            "moment": moment,
            "media": model_admin.media + moment.media,
            "zone": timezone.get_current_timezone_name(),
            "may_release": releases.may_release(request.user),
        }
        return render(request, "admin/publishing/release_check.html", context)

    return view


def _done(request, release, moment):
    """Do what the pressed button asks for and say how it went. Returns whether it was done."""
    try:
        told = _perform(request, release, moment)
    except ReleaseRefused as refusal:
        # What stands in the way of a release stands beside its texts; what keeps a schedule stands nowhere else.
        is_shown = release.live_from is None
        refused = _("Nothing was released: some texts cannot go public.")
        messages.error(request, refused if is_shown else str(refusal))
        return False
    except WorkflowError as refusal:
        if refusal.field == "at":
            moment.add_error("at", str(refusal))
        else:
            messages.error(request, str(refusal))
        return False
    if told:
        messages.success(request, told)
    return bool(told)


def _perform(request, release, moment):
    """What there is to tell once it is done; '' where nothing was asked for, or no moment was chosen."""
    by, seen = request.user, {int(key) for key in request.POST.get("seen", "").split("-") if is_key(key)}
    if "_release" in request.POST:
        releases.release_now(release, by, seen)
        return _("Released: readers see all of these texts now.")
    if "_schedule" in request.POST and moment.is_valid():
        releases.schedule_release(release, by, moment.cleaned_data["at"], seen)
        return _("Scheduled: all of these texts go public at the moment that you chose.")
    if "_cancel" in request.POST:
        releases.cancel_release(release, by)
        return _("The schedule is cancelled; the release is being prepared again.")
    return ""


def _texts(request, release, moment):
    """The rows of the page, each with its problems, and what they come to."""
    items = list(with_documents(release.items.all()))
    latest = releases.latest_texts(items)
    rows = [row(item) | {"refuses": [], "warns": []} for item in items]
    if releases.state_of(release) == ReleaseState.PREPARED:
        _add_problems(request, rows, moment)
    for found in rows:
        planned = found["item"].revision_id
        found["is_newer_draft"] = bool(planned) and planned not in latest
    refused = sum(bool(found["refuses"]) for found in rows)
    sentence = ngettext(
        "%(count)s text cannot go public yet.", "%(count)s texts cannot go public yet.", refused
    )
    return {
        "rows": rows,
        "refused": refused,
        "refused_sentence": sentence % {"count": digits(refused)},
        "seen": "-".join(map(str, sorted(latest))),
    }


def _add_problems(request, rows, moment):
    by = request.user if releases.may_release(request.user) else None
    at = moment.cleaned_data.get("at") if moment.is_bound and moment.is_valid() else None
    by_item = {found["item"].pk: found for found in rows}
    for problem in check([found["item"] for found in rows], by, at):
        key = "refuses" if problem.level == Level.REFUSES else "warns"
        by_item[problem.item.pk][key].append(problem.sentence)
