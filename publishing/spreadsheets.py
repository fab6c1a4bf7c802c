"""Texts that people open in a spreadsheet program (CSV)."""

from publishing.characters import fit_to_store

#: Tells a spreadsheet that this is UTF-8; without it Arabic opens as noise (checklist line 26).
MARK = "\ufeff"
#: What a spreadsheet would run as a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value):
    """A value in; what stands in the CSV out: '' for None, a list on one line, and no text that runs as a formula."""
    if value is None:
        return ""
    text = fit_to_store("; ".join(value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_SIGNS) else text
