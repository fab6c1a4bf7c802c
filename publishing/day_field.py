"""A form's field for a day."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from publishing.dates import OUR_TIMES

OUT_OF_RANGE = _("Choose a day between 1900 and 2100.")


class DayField(forms.DateField):
    """A day, as a browser's own calendar sends it; it may be left empty."""

    def __init__(self, label):
        super().__init__(
            label=label,
            required=False,
            input_formats=["%Y-%m-%d"],
            widget=forms.DateInput({"type": "date", "dir": "ltr"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("This is no day; write it like 2026-05-31.")},
            validators=[
                MinValueValidator(OUR_TIMES[0], OUT_OF_RANGE),
                MaxValueValidator(OUR_TIMES[1], OUT_OF_RANGE),
            ],
        )
