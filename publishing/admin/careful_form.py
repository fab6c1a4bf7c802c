"""What the form of a document knows of others: facts that they changed meanwhile, and whether it may be saved at all."""

from datetime import date, datetime

from django.forms import ChoiceField, ModelChoiceField
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from publishing.admin.form_token import plain, read_token
from publishing.lists import isolated, joined
from publishing.refusals import Conflict


class CarefulForm:
    """For the form of documents, before ModelForm. ``is_only_shown``: what was typed is shown again and not saved."""

    is_only_shown = False

    @cached_property
    def opened_with(self):
        """The FormToken that was sent, if it is one of this document and language; else None."""
        token = read_token(self.data) if self.is_bound else None
        fits = token and (token.document, token.language) == (self.instance.pk, self.language)
        return token if fits else None

    @property
    def began_from(self):
        """The key of the Revision that the words were taken from; None where there was none, or nobody knows."""
        return self.opened_with.began if self.opened_with else None

    @property
    def fact_names(self):
        """The fields of the form that are facts of the document."""
        meta = self._meta.model._meta
        own = {fact.name for fact in (*meta.concrete_fields, *meta.many_to_many)}
        return [name for name in self.fields if name in own]

    @property
    def facts_now(self):
        """{name of a fact: its value in the database}, as a FormToken holds them."""
        return {name: plain(self.initial.get(name)) for name in self.fact_names}

    @property
    def facts_seen(self):
        """The same as this person knows it: what the form was opened with, and what it tells of others' changes."""
        if self.opened_with is None:
            return self.facts_now
        told = {name: plain(self.initial.get(name)) for name in getattr(self, "clashing", ())}
        return self.opened_with.facts | told

    def is_valid(self):
        may_be_saved = not (self.is_only_shown or isinstance(self.refusal, Conflict))
        return super().is_valid() and may_be_saved

    def clean(self):
        cleaned = super().clean()
        self._heed_others_facts(cleaned)
        return cleaned

    def _heed_others_facts(self, cleaned):
        """A fact that this person left alone stays as it is now; one that two people changed is said to this one."""
        then, self.clashing = self.opened_with.facts if self.opened_with else {}, []
        for name in self.fact_names:
            if name not in then or name not in cleaned or self.fields[name].disabled:
                continue
            now, mine = plain(self.initial.get(name)), plain(cleaned[name])
            if mine == then[name] != now:
                cleaned[name] = self._fact(name)
            elif now not in (then[name], mine):
                self.clashing.append(name)
        for name in self.clashing:
            self.add_error(name, self._said_of(name))

    def _fact(self, name):
        """The value in the database; the instance still has it, as this comes before what was typed is put into it."""
        is_several = any(fact.name == name for fact in self._meta.model._meta.many_to_many)
        return list(self.initial.get(name) or []) if is_several else getattr(self.instance, name)

    def _said_of(self, name):
        value = self._fact(name)
        if plain(value) in (None, []):
            return _("Meanwhile somebody else emptied this. Save again to put yours in its place.")
        return _(
            "Meanwhile somebody else changed this to “%(value)s”. Save again to put yours in its place."
        ) % {"value": isolated(_in_words(value, self.fields[name]))}


def _in_words(value, field):
    """The value of a fact and its form field in; how a person reads it out."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return joined([_in_words(part, field) for part in value])
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    has_names = isinstance(field, ChoiceField) and not isinstance(field, ModelChoiceField)
    return str(dict(field.choices).get(value, value) if has_names else value)
