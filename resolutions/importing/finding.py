"""Which rows of the database a row of the file means."""

from django.utils.translation import gettext as _

from events.models import Event
from media_library.admin_choices import is_key
from publishing.dates import digits
from publishing.lists import isolated, joined
from publishing.refusals import WorkflowError, require_in_use
from resolutions.importing.values import bare, key_of, listed
from resolutions.models import Resolution

#: More would be no help in a sentence.
MOST_NAMED = 8


def resolution_at(reference):
    """A reference in; the Resolution under its lock out, '' for None. Raises WorkflowError if there is none in use."""
    found = (
        Resolution.objects.select_for_update(of=("self",)).filter(reference__iexact=bare(reference)).first()
    )
    if found is None:
        raise WorkflowError(no_such(reference))
    require_in_use(found)
    return found


def no_such(reference):
    if not reference:
        return _("Write the reference of the decision or recommendation.")
    message = _("There is no decision or recommendation “%(reference)s”. Correct the reference.")
    return message % {"reference": isolated(reference[:60])}


def event_with(code):
    """The code of an event in; the Event under its lock out, so that two imports number one after the other."""
    events = {key_of(event.code): event.pk for event in Event.objects.in_use().only("code")}
    if key_of(code) not in events:
        codes = sorted(Event.objects.in_use().values_list("code", flat=True))[-MOST_NAMED:]
        if not code or not codes:
            raise WorkflowError(_("Write the code of the event, such as MQF-2024."))
        names = joined([isolated(one) for one in codes])
        message = _("There is no event with the code “%(code)s”. There are: %(codes)s.")
        raise WorkflowError(message % {"code": isolated(code[:60]), "codes": names})
    return Event.objects.select_for_update(of=("self",)).get(pk=events[key_of(code)])


class Names:
    """Organisations or topics by number, by name in either language, and by address where they have one."""

    def __init__(self, rows, unknown):
        """``rows`` is a QuerySet, ``unknown`` the sentence for a name that nothing has, with a place for it."""
        self.rows = {row.pk: row for row in rows}
        self.unknown = unknown
        self.keys = {}
        for row in self.rows.values():
            names = (getattr(row, name, "") for name in ("name_ar", "name_en", "slug_ar", "slug_en"))
            for key in {key_of(name) for name in names if name}:
                self.keys.setdefault(key, []).append(row.pk)

    def read(self, text, present):
        """A cell in; the keys of all that it names out. A name that several have means the one that is ``present``."""
        pieces, found = listed(text), []
        while pieces:
            # A name may have a ";" of its own.
            length = next((n for n in (3, 2) if key_of("; ".join(pieces[:n])) in self.keys), 1)
            found.append(self._one("; ".join(pieces[:length]), present))
            pieces = pieces[length:]
        return frozenset(found)

    def _one(self, name, present):
        found = self.keys.get(key_of(name), [])
        found = [key for key in found if key in present] or found
        number = bare(name)
        if not found and is_key(number) and int(number) in self.rows:
            return int(number)
        if not found:
            raise WorkflowError(self.unknown % {"name": isolated(name[:80])})
        if len(found) > 1:
            numbers = joined([digits(key) for key in found[:MOST_NAMED]])
            message = _(
                "Several have the name “%(name)s”. Write the number of the one that is meant: %(numbers)s."
            )
            raise WorkflowError(message % {"name": isolated(name[:80]), "numbers": numbers})
        return found[0]

    def shown(self, keys):
        """Their names in the active language, as a cell has them."""
        return "; ".join(str(self.rows[key]) for key in sorted(keys))
