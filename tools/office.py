"""Which LibreOffice opens a table as a reader's spreadsheet program would, and how it is asked to.

`python -m tools.office` prints its path, or says what to install and exits with 1.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = "libreoffice-calc-nogui"
MISSING = f"LibreOffice was not found; install it (Debian: {PACKAGE}) or set SOFFICE to its path."

#: A table with commas and straight quotation marks, in UTF-8: what the dialog of the program finds out by the byte order mark.
CSV = "Text - txt - csv (StarCalc):44,34,76"
_SECONDS = 120


def office_path():
    """The path of LibreOffice, or None where it is not installed. SOFFICE in the environment wins."""
    return os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")


def converted(file, wanted, folder, *options):
    """The Path of ``file`` converted to ``wanted`` ("xlsx", or an ending and a filter) in ``folder``, which also holds the
    program's own profile. Raises CalledProcessError or TimeoutExpired."""
    command = [
        office_path(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", *options,
        "--convert-to", wanted, "--outdir", str(folder), str(file),
    ]  # fmt: skip
    subprocess.run(command, check=True, timeout=_SECONDS, capture_output=True)
    return folder / f"{Path(file).stem}.{wanted.partition(':')[0]}"


if __name__ == "__main__":
    print(office_path() or sys.exit(MISSING))
