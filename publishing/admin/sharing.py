"""Links that show a working copy to somebody without an account."""


class Sharing:
    """For the admin of documents."""
