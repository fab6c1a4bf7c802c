from django.db import models

from publishing.models import Document, Kind, Revision
from search.desk_words import DeskWords  # noqa: F401  (a model is found where models are)

#: The words that a reader may look for, besides those of the title and of the body.
SEARCHED = ("kicker", "summary", "byline", "dateline")


class SearchEntry(models.Model):
    """What a search finds a revision by, from the moment it is given a period. Made by search/index.py.

    Its moments are those of the revision: a trigger of the database copies every change (search/index_tables.py), so that
    a search asks one narrow table what is live now.
    """

    revision = models.OneToOneField(Revision, models.CASCADE, primary_key=True, related_name="search_entry")
    #: Where it stands among all, the newest highest: see search/places.py.
    place = models.BigIntegerField(unique=True)
    document = models.ForeignKey(Document, models.DO_NOTHING, related_name="+")
    language_code = models.CharField(max_length=5)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    published_at = models.DateTimeField()
    #: The document of its event, and the keys of its topics, a comma before and after each: kept by triggers (search/about.py).
    event_id = models.BigIntegerField(null=True)
    topics = models.TextField(db_default="")
    #: The terms with their marks, a space between two: what the index of the database is made of.
    terms = models.TextField()
    #: The folded words in their order, for phrases.
    folded = models.TextField()

    def __str__(self):
        return f"#{self.revision_id}"


class SearchWord(models.Model):
    """A word in a title, a kicker or a summary that a search may offer instead of one without hits."""

    language_code = models.CharField(max_length=5)
    word = models.CharField(max_length=64)
    #: The word as it was written where it was first met.
    shown = models.CharField(max_length=100)
    #: How many parts it has.
    size = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint("language_code", "word", name="search_word_unique")]

    def __str__(self):
        return self.shown


class WordPart(models.Model):
    """Three letters of a word, behind the code of its language."""

    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="parts")
    part = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint("part", "word", name="search_part_unique")]

    def __str__(self):
        return self.part
