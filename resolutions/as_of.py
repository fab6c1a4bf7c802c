"""The day of which a reader asks how the record stood: ``?as_of=2025-03-03``."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing.day_field import DayField


class AsOfForm(forms.Form):
    """``as_of``, a day that has come, by the site's calendar."""

    as_of = DayField(pgettext_lazy("of a record", "Day"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A browser writes a day in the order of its own language.
        del self.fields["as_of"].widget.attrs["dir"]

    @classmethod
    def asked(cls, query):
        """The form for the ``query`` of an address; unbound where no day is asked for."""
        return cls(query if query.get("as_of") else None)

    def clean_as_of(self):
        day = self.cleaned_data["as_of"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("That day has not come yet."))
        return day

    @property
    def day(self):
        """The day (a date) that is asked for; None where none is, or one that cannot be."""
        return self.cleaned_data["as_of"] if self.is_bound and self.is_valid() else None


def end_of(day):
    """A day in; its last moment by the site's clocks out, of today the present one: what is to come shows nowhere."""
    end = timezone.make_aware(datetime.datetime.combine(day, datetime.time.max))
    return min(end, timezone.now())
