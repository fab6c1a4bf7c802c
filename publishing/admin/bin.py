"""A document is moved to the bin, not deleted."""


class BinInsteadOfDeletion:
    """For the admin of documents."""
