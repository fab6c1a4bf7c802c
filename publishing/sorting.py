"""The order of names: Arabic ones without ال and hamza (checklist line 15), all without accents and case."""

import unicodedata

_LETTERS = str.maketrans({"ٱ": "ا", "ى": "ي", "ة": "ه", "\u0640": "", "'": "", "’": ""})
_ARTICLE = "ال"


def sort_key(name):
    """A name in; what to sort it by out. الأردن stands under ر, إسبانيا and أستراليا under ا."""
    letters = unicodedata.normalize("NFKD", name or "").casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_LETTERS)
    words = [word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word for word in plain.split()]
    return " ".join(words), name
