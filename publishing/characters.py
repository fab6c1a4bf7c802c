"""Characters that may be stored, and the one form in which they are (checklist line 22)."""

import re
import unicodedata

# Written as one sign by those who type them: an honorific is not a misspelt sentence, and the rial sign is a currency.
KEPT_LIGATURES = "\ufdfa\ufdfb\ufdfc"
TATWEEL = "\u0640"

# Controls (but not \n and \t), bidi embeddings and overrides, deprecated format characters, the byte order mark,
# interlinear annotation, lone surrogates and noncharacters. XML (the feeds) and PostgreSQL refuse several of them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def fit_to_store(text):
    """Text from anywhere in; NFC without unwanted characters or presentation forms out, its spaces as they were."""
    text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", base_letters(text))


def base_letters(text):
    """Text in; the same with each Arabic presentation form (ﻣ, ﷲ) as the letters that it draws."""
    return _PRESENTATION_FORMS.sub(_base_letters, text)


def _base_letters(match):
    letter = match[0]
    if letter in KEPT_LIGATURES:
        return letter
    base = unicodedata.normalize("NFKC", letter)
    # A mark standing alone decomposes to space (or tatweel) and mark: the seat is not part of the text.
    return base[1:] if len(base) > 1 and base[0] in (" ", TATWEEL) else base
