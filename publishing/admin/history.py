"""The revisions of a text: read, compared, restored."""


class HistoryPages:
    """For the admin of documents."""
