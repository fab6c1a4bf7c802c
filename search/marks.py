"""What stands before a term in the index: the language of the text, so that a search reads the texts of one language only,
and where the term stands."""

#: Stand before a term: the word is in the title; this very word is in the title, the kicker or the summary.
IN_TITLE, AS_IT_IS = "¹", "·"


def marked(language, mark, term):
    """How a ``term`` of a ``language`` is written in the index; ``mark`` is one of the above or ''."""
    return f"{language}{mark}{term}"
