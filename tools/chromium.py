"""Which Chromium the browser tests, the screenshots and the audit drive, and how it is started.

`python -m tools.chromium` prints its path, or says what to install and exits with 1.
"""

import os
import shutil
import sys

#: Debian's headless shell draws what Chromium draws without the windows around it: a page opens in a third of the time.
LIGHT = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser")
MISSING = f"Chromium was not found; install it (Debian: {LIGHT}, or chromium) or set CHROMIUM to its path."

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # Letters stand where print and a telephone put them, not on whole pixels; the shell would do so otherwise.
    "--font-render-hinting=none",
]


def chromium_path(*names):
    """The path of the first of ``names`` (of the shell, else of a whole Chromium) that is installed; None where none is.
    CHROMIUM in the environment wins."""
    names = names or (LIGHT, *WHOLE)
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


if __name__ == "__main__":
    print(chromium_path() or sys.exit(MISSING))
