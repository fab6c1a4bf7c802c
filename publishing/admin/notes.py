"""Who works on a text and by when, and what people say to each other about it."""


class NotesAndAssignment:
    """For the admin of documents."""
