"""Choosing rows in the admin. Django's own inputs and fields break off at a key that is none (a word, or a number that
no column holds); these take it for a choice that there is not.

It is kept at the bottom of the import arrow, for every app's admin to use.
"""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import ModelChoiceField, ModelMultipleChoiceField

LARGEST_KEY = 2**63 - 1


def is_key(value):
    """Anything in; whether a row could have it as its key: digits 0-9, no more than the column holds."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) <= 19 and int(text) <= LARGEST_KEY


class RowField(ModelChoiceField):
    """For a foreign key."""

    def to_python(self, value):
        if value not in self.empty_values and not isinstance(value, Model) and not is_key(value):
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": value})
        return super().to_python(value)


class RowsField(ModelMultipleChoiceField):
    """For a many-to-many relation."""

    def clean(self, value):
        unknown = next((key for key in value or () if not isinstance(key, Model) and not is_key(key)), None)
        if unknown is not None:
            raise ValidationError(
                self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": unknown}
            )
        return super().clean(value)


class _OnlyKeys:
    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [key for key in value if is_key(key)], attrs)


class ChooseOne(_OnlyKeys, AutocompleteSelect):
    """For a foreign key."""


class ChooseSeveral(_OnlyKeys, AutocompleteSelectMultiple):
    """For a many-to-many relation."""
