"""Telling people of the desk what happened to a text: by mail, once the transaction is done."""


def submitted(document, language, by, note=""):
    """A text waits for review."""


def returned(document, language, by, note, revision):
    """A reviewer returned ``revision`` to its writer."""


def published(document, language, by, note, revision):
    """Somebody published ``revision``, which somebody else may have written."""


def assigned(assignment, by):
    """``by`` gave a text to the assignee of ``assignment`` (an Assignment)."""


def noted(note):
    """Somebody left ``note`` (a Note), or answered a shared preview with it."""
