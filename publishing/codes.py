"""Lists of codes (countries, languages) in one column: a JSON list that a form shows as a list of names."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from publishing.lists import isolated, joined


class CodesFormField(forms.TypedMultipleChoiceField):
    """Several of the choices; an empty choice is an empty list."""

    def __init__(self, *, choices=(), **kwargs):
        for unused in ("encoder", "decoder"):
            kwargs.pop(unused, None)
        super().__init__(choices=choices, coerce=str, empty_value=[], **kwargs)


class CodesField(models.JSONField):
    """A list of codes out of ``choices_of()``, a callable that gives (code, name) pairs in the active language."""

    def __init__(self, *args, choices_of=None, **kwargs):
        self.choices_of = choices_of
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        # The choices come from the language database, so that a new release of it is no migration.
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = set(value or []) - {code for code, _name in self.choices_of()}
        if unknown:
            codes = joined([isolated(code) for code in sorted(map(str, unknown))])
            raise ValidationError(_("Unknown: %(codes)s") % {"codes": codes})

    def formfield(self, **kwargs):
        return super().formfield(form_class=CodesFormField, choices=self.choices_of, **kwargs)
