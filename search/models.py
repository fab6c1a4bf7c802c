from django.db import models

from publishing.models import PublicText, Revision
from publishing.text import plain_text
from search.arabic import words

#: The words that a reader may look for, besides those of the title.
SEARCHED = ("kicker", "summary", "byline", "dateline")
#: How many texts one search may add to the table, so that it answers at once.
BATCH = 300


class SearchEntry(models.Model):
    """The folded words of one revision. It says nothing about who may read them: every query joins it to PublicText."""

    revision = models.OneToOneField(Revision, models.CASCADE, related_name="search_entry")
    title = models.TextField()
    text = models.TextField()

    def __str__(self):
        return self.title


def add_missing_entries():
    """Fill the table for live texts that it lacks, BATCH of them at most. Two searches may do so at once."""
    missing = PublicText.objects.filter(search_entry__isnull=True).order_by("-pk")[:BATCH]
    SearchEntry.objects.bulk_create([_entry(text) for text in missing], ignore_conflicts=True)


def _entry(text):
    parts = [*(getattr(text, name) for name in SEARCHED), plain_text(text.body)]
    return SearchEntry(revision_id=text.pk, title=_folded(text.title), text=_folded(" ".join(parts)))


def _folded(text):
    """The folded words with a space before each, so that the beginning of a word can be looked for."""
    return "".join(f" {word}" for word in words(text))
