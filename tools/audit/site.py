"""The audited site: a freshly loaded demo in a folder of its own, served as in production."""

import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from bench.run import ROOT, demo_environment, load_demo, served


@contextmanager
def audited_site(log):
    """Serves the demo until the block ends; gives the address of its root. ``log`` is called with what is being done."""
    with tempfile.TemporaryDirectory(prefix="multaqa-audit-") as folder:
        environment = {
            **demo_environment(Path(folder)),
            "DJANGO_SETTINGS_MODULE": "tools.audit.settings",
            # Addresses are those of the request: the port is not known yet.
            "SITE_ADDRESS": "",
        }
        log("loading the demo forum")
        load_demo(environment)
        gather = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
        subprocess.run(gather, cwd=ROOT, env=environment, check=True)
        with served(environment, workers=2) as port:
            yield f"http://127.0.0.1:{port}"
