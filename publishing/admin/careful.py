"""Nothing that was typed is lost: two people on one text, a lapsed session, a closed tab."""


class CarefulSaving:
    """For the admin of documents."""
