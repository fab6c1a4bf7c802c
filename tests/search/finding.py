"""What tests of the search have in common."""

from search.query import Choice, find, question


def found(typed, language="ar", page=1, size=20, **choice):
    """The titles of the hits, in order."""
    return [text.title for text in answer(typed, language, page, size, **choice).texts]


def answer(typed, language="ar", page=1, size=20, **choice):
    """The Found."""
    return find(question(typed, language), language, Choice(**choice), page, size)
