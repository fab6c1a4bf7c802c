"""The day that a preview is asked for."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing.dates import shown
from publishing.day_field import DayField
from publishing.models import Revision

#: A day without a time means its last minute: everything that goes public on it is out.
END_OF_DAY = datetime.time(23, 59)


class DayForm(forms.Form):
    """``on``, a day, and ``at``, a time by the site's clocks (without one, the end of the day)."""

    on = DayField(pgettext_lazy("of a preview", "Day"))
    at = forms.TimeField(
        label=pgettext_lazy("of a preview", "Time"),
        required=False,
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput({"type": "time", "dir": "ltr"}, format="%H:%M"),
        error_messages={"invalid": _("This is no time; write it like 09:30.")},
    )

    @classmethod
    def asked(cls, query):
        """The form for the ``query`` of an address; unbound where no day is asked for."""
        return cls(query if query.get("on") or query.get("at") else None)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("at") and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", _("Choose the day, too."))
        return cleaned

    @property
    def moment(self):
        """The moment that is asked for; None where none is, or one that cannot be."""
        if not self.is_bound or not self.is_valid():
            return None
        time = self.cleaned_data["at"] or END_OF_DAY
        return timezone.make_aware(datetime.datetime.combine(self.cleaned_data["on"], time))


def why_not_public(document, language, moment):
    """For a text that readers do not find at ``moment``: the sentences that say what is known of its dates."""
    own = Revision.objects.filter(document_id=document.pk, language_code=language)
    before = own.filter(live_until__lte=moment).order_by("-live_until").first()
    later = own.scheduled(moment).order_by("live_from").first()
    said = []
    if before:
        said.append(_("Its publication ends on %(moment)s.") % {"moment": in_words(before.live_until)})
    if later:
        said.append(_("Its publication begins on %(moment)s.") % {"moment": in_words(later.live_from)})
    return said or [_("No day is set on which it goes public.")]


def in_words(moment):
    """A moment in; its day and time by the site's clocks out, as people read them."""
    return shown(timezone.localtime(moment), "DATETIME_FORMAT")
