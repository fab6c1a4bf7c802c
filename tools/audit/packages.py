"""The checkers that come from npm, at the versions of package-lock.json, in node_modules beside this file."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NU_CHECKER = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / ".bin" / "lighthouse"


def install(with_lighthouse):
    """Make node_modules what the lock file says, if it is not. Lighthouse is large and left out unless it is wanted."""
    stamp = MODULES / ".installed"
    locked = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    there = stamp.read_text().split() if stamp.exists() else []
    if there[:1] == [locked] and (not with_lighthouse or "lighthouse" in there):
        return
    for program in ("npm", "java"):
        if not shutil.which(program):
            sys.exit(f"make audit needs {program} (Debian: apt-get install nodejs npm default-jre-headless).")
    # Scripts of packages would download programs of their own.
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        + ([] if with_lighthouse else ["--omit=dev"]),
        cwd=HERE,
        check=True,
    )
    stamp.write_text(" ".join([locked, *(["lighthouse"] if with_lighthouse else [])]))
