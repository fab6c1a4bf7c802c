"""How long ago, and by when, in words that are right in every number of Arabic (Django's timesince is not)."""

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from publishing.dates import day_of, digits


def age(value):
    """A date or moment that has passed in; "today", "yesterday" or "5 days ago" out."""
    days = (timezone.localdate() - day_of(value)).days
    if days <= 0:
        # Translators: stands in brackets behind a date, as "yesterday" and "5 days ago" do.
        return gettext("today")
    if days == 1:
        # Translators: stands in brackets behind a date.
        return gettext("yesterday")
    # Translators: stands in brackets behind a date.
    return ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": digits(days)}


def is_past(day):
    """Whether ``day`` (a date or None) is before today."""
    return bool(day) and day < timezone.localdate()


def delay(day):
    """A date in; "due today", "due tomorrow" or "3 days overdue" out, '' where there is more time than that."""
    days = (timezone.localdate() - day).days
    if days > 0:
        # Translators: stands in brackets behind the day by which a text, a decision or a milestone is due.
        return ngettext("%(count)s day overdue", "%(count)s days overdue", days) % {"count": digits(days)}
    return {0: gettext("due today"), -1: gettext("due tomorrow")}.get(days, "")
