"""The original beside its translation, and whether the one still follows the other."""


class TranslationWork:
    """For the admin of documents."""
