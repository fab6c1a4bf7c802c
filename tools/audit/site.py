"""The audited site: a freshly loaded demo in a folder of its own, served as in production."""

import tempfile
from contextlib import contextmanager
from pathlib import Path

from bench.forum import Forum, collect_static, served

DEMO = {
    "MULTAQA_MODE": "demo",
    "DJANGO_SETTINGS_MODULE": "tools.audit.settings",
    # Addresses are those of the request: the port is not known yet.
    "SITE_ADDRESS": "",
}


@contextmanager
def audited_site(log):
    """Serves the demo until the block ends; gives the address of its root. ``log`` is called with what is being done."""
    with tempfile.TemporaryDirectory(prefix="multaqa-audit-") as name:
        folder = Path(name)
        demo = Forum("SQLite", 0, f"sqlite:///{folder / 'audit.sqlite3'}", folder)
        log("loading the demo forum")
        collect_static(demo, **DEMO)
        demo.manage("migrate", "--no-input", "-v", "0", **DEMO)
        demo.manage("load_demo", **DEMO)
        with served(demo, **DEMO) as server:
            yield f"http://127.0.0.1:{server.port}"
