"""What commands say to the person at the terminal."""

import os


def terminal_language():
    """Arabic ("ar") where the terminal's locale is Arabic, else English ("en"): many terminals cannot join Arabic letters."""
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "ar" if locale.startswith("ar") else "en"
