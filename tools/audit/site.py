"""The audited site: a freshly loaded demo in a folder of its own, served as in production."""

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from bench.forum import ROOT, served


class Demo:
    """A demo forum in a folder of its own, with nothing of the person's settings."""

    def __init__(self, folder):
        (folder / "static").mkdir()
        self._own = {
            "MULTAQA_MODE": "demo",
            "DJANGO_SETTINGS_MODULE": "tools.audit.settings",
            "PYTHONPATH": str(ROOT),
            "VAR_DIR": str(folder),
            "MEDIA_ROOT": str(folder / "media"),
            "MADE_ROOT": str(folder / "made"),
            "STATIC_ROOT": str(folder / "static"),
            "DATABASE_URL": f"sqlite:///{folder / 'audit.sqlite3'}",
            "ALLOWED_HOSTS": "127.0.0.1",
            # Addresses are those of the request: the port is not known yet.
            "SITE_ADDRESS": "",
        }

    def environment(self, **more):
        return {**os.environ, **self._own, **more}

    def manage(self, *command):
        quiet = [sys.executable, "manage.py", *command]
        subprocess.run(quiet, cwd=ROOT, env=self.environment(), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def audited_site(log):
    """Serves the demo until the block ends; gives the address of its root. ``log`` is called with what is being done."""
    with tempfile.TemporaryDirectory(prefix="multaqa-audit-") as folder:
        demo = Demo(Path(folder))
        log("loading the demo forum")
        demo.manage("migrate", "--no-input", "-v", "0")
        demo.manage("compile_catalogues")
        demo.manage("load_demo")
        demo.manage("collectstatic", "--no-input", "--verbosity", "0")
        with served(demo) as server:
            yield f"http://127.0.0.1:{server.port}"
